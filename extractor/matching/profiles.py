"""A poll report reduced to what it is recognised by: names, dates, sizes, countries and figures.

Profiles are small, hold no text and can be sent between processes; blocking and scoring see nothing else.
"""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from extractor.matching.labels import Universe, Wording, population_key, proper_names, read_label
from extractor.matching.names import Name, read_names
from extractor.matching.periods import Period, period
from extractor.matching.universes import universe_of
from extractor.matching.values import Reading, reading
from extractor.models import Article, Figure, Poll, Question

#: At most so many pairs of figures identify a report; those with the smallest hash are taken, so that two reports with
#: many figures in common take the same ones.
PAIRS = 12
_VALUES = 6


@dataclass(frozen=True, slots=True)
class Item:
    """A figure as matching sees it.  `population` is a key without the country; "" is everyone."""

    figure_id: str
    question_id: str
    kind: str
    previous: bool
    wave_date: str
    country: str
    population: str
    answer: Wording
    stance: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class QuestionProfile:
    """A question of one article: what its wording and its answers are about, and its figures."""

    question_id: str
    article_id: str
    root: str
    poll_cluster: str
    words: frozenset[str]
    names: frozenset[str]
    """Proper names inside the wording."""
    items: tuple[Item, ...]


@dataclass(frozen=True)
class PollProfile:
    """One report of a poll.  `root` is the article it is a reprint of, or its own article."""

    poll_id: str
    article_id: str
    root: str
    names: tuple[Name, ...]
    field_start: Period | None
    field_end: Period | None
    published: Period | None
    sizes: frozenset[int]
    margins: frozenset[float]
    countries: frozenset[str]
    regions: frozenset[str]
    """Regions where every figure is about one; empty for a national poll."""
    items: tuple[Item, ...]
    wordings: tuple[tuple[str, frozenset[str]], ...]
    """Question ids with the stems of their wording, answers included."""

    @cached_property
    def by_population(self) -> dict[tuple[str, bool, str], list[Item]]:
        """Figures by kind, wave (previous or not) and population."""
        found: dict[tuple[str, bool, str], list[Item]] = {}
        for item in self.items:
            found.setdefault((item.kind, item.previous, item.population), []).append(item)
        return found

    @cached_property
    def by_value(self) -> dict[tuple[str, bool, int], list[Item]]:
        """Figures by kind, wave (previous or not) and rounded value."""
        found: dict[tuple[str, bool, int], list[Item]] = {}
        for item in self.items:
            found.setdefault((item.kind, item.previous, round(item.reading.value)), []).append(item)
        return found

    @cached_property
    def wording(self) -> dict[str, frozenset[str]]:
        """`wordings` for look-up."""
        return dict(self.wordings)

    @cached_property
    def value_pairs(self) -> tuple[str, ...]:
        """Pairs of rounded figures of one question (of the whole report, where questions have one figure each)."""
        questions: dict[str, set[int]] = {}
        for item in self.items:
            if item.kind == "share" and not item.previous:
                questions.setdefault(item.question_id, set()).add(round(item.reading.value))
        pairs = {pair for values in questions.values() for pair in _pairs(values)}
        if len(pairs) < 3:
            pairs.update(_pairs(set().union(*questions.values())) if questions else ())
        return tuple(sorted(pairs, key=_order)[:PAIRS])

    @cached_property
    def traits(self) -> tuple[str, ...]:
        """What reports of one poll mostly share: days, sizes, values; sorted, each once."""
        days = {f"d{day.first}" for day in (self.field_start, self.field_end) if day and day.is_day}
        values = {f"{item.population}:{item.reading.value}" for item in self.items if not item.previous}
        sizes = {f"s{size}" for size in self.sizes}
        return tuple(sorted(days | sizes | set(self.value_pairs) | values, key=repr))


def profile_item(figure: Figure, universe: Universe = frozenset()) -> Item:
    """A figure as matching sees it; `universe` are facets that everyone polled has."""
    return Item(
        figure_id=figure.figure_id,
        question_id=figure.question_id,
        kind=figure.kind,
        previous=figure.wave == "previous",
        wave_date=figure.wave_date or "",
        country=figure.population.country or "",
        population=population_key(figure.population, universe),
        answer=read_label(figure.response.label),
        stance=figure.response.stance,
        reading=reading(figure),
    )


def profile_question(question: Question, items: Iterable[Item], *, root: str, poll_cluster: str) -> QuestionProfile:
    """A question with its figures; `root` is the article that its article is a reprint of, or the article itself."""
    return QuestionProfile(
        question_id=question.question_id,
        article_id=question.article_id,
        root=root,
        poll_cluster=poll_cluster,
        words=read_label(question.text).words,
        names=proper_names(question.text),
        items=tuple(sorted(items, key=lambda item: item.figure_id)),
    )


def profile_poll(poll: Poll, article: Article, questions: Iterable[Question], figures: Iterable[Figure]) -> PollProfile:
    """A poll as one article reports it, with all its questions and figures."""
    figures = sorted(figures, key=lambda figure: figure.figure_id)
    universe = universe_of(poll, figures)
    items = tuple(profile_item(figure, universe) for figure in figures)
    countries = {item.country for item in items if item.country}
    countries |= {s.population.country for s in poll.samples if s.population and s.population.country}
    current = [figure for figure in figures if figure.wave == "current"]
    regions = {figure.population.facets.get("region", "") for figure in current}
    texts = {question.question_id: read_label(question.text).words for question in questions}
    answers: dict[str, set[str]] = {}
    for item in items:
        answers.setdefault(item.question_id, set()).update(item.answer.words)
    wordings = {key: texts.get(key, frozenset()) | answers.get(key, set()) for key in texts.keys() | answers.keys()}
    return PollProfile(
        poll_id=poll.poll_id,
        article_id=poll.article_id,
        root=article.reprint_of or article.article_id,
        names=read_names(poll.pollsters, poll.sponsors),
        field_start=period(poll.field_start),
        field_end=period(poll.field_end) or period(poll.field_start),
        published=period(article.published),
        sizes=frozenset(sample.size for sample in poll.samples if sample.size),
        margins=frozenset(sample.margin_of_error for sample in poll.samples if sample.margin_of_error),
        countries=frozenset(countries),
        regions=frozenset() if "" in regions else frozenset(region.casefold() for region in regions),
        items=items,
        wordings=tuple(sorted((key, frozenset(words)) for key, words in wordings.items())),
    )


def _pairs(values: set[int]) -> list[str]:
    chosen = sorted(values, key=lambda value: _order(str(value)))[:_VALUES]
    return [f"{low}-{high}" for low, high in combinations(sorted(chosen), 2)]


def _order(text: str) -> tuple[int, str]:
    return zlib.crc32(text.encode()), text
