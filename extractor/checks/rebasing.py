"""Shares recomputed without those who have no opinion: 44 for, 37 against and 19 undecided is 54 for of the decided."""

from collections.abc import Iterable
from dataclasses import dataclass

from extractor.checks.answers import AnswerSet
from extractor.checks.intervals import HUNDRED, Interval, exact, rebased, same_number
from extractor.checks.keys import same_response
from extractor.checks.views import ArticleView
from extractor.checks.words import cue
from extractor.models import Figure


@dataclass(frozen=True, slots=True)
class Rebase:
    """A share told of everyone, and the same share as it is of those with an opinion."""

    figure: Figure
    told_of_all: Figure
    possible: Interval


def decided(answers: AnswerSet) -> tuple[Figure, ...]:
    """The answers of a set without "don't know"; empty where the set leaves nobody out."""
    members = tuple(figure for figure in answers.figures if figure.response.stance != "dont_know")
    missing = HUNDRED - sum(exact(figure.value, figure.decimals) for figure in members)
    return members if len(members) >= 2 and missing > len(members) else ()


def rebased_forms(figure: Figure, sets: Iterable[AnswerSet]) -> list[Rebase]:
    """For each set that gives the same answer another value: what the value is without "don't know"."""
    found = []
    for answers in sets:
        if any(member.figure_id == figure.figure_id for member in answers.figures):
            continue
        members = decided(answers)
        for member in members:
            if same_response(member.response, figure.response) and not same_number(member, figure):
                found.append(Rebase(figure, member, rebased(member, members)))
    return found


def fits(rebase: Rebase) -> bool:
    """Whether the figure is what the share becomes without "don't know"."""
    return rebase.possible.meets(Interval.of(rebase.figure))


def says_rebased(view: ArticleView, figure: Figure) -> bool:
    """Whether the figure's sentence says that those without an opinion are left out."""
    return cue("rebased_cues").search(figure.evidence.sentence) is not None
