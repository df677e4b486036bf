"""Groups that only their place tells: those that go on a list of groups with shares, and classes named by letters."""

import re
from collections.abc import Sequence

from extractor.parsing.population_words import Word, population_words

#: Between two groups of a list, each with its share in brackets.
_NEXT = re.compile(r"\s*\(\s*\d[^()\n]{0,20}\),?\s+(?:and\s+)?(?:the\s+)?(?=[A-Za-z])")
#: A group of unknown words: at most three, the last a plural, right before its share.
_GROUP = re.compile(r"(?:[A-Za-z][\w’-]*\s){0,2}[A-Za-z][\w’-]*[a-z]s(?=\s*\(\s*\d)")
#: Before the first group of a list: the answer that is told of each.
_GOVERNED = re.compile(r"\b(?:among|from|with|of|by|for|in)\s+(?:the\s+)?$", re.IGNORECASE)
_BEFORE = 24
#: "Class D", "classes ABC", "class C2".
_LETTERS = re.compile(r"[A-F]{1,4}[12]?$")
_CLASSES = frozenset(("class", "classes"))


def listed_groups(
    text: str, groups: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The ranges of groups that go on a list that one of `groups` opens: "among anglers (52%), rowers (48%)".

    No range overlaps one that is `taken`.
    """
    found: list[tuple[int, int]] = []
    no_people = population_words().clauses.no_people
    for start, first_end in groups:
        if not _GOVERNED.search(text, max(0, start - _BEFORE), start):
            continue
        end = first_end
        while following := _NEXT.match(text, end):
            begin = following.end()
            known = next(((a, b) for a, b in taken if a == begin), None)
            group = None if known else _GROUP.match(text, begin)
            if known is not None:
                end = known[1]
            elif group and group.group().rsplit(maxsplit=1)[-1].lower() not in no_people:
                end = group.end()
                if not any(a < end and begin < b for a, b in (*taken, *found)):
                    found.append((begin, end))
            else:
                break
    return found


def lettered_classes(words: Sequence[Word]) -> dict[int, int]:
    """Social classes named by letters: first word and the word behind the last."""
    return {
        i: i + 2 for i, word in enumerate(words[:-1]) if word.lower in _CLASSES and _LETTERS.match(words[i + 1].text)
    }
