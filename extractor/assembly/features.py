"""What speaks for an answer: typed features of the figure, the option and how the two stand to each other."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extractor.assembly.chooser import Fixed, Group
from extractor.assembly.clause_features import MemoryReader, clause_groups
from extractor.assembly.memory import Memory, is_name, key
from extractor.assembly.options import Option, is_pronoun
from extractor.assembly.spots import Spot

#: Endings that tell a verb or adverb from a noun where the lexicon does not know the word.
_SUFFIXES = ("ing", "ed", "ly", "n't", "s")
_RUN = re.compile(r"(?:N[,a]?f|f[,F]?N)(?:[,;&]*(?:N[,a]?f|f[,F]?N))+")


def fixed_features(spot: Spot, option: Option) -> Fixed:
    """The features of an option that the sentence alone decides; each counts 1."""
    place, left, right = spot.role, spot.left, spot.right
    groups: list[Group] = []
    if spot.frame:
        groups.append(_pair_group(tuple(option.rules), spot.frame, place))
    for rule in option.rules:
        groups += (_rule_group(rule, place, left, right), _beyond_group(rule, spot.beyond))
    groups.append(_label_group(option.priority // 10, min(len(option.rules), 6), _wording(option.label), place, right))
    if option.place:
        groups.append(_place_group(spot.line.code, spot.position, option.place, place, right))
    else:
        groups.append(_elsewhere_group(place, left, right))
    return Fixed((*groups, *clause_groups(spot, option)))


@lru_cache(maxsize=4096)
def _pair_group(rules: tuple[str, ...], frame: str, place: str) -> Group:
    return Group(f"pair={side}|{place}|{rule}" for side in (frame, frame[0], frame[1]) for rule in rules)


@lru_cache(maxsize=16_384)
def _rule_group(rule: str, place: str, left: str, right: str) -> Group:
    family = rule.partition(".")[0]
    return Group(
        (
            f"family={family}|{place}|{right}",
            f"family={family}|{left}",
            f"rule={rule}",
            f"rule={rule}|{place}",
            f"rule={rule}|{place}|{right}",
            f"rule={rule}|{left}",
        )
    )


@lru_cache(maxsize=16_384)
def _beyond_group(rule: str, beyond: str) -> Group:
    return Group((f"rule={rule}|{beyond}",))


class _Wording(NamedTuple):
    """Of an answer: how many words it has, whether it is a name or a pronoun, how its first word ends."""

    words: int
    name: bool
    pronoun: bool
    suffix: str


@lru_cache(maxsize=4096)
def _wording(label: str) -> _Wording:
    words = label.split()
    word = words[0].lower()
    suffix = next((s for s in _SUFFIXES if word.endswith(s)), "")
    return _Wording(min(len(words), 8), is_name(label), is_pronoun(label), suffix)


@lru_cache(maxsize=4096)
def _label_group(priority: int, votes: int, wording: _Wording, place: str, right: str) -> Group:
    return Group(
        (
            f"priority={priority}",
            f"priority={priority}|{place}",
            f"votes={votes}",
            f"words={wording.words}",
            f"name={wording.name}|{place}",
            *(["pronoun"] if wording.pronoun else []),
            f"suffix={wording.suffix}|{right}|{wording.name}",
        )
    )


@lru_cache(maxsize=4096)
def _elsewhere_group(place: str, left: str, right: str) -> Group:
    return Group((f"elsewhere|{right}|{left}", f"elsewhere|{place}|{right}"))


class ToldReader:
    """Reads what other figures answer for the options of the figure at `spot`; `following` is the next one's answer."""

    def __init__(self, spot: Spot, memory: Memory, following: str) -> None:
        self.spot, self.memory = spot, memory
        last = memory.back(1)
        self.last, self.last_key, self.last_words = last, key(last), set(last.lower().split())
        self.last_sort = "name" if is_name(last) else "text"
        self.here = memory.side[1] == spot.line.start
        self.following = key(following)
        self.names = set(map(key, memory.names))
        pair = tuple(map(key, memory.pair)) if spot.role == "second" and memory.pair[0] else ()
        # The first of the pair was in the last pair, so the second most likely was too.
        self.pair = pair if last and self.last_key in pair else ()
        self.ages = MemoryReader(spot, memory)

    def features(self, option: Option) -> list[str]:
        """The features of an option that depend on what other figures answer."""
        place, right, last = self.spot.role, self.spot.right, self.last
        name, own = is_name(option.label), key(option.label)
        again = own == self.last_key
        found: list[str] = []
        if again:
            found += (f"same-as-last|{place}|{self.here}", f"same-as-last|{self.spot.left}|{right}")
        elif own in self.memory.told:
            found.append(f"told-before|{name}|{place}")
        if own == self.following:
            found.append(f"same-as-next|{right}|{place}")
        if last:
            found.append(f"last={self.last_sort}|{'name' if name else 'text'}|{place}")
        if self.here:
            side = side_of(option, self.spot.position)
            found += (f"side={side}|last={self.memory.side[0]}", f"side={side}|last={self.memory.side[0]}|{place}")
        for rule in option.rules:
            if rule.startswith(("side.", "pair.")):
                found.append(f"read={rule}|{place}|{'last' if again else 'new'}")
        if name and own in self.names:
            found.append(f"in-race|{place}")
        if self.pair:
            found.append(f"completes-pair={own in self.pair and not again}")
        found += self.ages.features(option)
        if last and not name and not self.last_words.isdisjoint(own.split()):
            found.append(f"shares-words|{place}|{self.here}")
        return found


def side_of(option: Option, position: int) -> str:
    """Where an answer stands: ``left`` or ``right`` of its figure, or ``elsewhere``."""
    if option.place is None:
        return "elsewhere"
    return "right" if option.place[0] > position else "left"


@lru_cache(maxsize=512)
def _place_group(code: str, position: int, place: tuple[int, int], role_: str, right: str) -> Group:
    return Group(_read_place(code, position, place, role_, right))


def _read_place(code: str, position: int, place: tuple[int, int], role_: str, right: str) -> Iterator[str]:
    first, last = place
    side = "right" if first > position else "left"
    between = code[position + 1 : first] if side == "right" else code[last:position]
    opening = code[first]
    closing = code[last - 1]
    yield f"at={side}|{role_}"
    yield f"opening={opening}|{side}|{role_}"
    yield f"opening={opening}|{side}|{right}"
    yield f"closing={closing}|{side}"
    yield f"gap={min(len(between), 6)}|{side}|{role_}"
    if len(between) <= 3:
        yield f"between={between}|{side}"
    yield f"figures-between={min(between.count('f') + between.count('p'), 3)}|{side}|{role_}"
    for mark in ",;(-":
        if mark in between:
            yield f"crosses={mark}|{side}"
    yield f"length={min(last - first, 8)}|{opening}"
    before = code[first - 1 : first] or "^"
    yield f"before={before}|{side}|{opening}"
    inner = code[first:last]
    for kind in "vVgNPsbnhdlD":
        if kind in inner:
            yield f"holds={kind}|{side}"
    if side == "left":
        yield from _left_features(code, first, between, role_)
    after = code[last : last + 1] or "$"
    yield f"after={after}|{side}|{opening}"
    yield from _list_features(code, position, place, side, between)
    if last - first == 1 and opening in "NPr":
        yield from _name_features(code, position, first, _figures(code), role_)


def _left_features(code: str, first: int, between: str, role_: str) -> Iterator[str]:
    """Of an answer to the left of its figure: what stands before it, and which words of leading it passes."""
    opening = code[first]
    yield f"heads-sentence={first == 0}|{opening}|{role_}"
    if opening == "N":
        yield f"names-before={min(code[:first].count('N'), 3)}|{role_}"
        yield f"names-between={min(between.count('N'), 3)}|{role_}"
    for verb in "lDke":
        if verb in between:
            yield f"passes={verb}|{opening}|{role_}"
        if verb in code[:first]:
            yield f"behind={verb}|{opening}|{role_}"


def _list_features(code: str, position: int, place: tuple[int, int], side: str, between: str) -> Iterator[str]:
    """In a list of answers and figures, its ends tell whether the answer stands before or behind its figure."""
    opening = code[place[0]]
    for run in _RUN.finditer(code):
        if run.start() <= position < run.end():
            yield f"run={run.group()[0]}|{side}|{between in ('', ',', 'a', 'F')}"
    figures = _figures(code)
    head = code[max(0, figures[0] - 1) : figures[0]] or "^"
    tail = "f" if not code[figures[-1] + 1 :].strip('!)".') else "x"
    yield f"list={head}{tail}|{side}|{opening}"
    yield f"list={head}{tail}|{side}|{min(len(figures), 4)}"


@lru_cache(maxsize=512)
def _figures(code: str) -> tuple[int, ...]:
    return tuple(i for i, letter in enumerate(code) if letter in "fp")


def _name_features(code: str, position: int, first: int, figures: tuple[int, ...], role_: str) -> Iterator[str]:
    """Which of the names of its clause an option is: the clause runs from the pair of figures before to this one."""
    start = max((i for i in figures if i < position - 4), default=-1) + 1
    if first > position:
        following = [i for i in range(position + 1, len(code)) if code[i] in "NPr"]
        yield f"name-after={min(following.index(first), 3)}|{role_}"
        return
    names = [i for i in range(start, position) if code[i] in "NPr"]
    if first not in names:
        yield f"name-far|{role_}"
        return
    verb = next((letter for letter in code[start:position] if letter in "lDkeqh"), "-")
    index, count = names.index(first), len(names)
    yield f"name={min(index, 3)}of{min(count, 4)}|{role_}"
    yield f"name={min(index, 3)}of{min(count, 4)}|{role_}|{verb}"
    yield f"name-from-end={min(count - index, 3)}|{role_}|{verb}"
