"""Which word of a person's name stands for the person: the last, or the first where the family name comes first."""

import re
from collections.abc import Sequence

#: A given name of two syllables, the second in lower case: "Geun-hye", "Ing-wen".
_GIVEN = re.compile(r"[A-Z][a-z]{0,6}[-‐‑][a-z]{1,6}")


def family_name(words: Sequence[str]) -> str:
    """The family name of a name of one word or more.

    >>> family_name(["Angela", "Merkel"]), family_name(["President", "Park", "Geun-hye"])
    ('Merkel', 'Park')
    """
    given_last = len(words) > 1 and _GIVEN.fullmatch(words[-1]) and words[-2][:1].isupper()
    return words[-2] if given_last else words[-1]
