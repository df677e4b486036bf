"""Keeps tables and prose apart: the prose is resolved without the cells, then the cells get what their heads tell."""

from collections.abc import Sequence

from spacy.tokens import Doc

from extractor.assembly import responses
from extractor.assembly.populations import ResolvedPopulation, resolve_populations
from extractor.assembly.responses import Bound
from extractor.assembly.tables.binding import TableBinding
from extractor.models import Article


def resolve_prose(
    doc: Doc, article: Article, found: Sequence[Bound], told: Sequence[TableBinding | None]
) -> list[tuple[ResolvedPopulation, ...]]:
    """Give each of `found` its answer, and return whom each is of.

    What a table does not tell (`TableBinding.label` or `population` is None) is read as in prose.
    """
    worded = [bound for bound, table in zip(found, told, strict=True) if table is None or table.label is None]
    responses.resolve(worded, again=True)
    prose = [bound for bound, table in zip(found, told, strict=True) if table is None or table.population is None]
    answers = [bound.label for bound in prose]
    resolved = iter(resolve_populations(doc, article, [b.span for b in prose], None, answers=answers, again=True))
    populations: list[tuple[ResolvedPopulation, ...]] = []
    for bound, table in zip(found, told, strict=True):
        if table is not None and table.label is not None:
            bound.label, bound.rule, bound.inferred = table.label, table.rule, False
        if table is None or table.population is None:
            populations.append(next(resolved))
        else:
            populations.append((ResolvedPopulation(table.population, False, f"population:{table.rule}"),))
    return populations
