"""Groups at the start of a sentence: what narrows the noun of a lexicon there, and people that no lexicon lists.

"Housing association tenants were against", "Among second-generation immigrants": words before the noun, up to where the
sentence or "among" opens, belong to the group.  "Glaziers and stonemasons were keener" names people by their endings.
"""

from collections.abc import Sequence
from functools import cache

from extractor.parsing.person_nouns import is_person, person_endings
from extractor.parsing.population_forms import forms_of
from extractor.parsing.population_unlisted import name_end, no_places
from extractor.parsing.population_words import Table, Word, matches_at, population_words

_MARKS = frozenset(".!?;:\n")
_GOVERNORS = frozenset(("among", "amongst"))
#: How many words may stand between the opening and the noun.
_NARROWING = 3
_PARTS = frozenset(("of", "among", "amongst", "for", "with"))
_LEVELS = frozenset(("share", "figure", "number", "proportion", "percentage"))


def narrowed_from(words: Sequence[Word], i: int, end: int, table: Table, language: str = "en") -> int:
    """The word at which a group starts whose nouns stand from word `i` to `end`, if unknown words open the sentence.

    Else it is `i`.  A group that opens a sentence has to act in it: "Rivera woos nurses" tells of nurses.
    """
    start = i
    while start > 0 and i - start < _NARROWING and _narrows(words, start - 1, table, language):
        start -= 1
    if start == i or not _opens(words, start):
        return i
    acts = end < len(words) and words[end].lower in forms_of(language).reports
    return start if acts or words[start - 1].lower in _GOVERNORS else i


def subjects(words: Sequence[Word], table: Table, language: str = "en") -> dict[int, int]:
    """Unlisted people whose noun opens a sentence and acts in it: first word and the word behind the last."""
    found: dict[int, int] = {}
    for i, word in enumerate(words):
        if word.lower in _GOVERNORS:
            found |= _named_part(words, i + 1, table)
        if not word.text[0].isupper() or not _opens(words, i):
            continue
        if word.lower in _PARTS:
            found |= _part(words, i + 1, table, language)
            continue
        end = _subject_end(words, i, table, language)
        item = end and end + 1 < len(words) and words[end].text == ":" and words[end + 1].text[0].isdigit()
        if end and (item or _acts(words, end, language)):
            found[i] = end
    return found


def _acts(words: Sequence[Word], end: int, language: str) -> bool:
    """Whether a verb follows a noun that ends before word `end`, past an aside such as ", unsurprisingly,"."""
    aside = end + 2 < len(words) and words[end].text == "," and words[end + 1].lower.endswith("ly")
    verb = words[end + 3 if aside and words[end + 2].text == "," else end].lower if end + 3 < len(words) else ""
    sure = person_endings(language).fullmatch(words[end - 1].lower) is not None
    return verb in forms_of(language).reports and (sure or verb not in _said(language))


def _part(words: Sequence[Word], i: int, table: Table, language: str) -> dict[int, int]:
    """The people of "Of the 120 stallholders interviewed, ...", first word and end."""
    while i < len(words) and (words[i].lower in ("the", "all", "those") or words[i].text[0].isdigit()):
        i += 1
    for j in range(i, min(i + _NARROWING, len(words) - 1)):
        if words[j].lower in _announcers(language):
            return {}
        if is_person(words[j].lower, language) and not matches_at(words, j, table):
            about = j + 2 < len(words) and words[j + 2].lower == "about"
            asked = words[j + 1].lower in population_words(language).everyone.asked and not about
            share = words[j + 1].lower == "the" and j + 2 < len(words) and words[j + 2].lower in _LEVELS
            return {i: j + 1} if asked or share or words[j + 1].text == "," else {}
        if not words[j].text.islower() or not _narrows(words, j, table, language):
            break
    return {}


def _subject_end(words: Sequence[Word], i: int, table: Table, language: str) -> int:
    """The word behind a noun of people, or two of them with "and"; 0 if there is none."""
    for j in range(i, min(i + _NARROWING, len(words) - 1)):
        if not words[j].text.isalpha() or not (j == i or words[j].text.islower()):
            return 0
        if is_person(words[j].lower, language) and words[j].lower not in _announcers(language):
            if j == i and _is_name(words, i):
                return 0
            return _second_end(words, j + 1, language)
        if not _narrows(words, j, table, language):
            return 0
    return 0


def _is_name(words: Sequence[Word], i: int) -> bool:
    """Whether a capitalised word stands also inside a sentence of the text: a surname."""
    text = words[i].text
    return any(word.text == text and j and not _opens(words, j) for j, word in enumerate(words))


def _named_part(words: Sequence[Word], i: int, table: Table) -> dict[int, int]:
    """The people of "among Hausa, 39 percent", first word and end: a name that no lexicon lists."""
    name = name_end(words, i)
    if name == i or name + 1 >= len(words):
        return {}
    told = words[name].text in (",", "(") and words[name + 1].text[0].isdigit()
    known = any(word.lower in table or word.lower in no_places() for word in words[i:name])
    return {i: name} if told and not known else {}


def _second_end(words: Sequence[Word], end: int, language: str) -> int:
    joined = end + 1 < len(words) and words[end].lower == "and" and is_person(words[end + 1].lower, language)
    return end + 2 if joined else end


def _narrows(words: Sequence[Word], i: int, table: Table, language: str) -> bool:
    """Whether a word before a noun can narrow it: none of the small words, no verb, no adverb, no other group."""
    forms, word = forms_of(language), words[i]
    lower = word.lower
    small = lower in forms.common or lower in forms.reports or lower in _openings(language) or lower.endswith("ly")
    plain = word.text.isalpha() and (word.text.islower() or word.text.istitle())
    tied = word.glued or (i + 1 < len(words) and words[i + 1].glued)
    if lower.endswith("ed") and not tied:
        return False  # a verb, more often than not
    return plain and not small and not matches_at(words, i, table)


def _opens(words: Sequence[Word], i: int) -> bool:
    """Whether a sentence starts at word `i`, or "among" stands before it."""
    if i == 0:
        return True
    before = words[i - 1]
    return before.text[0] in _MARKS or before.lower in _GOVERNORS


@cache
def _openings(language: str) -> frozenset[str]:
    return frozenset(population_words(language).clauses.openings)


@cache
def _announcers(language: str) -> frozenset[str]:
    return frozenset(population_words(language).clauses.announcers)


@cache
def _said(language: str) -> frozenset[str]:
    """Verbs by which a report is told: "Organisers said", "Reporters found"."""
    return frozenset(("said", "say", "says", "found", "find", "asked", "told", "report", "reported", "saw", "see"))
