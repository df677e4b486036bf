"""Copies and near-copies of articles, by MinHash over word shingles (Broder 1997), banded for look-up.

A retelling of the same facts in other words shares few shingles and is no reprint.  A story made from the same
template about another poll shares shingles but not its numbers, and is none either.
"""

import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extractor.matching.graph import components, pairs_of_block
from extractor.models import Article

if TYPE_CHECKING:
    from datasketch import MinHash

_SHINGLE = 5
_PERMUTATIONS = 128
_ROWS = 4
_SCHEME = "affine32"
#: Texts with fewer shingles are too short to tell a copy.
_SHORTEST = 25
#: At least so much of the shorter text must be in the longer one, and so much of both be common.
_CONTAINED = 0.75
_COMMON = 0.4
_NUMBERS_COMMON = 0.5
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Signature:
    """What an article is compared by: its MinHash, how many shingles it has, and its numbers."""

    article_id: str
    published: str
    hashes: tuple[int, ...]
    shingles: int
    numbers: frozenset[str]


def signature(article: Article) -> Signature | None:
    """The signature of an article; None if it is too short to tell a copy.  A pure function of the record."""
    words = [word.casefold() for word in _WORD.findall(article.text)]
    shingles = {" ".join(words[i : i + _SHINGLE]).encode() for i in range(len(words) - _SHINGLE + 1)}
    if len(shingles) < _SHORTEST:
        return None
    sketch = _sketch()
    sketch.update_batch(sorted(shingles))
    return Signature(
        article_id=article.article_id,
        published=article.published or "",
        hashes=tuple(int(value) for value in sketch.hashvalues),
        shingles=len(shingles),
        numbers=frozenset(number.rstrip(".,") for number in _NUMBER.findall(article.text)),
    )


def _sketch() -> "MinHash":
    """An empty sketch.  The permutations are made once."""
    from datasketch import MinHash  # noqa: PLC0415  (takes SciPy with it, which costs more than all else at start-up)

    return MinHash(num_perm=_PERMUTATIONS, hashfunc=zlib.crc32, permutations=_permutations(), scheme=_SCHEME)


@cache
def _permutations():  # type: ignore[no-untyped-def]
    from datasketch import MinHash  # noqa: PLC0415

    return MinHash(num_perm=_PERMUTATIONS, scheme=_SCHEME).permutations


def reprint_keys(article: Signature) -> tuple[str, ...]:
    """Blocking keys: near-copies share at least one of these bands with high probability (0.99 at 60 percent)."""
    bands = range(0, _PERMUTATIONS, _ROWS)
    return tuple(f"{at}:" + ".".join(f"{value:x}" for value in article.hashes[at : at + _ROWS]) for at in bands)


def is_copy(a: Signature, b: Signature) -> bool:
    """Whether one text is a copy of the other, cut or changed in places."""
    jaccard = sum(x == y for x, y in zip(a.hashes, b.hashes, strict=True)) / _PERMUTATIONS
    common = jaccard * (a.shingles + b.shingles) / (1 + jaccard)
    if jaccard < _COMMON or common < _CONTAINED * min(a.shingles, b.shingles):
        return False
    fewer = min(len(a.numbers), len(b.numbers))
    return len(a.numbers & b.numbers) >= _NUMBERS_COMMON * fewer


def match_copies(block: Iterable[Signature]) -> tuple[tuple[str, str], ...]:
    """Pairs of near-copies in a block, sorted; linear in its size."""
    members = sorted({s.article_id: s for s in block}.values(), key=_order)
    pairs = pairs_of_block(members, is_copy, lambda s: sorted(set(s.hashes[:16]), key=repr))
    return tuple(sorted((min(a.article_id, b.article_id), max(a.article_id, b.article_id)) for a, b in pairs))


def originals(signatures: Mapping[str, Signature], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """`reprint_of` of every article that is a copy: the earliest published in its group, then the smallest id.

    A copy of a copy counts only if it is still a copy of the original; else it is an original for its own copies.
    Articles without a date come last.
    """
    groups: dict[str, list[Signature]] = {}
    for article_id, component in components(pairs).items():
        groups.setdefault(component, []).append(signatures[article_id])
    found: dict[str, str] = {}
    for group in groups.values():
        found.update(_originals(sorted(group, key=_order)))
    return found


def _originals(group: Sequence[Signature]) -> dict[str, str]:
    first: list[Signature] = []
    found: dict[str, str] = {}
    for article in group:
        original = next((earlier for earlier in first if is_copy(earlier, article)), None)
        if original is None:
            first.append(article)
        else:
            found[article.article_id] = original.article_id
    return found


def _order(article: Signature) -> tuple[str, str]:
    return article.published or "9999", article.article_id
