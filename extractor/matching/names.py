"""Names of pollsters and sponsors, compared without a list of aliases.

"ABC News/Washington Post", "Washington Post-ABC" and ["The Washington Post", "ABC News"] are the same organisations;
"AP" is the Associated Press by its initials.  Words that most organisations carry ("News", "University") do not count.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from extractor.matching.labels import lexicon

_WORD = re.compile(r"[^\W_]+(?:['’&.][^\W_]+)*")
#: Where one string holds several names.  A hyphen parts two names only if each has two letters ("AP-NORC", "Dong-A").
_JOINT = re.compile(r"\s*[/;,]\s*|\s+(?:and|&)\s+|(?<=\w\w)\s*[-–—]\s*(?=[A-Z]\w)")
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Name:
    """One organisation: its telling words, and the initials of all its words ("" for one word)."""

    words: frozenset[str]
    initials: frozenset[str]


def read_names(*names: tuple[str, ...]) -> tuple[Name, ...]:
    """The organisations behind the names of pollsters and sponsors, joint names taken apart, in a fixed order."""
    found = {name for group in names for text in group for name in _parts(text)}
    # "ABC News/Washington Post" beside "ABC News": the parts are the same.
    return tuple(sorted(found, key=lambda name: (sorted(name.words), sorted(name.initials)))[:_LONGEST])


@lru_cache(maxsize=16384)
def _parts(text: str) -> tuple[Name, ...]:
    parts = (_name(part) for part in _JOINT.split(text.replace("’", "'")))
    return tuple(dict.fromkeys(part for part in parts if part.words))


def _name(text: str) -> Name:
    words = lexicon().organisations
    tokens = [token.casefold().removesuffix("'s").replace(".", "") for token in _WORD.findall(text)]
    telling = frozenset(t for t in tokens if t not in words.generic and len(t) > 1) or frozenset(
        t for t in tokens if t not in words.small and len(t) > 1
    )
    initials = set()
    if len(tokens) > 1 and not any(token.isupper() for token in _WORD.findall(text) if len(token) > 1):
        # "UNH" leaves out the small words, "DFER" keeps some: both spellings are known.
        initials = {"".join(t[0] for t in tokens), "".join(t[0] for t in tokens if t not in words.small)}
    return Name(telling, frozenset(i for i in initials if len(i) > 1))


def same_name(a: Name, b: Name) -> bool:
    """Whether two names are one organisation: the same telling words, one a part of the other, or its initials."""
    if a.words <= b.words or b.words <= a.words:
        return True
    return any(len(short.words) == 1 and short.words <= long.initials for short, long in ((a, b), (b, a)))


@lru_cache(maxsize=65536)
def agreement(a: tuple[Name, ...], b: tuple[Name, ...]) -> str:
    """How two sets of names relate: ``unnamed``, ``equal``, ``part``, ``overlap`` or ``disjoint``."""
    if not a or not b:
        return "unnamed"
    in_b = sum(any(same_name(x, y) for y in b) for x in a)
    in_a = sum(any(same_name(x, y) for x in a) for y in b)
    if in_b == len(a) and in_a == len(b):
        return "equal"
    if in_b == len(a) or in_a == len(b):
        return "part"
    return "overlap" if in_b else "disjoint"


def name_keys(names: tuple[Name, ...]) -> tuple[str, ...]:
    """What each organisation can be looked up by: its words, and its initials as another article may give them."""
    keys = set()
    for name in names:
        keys.add(" ".join(sorted(name.words)))
        if len(name.words) > 1 or name.initials:
            keys.update(name.initials)
        if len(name.words) > 1:
            keys.update(sorted(name.words, key=lambda w: (-len(w), w))[:1])
    return tuple(sorted(keys))
