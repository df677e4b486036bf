"""Which figures quote an older wave, and when it was."""

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc, Span

from extractor.assembly.poll_plan import PollDraft
from extractor.assembly.poll_scopes import BoundMention, ScopeReader
from extractor.models import Wave


class WaveReader:
    """Reads the wave of each figure."""

    def __init__(self, doc: Doc, scopes: ScopeReader, published: date | None) -> None:
        self.doc, self.scopes, self.published = doc, scopes, published

    def read(
        self,
        spans: Sequence[Span],
        polls: Sequence[int],
        mentions: Sequence[BoundMention | None],
        drafts: Sequence[PollDraft],
        used: Sequence[int],
    ) -> list[tuple[Wave, str | None, bool]]:
        """Wave, its date, and whether the sentence tells it, for each figure."""
        return [("previous" if m and m.previous else "current", None, True) for m in mentions]
