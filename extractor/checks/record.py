"""What is on record of earlier polls: the current shares they were told with, by pollster, population and answer.

XSR06 looks quoted values up there.  A store or a cluster keeps what these functions give as keys, so that looking up a
quoted value costs the same however much is on record.
"""

from bisect import bisect_left
from collections.abc import Sequence

from extractor.checks.answers import is_printed
from extractor.checks.keys import population_key, response_key
from extractor.checks.pollsters import pollster_words
from extractor.models import Article, Figure, Poll, Population

#: Facets of a population and the side or words of an answer; coarse, so that other words for the same are found.
Answer = tuple[tuple[tuple[str, str], ...], str]
#: Facets that a whole sample may have: named by one report, left out by the next.
WIDE = ("voters", "region")
_SIDES = ("favor", "oppose", "dont_know")

#: So many figures on record are looked at for one quoted value and word of the pollster's name.
AT_MOST = 40
#: Characters of a date that is known to the month.
_MONTH = 7


def names_of(poll: Poll) -> frozenset[str]:
    """The words that a poll's pollsters and sponsors are known by."""
    return pollster_words((*poll.pollsters, *poll.sponsors))


def day_of(poll: Poll, article: Article) -> str:
    """The day of a poll: the end of fieldwork, else of publication; empty or shorter where less is known."""
    return poll.field_end or (article.published or "")[:10]


def is_dated(day: str) -> bool:
    """Whether a date is known to the month, as a poll on record must be."""
    return len(day) >= _MONTH


def month_of(figure: Figure) -> str:
    """The month that a quoted value is said to be of; empty where none is told."""
    month = (figure.wave_date or "")[:_MONTH]
    return month if is_dated(month) else ""


def answer_of(figure: Figure) -> Answer:
    """Population and response of a figure, as they are looked up; what is found is still to be compared."""
    population, response = figure.population, figure.response
    facets = tuple(sorted((name, value) for name, value in population.facets.items() if name not in WIDE))
    return facets, response.stance if response.stance in _SIDES else response_key(response)


def same_people(a: Population, b: Population) -> bool:
    """Whether two populations of one key may be the same: no other country, region or sort of voters, nor other words
    where facets do not tell."""
    if a.country and b.country and a.country != b.country:
        return False
    if any(value != b.facets.get(name, value) for name, value in a.facets.items() if name != "voters"):
        return False
    first, second = population_key(a)[2], population_key(b)[2]
    return first == second or not first or not second


def is_on_record(figure: Figure) -> bool:
    """Whether quoted values can be held against a figure."""
    return figure.wave == "current" and figure.kind == "share" and is_printed(figure)


def is_quoted(figure: Figure) -> bool:
    """Whether a figure is a value quoted from an earlier poll that can be held against the record."""
    return figure.wave == "previous" and figure.kind == "share" and is_printed(figure)


def window(days: Sequence[str], day: str, month: str) -> slice:
    """Which of the sorted `days` on record a value quoted on `day` is held against.

    Of a month, if one is told: then its first `AT_MOST`; else the last `AT_MOST` before `day`.
    """
    end = bisect_left(days, day)
    if not month:
        return slice(max(0, end - AT_MOST), end)
    start = bisect_left(days, month)
    return slice(start, min(end, bisect_left(days, f"{month}~"), start + AT_MOST))
