"""Shares told without "percent", and those who have no answer: "six in 10 said", "three in five dog owners would"."""

import re
from functools import cache

from extractor.components.candidates import Candidate
from extractor.components.phrases import alternatives
from extractor.lexicons.schemas.figures import AffirmWords
from extractor.parsing.person_nouns import is_person
from extractor.parsing.population_words import places, population_words

_REACH = 100
_FORMS = frozenset(("fraction", "ratio"))
_NOUN = re.compile(r"\s(?:of\s)?(?:[a-z][\w’'-]*\s){0,3}?(?P<noun>[a-z][a-z-]*)(?:\sin\s(?:the\s)?\w+(?:\s\w+)?)?$")

#: A line of a list: "Season-ticket holders: 74 percent."
_ITEM = re.compile(r"(?:[.\n;]\s?)(?:[a-z][\w’'-]*\s){0,4}(?P<noun>[a-z-]+):\s$")

_ENDS = re.compile(r"\s?(?:[.;\n]|$)")


class SharesInWords:
    """Tells shares of people who say or would do something by the words behind them."""

    def __init__(self, words: AffirmWords) -> None:
        said = alternatives((*words.verbs, "are against", "were against", "are for", "cited"))
        self._said = re.compile(rf"\s(?:also\s|even\s|now\s|still\s)?{said}\b")
        self._ratio = re.compile(r"\s(?:back|backed|would|reject|rejected)\b")
        self._would = re.compile(rf"\s(?:(?:say|said)\s(?:that\s)?they\s)?would\s{alternatives(words.intends)}\b")
        self._stands = re.compile(rf"\s{alternatives((*words.reckon, *words.verbs))}\b")
        self._no_answer = re.compile(rf",?\s{alternatives(words.no_answer)}\b")

    def tells(self, text: str, one: Candidate) -> bool:
        """Whether `one` in `text` (lower case) is a share of people by the words behind it."""
        if one.unit != "percent" or one.signed:
            return False
        end = one.end + _REACH
        if self._no_answer.match(text, one.end, end):
            return True
        item = _ITEM.search(text, max(0, one.start - _REACH), one.start)
        if item and _ENDS.match(text, one.end) and (is_person(item["noun"]) or item["noun"] in _heads()):
            return True
        if one.form not in _FORMS:
            return False
        if one.form == "ratio" and self._ratio.match(text, one.end, end):
            return True
        return any(pattern.match(text, one.end, end) for pattern in (self._said, self._would)) or self._of_people(
            text, one
        )

    def _of_people(self, text: str, one: Candidate) -> bool:
        """Whether people are named right behind a share, and then what they do."""
        verb = self._stands.search(text, one.end, one.end + _REACH)
        noun = _NOUN.match(text[one.end : verb.start()]) if verb else None
        if noun is None:
            return False
        return noun["noun"] in _heads() or is_person(noun["noun"])


@cache
def _heads() -> frozenset[str]:
    """The last words of all nouns of groups and peoples, in lower case."""
    lexicon = population_words()
    peoples = [name for one in places().countries for name in one.people]
    peoples += [name for one in places().regions for name in one.people]
    heads = (head for term in lexicon.terms for head in term.heads)
    return frozenset(name.lower().split()[-1] for name in (*heads, *peoples, *lexicon.everyone.heads))
