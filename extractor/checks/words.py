"""The words checks look for, from ``lexicons/<language>/checks.toml``.

Checks import nothing of the extraction, so the file is read here and validated by a schema of its own.
"""

import re
import tomllib
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict


class CheckWords(BaseModel):
    """Schema of ``checks.toml``; each list is told there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    everyone: frozenset[str]
    adults: frozenset[str]
    stop: frozenset[str]
    negations: frozenset[str]
    strong_degrees: frozenset[str]
    mild_degrees: frozenset[str]
    sides: frozenset[str]
    no_opinion_cues: tuple[str, ...]
    neutral_cues: tuple[str, ...]
    oppose_cues: tuple[str, ...]
    favor_cues: tuple[str, ...]
    contrast_cues: tuple[str, ...]
    rest_cues: tuple[str, ...]
    multiple_cues: tuple[str, ...]
    rebased_cues: tuple[str, ...]
    elsewhere_cues: tuple[str, ...]
    earlier_cues: tuple[str, ...]
    part_cues: tuple[str, ...]
    lead_nouns: tuple[str, ...]
    net_cues: tuple[str, ...]
    pointing_words: frozenset[str]
    versus_cues: tuple[str, ...]
    rise_cues: tuple[str, ...]
    fall_cues: tuple[str, ...]
    rating_cues: tuple[str, ...]
    followed_cues: tuple[str, ...]
    leads_cues: tuple[str, ...]
    trails_cues: tuple[str, ...]
    most_common_cues: tuple[str, ...]
    majority_words: tuple[str, ...]
    most_openers: tuple[str, ...]
    hedge_cues: tuple[str, ...]
    times_cues: tuple[str, ...]
    more_cues: tuple[str, ...]
    weighted_cues: tuple[str, ...]
    tie_cues: tuple[str, ...]
    including_cues: tuple[str, ...]
    combined_cues: tuple[str, ...]
    every_cues: tuple[str, ...]
    poll_words: frozenset[str]
    organisation_words: frozenset[str]


@cache
def words_of(language: str = "en") -> CheckWords:
    """The lexicon of one language, read once."""
    path = resources.files("extractor").joinpath("lexicons", language, "checks.toml")
    return CheckWords.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


def either(cues: tuple[str, ...]) -> str:
    """A regular expression for any of the cues as whole words."""
    return rf"\b(?:{'|'.join(cues)})\b"


@cache
def cue(name: str) -> re.Pattern[str]:
    """The compiled pattern of one list of cues, by the list's name."""
    return re.compile(either(getattr(words_of(), name)), re.IGNORECASE)


@cache
def versus() -> re.Pattern[str]:
    """What may stand between the two shares of "48 to 44 percent": signs, a unit, one small word."""
    cues = "|".join(words_of().versus_cues)
    return re.compile(rf"^\W*(?:percent|per cent)?\W*(?:{cues})?\W*$", re.IGNORECASE)
