"""Two figures for and against: "they oppose it by 47 to 45 percent"; the second is of the other side."""

import re
from functools import cache

from extractor.assembly.labels import label, points_back
from extractor.assembly.memory import Memory, is_name
from extractor.assembly.opposites import opposite, without_contrast
from extractor.assembly.race_clauses import clause_start
from extractor.assembly.readings import Reading
from extractor.assembly.stance_contrasts import both_sides
from extractor.assembly.stances import stance
from extractor.constructions.chunks import Sequence
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Cues, Names
from extractor.parsing.inflection import inflect

#: Readings whose clause words the answer.
SURE = frozenset(("pair.told",))
#: What leads from an answer to its pair of figures: ", ", " by a margin of ".
_LINK = re.compile(r'[,(:-]?(?:B[z.]?(?:[De.][^fp!;]{0,8})?|a|M.o)?[z"]*$')
#: "By a margin of 53 to 38 percent, voters say …"
_OPENED = re.compile(r'(?:^|[,;:!"&-])(?:P(?:[oi][PL.])?|[.z]|O.)?B[z.]?(?:[De.]o)?[z"]*$')
_MARGIN = re.compile(r'[.e"]*,?"?')
_TAIL = re.compile(r"[.z]?(?P<r>[gvVG])")
#: Content words of an answer that is set against its opposite.
_FULL = 12
_VERBS = frozenset("vVmbnhctg")
_OPPOSED: dict[str, str] = {"favor": "oppose", "oppose": "favor"}
_OPINION = frozenset("vVgsmA")
#: "A majority, 55 to 38 percent, opposes the bill."
_ASIDE = re.compile(r"(?P<mark>[,-])[z\"]*f[^fp;!]{0,3}f(?P=mark)[vVnm]")
#: "The tax is fair, voters say 52 to 43 percent."
_QUOTED = re.compile(r',"?P[sv],?(?=$|f)')
#: "A majority of farmers (60 to 30 percent) and of bakers (55 to 40 percent) said …"
_BRACKETED = re.compile(r"\)(?:,?&?[.zo]{0,3}P(?:[oi][PL.])?[.z]?\([z\"]*fz?[TY~-]z?f\))*s")
#: "Favorable/unfavorable ratings of 50 to 45 percent".
_RATINGS = re.compile("(?P<one>g)[~&x(-](?P<other>g)")
#: "Women oppose it by 54 to 38 percent, and men by 58 to 35 percent": the second has lost its verb.
_ELIDED = re.compile(r'f[^fp;!]{0,4}f[,&w]{1,3}[.z]?P(?:[oi][PL.])?,?B?[z"(]*$')
#: "The split was 47 to 45", "unchanged from June (47 to 45)", "men are at 47/45": a pair without words of its own.
_SPLIT = re.compile(r"q[^NL]*$|(?:^|[,;!w&])[^NL]*\([z\"]*$|P[bt]aO?[^NL]{0,2}$")
#: "They approve, by 51 to 41 percent, of the rule that …": the verb stands before.
_SAID_BEFORE = re.compile(r'[PrN][.zm]{0,2}n?[vVg],B[z"]*$')
_JOINED = re.compile(r"P[^Pfp;:]{0,3}[&xY][^Pfp;:]{0,3}P")
#: "They support it, 52 percent versus 37 percent."
_VERSUS = re.compile(r"[,B][z\"]*(?P<one>f),?[xY]z?(?P<other>f)(?=[,;:!)]|$)")
_LEAST, _MOST = 50.0, 101.5


def of_pair(line: Sequence, position: int, partner: int, values: dict[int, float], memory: Memory) -> Reading | None:
    """The answer of the figure at `position` of a pair whose other figure stands at `partner`."""
    first, last = min(position, partner), max(position, partner)
    start = clause_start(line, first)
    whole = values.get(first, 0.0) + values.get(last, 0.0)
    if not _LEAST <= whole <= _MOST or _compares_groups(line, start, first, last) or _is_range(line, last):
        return None
    worded = both_sides(line, start, first, last)
    if worded is not None:
        return Reading(worded.one if position == first else worded.other, None, ("pair.both", "pair.told"))
    both = _RATINGS.search(line.code, start, first)
    if both:
        name = "one" if position == first else "other"
        return Reading(line.text(*both.span(name)).lower(), both.span(name), ("pair.both", "pair.told"))
    opening = None if _SAID_BEFORE.search(line.code, start, first) else _opening(line, first, last)
    told = opening or _split(line, start, first, last) or _before(line, start, first)
    text = _worded(line, told) if told else ""
    tail = _after(line, last)
    rule = "said"
    if not text and tail:
        told, text, rule = tail, line.text(*tail), "tail"
    if not text:
        opinion = set(line.code[start:first] + line.code[last + 1 : last + 4]) & _OPINION
        again = None if opinion else _again(line, position == first, memory)
        sure = (
            again is not None
            and line.code[last + 1 : last + 2] != "i"
            and (_ELIDED.search(line.code, 0, first) or _SPLIT.search(line.code, start, first))
        )
        return Reading(again.label, None, (*again.rules, "pair.told")) if again and sure else again
    one, other = without_contrast(text), opposite(memory.back(1) if points_back(text) else text)
    if points_back(text) and position == first and memory.back(1) == memory.pair[1]:
        one = memory.pair[0]  # "women say so by 49 to 43": what the pair before said first
    if tail and rule == "said" and stance(line.text(*tail)) not in ("other", stance(text)):
        other, rule = line.text(*tail), "both"
    if stance(one) == "oppose" and values.get(first, 0.0) < values.get(last, 0.0) and rule == "said":
        # "Nurses view her unfavorably, 33 to 58 percent": the side that is told is the larger one.
        one, other = other, one
    if position == first:
        return Reading(one, told, (f"pair.{rule}", "pair.told"))
    return Reading(other, tail if rule == "both" else None, (f"pair.{rule}", "pair.told"))


def set_against(line: Sequence, position: int) -> str:
    """The place of a figure in a pair told as "52 percent versus 37 percent", of no groups or times; else ``solo``."""
    for pair in _VERSUS.finditer(line.code):
        if position == pair.start("one"):
            return "first"
        if position == pair.start("other"):
            return "second"
    return "solo"


def _worded(line: Sequence, place: tuple[int, int]) -> str:
    """The answer that chunks `place` word, if it is one: it was said, takes a side or says what should be."""
    start, end = line.chunks[place[0]].start, line.chunks[place[1] - 1].end
    full = label(line.doc, start, end, limit=_FULL)
    text = full if without_contrast(full) != full else label(line.doc, start, end)
    inner = line.code[slice(*place)]
    beside = line.code[place[0] - 1 : place[0]] in ("s", "H", "r", "A") or _QUOTED.match(line.code[place[1] :][:4])
    said = bool(beside) and bool(set(inner) & _VERBS)
    if beside and points_back(text):
        return text
    return text if said or "m" in inner or stance(text) != "other" else ""


def _compares_groups(line: Sequence, start: int, first: int, last: int) -> bool:
    """Whether the two figures are of two groups: "women are likelier than men to agree (60% vs. 44%)"."""
    text = line.text(start, first) if start < first else ""
    two = line.code.count("P", start, first) > 1
    if not set(line.code[first + 1 : last]) & set("Yx"):
        return two and " in comparison " in text
    # "Farmers and bakers oppose it, 60 versus 44 percent"; "voters say people are kind" names only one group.
    return _JOINED.search(line.code, start, first) is not None or " than " in text


def _is_range(line: Sequence, last: int) -> bool:
    return line.code[last + 1 : last + 2] == "." and line.text(last + 1, last + 2).lower().startswith("range")


def _split(line: Sequence, start: int, first: int, last: int) -> tuple[int, int] | None:
    """What follows a split ("divided 47 to 47 on whether …") or a verb of saying right before the pair."""
    stop = next((i for i in range(last + 1, len(line.code)) if line.code[i] in ";!(fp"), len(line.code))
    if line.code[last + 1 : last + 2] == "H":
        begin = last + 2
    elif line.code[first - 1 : first] == "(" and (bracketed := _BRACKETED.match(line.code, last + 1)):
        begin = bracketed.end()
        stop = next((i for i in range(begin, len(line.code)) if line.code[i] in ";!(fp"), len(line.code))
        while begin < stop and line.code[begin] in "rH":
            begin += 1
    elif _ASIDE.match(line.code, first - 1) and line.code[last + 1 : last + 2] == line.code[first - 1]:
        begin = last + 2
    elif "q" in line.code[start:first]:
        asked = next((i for i in range(last + 1, min(stop, last + 6)) if line.code[i] == "A"), None)
        if asked is None:
            return None
        begin = asked + 1
        while begin < stop and line.code[begin] in "rs":
            begin += 1
    else:
        return None
    return (begin, stop) if begin < stop else None


def _opening(line: Sequence, first: int, last: int) -> tuple[int, int] | None:
    if not _OPENED.search(line.code, 0, first):
        return None
    margin = _MARGIN.match(line.code, last + 1)
    begin = margin.end() if margin else last + 1
    stop = next((i for i in range(begin, len(line.code)) if line.code[i] in ";!(fp"), len(line.code))
    said = next((i for i in range(begin, stop) if line.code[i] == "s"), None)
    if said is None:
        said = next((i - 1 for i in range(begin, stop) if line.code[i] in "vVnmb"), None)
    if said is None or said + 1 >= stop:
        return None
    while said + 1 < stop and line.code[said + 1] in "Hr":
        said += 1
    return (said + 1, stop) if said + 1 < stop else None


def _before(line: Sequence, start: int, first: int) -> tuple[int, int] | None:
    quoted = _QUOTED.search(line.code, start, first)
    if quoted:
        return (start, quoted.start()) if quoted.start() > start else None
    link = _LINK.search(line.code, start, first)
    stop = link.start() if link else first
    said = max((i for i in range(start, stop) if line.code[i] == "s"), default=None)
    if said is not None:
        while said + 1 < stop and line.code[said + 1] in "Hr":
            said += 1
        return (said + 1, stop) if said + 1 < stop else None
    # A verb behind an aside ("voters, tired of it all, oppose it") goes with the pair; a word of opinion right behind
    # the figure before belongs to that one.
    held = next((i for i in range(stop - 1, start, -1) if line.code[i] in "vV" and line.code[i - 1] == ","), None)
    if held is None:
        held = next((i for i in range(start + (start > 0), stop) if line.code[i] in "vVg"), None)
    if held is None and link and "B" in link[0] and not set(line.code[start:stop]) & set("NrP"):
        modal = line.code.find("m", start + 1, stop)
        return (start, stop) if modal > 0 else None  # "the plan would pass by 54 to 46 percent"
    if held is None or (line.code[held + 1 : held + 2] == "N" and _chooses(line.text(held, held + 1))):
        return None
    stop = next((i for i in range(held + 1, stop) if line.code[i] in "bhc,():"), stop)
    if held > start and line.code[held - 1] == "n":
        held -= 1
    return held, stop


def _chooses(verb: str) -> bool:
    """Whether a verb picks one of several persons: "back Smith" is a race, "approve of Smith" an opinion."""
    return verb.lower() in _choices()


@cache
def _choices(language: str = "en") -> frozenset[str]:
    names, cues = load(Names, language, "names"), load(Cues, language, "cues")
    return frozenset(form for verb in names.choices for form in inflect(verb, cues.irregular))


def _after(line: Sequence, last: int) -> tuple[int, int] | None:
    match = _TAIL.match(line.code, last + 1)
    if match is None or stance(line.text(*match.span("r"))) == "other":
        return None
    return match.span("r")


def _again(line: Sequence, is_first: bool, memory: Memory) -> Reading | None:
    """A pair without words of its own answers what the pair before did, or the figures told one by one since."""
    told = _sides_told(memory, 1 if is_first else 2)
    one, other = memory.pair
    if told and not {told[0], told[1]} & {one, other}:
        one, other = told
    if not one or is_name(one) or stance(one) == "other":
        return None
    return Reading(one if is_first else other, None, ("pair.again",))


def _sides_told(memory: Memory, steps: int) -> tuple[str, str] | None:
    """The two sides that the figures up to `steps` ago told one by one: "48 percent approve, 46 percent disapprove"."""
    last, before = memory.back(steps), memory.back(steps + 1)
    if stance(last) not in _OPPOSED:
        return None
    if stance(before) == _OPPOSED[stance(last)]:
        return before, last
    return (last, opposite(last)) if stance(last) == "favor" else (opposite(last), last)
