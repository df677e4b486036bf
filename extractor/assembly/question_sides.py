"""The sides of a question's answers, where the answers beside an answer tell what its own words do not.

"Want a referendum" and "do not want one" are for and against; "would vote for Measure T" is for it where others "would
vote against it".
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from extractor.assembly.stances import names_side, stance
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers
from extractor.models import Stance

_NOT = r"(?:n['’]t\b|\s?\bnot\b)"
_WORD = re.compile(r"[\w’'-]{3,}")
#: So many first letters make two forms of a word one: "want", "wanted", "wants".
_STEM = 5


class _Patterns(NamedTuple):
    negation: re.Pattern[str]
    auxiliaries: frozenset[str]
    wish: re.Pattern[str]
    for_it: re.Pattern[str]
    against: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    lexicon = load(Answers, language, "answers")
    auxiliary = "|".join(map(re.escape, lexicon.auxiliaries))
    wish = "|".join(map(re.escape, lexicon.stances.wishes))
    return _Patterns(
        re.compile(rf"(?i)\b(?:{auxiliary})?{_NOT}"),
        frozenset(lexicon.auxiliaries),
        re.compile(rf"(?i)(?:would\s)?(?:{wish})\b"),
        re.compile(r"(?i)^(?:\w+\s){0,3}for\b"),
        re.compile(r"(?i)^(?:\w+\s){0,3}against\b"),
    )


def sides(labels: Iterable[str], language: str = "en") -> dict[str, Stance]:
    """The stance of each answer of one question.

    >>> sides(["want a referendum", "do not want a referendum"])
    {'want a referendum': 'favor', 'do not want a referendum': 'oppose'}
    >>> sides(["would vote for Measure T", "against it", "undecided"])
    {'would vote for Measure T': 'favor', 'against it': 'oppose', 'undecided': 'dont_know'}
    >>> sides(["want a ban on ads", "in favor of a ban", "against"])
    {'want a ban on ads': 'favor', 'in favor of a ban': 'favor', 'against': 'oppose'}
    >>> sides(["all residents of the town are opposed", "against it"])
    {'all residents of the town are opposed': 'other', 'against it': 'oppose'}
    >>> sides(["Jane Smith", "John Doe", "against both"])
    {'Jane Smith': 'other', 'John Doe': 'other', 'against both': 'oppose'}
    """
    found: dict[str, Stance] = {label: stance(label) for label in dict.fromkeys(labels)}
    told = set(found.values())
    if len(found) == 1 or "other" not in told:
        return found
    words = _patterns(language)
    open_ones = [label for label, side in found.items() if side == "other"]
    plain = {_content(label, words): label for label in open_ones if not words.negation.search(label)}
    for label in open_ones:
        partner = plain.get(_content(label, words)) if words.negation.search(label) else None
        if partner is not None:
            found[partner], found[label] = "favor", "oppose"
    open_ones = [label for label in open_ones if found[label] == "other"]
    if any(map(words.against.search, found)):
        for label in open_ones:
            if words.for_it.search(label) and not names_side(label):
                found[label] = "favor"
        open_ones = [label for label in open_ones if found[label] == "other"]
    if len(open_ones) == 1 and not names_side(open_ones[0]) and _is_for(open_ones[0], found, words):
        found[open_ones[0]] = "favor"
    return found


def _is_for(label: str, found: dict[str, Stance], words: _Patterns) -> bool:
    """Whether the one answer without a side is for what another one is against, or wants what another one is for."""
    told = set(found.values())
    if "favor" not in told:
        return "oppose" in told
    if not words.wish.match(label):
        return False
    wanted = set(_content(label[words.wish.match(label).end() :], words))  # type: ignore[union-attr]
    if not wanted:
        return True
    return any(wanted & set(_content(other, words)) for other, side in found.items() if side == "favor")


def _content(label: str, words: _Patterns) -> tuple[str, ...]:
    """The words of a label without negation and what carries it, as stems."""
    told = _WORD.findall(words.negation.sub(" ", label).casefold())
    return tuple(word[:_STEM] for word in told if word not in words.auxiliaries)
