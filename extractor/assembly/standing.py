"""Where the answers of figures are known to stand: behind a list of groups, behind a word of likelihood.

Some clauses leave no choice.  "Some women (52 percent) and few men (9 percent) walk to work" tells one answer, behind
both groups; "women are likelier than men to walk (52 percent vs. 9 percent)" tells it between "to" and the figures.
"""

import re
from functools import cache

from extractor.assembly.compositions import made_up
from extractor.assembly.contrasts import of_contrast
from extractor.assembly.labels import only_compares
from extractor.assembly.options import Option, worded
from extractor.assembly.pointing import points_back
from extractor.assembly.standing_clauses import certain
from extractor.assembly.standing_lists import listed
from extractor.assembly.standing_names import named
from extractor.assembly.standing_wholes import wholes
from extractor.components.doc_text import words_of
from extractor.constructions.chunks import Sequence
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers

#: Chunk range (half-open) in which an answer stands.
Place = tuple[int, int]

_STARTS = re.compile(r"^|(?<=[;:!])")
#: "In the poll", "the survey found that", "in Ohio,": an introduction.
_INTRODUCTION = re.compile(r'[^fp;:!]*S[^fp;:!]{0,4}H|[.iE]*S,?|[wB&F,.z"dOE]*[MiaA][^,;f]*,')
#: An introduction that none closes has no subject before the figure: "among women (52 percent), support is …".
_OPENERS = re.compile(r'[wB&F,.z"dOE]*[MiaA]')
_HEAD = re.compile(r"(?:[wB&F,.zaOoPr'iLdM(\-\"E]|N')*")
#: Groups and asides: what may stand between a figure and the predicate of its clause.
_GROUPS = re.compile(
    r"f(?:R[^fp;:!,(]*(?=\()|~[vVgct]|N'|[.zoOPriL'&w,()\-\"fEdyM])*?(?=[.zB]?[mnh]{0,2}s|[.z]?n?[vVbhmt])"
)
_SEVERAL = re.compile(r"f.*f|\)|[,-].*[,-]$")
#: Words that nothing marks behind a figure or its group may be a predicate; a single one is an adverb or noun.
_LOOSE = re.compile(r"[fPL]\.(?![PoR])")
_SAID = re.compile(r"[.zB]?[mnh]{0,2}s(?:i?d)?(?P<r>[^fp;:()!,ESw-]+)")
_DID = re.compile(r"(?P<r>[.z]?n?[vVbhmt][^fp;:()!,ESw-]+)")
#: "Farmers rose from 3 to 5 percent, and bakers from 4 to 6": the second has lost its verb.
_ELIDED = re.compile(r"c[^;:!]*?[fp][^;:!]{0,9}?[,&w]+(?P<r>[PNL.]+)yz?[fp][^;:!fp]{0,3}Tz?[fp]")
#: "Rate schools (60 percent) and roads (50 percent) as safe": one answer about several things.
_RATED = re.compile(r"(?:fz?(?:o?P)?)?v[^fp;!]*\(z?f\)(?:[^fp;!svm]*\(z?f\))*(?P<r>\.[^fp;:()!,ESws-]*)")
_AS = re.compile(r"(?i)as (?!the\b|their\b|his\b|her\b|its\b|our\b|my\b)")
#: Words of leading and of a tie: the groups themselves are the answers.
_RACE = re.compile(r"[^vVs]{0,2}[lDkqe]")
#: "Soup (50 percent) and cake (40 percent) are the most popular dishes": what is counted stands before.
_MOST = re.compile(
    r"(?i)(?:are|were|remain|rank as|came out as) (?:(?:by far|among|seen as|considered) )*"
    r"the (?:\w+ )?(?:most|least|top|main|biggest|leading|\w+est)\b"
)
#: Behind "likely": "than men", "as men", and the "to" that opens the answer.
_TO = re.compile(r"[^fp;:()!,sv-]{0,6}?T(?:s(?:i?d)?)?(?P<r>[^fp;:()!,ESw-]+)(?P<mark>[(:,-])")
_THAN = frozenset(("than", "as"))
#: What leads into an answer and is no part of it ("that", "they"), and the verbs that decide one.
_LEADING, _DECIDING = frozenset("Hr"), frozenset("mbvV")
#: How many words behind its verb are too few for an answer that was cut, and how many characters tell that one was.
_LITTLE, _ENDING = 3, 6
_COMPARED = re.compile(r'[z"O]*f(?:[oM][z.]?P)?(?:,?[YxT&w~-]+[z"]*f(?:[oM][z.]?P)?)*(?=[),;!-]|$)')


def standing(line: Sequence) -> dict[int, Place]:
    """Where the answers stand that `line` leaves no choice about, by the position of the figure."""
    if "f" not in line.code:
        return certain(line)
    found = _behind_groups(line)
    found.update(_behind_likely(line))
    found.update(_elided(line))
    found.update(_rated(line))
    found.update(made_up(line))
    found.update(certain(line))
    found.update(listed(line))
    found.update(named(line))
    found.update(wholes(line))
    # What a clause weighs against another answer has a reading of its own.
    return {i: place for i, place in found.items() if of_contrast(line, i) is None}


def _behind_groups(line: Sequence) -> dict[int, Place]:
    code, found = line.code, {}
    for start in _STARTS.finditer(code):
        begin = start.start()
        introduction = _INTRODUCTION.match(code, begin)
        begin = introduction.end() if introduction else begin
        first = code.find("f", begin)
        if first < 0 or _OPENERS.match(code, begin) or not _HEAD.fullmatch(code, begin, first):
            continue
        groups = _GROUPS.match(code, first)
        if groups is None or not _SEVERAL.search(groups.group()) or _is_predicate(line, groups):
            continue
        told = _SAID.match(code, groups.end()) or _DID.match(code, groups.end())
        text = line.text(*told.span("r")) if told else ""
        if told and not _RACE.match(told["r"]) and not _MOST.match(text) and not only_compares(text):
            found.update({i: told.span("r") for i in range(*groups.span()) if code[i] == "f"})
    return found


def _is_predicate(line: Sequence, groups: re.Match[str]) -> bool:
    """Whether words that nothing marks stand where a predicate would, between a figure and those behind it."""
    for loose in _LOOSE.finditer(line.code, *groups.span()):
        chunk = line.chunks[loose.start() + 1]
        if chunk.end - chunk.start > 1:
            return True
    return False


def _behind_likely(line: Sequence) -> dict[int, Place]:
    doc, code, found = line.doc, line.code, {}
    lower = words_of(doc).lowers
    for i, chunk in enumerate(line.chunks):
        likely = code[i] == "." and not _likelihoods().isdisjoint(lower[chunk.start : chunk.end])
        told = _TO.match(code, i + 1) if likely else None
        compared = _COMPARED.match(code, told.end()) if told else None
        if told is None or compared is None:
            continue
        begin, stop = told.span("r")
        # "likelier to walk as women", "… than women": whom they are compared with is no part of the answer.
        groups = (k for k in range(begin + 1, stop) if code[k] == "P")
        stop = next((k for k in groups if lower[line.chunks[k].start - 1] in _THAN), stop)
        found.update({k: (begin, stop) for k in range(*compared.span()) if code[k] == "f"})
    return found


def _elided(line: Sequence) -> dict[int, Place]:
    found: dict[int, Place] = {}
    for told in _ELIDED.finditer(line.code):
        found.update({i: told.span("r") for i in range(told.end("r"), told.end()) if line.code[i] in "fp"})
    return found


def _rated(line: Sequence) -> dict[int, Place]:
    found: dict[int, Place] = {}
    for told in _RATED.finditer(line.code):
        if _AS.match(line.text(*told.span("r"))):
            found.update({i: told.span("r") for i in range(told.start(), told.start("r")) if line.code[i] == "f"})
    return found


def standing_options(line: Sequence, where: Place, proposed: list[Option]) -> list[Option]:
    """What stands at chunks `where`, and those of the `proposed` answers that are other wordings of it."""
    text = worded(line, *where)
    if not text and line.code[where[0]] == "b" and where[1] - where[0] > 1:
        # "Are between 18 and 30 years old" opens like a phrase of time, yet nothing else can be the answer here.
        text = line.text(where[0] + 1, where[1])
    options = {text: Option(text, ["stands"], where)} if text else {}
    if points_back(text):
        return list(options.values())
    for option in proposed:
        if option.place and where[0] <= option.place[0] and option.place[1] <= where[1]:
            led = set(line.code[where[0] : option.place[0]]) <= _LEADING
            if led or (_is_cut(line, where, text) and any(rule.endswith(">verb") for rule in option.rules)):
                options.setdefault(option.label, option)
    return list(options.values())


def _is_cut(line: Sequence, where: Place, text: str) -> bool:
    """Whether an answer had to be cut soon behind the verb that decides it: so little tells no answer."""
    verb = next((i for i in range(where[0] + 1, where[1]) if line.code[i] in _DECIDING), None)
    if verb is None or line.text(*where).endswith(text[-_ENDING:]):
        return False
    return len(text.rpartition(line.text(verb, verb + 1))[2].split()) <= _LITTLE


@cache
def _likelihoods(language: str = "en") -> frozenset[str]:
    return frozenset(load(Answers, language, "answers").likelihoods)
