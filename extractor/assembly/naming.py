"""Who is named where: one key for all the ways in which an article names somebody."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from spacy.tokens import Doc

from extractor.assembly.family_names import family_name
from extractor.assembly.memory import is_name
from extractor.assembly.topic_words import words
from extractor.components.doc_text import sentence_starts, spans_of, text_between, text_of
from extractor.components.names import NAMES
from extractor.lexicons.phrasebook import any_of

_POSSESSIVE = re.compile(r"['’]s?$")
_POSSESSIVE_ENDS = ("s", "'", "’")
#: Words at most in an answer that chooses somebody.
_LONGEST_CHOICE = 5
#: A last name must stand alone this often for a first name to stand for it.
_FREQUENT = 2


class Naming:
    """The names of one article by key, and the keys of those whom answers name (`contenders`)."""

    def __init__(self, doc: Doc, answers: Iterable[str]) -> None:
        self._language = doc.lang_ or "en"
        lexicon = words(self._language).names
        self._bodies, self._choosing = frozenset(lexicon["bodies"]), frozenset(lexicon["choosing"])
        spans = [
            (span.start, span.start_char, span.end - span.start, text_between(doc, span.start, span.end))
            for span in spans_of(doc, NAMES)
        ]
        self._aliases = self._read_aliases(doc, spans)
        starts = set(sentence_starts(doc)) if spans else set()
        known = {self._last(text) for start, _, length, text in spans if length > 1 or start not in starts}
        known -= set(lexicon["nobody"])
        self._places = [(at, self.key(text)) for _, at, _, text in spans if self._last(text) in known]
        self._at = [at for at, _ in self._places]
        self.contenders = frozenset(self.key(answer) for answer in answers if _names(answer))

    def key(self, name: str) -> str:
        """The key of a name: its last word, of a body also the word before, of a first name the last name."""
        last = self._last(name)
        return self._aliases.get(last, last)

    def within(self, start: int, end: int) -> list[tuple[int, str]]:
        """The names that begin in ``text[start:end]``: offset and key, in order."""
        return self._places[bisect_left(self._at, start) : bisect_left(self._at, end)]

    def choice(self, answer: str) -> str:
        """The key of whom an answer chooses, if it is a name or chooses one ("back Smith"), else the empty string."""
        if _names(answer):
            return self.key(answer)
        told = answer.split()
        if 1 < len(told) <= _LONGEST_CHOICE and told[0].lower() in self._choosing:
            return next((key for key in map(self.key, told[1:]) if key in self.contenders), "")
        return ""

    def _last(self, name: str) -> str:
        told = _plain(name).split()
        if not told:
            return ""
        body = told[-1].lower() in self._bodies
        return (" ".join(told[-2:]) if body else family_name(told)).lower()

    def _read_aliases(self, doc: Doc, spans: Sequence[tuple[int, int, int, str]]) -> dict[str, str]:
        """First names and offices by the last name that they stand before; headlines capitalise too much to be read."""
        titles = words(self._language).names["titles"]
        text = text_of(doc)
        body = text.find("\n\n")
        firsts: Counter[tuple[str, str]] = Counter()
        alone: Counter[str] = Counter()
        for _, start, _, name in spans:
            told = _plain(name).split()
            if start < body or not told:
                continue
            last = family_name(told).lower()
            alone[last] += 1
            for word in told[:-1]:
                if word[0].isupper() and word.lower() != last and word.lower().strip(".") not in titles:
                    firsts[word.lower(), last] += 1
        lasts = {last for _, last in firsts}
        aliases: dict[str, str] = {}
        for (first, last), _ in sorted(firsts.items(), key=lambda item: (-item[1], item[0])):
            if first not in lasts and alone[last] >= _FREQUENT:
                aliases.setdefault(first, last)
        office = _office(self._language).search(text)
        if office:
            aliases[office.group(1).lower()] = aliases[f"the {office.group(1).lower()}"] = office.group(2).lower()
        return aliases


def _plain(name: str) -> str:
    """A name without the sign of possession."""
    return _POSSESSIVE.sub("", name) if name[-1:] in _POSSESSIVE_ENDS else name


def _names(answer: str) -> bool:
    """Whether an answer is a name; "Support for a ban" only stands at the head of its sentence."""
    return is_name(answer) and not answer.rsplit(maxsplit=1)[-1][:1].islower()


@cache
def _office(language: str) -> re.Pattern[str]:
    offices = any_of(words(language).names["offices"])
    return re.compile(rf"\b({offices}) (?:[A-Z][\w'’-]*\.? ){{0,3}}([A-Z][\w-]+)")


def races(choices: Sequence[str], beside: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """For each figure of a sentence the names told against each other around it.

    `choices` are the names that the figures choose (empty for other answers), `beside` those that stand beside each.
    A run of names is one race; a name that is told again opens the next.
    """
    found: list[frozenset[str]] = [frozenset()] * len(choices)
    i = 0
    while i < len(choices):
        if not choices[i]:
            i += 1
            continue
        j, race = i, [choices[i]]
        while j < len(choices) and choices[j] and (choices[j] not in race or j <= i + 1):
            if choices[j] not in race:
                race.append(choices[j])
            j += 1
        told = frozenset(race) if len(race) > 1 else frozenset(race) | beside[i]
        found[i:j] = [told] * (j - i)
        i = j
    return found
