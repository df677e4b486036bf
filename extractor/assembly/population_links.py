"""How a figure hangs on a population mention of its sentence, as named features."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span

from extractor.assembly.population_gaps import (
    DIRECT,
    PAIR,
    RATIO,
    UNIT,
    both_in_brackets,
    counts,
    part_behind,
    told_twice,
)
from extractor.assembly.population_mentions import DETERMINERS, Mention
from extractor.components.populations import PLACE
from extractor.lexicons.phrasebook import phrasebook
from extractor.lexicons.screens import Screen
from extractor.parsing.population_words import population_words

_PAREN = re.compile(
    r"^\s*(?:voters\s*)?(?:[(\[]|,?\s*[—–]|--|-|:)\s*"
    r"(?:by|at|about|only|just|nearly|some|a|an|almost|roughly|up|down|with)?\s*$",
    re.IGNORECASE,
)
_AT = re.compile(
    r"^(?:,?\s+(?:\w+ly\s+)?(?:at|by)\s+(?:a\s+(?:\w+\s+){0,2})?(?:about|only|just|nearly)?|\s*:)?\s*$", re.IGNORECASE
)
_COMPARED = re.compile(
    r",\s+and\b|\b(?:especially|particularly|notably|even|higher|lower|more|less|most|better|worse|than|stronger|weaker)"
    r"\s+(?:\w+\s+)?(?:of|among|amongst|with|for|from|in|by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_RACE_VERB = re.compile(
    r"^\s+(?:\w+ly\s+|now\s+|also\s+|still\s+)?(?:have|has|had|holds?|held|leads?|led|leading|trails?|trailed|carried|"
    r"(?:are|were) (?:ahead|up|leading|seen|viewed)|enjoy|enjoyed|maintain|maintained|won|win|gained|lost|get|got|took|"
    r"take|fare|would win)\b(?! favor| an? (?:\w+ )?(?:favorable|unfavorable|positive|negative))",
    re.IGNORECASE,
)
_CONTRAST = re.compile(r"\b(?:but|while|whereas|compared|versus|than|though|although|however)\b", re.IGNORECASE)
OVERALL = Screen(
    re.compile(
        r"\boverall[,.;]|^\W*overall\b"
        r"|\b(?:voters|americans|adults|respondents|public|nation|country|country's) overall\b"
        r"|\boverall (?:americans|voters|respondents|sample|population)\b|\b(?:nationally|nationwide|in all|as a whole|"
        r"in total|all voters|all adults|all americans|all respondents|general public|general population)\b",
        re.IGNORECASE,
    )
)
_ADJACENT = re.compile(
    rf"^\s*{UNIT}\s*(?:\([^()]*\)\s*|\)\s*|(?:,|[—–-])\s*(?=of\b))?"
    rf"(?:of|among|amongst|in|for|from|with|by)\s+{DETERMINERS}$",
    re.IGNORECASE,
)
_GOVERNED = re.compile(rf"(?:of|among|amongst|with|from)\s+{DETERMINERS}$", re.IGNORECASE)
_AGES = re.compile(r"^(?:ages?|aged|under|over|older|younger)\b", re.IGNORECASE)
_WHOM = re.compile(r"\b(?:among|of|with|for) wh(?:om|ich)\b", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:an?\s+)?(?:margin\s+of\s+)?(?:\w+ly\s+|about\s+)?$", re.IGNORECASE)
#: A share that opens the sentence of its group: "At 29 percent, farmers are the least content".
_OPENED = re.compile(r"(?:[.!?\n”\"]\s*|^)(?:at|with)\s+(?:(?:just|only|about|nearly)\s+)?$", re.IGNORECASE)
_MARGIN = re.compile(
    rf"^(?:-?point)?\s*{UNIT}\s*(?:margin|split|majority)?,\s+(?:\w+ly\s+)?{DETERMINERS}$", re.IGNORECASE
)
_WHO = re.compile(r"^\s+who\b[^.;:,()]*\(\s*$|^,\s+who\b[^.;:(),]*$", re.IGNORECASE)
_WHERE = re.compile(r"^,\s+where\b[^.;:]*$", re.IGNORECASE)
_VOTE = re.compile(
    r"^(?:['’]s?\s+votes?)?(?:,|\s+by|\s*[—–]|\s+with)?\s*(?:a|about|just|only|nearly)?\s*$", re.IGNORECASE
)
_OF_WHOM = re.compile(r"^\s*(?:percent|%|per cent)?\s*of (?:whom|them)\b", re.IGNORECASE)
_BREAK = re.compile(r"[;:(]")
_LINKING = frozenset(("of", "among", "with", "for", "from", "in", "by"))
_WITH_PARTY = ("before:at", "before:paren", "before:subject", "before:object", "before:of", "before:prep")
#: Lengths of a gap, in characters: "F of P"; a short phrase; a clause; a long way.
_NEXT, _SHORT, _CLAUSE, _LONG = 60, 32, 90, 120


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between a figure and a mention: the text, the figures and the mentions of groups."""

    text: str
    figures: Sequence[Span]
    mentions: Sequence[Mention]


def link(figure: Span, mention: Mention, text: str, figures: Sequence[Span], mentions: Sequence[Mention]) -> set[str]:
    """The features that tie a figure to a mention of its sentence."""
    after = mention.start >= figure.end_char
    # The share of a part ("among the 38 percent who drive") is no part of the way to it, but for that share itself.
    opens = mention.opens if mention.opens >= figure.end_char else mention.start
    start, end = (figure.end_char, opens) if after else (mention.end, figure.start_char)
    gap = Gap(
        text[start:end],
        [f for f in figures if start <= f.start_char < end],
        [m for m in mentions if start <= m.start < end and m.span.label_ != PLACE],
    )
    if after and opens < mention.start and (features := part_behind(gap.text, figure, gap.figures)):
        return features
    if after and mention.role == "subject" and _by_margin(figure, gap, mention, text):
        return {"after:pair"}
    return _after(gap, figure, mention, text) if after else _before(gap, figure, mention, text)


def _by_margin(figure: Span, gap: Gap, mention: Mention, text: str) -> bool:
    """Whether a margin or a share opens the sentence of its group: "By a 52%-44% margin, farmers agree"."""
    last = gap.figures[-1].end_char if gap.figures else figure.end_char
    closed = len(gap.figures) < 2 and _MARGIN.match(text[last : mention.start])
    before = text[max(0, figure.start_char - _SHORT) : figure.start_char]
    return bool(closed and (_BY.search(before) or _OPENED.search(before)))


def adjacent(figure: Span, mention: Mention, text: str) -> bool:
    """Whether the text says "F of P", "F among P" or "F in P"."""
    gap = text[figure.end_char : mention.start]
    return mention.start >= figure.end_char and len(gap) < _NEXT and _is_next(gap)


def gap_kind(text: str, previous: Span, figure: Span) -> str:
    """How a figure follows the one before: ``pair``, ``overall``, ``contrast``, ``short`` or ``long``."""
    gap = text[previous.end_char : figure.start_char]
    if len(gap) < _NEXT and PAIR.match(gap):
        return "pair"
    if OVERALL.search(gap):
        return "overall"
    if _CONTRAST.search(gap):
        return "contrast"
    return "short" if len(gap) < _NEXT else "long"


def paired(figure: Span, figures: Sequence[Span], text: str) -> bool:
    """Whether a figure is one side of a pair such as "48 to 44"."""
    for other in figures:
        if other is figure:
            continue
        first, second = (other, figure) if other.start_char < figure.start_char else (figure, other)
        gap = text[first.end_char : second.start_char]
        if len(gap) < 16 and PAIR.match(gap) and " and" not in gap and " or" not in gap:
            return True
    return False


def says_overall(figure: Span, sentence: str, start: int, figures: Sequence[Span]) -> bool:
    """Whether the part of a sentence around a figure, up to the figures beside it, says that it speaks of everyone."""
    first = max((f.end_char for f in figures if f.end_char <= figure.start_char), default=start) - start
    last = (
        min((f.start_char for f in figures if f.start_char >= figure.end_char), default=start + len(sentence)) - start
    )
    return bool(OVERALL.search(sentence[first:last]))


def _after(gap: Gap, figure: Span, mention: Mention, text: str) -> set[str]:
    word = "among" if mention.left == "amongst" else mention.left if mention.left in _LINKING else "other"
    if len(gap.text) < _NEXT and _is_next(gap.text):
        option = word not in ("of", "among") and mention.of_party and not _held(gap.text)
        return {"after:next", f"after:{word}:next"} | ({"after:option"} if option else set())
    if DIRECT.match(gap.text) and (RATIO.search(figure.text) or mention.attitude or counts(figure, mention, text)):
        return {"after:direct"}
    if told_twice(gap.text, figure, gap.figures, text):
        return {"after:direct"}
    if DIRECT.match(gap.text) and _AGES.match(mention.span.text):
        return {"after:ages"}
    features = _after_pair(gap, figure, mention, word) if gap.figures else _after_clause(gap, mention, word)
    if "after:pair" in features:
        return features
    if _CONTRAST.search(gap.text) or _COMPARED.search(gap.text):
        features.add("after:contrast")
    if "," in gap.text:
        features.add("after:comma")
    return features


def _after_pair(gap: Gap, figure: Span, mention: Mention, word: str) -> set[str]:
    """A mention after the second figure of a pair: "48 to 44 among women"."""
    second = gap.figures[0]
    tail = gap.text[second.end_char - figure.end_char :]
    pair = len(gap.figures) == 1 and PAIR.match(gap.text[: second.start_char - figure.end_char])
    if pair and len(tail) < _NEXT and _is_next(tail):
        return {"after:pair", f"after:{word}:pair"}
    if both_in_brackets(gap.text, figure, gap.figures):
        return {"after:pair", "after:among:pair"}
    if pair and not gap.mentions and not _BREAK.search(gap.text) and len(tail) < _CLAUSE:
        return {f"after:{'subject' if mention.role == 'subject' else word}:pair-clause"}
    return {"after:far"}


def _after_clause(gap: Gap, mention: Mention, word: str) -> set[str]:
    if gap.mentions or len(gap.text) >= _CLAUSE or _BREAK.search(gap.text):
        return {"after:far"}
    if mention.role in ("subject", "opener"):
        return {f"after:{mention.role}:clause"}
    if word == "among":
        return {"after:among:clause"}
    told = any(part in _reports() for part in gap.text.lower().split())
    return {f"after:{word}:{'loose' if told or len(gap.text) >= _SHORT else 'short'}"}


def _is_next(gap: str) -> bool:
    """Whether a gap joins a figure to its group: "F of P", "F support among P", "an F majority of P"."""
    return bool(_ADJACENT.match(gap)) or _held(gap)


def _held(gap: str) -> bool:
    """Whether a gap names what the group behind it holds: "F support from P"."""
    held = _words()("held").match(gap)
    return held is not None and bool(_GOVERNED.match(gap, held.end()))


@cache
def _words() -> Callable[[str], re.Pattern[str]]:
    return phrasebook("en", "population_signs").pattern


@cache
def _reports() -> frozenset[str]:
    """Verbs after which an answer follows, not the group."""
    return frozenset(population_words().clauses.reports)


def _before(gap: Gap, figure: Span, mention: Mention, text: str) -> set[str]:
    features = _tied(gap, figure, mention, text)
    if mention.of_party:
        features |= {f"{name}:party" for name in features if name in _WITH_PARTY}
    if _words()("broken").search(gap.text):
        features |= {"before:broken", f"before:{mention.role}:broken"}
    if gap.mentions:
        strong = mention.role if mention.role in ("subject", "opener") else "rest"
        features |= {"before:other-group", f"before:other-group:{strong}"}
        if any(m.role in ("subject", "opener", "among", "quantified") for m in gap.mentions):
            features.add("before:newer-subject")
    if ";" in gap.text:
        features.add("before:semicolon")
    if _CONTRAST.search(gap.text):
        features.add("before:contrast")
    if mention.right == "owner":
        features.add("before:owner")
    if len(gap.text) > _LONG:
        features.add("before:long")
    return features


def _tied(gap: Gap, figure: Span, mention: Mention, text: str) -> set[str]:
    """The main feature of a mention before the figure: by form, else by role and distance."""
    pair = bool(gap.figures) and bool(PAIR.match(text[gap.figures[-1].end_char : figure.start_char][:_NEXT]))
    count = len(gap.figures) - (1 if pair else 0)
    distance = "near" if count == 0 else "mid" if count <= 2 else "far"
    placed = {f"before:{mention.role}", f"before:{distance}", f"before:{mention.role}:{distance}"}
    if not gap.mentions and _with_whom(gap, mention, text[figure.end_char : figure.end_char + 30]):
        return {"before:whom"}
    if mention.role == "claim":
        return placed
    if not gap.figures and (form := _form(gap, mention)):
        return form
    if mention.role == "subject" and (judged := _judged(gap, mention)):
        return {judged, f"{judged}:{'near' if count == 0 else 'far'}"}
    return placed


def _with_whom(gap: Gap, mention: Mention, following: str) -> bool:
    """Whether the figure's clause goes on from the mention: "women, of whom 60%", "women who agree (60%)"."""
    where = mention.span.label_ == PLACE and _WHERE.match(gap.text)
    return bool(where or _WHO.match(gap.text) or _WHOM.search(gap.text) or _OF_WHOM.match(following))


def _form(gap: Gap, mention: Mention) -> set[str] | None:
    """The feature of a mention right before the figure: "women (60%)", "women at 60%", "the women's vote, 60%"."""
    if mention.votes and _VOTE.match(gap.text):
        return {"before:at"}
    if len(gap.text) >= _NEXT:
        return None
    if _PAREN.match(gap.text):
        return {"before:paren", f"before:paren:{mention.role}"}
    by = mention.role == "object" and gap.text.strip().startswith("by")
    return {"before:at"} if not by and _AT.match(gap.text) else None


def _judged(gap: Gap, mention: Mention) -> str | None:
    """What tells that the subject of a clause is itself what the figure is about, not who was asked."""
    if _RACE_VERB.match(gap.text) and mention.of_party and not mention.attitude:
        return "before:racing"
    if not gap.figures and not mention.attitude and _words()("counted").match(gap.text):
        return "before:counted"
    if not gap.figures and not mention.attitude and _words()("level").match(gap.text):
        return "before:level"
    return "before:seen" if _words()("seen").match(gap.text) else None
