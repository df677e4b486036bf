"""When two labels mean the same: overlap of content-word stems, with guards for numbers, polarity and degree."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from extractor.lexicons import loader
from extractor.lexicons.schemas.records import EvaluationWords

Stems = frozenset[str]

#: Share of common stems, of both labels' mean number, from which two labels agree.
POPULATION_OVERLAP = 0.66
RESPONSE_OVERLAP = 0.5
#: A response may say up to this many words more than the gold label it contains.
EXTRA_STEMS = 4
STEM_LENGTH = 5
_TOKEN = re.compile(r"[a-z]+|\d+(?:\.\d+)?")
_WORD = re.compile(r"[a-z]+")


@cache
def _words() -> EvaluationWords:
    words: EvaluationWords = loader.load(EvaluationWords, "en", "evaluation")
    return words


@lru_cache(maxsize=16384)
def stems(label: str) -> Stems:
    """Content-word stems of a label: lower case, no accents, demonyms folded, first five letters; numbers whole."""
    words = _words()
    text = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower().replace("'s", "")
    kept = (words.folded.get(token, token) for token in _TOKEN.findall(text) if token not in words.stop)
    return frozenset(token if token[0].isdigit() else token[:STEM_LENGTH] for token in kept)


def overlap(a: Stems, b: Stems) -> float:
    """Dice coefficient of two sets of stems (0 to 1); two empty sets agree."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def same_population(label: str, accepted: Iterable[str]) -> bool:
    """Whether `label` names one of the accepted populations: enough common stems and the very same numbers."""
    got = stems(label)
    return any(
        _numbers(got) == _numbers(want) and overlap(got, want) >= POPULATION_OVERLAP for want in map(stems, accepted)
    )


def same_response(label: str, accepted: Iterable[str]) -> bool:
    """Whether `label` is one of the accepted answers: common stems, same polarity, degree and side."""
    got = stems(label)
    for alias in accepted:
        want = stems(alias)
        if _negated(label) != _negated(alias) or _contrary(got, want):
            continue
        contains = bool(want) and want <= got and len(got) <= len(want) + EXTRA_STEMS
        if overlap(got, want) >= RESPONSE_OVERLAP or contains:
            return True
    return False


def _numbers(of: Stems) -> Stems:
    return frozenset(stem for stem in of if stem[0].isdigit())


@lru_cache(maxsize=16384)
def _negated(label: str) -> bool:
    return not _words().negations.isdisjoint(_WORD.findall(label.lower().replace("n't", " not")))


def _contrary(a: Stems, b: Stems) -> bool:
    """Whether two responses differ in degree, or each has the side that the other lacks."""
    words = _words()
    if a & words.degrees != b & words.degrees:
        return True
    return any(
        {x, y} & a == {one} and {x, y} & b == {other} for x, y in words.opposites for one, other in ((x, y), (y, x))
    )
