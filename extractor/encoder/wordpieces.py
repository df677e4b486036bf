"""Text as word pieces with the characters they stand for.

WordPiece (Schuster and Nakajima 2012) with the basic tokenization of BERT (Devlin et al. 2019): lower case, no
accents, every punctuation mark a word of its own, and each word in the longest pieces that the vocabulary has.
"""

import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

#: Words of more characters are one unknown piece.
_LONGEST = 100
#: Texts whose pieces are kept: sentences are read for many figures.
_KEPT = 512
_IDEOGRAPHS = (("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0002fa1f"))


class Piece(NamedTuple):
    """A word piece: its number in the vocabulary, and the first character of its word and the one after it."""

    number: int
    start: int
    end: int


@cache
def vocabulary() -> dict[str, int]:
    """The number of each piece."""
    text = resources.files(__package__).joinpath("weights", "vocabulary.txt").read_text(encoding="utf-8")
    return {piece: number for number, piece in enumerate(text.split("\n"))}


@lru_cache(maxsize=_KEPT)
def pieces(text: str) -> tuple[Piece, ...]:
    """The pieces of `text`, in order."""
    found: list[Piece] = []
    start = -1
    for i, character in enumerate(text):
        sort = _sort(character)
        if sort == "word":
            start = i if start < 0 else start
            continue
        if start >= 0:
            found += _of_word(text, start, i)
            start = -1
        if sort == "mark":
            found += _of_word(text, i, i + 1)
    if start >= 0:
        found += _of_word(text, start, len(text))
    return tuple(found)


def _of_word(text: str, start: int, end: int) -> list[Piece]:
    return [Piece(number, start, end) for number in _numbers(text[start:end])]


@lru_cache(maxsize=16384)
def _numbers(word: str) -> tuple[int, ...]:
    """The longest pieces that make up `word`, from its beginning."""
    known = vocabulary()
    plain = unicodedata.normalize("NFD", word.lower())
    plain = "".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Cc", "Cf"))
    if not plain:
        return ()
    found: list[int] = []
    at = 0
    while at < len(plain):
        opening = "##" if at else ""
        ends = range(len(plain), at, -1) if len(plain) <= _LONGEST else ()
        end = next((end for end in ends if opening + plain[at:end] in known), None)
        if end is None:
            return (known["[UNK]"],)
        found.append(known[opening + plain[at:end]])
        at = end
    return tuple(found)


@cache
def _sort(character: str) -> str:
    """Whether a character is part of a word ("word"), a word of its own ("mark") or between words ("space")."""
    category = unicodedata.category(character)
    if character.isspace() or category == "Zs":
        return "space"
    is_ascii_mark = character.isascii() and character.isprintable() and not character.isalnum()
    return "mark" if is_ascii_mark or category.startswith("P") or _is_ideograph(character) else "word"


def _is_ideograph(character: str) -> bool:
    return any(first <= character <= last for first, last in _IDEOGRAPHS)
