"""Cases as text with marks: ``{52 percent | approve +; pop=men}`` is a figure; its sentence and place follow from it.

A mark is ``{EXACT | RESPONSE SIDE; key=value; ...}``.  SIDE is ``+`` favor, ``-`` oppose, ``0`` neutral, ``?`` don't
know, or nothing.  Keys:

- ``q`` question and ``p`` poll (``q1`` and ``p1`` unless given)
- ``pop`` population: a name from `POPULATIONS`, else a label without facets (``all respondents`` unless given)
- ``kind`` ``change`` or ``difference``; ``value`` where it is not the first number of EXACT (needed for a fall)
- ``unit``, ``qualifier``, ``wave``, ``date`` (of the wave), ``inferred`` (names parted by a blank), ``rule``

The parser is strict: a mark that is not understood, an unknown key or a case without anything to check fails.
"""

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from extractor.ids import content_id
from extractor.models import (
    Article,
    Block,
    Dataset,
    Evidence,
    Extraction,
    Figure,
    Poll,
    Population,
    Question,
    Response,
    Sample,
)

EVERYONE = Population(label="all respondents")
POPULATIONS: dict[str, Population] = {
    "men": Population(label="men", facets={"sex": "men"}),
    "women": Population(label="women", facets={"sex": "women"}),
    "Americans": Population(label="Americans", country="US"),
    "South Koreans": Population(label="South Koreans", country="KR"),
    "Japanese": Population(label="Japanese", country="JP"),
    "Democrats": Population(label="Democrats", facets={"party": "Democratic"}),
    "Republicans": Population(label="Republicans", facets={"party": "Republican"}),
    "independents": Population(label="independents", facets={"party": "independent"}),
    "registered voters": Population(label="registered voters", facets={"voters": "registered"}),
    "Japanese women": Population(label="Japanese women", country="JP", facets={"sex": "women"}),
    "Japanese aged 18-29": Population(label="Japanese aged 18 to 29", country="JP", facets={"age": "18-29"}),
    "Japanese in their 20s": Population(label="Japanese in their 20s", country="JP", facets={"age": "20-29"}),
    "Japanese over 70": Population(label="Japanese aged 70 and older", country="JP", facets={"age": "70+"}),
    "readers": Population(label="readers of the Evening Standard-Bearer", facets={"other": "households"}),
    "under 30": Population(label="people under 30", facets={"age": "-30"}),
    "aged 18-34": Population(label="people aged 18 to 34", facets={"age": "18-34"}),
    "aged 35-54": Population(label="people aged 35 to 54", facets={"age": "35-54"}),
    "aged 30-59": Population(label="people aged 30 to 59", facets={"age": "30-59"}),
    "aged 55+": Population(label="people aged 55 and over", facets={"age": "55+"}),
    "aged 60+": Population(label="people aged 60 and over", facets={"age": "60+"}),
}
_SIDES = {"+": "favor", "-": "oppose", "0": "neutral", "?": "dont_know"}
_MARK = re.compile(r"\{([^{}|]+)\|([^{}]*)\}")
_KEYS = {"q", "p", "pop", "kind", "value", "unit", "qualifier", "wave", "date", "inferred", "rule"}
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n\n")
_POLL_KEYS = {"pollsters", "sponsors", "size", "margin", "confidence", "start", "end", "mode", "cluster"}
_ARTICLE_KEYS = {"outlet", "title", "text", "published", "polls", "questions"}
_QUESTION_KEYS = {"text", "verbatim", "multiple", "cluster", "poll"}


class Mark(NamedTuple):
    """Where a figure stands, its response with its side, and its keys."""

    start: int
    end: int
    response: str
    facts: dict[str, str]


def extraction(case: dict[str, Any], number: int = 0) -> Extraction:
    """One article of a case as records.

    Keys: ``text`` (blank lines part paragraphs), ``title``, ``outlet``, ``published``, ``polls`` (by name: pollsters,
    size, margin, confidence, start, end, mode, cluster) and ``questions`` (by name: text, verbatim, multiple, cluster).
    """
    _known(case, _ARTICLE_KEYS, "article")
    marked = "\n\n".join(part for part in (case.get("title"), _unwrapped(case["text"])) if part)
    text, marks = _read_marks(marked)
    article_id = content_id("article", number, text)
    article = Article(
        article_id=article_id,
        source_path=f"case-{number}",
        sha256="0" * 64,
        outlet=case.get("outlet", "The Ledger"),
        title=case.get("title"),
        published=case.get("published"),
        text=text,
        blocks=_blocks(text, titled="title" in case),
    )
    polls = {name: _poll(article_id, name, facts) for name, facts in case.get("polls", {}).items()}
    questions: dict[str, Question] = {}
    figures = []
    breaks = list(_SENTENCE.finditer(text))
    sentences = [0, *(match.end() for match in breaks)], [*(match.start() for match in breaks), len(text)]
    for order, mark in enumerate(marks):
        facts = mark.facts
        poll = polls.setdefault(facts.get("p", "p1"), _poll(article_id, facts.get("p", "p1"), {}))
        name = facts.get("q", "q1")
        asked = case.get("questions", {}).get(name, {})
        question = questions.setdefault(f"{poll.poll_id} {name}", _question(article_id, poll, name, asked))
        figures.append(_figure(text, sentences, mark, question, order))
    return Extraction(
        article=article, polls=tuple(polls.values()), questions=tuple(questions.values()), figures=tuple(figures)
    )


def dataset(case: dict[str, Any]) -> Dataset:
    """The records of a case: one article, or several under ``articles``."""
    parts = [extraction(part, number) for number, part in enumerate(case.get("articles", [case]))]
    built = Dataset(
        articles=tuple(part.article for part in parts),
        polls=tuple(poll for part in parts for poll in part.polls),
        questions=tuple(question for part in parts for question in part.questions),
        figures=tuple(figure for part in parts for figure in part.figures),
    )
    if not built.figures and not built.polls:
        raise ValueError("the case marks no figure and names no poll")
    return built


def cases(path: Path) -> Iterable[tuple[bool, dict[str, Any], dict[str, Any]]]:
    """The cases of a file: whether a flag is expected, the article or articles, and what is expected of the flag."""
    expectation = {"name", "severity", "says", "figures", "decision_changing", "settings"}
    with path.open("rb") as file:
        content = tomllib.load(file)
    _known(content, {"positive", "negative"}, path.name)
    for flagged, key in ((True, "positive"), (False, "negative")):
        for case in content[key]:
            expected = {name: case.pop(name) for name in expectation & set(case)}
            if not expected.get("name"):
                raise ValueError(f"a case of {path.name} has no name")
            yield flagged, case, expected


def _known(given: Iterable[str], known: set[str], where: str) -> None:
    unknown = set(given) - known
    if unknown:
        raise ValueError(f"unknown in {where}: {sorted(unknown)}")


def _unwrapped(text: str) -> str:
    """Paragraphs of a TOML string on one line each."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))


def _read_marks(marked: str) -> tuple[str, list[Mark]]:
    """Text without marks, and for each mark: start, end, response, keys."""
    pieces: list[str] = []
    marks: list[Mark] = []
    at = length = 0
    for match in _MARK.finditer(marked):
        pieces.append(marked[at : match.start()])
        length += len(pieces[-1])
        exact = match[1].strip()
        response, *pairs = (part.strip() for part in match[2].split(";"))
        if not all("=" in pair for pair in pairs):
            raise ValueError(f"a mark that cannot be read: {match[0]}")
        facts = {key.strip(): value.strip() for key, value in (pair.split("=", 1) for pair in pairs)}
        _known(facts, _KEYS, "mark")
        marks.append(Mark(length, length + len(exact), response, facts))
        pieces.append(exact)
        length += len(exact)
        at = match.end()
    text = "".join([*pieces, marked[at:]])
    if "{" in text or "}" in text or "|" in text:
        raise ValueError(f"a mark that cannot be read in: {text}")
    return text, marks


def _blocks(text: str, *, titled: bool) -> tuple[Block, ...]:
    blocks, at = [], 0
    for number, part in enumerate(text.split("\n\n")):
        kind = "title" if titled and number == 0 else "paragraph"
        blocks.append(Block(start=at, end=at + len(part), kind=kind))
        at += len(part) + 2
    return tuple(blocks)


def _poll(article_id: str, name: str, facts: dict[str, Any]) -> Poll:
    _known(facts, _POLL_KEYS, "poll")
    sample = Sample(
        size=facts.get("size"), margin_of_error=facts.get("margin"), confidence_level=facts.get("confidence")
    )
    return Poll(
        poll_id=content_id("poll", article_id, name),
        article_id=article_id,
        poll_cluster=facts.get("cluster"),
        pollsters=tuple(facts.get("pollsters", ())),
        sponsors=tuple(facts.get("sponsors", ())),
        mode=facts.get("mode"),
        field_start=facts.get("start"),
        field_end=facts.get("end"),
        samples=() if sample == Sample() else (sample,),
    )


def _question(article_id: str, poll: Poll, name: str, facts: dict[str, Any]) -> Question:
    _known(facts, _QUESTION_KEYS, "question")
    return Question(
        question_id=content_id("question", facts.get("poll", poll.poll_id), article_id, name),
        article_id=article_id,
        poll_id=poll.poll_id,
        question_cluster=facts.get("cluster"),
        text=facts.get("text", name),
        verbatim=facts.get("verbatim", False),
        multiple_answers=facts.get("multiple", False),
    )


def _figure(text: str, sentences: tuple[list[int], list[int]], mark: Mark, question: Question, order: int) -> Figure:
    start, end, response, facts = mark
    opens, closes = sentences
    exact = text[start:end]
    digits = re.search(r"\d+(?:\.(\d+))?", exact)
    if digits is None and "value" not in facts:
        raise ValueError(f"no number in {exact!r} and no value given")
    side = response[-1:] if response[-2:-1] == " " and response[-1:] in _SIDES else ""
    opened = opens[bisect_right(opens, start) - 1]
    closed = closes[bisect_left(closes, end)]
    return Figure(
        figure_id=content_id("figure", question.question_id, order, exact),
        article_id=question.article_id,
        poll_id=question.poll_id,
        question_id=question.question_id,
        kind=facts.get("kind", "share"),  # type: ignore[arg-type]
        value=float(facts.get("value") or digits[0]),  # type: ignore[index]
        decimals=len(digits[1] or "") if digits else 0,
        unit=facts.get("unit", "points" if "point" in exact else "percent"),  # type: ignore[arg-type]
        qualifier=facts.get("qualifier", "exact"),  # type: ignore[arg-type]
        population=POPULATIONS.get(facts.get("pop", ""), Population(label=facts.get("pop", EVERYONE.label))),
        response=Response(
            label=response.removesuffix(side).strip(),
            stance=_SIDES.get(side, "other"),  # type: ignore[arg-type]
        ),
        wave=facts.get("wave", "current"),  # type: ignore[arg-type]
        wave_date=facts.get("date"),
        evidence=Evidence(
            exact=exact,
            prefix=text[max(0, start - 32) : start],
            suffix=text[end : end + 32],
            start=start,
            end=end,
            sentence=text[opened:closed],
        ),
        rule=facts.get("rule", "case"),
        inferred=tuple(facts.get("inferred", "").split()),
    )
