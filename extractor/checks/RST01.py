"""RST01: the same figure told differently in one article."""

import re
from collections.abc import Iterator

from extractor.checks.answers import is_printed, object_of, side_of
from extractor.checks.base import Check, Collector, flips_majority
from extractor.checks.intervals import same_number
from extractor.checks.keys import response_key, words
from extractor.checks.rebasing import fits, forms_within, says_rebased
from extractor.checks.views import ArticleView, GroupKey
from extractor.checks.wording import number, outlet, place, told
from extractor.checks.words import cue, words_of
from extractor.models import Figure

#: The end of a text that goes on with the value before: "60 percent, up (five points) from 55".
_LEADS_ON = re.compile(
    r"(?:\b(?:up|down|rise|fall|drop|gain|increase|decrease|compared|against|versus|rose|fell|higher|lower|more|less)\b"
    r"[^.;]{0,40})?\b(?:from|with|to|than)\s+(?:just|only|about|the)?\s*$",
    re.IGNORECASE,
)
#: The title is paragraph 0; the two after it are the lead.
_LEAD = 3


#: The figures of one group by answer: its side and the key of its label.
Answers = dict[tuple[str, str], list[Figure]]


class ToldOnce(Check):
    """One answer of one population has two values in one article: headline, lead, body or table.

    Both must stand in different paragraphs, one of them in the headline, the lead, a heading or a table; both be of
    now and share words besides those of every poll story.  The article must have exactly two values for the answer
    and one for every other answer: where several differ, two questions were taken for one (but not where two
    answers just have each other's values).  Values that are roundings of each other, or the same share without
    "don't know" (RBS01), are not in conflict.

    Bad: ``65 percent of Koreans back the pact`` (headline) ``56 percent of Koreans back the pact`` (text)
    Good: ``60 percent of Koreans back the pact`` (headline) ``60.2 percent of Koreans back the pact`` (text)
    Source: common practice of fact-checking desks: headline and lead against the body.
    """

    code = "RST01"
    title = "the same figure told differently in one article"
    severity = "warning"
    scope = "article"
    needs = "one answer of one population told in two paragraphs"

    def article(self, view: ArticleView, out: Collector) -> None:
        """Test every answer that is told more than once."""
        explained = {
            frozenset((form.figure.figure_id, form.told_of_all.figure_id))
            for forms in forms_within(view)
            for form in forms
            if fits(form) or says_rebased(view, form.figure)
        }
        for answers in _groups(view):
            differing = [
                told for told in answers.values() if not all(same_number(told[0], other) for other in told[1:])
            ]
            # One misprint changes one answer; where several differ, two questions were taken for one.
            if len(differing) == 1 or _is_swap(differing):
                for told in differing:
                    self._compare(view, out, explained, told)
            out.tested(
                figure
                for told in answers.values()
                if told not in differing and len({view.paragraph(figure) for figure in told}) > 1
                for figure in told
            )

    def _compare(
        self, view: ArticleView, out: Collector, explained: set[frozenset[str]], figures: list[Figure]
    ) -> None:
        first = figures[0]
        others = [figure for figure in figures if not same_number(first, figure)]
        values = {figure.value for figure in others}
        second = others[0]
        if len(values) > 1 or not self._certain(view, first, second):
            return
        out.tested(figures)
        if frozenset((first.figure_id, second.figure_id)) in explained:
            return
        out.flag(
            f"{outlet(view.article)} gives {told(first)} {place(view, first)}, but "
            f"{number(second.value, second.decimals)} percent {place(view, second)}.",
            figures=figures,
            expected=number(first.value, first.decimals),
            observed=number(second.value, second.decimals),
            decision_changing=flips_majority(first.value, second.value),
        )

    @staticmethod
    def _certain(view: ArticleView, a: Figure, b: Figure) -> bool:
        """Whether two figures are surely told of the same thing and of now."""
        if view.paragraph(a) == view.paragraph(b):
            return False
        if _sentence_words(a) == _sentence_words(b):
            return True
        return (
            a.wave == "current"
            and any(_stands_out(view, figure) for figure in (a, b))
            and all(_is_plain(view, figure) for figure in (a, b))
            and len(_sentence_words(a) & _sentence_words(b) - _stock()) >= 2
        )


def _groups(view: ArticleView) -> Iterator[Answers]:
    """Shares that may be one answer told again: of one question, and of one answer that names its object.

    Where a story contradicts itself, its two statements may have been taken for two questions; "back the pact" is one
    answer all the same, "approve" is not.
    """
    by_question: dict[GroupKey, Answers] = {}
    by_answer: dict[tuple[object, ...], Answers] = {}
    for key, figures in view.shares.items():
        for figure in figures:
            side = side_of(figure.response)
            if not is_printed(figure) or side == "neutral":
                continue
            answer = side, response_key(figure.response)
            by_question.setdefault(key, {}).setdefault(answer, []).append(figure)
            if side in ("favor", "oppose") and object_of(figure.response):
                by_answer.setdefault((key[0], *key[2:]), {}).setdefault(answer, []).append(figure)
    yield from by_question.values()
    for answers in by_answer.values():
        apart = {a: told for a, told in answers.items() if len({figure.question_id for figure in told}) > 1}
        if apart:
            yield apart


def _is_swap(answers: list[list[Figure]]) -> bool:
    """Whether two answers have each other's values in another place."""
    values = [{figure.value for figure in told} for told in answers]
    return len(values) == 2 and values[0] == values[1] and len(values[0]) == 2


def _is_plain(view: ArticleView, figure: Figure) -> bool:
    """Whether nothing near the figure speaks of another time, poll or part of the people."""
    inferred = set(figure.inferred)
    if "response" in inferred or ("poll" in inferred and len(view.polls) > 1):
        return False
    if "population" in inferred and not view.covers_everyone(figure):
        return False
    if cue("earlier_cues").search(_own_clause(view, figure)):
        return False
    # A part of the people may be named early in the sentence ("Among the 38 percent who ..., 43 percent").
    told = view.before(figure) + _LEADS_ON.sub("", view.clause(figure)[1])
    return not (view.covers_everyone(figure) and cue("part_cues").search(told))


def _own_clause(view: ArticleView, figure: Figure) -> str:
    """The clause without what leads on to the next figure: ", up from" belongs to the value before."""
    before, after = view.clause(figure)
    return f"{before} {_LEADS_ON.sub('', after)}"


def _stands_out(view: ArticleView, figure: Figure) -> bool:
    """Whether the figure is told in the headline, the lead, a heading or a table: where stories repeat themselves."""
    return view.kind_of_place(figure) not in ("paragraph", "quote", "list_item") or view.paragraph(figure) < _LEAD


def _sentence_words(figure: Figure) -> frozenset[str]:
    """Stems of the content words of the figure's sentence, numbers aside."""
    return frozenset(word for word in words(figure.evidence.sentence) if not word[0].isdigit())


def _stock() -> frozenset[str]:
    """Stems that every poll story has."""
    return frozenset(words(" ".join(words_of().poll_words)))
