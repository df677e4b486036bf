"""Runs of modifiers and heads that name a group: "very conservative Republican primary voters"."""

from dataclasses import dataclass

from extractor.parsing.ages import age_at
from extractor.parsing.population_forms import Forms
from extractor.parsing.population_words import Entry, Table, Word, matches_at

#: What makes a noun of an age: "over-65s", "40-somethings".
_AGE_NOUNS = ("s", "somethings")
_HEADS = ("head", "people", "everyone", "collective")
_OLDS = Entry(("olds",), "head", "age", "olds")


@dataclass(slots=True)
class Chain:
    """A run of matching words: how far it goes, and the last word at which it can end as a group."""

    end: int
    head_end: int = 0
    head: Entry | None = None
    narrowed: bool = False
    place_end: int = 0


class Chains:
    """Reads the runs of one text."""

    def __init__(self, words: list[Word], table: Table, forms: Forms) -> None:
        self.words, self.table, self.forms = words, table, forms

    def read(self, i: int) -> Chain | None:
        """The longest run of modifiers and heads from word `i`; None unless it holds a head or is a place."""
        chain = Chain(i)
        j = i
        while j < len(self.words):
            if j > i and self.words[j].text[0] == "\n":
                break
            found = matches_at(self.words, j, self.table)
            if found:
                head = next((e for e in found if e.role in _HEADS), None)
                if chain.head and head is None and not self._leads_to_head(j + len(found[0].words)):
                    break
                if j == i and any(e.role == "place" for e in found):
                    chain.place_end = j + len(found[0].words)
                j += len(found[0].words)
                if head is not None:
                    chain.narrowed = chain.narrowed or chain.head is not None or j - len(found[0].words) > i
                    chain.head, chain.head_end = head, j
                continue
            aged = age_at(self.words, j, bare=False)
            if aged and aged[0] > j:
                j = aged[0]
                last = self.words[j - 1].lower
                if (last.startswith("old") and last != "old") or last in _AGE_NOUNS:
                    chain.head, chain.head_end, chain.narrowed = _OLDS, j, True
                continue
            joined = j + 1 if j > i and self._is_quoted_head(j) else self._joint(j, chain, i)
            if joined is None:
                break
            j = joined
        return chain if chain.head or chain.place_end else None

    def _leads_to_head(self, j: int) -> bool:
        """Whether a head follows within the next modifiers ("Republican | primary voters")."""
        for _ in range(3):
            if j >= len(self.words):
                return False
            found = matches_at(self.words, j, self.table)
            if not found:
                return False
            if any(e.role in _HEADS for e in found):
                return True
            j += len(found[0].words)
        return False

    def _is_quoted_head(self, j: int) -> bool:
        """Whether a quotation mark opens at a head: "Ohio “evangelicals”"."""
        quoted = self.words[j].text in '"“‘' and j + 1 < len(self.words)
        return quoted and any(e.role in _HEADS for e in matches_at(self.words, j + 1, self.table))

    def _joint(self, j: int, chain: Chain, i: int) -> int | None:
        """The word after a joint inside a chain ("black and Hispanic voters", "very conservative Republicans")."""
        if j == i or chain.head is not None:
            return None
        word = self.words[j].lower
        if word in ("and", "or", "/", "&", "presidential") or word in self.forms.adverbs:
            return j + 1 if j + 1 < len(self.words) and self._leads_to_head(j + 1) else None
        return None
