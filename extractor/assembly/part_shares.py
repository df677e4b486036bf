"""A part of those asked gives the answer told before: "52 percent own a dog. In Porto it is 60 percent, in Evora 45".

Whoever is named by a clause without an answer of its own is no answer while one was told before: a group, a place, or
a name that stands where places do.
"""

import re
from functools import cache

from spacy.tokens import Doc

from extractor.assembly.memory import Memory, is_name, key
from extractor.assembly.named_parts import FILE, Part, answers_before, divided_until, part_of
from extractor.assembly.options import is_pronoun
from extractor.assembly.persons import persons
from extractor.assembly.readings import Reading
from extractor.components.cues import phrases
from extractor.components.doc_text import sentence_of, spans_of, text_between
from extractor.components.populations import PLACE
from extractor.components.values import POPULATIONS
from extractor.constructions.chunks import Sequence
from extractor.lexicons.phrasebook import phrasebook

#: The rule of what is read here.
SURE = "told.part"
_PLACES, _GROUPS = "places told", "groups told"
#: So many sentences before, the answer was told.
_REACH = 3
#: Two shares of one part.
_PAIR, _PAIRED = re.compile("f(?:&|~|T)z?f"), re.compile("f(?:&|~|T)z?$")
#: A group that leads a list, before its figure or behind it.
_LEAD, _LED = re.compile(r"[^fp]*P"), re.compile(r"f[oM]z?P")
#: Groups that an answer makes are what was answered: "those who cannot say".
_ANSWERERS = ("those ", "undecided")


def of_part(line: Sequence, position: int, memory: Memory) -> Reading | None:
    """The answer told before, where the figure at `position` is that of a part of those asked; else None."""
    paired = _PAIRED.search(line.code, 0, position) is not None
    first = line.code.rindex("f", 0, position) if paired else position
    # Two shares of a part follow the order of the two told before: "In Porto they were 55 and 33 percent".
    paired = paired or _PAIR.match(line.code, position) is not None
    told = memory.back(2 if paired else 1)
    if not told or not _is_carried(line.doc, told) or not _is_near(line, memory):
        return None
    if _words_another(line, first, memory, paired=paired):
        return None
    part = part_of(line, first, things=_goes_on(line, first, memory))
    if part is None or not _is_asked(line, part, memory) or _were_asked_for_names(line, memory):
        return None
    return Reading(told, None, (SURE,))


def _is_carried(doc: Doc, told: str) -> bool:
    """Whether an answer can be that of several parts: no name, pronoun, or group ("former nuns") is."""
    groups: frozenset[str] | None = doc.user_data.get(_GROUPS)
    if groups is None:
        groups = doc.user_data[_GROUPS] = frozenset(span.text.lower() for span in spans_of(doc, POPULATIONS))
    named = is_name(told) and told.split(maxsplit=1)[0].lower() not in _ratings()
    return not named and not is_pronoun(told) and told.lower() not in groups


@cache
def _ratings(language: str = "en") -> frozenset[str]:
    """Words of rating and feeling, which are no names at the head of a sentence: "Satisfaction"."""
    cues = phrases(language)
    return frozenset(word for name in ("rating", "opinion", "both_support") for word in cues[name])


def _words_another(line: Sequence, position: int, memory: Memory, *, paired: bool) -> bool:
    """Whether words before a figure may be of another answer than those of the two figures before."""
    worded, sentence = memory.worded
    if sentence == line.start:
        return worded not in (memory.back(1), memory.back(2) if paired else "")
    return answers_before(line, position)


def _goes_on(line: Sequence, position: int, memory: Memory) -> bool:
    """Whether a figure goes on a list of groups that one told as a group leads: "…, followed by weavers with"."""
    if memory.last is None or memory.last.sentence != line.start or memory.side[0] == "left":
        return False  # "rank rain first at 28 percent, followed by snow at 20": what was ranked stands before
    first = line.code.find("f")
    led = _LEAD.match(line.code, 0, first) or _LED.match(line.code, first)
    behind = line.text(first + 1, position).lower() if 0 <= first < position else ""
    return led is not None and any(
        words in behind for words in phrasebook(line.doc.lang_ or "en", FILE).words("followers")
    )


def _is_asked(line: Sequence, part: Part, memory: Memory) -> bool:
    """Whether a part can only be of those asked: a group or place, or a name that is told as a place is."""
    if part.sort == "party":
        return False
    if part.sort == "thing":
        return memory.worded[1] == line.start
    if part.sort != "name":
        return not part.name.lower().startswith(_ANSWERERS)
    known = {key(name) for name in memory.names}
    if key(part.name) in known or persons(line.doc).is_person(part.name):
        return False
    listed = part.name in phrasebook(line.doc.lang_ or "en", FILE).group("places")
    if listed or part.inside or part.name in _places(line.doc):
        return True
    return not known and (part.shares or divided_until(line) > 0)


def _is_near(line: Sequence, memory: Memory) -> bool:
    """Whether the last answer was told in this sentence or one of the last before it."""
    sentence, told = line.start, memory.last.sentence if memory.last else -1
    for _ in range(_REACH):
        if told >= sentence or not sentence:
            break
        sentence = sentence_of(line.doc, sentence - 1)[0]
    return 0 <= told >= sentence


def _were_asked_for_names(line: Sequence, memory: Memory) -> bool:
    """Whether people were asked for a name from the last figures on: "Which city do you like best?"."""
    start = memory.last.sentence if memory.last else line.start
    first = sentence_of(line.doc, start - 1)[0] if start else start
    naming = phrasebook(line.doc.lang_ or "en", FILE).pattern("naming")
    return naming.search(text_between(line.doc, first, line.end)) is not None


def _places(doc: Doc) -> frozenset[str]:
    """The names that the article tells as places."""
    found: frozenset[str] | None = doc.user_data.get(_PLACES)
    if found is None:
        told = (span.text for span in spans_of(doc, POPULATIONS) if span.label_ == PLACE)
        found = doc.user_data[_PLACES] = frozenset(told)
    return found
