"""Figures that are told in the order of their groups: "men are likelier than women to agree (57% vs. 49%)"."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from extractor.assembly.population_links import adjacent
from extractor.assembly.population_mentions import DETERMINERS, Mention
from extractor.assembly.population_pool import Candidate
from extractor.components.populations import EVERYONE, PLACE
from extractor.models import Population
from extractor.parsing.populations import ALL_RESPONDENTS

_UNIT = r"(?:percentage points?|percent|per cent|%|points?)?"
_HEDGE = r"(?:(?:only|just|about|some|around|roughly|nearly|a)\s+)*"
_AGAINST = re.compile(rf"^\s*{_UNIT},?\s*(?:vs\.?|versus|compared\s+(?:with|to)|against)\s+{_HEDGE}$", re.IGNORECASE)
_VERSUS = re.compile(rf"\b(?:vs\.?|versus|compared\s+(?:with|to)|against)\s+{_HEDGE}$", re.IGNORECASE)
_AND = re.compile(rf"^\s*{_UNIT},?\s*and\s+{_HEDGE}$", re.IGNORECASE)
_TO = re.compile(rf"^\s*{_UNIT},?\s*(?:to|and|-|–|/)\s*{_HEDGE}$", re.IGNORECASE)
_OTHER = re.compile(rf"\s*{_UNIT}\s+(?:for|against|backing|favou?ring|choosing|picking|going)\b", re.IGNORECASE)
_CLOSED = re.compile(rf"\s*{_UNIT}\s*[)\]]", re.IGNORECASE)
_BRACKET = re.compile(rf"[(\[]\s*{_HEDGE}$")
_COMPARATIVE = r"(?:more|less|worse|(?!(?:rath|oth|ov|und|aft|ev|nev)er\b)[a-z]+er)"
_THAN = re.compile(
    rf"\b{_COMPARATIVE}\b[^.;:()]*\bthan\s+{DETERMINERS}$|\bas\s+[a-z]+\s(?:[^.;:()]*\s)?as\s+{DETERMINERS}$"
    rf"|\b(?:compared|comparison|contrast)\s+(?:with|to)\s+{DETERMINERS}$",
    re.IGNORECASE,
)
#: Before the first of two figures that close a comparison: "men are keener than women on it, 63 percent to 43 percent".
_CLOSING = re.compile(rf",\s+(?:by\s+)?{_HEDGE}$", re.IGNORECASE)
_MORE = re.compile(r"\b(?:more|fewer)\s+(?:\w+\s+)?$", re.IGNORECASE)
_PLAIN_THAN = re.compile(rf"^\s+than\s+{DETERMINERS}$", re.IGNORECASE)
_NEXT_CLAUSE = re.compile(rf";\s*(?:and\s+|but\s+)?(?:another\s+)?{_HEDGE}$", re.IGNORECASE)
_TURN = re.compile(r";|\b(?:but|while|whereas|although|though)\b", re.IGNORECASE)
#: Lengths in characters: between two figures of a pair, between two groups, from them to their figures, and from the
#: second group to a figure that is not its own.
_PAIR, _GROUPS, _BACK, _AWAY = 40, 110, 300, 8


def in_order(
    figure: Span,
    figures: Sequence[Span],
    mentions: Sequence[Mention],
    here: Sequence[tuple[Span, Candidate]],
    text: str,
) -> Iterator[tuple[str, Population, Span | None]]:
    """The groups that the order gives a figure of a sentence, each with the feature that says so.

    `here` are the figures before it in the sentence with what they were bound to.
    """
    against = here and _VERSUS.search(text[here[-1][0].end_char : figure.start_char])
    if against and _OTHER.match(text, figure.end_char) and not _is_of_group(figure, mentions, text):
        yield "against", here[-1][1].base, here[-1][1].cue
        return
    if resumed := _resumed(figure, mentions, here, text):
        yield "resumed", resumed.base, resumed.cue
        return
    pair = _pair(figure, figures, text)
    groups = [m for m in mentions if m.span.label_ not in (PLACE, EVERYONE)]
    if pair is None:
        mention = _set_against(figure, figures, groups, text)
        if mention is None and _is_bracketed(figure, text):
            mention = _compared(figure, False, groups, text, away=_AWAY)
        if mention:
            yield "compared", mention.population, mention.span
        return
    if any(adjacent(f, m, text) for f in pair for m in groups):
        return
    second = figure is pair[1]
    if _is_closing(*pair, text):
        mention = _compared(pair[0], second, groups, text)
        if mention and not mention.of_party:
            yield "compared", mention.population, mention.span
        return
    if _is_against(*pair, text) and (mention := _compared(pair[0], second, groups, text)):
        yield "compared", mention.population, mention.span
        return
    before = [bound for other, bound in here if other.end_char <= pair[0].start_char][-2:]
    labels = {bound.base.label for bound in before}
    if len(labels) == 2 and ALL_RESPONDENTS not in labels:
        yield "parallel", before[second].base, before[second].cue


def _is_of_group(figure: Span, mentions: Sequence[Mention], text: str) -> bool:
    """Whether a group stands right behind a figure that cannot be the answer: "29 percent for all adults"."""
    return any(not m.of_party and adjacent(figure, m, text) for m in mentions)


def _resumed(
    figure: Span, mentions: Sequence[Mention], here: Sequence[tuple[Span, Candidate]], text: str
) -> Candidate | None:
    """The group that a clause goes on with after a comparison: "9% of tenants row, versus 4% overall; 3% …"."""
    if len(here) < 2:
        return None
    (first, main), (second, other) = here[-2:]
    gap = text[second.end_char : figure.start_char]
    if not _NEXT_CLAUSE.search(gap) or not _VERSUS.search(text[first.end_char : second.start_char]):
        return None
    begin = second.end_char + gap.index(";")
    named = any(adjacent(figure, m, text) or begin <= m.start < figure.start_char for m in mentions)
    return None if named or main.base.label in (ALL_RESPONDENTS, other.base.label) else main


def _pair(figure: Span, figures: Sequence[Span], text: str) -> tuple[Span, Span] | None:
    """The two figures of which `figure` is one that are told side by side."""
    at = next((i for i, other in enumerate(figures) if other is figure), -1)
    for i in (at, at - 1):
        if 0 <= i < len(figures) - 1 and at >= 0:
            gap = text[figures[i].end_char : figures[i + 1].start_char]
            joined = _AND.match(gap) or _is_against(figures[i], figures[i + 1], text)
            if len(gap) < _PAIR and (joined or _is_closing(figures[i], figures[i + 1], text)):
                return figures[i], figures[i + 1]
    return None


def _is_against(first: Span, second: Span, text: str) -> bool:
    """Whether two figures are told one against the other: "57% vs. 49%", "(57% to 49%)"."""
    gap = text[first.end_char : second.start_char]
    opened = _BRACKET.search(text[max(0, first.start_char - 20) : first.start_char])
    return bool(_AGAINST.match(gap) or (opened and _TO.match(gap)))


def _is_closing(first: Span, second: Span, text: str) -> bool:
    """Whether a comma parts "63 percent to 43 percent" from the clause before it."""
    gap = text[first.end_char : second.start_char]
    lead = text[max(0, first.start_char - 30) : first.start_char]
    return bool(_TO.match(gap) and not _AND.match(gap) and _CLOSING.search(lead))


def _set_against(figure: Span, figures: Sequence[Span], groups: Sequence[Mention], text: str) -> Mention | None:
    """The group of a figure that has none beside it, where the next is of the one that it is compared with.

    "More women than men row, with 72 percent doing so, compared with 59 percent of men".
    """
    following = next((f for f in figures if f.start_char >= figure.end_char), None)
    if following is None or not _VERSUS.search(text[figure.end_char : following.start_char]):
        return None
    if any(adjacent(figure, m, text) for m in groups):
        return None
    one, other = _compared(figure, False, groups, text), _compared(figure, True, groups, text)
    own = next((m for m in groups if adjacent(following, m, text)), None)
    if one is None or other is None or own is None:
        return None
    return one if own.population.label == other.population.label and not one.of_party else None


def _is_bracketed(figure: Span, text: str) -> bool:
    """Whether a figure stands alone in brackets."""
    opened = _BRACKET.search(text[max(0, figure.start_char - 20) : figure.start_char])
    return bool(opened and _CLOSED.match(text, figure.end_char))


def _compared(first: Span, second: bool, groups: Sequence[Mention], text: str, *, away: int = 0) -> Mention | None:
    """The first or second of the last two groups before figure `first` that are compared with each other.

    No group stands less than `away` characters before the figure.
    """
    before = [m for m in groups if m.end <= first.start_char and first.start_char - m.end < _BACK]
    for one, other in zip(reversed(before[:-1]), reversed(before[1:]), strict=True):
        if one.role != "claim" and _are_compared(one, other, text):
            turned = other is not before[-1] and _TURN.search(text, other.end, first.start_char)
            beside = first.start_char - before[-1].end < away
            return None if turned or beside else other if second else one
    return None


def _are_compared(one: Mention, other: Mention, text: str) -> bool:
    gap = text[one.end : other.start]
    if len(gap) > _GROUPS:
        return False
    more = _MORE.search(text[max(0, one.start - 30) : one.start])
    return bool(_THAN.search(gap) or (more and _PLAIN_THAN.match(gap)))
