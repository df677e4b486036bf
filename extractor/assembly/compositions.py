"""Of what a group is made up: "women make up 60 percent of teachers and 48 percent of pilots" answers "women"."""

import re
from functools import cache

from extractor.constructions.chunks import Sequence
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers, Cues
from extractor.parsing.inflection import inflect

#: The part, an aside behind it, and the words before the verb: "women, most of them young, now make up".
_PART = re.compile(r"(?P<r>[PLN.\"&~oi]*[PNL](?P<share>\([z]?f\))?)(?:\(N\)|,[^;:!f]*,|-[^;:!f]*-)?[.dzmbh]*")
#: What may stand before it: the start of a clause, an introduction, a source and "that".
_START = re.compile(r"[^;:!fp]*(?:[;:!wHS]|[EMi][^,;:!fp]*,|[wB&Fd],)")
#: Whole by whole, each with its share and perhaps an earlier one.
_WHOLES = re.compile(r"[.zaBToc~L&P(yE,]*[fp](?:[.zoOPriL&,()EycdxTYFMwa~]*[fp])*(?=[^fp]*$|[^fp]*[;:!w])")
_SAYS = re.compile(r"[svVH]")


def made_up(line: Sequence) -> dict[int, tuple[int, int]]:
    """Where the answer stands of each figure that tells of what a group is made up."""
    code, found = line.code, {}
    for verb in (i for i, letter in enumerate(code) if letter == "t" and _makes_up(line.text(i, i + 1))):
        starts = [match.end() for match in _START.finditer(code, 0, verb)]
        begin = starts[-1] if starts else 0
        while code[begin] in ",zd":
            begin += 1
        part = _PART.fullmatch(code, begin, verb)
        if part is None:
            continue
        wholes = _WHOLES.match(code, verb + 1)
        where = (begin, part.start("share") if part["share"] else part.end("r"))
        shares = range(*part.span("share")) if part["share"] else range(0)
        if wholes and "o" in code[verb : wholes.end() + 1] and not _SAYS.search(wholes.group()):
            shares = range(part.start(), wholes.end())
        found.update({i: where for i in shares if code[i] in "fp"})
    return found


def _makes_up(verb: str) -> bool:
    return " ".join(verb.lower().split()) in _verbs()


@cache
def _verbs(language: str = "en") -> frozenset[str]:
    cues = load(Cues, language, "cues")
    verbs = load(Answers, language, "answers").making_up
    return frozenset(form for verb in verbs for form in inflect(verb, cues.irregular))
