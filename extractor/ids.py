"""Content hashes as record ids: the same input gives the same id on every machine.

An id has two halves.  The first is of the content alone, wherever it was found, so records that are sorted by id come
in one order, and ties fall the same way, from whatever folder the pages were read.  The second is of the place as well:
it tells copies apart.
"""

import hashlib
import re
from collections.abc import Iterable

_HALF = 8
_ID = re.compile(r"[a-z]+_[0-9a-f]{16}")


def content_id(prefix: str, *parts: object, place: str = "") -> str:
    """Id of `prefix` and sixteen hex digits over the parts, which are joined unambiguously.

    `place` is where the content was found.  Parts that are ids themselves bring their own place along.
    """
    texts = [str(part) for part in parts]
    content = _digest(text[:-_HALF] if _ID.fullmatch(text) else text for text in texts)
    return f"{prefix}_{content}{_digest((*texts, place))}"


def _digest(texts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(texts).encode()).hexdigest()[:_HALF]
