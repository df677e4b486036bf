"""RST01: the same figure told differently in one article."""

from collections import defaultdict

from extractor.checks.answers import is_printed, side_of
from extractor.checks.base import Check, Collector, flips_majority
from extractor.checks.intervals import same_number
from extractor.checks.keys import response_key, words
from extractor.checks.rebasing import fits, forms_within, says_rebased
from extractor.checks.views import ArticleView
from extractor.checks.wording import number, outlet, place, told
from extractor.checks.words import cue
from extractor.models import Figure

#: What must come from the sentence itself for a figure to be held against another.
_OWN = frozenset({"response", "population", "poll", "wave"})


class ToldOnce(Check):
    """One answer of one population has two values in one article: headline, lead, body or table.

    Both must name the answer and the population in their own sentence, in different paragraphs, both of now, with
    exactly two values in the article.  Values that are roundings of each other, or the same share without "don't
    know" (RBS01), are not in conflict.

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
        for key, figures in view.shares.items():
            if key[3] != "current" or len(figures) < 2:
                continue
            answers: dict[tuple[str, str], list[Figure]] = defaultdict(list)
            for figure in figures:
                if is_printed(figure) and side_of(figure.response) != "neutral":
                    answers[side_of(figure.response), response_key(figure.response)].append(figure)
            for told_again in answers.values():
                if len(told_again) > 1:
                    self._compare(view, out, explained, told_again)

    def _compare(
        self, view: ArticleView, out: Collector, explained: set[frozenset[str]], figures: list[Figure]
    ) -> None:
        first = figures[0]
        others = [figure for figure in figures if not same_number(first, figure)]
        values = {figure.value for figure in others}
        if not others:
            if len({view.paragraph(figure) for figure in figures}) > 1:
                out.tested(figures)
            return
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
        for figure in (a, b):
            if _OWN & set(figure.inferred) or cue("elsewhere_cues").search(figure.evidence.sentence):
                return False
            told_words = set(words(figure.evidence.sentence))
            if not set(words(figure.response.label)) <= told_words:
                return False
        return True
