"""From an article to its records: the pipeline, then the assembly."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from extractor.assembly import questions, responses
from extractor.assembly.clues import Answered
from extractor.assembly.evidence import evidence
from extractor.assembly.poll_plan import FigurePlace, PollPlan
from extractor.assembly.polls import find_polls
from extractor.assembly.population_answers import apart_from_answer
from extractor.assembly.populations import ResolvedPopulation
from extractor.assembly.question_notes import QuestionNotes
from extractor.assembly.question_sides import sides
from extractor.assembly.question_texts import asked_about, quoted_question
from extractor.assembly.responses import Bound
from extractor.assembly.tables import TableBinding, read_tables, resolve_prose, with_row_polls
from extractor.components.doc_text import text_of
from extractor.components.values import FigureValue
from extractor.ids import content_id
from extractor.models import Article, Extraction, Figure, Poll, Question, Response, Stance
from extractor.pipeline import build_nlp


def extract_article(article: Article) -> Extraction:
    """All poll records of `article`.

    Deterministic; reads nothing but `article` (its text, blocks, title and publication date).
    """
    doc = build_nlp("en")(article.text)
    extraction = _extract(doc, article)
    doc.user_data.clear()  # what is kept there points back to the document, which so goes at once
    return extraction


def _extract(doc: Doc, article: Article) -> Extraction:
    tables = read_tables(doc, article)
    found = responses.bind(doc)
    if not found:
        return Extraction(article=article)
    told_by_tables = tables.of([bound.span for bound in found])
    populations = [
        [apart_from_answer(bound.label, whom) for whom in told]
        for bound, told in zip(found, resolve_prose(doc, article, found, told_by_tables), strict=True)
    ]
    plan = with_row_polls(find_polls(doc, article, [bound.span for bound in found]), told_by_tables, article)
    polls = _polls(article, doc, plan)
    tied = [None if told is None else told.key for told in told_by_tables]
    groups = questions.group(answered(doc, found, populations, plan), tied=tied)
    asked = _questions(article, found, groups, [polls[place.poll].poll_id for place in plan.figures], told_by_tables)
    labels: dict[str, list[str]] = defaultdict(list)
    for bound, question in zip(found, asked, strict=True):
        labels[question.question_id] += [bound.label, *bound.others]
    stances = {name: sides(told) for name, told in labels.items()}
    figures = {
        figure.figure_id: figure
        for bound, told, question, place in zip(found, populations, asked, plan.figures, strict=True)
        for figure in (
            _figure(article, bound, (stances[question.question_id], answer, population), question, place)
            for answer in (bound.label, *bound.others)
            for population in told
        )
    }
    return Extraction(
        article=article,
        polls=tuple(polls),
        questions=tuple({question.question_id: question for question in asked}.values()),
        figures=tuple(figures.values()),
    )


def answered(
    doc: Doc, found: Sequence[Bound], populations: Sequence[Sequence[ResolvedPopulation]], plan: PollPlan
) -> list[Answered]:
    """The figures with all that is known of them when questions are told apart."""
    text = text_of(doc)
    return [
        Answered(
            bound,
            told[0].population.label if told else "",
            place.wave,
            place.poll,
            text.count("\n\n", 0, bound.span.start_char),
            frozenset(told[0].population.facets) if told else frozenset(),
            (told[0].population.country or "") if told else "",
        )
        for bound, told, place in zip(found, populations, plan.figures, strict=True)
    ]


def _figure(
    article: Article,
    bound: Bound,
    told: tuple[Mapping[str, Stance], str, ResolvedPopulation],
    question: Question,
    place: FigurePlace,
) -> Figure:
    stances, answer, whom = told
    value: FigureValue = bound.span._.figure
    proof = evidence(bound.span.doc, bound.span.start_char, bound.span.end_char)
    beside = () if answer == bound.label else (answer,)
    inferred = {*place.inferred}
    if whom.inferred:
        inferred.add("population")
    if bound.inferred:
        inferred.add("response")
    return Figure(
        figure_id=content_id("figure", article.article_id, proof.start, proof.end, whom.population.label, *beside),
        article_id=article.article_id,
        poll_id=question.poll_id,
        question_id=question.question_id,
        kind=value.kind,
        value=value.value,
        decimals=value.decimals,
        unit=value.unit,
        qualifier=value.qualifier,
        population=whom.population,
        response=Response(label=answer, stance=stances[answer]),
        wave=place.wave,
        wave_date=place.wave_date,
        evidence=proof,
        rule=bound.rule,
        inferred=tuple(sorted(inferred)),
    )


def _questions(
    article: Article,
    found: Sequence[Bound],
    groups: Sequence[int],
    poll_ids: Sequence[str],
    told_by_tables: Sequence[TableBinding | None],
) -> list[Question]:
    worded = {
        (number, poll_id): told.question
        for number, poll_id, told in zip(groups, poll_ids, told_by_tables, strict=True)
        if told is not None and told.question
    }
    quoted: dict[tuple[int, str], tuple[int, int]] = {}
    for bound, number, poll_id in zip(found, groups, poll_ids, strict=True):
        place = quoted_question(article.text, bound.span.start_char)
        if place:
            quoted.setdefault((number, poll_id), place)
    told: dict[tuple[int, str], tuple[int, int]] = {}
    for bound, number, poll_id in zip(found, groups, poll_ids, strict=True):
        if (number, poll_id) not in quoted and (number, poll_id) not in told:
            place = asked_about(article.text, bound.span.start_char)
            if place:
                told[number, poll_id] = place
    members: dict[tuple[int, str], list[int]] = {}
    for bound, number, poll_id in zip(found, groups, poll_ids, strict=True):
        members.setdefault((number, poll_id), []).append(bound.span.start_char)
    notes = QuestionNotes(found[0].span.doc)
    made: dict[tuple[int, str], Question] = {}
    asked: list[Question] = []
    for bound, number, poll_id in zip(found, groups, poll_ids, strict=True):
        key = (number, poll_id)
        if key not in made:
            place = quoted.get(key) or told.get(key)
            start, end = place or (bound.span.start_char, bound.span.end_char)
            made[key] = Question(
                question_id=content_id("question", article.article_id, poll_id, bound.span.start_char),
                article_id=article.article_id,
                poll_id=poll_id,
                text=article.text[start:end] if place else worded.get(key, bound.label),
                verbatim=key in quoted,
                universe=notes.universe(members[key]),
                multiple_answers=notes.multiple(members[key]),
                evidence=(evidence(bound.span.doc, start, end),),
            )
        asked.append(made[key])
    return asked


def _polls(article: Article, doc: Doc, plan: PollPlan) -> list[Poll]:
    return [
        Poll(
            poll_id=content_id("poll", article.article_id, number),
            article_id=article.article_id,
            name=draft.name,
            pollsters=draft.pollsters,
            sponsors=draft.sponsors,
            mode=draft.mode,
            field_start=draft.field_start,
            field_end=draft.field_end,
            samples=draft.samples,
            evidence={
                name: tuple(evidence(doc, start, end) for start, end in places)
                for name, places in draft.evidence.items()
            },
        )
        for number, draft in enumerate(plan.polls)
    ]
