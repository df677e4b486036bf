"""Which code made a record: the package's version with a digest of the sources that matter.

A stored article is read again only when the extraction itself has changed, and judged again (flags, clusters) only
when checks or matching have; so a new version of the report or of the store costs nothing.
"""

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
#: What decides the records of one article.
EXTRACTION = (
    "models.py",
    "ids.py",
    "pipeline.py",
    "reading",
    "parsing",
    "lexicons",
    "components",
    "constructions",
    "encoder",
    "assembly",
    "batch/worker.py",
)
#: What decides flags, clusters and comparisons of given records.
JUDGING = ("models.py", "ids.py", "checks", "matching", "lexicons", "batch/judging")


@cache
def release() -> str:
    """The installed version of the distribution."""
    try:
        return metadata.version("pollcheck")
    except metadata.PackageNotFoundError:
        return "0"


@cache
def extraction() -> str:
    """Version of the extraction: release and twelve digits over its code, lexicons and weights."""
    return f"{release()}+{_digest(EXTRACTION)}"


@cache
def judging() -> str:
    """Version of checks and matching."""
    return f"{release()}+{_digest(JUDGING)}"


def _digest(parts: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        root = _PACKAGE / part
        files = [root] if root.is_file() else sorted(path for path in root.rglob("*") if _is_source(path))
        for path in files:
            digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def _is_source(path: Path) -> bool:
    """Code, words or weights; not what Python makes of them."""
    return path.is_file() and "__pycache__" not in path.parts
