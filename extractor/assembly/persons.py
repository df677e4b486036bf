"""Who is meant: pronouns and descriptions ("she", "the Vermont senator") become the persons whom the article names."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import cache, lru_cache

from spacy.tokens import Doc

from extractor.assembly import roles
from extractor.assembly.family_names import family_name
from extractor.components.cues import phrases
from extractor.components.doc_text import sentence_of, spans_of, text_between, text_of, words_of
from extractor.components.names import NAMES
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Names
from extractor.lexicons.schemas.populations import Places

_PERSONS = "persons"
#: How many tokens before a name, and in an aside behind it, may describe the person.
_BEFORE, _ASIDE = 4, 8
#: A name of more tokens holds titles.
_LONG_NAME = 4
#: How many sentences back a pronoun may find its person.
_BACK = 4
_HE, _SHE = frozenset(("he", "him", "his")), frozenset(("she", "her", "hers"))
_ARTICLES = frozenset(("the", "his", "her", "their"))
#: What goes on an office that a name follows: "Secretary of State Jane Smith".
_OFFICE = frozenset(("of", "state", "general", "-"))
#: What ends the office of an attorney general.
_GENERAL = "general"
#: What closes how long an office is held.
_TERM = "term"
#: What makes an office another one.
_DEPUTY = frozenset(("vice", "deputy"))
#: So many names back a description may find a person whom readers know by it.
_NEAR_MENTIONS = 12
#: Who is known so well is told at least this part as often as whoever is told most.
_WELL_KNOWN = 5


@dataclass(slots=True)
class Person:
    """A person as the article introduces them: the name, what describes them, and their sex where a word tells it."""

    names: Counter[str] = field(default_factory=Counter)
    words: set[str] = field(default_factory=set)
    sex: str = ""

    @property
    def label(self) -> str:
        """The name as the article tells it most often, in full if it ever does."""
        return max(self.names, key=lambda name: (" " in name, self.names[name]))


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    sentence: int
    key: str


@dataclass(frozen=True, slots=True)
class _Words:
    descriptors: frozenset[str]
    roles: frozenset[str]
    cues: frozenset[str]
    members: frozenset[str]
    offices: tuple[str, ...]
    bodies: frozenset[str]
    idle: frozenset[str]
    same: dict[str, str]
    female: frozenset[str]
    male: frozenset[str]


@cache
def _words(language: str) -> _Words:
    names = load(Names, language, "names")
    return _Words(
        frozenset((*names.titles, *names.roles, *names.adjectives, *names.members)),
        frozenset(names.roles),
        frozenset(word for words in phrases(language).values() for word in words),
        frozenset(names.members),
        tuple(names.offices),
        frozenset(names.bodies),
        frozenset(names.idle),
        names.same,
        frozenset(names.female),
        frozenset(names.male),
    )


@cache
def _places() -> frozenset[str]:
    """The names of countries and regions, in lower case."""
    places = load(Places, "shared", "countries")
    return frozenset(place.name.lower() for place in (*places.countries, *places.regions))


class Persons:
    """The persons of one document and where they are told."""

    def __init__(self, doc: Doc, language: str = "en") -> None:
        self._doc, self._language, self._lexicon = doc, language, _words(language)
        self._holders = roles.people(text_of(doc))
        self.known: dict[str, Person] = {}
        self._mentions: list[_Mention] = []
        self._told: dict[tuple[int, int], str] = {}
        for span in spans_of(doc, NAMES):
            self._introduce(span.start, span.end)

    def who(self, start: int, end: int) -> str:
        """The name behind a pronoun or description, or the empty string if the tokens are neither or nobody fits."""
        told = self._told.get((start, end))
        if told is None:
            told = self._told[start, end] = self._who(start, end)
        return told

    def _who(self, start: int, end: int) -> str:
        words = words_of(self._doc)
        opening = words.lowers[start]
        if end == start + 1 and (opening in _HE or opening in _SHE):
            return self._of_pronoun(start, "m" if opening in _HE else "f")
        if opening not in _ARTICLES:
            return ""
        told = self._described(start, end)
        if told or any(word[0].isupper() for word in words.texts[start + 1 : end]):
            return told or self._well_known(start, end)  # "the Ohio senator" is not just any senator
        office = roles.who(text_between(self._doc, start, end), self._holders, self._language)
        return office or self._well_known(start, end)

    def name_of(self, start: int, end: int) -> str:
        """The name behind tokens as `who` tells it; of a name that titles make long, the name alone; else nothing."""
        told = self.who(start, end)
        if told or (end - start <= _LONG_NAME and _GENERAL not in words_of(self._doc).lowers[start:end]):
            return told
        person = self.known.get(_key(text_between(self._doc, start, end)))
        return person.label if person else ""

    def one(self, label: str) -> str:
        """What all wordings of one person's name share ("Smith", "Jane Smith"); other labels as they are."""
        name = _key(label)
        return name if name in self.known and label[:1].isupper() and len(label.split()) <= _LONG_NAME else label

    def is_person(self, label: str) -> bool:
        """Whether a name is told as that of a person: by a first name, an office, a title or a party."""
        person, lexicon = self.known.get(_key(label)), self._lexicon
        return person is not None and bool(person.sex or not person.words.isdisjoint(lexicon.descriptors))

    def is_body(self, start: int, end: int) -> bool:
        """Whether a name is of a body, a paper or a place, which runs for no office."""
        if text_between(self._doc, start, end).lower() in _places():
            return True
        return words_of(self._doc).lowers[end - 1].rstrip(".") in self._lexicon.bodies and not self.who(start, end)

    def nearest_other(self, token: int, names: set[str]) -> str:
        """Whoever of `names` (last words, lower case) is told last before `token`."""
        at = bisect_left(self._mentions, token, key=lambda mention: mention.start)
        return next(
            (self.known[m.key].label for m in reversed(self._mentions[max(0, at - 12) : at]) if m.key in names), ""
        )

    def _introduce(self, start: int, end: int) -> None:
        lexicon, words = self._lexicon, words_of(self._doc)
        places = [i for i in range(start, end) if not words.texts[i].isspace()]
        lowers = [words.lowers[i] for i in places]
        plain = [word.rstrip(".") for word in lowers]
        if lowers[0] == "the" or plain[-1] in lexicon.bodies or plain[-1] in lexicon.roles:
            return
        text = text_between(self._doc, start, end)
        if text.lower() in _places():
            return
        first = 0
        for i, word in enumerate(plain[:-1]):
            if word in lexicon.descriptors or (0 < i == first and word in _OFFICE):
                first = i + 1
        name = _key(text)
        person = self.known.setdefault(name, Person())
        person.names[text[words.starts[places[first]] - words.starts[start] :]] += 1
        given = lowers[first]
        told = set(plain[:first])
        if told & {"mrs", "ms"} or given in lexicon.female:
            person.sex = "f"
        elif "mr" in told or given in lexicon.male:
            person.sex = "m"
        sentence = sentence_of(self._doc, start)
        person.words |= {self._word(word) for word in told | self._around((start, end), sentence)}
        self._mentions.append(_Mention(start, sentence[0], name))

    def _around(self, name: tuple[int, int], sentence: tuple[int, int]) -> set[str]:
        """The words that describe a person right before the name, or in an aside behind it (all are token ranges)."""
        words, found = words_of(self._doc), set()
        start, end = sentence
        for i in range(name[0] - 1, max(start, name[0] - _BEFORE) - 1, -1):
            word = words.lowers[i]
            if not (word.isalpha() or "-" in word or word.endswith(".")) or word in self._lexicon.cues:
                break
            found.add(word.rstrip("."))
        opening = words.texts[name[1]] if name[1] < end else ""
        if opening in (",", "(", "of"):
            for i in range(name[1] + 1, min(end, name[1] + _ASIDE)):
                if words.texts[i] in (",", ")", ";", "."):
                    break
                found.update(words.lowers[i].rstrip(".").split("-"))
        return found

    def _word(self, word: str) -> str:
        return self._lexicon.same.get(word, word)

    def _described(self, start: int, end: int) -> str:
        lexicon = self._lexicon
        lowers = words_of(self._doc).lowers[start:end]
        if _TERM in lowers:
            lowers = lowers[lowers.index(_TERM) + 1 :]  # "the first-term governor"
        wanted = {self._word(word.rstrip(".")) for word in lowers if word not in lexicon.idle}
        if not wanted:
            return ""
        fitting = {name for name, person in self.known.items() if wanted <= person.words}
        told = [mention.key for mention in self._mentions if mention.key in fitting and mention.start < start]
        if not told:
            told = [mention.key for mention in self._mentions if mention.key in fitting][:1]
        return self.known[told[-1]].label if told else ""

    def _well_known(self, start: int, end: int) -> str:
        """Whoever was told last, where a description takes for granted that readers know whom it means.

        "The former first lady" is one of the names before it if nobody's office is told by such a word; a bare office
        ("the president") may be of somebody who is never named.
        """
        lexicon = self._lexicon
        words = [word.rstrip(".") for word in words_of(self._doc).lowers[start + 1 : end]]
        offices = [word for word in words if word in lexicon.members or (word in lexicon.roles and len(words) > 1)]
        told = {self._word(word) for word in (_DEPUTY.intersection(words) or offices)}
        if not told or any(not told.isdisjoint(person.words) for person in self.known.values()):
            return ""
        own = sentence_of(self._doc, start)[0]
        at = bisect_left(self._mentions, own, key=lambda mention: mention.start)
        beside = {mention.key for mention in self._mentions[at:] if mention.sentence == own}
        # Who holds another office would be told by it.
        beside |= {
            _key(name)
            for office in lexicon.offices
            for name in self._holders.get(office, ())
            if not name.startswith("former")
        }
        return self._first_before(at, beside, "f" if words[-1] == "lady" or words[-1].endswith("woman") else "")

    def _first_before(self, at: int, beside: set[str], sex: str) -> str:
        """The first person of the last sentence before mention `at` that names one told often, none of `beside`."""
        found, sentence = "", -1
        least = max(2, max((person.names.total() for person in self.known.values()), default=0) // _WELL_KNOWN)
        for mention in reversed(self._mentions[max(0, at - _NEAR_MENTIONS) : at]):
            if found and mention.sentence != sentence:
                break
            person = self.known[mention.key]
            if mention.key in beside or person.names.total() < least or (sex and person.sex not in (sex, "")):
                continue
            found, sentence = person.label, mention.sentence
        return found

    def _of_pronoun(self, token: int, sex: str) -> str:
        """The first person named in the nearest sentence that names one of that sex."""
        at = bisect_left(self._mentions, token, key=lambda mention: mention.start)
        own, seen = sentence_of(self._doc, token)[0], 0
        while at and seen < _BACK:
            sentence = self._mentions[at - 1].sentence
            first = at
            while first and self._mentions[first - 1].sentence == sentence:
                first -= 1
            named = self._mentions[first:at]
            if sentence < own and self._pronoun_before(named[0].start, sentence, sex):
                at, seen = first, seen + 1
                continue  # there, too, the pronoun is of somebody told before
            told = [self.known[mention.key] for mention in named]
            fitting = [person for person in told if person.sex == sex] or [person for person in told if not person.sex]
            if fitting:
                return fitting[0].label
            at, seen = first, seen + 1
        return ""

    def _pronoun_before(self, token: int, sentence: int, sex: str) -> bool:
        pronouns = _HE if sex == "m" else _SHE
        return not pronouns.isdisjoint(words_of(self._doc).lowers[sentence:token])


def persons(doc: Doc) -> Persons:
    """The persons of `doc`, read once."""
    found = doc.user_data.get(_PERSONS)
    if found is None:
        found = doc.user_data[_PERSONS] = Persons(doc)
    told: Persons = found
    return told


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    words = [word for word in text.split() if word.lower().rstrip(".") not in ("jr", "sr")]
    return family_name(words).lower() if words else text.lower()
