"""Marks mentions of polls in ``doc.spans["polls"]``: "a Quinnipiac University poll", "the survey", "Gallup found".

Names are read around survey vocabulary by their shape, so that a pollster no lexicon knows is found too; the lexicon
adds names that stand for a poll on their own.
"""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.components.poll_names import Directory, directory
from extractor.components.poll_patterns import NOUN_REACH, Patterns, patterns
from extractor.components.poll_phrase import LeftPhrase, read_left
from extractor.components.poll_values import POLLS, PollMention, Reference, register
from extractor.parsing.dates import DatePhrase, find_dates


@Language.factory("poll_polls", assigns=["doc.spans", "span._.poll"], requires=["doc.sents"])
def create(nlp: Language, name: str) -> "PollMarker":
    """Factory of `PollMarker`."""
    return PollMarker(nlp.lang)


class PollMarker:
    """Finds poll mentions sentence by sentence; overlapping mentions give way to the longer."""

    def __init__(self, language: str) -> None:
        register()
        self.patterns = patterns(language)
        self.directory = directory(language)

    def __call__(self, doc: Doc) -> Doc:
        """Mark the mentions of `doc`."""
        spans: list[Span] = []
        for sentence in doc.sents:
            text, offset = sentence.text, sentence.start_char
            if not self.patterns.worth.search(text):
                continue
            for start, end, mention in find_mentions(text, self.patterns, self.directory):
                span = doc.char_span(offset + start, offset + end, label="poll", alignment_mode="expand")
                if span is not None:
                    span._.poll = mention
                    spans.append(span)
        doc.spans[POLLS] = spans
        return doc


Found = tuple[int, int, PollMention]


def find_mentions(text: str, words: Patterns, names: Directory) -> list[Found]:
    """The poll mentions of one sentence, in order, as (start, end, mention)."""
    found: list[Found] = []
    for noun in words.noun.finditer(text):
        if not words.not_noun.search(text[max(0, noun.start() - 24) : noun.end() + 12]):
            found += _around(text, noun, words, names)
    found += _agents(text, found, words, names)
    found += _bare_names(text, found, words, names)
    return _disjoint(found)


def _around(text: str, noun: re.Match[str], words: Patterns, names: Directory) -> Iterator[Found]:
    """The mention(s) around a noun such as "poll": the name before it, the names after "by"."""
    weak_noun = noun.lastgroup == "weak"
    left = read_left(text, noun.start(), words, names)
    right_end, by_names, sponsors = _after(text, noun, words, names)
    if (
        weak_noun
        and not (left.name and names.is_organisation(left.name))
        and not any(map(names.is_organisation, by_names))
    ):
        return
    plural = words.plural.search(noun.group(0)) is not None
    average = noun.lastgroup == "average" or words.average_after.match(text, noun.end()) is not None
    if noun.lastgroup == "average" and not (
        left.name
        or by_names
        or words.poll_word.search(text[noun.start() - 30 if noun.start() > 30 else 0 : noun.end() + 30])
    ):
        return
    own = names.members(left.name) if left.name else ()
    time = left.time or _time_after(text, noun, words)
    several = tuple(one for name in by_names for one in names.apart(name)) if plural and not left.name else by_names
    base = {
        "reference": _reference(left, plural, bool(own or by_names), words),
        "newest": left.newest,
        "plural": plural,
        "average": average,
        "time": time,
    }
    title = " ".join(text[left.name_start : noun.end()].split()) if left.name else ""
    if plural and not left.name and len(several) > 1:
        at = noun.end()
        for name in several:
            at = text.index(name, at)
            yield at, at + len(name), PollMention(names=names.members(name), sponsors=sponsors, **base)
        return
    every = tuple(dict.fromkeys((*own, *(m for name in by_names for m in names.members(name)))))
    end = right_end if by_names or sponsors else noun.end()
    yield left.start, end, PollMention(names=every, sponsors=sponsors, title=title, **base)


def _reference(left: LeftPhrase, plural: bool, named: bool, words: Patterns) -> Reference:
    if left.other:
        return "other"
    if left.earlier:
        return "earlier"
    if plural and not named:
        return "generic"
    if left.determiner == "fresh" or (left.newest and left.determiner != "definite"):
        return "fresh"
    return "definite" if left.determiner == "definite" or not named else "fresh"


def _time_after(text: str, noun: re.Match[str], words: Patterns) -> DatePhrase | None:
    """A month or year right after the noun: "a poll in May", "polling from April of this year"."""
    lead = words.time_lead.match(text, noun.end())
    if lead is None:
        return None
    phrase = next(iter(find_dates(text[lead.end() : lead.end() + 30])), None)
    return phrase if phrase is not None and phrase.start == 0 else None


def _after(
    text: str, noun: re.Match[str], words: Patterns, names: Directory
) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    """Who is named after the noun: (end, those who did it, those who paid)."""
    window_end = min(len(text), noun.end() + NOUN_REACH)
    segment_start = noun.end()
    makers: list[str] = []
    sponsors: list[str] = []
    end = noun.end()
    for lead in words.agent_lead.finditer(text, noun.end(), window_end):
        if lead.start() < segment_start:
            continue
        between = text[segment_start : lead.start()]
        if words.blocking.search(between) or words.noun.search(between):
            break
        groups, stop = read_names(text, lead.end(), words, names)
        if not groups:
            continue
        role = _role(lead.group(0), between, words)
        if role == "none":
            continue
        (sponsors if role == "sponsor" else makers).extend(groups)
        end = stop
        segment_start = stop
    return end, tuple(makers), tuple(member for name in sponsors for member in names.members(name))


def _role(lead: str, between: str, words: Patterns) -> str:
    lead = lead.strip().lower()
    if lead in ("for", "on behalf of") or lead.startswith("on behalf"):
        return "sponsor"
    if lead == "by":
        if words.sponsored.search(between):
            return "sponsor"
        done = words.carried_out.search(between) or words.published.search(between)
        return "maker" if done or not words.verb_like.search(between) else "none"
    return "maker" if not between.strip() or words.from_ok.match(between) else "none"


def read_names(text: str, start: int, words: Patterns, names: Directory) -> tuple[list[str], int]:
    """Capitalised names from `start`, parted by commas and "and": ("Gallup", "Pew Research Center"), and their end."""
    groups: list[str] = []
    at = start
    stop = start
    while True:
        match = words.name.match(text, at)
        if match is None:
            break
        name = _trim(match.group("name"), words, names)
        if not name:
            break
        groups.append(name)
        whole = match.end("name")
        stop = text.index(name, match.start("name")) + len(name)
        if stop < whole:
            break
        joint = words.name_joint.match(text, stop)
        if joint is None:
            break
        at = joint.end()
    return groups, stop


def _trim(name: str, words: Patterns, names: Directory) -> str:
    """The name without words that cannot begin or end one; empty if it is a place, a date or a group of people."""
    parts = name.split()
    for index, part in enumerate(parts):
        if part.lower().strip(".,") in words.calendar or (index and part[0].isdigit()):
            parts = parts[:index]
            break
    while parts and parts[0].strip(",") in words.openers and not names.known(" ".join(parts)):
        if names.is_place(" ".join(parts[:2])):
            break
        parts.pop(0)
    while (
        parts and (parts[-1] in words.connectors or parts[-1] in words.title_words) and not names.known(" ".join(parts))
    ):
        parts.pop()
    for index in range(1, len(parts)):
        head, tail = " ".join(parts[:index]), " ".join(parts[index + 1 :])
        if parts[index] not in ("for", "on", "at") or names.known(" ".join(parts)):
            continue
        if (
            names.known(head)
            or names.known(tail)
            or (parts[index] == "on" and parts[index - 1].lower() not in names.organisation)
        ):
            parts = parts[:index]
            break
    rest = " ".join(parts).strip(" ,")
    empty = (
        not rest or names.is_place(rest) or all(part in words.not_names or part in words.connectors for part in parts)
    )
    return "" if empty else rest


def _bare_names(text: str, found: list[Found], words: Patterns, names: Directory) -> Iterator[Found]:
    """Pollsters that stand on their own: "Gallup found", "according to Rasmussen"."""
    taken = [(start, end) for start, end, _ in found]
    for match in words.capital.finditer(text):
        aliases = names.by_first_word.get(match.group(0))
        if not aliases or any(start <= match.start() < end for start, end in taken):
            continue
        alias = next(
            (a for a in aliases if text.startswith(a, match.start()) and _whole(text, match.start() + len(a))), None
        )
        if alias is None:
            continue
        end = match.start() + len(alias)
        taken.append((match.start(), end))
        known = names.known(alias)
        speaks = words.reports_after.match(text, end) or words.before_pollster.search(
            text[max(0, match.start() - 24) : match.start()]
        )
        person = words.person_after.match(text, end)
        if (not speaks and not words.possessive.match(text, end)) or (person and not speaks):
            reference: Reference = "definite"
            yield match.start(), end, PollMention(names=(alias,), reference=reference, weak=True, plural=True)
            continue
        average = known is not None and known.kind == "aggregator"
        yield match.start(), end, PollMention(names=(alias,), reference="definite", weak=True, average=average)


def _whole(text: str, end: int) -> bool:
    return end >= len(text) or not (text[end].isalnum() or (text[end] == "-" and text[end + 1 : end + 2].isalpha()))


def _agents(text: str, found: list[Found], words: Patterns, names: Directory) -> Iterator[Found]:
    """Organisations that ask or are said to have asked: "the CKI polled 800 voters", "Marist, which conducted the poll"."""
    taken = [(start, end) for start, end, _ in found]
    for pattern in (words.asking_name, words.who_conducted, words.finding_name):
        for match in pattern.finditer(text):
            name = _trim(match.group("name"), words, names)
            start = match.start("name")
            if not name or any(a <= start < b for a, b in taken):
                continue
            if pattern is words.who_conducted or names.is_organisation(name) or match.group("acronym"):
                taken.append((start, match.end("name")))
                yield (
                    start,
                    match.end("name"),
                    PollMention(names=names.members(name), weak=True, conductor=pattern is words.who_conducted),
                )


def _disjoint(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for item in sorted(found, key=lambda f: (bool(f[2].weak), f[0] - f[1], f[0])):
        if all(item[1] <= start or item[0] >= end for start, end, _ in kept):
            kept.append(item)
    return sorted(kept, key=lambda f: f[:2])
