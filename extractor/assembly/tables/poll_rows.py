"""Rows of a table of polls: who polled, when and how many, and the polls that they add to an article's plan."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extractor.assembly.poll_plan import FigurePlace, Places, PollDraft, PollPlan
from extractor.assembly.tables.binding import RowPoll, TableBinding
from extractor.assembly.tables.heads import head
from extractor.assembly.tables.layout import Entry, Part, text_of
from extractor.components.poll_names import directory
from extractor.models import Article, Sample
from extractor.parsing.dates import find_dates
from extractor.reading.tables import Cell

_SIZE = re.compile(r"(?:n ?= ?)?(\d{1,3}(?:,\d{3})+|\d{3,6})\b")
_MARGIN = re.compile(r"[±+/\-− ]*(\d{1,2}(?:\.\d+)?)\b")
_NOTE = re.compile(r"\s*[*†‡]+$|\s*\([^)]*\)$")


def row_poll(part: Part, entry: Entry, article: Article) -> RowPoll | None:
    """The poll of the row of `entry`; None if no cell of the row names it."""
    name, dates, size, margin = "", "", None, None
    places: list[tuple[str, int, int]] = []
    for cell, role in _row_cells(part, entry, article):
        text = text_of(cell, article)
        start = cell.block.start
        if role == "poll" and not name:
            name = _NOTE.sub("", text).strip()
            places.append(("pollsters", start, start + len(name)))
        elif role == "date" and not dates:
            dates = text
            places.append(("field_end", start, start + len(text)))
        elif role == "size" and (found := _SIZE.match(text)):
            size = int(found[1].replace(",", ""))
            places.append(("samples", start + found.start(1), start + found.end(1)))
        elif role == "margin" and (found := _MARGIN.match(text)):
            margin = float(found[1])
            places.append(("margin_of_error", start + found.start(1), start + found.end(1)))
    return RowPoll(name, dates, size, margin, tuple(places)) if name or dates else None


def _row_cells(part: Part, entry: Entry, article: Article) -> list[tuple[Cell, str]]:
    """The cells of the row with the roles of the heads over them."""
    heads = part.heads[-1] if part.heads else []
    found: list[tuple[Cell, str]] = []
    for cell in part.rows.get(entry.cell.row, []):
        over = [one for one in heads if one.column <= cell.column < one.column + one.columns]
        found.extend((cell, head(text_of(one, article)).role) for one in over)
    if not any(role == "poll" for _, role in found) and entry.beside:
        found.append((entry.beside[0], "poll" if not find_dates_in(text_of(entry.beside[0], article)) else "date"))
    return found


def published_date(article: Article) -> date | None:
    """The day on which `article` was published, if it says."""
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def find_dates_in(text: str) -> bool:
    """Whether `text` holds a date."""
    return next(iter(find_dates(text)), None) is not None


def with_row_polls(plan: PollPlan, bound: Sequence[TableBinding | None], article: Article) -> PollPlan:
    """`plan` with a poll for each row of a table of polls, and the waves that tables tell; unused polls left out."""
    if not any(bound):
        return plan
    published = published_date(article)
    polls = list(plan.polls)
    made: dict[RowPoll, int] = {}
    places: list[FigurePlace] = []
    for place, binding in zip(plan.figures, bound, strict=True):
        if binding is None:
            places.append(place)
            continue
        number = place.poll
        if binding.poll is not None:
            if binding.poll not in made:
                made[binding.poll] = _known(polls, binding.poll, published)
            number = made[binding.poll]
        wave = binding.wave or place.wave
        inferred = tuple(name for name in place.inferred if not (name == "poll" and binding.poll))
        places.append(FigurePlace(number, wave, binding.wave_date if binding.wave else place.wave_date, inferred))
    used = sorted({place.poll for place in places})
    return PollPlan(
        tuple(polls[number] for number in used),
        tuple(replace(place, poll=used.index(place.poll)) for place in places),
    )


def _known(polls: list[PollDraft], row: RowPoll, published: date | None) -> int:
    """The number of the poll of `row` among `polls`: one with its pollster and no other dates or size, else a new."""
    draft = _draft(row, published)
    for number, known in enumerate(polls):
        same = set(known.pollsters) & set(draft.pollsters)
        dates = not (known.field_end and draft.field_end) or known.field_end == draft.field_end
        sizes = {sample.size for sample in known.samples if sample.size}
        if same and dates and (row.size is None or not sizes or row.size in sizes):
            polls[number] = _with_facts(known, draft)
            return number
    polls.append(draft)
    return len(polls) - 1


def _with_facts(known: PollDraft, row: PollDraft) -> PollDraft:
    """`known` with the dates and the sample that only its row tells."""
    if known.field_end is None:
        known = replace(known, field_start=row.field_start, field_end=row.field_end)
    told = {**row.evidence, **known.evidence}
    return replace(known, samples=known.samples or row.samples, evidence=told)


def _draft(row: RowPoll, published: date | None) -> PollDraft:
    names = directory("en").members(row.name) if row.name else ()
    start = end = None
    for phrase in find_dates(row.dates):
        start, end = phrase.resolve(published)
        break
    sampled = row.size is not None or row.margin_of_error is not None
    evidence: dict[str, Places] = {name: ((first, last),) for name, first, last in row.places}
    return PollDraft(
        pollsters=tuple(names) or ((row.name,) if row.name else ()),
        field_start=start,
        field_end=end,
        samples=(Sample(size=row.size, margin_of_error=row.margin_of_error),) if sampled else (),
        evidence=evidence,
    )
