"""What a sentence says of whom its figures are of, besides naming groups: a new poll, a person, a race, a question."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from extractor.assembly.population_sentences import Sentence
from extractor.components.doc_text import spans_of
from extractor.components.poll_values import POLLS, PollMention
from extractor.lexicons.phrasebook import phrasebook

#: A figure that comes within so many characters opens its sentence.
_HEAD = 25


@dataclass(frozen=True, slots=True)
class Signs:
    """`poll`: a poll not told of before is named; `headed`: the figure opens the sentence.

    `person`: the sentence goes on with "he" or "she"; `refers`: with "that is" or "the gap".
    `topic` is ``race``, ``opinion`` or ``plain``; `final` tells that candidates of several parties are matched.
    """

    poll: bool
    person: bool
    refers: bool
    headed: bool
    topic: str
    final: bool


class SignReader:
    """Reads the signs around the figures of one document."""

    def __init__(self, doc: Doc) -> None:
        book = phrasebook(doc.lang_ or "en", "population_signs")
        self._words, self._screen = book.pattern, book.screen
        self._polls = list(_fresh(spans_of(doc, POLLS)))
        self._read: dict[int, tuple[bool, bool, str, bool]] = {}

    def at(self, figure: Span, sentence: Sentence, since: int) -> Signs:
        """The signs at `figure`; polls count that are named from offset `since` on."""
        known = self._read.get(sentence.start)
        if known is None:
            known = self._read[sentence.start] = self._sentence(sentence.text)
        later = any(f.start_char > figure.start_char for f in sentence.figures)
        until = figure.start_char if later else sentence.start + len(sentence.text)
        poll = bisect_left(self._polls, since) < bisect_left(self._polls, until)
        person, refers, topic, final = known
        return Signs(poll, person, refers, figure.start_char - sentence.start < _HEAD, topic, final)

    def _sentence(self, text: str) -> tuple[bool, bool, str, bool]:
        words, screen = self._words, self._screen
        opinion = screen("opinion").search(text)
        topic = "opinion" if opinion else "race" if screen("contest").search(text) else "plain"
        person, refers = words("person").match(text), words("refers").match(text)
        return bool(person), bool(refers), topic, bool(screen("final").search(text))


def _fresh(mentions: Sequence[Span]) -> list[int]:
    """Where polls are named that are not the one named before."""
    found = []
    last: frozenset[str] = frozenset()
    for span in mentions:
        mention: PollMention = span._.poll
        names = frozenset(name.lower() for name in mention.names)
        if (names and not names & last) or (not names and mention.reference in ("fresh", "other")):
            found.append(span.start_char)
        last = names or last
    return found
