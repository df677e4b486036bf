"""Population mentions of a sentence, with the word that governs each and the role it plays."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span

from extractor.assembly.population_sides import is_side
from extractor.lexicons.phrasebook import phrasebook
from extractor.lexicons.screens import Screen
from extractor.models import Population
from extractor.parsing.population_words import population_words

#: Words that stand between "of" or "among" and a group.
DETERMINERS = (
    r"(?:(?:all|the|those|these|both|its|our|their|his|her|other|most|many|few|fewer|some|of|overall|only|just|even|more|fellow|"
    r"a|an|such|any|total|said|same|self-described|self-identified|u\.s\.|[A-Z]\w+['’]s?)\s+)*[\"“‘']?"
)
_PREPOSITION = re.compile(
    r"(?:^|(?<=[\s(\[“\"—–,;:-]))(?P<word>of|among|amongst|with|for|from|in|by|to|than|and|or|but|while|whereas|though|"
    rf"as|that|like|versus|vs\.?|between|on|at|against|about|when|if|did|do|does)\s+{DETERMINERS}$",
    re.IGNORECASE,
)
#: Before a group that was surveyed ("a survey of 400 employers").
SAMPLED = Screen(
    re.compile(
        r"(?:\b(?:surveys?|polls?|sample|interviews?|responses)\s+(?:(?!percent|that|found|finds?|shows?|showed|\d)\w+\s+)"
        r"{0,3}?(?:of|with|from|among)"
        r"|\b(?:surveyed|polled|questioned|interviewed|sampled|asked)"
        r"|\bconducted\s+(?:\w+\s+){0,4}?(?:of|with|from|among)|\bsample size of|\bincluded)"
        r"\s+(?:the|a|an|more|than|about|nearly|some|random|national|representative|sample|total|of|roughly|over|\s)*"
        r"(?:\d[\d,]*\s+)?(?:adult\s+)?$",
        re.IGNORECASE,
    )
)
_QUANTIFIED = re.compile(
    r"\b(?:majorit(?:y|ies)|plurality|most|many|share|percentage|proportion|number|half|support|edge|lead|advantage|"
    rf"ratings?|approval)\s+(?:\w+\s+)?(?:of|among|with|for|from)\s+{DETERMINERS}$",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(
    rf"(?:^|[.;:,(\[“\"—–-]\s*|\b(?:and|but|while|whereas|though|yet)\s+){DETERMINERS}$", re.IGNORECASE
)
_OPENING = re.compile(
    r"(?:^|[.;:(\[“\"—–]\s*|,\s+(?:and\s+|but\s+|while\s+|though\s+)?"
    r"|\b(?:and|but|while|meanwhile|however|though"
    r"|(?:shows?|showed|finds?|found|reports?|reported|says?|said) that)[,\s]+)(?:\w+,\s+)?(?:even\s+)?"
    rf"(?:out\s+)?(?P<word>among|amongst|of|in|on|for|with|by|within)[,\s]+{DETERMINERS}$",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"^\s+(?:\w+ly\s+)?(?:\w{3,}ing|at|split|divided|evenly|narrowly)\b")
#: Before the group of a figure that "that" stands for: "support of renters is at 40 percent, that of owners at 30".
_OF_THAT = re.compile(r"(?:^|[.;,(]\s|\b(?:and|but|while)\s)(?:that|those)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_VERB_AFTER = re.compile(r"^\s+[a-z]+", re.IGNORECASE)
#: How far back the words before a mention are read, in characters.
_WINDOW = 160
_SUBJECT_AFTER = frozenset(("start", "and", "but", "while", "whereas", "though", "that", "did", "than"))


_BY_WORD = {
    "among": "among",
    "amongst": "among",
    "of": "of",
    "word": "object",
    "when": "aside",
    "if": "aside",
    "as": "aside",
}


@dataclass(slots=True)
class Mention:
    """A population mention of a sentence.

    `left` is the word that governs it, `right` what follows (``comma``, ``verb``, ``owner``, ``mark``).  `role` is
    ``opener`` ("Among men, …"), ``open`` ("In Ohio …"), ``subject``, ``quantified`` ("a majority of men"), ``among``,
    ``sampled`` ("a survey of men"), ``of``, ``prep``, ``object``, ``claim`` ("they think that men …") or
    ``side`` ("voters trust Democrats").
    """

    span: Span
    population: Population
    start: int
    end: int
    left: str
    role: str
    right: str

    @property
    def of_party(self) -> bool:
        """Whether the group is a party's or a camp's, which can also be an answer ("44 percent for Democrats")."""
        return bool(self.population.facets.keys() & {"party", "support"})

    @property
    def opens(self) -> int:
        """Where the words that name the group begin."""
        return self.start

    @property
    def votes(self) -> bool:
        """Whether the votes of the group are told of: "the white vote", "the women's vote"."""
        return self.right == "owner" or self.span.text.rsplit(maxsplit=1)[-1] in ("vote", "votes")

    @property
    def attitude(self) -> bool:
        """Whether an attitude names the group ("white support")."""
        return self.span.text.rsplit(maxsplit=1)[-1] in _attitudes()


def read_mention(span: Span, population: Population, sentence: str, offset: int) -> Mention:
    """The mention `span` of a sentence that starts at `offset`."""
    start, end = span.start_char, span.end_char
    before, after = sentence[: start - offset], sentence[end - offset : end - offset + _WINDOW]
    if len(before) > _WINDOW:
        before = "x" + before[-_WINDOW:]
    governed = _PREPOSITION.search(before)
    left = governed["word"].lower().rstrip(".") if governed else ("start" if _CLAUSE_START.search(before) else "word")
    right = "comma" if after.startswith((",", ":", " side,")) else "verb" if _VERB_AFTER.match(after) else "mark"
    if after.startswith(("'", "’")):
        right = "owner"
    role = _role(before, left, right)
    if role == "object" and _words()("shown").search(before) and _PARTICIPLE.match(after):
        role = "subject"
    if role != "sampled" and is_side(population, span.text, before, after):
        role = "side"
    return Mention(span, population, start, end, left, role, right)


def _role(before: str, left: str, right: str) -> str:
    opening = _OPENING.search(before) if right != "owner" else None
    if opening:
        return "opener" if right == "comma" or opening["word"].lower() != "in" else "open"
    if _QUANTIFIED.search(before):
        return "quantified"
    topic = _words()("asked_about").search(before) is not None
    if not topic and SAMPLED.search(before):
        return "sampled"
    if topic or _is_claimed(before, left):
        return "claim"
    subject = (left in _SUBJECT_AFTER and right != "owner") or _OF_THAT.search(before) is not None
    return "subject" if subject else _BY_WORD.get(left, "prep")


def _is_claimed(before: str, left: str) -> bool:
    """Whether something is asked, said or thought of the group, or the group is itself an answer."""
    if left in ("that", "word", "than", "of", "and", "in") and _claims().search(before):
        return True
    if _words()("between_sides").search(before):
        return True
    if left in ("among", "amongst"):
        return False
    topics = (_words()("called"), _words()("asked_whether"), _words()("happening"), _topics())
    return any(screen.search(before) for screen in topics)


@cache
def _words() -> Callable[[str], Screen]:
    return phrasebook("en", "population_signs").screen


@cache
def _topics() -> Screen:
    """Before a group that a relation joins to another: "tensions between the police and"."""
    relation = phrasebook("en", "population_signs").source("relation")
    others = r"(?:(?:[\w’'-]+\s+){1,3}(?:\([^()]*\))?,?\s*(?:and\s+)?){0,4}"
    return Screen(re.compile(relation + others + DETERMINERS + "$"))


@cache
def _claims() -> Screen:
    """Before a group of which something is said or thought: "they believe that members of Congress are"."""
    takers = "|".join(sorted(population_words().clauses.takers))
    than = r"(?!(?:they|he|she|it|we|their|his|her)\b)[^,.;:()\d]{4,90}?\bthan\s+"
    listed = r"(?:(?:[\w’'-]+\s+){1,4}\(\d[^()]{0,12}\),?\s+(?:and\s+)?){1,6}(?:\w+\s+(?:of|in)\s+(?:\w+\s+)?)?"
    rest = rf"(?:that\s+)?{DETERMINERS}(?:{than}{DETERMINERS}|{listed})?$"
    return Screen(re.compile(rf"\b(?i:{takers})\s+{rest}"))


@cache
def _attitudes() -> frozenset[str]:
    return frozenset(population_words().clauses.attitudes)
