"""What the clause of a figure speaks for: its subject, names, groups and numbers, and when answers were told."""

from bisect import bisect_right
from collections.abc import Iterator

from extractor.assembly.memory import Memory, Told, is_name, key
from extractor.assembly.options import Option
from extractor.assembly.spots import Spot
from extractor.components.doc_text import sentence_starts, text_of

#: Chunks that make a stretch more than the name of a group.
_PREDICATES = frozenset("vVgbhmntulDkecsN")
#: Nouns that tell that somebody is supported, but not who.
_BARE = frozenset(("support", "backing", "vote", "the vote", "votes", "approval", "the electorate"))
#: How much of the answers two shares tell, in percent: more than all, all, most or part of them.
_WHOLE, _ALL, _MOST = 101.0, 96.0, 80.0


def clause_features(spot: Spot, option: Option) -> Iterator[str]:
    """The features of an option that the clause of the figure decides."""
    stands = _standing(option, spot.position)
    yield f"subject={spot.subject}|{stands}|{spot.role}"
    yield f"subject={spot.subject}|{spot.opens}|{stands}"
    yield f"names={spot.names}|{stands}|{spot.role}"
    yield f"groups={spot.groups}|{stands}|{spot.role}"
    for rule in option.rules:
        yield f"subject={spot.subject}|{rule}"
        yield f"names={spot.names}|{rule}"
    if option.label.lower() in _BARE:
        yield f"bare|{spot.subject}|{spot.names}"
        yield f"bare|{stands}|{spot.role}"
    if option.place:
        inner = spot.line.code[option.place[0] : option.place[1]]
        if "P" in inner and not _PREDICATES & set(inner):
            yield f"group-alone|{stands}|{spot.left}|{len(inner) == 1}"
    if spot.list_side:
        yield f"list-side={spot.list_side}|{stands}"


def memory_features(spot: Spot, option: Option, memory: Memory) -> Iterator[str]:
    """The features of an option that depend on when it was told and on the figure told last."""
    sort = "name" if is_name(option.label) else "text"
    own = key(option.label)
    if option.place is None:
        age = _age(spot, memory.told.get(own))
        yield f"age={age}|{sort}|{spot.role}"
        yield f"age={age}|{sort}|{spot.right}"
        for rule in option.rules:
            yield f"age={age}|{rule}"
    last = memory.last
    if last is None or not last.value or spot.role == "points":
        return
    again = own == key(memory.back(1))
    if spot.role == "second" and last.sentence == spot.line.start:
        # Two figures told against each other are of two answers, unless they are of two groups or two times.
        yield f"repeats={again}|{spot.apart}"
    near = "here" if last.sentence == spot.line.start else "near" if _age(spot, last) in ("1", "2") else "far"
    whole = last.value + spot.value
    told = "over" if whole > _WHOLE else "all" if whole >= _ALL else "most" if whole >= _MOST else "part"
    what = "same" if again else "opposite" if "told.opposite" in option.rules else sort
    yield f"sum={told}|{what}|{near}|{spot.role}"
    yield f"sum={told}|{what}|{near}|{spot.left}"


def _standing(option: Option, position: int) -> str:
    """What an option is and where: a ``name`` or ``text``, ``left`` or ``right`` of its figure or ``elsewhere``."""
    sort = "name" if is_name(option.label) else "text"
    if option.place is None:
        return f"{sort} elsewhere"
    return f"{sort} {'right' if option.place[0] > position else 'left'}"


def _age(spot: Spot, told: Told | None) -> str:
    """How many sentences ago an answer was told, and whether a paragraph ended since."""
    if told is None:
        return "never"
    doc, here = spot.line.doc, spot.line.start
    starts = sentence_starts(doc)
    steps = bisect_right(starts, here) - bisect_right(starts, told.sentence)
    if steps <= 0:
        return "0"
    broken = text_of(doc).find("\n\n", doc[told.sentence].idx, doc[here].idx) >= 0
    return f"{min(steps, 4)}{'p' if broken else ''}"
