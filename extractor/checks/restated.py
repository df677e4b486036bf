"""What tells that two places of a story speak of the same thing, and headlines that the story does not bear out."""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from extractor.checks.answers import is_printed
from extractor.checks.intervals import HUNDRED, Interval, exact
from extractor.checks.keys import words
from extractor.checks.views import ArticleView
from extractor.checks.words import cue, words_of
from extractor.models import Figure

_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d+)?(?![\d]|[.,]\d)")
#: So many words, besides those of every poll story, must a sentence share with the headline; or so large a part.
_SHARED_WORDS = 3
_SHARED_PART = Decimal("0.6")
#: A fraction in words ("two-thirds") is borne out by numbers this near.
_NEAR = Decimal(4)
#: Above so many shares the sums of pairs are not looked at, and the headline is left alone.
_MANY = 60


#: The end of a text that goes on with the value before: "60 percent, up (five points) from 55".
_LEADS_ON = re.compile(
    r"(?:\b(?:up|down|rise|fall|drop|gain|increase|decrease|compared|against|versus|rose|fell|higher|lower|more|less)\b"
    r"[^.;]{0,40})?\b(?:from|with|to|than)\s+(?:just|only|about|the)?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unborne:
    """A figure of the headline that the text does not have, and what the text has in its place."""

    headline: Figure
    text: Figure


def unborne_headlines(view: ArticleView) -> list[Unborne]:
    """Headline shares whose number, or anything it can be rounded or summed from, the text below does not have.

    Only where a sentence of the text speaks of the same thing and gives another number.
    """
    titled = [figure for figure in view.figures if view.kind_of_place(figure) == "title" and _is_plain_share(figure)]
    below = [figure for figure in view.figures if view.kind_of_place(figure) != "title"]
    shares = [figure for figure in below if figure.kind == "share"]
    if not titled or not shares or len(shares) > _MANY:
        return []
    end = max(figure.evidence.end for figure in titled)
    body = view.article.text[view.article.text.find("\n\n", end) :]
    numbers = {Decimal(match[0]) for match in _NUMBER.finditer(body)}
    found = []
    for figure in titled:
        if _is_borne_out(figure, numbers, shares):
            continue
        instead = next((share for share in shares if _tells_the_same(view, figure, share)), None)
        if instead is not None:
            found.append(Unborne(figure, instead))
    return found


def _is_plain_share(figure: Figure) -> bool:
    return figure.kind == "share" and figure.wave == "current" and is_printed(figure)


def _is_borne_out(figure: Figure, numbers: set[Decimal], shares: list[Figure]) -> bool:
    """Whether the text has the number, a rounding of it, a fraction near it, its complement, or two parts of it."""
    stands_for = Interval.of(figure)
    if any(stands_for.holds(number) for number in numbers):
        return True
    for share in shares:
        value = exact(share.value, share.decimals)
        slack = Decimal("0.5") if is_printed(share) else _NEAR
        if Interval(stands_for.low - slack, stands_for.high + slack).holds(value) and (
            not is_printed(share) or Interval.of(share).meets(stands_for)
        ):
            return True
        if abs(HUNDRED - value - exact(figure.value, figure.decimals)) <= 1:
            return True
    return any(
        abs(exact(a.value, a.decimals) + exact(b.value, b.decimals) - exact(figure.value, figure.decimals)) <= 1
        for a, b in combinations(shares, 2)
        if a.question_id == b.question_id
    )


def _tells_the_same(view: ArticleView, figure: Figure, share: Figure) -> bool:
    """Whether a share of the text is told of the same people, in words that the headline has."""
    if not _is_plain_share(share) or not is_plain(view, share) or view.population(figure) != view.population(share):
        return False
    headline = sentence_words(figure) - stock()
    shared = headline & sentence_words(share)
    return len(shared) >= min(Decimal(_SHARED_WORDS), max(Decimal(2), len(headline) * _SHARED_PART))


def is_plain(view: ArticleView, figure: Figure) -> bool:
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


def sentence_words(figure: Figure) -> frozenset[str]:
    """Stems of the content words of the figure's sentence, numbers aside."""
    return frozenset(word for word in words(figure.evidence.sentence) if not word[0].isdigit())


def stock() -> frozenset[str]:
    """Stems that every poll story has."""
    return frozenset(words(" ".join(words_of().poll_words)))
