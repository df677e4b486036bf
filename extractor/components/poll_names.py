"""Names of pollsters: joint names split into members, canonical names, and whether two names mean the same."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.lexicons.loader import load
from extractor.lexicons.phrasebook import Phrasebook, phrasebook
from extractor.lexicons.schemas.populations import Places
from extractor.lexicons.schemas.records import PollsterNames

_PART = re.compile(r"[^\W_]+(?:[.&'’][^\W_]+)*")
_WORD = re.compile(r"[^\W_]+(?:[.&'’-][^\W_]+)*")
_SLASH = re.compile(r"\s*/\s*")
_AND = re.compile(r",?\s+(?:and|&)\s+(?:the\s+)?|,\s+(?:the\s+)?", re.IGNORECASE)
_OF = re.compile(r"\b(?:of|for|on)\b")
#: Capitals inside a word; openings of surnames that have them too; what stands between a firm and its town.
_COINED, _PERSONAL, _SEATED = (
    re.compile(r"[a-z][A-Z]|[A-Z]{3}"),
    re.compile(r"(?:Ma?c|D[eiu]|L[ae]|Van|O['’])[A-Z]"),
    ("of", "in"),
)
_DASH = re.compile(r"\s*[-–—](?!(?:TV|FM|AM)\b)\s*")


@dataclass(frozen=True, slots=True)
class Known:
    """An entry of the lexicon: canonical name and ``pollster``, ``partner`` or ``aggregator``."""

    name: str
    kind: str


def _is_coined(word: str) -> bool:
    """Whether a word is written as firms write themselves, "OnePoll", "EPIC-MRA", and not as "McCain"."""
    return len(word) > 1 and (word.isupper() or (_COINED.search(word) is not None and not _PERSONAL.match(word)))


class Directory:
    """Looks up and compares names of pollsters."""

    def __init__(self, names: PollsterNames, book: Phrasebook, places: Places) -> None:
        self.generic = book.group("generic")
        self.titles = book.group("title_words")
        self.organisation = frozenset(word.lower() for word in book.words("organisation"))
        self.firms = book.group("firm_words")
        self.takers = self.firms | book.group("institute_words")
        self.credited = self.takers | book.group("credited_words")
        self._known: dict[str, Known] = {}
        for kind in ("pollster", "partner", "aggregator"):
            for canonical, aliases in getattr(names, kind).items():
                for alias in (canonical, *aliases):
                    self._known.setdefault(_fold(alias), Known(canonical, kind))
        self.by_first_word = _by_first_word({**names.pollster, **names.aggregator})
        self.partners_by_first_word = _by_first_word(names.partner)
        self.places = frozenset(_place_names(places))

    def known(self, name: str) -> Known | None:
        """The lexicon's entry for `name`, if it has one."""
        return self._known.get(_fold(name))

    def canonical(self, name: str) -> str:
        """The lexicon's name for `name`; initials and unknown names as printed, without a leading article."""
        entry = self.known(name)
        if entry is None or _initials(entry.name) == name:
            return _without_article(name)
        return entry.name

    def is_place(self, words: str) -> bool:
        """Whether `words` name a country, a region or their people."""
        folded = words.lower()
        if folded in self.places:
            return True
        parts = _DASH.split(folded)
        return len(parts) > 1 and all(part in self.places for part in parts)

    def is_organisation(self, name: str) -> bool:
        """Whether a name has the look of an organisation: known, an acronym, or with a word such as "Institute"."""
        if self.known(name):
            return True
        words = name.split()
        if any(word.lower().strip(".,") in self.organisation for word in words):
            return True
        if len(words) == 2 and _is_coined(words[1]) and words[1].lower().endswith(tuple(self.firms)):
            return True  # "Global InfoAnalytics"
        seated = len(words) > 2 and words[1].lower() in _SEATED  # "EPIC-MRA of Lansing"
        return (len(words) == 1 or seated) and _is_coined(words[0])

    def takes_polls(self, name: str) -> bool:
        """Whether a name is that of one who carries out polls, rather than of a paper or station that prints them."""
        known = self.known(name)
        if known is not None:
            return known.kind != "partner"
        return not self.takers.isdisjoint(word.lower().strip(".,") for word in name.split())

    def is_credited(self, name: str) -> bool:
        """Whether a share of people that is told as a body's comes from a poll of its own: an institute's, a society's.

        Not so of papers, parties and offices, which speak of others' polls.
        """
        return self.takes_polls(name) or not self.credited.isdisjoint(w.lower().strip(".,") for w in name.split())

    def core(self, name: str) -> str:
        """`name` without what stands around a pollster in it: "Missouri and Illinois Reuters", "MUST WATCH CNN"."""
        parts = name.split()
        if len(parts) < 2 or self.known(name):
            return name
        for size in range(len(parts) - 1, 0, -1):
            head, tail = " ".join(parts[:size]), " ".join(parts[-size:])
            known = self.known(head)
            if known is not None and known.kind == "pollster" and size > 1 and "/" not in name:
                return name if parts[size] in ("and", "&") else head
            rest = parts[:-size]
            if self.known(tail.split("/")[0].strip()) and all(
                word.isupper() or self.is_place(word) or word in ("and", "&", "of") for word in rest
            ):
                apart = rest[-1].endswith(("-", ":")) or not rest[-1].isupper() or len(rest) > 1
                return tail if apart else name
        return name

    def members(self, raw: str) -> tuple[str, ...]:
        """The pollsters of a joint name: "ABC News/Washington Post", "AP-GfK", "The New York Times and CBS News"."""
        raw = self._without_country(raw.strip(" ,"))
        if self.known(raw):
            return (raw,)
        found: list[str] = []
        for part in _SLASH.split(raw):
            found += self._split_part(part.strip())
        return tuple(dict.fromkeys(name for name in found if name and name not in self.titles))

    def _without_country(self, name: str) -> str:
        """ "South Korea's Dong-A Ilbo" without the country."""
        owner, mark, rest = name.replace("’s ", "'s ").partition("'s ")
        return rest if mark and self.is_place(owner) else name

    def _split_part(self, part: str) -> list[str]:
        part = self._employer(self._without_country(part))
        if self.known(part):
            return [part]
        for pattern in (_AND, _DASH):
            pieces = [self._employer(piece.strip()) for piece in pattern.split(part) if piece and piece.strip()]
            if len(pieces) > 1 and self._separable(pieces):
                return [name for piece in pieces for name in self._split_part(piece)]
        return [part]

    def _employer(self, name: str) -> str:
        """ "Ann Lee of Harbor Research" without the person, "Gallup of Washington" without the town."""
        person, of, body = name.partition(" of ")
        if of and self.known(person) and not self.known(name):
            return person
        body = _without_article(body)
        if not of or not 2 <= len(person.split()) <= 3 or self.is_organisation(person) or self.known(name):
            return name
        return body if self.is_organisation(body) and " of " not in body else name

    def apart(self, raw: str) -> tuple[str, ...]:
        """The several names of an enumeration ("Gallup and Rasmussen"), joint names kept whole."""
        pieces = [piece.strip() for piece in _AND.split(raw) if piece and piece.strip()]
        if self.known(raw) or len(pieces) < 2 or not (self._separable(pieces) or any("/" in piece for piece in pieces)):
            return (raw,)
        return tuple(pieces)

    def _separable(self, pieces: list[str]) -> bool:
        head = pieces[0]
        whole = head.split()[-1].lower() in self.organisation
        if _OF.search(head) and not whole and not any(self.known(piece) for piece in pieces):
            return False  # "the Institute of Family and Life Advocates" is one
        if _OF.search(head) and whole:
            return True
        return any(self.known(piece) for piece in pieces) or all(self.is_organisation(piece) for piece in pieces)

    def key(self, name: str) -> frozenset[str]:
        """The telling words of a name: canonical, lower case, without "the", "University", "News", "poll"."""
        words = [word.lower().replace("’", "'").removesuffix("'s") for word in _PART.findall(self.canonical(name))]
        return frozenset(word for word in words if word not in self.generic) or frozenset(words)

    def same(self, one: str, two: str) -> bool:
        """Whether two names can mean one pollster: equal or contained telling words, or initials of the other.

        Two names that the lexicon tells apart ("Gallup", "Gallup Korea") are two.
        """
        return self.closeness(one, two) > 0

    def closeness(self, one: str, two: str) -> int:
        """2 where two names have the same telling words or one is the initials of the other, 1 where `same`, else 0."""
        known = self.known(one), self.known(two)
        if known[0] is not None and known[1] is not None:
            return 2 * (known[0] == known[1])
        a, b = self.key(one), self.key(two)
        if a == b or _initials(one) == two.replace(".", "") or _initials(two) == one.replace(".", ""):
            return 2
        return int(a <= b or b <= a)


def _by_first_word(entries: dict[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """All names and aliases by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for canonical, aliases in entries.items():
        for alias in (canonical, *aliases):
            found.setdefault(alias.split()[0], []).append(alias)
    for names in found.values():
        names.sort(key=lambda alias: (-len(alias), alias))
    return found


def _fold(name: str) -> str:
    return _without_article(name.replace("’", "'")).lower()


def _without_article(name: str) -> str:
    return name[4:] if name[:4].lower() == "the " else name


def _initials(name: str) -> str:
    return "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())


def _place_names(places: Places) -> set[str]:
    names: set[str] = set()
    for country in places.countries:
        names.update((country.name, *country.people, *country.adjectives, *country.aliases))
    for region in places.regions:
        names.update((region.name, *region.people, *region.adjectives, *region.aliases))
    return {name.lower() for name in names} | {name.lower().rstrip(".") for name in names}


@cache
def directory(language: str = "en") -> Directory:
    """The directory of one language, built once."""
    return Directory(
        load(PollsterNames, "shared", "pollsters"),
        phrasebook(language, "polls"),
        load(Places, "shared", "countries"),
    )
