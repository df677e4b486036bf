"""Which shares are exclusive answers to one question: the ground that sums, nets and rebased shares stand on.

Extraction binds most figures right but not all, so what counts as a set is strict: one poll, question, population and
wave; printed numbers; two sides that are each other's opposite; all told in one place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from extractor.checks.intervals import sum_tolerance, total
from extractor.checks.keys import is_name, words
from extractor.checks.places import is_place
from extractor.checks.views import ArticleView, GroupKey
from extractor.checks.words import cue, words_of
from extractor.models import Figure, Response, Stance

_SIDE_CUES: tuple[tuple[str, Stance], ...] = (
    ("no_opinion_cues", "dont_know"),
    ("neutral_cues", "neutral"),
    ("oppose_cues", "oppose"),
    ("favor_cues", "favor"),
)
_SIDES: tuple[Stance, ...] = ("favor", "oppose", "neutral", "dont_know")


@dataclass(frozen=True, slots=True)
class AnswerSet:
    """Exclusive answers of one group, one figure each, in the order of the text."""

    key: GroupKey
    figures: tuple[Figure, ...]

    @property
    def total(self) -> Decimal:
        """The sum of the printed shares."""
        return total(self.figures)

    @property
    def tolerance(self) -> Decimal:
        """By how much rounding lets the sum miss 100."""
        return sum_tolerance(self.figures)

    def of(self, stance: Stance) -> Figure | None:
        """The figure of one side, if the set has it."""
        return next((figure for figure in self.figures if side_of(figure.response) == stance), None)


@lru_cache(maxsize=65536)
def _side_of_label(label: str) -> Stance:
    for name, stance in _SIDE_CUES:
        if cue(name).search(label):
            return stance
    return "other"


def side_of(response: Response) -> Stance:
    """The side an answer takes: its stance, or what the words of its label say where the record leaves it open."""
    return response.stance if response.stance != "other" else _side_of_label(response.label)


#: Fractions stand for wide ranges: "two-thirds", "six in 10", "one out of four".
_FRACTION = re.compile(r"\b(?:in|out of)\s+(?:\d|\w+\b)", re.IGNORECASE)
_UNIT = re.compile(r"cent\b|percent|points?\b", re.IGNORECASE)


def is_printed(figure: Figure) -> bool:
    """Whether the number was printed as a number: no hedge, no fraction in words ("two-thirds", "six in 10")."""
    return figure.qualifier == "exact" and _is_number(figure.evidence.exact)


@lru_cache(maxsize=65536)
def _is_number(exact: str) -> bool:
    if _FRACTION.search(exact):
        return False
    return any(char.isdigit() for char in exact) or _UNIT.search(exact) is not None


def degree(response: Response) -> str:
    """``strong``, ``mild`` or an empty string: the degree that a label states."""
    return _degree_of_label(response.label)


@lru_cache(maxsize=65536)
def _degree_of_label(label: str) -> str:
    lexicon, stems = words_of(), label.casefold().split()
    if any(stem in lexicon.strong_degrees for stem in stems):
        return "strong"
    return "mild" if any(stem in lexicon.mild_degrees for stem in stems) else ""


def object_of(response: Response) -> frozenset[str]:
    """Stems of a label without the words for side and degree: what one is for or against, if it is named."""
    lexicon = words_of()
    left_out = lexicon.sides | lexicon.strong_degrees | lexicon.mild_degrees | lexicon.pointing_words
    return frozenset(
        words(" ".join(w for w in response.label.casefold().replace("’", "'").split() if w not in left_out))
    )


def core_of(response: Response) -> frozenset[str]:
    """Stems of a label without the words for degree: what "approve" and "strongly approve" share."""
    lexicon = words_of()
    degrees = lexicon.strong_degrees | lexicon.mild_degrees
    return frozenset(words(" ".join(word for word in response.label.casefold().split() if word not in degrees)))


def opposed(a: Response, b: Response) -> bool:
    """Whether two labels are the two sides of one thing: opposite stances, and objects that do not differ.

    Labels without a word for their side ("leave", "stay") are what the stances of the records say.
    """
    if {side_of(a), side_of(b)} != {"favor", "oppose"}:
        return False
    if _side_of_label(a.label) == _side_of_label(b.label) == "other":
        return True
    first, second = object_of(a), object_of(b)
    return not first or not second or first <= second or second <= first


def allows_multiple(view: ArticleView, key: GroupKey) -> bool:
    """Whether respondents could give several answers, by the record or by the article's words."""
    question = view.questions.get(key[1])
    if question is not None and question.multiple_answers:
        return True
    told: bool | None = view.memo.get("multiple")
    if told is None:
        told = view.memo["multiple"] = cue("multiple_cues").search(view.article.text) is not None
    return told


def answer_sets(view: ArticleView) -> list[AnswerSet]:
    """The sets of exclusive answers of an article, one per question, population and wave.

    Where an answer is told with two values, each paragraph is taken by itself.
    """
    known: list[AnswerSet] | None = view.memo.get("answer_sets")
    if known is None:
        known = view.memo["answer_sets"] = _answer_sets(view)
    return known


def _answer_sets(view: ArticleView) -> list[AnswerSet]:
    sets = []
    for key, figures in view.shares.items():
        if len(figures) < 2 or allows_multiple(view, key):
            continue
        whole = _set_of(view, key, figures)
        if whole is not None:
            sets.append(whole)
            continue
        paragraphs: dict[int, list[Figure]] = {}
        for figure in figures:
            paragraphs.setdefault(view.paragraph(figure), []).append(figure)
        if len(paragraphs) > 1:
            parts = [_set_of(view, key, part) for part in paragraphs.values()]
            sets.extend(part for part in parts if part is not None)
    known = {figure.figure_id for found in sets for figure in found.figures}
    sets.extend(pair for pair in _contrasts(view) if not {f.figure_id for f in pair.figures} & known)
    return sets


def _set_of(view: ArticleView, key: GroupKey, figures: list[Figure]) -> AnswerSet | None:
    return _sides(view, key, figures) or _race(view, key, figures)


def _sides(view: ArticleView, key: GroupKey, figures: list[Figure]) -> AnswerSet | None:
    """For, against and what lies between, one figure each; degrees and totals are not mixed."""
    plain = [figure for figure in figures if not degree(figure.response)]
    by_side: dict[Stance, Figure] = {}
    for figure in plain:
        stance = side_of(figure.response)
        if stance not in _SIDES or not is_printed(figure):
            return None
        known = by_side.setdefault(stance, figure)
        # Told again elsewhere: the first stands for it.  Told differently: no ground for sums.
        if known.value != figure.value:
            return None
    if "favor" not in by_side or "oppose" not in by_side:
        return None
    if not opposed(by_side["favor"].response, by_side["oppose"].response):
        return None
    members = tuple(sorted(by_side.values(), key=lambda figure: figure.evidence.start))
    return AnswerSet(key, members) if _told_together(view, members) else None


def _race(view: ArticleView, key: GroupKey, figures: list[Figure]) -> AnswerSet | None:
    """Candidates or parties: names, all in one sentence, besides those without an opinion."""
    first = view.sentence_start(figures[0])
    if cue("rating_cues").search(figures[0].evidence.sentence):
        return None
    members: dict[str, Figure] = {}
    for figure in figures:
        named = is_name(figure.response.label) and side_of(figure.response) in ("other", "neutral")
        if not is_printed(figure) or not (named or side_of(figure.response) == "dont_know"):
            return None
        # A name that was carried over from another sentence, a place, and "100 percent" are no ground for a sum.
        if "response" in figure.inferred or figure.value >= 100 or is_place(figure.response.label):
            return None
        if view.sentence_start(figure) != first:
            continue
        known = members.setdefault(view.answer(figure), figure)
        if known.value != figure.value:
            return None
    ordered = tuple(sorted(members.values(), key=lambda figure: figure.evidence.start))
    if sum(side_of(figure.response) != "dont_know" for figure in ordered) < 2 or not _told_together(view, ordered):
        return None
    return AnswerSet(key, ordered)


def _contrasts(view: ArticleView) -> Iterator[AnswerSet]:
    """Two answers told side by side, the second of which says that it is not the first ("someone else").

    They answer one question even where the two were taken for two.
    """
    for figures in view.sentences.values():
        for a, b in pairwise(figures):
            if a.kind != "share" or b.kind != "share" or a.wave != b.wave or a.poll_id != b.poll_id:
                continue
            alike = view.population(a) == view.population(b) and is_printed(a) and is_printed(b)
            contrast = [cue("contrast_cues").search(figure.response.label) is not None for figure in (a, b)]
            if alike and contrast == [False, True] and not allows_multiple(view, view.key(a)):
                yield AnswerSet(view.key(a), (a, b))


def _told_together(view: ArticleView, figures: tuple[Figure, ...]) -> bool:
    """Whether no figure of another question or population stands between the first and the last."""
    low, high = figures[0].evidence.start, figures[-1].evidence.start
    keys = {view.key(figure)[1:3] for figure in figures}
    within = [
        figure for figure in view.between_places(low, high) if figure.kind == "share" and figure.wave == "current"
    ]
    return all(view.key(figure)[1:3] in keys for figure in within)
