"""Whom a group chooses of two who were told against each other: "women back Democrats 57 to 32 percent"."""

import re
from functools import cache

from extractor.assembly.memory import Memory, is_name
from extractor.assembly.race_clauses import clause_start
from extractor.assembly.readings import Reading
from extractor.constructions.chunks import Sequence
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Cues, Names
from extractor.parsing.inflection import inflect

#: Readings that nothing speaks against.
SURE = frozenset(("pair.choice",))
#: Letters of a name that tell it from others, in whatever form it stands: "Democrats", "Democratic".
_STEM = 6
#: Words between the verb of choosing and the pair.
_BEHIND = 30


def of_choice(line: Sequence, position: int, partner: int, memory: Memory) -> Reading | None:
    """The side of the figure at `position` of a pair, where a verb of choosing names one of the two told before."""
    one, other = _sides(memory)
    if not one or not other:
        return None
    first = min(position, partner)
    start = clause_start(line, first)
    chosen = _choosing().search(line.text(start, first)) if start < first else None
    if chosen is None:
        return None
    behind = chosen["whom"].lower()
    # "They back them": the side that was ahead, if both are many.
    them = behind.strip() == "them" and one.endswith("s") and other.endswith("s")
    named = [them, False] if them else [_stem(name) in behind for name in (one, other)]
    if sum(named) != 1 or _stem(one) == _stem(other):
        return None
    winner, loser = (one, other) if named[0] else (other, one)
    return Reading(winner if position == first else loser, None, ("pair.choice", "pair.told"))


def _sides(memory: Memory) -> tuple[str, str]:
    """The two told against each other last, else the two names told last."""
    one, other = memory.pair
    if one and other and is_name(one) and is_name(other):
        return one, other
    names = list({_stem(name): name for name in reversed(memory.names)}.values())
    return (names[0], names[1]) if len(names) == 2 else ("", "")


def _stem(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1][:_STEM].lower()


@cache
def _choosing(language: str = "en") -> re.Pattern[str]:
    names, cues = load(Names, language, "names"), load(Cues, language, "cues")
    verbs = {form for verb in names.choices for form in inflect(verb, cues.irregular)} | set(names.inclinations)
    listed = "|".join(sorted(map(re.escape, verbs), key=lambda verb: (-len(verb), verb)))
    return re.compile(rf"(?i)\b(?:{listed})\s+(?P<whom>[^,;:()\d]{{3,{_BEHIND}}}?)(?:,?\s+by)?[\s,(]*$")
