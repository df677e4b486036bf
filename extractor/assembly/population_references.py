"""Words that point back to a group ("46 percent of those voters", "among them, 44 to 36"): whom they stand for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from spacy.tokens import Doc, Span

from extractor.assembly.population_answerers import Answerers
from extractor.assembly.population_mentions import Mention, read_mention
from extractor.assembly.population_sentences import Sentence
from extractor.assembly.population_state import State
from extractor.components.doc_text import text_of
from extractor.components.populations import EVERYONE, PLACE
from extractor.lexicons.phrasebook import phrasebook
from extractor.models import Population
from extractor.parsing.populations import ALL_RESPONDENTS, describe, is_general, is_universe, outside

#: Roles of a mention that its sentence speaks of, before those that merely occur in it.
_TOPICS = ("subject", "opener", "quantified", "among")


class Referred(Mention):
    """A mention that only points; it is never an answer, whatever group it stands for."""

    @property
    def of_party(self) -> bool:
        """Whether the group can also be an answer."""
        return False


class Part(Referred):
    """A part of those polled that a share and a clause tell: "of the 42 percent who drive"."""

    #: Where its share begins.
    share = 0

    @property
    def opens(self) -> int:
        """Where the words that name the group begin, its share included."""
        return self.share


def _adds_up(whole: Span, parts: Sequence[Span]) -> bool:
    """Whether the first two or more of `parts` make up the share `whole`, each but for its rounding."""
    wanted, *told = [one._.figure for one in (whole, *parts)]
    if wanted is None or None in told:
        return False  # numbers that nothing has read yet
    sums = accumulate(float(one.value) for one in told if one.kind == "share")
    return any(abs(value - float(wanted.value)) <= 1 for count, value in enumerate(sums, 1) if count > 1)


@dataclass(frozen=True, slots=True)
class _Pointer:
    """Where words point back, the words that the group they stand for has to share, and the mention they replace."""

    start: int
    end: int
    words: frozenset[str]
    mention: Mention | None
    body: bool = False
    echo: bool = False
    ordinal: str = ""


class References:
    """Resolves the words of one document that point back to groups."""

    def __init__(self, doc: Doc) -> None:
        book = phrasebook(doc.lang_ or "en", "population_references")
        self._doc, self._doc_text = doc, text_of(doc)
        self._words, self._screen = book.pattern, book.screen
        self._general = book.group("general")
        self._parts = Answerers(doc.lang_ or "en")

    def resolve(self, sentence: Sentence, state: State) -> None:
        """Let the mentions of `sentence` that only point to a group told of before stand for that group."""
        for pointer in sorted(self._pointers(sentence), key=lambda p: p.start):
            group = self._ordinal(pointer, sentence, state) if pointer.ordinal else None
            group = group or self._answerers(pointer, sentence, state)
            if group is None and not pointer.echo:
                group = self._here(pointer, sentence) or self._before(pointer, sentence, state)
            span = self._doc.char_span(pointer.start, pointer.end, label="group", alignment_mode="expand")
            if group is None or span is None:
                continue
            read = read_mention(span, group, sentence.text, sentence.start)
            found = Referred(span, group, pointer.start, pointer.end, read.left, read.role, read.right)
            kept = [m for m in sentence.mentions if m is not pointer.mention]
            sentence.mentions = sorted((*kept, found), key=lambda m: m.start)

        self._narrow(sentence)
        for begin, first, last, group in self._parts.parts(sentence.text):
            span = self._doc.char_span(sentence.start + first, sentence.start + last, "group", alignment_mode="expand")
            if span is not None:
                found = Part(span, group, sentence.start + first, sentence.start + last, "of", "opener", "comma")
                found.share = sentence.start + begin
                kept = [m for m in sentence.mentions if m.end <= found.start or m.start >= found.end]
                sentence.mentions = sorted((*kept, found), key=lambda m: m.start)

    def _narrow(self, sentence: Sentence) -> None:
        """Let a group and a clause that its share in brackets closes be one: "drivers who rent (60%) would move"."""
        for i, mention in enumerate(sentence.mentions):
            if mention.span.label_ == PLACE:
                continue
            for figure in sentence.figures:
                told = self._words("told_of").match(self._doc_text[mention.end : figure.start_char])
                if told is None or not self._words("goes_on").match(self._doc_text, figure.end_char):
                    continue
                last = mention.end + told.end("clause")
                span = self._doc.char_span(mention.start, last, "group", alignment_mode="expand")
                if span is not None:
                    group = describe(f"{mention.span.text} {told['clause']}")
                    sentence.mentions[i] = Referred(
                        span, group, mention.start, last, mention.left, mention.role, mention.right
                    )
                break

    def _answerers(self, pointer: _Pointer, sentence: Sentence, state: State) -> Population | None:
        """Those who gave the answer that the sentence before told last: "Some 42 percent own a boat. Of those, …"."""
        last = state.last
        if last is None or not last.figures or not state.before or sentence.paragraph - last.paragraph > 1:
            return None
        if pointer.words or not self._words("parted").match(sentence.text[: pointer.start - sentence.start]):
            return None
        if pointer.echo and self._words("denial").search(last.text):
            return None
        bound = state.before[-1]
        if _adds_up(bound.figure, sentence.figures):
            return None  # "85 percent agree; of these, 25 strongly and 60 somewhat": shares of all
        group = bound.candidate.base
        return None if pointer.body and self._fits(pointer, group) else self._parts.of(bound.figure, last, group)

    def _pointers(self, sentence: Sentence) -> Iterator[_Pointer]:
        text, start = sentence.text, sentence.start
        for mention in sentence.mentions:
            if mention.span.label_ == PLACE:
                continue
            if self._words("echo").match(mention.span.text):
                yield _Pointer(mention.start, mention.end, frozenset(), mention, echo=True)
                continue
            own = self._words("pointing").match(mention.span.text)
            before = text[max(0, mention.start - start - 24) : mention.start - start]
            if not own and not self._words("pointed").search(before):
                continue
            if self._words("narrowed").match(text, mention.end - start):
                continue
            words = mention.span.text[own.end() if own else 0 :].lower().split()
            if 0 < len(words) <= 2:
                yield _Pointer(mention.start, mention.end, frozenset(words) - self._general, mention)
        for match in self._screen("ordinal").finditer(text):
            first, last = start + match.start("word"), start + match.end("word")
            kept = [m for m in sentence.mentions if m.start < last and first < m.end]
            yield _Pointer(first, last, frozenset(), kept[0] if kept else None, ordinal=match["which"].lower())
        for name in ("body", "pronoun"):
            for match in self._screen(name).finditer(text):
                first, last = start + match.start("word"), start + match.end("word")
                if not any(m.start < last and first < m.end for m in sentence.mentions):
                    yield _Pointer(first, last, frozenset(), None, name == "body")

    def _ordinal(self, pointer: _Pointer, sentence: Sentence, state: State) -> Population | None:
        """The first or the last of the groups told of before "the former", "the latter"."""
        here = [m for m in sentence.mentions if m.end <= pointer.start and not isinstance(m, Referred)]
        last = state.last
        for mentions in (here, last.mentions if last and sentence.paragraph - last.paragraph <= 1 else ()):
            groups = [m.population for m in self._fitting(pointer, mentions)]
            if groups and (len(groups) > 1 or pointer.ordinal == "latter"):
                return outside(groups[0 if pointer.ordinal == "former" else -1])
        return None

    def _here(self, pointer: _Pointer, sentence: Sentence) -> Population | None:
        """The group that another clause of the sentence names before the pointer, the nearest one."""
        text, start = sentence.text, sentence.start
        apart = [
            m
            for m in sentence.mentions
            if m.end <= pointer.start and self._words("apart").search(text[m.end - start : pointer.start - start])
        ]
        return self._nearest(pointer, apart, topics=False)

    def _before(self, pointer: _Pointer, sentence: Sentence, state: State) -> Population | None:
        """The group of the figures of the sentence before, or one that it names."""
        last = state.last
        if last is None or sentence.paragraph - last.paragraph > 1:
            return None
        if last.figures:
            for bound in reversed(state.before):
                if self._fits(pointer, bound.candidate.base):
                    return outside(bound.candidate.base)
        found = self._nearest(pointer, last.mentions, topics=True)
        previous = state.previous
        if found is None and not last.figures and previous and sentence.paragraph - previous.sentence.paragraph <= 1:
            base = previous.candidate.base
            found = outside(base) if self._fits(pointer, base) else None
        return found

    def _nearest(self, pointer: _Pointer, mentions: list[Mention], *, topics: bool) -> Population | None:
        fitting = self._fitting(pointer, mentions)
        first = [m for m in fitting if m.role in _TOPICS] if topics else []
        chosen = first or fitting
        return outside(chosen[-1].population) if chosen else None

    def _fitting(self, pointer: _Pointer, mentions: Sequence[Mention]) -> list[Mention]:
        return [
            m
            for m in mentions
            if m.span.label_ not in (PLACE, EVERYONE) and m.role != "claim" and self._fits(pointer, m.population)
        ]

    def _fits(self, pointer: _Pointer, group: Population) -> bool:
        """Whether a group says more than the words that point, and holds all of them."""
        if group.label == ALL_RESPONDENTS or is_general(group) or is_universe(group):
            return False
        label = group.label.lower()
        words = frozenset(label.replace("-", " ").split())
        return pointer.words <= words and (not pointer.words or len(words) > len(pointer.words))
