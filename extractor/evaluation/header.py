"""Facts beside the figures: the survey's own fields, the questions' wording, the article's header."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from extractor.evaluation.alignment import Stream
from extractor.evaluation.counts import Accuracy
from extractor.evaluation.document import DocumentScore
from extractor.evaluation.gold import Gold
from extractor.evaluation.labels import overlap, stems

Row = Mapping[str, Any]

_POLLSTER_OVERLAP = 0.66


def count_header(gold: Gold, article: Row, header: Accuracy) -> None:
    """Title and publication date, where gold states them; letters, digits and percent signs are compared."""
    for name in ("title", "published"):
        if gold["article"].get(name):
            want, got = Stream(gold["article"][name]).text, Stream(str(article.get(name) or "")).text
            header.add(name, got.startswith(want) if name == "published" else got == want)


def count_verbatim(gold: Gold, score: DocumentScore, questions: Mapping[str, Row], verbatim: Counter[str]) -> None:
    """Wordings that gold quotes, and those that a matched figure's question repeats letter by letter."""
    for key, question in gold["questions"].items():
        if not question.get("verbatim"):
            continue
        verbatim["all"] += 1
        ids = {str(figure.get("question_id")) for finding, figure in score.matched if finding["question"] == key}
        want = Stream(question["text"]).text
        verbatim["ok"] += any(Stream(questions[name]["text"]).text == want for name in ids if name in questions)


def count_polls(gold: Gold, score: DocumentScore, polls: Mapping[str, Row], metadata: Accuracy) -> None:
    """The stated fields of each survey that has a required figure, against the poll most of its figures are under."""
    survey_of = {key: question["survey"] for key, question in gold["questions"].items()}
    needed = {survey_of[finding["question"]] for finding in gold["findings"] if not finding["optional"]}
    for key, survey in gold["surveys"].items():
        if key not in needed:
            continue
        votes = Counter(
            str(figure.get("poll_id"))
            for finding, figure in score.matched
            if survey_of[finding["question"]] == key and figure.get("poll_id")
        )
        poll = polls.get(votes.most_common(1)[0][0], {}) if votes else {}
        _count_poll(survey, poll, metadata)


def _count_poll(survey: Row, poll: Row, metadata: Accuracy) -> None:
    samples = poll.get("samples") or []
    if survey.get("pollsters"):
        names = poll.get("pollsters") or []
        same = any(overlap(stems(x), stems(y)) >= _POLLSTER_OVERLAP for x in names for y in survey["pollsters"])
        metadata.add("pollster", same)
    for size in survey.get("sample_sizes") or []:
        metadata.add("sample_size", any(sample.get("size") == size for sample in samples))
    if survey.get("margin_of_error") is not None:
        margin = survey["margin_of_error"]
        metadata.add("margin_of_error", any(sample.get("margin_of_error") == margin for sample in samples))
    if survey.get("mode"):
        metadata.add("mode", (poll.get("mode") or "") == survey["mode"])
    for name in ("field_start", "field_end"):
        if survey.get(name):
            metadata.add(name, str(poll.get(name) or "").startswith(survey[name]))
