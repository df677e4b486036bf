"""Content hashes as record ids: the same input gives the same id on every machine."""

import hashlib


def content_id(prefix: str, *parts: object) -> str:
    """Id of `prefix` and sixteen hex digits over the parts, which are joined unambiguously."""
    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()
    return f"{prefix}_{digest[:16]}"
