"""RST01: the same figure told differently in one article."""

from collections.abc import Iterator

from extractor.checks.answers import is_printed, object_of, side_of
from extractor.checks.base import Check, Collector, flips_majority
from extractor.checks.intervals import same_number
from extractor.checks.rebasing import fits, forms_within, says_rebased
from extractor.checks.restated import is_plain, sentence_words, stock, unborne_headlines
from extractor.checks.views import ArticleView, GroupKey
from extractor.checks.wording import number, outlet, place, told
from extractor.models import Figure

#: The title is paragraph 0; the two after it are the lead.
_LEAD = 3
#: Constructions that give two bare numbers to two names.
_BARE = "race."


#: The figures of one group by answer: its side and the key of its label.
Answers = dict[tuple[str, str], list[Figure]]


class ToldOnce(Check):
    """One answer of one population has two values in one article: headline, lead, body or table.

    Both must stand in different paragraphs, one of them in the headline, the lead, a heading or a table; both be of
    now and share words besides those of every poll story.  The article must have exactly two values for the answer
    and one for every other answer: where several differ, two questions were taken for one (but not where two
    answers just have each other's values).  Values that are roundings of each other, or the same share without
    "don't know" (RBS01), are not in conflict.

    A headline figure is also held against the whole text: where the number, a rounding of it, its complement and the
    sums of two shares are nowhere in it, and a sentence with the headline's words gives another one.

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
        for unborne in unborne_headlines(view):
            if not {unborne.headline.figure_id, unborne.text.figure_id} & {i for pair in explained for i in pair}:
                _flag(view, out, unborne.headline, unborne.text, [unborne.headline, unborne.text])
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
        _flag(view, out, first, second, figures)

    @staticmethod
    def _certain(view: ArticleView, a: Figure, b: Figure) -> bool:
        """Whether two figures are surely told of the same thing and of now."""
        if view.paragraph(a) == view.paragraph(b) or _tell_both(view, a, b):
            return False
        if sentence_words(a) == sentence_words(b):
            return True
        return (
            a.wave == "current"
            and any(_stands_out(view, figure) for figure in (a, b))
            and all(is_plain(view, figure) for figure in (a, b))
            and len(sentence_words(a) & sentence_words(b) - stock()) >= 2
        )


def _flag(view: ArticleView, out: Collector, first: Figure, second: Figure, figures: list[Figure]) -> None:
    out.flag(
        f"{outlet(view.article)} gives {told(first)} {place(view, first)}, but "
        f"{number(second.value, second.decimals)} percent {place(view, second)}.",
        figures=figures,
        expected=number(first.value, first.decimals),
        observed=number(second.value, second.decimals),
        decision_changing=flips_majority(first.value, second.value),
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
            answer = side, view.answer(figure)
            by_question.setdefault(key, {}).setdefault(answer, []).append(figure)
            if side in ("favor", "oppose") and object_of(figure.response):
                by_answer.setdefault((key[0], *key[2:]), {}).setdefault(answer, []).append(figure)
    yield from by_question.values()
    for answers in by_answer.values():
        apart = {a: told for a, told in answers.items() if len({figure.question_id for figure in told}) > 1}
        if apart:
            yield apart


def _tell_both(view: ArticleView, a: Figure, b: Figure) -> bool:
    """Whether both sentences have both values ("by 53 to 46"), and one was bound by the bare order of a race: then it
    is open which of them is whose."""
    return any(figure.rule.startswith(_BARE) for figure in (a, b)) and all(
        any(same_number(other, wanted) for other in view.same_sentence(figure) if other is not figure)
        for figure, wanted in ((a, b), (b, a))
    )


def _is_swap(answers: list[list[Figure]]) -> bool:
    """Whether two answers have each other's values in another place."""
    values = [{figure.value for figure in told} for told in answers]
    return len(values) == 2 and values[0] == values[1] and len(values[0]) == 2


def _stands_out(view: ArticleView, figure: Figure) -> bool:
    """Whether the figure is told in the headline, the lead, a heading or a table: where stories repeat themselves."""
    return view.kind_of_place(figure) not in ("paragraph", "quote", "list_item") or view.paragraph(figure) < _LEAD
