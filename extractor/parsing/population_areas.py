"""Areas by their size or kind, whose people are a group: "in rural areas", "in towns of fewer than 5,000 people"."""

from collections.abc import Sequence

from extractor.parsing.population_forms import forms_of
from extractor.parsing.population_words import Table, Word, matches_at, population_words

_INSIDE = frozenset(("in", "across", "throughout", "outside"))
_TAIL = frozenset(("with", "of", "that", "have", "a", "population", "the", "between", "less", "fewer", "more", "than",
                   "at", "least", "under", "over", "up", "to", "about", "and", "million", "thousand", "people",
                   "residents", "inhabitants"))  # fmt: skip
_COUNTED = frozenset(("million", "thousand", "people", "residents", "inhabitants"))
_BETWEEN = frozenset(',“”"')
#: How many words before and after the noun are read.
_BEFORE, _AFTER = 8, 13


def areas(words: Sequence[Word], table: Table, language: str = "en") -> dict[int, int]:
    """The areas after "in": first word and the word behind the last."""
    nouns = forms_of(language).areas
    found: dict[int, int] = {}
    for i, word in enumerate(words):
        if word.lower not in nouns:
            continue
        start = _start(words, i, language)
        if start is None:
            continue
        end = _counted_tail(words, i + 1)
        kinds = population_words(language).clauses.area_kinds
        if end > i + 1 or any(words[k].lower in kinds for k in range(start, i)):
            found[start] = _placed_tail(words, end, table)
    return found


def _start(words: Sequence[Word], noun: int, language: str) -> int | None:
    """The first word after "in" or "in the" that describes the area."""
    forms = forms_of(language)
    for k in range(noun - 1, max(-1, noun - 2 - _BEFORE), -1):
        word = words[k]
        if word.lower in _INSIDE:
            start = k + 1
            while start < noun and words[start].lower in ("the", "these", "those", "some", "most", "many"):
                start += 1
            return start
        if word.text[0] in _BETWEEN:
            continue
        if not word.text[0].isalpha() or word.lower in forms.reports or word.lower in forms.stops - {"and", "or"}:
            return None
    return None


def _counted_tail(words: Sequence[Word], i: int) -> int:
    """The word after "with at least 5 million people", `i` if no number of people follows."""
    end, number = i, False
    if i < len(words) and words[i].lower in ("with", "of", "that", "under", "over"):
        for k in range(i, min(i + _AFTER, len(words))):
            digit = words[k].text[0].isdigit()
            if not digit and words[k].lower not in _TAIL:
                break
            number = number or digit
            if number and words[k].lower in _COUNTED:
                end = k + 1
    return end


def _placed_tail(words: Sequence[Word], i: int, table: Table) -> int:
    """The word after "of the Midwest" or "in the upper Midwest"."""
    if i + 1 >= len(words) or words[i].lower not in ("of", "in"):
        return i
    k = i + 1
    if words[k].lower == "the":
        for after in (k + 1, k + 2):
            if after < len(words) and words[after].text[0].isupper() and words[k + 1].text[0].isalpha():
                return after + 1
        return i
    found = [e for e in matches_at(words, k, table) if e.role == "place"]
    return k + len(found[0].words) if found else i
