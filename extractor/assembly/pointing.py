"""Answers that only point to one told before: "did so", "shared that view a year ago", "said the same of Brown"."""

import re
from functools import cache, lru_cache

from extractor.assembly.labels import points_back as is_pointer
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers, Cues
from extractor.parsing.inflection import inflect

_NAME = r"[A-Z][\w.’-]*(?: [A-Z][\w.’-]*){0,3}"
#: "The same of Brown": what was told holds of somebody else.
_OTHER = re.compile(rf"\b(?:same|so|that|this)(?: \w+)? (?:of|about|for|toward|towards|to) (?P<name>{_NAME})$")
_WHOM = re.compile(rf"(?<= of )(?:{_NAME})|(?<= about )(?:{_NAME})|(?<= for )(?:{_NAME})|{_NAME}(?='s\b)")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    lexicon, cues = load(Answers, language, "answers"), load(Cues, language, "cues")
    verbs = "|".join(sorted({form for verb in lexicon.pointing_verbs for form in inflect(verb, cues.irregular)}))
    sizes = "|".join(sorted({form for verb in lexicon.pointing_sizes for form in inflect(verb, cues.irregular)}))
    shares = "|".join(lexicon.pointing_shares)
    nouns, adjuncts = "|".join(lexicon.pointing_nouns), "|".join(lexicon.adjuncts)
    shared = "|".join(lexicon.pointing_participles)
    return re.compile(
        rf"(?i:(?:(?:all|also|both) )?(?:(?:(?:{verbs}) )?"
        rf"(?:(?:this|that|the same|a similar) (?:{nouns})|(?:this|so|the same)(?: thing| way)?)"
        rf"|(?:{verbs}) that|that way))"
        rf"(?i: (?!of\b|about\b)(?:{adjuncts})\b.*| (?:of|about|for) (?-i:{_NAME}))?|(?i:{nouns}|that)"
        rf"|(?i:an? (?:{nouns}) (?:also )?(?:{shared}))"
        rf"|(?i:(?:the|that|this) (?:{shares})|it)(?i: (?:also|even|only|has|had|have|now))*(?i: (?:{sizes}))"
    )


@cache
def _held(language: str) -> re.Pattern[str]:
    lexicon = load(Answers, language, "answers")
    nouns, shared = "|".join(lexicon.pointing_nouns), "|".join(lexicon.pointing_participles)
    return re.compile(
        rf"(?i)(?:and )?(?P<view>(?:(?:this|that|the same|such an?|a similar)(?: (?:{nouns}))?|{nouns}) "
        rf"(?:is|was|were|are|has been) (?:\w+ly )?(?:{shared}))\b(?: .*)?|(?P<by>(?:{shared}) (?:[a-z]+ ){{0,3}}by .+)"
    )


@lru_cache(maxsize=4096)
def points_back(text: str, language: str = "en") -> bool:
    """Whether an answer says nothing itself but points to one told before.

    >>> points_back("did so four years later"), points_back("this is a mistake")
    (True, False)
    """
    return is_pointer(text, language) or bool(_pattern(language).fullmatch(text))


def held(text: str, language: str = "en") -> str:
    """The view that `text` says is held, without who holds it if it names it; empty where it says nothing of the kind.

    >>> held("this view is shared not only by renters"), held("this is a mistake")
    ('this view is shared', '')
    """
    found = _held(language).fullmatch(text)
    return (found["view"] or found["by"]) if found else ""


def pointed_at(text: str, told: str) -> str:
    """What `text` stands for, a pointer to the answer `told`.

    >>> pointed_at("the same of Brown", "an unfavorable opinion of Smith")
    'an unfavorable opinion of Brown'
    """
    other = _OTHER.search(text)
    whom = _WHOM.search(told) if other else None
    return told[: whom.start()] + other["name"] + told[whom.end() :] if other and whom else told or text
