"""Relative clauses after a group: which narrow it ("voters who own a home"), which are its answer."""

from collections.abc import Sequence

from extractor.parsing.population_tail_words import TailWords
from extractor.parsing.population_words import Word

_MAX_CLAUSE = 18
#: How many words before a share tell that it was won.
_WON = 3
#: The same where "with" leads to the share: "heads the list of candidates with".
_LED = 8
_AFTER_SHARE = frozenset(("%", "percent", "per", "pc", "pct", "points", "point", "among", "of", "in", "with", "for"))
_SKIPPED = frozenset(("the", "all", "of", "u.s.", "our"))
_UNITS = frozenset(("%", "percent", "per", "cent", "pc", "pct"))
_OWNERS = frozenset(("their", "his", "her", "its", "our"))
QUOTES = frozenset("\"“”‘’'")
MARKS = frozenset('.;:()[]—–?!\n"”“,')


class Clauses:
    """Reads the clause that "who" or "that" opens after a group."""

    def __init__(self, words: Sequence[Word], forms: TailWords) -> None:
        self.words = words
        self.forms = forms

    def narrowing(self, i: int, start: int, *, needed: bool) -> int | None:
        """The end of the clause at word `i` if it belongs to the group that starts at word `start`.

        It does if a further report verb closes it, if the group stands after "among" or is won ("winning 60% of voters
        who ..."), or if the group is none without it (`needed`); else it is the answer.
        """
        end, closed = self.read(i)
        if end <= i + 1:
            return None
        if needed:
            return end
        whole = closed or self.is_after_among(start) or self.is_won(start)
        return end if whole and not self.is_counted(start) else None

    def is_after_among(self, start: int) -> bool:
        """Whether the group stands after "among"."""
        k = start - 1
        while k > 0 and self._lower(k) in ("the", "all"):
            k -= 1
        return self._lower(k) in ("among", "amongst")

    def is_counted(self, start: int) -> bool:
        """Whether a clause after the group is its answer: "the share of P who ...", "the 20% of P who ..."."""
        share = self._share_before(start)
        if share is not None and self._lower(share - 1) in ("the", "of"):
            return not self._is_held(share)
        k = start - 1
        while k > 0 and self._lower(k) in _SKIPPED:
            k -= 1
        return self._lower(k) in self.forms.counted

    def _share_before(self, start: int) -> int | None:
        """The first word of the share in "F of P"."""
        k = start - 1
        while k > 0 and self._lower(k) in _SKIPPED:
            k -= 1
        if self._lower(k + 1) != "of":
            return None
        while k > 0 and self._lower(k) in _UNITS:
            k -= 1
        return k if self._lower(k)[:1].isdigit() else None

    def is_won(self, start: int) -> bool:
        """Whether the group stands in "X is winning F of P who ...", which tells the answer before.

        So it does in "X heads the list with F of P who ..." and "X has the support of F of P who ...".
        """
        share = self._share_before(start)
        if share is None:
            return False
        if self._is_held(share):
            return True
        reach = _LED if self._lower(share - 1) == "with" else _WON
        return any(self._lower(k) in self.forms.winning for k in range(max(0, share - reach), share))

    def _is_held(self, share: int) -> bool:
        """Whether somebody has the support of the share that begins at a word."""
        return self._lower(share - 1) == "of" and self._lower(share - 2) in self.forms.held

    def read(self, i: int) -> tuple[int, bool]:
        """End of the relative clause at word `i`, and whether a further report verb closes it.

        A verb that takes a clause ("who say Smith is honest") keeps the verb of that clause too.  One that tells how
        many they are ("who say so rose to 40%") ends the clause and closes nothing: what it tells is the answer.
        """
        j = i + 1
        first = self._after_adverbs(j)
        verbs = 0
        nested = False
        while j < len(self.words) and j - i < _MAX_CLAUSE:
            word = self.words[j]
            if word.text in QUOTES and j - i < _MAX_CLAUSE - 1 and self._lower(j + 1)[:1].isalpha():
                j += 1
                continue
            if word.text == "," and self._lower(j + 1) in ("or", "and") and self._lower(j + 2) == "that":
                j += 3
                nested = True
                continue
            if word.text[0] in MARKS or word.lower in self.forms.contrasts or self._is_share(j):
                end = j + (word.text in QUOTES)
                return end - (self._lower(end - 1) in ("and", "or")), False
            if word.lower in self.forms.relatives and self._lower(j - 1) in ("or", "and"):
                first, verbs, nested = self._after_adverbs(j + 1), 0, False  # "who like it or who tend to"
                j += 1
                continue
            if self._counts(j):
                return j, True
            if j > first and self._moves(j):
                return j - (self._lower(j - 1) in self.forms.auxiliaries), False
            if word.lower in self.forms.reports and self._is_main_verb(j):
                if verbs and self.words[j - 1].lower not in self.forms.auxiliaries:
                    if not nested or self.words[j - 1].lower in self.forms.reports:
                        return j, True
                    nested = False
                nested = nested or (not verbs and word.lower in self.forms.takers)
                verbs += 1
            elif not verbs and j > first and self._lower(j - 1) not in ("n't", "not"):
                verbs = 1
            j += 1
        return j, False

    def _counts(self, j: int) -> bool:
        """Whether the verb at word `j` tells how many they are; "made up their mind" does not."""
        if self.words[j].lower in self.forms.counting:
            return True
        both = f"{self.words[j].lower} {self._lower(j + 1)}"
        return both in self.forms.counting and self._lower(j + 2) not in _OWNERS

    def _after_adverbs(self, i: int) -> int:
        """The word after the adverbs that open a clause: "who “somewhat | disapprove”"."""
        while self._lower(i) in self.forms.adverbs or self._lower(i).endswith("ly") or self._lower(i) in QUOTES:
            i += 1
        return i

    def _is_share(self, j: int) -> bool:
        return self.words[j].text[0].isdigit() and self._lower(j + 1) in _AFTER_SHARE

    def _moves(self, j: int) -> bool:
        """Whether the verb at word `j` tells how many they are: "those who cycle rose 3 points", "stood at 40%"."""
        if self._lower(j) not in self.forms.moving:
            return False
        k = j + 1
        while self._lower(k) in self.forms.by_how_much or self._lower(k).endswith("ly"):
            k += 1
        return self._lower(k)[:1].isdigit()

    def _is_main_verb(self, j: int) -> bool:
        before = self._lower(j - 1)
        return before not in self.forms.nesting or (before in self.forms.objects and self._is_object(j - 1))

    def _is_object(self, j: int) -> bool:
        """Whether the pronoun at word `j` is what the clause speaks of: "those who approve of it said"."""
        before = self._lower(j - 1)
        return before in self.forms.cases or (before in self.forms.reports and before not in self.forms.takers)

    def _lower(self, i: int) -> str:
        return self.words[i].lower if 0 <= i < len(self.words) else ""
