"""Gives each poll its method facts: samples with their margins, mode, fieldwork dates."""

from collections.abc import Sequence
from datetime import date, timedelta

from spacy.tokens import Doc

from extractor.assembly.poll_plan import Places, PollDraft
from extractor.assembly.poll_scopes import ScopeReader
from extractor.assembly.poll_state import PollState
from extractor.components.doc_text import spans_of
from extractor.components.poll_names import Directory
from extractor.components.poll_values import FIELDWORK, SAMPLES, FieldworkFact, SampleFact
from extractor.models import Mode, Population, Sample
from extractor.parsing.dates import DatePhrase
from extractor.parsing.populations import describe

_PRECISION = {"range": 3, "day": 2, "weekday": 1, "month": 1, "quarter": 1, "year": 0}

#: Days before publication beyond which a bare month or year is not taken for the fieldwork of a reported poll.
OLDEST = 400


class Facts:
    """The facts of one poll, gathered in reading order."""

    def __init__(self) -> None:
        self.samples: list[Sample] = []
        self.confidence: float | None = None
        self.modes: list[Mode] = []
        self.dates: list[DatePhrase] = []
        self.places: dict[str, list[tuple[int, int]]] = {}

    def add_sample(self, fact: SampleFact, place: tuple[int, int]) -> None:
        """A size opens a sample; a margin goes to the first sample that has none."""
        if fact.confidence is not None:
            self.confidence = fact.confidence
            return
        field = "size" if fact.size is not None else "margin_of_error"
        self.places.setdefault("samples", []).append(place)
        if fact.size is not None and any(sample.size == fact.size for sample in self.samples):
            return
        value = fact.size if fact.size is not None else fact.margin
        population = _population(fact.population) if fact.population else None
        for index, sample in enumerate(self.samples):
            if getattr(sample, field) is None:
                update = {field: value} | ({"population": population} if population else {})
                self.samples[index] = sample.model_copy(update=update)
                return
        if fact.margin is not None and any(sample.margin_of_error == fact.margin for sample in self.samples):
            return
        self.samples.append(Sample(population=population, size=fact.size, margin_of_error=fact.margin))

    def take(self, other: "Facts") -> None:
        """What the note of another name of the poll tells and this one's does not."""
        self.samples = self.samples or other.samples
        self.confidence = self.confidence or other.confidence
        self.modes = self.modes or other.modes
        self.dates = self.dates or other.dates
        self.places = {**other.places, **self.places}

    def add_fieldwork(self, fact: FieldworkFact, place: tuple[int, int]) -> None:
        """A mode or a date phrase."""
        if fact.mode is not None:
            self.modes.append(fact.mode)
            self.places.setdefault("mode", []).append(place)
        if fact.dates is not None:
            self.dates.append(fact.dates)
            self.places.setdefault("field_end", []).append(place)


def _population(phrase: str) -> Population:
    """Whom a sample is of: the phrase as printed, with the country and facets that it tells."""
    return describe(phrase).model_copy(update={"label": phrase})


def gather(doc: Doc, scopes: ScopeReader) -> list[Facts]:
    """The facts of each poll of `scopes`, in the same order; facts of older waves are left out."""
    found = [Facts() for _ in scopes.polls]
    if not found:
        return found
    for span in spans_of(doc, SAMPLES):
        for poll in scopes.fact_polls(span.start_char, span.end_char):
            found[poll].add_sample(span._.sample, (span.start_char, span.end_char))
    for span in spans_of(doc, FIELDWORK):
        for poll in scopes.fact_polls(span.start_char, span.end_char):
            found[poll].add_fieldwork(span._.fieldwork, (span.start_char, span.end_char))
    return found


def draft(state: PollState, facts: Facts, names: Directory, published: date | None) -> PollDraft:
    """The draft of a poll's record."""
    start, end = _field_dates(state, facts, published)
    samples = facts.samples
    if facts.confidence is not None:
        samples = [sample.model_copy(update={"confidence_level": facts.confidence}) for sample in samples]
    evidence: dict[str, Places] = {key: tuple(sorted(set(places))) for key, places in facts.places.items()}
    if state.mentions:
        evidence["pollsters"] = tuple(sorted(set(state.mentions))[:3])
    return PollDraft(
        pollsters=tuple(dict.fromkeys(names.canonical(name) for name in state.names)),
        sponsors=tuple(dict.fromkeys(names.canonical(name) for name in state.sponsors)),
        name=state.title or None,
        mode=_mode(facts.modes),
        field_start=start,
        field_end=end,
        samples=tuple(samples),
        evidence=evidence,
    )


def _plausible(phrase: DatePhrase, end: str, published: date) -> bool:
    """Whether fieldwork can have ended then: not after publication, and a bare month or year not long before it."""
    if end > published.isoformat():
        return False
    oldest = (published - timedelta(days=OLDEST)).isoformat()
    return phrase.kind in ("range", "day") or end >= oldest[: len(end)]


def _mode(modes: Sequence[Mode]) -> Mode | None:
    """The mode told most often, the first of those told equally often; "mixed" only if nothing plainer is told."""
    if not modes:
        return None
    plain = [mode for mode in modes if mode != "mixed"]
    if not plain or "mixed" in modes:
        return "mixed"
    return max(dict.fromkeys(plain), key=lambda mode: (plain.count(mode), -plain.index(mode)))


def _field_dates(state: PollState, facts: Facts, published: date | None) -> tuple[str | None, str | None]:
    """Fieldwork dates: the most precise phrase, else the month or year that the poll is called by."""
    best: tuple[int, int, tuple[str | None, str | None]] | None = None
    for order, phrase in enumerate(facts.dates):
        resolved = phrase.resolve(published)
        if resolved[1] is None or (published and not _plausible(phrase, resolved[1], published)):
            continue
        rank = (_PRECISION.get(phrase.kind, 0), -order)
        if best is None or rank > best[:2]:
            best = (*rank, resolved)
    if best is not None:
        return best[2]
    if (
        state.time is not None
        and state.time.kind in ("month", "year", "relative", "season")
        and state.time.last.unit != "week"
    ):
        return state.time.resolve(published)
    return None, None
