"""The other side of an answer: "approve" and "disapprove", else the negation."""

import re
from functools import cache, lru_cache

from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers
from extractor.lexicons.trees import tree

_NEGATION = re.compile(r"(?i)\b(?:(?:do|does|did)(?: not|n['’]t)|not)\b|n['’]t\b")

_FINITE = re.compile(r"(?i)\b(?:would|will|should|could|can|is|are|was|were)\b")
_CONTRAST = re.compile(r"(?P<one>\w+)(?P<than> (?:rather )?than (?P<other>\w+))")


@cache
def _pairs(language: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for one, other in load(Answers, language, "answers").opposites:
        table.setdefault(one, other)
        table.setdefault(other, one)
    return table


@cache
def _phrases(language: str) -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]]:
    """What finds any opposite that is told in several words, and each of them, the longest first."""
    pairs = _pairs(language)
    several = sorted((one for one in pairs if " " in one), key=lambda one: (-len(one), one))
    found = tuple((re.compile(rf"(?i)\b{re.escape(one)}\b"), pairs[one]) for one in several)
    return re.compile(rf"(?i)\b{tree(several, space=' ')}\b"), found


def without_contrast(label: str, language: str = "en") -> str:
    """`label` without the opposite that it is set against.

    >>> without_contrast("will decrease rather than increase")
    'will decrease'
    """
    match = _contrast(label, language)
    return " ".join((label[: match.start("than")] + label[match.end() :]).split()) if match else label


def _contrast(label: str, language: str) -> re.Match[str] | None:
    match = _CONTRAST.search(label)
    pairs = _pairs(language)
    return match if match and pairs.get(match["one"].lower()) == match["other"].lower() else None


@lru_cache(maxsize=4096)
def opposite(label: str, language: str = "en") -> str:
    """The opposite of `label`: its negation is dropped, or the word that turns it exchanged, or ``not`` put before.

    >>> opposite("approve of the mayor")
    'disapprove of the mayor'
    """
    contrast = _contrast(label, language)
    if contrast:
        return label[: contrast.start("one")] + contrast["other"] + label[contrast.end() :]
    several, phrases = _phrases(language)
    for phrase, other in phrases if several.search(label) else ():
        found = phrase.search(label)
        if found:
            return label[: found.start()] + other + label[found.end() :]
    negated = _NEGATION.search(label)
    if negated:
        return " ".join((label[: negated.start()] + label[negated.end() :]).split())
    pairs = _pairs(language)
    for match in re.finditer(r"[\w’']+", label):
        if match.group().lower() in pairs:
            return label[: match.start()] + pairs[match.group().lower()] + label[match.end() :]
    return f"not {label}"


def affirmed(label: str) -> str:
    """`label` without its negation."""
    return " ".join(_NEGATION.sub("", label, count=1).split())


def negated(label: str) -> str:
    """`label` with a negation, if it has none.

    >>> negated("worried about rain"), negated("the rain will stop"), negated("would not pay")
    ('not worried about rain', 'the rain will not stop', 'would not pay')
    """
    if _NEGATION.search(label):
        return label
    verb = _FINITE.search(label)
    return f"{label[: verb.end()]} not{label[verb.end() :]}" if verb else f"not {label}"
