"""What speaks for an answer: typed features of the figure, the option and how the two stand to each other."""

import re
from collections.abc import Iterator
from functools import lru_cache

from extractor.assembly.chooser import Fixed
from extractor.assembly.clause_features import clause_features, memory_features
from extractor.assembly.memory import Memory, is_name, key
from extractor.assembly.options import Option, is_pronoun
from extractor.assembly.spots import Spot

#: Endings that tell a verb or adverb from a noun where the lexicon does not know the word.
_SUFFIXES = ("ing", "ed", "ly", "n't", "s")
_RUN = re.compile(r"(?:N[,a]?f|f[,F]?N)(?:[,;&]*(?:N[,a]?f|f[,F]?N))+")


def fixed_features(spot: Spot, option: Option) -> list[str]:
    """The features of an option that the sentence alone decides; each counts 1."""
    place, left, right, beyond, frame = spot.role, spot.left, spot.right, spot.beyond, spot.frame
    found: list[str] = []
    if frame:
        found += [f"pair={frame}|{place}|{rule}" for rule in option.rules]
        found += [f"pair={frame[0]}|{place}|{rule}" for rule in option.rules]
        found += [f"pair={frame[1]}|{place}|{rule}" for rule in option.rules]
    for rule in option.rules:
        found += _rule_features(rule, place, left, right)
        found.append(f"rule={rule}|{beyond}")
    words = option.label.split()
    name = is_name(option.label)
    found.append(f"priority={option.priority // 10}")
    found.append(f"priority={option.priority // 10}|{place}")
    found += [f"votes={min(len(option.rules), 6)}", f"words={min(len(words), 8)}", f"name={name}|{place}"]
    if is_pronoun(option.label):
        found.append("pronoun")
    word = words[0].lower()
    found.append(f"suffix={next((s for s in _SUFFIXES if word.endswith(s)), '')}|{right}|{name}")
    if option.place:
        found += _place_features(spot.line.code, spot.position, option.place, place, right)
    else:
        found.append(f"elsewhere|{right}|{left}")
        found.append(f"elsewhere|{place}|{right}")
    found += clause_features(spot, option)
    return Fixed(found)


@lru_cache(maxsize=16_384)
def _rule_features(rule: str, place: str, left: str, right: str) -> tuple[str, ...]:
    family = rule.partition(".")[0]
    return (
        f"family={family}|{place}|{right}",
        f"family={family}|{left}",
        f"rule={rule}",
        f"rule={rule}|{place}",
        f"rule={rule}|{place}|{right}",
        f"rule={rule}|{left}",
    )


def told_features(spot: Spot, option: Option, memory: Memory, following: str) -> Iterator[str]:
    """The features of an option that depend on what other figures answer."""
    place, left, right = spot.role, spot.left, spot.right
    name = is_name(option.label)
    last = memory.back(1)
    here = memory.side[1] == spot.line.start
    own = key(option.label)
    if own == key(last):
        yield f"same-as-last|{place}|{here}"
        yield f"same-as-last|{left}|{right}"
    elif own in map(key, memory.labels):
        yield f"told-before|{name}|{place}"
    if own == key(following):
        yield f"same-as-next|{right}|{place}"
    if last:
        yield f"last={'name' if is_name(last) else 'text'}|{'name' if name else 'text'}|{place}"
    if here:
        side = side_of(option, spot.position)
        yield f"side={side}|last={memory.side[0]}"
        yield f"side={side}|last={memory.side[0]}|{place}"
    for rule in option.rules:
        if rule.startswith(("side.", "pair.")):
            yield f"read={rule}|{place}|{'new' if own != key(last) else 'last'}"
    if name and own in map(key, memory.names):
        yield f"in-race|{place}"
    if last and place == "second" and memory.pair[0] and key(last) in (key(memory.pair[0]), key(memory.pair[1])):
        # The first of the pair was in the last pair, so the second most likely was too.
        yield f"completes-pair={own in (key(memory.pair[0]), key(memory.pair[1])) and own != key(last)}"
    yield from memory_features(spot, option, memory)
    if last and not name and set(own.split()) & set(last.lower().split()):
        yield f"shares-words|{place}|{here}"


def side_of(option: Option, position: int) -> str:
    """Where an answer stands: ``left`` or ``right`` of its figure, or ``elsewhere``."""
    if option.place is None:
        return "elsewhere"
    return "right" if option.place[0] > position else "left"


@lru_cache(maxsize=512)
def _place_features(code: str, position: int, place: tuple[int, int], role_: str, right: str) -> tuple[str, ...]:
    return tuple(_read_place(code, position, place, role_, right))


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
