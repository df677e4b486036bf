"""Numbers as they are printed: digits, number words, fractions and ratios, to values.

Fractions and ratios are read as percentages to one decimal, as survey reports print them: ``two-thirds`` is 66.7,
``seven in ten`` is 70.
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from extractor.lexicons import loader
from extractor.lexicons.schemas.figures import NumberWords

_MINUS_SIGNS = "-−–"
_MAX_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Number:
    """A value with its sign, and how many decimal places were printed."""

    value: float
    decimals: int


class NumberReader:
    """Reads the numbers of one language; patterns are fragments for larger regular expressions (no groups)."""

    def __init__(self, words: NumberWords) -> None:
        self._words = words
        self._values = {**words.cardinals, **words.tens, **words.hundreds}

    @cached_property
    def word_pattern(self) -> str:
        """Matches the number words from zero to a hundred: ``forty-two``, ``forty two``, ``a hundred``."""
        tens = "|".join(self._words.tens)
        units = "|".join(word for word, value in self._words.cardinals.items() if 0 < value < 10)
        single = "|".join(sorted(self._words.cardinals, key=len, reverse=True))
        hundreds = "|".join(self._words.hundreds)
        leads = "|".join((*self._words.articles, *(w for w, v in self._words.cardinals.items() if v == 1)))
        return rf"(?:(?:{leads})[ -](?:{hundreds})|(?:{tens})(?:[ -](?:{units})\b)?|{single})"

    @cached_property
    def digit_pattern(self) -> str:
        """Matches up to three digits with decimals, unsigned: ``7``, ``42.5``, ``.5``."""
        mark = re.escape(self._words.decimal_mark)
        return rf"(?:\d{{1,3}}(?:{mark}\d{{1,2}})?|{mark}\d{{1,2}})"

    @cached_property
    def spoken_pattern(self) -> str:
        """Matches a decimal number as it is spoken: ``sixty-one-point-six``, ``76 point 6``."""
        digit = rf"(?:\d|{'|'.join(word for word, value in self._words.cardinals.items() if value < 10)})"
        return rf"(?:\d{{1,3}}|{self.word_pattern})[ -]{self._words.spoken_mark}[ -]{digit}(?:[ -]?{digit})?"

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of parts: ``half``, ``third``, ``quarter``."""
        return tuple(self._words.denominators)

    @cached_property
    def denominator_pattern(self) -> str:
        """Matches the denominators in singular and plural, without ``half``: ``third``, ``quarters``."""
        names = [name for name, value in self._words.denominators.items() if value > 2]
        return rf"(?:{'|'.join(names)})s?"

    @cached_property
    def half_pattern(self) -> str:
        """Matches the word for one part of two."""
        return rf"(?:{'|'.join(n for n, value in self._words.denominators.items() if value == 2)})"

    def number(self, text: str) -> Number | None:
        """The number that `text` is, or None: ``Forty-two`` is 42, ``-12.1`` is -12.1 with one decimal place.

        A leading plus or minus sign counts, in signs or words (``minus 3``); thousands marks are allowed.
        """
        sign, body = self._sign(text.strip().lower())
        mark, group = self._words.decimal_mark, self._words.group_mark
        plain = body.replace(group, "")
        if re.fullmatch(rf"\d*(?:{re.escape(mark)}\d+)?", plain) and 0 < len(plain) <= _MAX_DIGITS:
            whole, _, places = plain.partition(mark)
            return Number(sign * float(f"{whole or '0'}.{places or '0'}"), len(places))
        value = self._cardinal(body)
        if value is None:
            return self._spoken(sign, body)
        return Number(float(sign * value), 0)

    def _spoken(self, sign: int, body: str) -> Number | None:
        """A decimal number whose mark is a word: "sixty-one-point-six"."""
        whole, mark, places = re.sub(r"[\s-]+", " ", body).partition(f" {self._words.spoken_mark} ")
        above = self._cardinal(whole) if not _is_digits(whole) else int(whole)
        digits = [int(word) if _is_digits(word) else self._words.cardinals.get(word, 10) for word in places.split()]
        if not mark or above is None or not digits or max(digits) > 9:
            return None
        return Number(sign * float(f"{above}.{''.join(map(str, digits))}"), len(digits))

    def fraction(self, text: str) -> float | None:
        """The percentage that a fraction in words stands for, or None: ``a third`` is 33.3, ``half`` is 50."""
        parts = [part for part in re.split(r"[\s-]+", text.strip().lower()) if part]
        if not parts or len(parts) > 3:
            return None
        name = parts[-1]
        below = self._words.denominators.get(name) or self._words.denominators.get(name.removesuffix("s"))
        if below is None:
            return None
        above = 1 if len(parts) == 1 or parts[0] in self._words.articles else self._cardinal(parts[0])
        return None if above is None or above >= below else self.ratio(above, below)

    @staticmethod
    def ratio(above: float, below: float) -> float:
        """`above` of `below` as a percentage to one decimal."""
        return round(100 * above / below, 1)

    def _sign(self, body: str) -> tuple[int, str]:
        if body[:1] in ("+", *_MINUS_SIGNS):
            return (1 if body[0] == "+" else -1), body[1:].lstrip()
        for word in self._words.minus:
            if body.startswith((f"{word} ", f"{word}-")):
                return -1, body.removeprefix(word).lstrip(" -")
        return 1, body

    def _cardinal(self, body: str) -> int | None:
        parts = re.split(r"[\s-]+", body)
        if len(parts) == 2:
            first, second = parts
            if second in self._words.hundreds and (first in self._words.articles or self._values.get(first) == 1):
                return self._words.hundreds[second]
            if first in self._words.tens and 0 < self._words.cardinals.get(second, 0) < 10:
                return self._words.tens[first] + self._words.cardinals[second]
            return None
        return self._values.get(body)


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


@cache
def reader(language: str = "en") -> NumberReader:
    """The number reader of a language (ISO 639-1)."""
    return NumberReader(loader.load(NumberWords, language, "numbers"))
