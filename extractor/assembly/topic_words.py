"""The words of a matter that was asked about: content words as stems, sorts of questions, turns of topic."""

import re
from functools import cache, lru_cache

from extractor.components.signals import Signal, SignalFinder
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers, QuestionWords

#: The sorts of signal that turn to another matter; every other sort is a measure.
TURNS = ("asked", "about", "also")
_STEM = 6
_SHORTEST = 4
_ENDINGS = ("ing", "ed", "es", "ly", "s")
_WORD = re.compile(r"[a-z]{3,}|n['’]t\b")


@cache
def words(language: str) -> QuestionWords:
    """The lexicon of questions."""
    lexicon: QuestionWords = load(QuestionWords, language, "questions")
    return lexicon


@cache
def finder(language: str) -> SignalFinder:
    """Finds what tells the sort of a question (its measure) and what turns to another matter."""
    lexicon = words(language)
    return SignalFinder({**lexicon.measures, **{turn: lexicon.turns[turn] for turn in TURNS}}, joined=True)


def measure(signal: Signal) -> str:
    """The sort of question that a signal speaks of, or the empty string."""
    return "" if signal.sorts[0] in TURNS else signal.sorts[0]


@lru_cache(maxsize=4096)
def measure_of(answer: str, language: str) -> str:
    """The sort of question that a lower-case answer speaks of by itself, or the empty string."""
    return next((told for signal in finder(language).find(answer, 0, len(answer)) if (told := measure(signal))), "")


@cache
def _plain(language: str) -> frozenset[str]:
    return frozenset(words(language).plain["words"])


def stems(text: str, language: str) -> frozenset[str]:
    """The content words of lower-case `text`, each cut to its stem; words that any poll report holds do not count."""
    plain = _plain(language)
    return frozenset(stem(word) for word in _WORD.findall(text) if word not in plain)


@cache
def _sides(language: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(language).plain["sides"])


@cache
def side_stems(language: str = "en") -> frozenset[str]:
    """The stems of words that take a side, in any of their forms: "in favour", "supporting"."""
    lexicon = load(Answers, language, "answers").stances
    told = (word for phrases in (lexicon.favor, lexicon.oppose) for phrase in phrases for word in phrase.split())
    return _sides(language) | frozenset(map(stem, told))


@cache
def _spread(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words(language).turns['spread']))})\b")


def tells_every_group(text: str, language: str) -> bool:
    """Whether lower-case `text` speaks of every group of a breakdown: "across all ages"."""
    return _spread(language).search(text) is not None


@lru_cache(maxsize=4096)
def matter_of(answer: str, language: str) -> frozenset[str]:
    """The content words of a lower-case answer that tell what it is about; none in "strongly opposed"."""
    return stems(answer, language) - _sides(language)


@cache
def _sorts(language: str) -> tuple[tuple[str, str], ...]:
    return tuple((start, sort) for sort, found in words(language).answers.items() for start in found)


@lru_cache(maxsize=4096)
def side(answer: str, language: str) -> str:
    """The sort of a lower-case answer that takes a side ("disapprove": ``approval``), by its first such word."""
    found = [(at, sort) for start, sort in _sorts(language) if (at := answer.find(start)) >= 0]
    return min(found)[1] if found else ""


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its ending, cut short, so that forms and derivations of a word mostly share it.

    >>> stem("deported") == stem("deporting") == stem("deportations")
    True
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            break
    return word.rstrip("e")[:_STEM] if len(word) >= _SHORTEST else word
