"""From an article to its records: the pipeline, then the assembly."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from extractor.assembly import questions, responses
from extractor.assembly.evidence import evidence
from extractor.assembly.responses import Bound
from extractor.components.values import FigureValue
from extractor.ids import content_id
from extractor.models import Article, Extraction, Figure, Poll, Population, Question, Response
from extractor.pipeline import build_nlp


def extract_article(article: Article) -> Extraction:
    """All poll records of `article`.

    Deterministic; reads nothing but `article` (its text, blocks, title and publication date).
    """
    doc = build_nlp("en")(article.text)
    found = responses.bind(doc)
    if not found:
        return Extraction(article=article)
    responses.resolve(found)
    populations = _populations(doc, article, found)
    polls, poll_of, waves = _polls(doc, article, found)
    groups = questions.group(found)
    asked = _questions(article, found, groups, [polls[k].poll_id for k in poll_of])
    figures: list[Figure] = []
    for i, bound in enumerate(found):
        for population, inferred in populations[i]:
            figures.append(_figure(article, bound, population, asked[i], waves[i], inferred))
    unique = {figure.figure_id: figure for figure in figures}
    return Extraction(
        article=article,
        polls=tuple(polls),
        questions=tuple({q.question_id: q for q in asked}.values()),
        figures=tuple(unique.values()),
    )


def _figure(
    article: Article, bound: Bound, population: Population, question: Question, wave: tuple[str, str | None], inferred: bool
) -> Figure:
    value: FigureValue = bound.span._.figure
    proof = _evidence(article, bound.span)
    return Figure(
        figure_id=content_id("figure", article.article_id, proof.start, proof.end, population.label),
        article_id=article.article_id,
        poll_id=question.poll_id,
        question_id=question.question_id,
        kind=value.kind,
        value=value.value,
        decimals=value.decimals,
        unit=value.unit,
        qualifier=value.qualifier,
        population=population,
        response=Response(label=bound.label),
        wave=wave[0],  # type: ignore[arg-type]
        wave_date=wave[1],
        evidence=proof,
        rule=bound.rule or "none",
        inferred=tuple(sorted(name for name, told in (("population", inferred), ("response", bound.inferred)) if told)),
    )


def _questions(article: Article, found: Sequence[Bound], groups: Sequence[int], poll_ids: Sequence[str]) -> list[Question]:
    made: dict[tuple[int, str], Question] = {}
    asked: list[Question] = []
    for bound, number, poll_id in zip(found, groups, poll_ids, strict=True):
        key = (number, poll_id)
        if key not in made:
            made[key] = Question(
                question_id=content_id("question", article.article_id, poll_id, bound.span.start_char),
                article_id=article.article_id,
                poll_id=poll_id,
                text=bound.label,
                evidence=(_evidence(article, bound.span),),
            )
        asked.append(made[key])
    return asked


def _populations(doc: Doc, article: Article, found: Sequence[Bound]) -> list[list[tuple[Population, bool]]]:
    try:
        from extractor.assembly.populations import resolve_populations  # noqa: PLC0415
    except ImportError:
        return [[(Population(label="all respondents"), True)] for _ in found]
    resolved = resolve_populations(doc, article, [bound.span for bound in found], None)
    return [[(r.population, r.inferred) for r in told] for told in resolved]


def _polls(
    doc: Doc, article: Article, found: Sequence[Bound]
) -> tuple[list[Poll], list[int], list[tuple[str, str | None]]]:
    poll = Poll(poll_id=content_id("poll", article.article_id, 0), article_id=article.article_id)
    return [poll], [0] * len(found), [("current", None)] * len(found)


def _evidence(article: Article, span: Span):  # type: ignore[no-untyped-def]
    return evidence(article.text, span.start_char, span.end_char, span.sent.text.strip())
