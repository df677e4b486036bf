"""Age groups in words: "18- to 29-year-olds", "aged 70 and older", "in their 20s", "under 30"."""

from collections.abc import Sequence
from functools import cache

from extractor.parsing.population_words import Word, population_words

_MAX_AGE = 110


def age_at(words: Sequence[Word], i: int, *, bare: bool = True) -> tuple[int, str] | None:
    """The age group that starts at word `i`: the index after it and its range as ``18-29``, ``70+`` or ``-30``.

    With `bare` unset, a range counts only where "aged", "years old", "older" or the like says that it is one.
    """
    lexicon = _words()
    if i >= len(words) or (words[i].lower not in lexicon["openers"] and not words[i].text.isdigit()):
        return None
    start = i
    marked = not bare
    if i < len(words) and words[i].lower in lexicon["ages"]:
        i, marked = i + 1, True
    elif _lower(words, i) == "in" and _lower(words, i + 1) in ("their", "the"):
        return _decade(words, i + 2)
    between = _lower(words, i) == "between"
    if between:
        i += 1
        if _lower(words, i) == "the":
            i += 1
        if _lower(words, i) == "ages":
            i, marked = i + 1, True
        if _lower(words, i) == "of":
            i += 1
    bound = _bound(words, i)
    if bound is not None and not between:
        return bound
    low = _number(words, i)
    if low is None:
        return None
    return _range(words, i + 1, low, marked or between, start)


def _range(words: Sequence[Word], i: int, low: int, marked: bool, start: int) -> tuple[int, str] | None:
    lexicon = _words()
    joiner = _lower(words, i)
    if joiner in ("and", "or", "+") and (joiner == "+" or _lower(words, i + 1) in lexicon["bounds"]):
        young = joiner != "+" and words[i + 1].lower in lexicon["below"]
        end = i + (1 if joiner == "+" else 2)
        return end, f"-{low}" if young else f"{low}+"
    if joiner == "plus" and words[i].glued:
        return i + 1, f"{low}+"
    if joiner == "somethings":
        return i + 1, f"{low}-{low + 9}"
    if joiner == "-" and _lower(words, i + 1) == "to":
        i, joiner = i + 1, "to"
    glued = _number(words, i) is not None and words[i].glued
    after = i if glued else i + 1
    high = _number(words, after) if glued or joiner in ("to", "-", "–", "and", "through") else None
    end = after + 1 if high is not None else i
    olds = _years_old(words, end)
    if olds is not None:
        end, marked = olds, True
    elif high is not None and (_is_plural(words, end) or _lower(words, end) in lexicon["cohorts"]):
        end, marked = end + 1, True  # "16-34s", "the 18-34 cohort"
    if high is not None and high > low and marked:
        return end + (olds is None and _lower(words, end) == "years"), f"{low}-{high}"
    if high is None and marked and start != i - 1:
        return end, str(low)
    return None


def _is_plural(words: Sequence[Word], i: int) -> bool:
    return _lower(words, i) == "s" and words[i].start == words[i - 1].end


def _years_old(words: Sequence[Word], i: int) -> int | None:
    if _lower(words, i) in ("year", "years") and _lower(words, i + 1) in ("old", "olds", "of"):
        return i + 3 if words[i + 1].lower == "of" else i + 2
    return None


def _bound(words: Sequence[Word], i: int) -> tuple[int, str] | None:
    lexicon = _words()
    word = _lower(words, i)
    if word not in lexicon["bounds"]:
        return None
    k = i + 1
    if _lower(words, k) == "than":
        k += 1
    first = k
    if _lower(words, k) == "the" and _lower(words, k + 1) == "age":
        k += 2
        if _lower(words, k) == "of":
            k += 1
    elif _lower(words, k) == "age":
        k += 1
    number = _number(words, k)
    if number is None:
        return None
    olds = _years_old(words, k + 1)
    if _lower(words, k + 1) == "s" and words[k + 1].start == words[k].end:
        olds = k + 2
    if olds is None and k == first and (word in _AMOUNTS or _counts(words, k + 1)):
        return None
    end = olds or k + 1
    return end, f"{number}+" if word in lexicon["above"] else f"-{number}"


def _counts(words: Sequence[Word], i: int) -> bool:
    """Whether a unit, or the rest of a ratio, follows a number: "under 35 percent", but not "under 35 in the north"."""
    unit = _lower(words, i)
    return unit in _UNITS or (unit in ("in", "out") and _lower(words, i + 1)[:1].isdigit())


def _decade(words: Sequence[Word], i: int) -> tuple[int, str] | None:
    if i < len(words) and words[i].lower in _DECADES:
        low = _DECADES[words[i].lower]
        return i + 1, f"{low}-{low + 9}"
    low_number = _number(words, i)
    if low_number is None or low_number % 10 or _lower(words, i + 1) not in ("s", "'s"):
        return None
    return i + 2, f"{low_number}-{low_number + 9}"


#: Words that bound any number, not only ages, and what follows a number that is no age.
_AMOUNTS = frozenset(("more", "less", "up"))
_UNITS = frozenset(
    (
        "percent",
        "pc",
        "pct",
        "%",
        "per",
        "percentage",
        "point",
        "points",
        "million",
        "billion",
        "thousand",
        "hours",
        "days",
    )
)
_DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70}


def _number(words: Sequence[Word], i: int) -> int | None:
    if i < len(words) and words[i].text.isascii() and words[i].text.isdigit() and 5 <= int(words[i].text) <= _MAX_AGE:
        return int(words[i].text)
    return None


def _lower(words: Sequence[Word], i: int) -> str:
    return words[i].lower if 0 <= i < len(words) else ""


@cache
def _words() -> dict[str, frozenset[str]]:
    clauses = population_words().clauses
    ages, above, below = frozenset(clauses.ages), frozenset(clauses.above), frozenset(clauses.below)
    bounds = above | below
    return {
        "ages": ages,
        "above": above,
        "below": below,
        "cohorts": frozenset(clauses.cohorts),
        "bounds": bounds,
        "openers": ages | bounds | {"in", "between"},
    }
