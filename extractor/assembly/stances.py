"""The side an answer takes on its question, read off its wording."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers
from extractor.lexicons.screens import Screen
from extractor.models import Stance

_NEGATION = re.compile(r"(?i)\b(?:not|no longer|never|neither|cannot)\b|n['’]t\b")
#: How many words of degree or grammar may stand before the word that takes a side.
_REACH = 4
_MODALS = ("should", "shouldn't")


@dataclass(frozen=True, slots=True)
class _Sides:
    favor: Screen
    oppose: Screen
    neutral: re.Pattern[str]
    dont_know: Screen


@cache
def _sides(language: str) -> _Sides:
    lexicon = load(Answers, language, "answers").stances
    favor, oppose, neutral, dont_know = (
        re.compile(rf"(?i)\b(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})\b")
        for words in (lexicon.favor, lexicon.oppose, lexicon.neutral, lexicon.dont_know)
    )
    return _Sides(Screen(favor), Screen(oppose), neutral, Screen(dont_know))


@lru_cache(maxsize=4096)
def stance(label: str, language: str = "en") -> Stance:
    """The side that the answer `label` takes; ``other`` where its words take none.

    >>> stance("strongly oppose the tax"), stance("do not approve"), stance("undecided"), stance("Jane Smith")
    ('oppose', 'oppose', 'dont_know', 'other')
    """
    sides = _sides(language)
    if sides.dont_know.search(label):
        return "dont_know"
    if sides.neutral.match(label):
        return "neutral"
    words = label.split()
    # "Should" takes its side from behind the thing that should be, verbs of opinion stand in front of theirs.
    modal = next((i for i, word in enumerate(words) if word.lower() in _MODALS), 0)
    head = " ".join(words[: max(_REACH, modal + 2)])
    found = [
        (match.start(), -len(match.group()), side)
        for side, match in (("favor", sides.favor.search(head)), ("oppose", sides.oppose.search(head)))
        if match
    ]
    if not found:
        return "other"
    start, _, side = min(found)
    if _NEGATION.search(head[:start]):
        side = "oppose" if side == "favor" else "favor"
    return "favor" if side == "favor" else "oppose"


def names_side(label: str, language: str = "en") -> bool:
    """Whether a word for a side stands anywhere in `label`: "the idea that taxes rise is opposed"."""
    sides = _sides(language)
    return sides.favor.search(label) is not None or sides.oppose.search(label) is not None
