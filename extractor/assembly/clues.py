"""What is known of each figure when questions are told apart, read once per figure so that comparing is cheap."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from extractor.assembly.naming import Naming, races
from extractor.assembly.opposites import opposite
from extractor.assembly.responses import Bound
from extractor.assembly.spots import role
from extractor.assembly.stances import stance
from extractor.assembly.topic_words import (
    TURNS,
    finder,
    matter_of,
    measure,
    measure_of,
    side,
    stems,
    tells_every_group,
    words,
)
from extractor.components.candidates import fold
from extractor.components.doc_text import spans_of, text_of
from extractor.components.signals import Signal
from extractor.components.values import FIGURES, POPULATIONS
from extractor.models import Kind, Wave

#: How far back, in characters, text without figures still leads into a sentence with figures.
_LEAD = 400
#: Measures that rate somebody.
RATINGS = frozenset(("approval", "favorable"))
_NEAR = frozenset(("label", "clause"))
#: Where the opener of a sentence stands at most, in characters.
_HEAD = 25
#: Longer than any word that stands before a figure and points back.
_WORD = 12
#: The words of a heading at most, and what no heading ends with.
_LONGEST_HEADING, _CLOSED = 9, frozenset(".,;:!?”\"’')")


@dataclass(frozen=True, slots=True)
class Answered:
    """A figure with what is known of it when questions are told apart.

    `facets` and `country` (empty if unknown) are those of its population.
    """

    bound: Bound
    population: str
    wave: Wave
    poll: int
    paragraph: int
    facets: frozenset[str] = frozenset()
    country: str = ""

    @property
    def label(self) -> str:
        """The answer that the figure gives."""
        return self.bound.label


@dataclass(frozen=True, slots=True)
class Matter:
    """What a figure is about: the sort of question and where its word stands, and whom a rating rates."""

    measure: str = ""
    source: str = ""
    rated: bool = False
    object: str = ""
    object_source: str = ""

    @property
    def near(self) -> bool:
        """Whether the figure's own clause tells the sort of question."""
        return self.source in _NEAR


@dataclass(slots=True)
class Clues:
    """One figure as its surroundings tell it.

    `population` is empty for everybody asked.  `choice` is the key of whom the answer names, `race` the names told
    against each other around it; `sort` is the sort of answer ("name", a side of a rating, "text").  `answer`,
    `clause`, `words` and `lead` are content words: of the answer, of its clause, of the sentence and of the text
    without figures before it; an answer like "strongly opposed" has none.  `opens` tells how the sentence turns to
    another matter, `before` what the word before the figure says, `every_group` whether its sentence speaks of all
    groups alike, `section` how many headings stand before it.  `rarity` tells how rare a word is in the article.
    """

    index: int
    kind: Kind
    value: float
    wave: Wave
    poll: int
    paragraph: int
    section: int
    sentence: int
    code: str
    position: int
    label: str
    opposite: str
    choice: str
    sort: str
    population: str
    facets: frozenset[str]
    role: str
    answer: frozenset[str]
    clause: frozenset[str]
    words: frozenset[str]
    lead: frozenset[str]
    names: frozenset[str]
    race: frozenset[str]
    matter: Matter
    opens: str
    before: str
    every_group: bool
    rarity: Mapping[str, float] = field(default_factory=dict)

    @property
    def side(self) -> str:
        """The side that the answer takes on its question, or the empty string."""
        found = "other" if self.choice else stance(self.label)
        return "" if found == "other" else found


def read(doc: Doc, figures: Sequence[Answered]) -> list[Clues]:
    """The clues of every figure, in order."""
    figures = _by_country(figures)
    reader = _Reader(doc, figures)
    members: dict[int, list[tuple[int, Answered]]] = defaultdict(list)
    for index, figure in enumerate(figures):
        members[figure.bound.sequence.start].append((index, figure))
    found: list[Clues] = []
    end = 0
    for told in members.values():
        sequence = told[0][1].bound.sequence
        last = doc[sequence.end - 1]
        start, before, end = doc[sequence.start].idx, end, last.idx + len(last)
        found += reader.sentence(start, end, before, told)
    _carry(found)
    _weigh(found)
    return found


def _headings(doc: Doc, start: int, end: int) -> int:
    """How many headings stand between two sentences with figures: short lines that nothing closes and name no place."""
    places = {span.start_char for span in spans_of(doc, POPULATIONS) if start <= span.start_char < end}
    found = 0
    for line in text_of(doc)[start:end].split("\n\n"):
        heading = line.strip()
        at = start + line.find(heading)
        start += len(line) + 2
        found += 0 < len(heading.split()) <= _LONGEST_HEADING and heading[-1] not in _CLOSED and at not in places
    return found


class _Reader:
    """Reads the sentences of one article."""

    def __init__(self, doc: Doc, figures: Sequence[Answered]) -> None:
        self.doc, self.language, self.section = doc, doc.lang_ or "en", 0
        self.text = fold(text_of(doc))
        self.plain = _blanked(self.text, doc)
        self.finder = finder(self.language)
        turns = words(self.language).turns
        self.befores = {word: sort for sort in ("again", "more") for word in turns[sort]}
        self.naming = Naming(doc, [figure.label for figure in figures if not self._rates(figure.label.lower())])

    def sentence(self, start: int, end: int, before: int, members: Sequence[tuple[int, Answered]]) -> list[Clues]:
        """The clues of the figures of ``text[start:end]``; the last sentence with figures ended at `before`."""
        self.section += _headings(self.doc, before, start)
        lead = max(before, start - _LEAD)
        told = stems(self.plain[start:end], self.language)
        led = stems(self.plain[lead:start], self.language)
        signals, leading = self.finder.find(self.text, start, end), self.finder.find(self.text, lead, start)
        names = self.naming.within(start, end)
        every_group = tells_every_group(self.text[start:end], self.language)
        turns = {sort for s in (*leading, *signals) if s.start < start + _HEAD for sort in s.sorts}
        opens = next((turn for turn in TURNS if turn in turns), "")
        figures = [figure for _, figure in members]
        spans = [(f.bound.span.start_char, f.bound.span.end_char) for f in figures]
        clauses = list(zip([start, *(e for _, e in spans)], [*(s for s, _ in spans[1:]), end], strict=False))
        choices = ["" if self._rates(f.label.lower()) else self.naming.choice(f.label) for f in figures]
        beside = [frozenset(key for at, key in names if a <= at < b) & self.naming.contenders for a, b in clauses]
        found: list[Clues] = []
        for (index, figure), choice, race, (a, b) in zip(
            members, choices, races(choices, beside), clauses, strict=False
        ):
            value, label, sequence = figure.bound.span._.figure, figure.label.lower(), figure.bound.whole
            at = figure.bound.span.start_char
            answer = matter_of(label, self.language)
            clues = Clues(
                index=index,
                kind=value.kind,
                value=abs(value.value),
                wave=figure.wave,
                poll=figure.poll,
                paragraph=figure.paragraph,
                section=self.section,
                sentence=start,
                code=sequence.code,
                position=figure.bound.place,
                label=choice or label,
                opposite=opposite(label).lower(),
                choice=choice,
                sort="name" if choice else side(label, self.language) or "text",
                population=figure.population if figure.facets else figure.country,
                facets=figure.facets | {"country"} if figure.country else figure.facets,
                role=role(sequence.code, figure.bound.place),
                answer=answer,
                clause=stems(self.plain[a:b], self.language) | answer,
                words=told,
                lead=led,
                names=frozenset(key for _, key in names),
                race=race,
                matter=self._matter(label, signals, leading, (a, at, b)),
                opens=opens,
                before=self._before(a, at),
                every_group=every_group,
            )
            clues.matter = self._rated(clues, label, names, (a, at, b))
            found.append(clues)
        return found

    def _rates(self, label: str) -> bool:
        """Whether an answer is a rating ("Smith's approval rating"), which chooses nobody."""
        if side(label, self.language):
            return side(label, self.language) in RATINGS
        return measure_of(label, self.language) in RATINGS

    def _before(self, start: int, at: int) -> str:
        """What the word before a figure says: it was told ``again`` ("the 54 percent figure"), or tells ``more``."""
        word = self.text[max(start, at - _WORD) : at].split()[-1:]
        return self.befores.get(word[0], "") if word else ""

    def _matter(self, label: str, signals: list[Signal], leading: list[Signal], place: tuple[int, int, int]) -> Matter:
        """The sort of question: by the answer, the clause (the nearest word), the sentence or the text before."""
        start, at, end = place
        own = measure_of(label, self.language)
        if own:
            return Matter(own, "label")
        told = [s for s in signals if measure(s)]
        clause = [s for s in told if start <= s.start < end]
        if clause:
            return Matter(measure(min(clause, key=lambda s: min(abs(s.start - at), abs(s.end - at)))), "clause")
        if told:
            return Matter(measure(min(told, key=lambda s: abs(s.start - at))), "sentence")
        before = [s for s in leading if measure(s)]
        return Matter(measure(before[-1]), "lead") if before else Matter()

    def _rated(self, clues: Clues, label: str, names: list[tuple[int, str]], clause: tuple[int, int, int]) -> Matter:
        """The matter of `clues`; of a rating with whom it rates: named in the answer, the clause or before it."""
        matter = clues.matter
        told = matter.measure in RATINGS and matter.near
        plain = not clues.choice and (clues.sort in RATINGS or told)
        if not plain and not (told and clues.role not in ("first", "second")):
            return matter
        start, at, end = clause
        groups = {
            "label": [key for _, key in names if key.rsplit(maxsplit=1)[-1] in label],
            "own": [key for position, key in names if start <= position < at],
            "before": [key for position, key in names if position < start],
            "after": [key for position, key in names if at <= position < end][:1],
        }
        source = next((source for source, keys in groups.items() if keys), "")
        object_ = groups[source][-1] if source else ""
        return replace(matter, rated=True, object=object_, object_source=source)


def _by_country(figures: Sequence[Answered]) -> list[Answered]:
    """`figures` without the countries of polls that were taken in one country: there, it tells nobody apart."""
    countries: dict[int, set[str]] = defaultdict(set)
    for figure in figures:
        if figure.country:
            countries[figure.poll].add(figure.country)
    return [
        figure if not figure.country or len(countries[figure.poll]) > 1 else replace(figure, country="")
        for figure in figures
    ]


def _blanked(text: str, doc: Doc) -> str:
    """`text` with the figures and populations blanked: they say nothing of the matter."""
    parts: list[str] = []
    at = 0
    for start, end in sorted((s.start_char, s.end_char) for key in (POPULATIONS, FIGURES) for s in spans_of(doc, key)):
        if end > at:
            parts += [text[at : max(start, at)], " " * (end - max(start, at))]
            at = end
    return "".join([*parts, text[at:]])


def _weigh(found: list[Clues]) -> None:
    """Tell each of `found` the rarity of the words among the sentences."""
    sentences = {clues.sentence: clues for clues in found}
    counts = Counter(word for clues in sentences.values() for word in clues.words | clues.lead)
    rarity = {word: math.log(1 + len(sentences) / count) for word, count in counts.items()}
    for clues in found:
        clues.rarity = rarity


def _carry(found: list[Clues]) -> None:
    """Let each of `found` take over from the one before: the sort of question, whom a rating rates."""
    last: Clues | None = None
    rating: Clues | None = None
    for clues in found:
        matter = clues.matter
        if last is not None and not matter.measure and last.paragraph == clues.paragraph:
            matter = replace(matter, measure=last.matter.measure, source="carried" if last.matter.measure else "")
        if matter.rated and rating is not None and rating.matter.object:
            same = rating.sentence == clues.sentence
            if not matter.object or (same and matter.object_source == "before"):
                matter = replace(matter, object=rating.matter.object, object_source="carried")
        clues.matter, last = matter, clues
        if matter.rated:
            rating = clues
        elif rating is not None and rating.paragraph != clues.paragraph:
            rating = None
