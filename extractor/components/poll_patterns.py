"""The compiled patterns and word sets of poll mentions, from ``polls.toml``."""

import re
from functools import cache

from extractor.lexicons.phrasebook import phrasebook
from extractor.lexicons.screens import Screen

#: How far behind its noun (characters) the name of a pollster is sought.
NOUN_REACH = 150
#: A headline: at least so many longer words, and at least this share of them capitalised.
HEADLINE_WORDS, HEADLINE_SHARE = 7, 0.75
_LONG_WORD = re.compile(r"[A-Za-z]{4,}")
#: Roles in which a name is said to have asked, in the order in which they are sought; each has a cue and a pattern.
_ROLES = {
    "conducting": "conducting",
    "carrying": "conducting",
    "together": "conducting",
    "releasing": "releasing",
    "owning": "owning",
    "of_members": "owning",
    "asking": "asking",
    "asked_by": "asking",
    "firm": "asking",
    "institute": "asking",
    "finding": "finding",
    "scholars_at": "studying",
    "scholars_of": "studying",
    "saying": "saying",
    "body_of": "body",
    "told_by": "body",
}


class Patterns:
    """Built once per language."""

    def __init__(self, language: str) -> None:
        book = phrasebook(language, "polls")
        self.book = book
        self.title_words = book.group("title_words")
        self.modifiers = book.group("modifiers")
        self.openers = book.group("openers")
        self.not_names = book.group("not_names", "openers")
        self.connectors = book.group("connectors")
        self.dotted = book.group("dotted")
        self.describing = book.words("describing")
        self.study_nouns = book.group("study_nouns")
        self.near = book.group("near")
        self.owners = book.group("owners")
        self.subject_links = book.group("subject_links")
        kinds = ("definite", "fresh", "other", "earlier", "newest")
        self.determiners = {kind: book.group(kind) for kind in kinds}
        self.leading = book.group("definite", "fresh")
        self.articles = frozenset(word.capitalize() for word in book.words("article", "fresh", "near"))
        self.adjectives = book.group("modifiers", "newest", "earlier", "other")
        self.phrase_openers = self.adjectives | book.group("definite", "fresh")
        self.calendar = frozenset(word.lower() for word in book.words("months", "weekdays", "seasons"))
        self.parts = book.group("vague_times")
        self.agents = tuple((role, book.screen(f"{name}_cue"), book.pattern(name)) for name, role in _ROLES.items())
        self.agent_cue = Screen(re.compile("|".join(f"(?:{cue.pattern.pattern})" for _, cue, _ in self.agents)))

    def __getitem__(self, name: str) -> re.Pattern[str]:
        """The pattern `name` of the phrasebook."""
        return self.book.pattern(name)

    def is_title_case(self, text: str) -> bool:
        """Whether most words begin with a capital, as in headlines, where capitals tell nothing."""
        found = _LONG_WORD.findall(text)
        return len(found) >= HEADLINE_WORDS and sum(word[0].isupper() for word in found) > HEADLINE_SHARE * len(found)

    def of_organisation(self, text: str, noun: re.Match[str]) -> bool:
        """Whether the noun is a word of an organisation's name: "Pew Research Center", "CNN Polling Center"."""
        return noun.group(0)[0].isupper() and self["organisation_next"].match(text, noun.end()) is not None


@cache
def patterns(language: str) -> Patterns:
    """The patterns of one language."""
    return Patterns(language)
