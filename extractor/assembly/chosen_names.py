"""An answer that only chooses somebody is that person's name: "would vote for Smith in November" answers "Smith"."""

import re
from functools import cache

from extractor.assembly.persons import persons
from extractor.constructions.chunks import Sequence
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Cues, Names
from extractor.parsing.inflection import inflect

#: Verbs that pick a person and vote for nobody.
_NO_VOTES = frozenset(("blame", "want"))
#: After the name, what tells the race again: "in the race", "if the vote were held today", "over Jones", "for mayor".
_TAIL = re.compile(
    r"(?:\s(?:in|if|for|over|against|to|than|on|as|this|next)\b(?!\s(?:its|his|her|their|trade|immigration)\b).*)?",
    re.IGNORECASE,
)


def chosen(line: Sequence, place: tuple[int, int] | None, label: str) -> str:
    """The person whom the answer `label` at chunks `place` chooses, else the empty string."""
    verb = _choice().match(label)
    if verb is None or place is None:
        return ""
    known = persons(line.doc)
    for i in range(*place):
        if line.code[i] == "N":
            text = line.text(i, i + 1)
            at = label.find(text, verb.end())
            if at < 0 or not known.is_person(text) or not _describes(label[verb.end() : at]):
                return ""
            return (known.name_of(*line.tokens(i, i + 1)) or text) if _TAIL.fullmatch(label[at + len(text) :]) else ""
    return ""


def _describes(words: str) -> bool:
    """Whether `words` before a name only say who the person is: "the Republican challenger and Ohio mayor"."""
    return all(word[0].isupper() or word.lower().strip(".,") in _descriptors() for word in words.split())


@cache
def _descriptors(language: str = "en") -> frozenset[str]:
    names = load(Names, language, "names")
    return frozenset(("and", *names.roles, *names.titles, *names.adjectives, *names.idle, *names.members, *names.links))


@cache
def choosing(language: str = "en") -> frozenset[str]:
    """The forms of the verbs by which a person is chosen: "backed", "prefers"."""
    names, cues = load(Names, language, "names"), load(Cues, language, "cues")
    return frozenset(form for verb in names.choices if verb not in _NO_VOTES for form in inflect(verb, cues.irregular))


@cache
def _choice(language: str = "en") -> re.Pattern[str]:
    cues = load(Cues, language, "cues")
    votes = "|".join(sorted(inflect("vote", cues.irregular)))
    plans = r"(?:(?:would|will|plan(?:ned)? to|intend(?:ed)? to|were|are|likely to|say they|they)\s)*"
    return re.compile(rf"{plans}(?:{'|'.join(sorted(choosing(language)))}|(?:{votes})\sfor)\s", re.IGNORECASE)
