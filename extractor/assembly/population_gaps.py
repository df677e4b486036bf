"""Forms of the text between a figure and the group behind it in which further figures or brackets stand."""

import re
from collections.abc import Sequence

from spacy.tokens import Span

from extractor.assembly.population_mentions import DETERMINERS, Mention

UNIT = r"(?:percentage points?|percent|per cent|%|points?|pts?)?"
#: Between the two sides of a pair: "48 to 44".
PAIR = re.compile(
    rf"^\s*{UNIT}\s*(?:-|–|—|to|-to-|vs\.?|versus|/|and|or)?\s*(?:a|the|just|only|about)?\s*$", re.IGNORECASE
)
#: In a share that counts people: "six in ten", "two-thirds".
RATIO = re.compile(r"\b(?:in|of|half|thirds?|quarters?|fifths?)\b", re.IGNORECASE)
_RATIO_BEFORE = re.compile(r"\b(?:in|out of|of)[\s-](?:every[\s-])?\w+\s+\(\s*$|-thirds?\s+\(\s*$", re.IGNORECASE)
_COUNTING = re.compile(rf"^\s*{UNIT}\s*\)\s+(?:of\s+)?(?:all\s+|the\s+|registered\s+|likely\s+)*$", re.IGNORECASE)
_BRACKETED = re.compile(rf"^\s*{UNIT}\s*\)\s*(?:,\s*)?(?:and|but|or)\s+(?:[a-z-]+\s+){{1,4}}\($", re.IGNORECASE)
_AMONG = re.compile(rf"^\s*{UNIT}\s*\)\s*(?:among|amongst)\s+{DETERMINERS}$", re.IGNORECASE)
_PART = re.compile(rf"^\s*{UNIT}\s*,?\s*(?:among|amongst|with|of|from|for)\s*$", re.IGNORECASE)
#: Between a share and the group right behind it.
DIRECT = re.compile(r"^\s+(?:of\s+)?(?:all\s+|the\s+|registered\s+|likely\s+)*$", re.IGNORECASE)
_PERCENT = re.compile(r"(?:%|per\s?cent|percent|pct|pc)$", re.IGNORECASE)
#: What can follow a group that is a subject: no conjunction, no preposition, no bracket.
_PREDICATE = re.compile(
    r"\s+(?!(?:and|or|but|while|compared|in|of|to|with|from|at|by|for|on|than|versus|vs|as|who|aged|over|under)\b)"
    r"[a-z]{2,}"
)
#: How far before a figure in brackets the ratio that it repeats is read, in characters.
_BACK = 32


def counts(figure: Span, mention: Mention, text: str) -> bool:
    """Whether a percentage counts the group right behind it, which then does something: "67% nurses agree"."""
    return not mention.of_party and bool(_PERCENT.search(figure.text) and _PREDICATE.match(text, mention.end))


def part_behind(gap: str, figure: Span, between: Sequence[Span]) -> set[str] | None:
    """The features of a part of those polled right behind its figures: "48 to 44 among the third who rent"."""
    if not between:
        return {"after:next", "after:among:next"} if _PART.match(gap) else None
    first, last = _sides(gap, figure, between)
    pair = len(between) == 1 and PAIR.match(first) and _PART.match(last)
    return {"after:pair", "after:among:pair"} if pair else None


def told_twice(gap: str, figure: Span, between: Sequence[Span], text: str) -> bool:
    """Whether a ratio and its share in brackets count the group behind them: "six in ten (58%) renters"."""
    if not between:
        before = _RATIO_BEFORE.search(text[max(0, figure.start_char - _BACK) : figure.start_char])
        return bool(before and _COUNTING.match(gap))
    first, last = _sides(gap, figure, between)
    counted = len(between) == 1 and first.strip() == "(" and RATIO.search(figure.text)
    return bool(counted and _COUNTING.match(last))


def both_in_brackets(gap: str, figure: Span, between: Sequence[Span]) -> bool:
    """Whether a group closes two figures in brackets: "approval (52%) and disapproval (41%) among renters"."""
    first, last = _sides(gap, figure, between)
    return bool(len(between) == 1 and _BRACKETED.match(first) and _AMONG.match(last))


def _sides(gap: str, figure: Span, between: Sequence[Span]) -> tuple[str, str]:
    """The text of a gap before the first figure in it, and behind it."""
    offset = figure.end_char
    return gap[: between[0].start_char - offset], gap[between[0].end_char - offset :]
