"""stub"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceMeta:
    """x"""

    url: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    media: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """x"""

    source_path: str
    data: bytes
    meta: SourceMeta = SourceMeta()
