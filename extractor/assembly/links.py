"""What speaks for two figures answering one question: typed features of the pair."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extractor.assembly.memory import is_name, key
from extractor.assembly.opposites import opposite
from extractor.assembly.responses import Bound
from extractor.assembly.spots import role
from extractor.components.doc_text import text_between
from extractor.models import Wave

_TOLD = "words and names of sentences"
_LONG_WORD = re.compile(r"[a-z]{5,}")
#: How answers to rating questions are worded; both sides of one rating belong together.
_RATINGS = {
    "approv": "approval", "disapprov": "approval", "favorab": "favor", "unfavorab": "favor", "favourab": "favor",
    "support": "support", "oppos": "support", "favor": "support", "against": "support", "back": "support",
    "agree": "agree", "disagree": "agree", "satisf": "satisfied", "dissatisf": "satisfied", "trust": "trust",
    "undecided": "none", "unsure": "none", "not sure": "none", "don": "none", "no opinion": "none", "neither": "none",
}  # fmt: skip
_SPREAD = 101.5


@dataclass(frozen=True, slots=True)
class Answered:
    """A figure with what is known of it when questions are told apart."""

    bound: Bound
    population: str
    wave: Wave
    poll: int
    paragraph: int
    facets: frozenset[str] = frozenset()

    @property
    def label(self) -> str:
        """The answer that the figure gives."""
        return self.bound.label


def link_features(one: Answered, other: Answered, between: int) -> Iterator[str]:
    """The names of the features of `one` and the later `other`, with `between` figures from one to the other."""
    same_sentence = one.bound.sequence.start == other.bound.sequence.start
    place = "sentence" if same_sentence else "paragraph" if one.paragraph == other.paragraph else "apart"
    gap = min(between, 4)
    kinds = _kind(one.label) + "|" + _kind(other.label)
    relation = _relation(one.label, other.label)
    same_population = one.population == other.population
    yield f"place={place}"
    yield f"gap={gap}|{place}"
    yield f"kinds={kinds}"
    yield f"kinds={kinds}|{place}"
    yield f"relation={relation}"
    yield f"relation={relation}|{place}"
    yield f"relation={relation}|{same_population}"
    yield f"relation={relation}|{kinds}"
    yield f"population={same_population}|{place}"
    yield f"wave={one.wave == other.wave}|{relation}"
    letters = one.bound.sequence.code[one.bound.position] + other.bound.sequence.code[other.bound.position]
    yield f"letters={letters}|{place}"
    yield f"roles={_role(one)}|{_role(other)}|{place}|{min(gap, 2)}"
    yield f"rule={_family(other)}|{place}|{min(gap, 2)}"
    yield f"rules={_family(one)}|{_family(other)}|{place}"
    ratings = _rating(one.label), _rating(other.label)
    if ratings[0] and ratings[1]:
        yield f"ratings={ratings[0] == ratings[1]}|{place}"
    elif ratings[0] or ratings[1]:
        yield f"rating-of={ratings[0] or ratings[1]}|{place}"
    if same_sentence:
        inner = one.bound.sequence.code[one.bound.position + 1 : other.bound.position]
        yield f"asks={'A' in inner}"
        for mark in ";w-(!,&xY":
            if mark in inner:
                yield f"crosses={mark}|{kinds}"
    else:
        head = other.bound.sequence.code[: other.bound.position]
        yield f"asks={'A' in head}|{place}"
        (words, names), (other_words, other_names) = _told(one), _told(other)
        yield f"shared-words={min(len(words & other_words), 4)}|{place}"
        yield f"shared-names={min(len(names & other_names), 2)}|{place}"
    if same_population and one.wave == other.wave and relation in ("opposite", "other", "overlap") and letters == "ff":
        whole = one.bound.span._.figure.value + other.bound.span._.figure.value
        yield f"exceeds={whole > _SPREAD}|{place}"


@lru_cache(maxsize=4096)
def _relation(one: str, other: str) -> str:
    if key(one) == key(other):
        return "same"
    if opposite(one).lower() == other.lower() or opposite(other).lower() == one.lower():
        return "opposite"
    a, b = (set(re.findall(r"[a-z]{4,}", label.lower())) for label in (one, other))
    if a & b:
        return "overlap" if len(a & b) * 2 < min(len(a), len(b)) * 1.2 else "much"
    return "other"


@lru_cache(maxsize=4096)
def _kind(label: str) -> str:
    return "name" if is_name(label) else _rating(label) or "text"


@lru_cache(maxsize=4096)
def _rating(label: str) -> str:
    lower = label.lower()
    found = [(lower.find(stem), kind) for stem, kind in _RATINGS.items() if stem in lower]
    return min(found)[1] if found else ""


def _role(figure: Answered) -> str:
    return role(figure.bound.sequence.code, figure.bound.position)


def _family(figure: Answered) -> str:
    rule = figure.bound.rule
    return rule if rule.startswith(("told.", "compare.")) else rule.partition(".")[0]


def _told(figure: Answered) -> tuple[frozenset[str], frozenset[str]]:
    """The long words and the names of a figure's sentence; read once a sentence."""
    sequence = figure.bound.sequence
    known: dict[int, tuple[frozenset[str], frozenset[str]]] = sequence.doc.user_data.setdefault(_TOLD, {})
    told = known.get(sequence.start)
    if told is None:
        words = frozenset(_LONG_WORD.findall(text_between(sequence.doc, sequence.start, sequence.end)))
        names = frozenset(key(sequence.text(i, i + 1)) for i, letter in enumerate(sequence.code) if letter == "N")
        told = known[sequence.start] = words, names
    return told
