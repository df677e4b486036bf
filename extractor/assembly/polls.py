"""The polls of an article, and for each figure its poll and wave."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Span

from extractor.assembly.past_votes import past_votes
from extractor.assembly.poll_adoption import adopted
from extractor.assembly.poll_credits import credited
from extractor.assembly.poll_facts import draft, gather
from extractor.assembly.poll_months import months_of_figures
from extractor.assembly.poll_plan import FigurePlace, PollDraft, PollPlan
from extractor.assembly.poll_scopes import ScopeReader, respectively
from extractor.assembly.poll_state import BoundMention, PollState
from extractor.assembly.poll_times import Times
from extractor.assembly.waves import WaveReader
from extractor.components.doc_text import spans_of, text_of
from extractor.components.values import FIGURES
from extractor.models import Article

__all__ = ["FigurePlace", "PollDraft", "PollPlan", "find_polls"]


def find_polls(doc: Doc, article: Article, figures: Sequence[Span] | None = None) -> PollPlan:
    """The polls that `article` reports and the place of each of `figures` (default: ``doc.spans["figures"]``).

    Figures always have a poll, nameless if need be; a poll without figures is left out.
    """
    given = list(spans_of(doc, FIGURES) if figures is None else figures)
    if not given:
        return PollPlan((), ())
    order = sorted(range(len(given)), key=lambda index: (given[index].start, given[index].end, index))
    spans = [given[index] for index in order]
    published = _published(article)
    scopes = ScopeReader(doc, spans, published)
    bound = _bind(doc, scopes, spans)
    if not scopes.polls:
        scopes.polls.append(PollState())
    facts = gather(doc, scopes)
    numbers = [index if index is not None else 0 for index, _ in bound]
    adopted(scopes, facts, numbers, Times((), published))
    drafts = {
        index: draft(scopes.polls[index], facts[index], scopes.names, published) for index in sorted(set(numbers))
    }
    items = [(span, mention, drafts[n]) for span, (_, mention), n in zip(spans, bound, numbers, strict=True)]
    waves = WaveReader(doc, scopes, published).read(items)
    current = [
        (span, number) for span, number, reading in zip(spans, numbers, waves, strict=True) if reading.wave == "current"
    ]
    for number, month in months_of_figures(doc, scopes, current, published).items():
        if drafts[number].field_end is None:
            drafts[number] = replace(drafts[number], field_start=month, field_end=month)
    if len(drafts) == 1:
        drafts = {number: credited(only, doc, scopes.names) for number, only in drafts.items()}
    votes = past_votes(scopes, spans, [mention for _, mention in bound], waves, doc.lang_ or "en")
    for year in sorted(set(votes.values())):
        drafts[len(scopes.polls) + int(year)] = PollDraft(field_start=year, field_end=year)
    numbers = [len(scopes.polls) + int(votes[at]) if at in votes else number for at, number in enumerate(numbers)]
    waves = [replace(wave, wave="current", when=None) if at in votes else wave for at, wave in enumerate(waves)]
    used = [number for number in drafts if number in set(numbers)]
    places = {
        given_index: FigurePlace(used.index(number), reading.wave, reading.when, _inferred(mention, reading.told))
        for given_index, number, (_, mention), reading in zip(order, numbers, bound, waves, strict=True)
    }
    return PollPlan(tuple(drafts[number] for number in used), tuple(places[index] for index in range(len(given))))


def _inferred(mention: BoundMention | None, told: bool) -> tuple[str, ...]:
    return tuple(name for name, inferred in (("poll", mention is None), ("wave", not told)) if inferred)


def _bind(doc: Doc, scopes: ScopeReader, spans: Sequence[Span]) -> list[tuple[int | None, BoundMention | None]]:
    ordered: dict[int, BoundMention] = {}
    for scope in scopes.sentences:
        if len(scope.mentions) > 1:
            inside = [span for span in spans if scope.start <= span.start_char < scope.end]
            ordered |= respectively(text_of(doc)[scope.start : scope.end], scope.mentions, inside, scopes.words)
    found: list[tuple[int | None, BoundMention | None]] = []
    for span in spans:
        mention = ordered.get(span.start_char)
        found.append((mention.poll, mention) if mention else scopes.poll_of(span))
    return found


def _published(article: Article) -> date | None:
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None
