"""Two answers that one clause weighs against each other: "more want trams (45 percent) than buses (33 percent)".

Each figure gives the answer in front of it, the first behind the word that weighs, the second behind "than" or "as".
Where only two groups are compared ("more women than men"), there is one answer, and nothing is read here.
"""

import re
from bisect import bisect_left

from extractor.assembly.labels import label
from extractor.assembly.race_sides import rival_parties
from extractor.assembly.readings import Reading
from extractor.components.doc_text import words_of
from extractor.constructions.chunks import Sequence
from extractor.lexicons.phrasebook import phrasebook

#: The rule by which such an answer is read; nothing speaks against it.
SURE = "contrast"
_READ = "contrasts"
#: The first figure, and all of the second answer up to its own.
_SECOND = re.compile(r"f\)?[,\"]{0,2}(?P<told>\.[^fp;:!()]*?)[,\"]{0,2}\(?[z\"]*(?P<other>f)(?=[),;!]|$)")
#: "(40 percent) is more popular than milk (30 percent)".
_LIKED = re.compile(r"\(f\)[bht](?P<told>\.[^fp;:!()]*)\([z\"]*(?P<other>f)")
_ENDS, _BEFORE = "fp;!", '(,"z'
_VERBS = frozenset("vVG")
#: Nothing but whom a figure is of: "men", "among the young in Ohio".
_GROUP = re.compile(r"\.?(?:[,&]*[oMiF]?[.z]?[PLN](?:[oi'])?)+\.?")


def of_contrast(line: Sequence, position: int) -> Reading | None:
    """The answer of the figure at `position` where its clause weighs two answers, else None."""
    read: dict[tuple[int, str], dict[int, Reading]] = line.doc.user_data.setdefault(_READ, {})
    place = line.chunks[0].start, line.code
    if place not in read:
        read[place] = _contrasts(line) if line.code.count("f") > 1 else {}
    return read[place].get(position)


def _contrasts(line: Sequence) -> dict[int, Reading]:
    words = phrasebook(line.doc.lang_ or "en", "contrasts")
    found: dict[int, Reading] = {}
    for second in _SECOND.finditer(line.code):
        told, first = second.span("told"), second.start()
        than = words.pattern("than").match(line.text(told[0], told[0] + 1))
        if line.code[first - 2 : first] == '"(':
            continue  # what is quoted right before a bracket is the answer as it stands
        opened = _opened(line, first, "T" in line.code[slice(*told)]) if than else None
        if opened is None or _compares_groups(line, opened, first, told):
            continue
        behind = _behind_who(line, told) or line.chunks[told[0]].start + 1
        one, other = _answer(line, opened, first), _answer(line, behind, told[1])
        if one and other and not any(_stands_alone(line, i) for i in range(*told)):
            other = f"{_verb(line, opened)} {other}".strip()
        if one and other:
            found[first] = Reading(one, (_chunk(line, opened), first), (SURE,))
            found[second.start("other")] = Reading(other, told, (SURE,))
    for liked in _LIKED.finditer(line.code):
        told = liked.span("told")
        than = None if _GROUP.fullmatch(line.code, *told) else words.pattern("liked").match(line.text(*told))
        other = _answer(line, line.chunks[told[0]].start + len(than.group().split()), told[1]) if than else ""
        begin = max(line.code.rfind(mark, 0, liked.start()) for mark in f"{_ENDS},") + 1
        if other and begin < liked.start() and (one := _answer(line, line.chunks[begin].start, liked.start())):
            found[liked.start() + 1] = Reading(one, (begin, liked.start()), (SURE,))
            found[liked.start("other")] = Reading(other, told, (SURE,))
    return found


def _opened(line: Sequence, first: int, both: bool) -> int | None:
    """The token at which the answer opens behind the word that weighs it against another; None without such a word.

    Who is likelier to do a thing is told by groups, unless `both` halves word what is done.
    """
    begin = max(line.code.rfind(mark, 0, first) for mark in _ENDS) + 1
    if begin >= first:
        return None
    book = phrasebook(line.doc.lang_ or "en", "contrasts")
    weighs = list(book.pattern("weigh").finditer(line.text(begin, first)))
    if not weighs or (book.pattern("likely").search(weighs[-1].group()) and not both):
        return None
    words = words_of(line.doc)
    token = bisect_left(words.starts, words.starts[line.chunks[begin].start] + weighs[-1].end())
    who = _behind_who(line, (_chunk(line, token), first))
    verb = next((c.start for c in line.chunks[begin:first] if c.letter in _VERBS and c.start >= token), None)
    return who or verb or token


def _behind_who(line: Sequence, place: tuple[int, int]) -> int | None:
    """The token behind "people who" in chunks `place`."""
    who = next((i for i in range(*place) if line.code[i] == "R"), None)
    return None if who is None else line.chunks[who].end


def _compares_groups(line: Sequence, opened: int, first: int, told: tuple[int, int]) -> bool:
    """Whether the second half tells only another group: "more men agree (60 percent) than women (40 percent)"."""
    if not _GROUP.fullmatch(line.code, *told):
        return False
    last = first - 1
    while last > 0 and line.code[last] in _BEFORE:
        last -= 1
    # "Want Democrats (42 percent) than Republicans (35 percent)": parties that are chosen.
    names = _stands_alone(line, told[1] - 1)
    chosen = any(line.code[i] in _VERBS and line.code[i + 1] in "NP" for i in range(_chunk(line, opened), last))
    return not (names and chosen)


def _stands_alone(line: Sequence, i: int) -> bool:
    """Whether chunk `i` makes an answer without the verb of the first: a verb of its own, a name, a party."""
    return line.code[i] in "vVGN" or line.text(i, i + 1).lower() in rival_parties()


def _answer(line: Sequence, start: int, stop: int) -> str:
    """What the tokens from `start` to chunk `stop` word, without what opens its figure."""
    while stop > 0 and line.code[stop - 1] in _BEFORE:
        stop -= 1
    end = line.chunks[stop - 1].end
    return label(line.doc, start, end) if start < end else ""


def _verb(line: Sequence, token: int) -> str:
    """The verb of opinion at `token`, which the second answer shares; else nothing."""
    i = _chunk(line, token)
    return line.text(i, i + 1) if line.chunks[i].start == token and line.code[i] in _VERBS else ""


def _chunk(line: Sequence, token: int) -> int:
    return next(i for i, chunk in enumerate(line.chunks) if chunk.end > token)
