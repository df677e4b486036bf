"""What speaks for an answer: typed features of the figure, the option and how the two stand to each other."""

import re
from collections.abc import Iterator

from extractor.assembly.memory import Memory, is_name
from extractor.assembly.options import Option, is_pronoun
from extractor.constructions.chunks import Sequence

_PAIR = re.compile(r"(?=f[~Tx-]?[\"z]*T?f)")


def role(code: str, position: int) -> str:
    """The place of a figure in a pair ("48 to 44"): ``first``, ``second``, ``points`` for a change or lead, or ``solo``."""
    if code[position] == "p":
        return "points"
    for match in _PAIR.finditer(code):
        second = code.index("f", match.start() + 1)
        if position == match.start():
            return "first"
        if position == second:
            return "second"
    return "solo"


def fixed_features(line: Sequence, position: int, option: Option) -> list[str]:
    """The features of an option that the sentence alone decides; each counts 1."""
    code = line.code
    place = role(code, position)
    left = code[max(0, position - 1) : position] or "^"
    right = code[position + 1 : position + 2] or "$"
    beyond = code[position + 1 : position + 4] or "$"
    found = []
    for rule in option.rules:
        found += [f"rule={rule}", f"rule={rule}|{place}", f"rule={rule}|{place}|{right}", f"rule={rule}|{left}", f"rule={rule}|{beyond}"]
    words = option.label.split()
    name = is_name(option.label)
    found += [f"votes={min(len(option.rules), 6)}", f"words={min(len(words), 8)}", f"name={name}|{place}"]
    if is_pronoun(option.label):
        found.append("pronoun")
    if option.place:
        found += _place_features(line, position, option.place, place, right)
    else:
        found.append(f"elsewhere|{right}|{left}")
        found.append(f"elsewhere|{place}|{right}")
    return found


def told_features(line: Sequence, position: int, option: Option, memory: Memory, following: str) -> Iterator[str]:
    """The features of an option that depend on what other figures answer."""
    code = line.code
    place = role(code, position)
    left = code[max(0, position - 1) : position] or "^"
    right = code[position + 1 : position + 2] or "$"
    name = is_name(option.label)
    last = memory.back(1)
    here = memory.side[1] == line.start
    if option.label == last:
        yield f"same-as-last|{place}|{here}"
        yield f"same-as-last|{left}|{right}"
    elif option.label in memory.labels:
        yield f"told-before|{name}|{place}"
    if option.label == following:
        yield f"same-as-next|{right}|{place}"
    if last:
        yield f"last={'name' if is_name(last) else 'text'}|{'name' if name else 'text'}|{place}"
    if here:
        side = side_of(option, position)
        yield f"side={side}|last={memory.side[0]}"
        yield f"side={side}|last={memory.side[0]}|{place}"
    if name and option.label in memory.names:
        yield f"in-race|{place}"


def side_of(option: Option, position: int) -> str:
    """Where an answer stands: ``left`` or ``right`` of its figure, or ``elsewhere``."""
    if option.place is None:
        return "elsewhere"
    return "right" if option.place[0] > position else "left"


def _place_features(line: Sequence, position: int, place: tuple[int, int], role_: str, right: str) -> Iterator[str]:
    first, last = place
    code = line.code
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
    yield f"figures-between={min(sum(between.count(x) for x in 'fp'), 3)}|{side}|{role_}"
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
        yield f"heads-sentence={first == 0}|{opening}|{role_}"
        if opening == "N":
            yield f"names-before={min(code[:first].count('N'), 3)}|{role_}"
            yield f"names-between={min(between.count('N'), 3)}|{role_}"
        for verb in "lDke":
            if verb in between:
                yield f"passes={verb}|{opening}|{role_}"
            if verb in code[:first]:
                yield f"behind={verb}|{opening}|{role_}"
    after = code[last : last + 1] or "$"
    yield f"after={after}|{side}|{opening}"
