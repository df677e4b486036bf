"""The tokenizer: spaCy's own, with the splits that numbers in news text need.

Each number becomes its own token, so that figures are token spans: ``48-44``, ``49/47``, ``(45–40)``, ``37percent``,
``9-point``, and sentences that were glued together (``right.Thirty-eight``).
"""

import re

from spacy.language import Language
from spacy.util import compile_infix_regex

_INFIXES = (
    r"(?<=percent)-to-(?=\d)",
    r"\((?=[-+−–]?\d)",
    r"(?<=\d)[\-–—−/+:](?=[\d+\-])",
    r"(?<=\d)[\-–—](?=[a-zA-Z])",
    r"(?<=\d)/(?=\w)",
    r"(?<=\d)(?=(?:percent|per|pct|points?|pts?)\b)",
    r"(?<=[a-z])[.](?=[A-Z\d])",
    r"(?<=\d)%",
    r"(?<=%)[-–—/](?=\d)",
    r"(?<=percent)-(?=\d)",
    r"(?<=[\w)])[—–](?=[\w(])",
)
#: Emoticons that are numbers in brackets: ``(-8``, ``8)``.
_FACE = re.compile(r"[(]?-?[08][-_.]?[)0oOD(]?")
_NUMBER_WORDS = r"(?<=[a-z])-(?=(?:percent|point|points|percentage|in|out|of)\b)"


def adapt(nlp: Language) -> None:
    """Add the number splits to the tokenizer of `nlp`; the text and its offsets stay as they are."""
    infixes = (*_INFIXES, _NUMBER_WORDS, *(nlp.Defaults.infixes or ()))
    rules = nlp.tokenizer.rules or {}  # type: ignore[union-attr]
    nlp.tokenizer.rules = {text: pieces for text, pieces in rules.items() if not _FACE.fullmatch(text)}  # type: ignore[union-attr]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
