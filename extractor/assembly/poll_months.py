"""The month of a poll that is dated only by its figures: "In September, 47 percent approved"."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date, timedelta

from spacy.tokens import Doc, Span

from extractor.assembly.poll_scopes import ScopeReader
from extractor.components.doc_text import spans_of, text_of
from extractor.components.poll_values import WAVE_CUES, WaveCue
from extractor.lexicons.phrasebook import phrasebook

#: Days before publication up to which a month can be that of the reported wave.
RECENT = 45


def months_of_figures(
    doc: Doc, scopes: ScopeReader, figures: Iterable[tuple[Span, int]], published: date | None
) -> dict[int, str]:
    """The latest month that opens a sentence with a figure of the reported wave, for each poll, as ``2017-09``.

    `figures` are such figures with their polls.  Nothing is told without the publication date.
    """
    opening = phrasebook(doc.lang_ or "en", "waves").pattern("month_lead")
    text = text_of(doc)
    cues = sorted(spans_of(doc, WAVE_CUES), key=lambda span: span.start_char)
    starts = [span.start_char for span in cues]
    found: dict[int, str] = {}
    if published is None:
        return found
    oldest = (published - timedelta(days=RECENT)).isoformat()[:7]
    for figure, poll in figures:
        sentence = scopes.sentence_of(figure.start_char)
        low = bisect_left(starts, sentence.start) if sentence else len(cues)
        if sentence is None or low >= len(cues) or starts[low] > figure.start_char:
            continue
        cue: WaveCue = cues[low]._.wave
        if cue.time is None or cue.time.kind != "month" or not opening.fullmatch(text[sentence.start : starts[low]]):
            continue
        when = cue.time.resolve(published)[1]
        if when is not None and max(oldest, found.get(poll, "")) <= when:
            found[poll] = when
    return found
