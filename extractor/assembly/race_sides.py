"""The sides of a race that a sentence names, and the words that say who is ahead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.assembly.persons import persons
from extractor.constructions.chunks import Sequence
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Names

#: Words before a name that make it the one led, attacked or compared with.
_RIVAL_PREPOSITIONS = frozenset(("over", "against", "to", "than", "of", "behind", "versus", "vs.", "vs", "v.", "on"))
_ADJUNCTS = frozenset(("in", "at", "from", "among", "amongst", "on", "about", "across", "within", "like"))
_BEHIND = frozenset(("deficit", "down", "underwater", "loses", "lose", "lost", "losing", "behind"))
_AHEAD = frozenset(("up", "favorite", "favourite", "clear", "win", "wins", "won", "winning"))
#: Distances that nobody owns.
_APART = frozenset(("gap", "difference", "spread", "shift", "swing"))
#: Adjectives of parties that own a lead: "a 1-point Republican advantage".
_PARTY_WORDS = frozenset(("republican", "democratic", "labour", "conservative", "tory", "liberal", "gop"))
_POSSESSIVE = frozenset(("his", "her", "their", "its"))
#: What a possessive of a race owns: a lead, at most a word away.
_POSSESSED = re.compile(r"[.z]?[pDelf]")
_SUBJECT = frozenset(("he", "she", "they", "him", "them", "her"))


@dataclass(frozen=True, slots=True)
class Side:
    """A side of a race: how it is named, the chunk that names it (None if told before), and how it stands there."""

    label: str
    chunk: int | None
    #: Behind "over", "against", "of" and the like: the one led.
    led: bool = False
    #: Followed by a possessive, or a possessive pronoun.
    owner: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """A word of leading (`ahead` 1) or trailing (-1), or of a tie (0)."""

    chunk: int
    ahead: int
    noun: bool = False


@cache
def rival_parties(language: str = "en") -> dict[str, str]:
    """The rival of each party that is told alone, by its name in lower case."""
    return dict(load(Names, language, "names").rival_parties)


@cache
def _offices(language: str = "en") -> frozenset[str]:
    names = load(Names, language, "names")
    return frozenset((*names.roles, *names.titles, "prime", "vice", "first"))


def _is_office(name: str) -> bool:
    """Whether a name is nothing but an office: "as most capable Prime Minister"."""
    return name[0].isupper() and all(word.strip(".").lower() in _offices() for word in name.split())


#: "The Reds' Jane Smith": what she belongs to is no side.
_OWNING = re.compile("N'N")
#: A clause on a name, between commas.
_WHO = re.compile(r"(?<=N),R[^,;!fp]*,")


def sides(line: Sequence, start: int, stop: int) -> Iterator[Side]:
    """The sides named in chunks `start` to `stop`, in order."""
    aside = _relative(line, start, stop)
    for i in range(start, stop):
        side = None if i in aside else _side(line, i)
        if side is not None:
            yield side


def leads(line: Sequence, start: int, stop: int) -> Iterator[Lead]:
    """The words of leading, trailing or a tie in chunks `start` to `stop`, in order."""
    aside = _relative(line, start, stop)
    for i in range(start, stop):
        letter, text = line.code[i], line.text(i, i + 1).lower()
        if text in _APART or i in aside:
            continue
        if letter in "lDe" and text not in ("over",):
            noun = letter == "e" or (letter == "D" and line.code[i - 1 : i] in ("p", ".", "'", "f", "z"))
            yield Lead(i, -1 if text in _BEHIND else 1, noun)
        elif letter == "k":
            yield Lead(i, -1)
        elif letter == "q":
            yield Lead(i, 0)
        elif text in _BEHIND:
            yield Lead(i, -1)
        elif text in _AHEAD and letter in ".Eh":
            yield Lead(i, 1)


def _relative(line: Sequence, start: int, stop: int) -> frozenset[int]:
    """The chunks of relative clauses behind names, between their commas: "Smith, who leads the Reds, is at"."""
    code = line.code
    return frozenset(i for found in _WHO.finditer(code, start, stop) for i in range(*found.span()))


def owner_inside(line: Sequence, position: int) -> Side | None:
    """The owner that stands between a lead's points and its noun: "a 5-point Smith lead"."""
    inner = line.code[position + 1 : position + 3]
    if len(inner) == 2 and inner[0] in "NP." and inner[1] in "Deg":
        text = line.text(position + 1, position + 2)
        if inner[0] in "NP" or text.lower() in _PARTY_WORDS:
            name = persons(line.doc).who(*line.tokens(position + 1, position + 2)) if inner[0] == "N" else ""
            return Side(name or text, position + 1, owner=True)
    return None


def party_before(line: Sequence, start: int, stop: int) -> Side | None:
    """The party whose adjective stands before a word of leading: "the Democratic advantage"."""
    for i in range(start, stop):
        word = line.text(i, i + 1).rsplit(maxsplit=1)[-1]
        if line.code[i] == "." and line.code[i + 1 : i + 2] in ("D", "e") and word.lower() in _PARTY_WORDS:
            return Side(word, i, owner=True)
    return None


def _side(line: Sequence, i: int) -> Side | None:
    letter = line.code[i]
    if letter not in "NPr" or _OWNING.match(line.code, i) or (letter == "N" and _is_office(line.text(i, i + 1))):
        return None
    text = line.text(i, i + 1)
    before = _before(line, i)
    following = line.code[i + 1 : i + 2]
    led = before in _RIVAL_PREPOSITIONS or before in ("ahead of", "lose to", "loses to")
    if letter == "r":
        return _pronoun(line, i, led)
    if letter == "P":
        is_side = text.lower() in rival_parties() and before not in _ADJUNCTS and before not in ("with", "of", "by")
        chosen = line.code[i - 1 : i] in ("v", "V")  # "went for Democrats"
        if not is_side or (before == "for" and not chosen and line.code[i - 2 : i - 1] not in ("D", "e", "l", "f")):
            return None
        return Side(text, i, led=led, owner=following == "'")
    name = line.tokens(i, i + 1)
    if persons(line.doc).is_body(*name) or _adjunct(line, i, before):
        return None
    return Side(persons(line.doc).name_of(*name) or text, i, led=led, owner=following == "'")


def _before(line: Sequence, i: int) -> str:
    """The word before a side; the words that only describe it are passed over ("against the other Republicans")."""
    if not i:
        return ""
    chunk = line.chunks[i - 1]
    if line.code[i - 1] in "lk":
        return line.text(i - 1, i).lower()
    if line.code[i - 1] in ".L" and i > 1 and chunk.end - chunk.start <= 3 and line.code[i - 2] in "GOToixkl":
        i -= 1
    return line.text(i - 1, i).lower().rsplit(maxsplit=1)[-1]


def _adjunct(line: Sequence, i: int, before: str) -> bool:
    """Whether a name tells where or among whom ("in Congress"); "on" and "of" may lead to the one led."""
    if before in ("on", "of"):
        # "up 14 points on Smith", "ahead of Smith", but not "Smith of Ohio" or "on Syria"
        return line.code[i - 2 : i - 1] not in ("l", "D", "e", "p", ".") or (before == "of" and line.code[i - 2] != "l")
    return before in _ADJUNCTS


def _pronoun(line: Sequence, i: int, led: bool) -> Side | None:
    text = line.text(i, i + 1).lower()
    following = line.code[i + 1 : i + 4]
    owner = text in _POSSESSIVE and _POSSESSED.match(following) is not None
    if not owner and text not in _SUBJECT:
        return None
    if text == "her" and not owner and following[:1] in (".", "g", "N"):
        return None
    name = persons(line.doc).who(*line.tokens(i, i + 1)) or (_party_of(line, i) if text in ("they", "them") else "")
    return Side(name, i, led=led, owner=owner) if name else None


def _party_of(line: Sequence, i: int) -> str:
    """The party that runs against the one behind a word of leading: "they lead the Republicans"."""
    led = next((j for j in range(i + 1, min(len(line.code), i + 5)) if line.code[j] == "P"), None)
    if led is None or not set(line.code[i + 1 : led]) & set("lDk"):
        return ""
    return rival_parties().get(line.text(led, led + 1).lower(), "")
