"""Marks names of persons, parties and bodies: what a response may name ("Clinton", "the GOP nominee", "Congress")."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.components.capitals import Capitals
from extractor.components.cues import phrases
from extractor.components.doc_text import Words, mark, sentence_starts, spans_of, text_of, words_of
from extractor.components.insets import inset_tokens
from extractor.components.values import FIGURES, POPULATIONS
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Names

NAMES = "names"
#: What other components own cannot be part of a name.
_OTHERS = (FIGURES, POPULATIONS, "polls")
#: How many capitalised words stand at least before the hyphen of a given name, and its longest second part (letters).
_FAMILY_AND_GIVEN, _SYLLABLE = 2, 6
#: The agency in brackets between a place in capitals and a dash, where a report opens: "OSLO, May 3 (NTB) —".
_DATELINE = re.compile(
    r"^[A-ZÀ-Ý][A-ZÀ-Ý.'’ -]+(?:,[^()\n]{1,40})?\s\([^()\n]{2,40}\)\s?(?:[—–]|-{1,2}\s)", re.MULTILINE
)


@Language.factory("poll_names", assigns=["doc.spans"], requires=["doc.sents"])
def create(nlp: Language, name: str) -> "NameMarker":
    """Factory of `NameMarker`."""
    return NameMarker(load(Names, nlp.lang, "names"), nlp.lang or "en")


class NameMarker:
    """Runs of capitalised tokens that are no ordinary sentence opener, titles included, and "the + role"."""

    def __init__(self, lexicon: Names, language: str):
        self.not_names = frozenset(lexicon.not_names)
        self.ballot, self.ballot_verbs = frozenset(lexicon.ballot), frozenset(lexicon.ballot_verbs)
        self.ballot_before = frozenset(lexicon.ballot_before)
        self.roles = frozenset(lexicon.roles)
        self.links = frozenset(lexicon.links)
        self.compounds = frozenset(lexicon.compounds)
        self.titles = frozenset(lexicon.titles)
        self.members = frozenset(lexicon.members)
        self.adjectives = frozenset(lexicon.adjectives)
        #: Words of an office or a body, which go on behind "of".
        self.no_persons = frozenset((*lexicon.roles, *lexicon.bodies, *lexicon.heads, *lexicon.titles, *lexicon.links))
        self.cues = frozenset(word for words in phrases(language).values() for word in words)

    def __call__(self, doc: Doc) -> Doc:
        """Mark the names of `doc`, if it holds figures."""
        marked: list[Span] = []
        if doc.spans.get(FIGURES):
            taken = {i for key in _OTHERS for span in spans_of(doc, key) for i in range(span.start, span.end)}
            taken |= inset_tokens(doc)
            taken |= _dateline_tokens(doc)
            # "the Vermont senator" is a person, whatever else the place in it tells.
            described = taken - {
                i for s in spans_of(doc, POPULATIONS) if s.label_ == "place" for i in range(s.start, s.end)
            }
            words = words_of(doc)
            starts = sentence_starts(doc)
            bounds = list(zip(starts, [*starts[1:], len(doc)], strict=True))
            openers = [i for i, word in enumerate(words.texts) if word[0].isupper() or word == "the"]
            capitals = Capitals(words, bounds, [i for i in openers if words.texts[i] != "the"])
            for first, stop in bounds:
                inside = openers[bisect_left(openers, first) : bisect_left(openers, stop)]
                marked += [
                    Span(doc, start, end, label="name")
                    for run in self._names(words, inside, stop, taken, described)
                    for start, end in self._parts(words, *run, first, capitals)
                    if self._stands_alone(words, start, end)
                ]
        mark(doc, NAMES, marked)
        return doc

    def _names(
        self, words: Words, openers: Sequence[int], stop: int, taken: set[int], described: set[int]
    ) -> Iterator[tuple[int, int]]:
        """The runs of tokens of one sentence, which ends before `stop`, that may be names; `openers` can begin one."""
        reached = 0
        for i in openers:
            if i >= reached:
                end = self._name_end(words, i, stop, described if words.lowers[i] == "the" else taken)
                if end > i:
                    yield i, end
                    reached = end

    def _name_end(self, words: Words, i: int, stop: int, taken: set[int]) -> int:
        """End of the name that begins at token `i`, or `i` itself if none does."""
        lowers = words.lowers
        j = i
        if lowers[i] == "the":
            j += 1
            while (
                j < stop
                and j not in taken
                and (self._capital(words, j) or lowers[j] in self.roles or lowers[j] in self.links)
            ):
                j += 1
            while j > i + 1 and lowers[j - 1] not in self.roles:
                j -= 1
            return j if j > i + 1 else self._member_end(words, i, stop, taken)
        while j < stop and j not in taken:
            if (
                self._capital(words, j)
                or (j > i and lowers[j] in self.links and self._goes_on(words, i, j, stop, taken))
                or (lowers[j] == "." and j > i and lowers[j - 1] in self.titles)
                or (lowers[j] == "/" and i < j < stop - 1 and self._is_bloc(words, j))
            ):
                j += 1
            elif self._is_given(words, i, j, stop):
                j += 2
            else:
                break
        return j

    def _goes_on(self, words: Words, i: int, j: int, stop: int, taken: set[int]) -> bool:
        """Whether the link at token `j` joins what follows to the name from `i`: not in "Jane Smith of Union Bay"."""
        named = words.lowers[i:j]
        if words.lowers[j] == "of" and j - i >= _FAMILY_AND_GIVEN and self.no_persons.isdisjoint(named):
            return False
        return self._continues(words, j + 1, stop, taken)

    def _is_given(self, words: Words, i: int, j: int, stop: int) -> bool:
        """Whether token `j` joins the syllables of a given name behind a family name: "Park Geun-hye"."""
        if j - i < _FAMILY_AND_GIVEN or j + 1 >= stop or words.texts[j] not in ("-", "‐", "‑"):
            return False
        syllable, at = words.texts[j + 1], words.starts[j]
        glued = words.starts[j - 1] + len(words.texts[j - 1]) == at and words.starts[j + 1] == at + 1
        short = syllable.isalpha() and syllable.islower() and len(syllable) <= _SYLLABLE
        return glued and short and syllable not in self.compounds and not syllable.endswith(("ed", "ing"))

    def _member_end(self, words: Words, i: int, stop: int, taken: set[int]) -> int:
        """End of "the Democrat" at token `i`, where the word stands alone, or `i`."""
        if i + 2 >= stop or i + 1 in taken or words.lowers[i + 1] not in self.members:
            return i
        following = words.lowers[i + 2]
        alone = (
            (not following[0].isalnum() and following[0] not in "-–")
            or following in self.cues
            or following.endswith("ed")
        )
        return i + 2 if alone else i

    def _parts(self, words: Words, start: int, end: int, first: int, capitals: Capitals) -> Iterator[tuple[int, int]]:
        """The names within a run of capitals: in a title only proper words count, at its head an opener does not."""
        lowers = words.lowers
        if first in capitals.title_lines and lowers[start].rstrip(".") not in self.titles:
            while start < end:
                stop = start
                while stop < end and (words.texts[stop] in capitals.proper or not words.texts[stop].isalpha()):
                    stop += 1
                if stop > start:
                    yield start, stop
                start = stop + 1
            return
        if start == first and lowers[start] != "the" and self._is_opener(words, start, end, capitals):
            start += 1
            while start < end and lowers[start] in self.links:
                start += 1
        if start < end:
            yield start, end

    def _is_opener(self, words: Words, start: int, end: int, capitals: Capitals) -> bool:
        """Whether the first word of a sentence is no name, but has a capital only because it stands there."""
        text, lower = words.texts[start], words.lowers[start]
        if end == start + 1 and lower in self.links:
            return True
        if text in capitals.proper or self._is_ballot_answer(words, start):
            return False
        ordinary = lower in capitals.ordinary or lower in self.cues or lower.endswith(("ly", "ing"))
        return ordinary and not (lower in self.links or lower in self.roles or lower in self.titles)

    def _stands_alone(self, words: Words, start: int, end: int) -> bool:
        texts = words.texts[start:end]
        if all(
            len(text) == 1 or lower in self.adjectives
            for text, lower in zip(texts, words.lowers[start:end], strict=True)
        ):
            return False
        return all(
            word.isalpha() or not any(character.isdigit() or character == "+" for character in word) for word in texts
        )

    @staticmethod
    def _is_bloc(words: Words, j: int) -> bool:
        """Whether a stroke joins the short names of two parties that stand as one: "CDU/CSU"."""
        one, other = words.texts[j - 1], words.texts[j + 1]
        return one.isalpha() and one.isupper() and other.isalpha() and other.isupper()

    def _continues(self, words: Words, j: int, stop: int, taken: set[int]) -> bool:
        return j < stop and j not in taken and self._capital(words, j)

    def _capital(self, words: Words, i: int) -> bool:
        word = words.texts[i]
        if not (word[0].isupper() or word.istitle() or word.isupper()):
            return False
        return words.lowers[i] not in self.not_names or self._is_ballot_answer(words, i)

    def _is_ballot_answer(self, words: Words, i: int) -> bool:
        """Whether "Yes" or "No" stands like the name of a party."""
        following = words.lowers[i + 1] if i + 1 < len(words.lowers) else ""
        if words.lowers[i] not in self.ballot:
            return False
        led = i > 0 and words.lowers[i - 1] in self.ballot_before
        return following in self.ballot_verbs or (led and not following[:1].islower())


def _dateline_tokens(doc: Doc) -> set[int]:
    """The tokens of the datelines of `doc`."""
    starts = words_of(doc).starts
    return {
        i
        for match in _DATELINE.finditer(text_of(doc))
        for i in range(bisect_left(starts, match.start()), bisect_left(starts, match.end()))
    }
