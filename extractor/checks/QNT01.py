"""QNT01: words against numbers."""

import re
from decimal import Decimal
from functools import cache
from itertools import pairwise

from extractor.checks.answers import is_printed
from extractor.checks.base import Check, Collector
from extractor.checks.intervals import Interval
from extractor.checks.views import ArticleView
from extractor.checks.wording import outlet, told
from extractor.checks.words import either, words_of
from extractor.models import Figure

_HALF = Decimal(50)
#: The claim and its number: "most voters (39 percent)", "a majority, 39 percent,", "most of them - 39 percent -".
_APPOSED = r"(?:\s+of)?(?:\s+(?!but|and|or|while|as)[\w’'-]+){0,6}\s*[,(—–:-]+\s*(?:or\s+|at\s+|about\s+)?$"
_OF_NUMBER = r"\s+of\s+(?:about\s+)?$"
#: The number and its claim: "39 percent, a majority,".
_AFTER = re.compile(
    r"^\s*(?:percent|per cent|%)?\s*[,(—–-]+\s*(?:an?|the|most)\s+(?:clear |slim |narrow |bare )?majority\b", re.I
)
_FRACTION = re.compile(r"^[^.;\d]{0,40}[(—–,]\s*$")


class WordsAgreeWithNumbers(Check):
    """A majority, most, or a fraction is claimed where the number beside it says otherwise.

    The claim and the number must stand in apposition ("most voters (39 percent)").  A majority is more than half; a
    number that may have been more than half before rounding is left alone, and a small majority is one.  The claim
    that a bound holds in every age group is tested against the figures of age groups.

    Bad: ``Most voters (39 percent) want the tax.``
    Good: ``A majority, 50.4 percent of 1,000 adults, want the tax.``
    Source: meaning of majority (more than half); rulings of press regulators on "most voters".
    """

    code = "QNT01"
    title = "words against numbers"
    severity = "warning"
    scope = "article"
    needs = "a claim of a majority or fraction in apposition to a printed share"

    def article(self, view: ArticleView, out: Collector) -> None:
        """Test every share that a claim stands beside, every fraction with its number, every bound for all groups."""
        for figure in view.figures:
            if figure.kind != "share" or not is_printed(figure):
                continue
            if _claims_majority(view, figure):
                self._majority(view, out, figure)
        for figures in view.sentences.values():
            for words, numeral in pairwise(figures):
                self._fraction(view, out, words, numeral)
        self._every_group(view, out)

    def _majority(self, view: ArticleView, out: Collector, figure: Figure) -> None:
        out.tested([figure])
        if Interval.of(figure).high > _HALF:
            return
        out.flag(
            f"{outlet(view.article)} calls {told(figure)} a majority, but it is not more than half.",
            figures=[figure],
            expected="more than 50",
            observed=f"{figure.value:.{figure.decimals}f}",
            decision_changing=True,
        )

    def _fraction(self, view: ArticleView, out: Collector, words: Figure, numeral: Figure) -> None:
        """Test a fraction in words against the number after it: "more than half (48 percent)"."""
        if words.kind != "share" or numeral.kind != "share" or not is_printed(numeral) or _has_digit(words):
            return
        same = words.question_id == numeral.question_id and view.population(words) == view.population(numeral)
        if not same or not _FRACTION.match(view.between(words, numeral)) or "cent" in words.evidence.exact.casefold():
            return
        out.tested([words, numeral])
        bound, value = Decimal(repr(words.value)), Interval.of(numeral)
        wrong = {
            "over": value.high < bound,
            "under": value.low > bound,
            "exact": not Interval(bound - 4, bound + 4).meets(value),
            "about": not Interval(bound - 6, bound + 6).meets(value),
        }[words.qualifier]
        if wrong:
            out.flag(
                f"{outlet(view.article)} says “{words.evidence.exact}” ({words.qualifier} {words.value:g} percent) and "
                f"then gives {told(numeral)}.",
                figures=[words, numeral],
                expected=f"{words.qualifier} {words.value:g}",
                observed=f"{numeral.value:.{numeral.decimals}f}",
                decision_changing=words.value == 50,
            )

    def _every_group(self, view: ArticleView, out: Collector) -> None:
        """Test "surpassed 50 percent in every age group" against the figures of age groups."""
        bounds = [
            figure
            for figure in view.figures
            if figure.qualifier in ("over", "under") and _every().search(figure.evidence.sentence)
        ]
        groups = _by_question(view) if bounds else {}
        for bound in bounds:
            for figure in groups.get((bound.poll_id, bound.question_id, bound.wave), ()):
                if set(figure.population.facets) != {"age"} or not is_printed(figure):
                    continue
                if figure.response.stance != bound.response.stance or figure.response.label != bound.response.label:
                    continue
                out.tested([bound, figure])
                value, limit = Interval.of(figure), Decimal(repr(bound.value))
                if (value.high < limit) if bound.qualifier == "over" else (value.low > limit):
                    out.flag(
                        f"{outlet(view.article)} says every age group was {bound.qualifier} {bound.value:g} percent, "
                        f"but gives {told(figure)}.",
                        figures=[bound, figure],
                        expected=f"{bound.qualifier} {bound.value:g}",
                        observed=f"{figure.value:.{figure.decimals}f}",
                        decision_changing=bound.value == 50,
                    )


def _by_question(view: ArticleView) -> dict[tuple[str, str, str], list[Figure]]:
    groups: dict[tuple[str, str, str], list[Figure]] = {}
    for figure in view.figures:
        if figure.kind == "share":
            groups.setdefault((figure.poll_id, figure.question_id, figure.wave), []).append(figure)
    return groups


def _has_digit(figure: Figure) -> bool:
    return any(char.isdigit() for char in figure.evidence.exact)


@cache
def _majority() -> re.Pattern[str]:
    lexicon = words_of()
    claim = "|".join(lexicon.majority_words)
    # A hedge right before the claim ("nearly", "not a") takes it back.
    return re.compile(
        rf"(?P<hedge>{either(lexicon.hedge_cues)}[^.;]{{0,20}}?)?\b(?P<claim>{claim})\b(?:{_APPOSED}|{_OF_NUMBER})",
        re.IGNORECASE,
    )


@cache
def _every() -> re.Pattern[str]:
    return re.compile(either(words_of().every_cues), re.IGNORECASE)


def _claims_majority(view: ArticleView, figure: Figure) -> bool:
    before = view.before(figure)[-120:]
    found = _majority().search(before)
    if found:
        return not found["hedge"] and (found["claim"].casefold() != "most" or _opens_phrase(before, found))
    return _AFTER.match(view.after(figure)) is not None


def _opens_phrase(before: str, found: re.Match[str]) -> bool:
    """Whether "most" stands where a phrase begins: "Most voters", not "the most popular" or "those most interested"."""
    lead = before[: found.start("claim")].rstrip(" “\"‘'")
    return not lead or lead[-1] in ",;:.!?—–-(" or _openers().search(lead) is not None


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(rf"{either(words_of().most_openers)}$", re.IGNORECASE)
