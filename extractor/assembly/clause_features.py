"""What the clause of a figure speaks for: its subject, names, groups and numbers, and when answers were told."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from extractor.assembly.chooser import Group
from extractor.assembly.memory import Memory, Told, is_name, key
from extractor.assembly.options import Option
from extractor.assembly.spots import Spot
from extractor.components.doc_text import sentence_starts, text_of, words_of

#: Chunks that make a stretch more than the name of a group.
_PREDICATES = frozenset("vVgbhmntulDkecsN")
#: Nouns that tell that somebody is supported, but not who.
_BARE = frozenset(("support", "backing", "vote", "the vote", "votes", "approval", "the electorate"))
#: How much of the answers two shares tell, in percent: more than all, all, most or part of them.
_WHOLE, _ALL, _MOST = 101.0, 96.0, 80.0


def clause_groups(spot: Spot, option: Option) -> Iterator[Group]:
    """The features of an option that the clause of the figure decides."""
    stands = _standing(option, spot.position)
    yield _subject_group(spot.subject, spot.opens, stands, spot.role)
    yield _beside_group(spot.names, spot.groups, stands, spot.role)
    for rule in option.rules:
        yield _rule_group(spot.subject, spot.names, rule)
    if option.label.lower() in _BARE:
        yield Group((f"bare|{spot.subject}|{spot.names}", f"bare|{stands}|{spot.role}"))
    if option.place:
        inner = spot.line.code[option.place[0] : option.place[1]]
        if "P" in inner and _PREDICATES.isdisjoint(inner):
            yield Group((f"group-alone|{stands}|{spot.left}|{len(inner) == 1}",))
    if spot.list_side:
        yield Group((f"list-side={spot.list_side}|{stands}",))


@lru_cache(maxsize=4096)
def _subject_group(subject: str, opens: str, stands: str, role: str) -> Group:
    return Group((f"subject={subject}|{stands}|{role}", f"subject={subject}|{opens}|{stands}"))


@lru_cache(maxsize=4096)
def _beside_group(names: str, groups: str, stands: str, role: str) -> Group:
    return Group((f"names={names}|{stands}|{role}", f"groups={groups}|{stands}|{role}"))


@lru_cache(maxsize=16_384)
def _rule_group(subject: str, names: str, rule: str) -> Group:
    return Group((f"subject={subject}|{rule}", f"names={names}|{rule}"))


class MemoryReader:
    """Reads when answers were told, and what the figure told last says, for the options of the figure at `spot`."""

    def __init__(self, spot: Spot, memory: Memory) -> None:
        self.spot, self.memory = spot, memory
        self.again = key(memory.back(1))
        last = memory.last
        self.sums = last is not None and bool(last.value) and spot.role != "points"
        if last is None or not self.sums:
            return
        whole = last.value + spot.value
        self.told = "over" if whole > _WHOLE else "all" if whole >= _ALL else "most" if whole >= _MOST else "part"
        here = last.sentence == spot.line.start
        self.near = "here" if here else "near" if _age(spot, last) in ("1", "2") else "far"
        # Two figures told against each other are of two answers, unless they are of two groups or two times.
        self.apart = spot.apart if spot.role == "second" and here else ""

    def features(self, option: Option) -> Iterator[str]:
        """The features of an option that depend on when it was told and on the figure told last."""
        spot, sort = self.spot, "name" if is_name(option.label) else "text"
        own = key(option.label)
        if option.place is None:
            age = _age(spot, self.memory.told.get(own))
            yield f"age={age}|{sort}|{spot.role}"
            yield f"age={age}|{sort}|{spot.right}"
            for rule in option.rules:
                yield f"age={age}|{rule}"
        if not self.sums:
            return
        again = own == self.again
        if self.apart:
            yield f"repeats={again}|{self.apart}"
        what = "same" if again else "opposite" if "told.opposite" in option.rules else sort
        yield f"sum={self.told}|{what}|{self.near}|{spot.role}"
        yield f"sum={self.told}|{what}|{self.near}|{spot.left}"


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
    starts, offsets = sentence_starts(doc), words_of(doc).starts
    steps = bisect_right(starts, here) - bisect_right(starts, told.sentence)
    if steps <= 0:
        return "0"
    broken = text_of(doc).find("\n\n", offsets[told.sentence], offsets[here]) >= 0
    return f"{min(steps, 4)}{'p' if broken else ''}"
