"""Sums of money that narrow a group: "that make less than $30,000 a year", "incomes of £20,000 or more"."""

from collections.abc import Sequence

from extractor.parsing.population_tail_words import TailWords
from extractor.parsing.population_words import Word

_LONGEST = 12
_CURRENCIES = frozenset(("$", "£", "€", "¥", "₹", "rs"))
_DANGLING = frozenset(("and", "or", "to", "of", "a"))


class Incomes:
    """Reads what a group earns."""

    def __init__(self, words: Sequence[Word], forms: TailWords) -> None:
        self.words = words
        self.forms = forms

    def earning(self, i: int) -> int | None:
        """The end of "that make less than $30,000 a year" at word `i`."""
        told = self._lower(i) in ("that", "who") and self._lower(i + 1) in self.forms.earning
        return self.amount(i + 2) if told else None

    def amount(self, i: int) -> int | None:
        """The end of a sum of money at word `i`: "of $30,000 or more a year", "between £20,000 and £30,000"."""
        end, money = i, 0
        while end < i + _LONGEST and (self._lower(end) in self.forms.amounts or self._is_number(end)):
            if self._is_number(end) and self._lower(end - 1) in _CURRENCIES:
                money = end + 1
            elif self._is_number(end):
                break
            end += 1
        while end > money and self._lower(end - 1) in _DANGLING | _CURRENCIES:
            end -= 1
        return end if money else None

    def _is_number(self, i: int) -> bool:
        return self._lower(i)[:1].isdigit()

    def _lower(self, i: int) -> str:
        return self.words[i].lower if 0 <= i < len(self.words) else ""
