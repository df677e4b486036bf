"""Keys and MinHash values as the store and Parquet hold them."""

from array import array
from collections.abc import Sequence
from hashlib import blake2b


def hashed(key: str) -> int:
    """A key as 64 bits with a sign, as SQLite and Parquet hold integers; a collision only makes a block larger."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)


def pack(hashes: Sequence[int]) -> bytes:
    """MinHash values, 32 bits each, as bytes."""
    return array("I", hashes).tobytes()


def unpack(data: bytes) -> tuple[int, ...]:
    """The values that `pack` has packed."""
    return tuple(array("I", data))
