"""Groups whose noun stands elsewhere in the sentence: the "60% of Dale's" that follows "82% of Rivera's voters"."""

import re
from collections.abc import Iterator, Sequence

from extractor.parsing.population_forms import forms_of

#: Somebody's, with no noun behind it.
_OWNER = re.compile(
    r"(?<![\w’'-])(?P<name>(?:[A-Z][\w-]*\s){0,2}[A-Z][\w-]*)(?P<mark>['’]s|(?<=s)['’])"
    r"(?=\s*(?:[.,;)]|\(\d|$)|\s+(?:and|or|but|to|was|were|is|are|rose|fell|stayed|stood|remained|came|had|have|say|said|"
    r"saw|see|think|thought|want|agree|agreed|approve|back|did|do)\b)"
)
#: Before it: what is counted or compared, or the start of a clause.
_BEFORE = re.compile(
    r"(?:\b(?:of|among|amongst|than|with|for|from)|(?:^|[.;,])(?:\s+(?:and|but|while))?)\s+$", re.IGNORECASE
)
_DWELLERS = frozenset(("people", "inhabitants"))
_FIGURE = re.compile(r"\d")
#: How far off the noun and a figure may stand, in characters.
_REACH, _NEAR, _LEAD = 220, 40, 14


def owners(text: str, groups: Sequence[tuple[int, int]], language: str = "en") -> Iterator[tuple[int, int, str]]:
    """The half-open ranges of names that own such a group, each with the noun it leaves out.

    The noun is that of the nearest of `groups` before it, else behind it, that a name tells ("Rivera's voters").
    """
    named = [(start, end, noun) for start, end in groups if (noun := _noun(text[start:end], language))]
    if not named:
        return
    for owner in _OWNER.finditer(text):
        start, end = owner.span()
        if not _BEFORE.search(text, max(0, start - _LEAD), start):
            continue
        if not _FIGURE.search(text, max(0, start - _NEAR), end + _NEAR):
            continue
        before = [noun for _, stop, noun in named if 0 <= start - stop < _REACH and "\n" not in text[stop:start]]
        behind = [noun for first, _, noun in named if 0 <= first - end < _NEAR and "\n" not in text[end:first]]
        if before or behind:
            yield start, end, before[-1] if before else behind[0]


def owner_name(words: str) -> str:
    """The name in the mention of an owner: "Dale" for "Dale's"."""
    return words[:-2] if words.endswith(("'s", "’s")) else words.rstrip("'’")


def _noun(group: str, language: str) -> str:
    """The noun of a group that a name tells; empty for all others."""
    name, _, noun = group.rpartition(" ")
    told = noun in forms_of(language).by_names or noun in _DWELLERS
    return noun if name[:1].isupper() and told else ""
