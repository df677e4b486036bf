"""Numbers in cells: ``45%``, ``45``, ``-3``, ``45 (+2)``, ``Rivera +4``."""

import re
from dataclasses import dataclass

from extractor.components.values import FigureValue
from extractor.models import Kind, Unit

_SIGN = r"[+\-−–]"
_NUMBER = re.compile(
    rf"[<~]?\s?(?P<sign>{_SIGN}?)\s?(?P<number>\d{{1,3}}(?:\.\d{{1,2}})?)"
    r"\s?(?P<unit>%|percent\b|per cent\b|pct\.?|points?\b|pts?\b\.?)?"
    rf"(?:\s?\(\s?(?P<change>{_SIGN}\s?\d{{1,2}}(?:\.\d)?)\s?(?:%|points?|pts?\.?)?\s?\))?[*†‡]?",
    re.IGNORECASE,
)
_NAMED_LEAD = re.compile(r"(?P<name>[^\W\d][^\d+]{0,40}?)\s?(?P<number>\+\s?\d{1,2}(?:\.\d)?)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MINUS = "-−–"


@dataclass(frozen=True, slots=True)
class Value:
    """A number in a cell: its place in the article's text, its figure, whether a percent sign stands beside it.

    `name` is that of the side that leads ("Rivera +4").
    """

    start: int
    end: int
    figure: FigureValue
    percent: bool = False
    signed: bool = False
    name: str = ""


def is_value(text: str) -> bool:
    """Whether a cell's whole text is a number that could be a share, change or difference."""
    return _NUMBER.fullmatch(text) is not None and not _YEAR.fullmatch(text)


def values(text: str, offset: int) -> list[Value]:
    """The numbers of a cell that begins at `offset` of the article's text; none if the cell holds other things."""
    lead = _NAMED_LEAD.fullmatch(text)
    if lead:
        return [_value(lead["number"], offset + lead.start("number"), "difference", "", lead["name"].strip())]
    match = _NUMBER.fullmatch(text)
    if match is None or _YEAR.fullmatch(text):
        return []
    start = match.start("sign") if match["sign"] else match.start("number")
    unit = match["unit"] or ""
    found = [_value(text[start : match.end("number")], offset + start, "share", unit, "")]
    if match["change"]:
        found.append(_value(match["change"], offset + match.start("change"), "change", "", ""))
    return found


def figure(printed: str, kind: Kind) -> FigureValue:
    """The figure that a printed number such as ``-3`` or ``41.5`` is."""
    digits = printed.lstrip("+" + _MINUS + " ")
    value = float(digits) * (-1 if printed[0] in _MINUS else 1)
    unit: Unit = "percent" if kind == "share" else "points"
    return FigureValue(value, len(digits.partition(".")[2]), unit, kind, "exact", "digits")


def _value(printed: str, start: int, kind: Kind, unit: str, name: str) -> Value:
    signed = printed[0] in "+" + _MINUS
    end = start + len(printed) + (len(unit) if unit else 0)
    return Value(
        start, end, figure(printed, kind), unit[:1] in ("%", "p", "P") and unit[:2].lower() != "po", signed, name
    )
