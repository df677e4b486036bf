"""Groups that "those" points to by a phrase without a verb: "of those on part time", "among those against the dam"."""

from collections.abc import Sequence

from extractor.parsing.population_clauses import MARKS
from extractor.parsing.population_tail_words import TailWords
from extractor.parsing.population_words import Word

#: Before "those" where a group is told of, and words before them.
_GOVERNORS = frozenset(("of", "among", "amongst", "than", "with", "from", "by", "for"))
_LONGEST = 10
#: What somebody is in, after a word that tells its kind: "those in part-time work".
_CALLINGS = frozenset(("work", "time", "jobs", "employment", "education", "housing", "accommodation", "care", "health"))
#: Before a noun that is spelt like a verb ("the plan"), and words that stand for something told before.
_BEFORE_NOUN = frozenset(("to", "a", "an", "the", "their", "his", "her", "this", "that", "any", "no"))
_POINTERS = frozenset(("it", "them", "him", "her", "us", "one", "any", "some"))


def pointed(words: Sequence[Word], i: int, forms: TailWords) -> int | None:
    """The end of the phrase at word `i`, right behind "those", that says who they are; None if there is none."""
    if i < 2 or i >= len(words) or words[i - 2].lower not in _GOVERNORS or not _opens(words, i, forms):
        return None
    end = i + 1
    while end < len(words) and end - i < _LONGEST:
        word = words[end]
        verb = word.lower in forms.reports and words[end - 1].lower not in _BEFORE_NOUN
        if word.text[0] in MARKS or verb or word.lower in forms.contrasts or word.text[0].isdigit():
            break
        end += 1
    end -= words[end - 1].lower == "and"
    told = end > i + 1 and words[end - 1].lower not in _POINTERS
    return end if told else None


def _opens(words: Sequence[Word], i: int, forms: TailWords) -> bool:
    word, after = words[i].lower, words[i + 1].text if i + 1 < len(words) else "."
    if word in forms.pointing:
        place = (
            word in ("on", "at", "near") and after == "the" and i + 2 < len(words) and words[i + 2].text[0].isupper()
        )
        return not place
    behind = words[i + 2].lower if i + 2 < len(words) else ""
    return word == "in" and (after.lower() in forms.favor or (after.islower() and behind in _CALLINGS))
