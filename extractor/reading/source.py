"""One document as its container gives it, or the reason why it cannot be had."""

from dataclasses import dataclass

_REASON = 300


@dataclass(frozen=True, slots=True)
class SourceMeta:
    """What a container says about a document.

    `media` is ``html`` or ``text`` (None: to be told by name and content), `charset` what the transport declared.
    """

    url: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    media: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A document to read: its path as given (``file#record`` in a container), its bytes, what is known of it."""

    source_path: str
    data: bytes
    meta: SourceMeta = SourceMeta()


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that cannot be read, with the reason on one line."""

    source_path: str
    reason: str

    @classmethod
    def because(cls, source_path: str, reason: object) -> "Rejected":
        """Rejection with `reason` (a message or an exception) brought onto one line."""
        text = (
            reason
            if isinstance(reason, str)
            else f"{getattr(reason, 'strerror', None) or reason or type(reason).__name__}"
        )
        return cls(source_path, " ".join(text.split())[:_REASON])
