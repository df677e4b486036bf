"""Lists that tell where each answer stands: in the order of its figures, in quotes behind them, in front of brackets.

"Rain and snow came first and second with 14 and 11 percent, respectively" gives each thing the figure of its place.
"""

import re
from functools import cache

from extractor.assembly.persons import persons
from extractor.assembly.stances import stance
from extractor.constructions.chunks import Sequence
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers, Names

#: Figures told in one breath: "14 percent, 11 percent and 9 percent".
_RUN = re.compile(r"[fp](?:[,&]*z?[fp])+")
#: Names told in one breath; an article of its own may stand before each.
_ITEM = r"[.z]?N"
_NAMES = re.compile(rf"{_ITEM}(?:,{_ITEM})*,?&{_ITEM}(?![N.'])")
#: "Some 37 percent said, "Absolutely"", "15 percent – "very bad" or "rather bad"".
_WORDS = r'[^"fp;]+?(?:"&"[^"fp;]+?)?'
_QUOTE_ENDS = r'[,!]*(?:"(?!&")|$)'
_SPOKEN = re.compile(rf'fz?(?:o[z.]?P)?s[,:]?"(?P<r>{_WORDS}){_QUOTE_ENDS}|f-"(?P<r2>{_WORDS}){_QUOTE_ENDS}')
#: "Jane Smith (Harbor Party, HP), with 6 percent": the party of somebody is no answer.
_BRACKETED = re.compile(r"(?P<r>N)\((?:[N.],?){1,3}\),?(?:[aM]|[mb]?[hbt][aM]?)z?f(?!\))")
#: "It counted 62 percent satisfied and 21 percent dissatisfied with her work".
_BOTH = re.compile(r"f(?P<one>\.),?&z?f(?P<other>\.)(?=[MoOFa,!;]|$)")
#: "Chose Putin 50 percent versus 23 percent for Obama".
_VERSUS = re.compile(r"(?P<one>N),?z?f,?[YxT]z?fF(?P<other>N)(?!')")
#: "With four percent (down one point), the Harbor Party would fail to enter parliament".
_OPENED = re.compile(r"[&w,]*[Ma][.z]*f(?:\([^()!;]*\))?,[.]?(?P<r>N)(?:\(N\))?(?=[mbhtlkc])")
#: "And 4 percent for Harbor Party leader Jane Smith": the office is told before the name.
_OFFICE = re.compile(r"f(?:mh?.{0,2})?F(?P<office>[N.o()~&']{1,10})(?P<r>N)(?=[,&;!]|$)")
_SIDES = frozenset(("favor", "oppose"))


def listed(line: Sequence) -> dict[int, tuple[int, int]]:
    """Where the answers stand of figures in such lists, by the position of the figure."""
    found = _in_order(line)
    for told in _SPOKEN.finditer(line.code):
        found[told.start()] = told.span("r") if told["r"] else told.span("r2")
    for told in _BRACKETED.finditer(line.code):
        found[told.end() - 1] = told.span("r")
    for told in _VERSUS.finditer(line.code):
        first, second = (i for i in range(*told.span()) if line.code[i] == "f")
        found[first], found[second] = told.span("one"), told.span("other")
    if (opened := _OPENED.match(line.code)) is not None:
        found[line.code.index("f")] = opened.span("r")
    for told in _OFFICE.finditer(line.code):
        words = line.text(*told.span("office")).lower().split()
        person = persons(line.doc).is_person(line.text(*told.span("r"))) or "o" in told["office"]
        if not _offices().isdisjoint(words) and person and not persons(line.doc).is_body(*line.tokens(*told.span("r"))):
            found[told.start()] = told.span("r")
    for told in _BOTH.finditer(line.code):
        one, other = told.span("one"), told.span("other")
        if {stance(line.text(*one)), stance(line.text(*other))} == _SIDES:
            found[told.start()], found[other[0] - 1] = one, other
    return found


def _in_order(line: Sequence) -> dict[int, tuple[int, int]]:
    """The names that a sentence with "respectively" gives its figures, each list to the run of figures behind it."""
    found: dict[int, tuple[int, int]] = {}
    if _RUN.search(line.code) is None or not _respectively().search(line.text(0, len(line.code))):
        return found
    lists = [(names.start(), names.end(), _items(line.code, names)) for names in _NAMES.finditer(line.code)]
    for run in _RUN.finditer(line.code):
        figures = [i for i in range(*run.span()) if line.code[i] in "fp"]
        fitting = [items for _, end, items in lists if end <= run.start() and len(items) == len(figures)]
        if fitting:
            found.update((i, (k, k + 1)) for i, k in zip(figures, fitting[-1], strict=True))
    return found


def _items(code: str, names: re.Match[str]) -> list[int]:
    return [i for i in range(*names.span()) if code[i] == "N"]


@cache
def _respectively(language: str = "en") -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{'|'.join(load(Answers, language, 'answers').in_order)})\b")


@cache
def _offices(language: str = "en") -> frozenset[str]:
    names = load(Names, language, "names")
    return frozenset((*names.roles, *names.offices, *names.heads))
