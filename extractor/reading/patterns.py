"""Regular expressions from lexicon phrases."""

import re
from collections.abc import Iterable


def any_of(phrases: Iterable[str]) -> str:
    """A pattern that matches any of `phrases` literally, the longest first."""
    return "(?:" + "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda p: (-len(p), p))) + ")"
