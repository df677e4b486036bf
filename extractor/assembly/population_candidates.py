"""Whom a figure can be of: the populations near it, and what speaks for each as named features."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span

from extractor.components.populations import PLACE
from extractor.models import Population
from extractor.parsing.population_words import population_words

_UNIT = r"(?:percentage points?|percent|per cent|%|points?|pts?)?"
_DETERMINERS = (
    r"(?:(?:all|the|those|these|both|its|our|their|his|her|other|most|many|some|of|overall|only|just|even|more|fellow|a|an|"
    r"such|any|total|said|same|self-described|self-identified|u\.s\.|[A-Z]\w+['’]s?)\s+)*[\"“‘']?"
)
_PREPOSITION = re.compile(
    rf"(?:^|(?<=[\s(\[“\"—–,;:-]))(?P<word>of|among|amongst|with|for|from|in|by|to|than|and|or|but|while|whereas|though|as|that|like|"
    rf"versus|vs\.?|between|on|at|against|about|when|if|did|do|does)\s+{_DETERMINERS}$",
    re.IGNORECASE,
)
_QUANTIFIED = re.compile(
    r"\b(?:majorit(?:y|ies)|plurality|most|many|share|percentage|proportion|number|half|support|edge|lead|advantage|rating|ratings|approval)"
    rf"\s+(?:\w+\s+)?(?:of|among|with|for|from)\s+{_DETERMINERS}$",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(r"(?:^|[.;:,(\[“\"—–-]\s*|\b(?:and|but|while|whereas|though|yet)\s+)$", re.IGNORECASE)
_OPENING_PREPOSITION = re.compile(
    rf"(?:^|[.;:(\[“\"—–]\s*|,\s+(?:and\s+|but\s+|while\s+|though\s+)?|\b(?:and|but|while|meanwhile|however|though)[,\s]+)(?:\w+,\s+)?(?:even\s+)?"
    rf"(?P<word>among|amongst|of|in|for|with|by|within)[,\s]+{_DETERMINERS}$",
    re.IGNORECASE,
)
_PAIR = re.compile(
    rf"^\s*{_UNIT}\s*(?:-|–|—|to|-to-|vs\.?|versus|/|and|or)?\s*(?:a|the|just|only|about)?\s*$", re.IGNORECASE
)
_PAREN = re.compile(
    r"^\s*(?:voters\s*)?(?:[(\[]|,?\s*[—–]|--|-|:)\s*(?:by|at|about|only|just|nearly|some|a|an|almost|roughly|up|down|with)?\s*$",
    re.IGNORECASE,
)
_AT = re.compile(
    r"^(?:,?\s+(?:\w+ly\s+)?(?:at|by)\s+(?:a\s+(?:\w+\s+){0,2})?(?:about|only|just|nearly)?|\s*:)?\s*$", re.IGNORECASE
)
_COMPARED = re.compile(
    r",\s+and\b|\b(?:especially|particularly|notably|even|higher|lower|more|less|most|better|worse|than|stronger|weaker)\s+"
    r"(?:\w+\s+)?(?:of|among|amongst|with|for|from|in|by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_RACE_VERB = re.compile(
    r"^\s+(?:\w+ly\s+|now\s+|also\s+|still\s+)?(?:have|has|had|hold|holds|held|lead|leads|led|leading|trail|trails|trailed|are ahead|were ahead|"
    r"carried|enjoy|enjoyed|maintain|maintained|won|win|gained|are up|are leading|are seen|were seen|are viewed|lost|get|got|took|take|fare|would win)\b(?! favor| an? (?:\w+ )?(?:favorable|unfavorable|positive|negative))",
    re.IGNORECASE,
)
_CONTRAST = re.compile(r"\b(?:but|while|whereas|compared|versus|than|though|although|however)\b", re.IGNORECASE)
_OVERALL = re.compile(
    r"\boverall[,.;]|^\W*overall\b|\b(?:voters|americans|adults|respondents|public|nation|country|country's) overall\b"
    r"|\boverall (?:americans|voters|respondents|sample|population)\b|\b(?:nationally|nationwide|in all|as a whole|in total|"
    r"all voters|all adults|all americans|all respondents|general public|general population)\b",
    re.IGNORECASE,
)
_VERB_AFTER = re.compile(
    r"^(?:\s+(?:also|now|still|overwhelmingly|are|were|is|generally|strongly|narrowly))?\s+[a-z]+", re.IGNORECASE
)


@dataclass(slots=True)
class Mention:
    """A population mention of a sentence: its population, its place and the role its surroundings give it."""

    span: Span
    population: Population
    start: int
    end: int
    left: str
    role: str
    right: str


@dataclass(slots=True)
class Candidate:
    """A population that a figure can be of, with the features that speak for or against it, and the cue mention.

    `base` is the group without the place that the context gives it.
    """

    population: Population
    features: set[str]
    cue: Span | None
    base: Population


def read_mention(span: Span, population: Population, sentence: str, offset: int) -> Mention:
    """The mention `span` of a sentence that starts at `offset`: the word that governs it and the role it plays."""
    start, end = span.start_char, span.end_char
    before, after = sentence[: start - offset], sentence[end - offset :]
    governed = _PREPOSITION.search(before)
    left = governed["word"].lower().rstrip(".") if governed else ("start" if _CLAUSE_START.search(before) else "word")
    right = "comma" if after.startswith((",", ":")) else "verb" if _VERB_AFTER.match(after) else "mark"
    if after.startswith(("'s", "’s", "'", "’")):
        right = "owner"
    if (opening := _OPENING_PREPOSITION.search(before)) and right in ("comma", "verb", "mark"):
        role = "opener" if right == "comma" or opening["word"].lower() != "in" else "open"
    elif _QUANTIFIED.search(before):
        role = "quantified"
    elif (
        left in ("start", "and", "but", "while", "whereas", "though", "than", "that", "when", "if", "did", "as")
        and right != "owner"
    ):
        role = "subject"
    elif left in ("among", "amongst"):
        role = "among"
    elif left in ("of", "than"):
        role = left
    elif left == "word":
        role = "object"
    else:
        role = "prep"
    return Mention(span, population, start, end, left, role, right)


def link(figure: Span, mention: Mention, text: str, figures: Sequence[Span], mentions: Sequence[Mention]) -> set[str]:
    """The features that tie a figure to a mention of its sentence."""
    start, end = figure.start_char, figure.end_char
    if mention.start >= end:
        return _after(
            text[end : mention.start],
            figure,
            mention,
            [f for f in figures if end <= f.start_char < mention.start],
            mentions,
        )
    return _before(
        text[mention.end : start],
        figure,
        mention,
        [f for f in figures if mention.end <= f.start_char < start],
        mentions,
        text,
    )


def adjacent(figure: Span, mention: Mention, text: str) -> bool:
    """Whether the text says "F of P", "F among P" or "F in P"."""
    if mention.start < figure.end_char:
        return False
    gap = text[figure.end_char : mention.start]
    return len(gap) < 60 and bool(_ADJACENT.match(gap))


_ADJACENT = re.compile(
    rf"^\s*{_UNIT}\s*(?:\([^()]*\)\s*)?(?:of|among|amongst|in|for|from|with|by)\s+{_DETERMINERS}$", re.IGNORECASE
)
_DIRECT = re.compile(r"^\s+(?:of\s+)?(?:all\s+|the\s+|registered\s+|likely\s+)*$", re.IGNORECASE)
_AGES = re.compile(r"^(?:ages?|aged|under|over|older|younger)\b", re.IGNORECASE)
_WHOM = re.compile(r"\b(?:among|of|with|for) wh(?:om|ich)\b", re.IGNORECASE)
_OF_WHOM = re.compile(r"^\s*(?:percent|%|per cent)?\s*of (?:whom|them)\b", re.IGNORECASE)
_RATIO = re.compile(r"\b(?:in|out of|half|third|thirds|quarter|quarters|fifth|fifths)\b", re.IGNORECASE)


def _after(gap: str, figure: Span, mention: Mention, between: Sequence[Span], mentions: Sequence[Mention]) -> set[str]:
    word = {"amongst": "among"}.get(mention.left, mention.left)
    word = word if word in ("of", "among", "with", "for", "from", "in", "by") else "other"
    if len(gap) < 60 and _ADJACENT.match(gap):
        loose = word not in ("of", "among") and _is_party(mention)
        return {"after:next", f"after:{word}:next"} | ({"after:option"} if loose else set())
    if _DIRECT.match(gap) and (_RATIO.search(figure.text) or _is_attitude(mention)):
        return {"after:direct"}
    if _AGES.match(mention.span.text) and _DIRECT.match(gap):
        return {"after:ages"}
    inner = [m for m in mentions if figure.end_char <= m.start < mention.start and m.span.label_ != PLACE]
    features: set[str] = set()
    plain = not re.search(r"[;:(]|\. ", gap)
    if between:
        pair = len(between) == 1 and _PAIR.match(gap[: between[0].start_char - figure.end_char])
        tail = gap[between[0].end_char - figure.end_char :]
        if pair and _ADJACENT.match(tail):
            return {"after:pair", f"after:{word}:pair"}
        if pair and not inner and plain and len(tail) < 90:
            features.add(f"after:{mention.role if mention.role == 'subject' else word}:pair-clause")
        else:
            features.add("after:far")
    elif not inner and plain and len(gap) < 90:
        if mention.role in ("subject", "opener"):
            features.add(f"after:{mention.role}:clause")
        else:
            features.add(f"after:{word}:{'clause' if word == 'among' else 'short' if len(gap) < 32 else 'loose'}")
    else:
        features.add("after:far")
    if _CONTRAST.search(gap) or _COMPARED.search(gap):
        features.add("after:contrast")
    if "," in gap:
        features.add("after:comma")
    return features


def _before(
    gap: str, figure: Span, mention: Mention, between: Sequence[Span], mentions: Sequence[Mention], text: str
) -> set[str]:
    inner = [m for m in mentions if mention.end <= m.start < figure.start_char]
    groups = sum(1 for m in inner if m.span.label_ != PLACE)
    pair = bool(between) and bool(_PAIR.match(text[between[-1].end_char : figure.start_char]))
    count = len(between) - (1 if pair else 0)
    distance = "near" if count == 0 else "mid" if count <= 2 else "far"
    features = {f"before:{mention.role}", f"before:{distance}", f"before:{mention.role}:{distance}"}
    if not groups and (_WHOM.search(gap) or _OF_WHOM.match(text[figure.end_char : figure.end_char + 30])):
        features = {"before:whom"}
    elif not between and _PAREN.match(gap):
        features = {"before:paren", f"before:paren:{mention.role}"}
    elif not between and _AT.match(gap) and (mention.role != "object" or not gap.strip().startswith("by")):
        features = {"before:at"}
    elif (
        mention.role == "subject" and _RACE_VERB.match(gap) and mention.population.facets.keys() & {"party", "support"}
    ):
        features = {"before:racing", f"before:racing:{'near' if count == 0 else 'far'}"}
    if groups:
        features.add("before:other-group")
        features.add(f"before:other-group:{mention.role if mention.role in ('subject', 'opener') else 'rest'}")
        if any(m.role in ("subject", "opener", "among", "quantified") for m in inner):
            features.add("before:newer-subject")
    if ";" in gap:
        features.add("before:semicolon")
    if _CONTRAST.search(gap):
        features.add("before:contrast")
    if mention.right == "owner":
        features.add("before:owner")
    if len(gap) > 120:
        features.add("before:long")
    return features


def gap_kind(text: str, previous: Span, figure: Span) -> str:
    """How a figure follows the previous one of its sentence: ``pair``, ``short``, ``contrast``, ``overall`` or ``long``."""
    gap = text[previous.end_char : figure.start_char]
    if _PAIR.match(gap):
        return "pair"
    if _OVERALL.search(gap):
        return "overall"
    if _CONTRAST.search(gap):
        return "contrast"
    return "short" if len(gap) < 60 else "long"


def says_overall(sentence: str) -> bool:
    """Whether a sentence says that it speaks of everyone."""
    return bool(_OVERALL.search(sentence))


def _is_party(mention: Mention) -> bool:
    """Whether a group is a party's, which can also be the answer ("44 percent for Democrats")."""
    return bool(mention.population.facets.keys() & {"party", "support"})


def _is_attitude(mention: Mention) -> bool:
    return mention.span.text.rsplit(maxsplit=1)[-1] in attitudes()


@cache
def attitudes() -> frozenset[str]:
    """Nouns such as "support" after an adjective that stands for a group."""
    return frozenset(population_words().clauses.attitudes)


def paired(figure: Span, figures: Sequence[Span], text: str) -> bool:
    """Whether a figure is one side of a pair such as "48 to 44"."""
    for other in figures:
        if other is figure:
            continue
        first, second = (other, figure) if other.start_char < figure.start_char else (figure, other)
        gap = text[first.end_char : second.start_char]
        if len(gap) < 16 and _PAIR.match(gap) and " and" not in gap and " or" not in gap:
            return True
    return False
