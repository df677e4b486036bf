"""What the text of a head of a column or row stands for."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from extractor.lexicons.phrasebook import Phrasebook, phrasebook
from extractor.models import Population
from extractor.parsing.dates import find_dates
from extractor.parsing.populations import ALL_RESPONDENTS, describe, people_of

#: The roles of heads.  `other` tells nothing by itself: a name, an option, an issue.
Role = Literal[
    "response", "population", "place", "wave", "question", "value", "sum", "other",
    "size", "margin", "date", "poll", "client", "count", "difference", "change",
    "axis_answer", "axis_question", "axis_population", "empty",
]  # fmt: skip

_EXACT: tuple[Role, ...] = (
    "size", "margin", "poll", "client", "difference", "change", "count", "value", "sum",
    "axis_answer", "axis_question", "axis_population", "date",
)  # fmt: skip
#: Heads of columns or rows whose numbers are no figures.
NOT_SHARES: frozenset[Role] = frozenset(("size", "margin", "date", "poll", "client", "count", "sum"))
_LONGEST_LABEL = 60
_LONGEST_TITLE = 400


@dataclass(frozen=True, slots=True)
class Head:
    """A head: its text without units and notes, what it stands for, and the population it names."""

    text: str
    role: Role
    population: Population | None = None


def book() -> Phrasebook:
    """The words of tables."""
    return phrasebook("en", "tables")


@lru_cache(maxsize=4096)
def head(text: str) -> Head:
    """What `text` stands for as a head, judged alone."""
    label = clean(text)
    lower = label.lower()
    words = book()
    if lower == "" or lower in ("-", "–", "—"):
        return Head("", "value" if text.strip() else "empty")
    raw = text.strip().lower()
    for role in _EXACT:
        if lower in words.group(role) or raw in words.group(role):
            return Head(label, role)
    if words.pattern("change_head").match(label):
        return Head(label, "change")
    if label.endswith("?"):
        return Head(label, "question")
    return _telling(label, lower) or _group(label) or _place(label) or Head(label, "other")


def _telling(label: str, lower: str) -> Head | None:
    """A wave, everyone, or an answer: what words alone tell."""
    words = book()
    if lower in words.group("wave_now", "wave_then") or _is_date(label):
        return Head(label, "wave")
    if lower in words.group("everyone"):
        return Head(label, "population", Population(label=ALL_RESPONDENTS))
    return Head(label, "response") if words.pattern("answer").search(label) else None


def clean(text: str) -> str:
    """A head without its unit, its number of respondents and the marks of notes."""
    return book().pattern("head_noise").sub("", " ".join(text[:_LONGEST_TITLE].split())).strip(" :").strip()


def untagged(text: str) -> str:
    """A question without its number and unit: "Q2. Should it run at night? (%)"."""
    return clean(book().pattern("number_tag").sub("", " ".join(text[:_LONGEST_TITLE].split())))


def _is_date(label: str) -> bool:
    if book().pattern("month").match(label):
        return True
    return any(found.start == 0 and found.end >= len(label.rstrip(" .)")) for found in find_dates(label))


def _group(label: str) -> Head | None:
    words = book()
    lower = label.lower()
    for name in words.names("short_"):
        if lower in words.group(f"short_{name}"):
            return Head(label, "population", describe(name.replace("_", " ")))
    age = words.pattern("age").match(label)
    if age:
        return Head(label, "population", describe(_aged(age)))
    if lower in words.group("groups") or words.pattern("income").match(label):
        return Head(label, "population", describe(label))
    return None


def _place(label: str) -> Head | None:
    """A country, region or group that `describe` knows."""
    if len(label) > _LONGEST_LABEL:
        return None
    found = describe(label)
    if found.country and not set(found.facets) - {"region"} and found.label.lower() not in _peoples():
        place = people_of(found.country) if not found.facets else found
        return Head(label, "place", place)
    if (found.facets and "other" not in found.facets) or found.country:
        return Head(label, "population", found)
    return None


def _aged(age: re.Match[str]) -> str:
    if age["low"]:
        return f"those aged {age['low']} to {age['high']}"
    return f"those aged {age['from']} and older" if age["from"] else f"those under {age['below']}"


@lru_cache(maxsize=1)
def _peoples() -> frozenset[str]:
    return frozenset(people.lower() for people in book().group("peoples"))
