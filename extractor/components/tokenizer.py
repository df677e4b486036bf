"""The tokenizer: spaCy's own, with the splits that numbers in news text need.

Each number becomes its own token, so that figures are token spans: ``48-44``, ``49/47``, ``(45–40)``, ``37percent``,
``9-point``, and sentences that were glued together (``right.Thirty-eight``).
"""

import re
from collections.abc import Callable

from spacy.attrs import IS_ALPHA, IS_DIGIT, IS_PUNCT, IS_QUOTE, IS_SPACE, LOWER
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex
from spacy.vocab import Vocab

from extractor.components.doc_text import remember

_INFIXES = (
    r"(?<=percent)-to-(?=\d)",
    r"\((?=[-+−–]?\d)",
    r"(?<=\d)[\-–—−/+:](?=[\d+\-])",
    r"(?<=\d)[\-–—](?=[a-zA-Z])",
    r"(?<=\d)/(?=\w)",
    r"(?<=[a-z])/(?=\d)",
    r"(?<=\d)(?=(?:percent|per|pct|points?|pts?)\b)",
    r"(?<=[a-z])[.](?=[A-Z\d])",
    r"(?<=\d)%",
    r"(?<=%)[-–—/](?=\d)",
    r"(?<=percent)[-/](?=\d)",
    r"(?<=[\w%)])//+(?=\w)",
    r"(?<=[\w)])[—–](?=[\w(])",
)
#: Before a number: ``+/-3.5``.
_PREFIXES = (r"\+/[-–−](?=\.?\d)",)
#: Emoticons that are numbers in brackets: ``(-8``, ``8)``.
_FACE = re.compile(r"[(]?-?[08][-_.]?[)0oOD(]?")
_NUMBER_WORDS = r"(?<=[a-z])-(?=(?:percent|point|points|percentage|in|out|of)\b)"


#: Attributes of words that the components read; spaCy works out twenty for every new word.
_READ = (IS_ALPHA, IS_DIGIT, IS_PUNCT, IS_QUOTE, IS_SPACE, LOWER)
#: Stretches between white space whose splits are remembered; some tens of megabytes at most.
_REMEMBERED = 100_000
#: A word and the space behind it, or other white space, which is a token of its own.
_STRETCH = re.compile(r"(\S+)( ?)|(\s+)")
_RUN_OF_SPACES = re.compile(r"\s ")


def _spaced(parts: int) -> list[bool]:
    """Whether a space follows each part of a stretch with a space behind it."""
    return [*[False] * (parts - 1), True]


_SPACED = tuple(map(_spaced, range(8)))


def adapt(nlp: Language) -> None:
    """Add the number splits to the tokenizer of `nlp`, and have it remember words; the text and its offsets stay."""
    infixes = (*_INFIXES, _NUMBER_WORDS, *(nlp.Defaults.infixes or ()))
    rules = nlp.tokenizer.rules or {}  # type: ignore[union-attr]
    nlp.tokenizer.rules = {text: pieces for text, pieces in rules.items() if not _FACE.fullmatch(text)}  # type: ignore[union-attr]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
    prefixes = (*_PREFIXES, *(nlp.Defaults.prefixes or ()))
    nlp.tokenizer.prefix_search = compile_prefix_regex(prefixes).search  # type: ignore[union-attr]
    getters = nlp.vocab.lex_attr_getters  # type: ignore[attr-defined]
    for attribute in set(getters).difference(_READ):
        del getters[attribute]
    nlp.tokenizer = RememberingTokenizer(nlp.vocab, nlp.tokenizer, frozenset(rules))


class RememberingTokenizer:
    """Splits as `split` does, but asks it once for each stretch between white space.

    spaCy's tokenizer remembers as well, but nothing that follows the first exception ("don't") in a document.
    """

    def __init__(self, vocab: Vocab, split: Callable[[str], Doc], exceptions: frozenset[str]) -> None:
        self._vocab = vocab
        self._split = split
        self._exceptions = exceptions
        self._known: dict[str, tuple[str, ...]] = {}

    def __call__(self, text: str) -> Doc:
        """The tokens of `text`, whose columns (`doc_text.words_of`) are known with them."""
        words: list[str] = []
        spaces: list[bool] = []
        if not text or text[0] == " " or text[-1] == " " or _RUN_OF_SPACES.search(text):
            self._add(text, words, spaces)
        else:
            known = self._known
            for stretch in text.split(" "):
                parts = known.get(stretch)
                if parts is not None:
                    words += parts
                    spaces += _SPACED[len(parts)] if len(parts) < len(_SPACED) else _spaced(len(parts))
                else:
                    self._add(stretch, words, spaces)
                    spaces[-1] = True
            spaces[-1] = False
        doc = Doc(self._vocab, words=words, spaces=spaces)
        remember(doc, text, words, spaces)
        return doc

    def _add(self, text: str, words: list[str], spaces: list[bool]) -> None:
        """Add the tokens of `text`, with any white space, to `words`, and whether a space follows each to `spaces`."""
        for word, space, white in _STRETCH.findall(text):
            stretch = word or white
            parts = self._known.get(stretch) or self._parts(stretch)
            words += parts
            spaces += [False] * len(parts)
            if space:
                spaces[-1] = True

    def _parts(self, stretch: str) -> tuple[str, ...]:
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        ruled = stretch in self._exceptions or stretch[:-1] in self._exceptions
        parts = () if ruled else _plain_parts(stretch)
        parts = self._known[stretch] = parts or tuple(token.text for token in self._split(stretch))
        return parts


def _plain_parts(stretch: str) -> tuple[str, ...]:
    """A word without any mark, or with a comma or full stop behind it: what needs no rules; else nothing."""
    if not stretch.isascii():
        return ()
    if stretch.isalpha():
        return (stretch,)
    word, mark = stretch[:-1], stretch[-1]
    if len(word) < 3 or not word.isalpha():
        return ()
    # "U." and the like keep their stop.
    return (word, mark) if mark == "," or (mark == "." and word.islower()) else ()
