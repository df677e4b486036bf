"""RNK01: words of order agree with the numbers."""

import re
from functools import cache
from itertools import pairwise

from extractor.checks.answers import is_printed
from extractor.checks.base import Check, Collector
from extractor.checks.intervals import Interval
from extractor.checks.views import ArticleView
from extractor.checks.wording import number, outlet
from extractor.checks.words import cue, either, versus, words_of
from extractor.models import Figure


class OrderAgrees(Check):
    """An answer is said to be ahead, or the most common, and another one has the larger share.

    "A at 40 percent, followed by B at 45" contradicts itself; so do "A leads B, 44 to 48" and "the most common answer
    was A (30 percent), while 35 percent named B".

    Bad: ``Jobs came first with 31 percent, followed by housing with 38 percent.``
    Good: ``Jobs came first with 38 percent, followed by housing with 31 percent.``
    Source: meaning of the words of order.
    """

    code = "RNK01"
    title = "words of order agree with the numbers"
    severity = "warning"
    scope = "article"
    needs = "two shares of one question, population and wave in one sentence, with a word of order"

    def article(self, view: ArticleView, out: Collector) -> None:
        """Test every sentence with two shares or more."""
        for figures in view.sentences.values():
            shares = [figure for figure in figures if figure.kind == "share" and is_printed(figure)]
            if len(shares) < 2:
                continue
            for first, second in pairwise(shares):
                if view.key(first) == view.key(second) and _followed().match(view.between(first, second)):
                    self._ahead(view, out, first, second, "is told as ahead of")
            if len(figures) == 2 and view.key(shares[0]) == view.key(shares[1]):
                self._leads(view, out, shares[0], shares[1])
            self._most_common(view, out, shares)

    def _leads(self, view: ArticleView, out: Collector, a: Figure, b: Figure) -> None:
        """Test "A leads B, 44 to 48": both names around the verb, the shares side by side after them."""
        if not versus().match(view.between(a, b)):
            return
        for ahead, behind in ((a, b), (b, a)):
            names = [_last_name(figure.response.label) for figure in (ahead, behind)]
            if names[0] == names[1] or not all(name[:1].isupper() for name in names):
                continue
            sentence = view.before(a)
            leads = _between_names(names[0], names[1], "leads_cues", sentence)
            if leads or _between_names(names[1], names[0], "trails_cues", sentence):
                self._ahead(view, out, ahead, behind, "is said to lead")

    def _most_common(self, view: ArticleView, out: Collector, shares: list[Figure]) -> None:
        """Test "the most common answer was A (30 percent)": no other answer in the sentence has more."""
        top = shares[0]
        if not cue("most_common_cues").search(view.before(top)):
            return
        for other in shares[1:]:
            if view.key(other) == view.key(top):
                self._ahead(view, out, top, other, "is called the most common answer, ahead of")

    @staticmethod
    def _ahead(view: ArticleView, out: Collector, ahead: Figure, behind: Figure, how: str) -> None:
        if view.same_answer(ahead, behind):
            return
        out.tested([ahead, behind])
        if Interval.of(ahead).high >= Interval.of(behind).low or ahead.value >= behind.value:
            return
        out.flag(
            f"In {outlet(view.article)} “{ahead.response.label}” {how} “{behind.response.label}” among "
            f"{ahead.population.label}, but has {number(ahead.value, ahead.decimals)} percent against "
            f"{number(behind.value, behind.decimals)}.",
            figures=[ahead, behind],
            expected=f"at least {number(behind.value, behind.decimals)}",
            observed=number(ahead.value, ahead.decimals),
            decision_changing=True,
        )


@cache
def _followed() -> re.Pattern[str]:
    """Right after the first share "followed by", then the second answer and its share: no clause between them."""
    cues = either(words_of().followed_cues)
    return re.compile(rf"^[^.;,()]{{0,30}}[,(]?\s*(?:closely |and )?{cues}[^.;,\d]{{1,70}}[(,]?\s*$", re.IGNORECASE)


def _last_name(label: str) -> str:
    parts = label.split()
    return parts[-1] if parts else ""


@cache
def _order(name: str) -> re.Pattern[str]:
    return re.compile(either(getattr(words_of(), name)), re.IGNORECASE)


def _between_names(first: str, second: str, cues: str, sentence: str) -> bool:
    """Whether "first VERB second" stands before the shares, both names once and few words between and after."""
    if sentence.count(first) != 1 or sentence.count(second) != 1:
        return False
    start, end = sentence.index(first) + len(first), sentence.index(second)
    between, after = sentence[start:end], sentence[end + len(second) :]
    if len(after) > 40 or ";" in after:
        return False
    return start < end <= start + 60 and _order(cues).search(between) is not None and not re.search(r"[;.\d]", between)
