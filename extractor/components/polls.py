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
from extractor.components.doc_text import sentence_ranges, text_of
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
        whole = text_of(doc)
        for offset, stop in sentence_ranges(doc):
            text = whole[offset:stop]
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
    shouted = words.is_title_case(text)
    for noun in words.noun.finditer(text):
        if not words.not_noun.search(text[max(0, noun.start() - 24) : noun.end() + 12]) and not words.of_organisation(
            text, noun
        ):
            found += _around(text, noun, words, names)
    if shouted:
        found = [item for item in found if not item[2].names or any(map(names.known, item[2].names))]
    found += _agents(text, found, words, names)
    found += _bare_names(text, found, words, names)
    return _disjoint(found)


def _around(text: str, noun: re.Match[str], words: Patterns, names: Directory) -> Iterator[Found]:
    """The mention(s) around a noun such as "poll": the name before it, the names after "by"."""
    weak_noun = noun.lastgroup == "weak"
    left = read_left(text, noun.start(), words, names)
    right_end, by_names, sponsors = _after(text, noun, words, names)
    if weak_noun and not any(_may_study(name, noun.group(0), names) for name in (left.name, *by_names)):
        return
    plural = words.plural.search(noun.group(0)) is not None
    average = noun.lastgroup == "average" or words.average_after.match(text, noun.end()) is not None
    if noun.lastgroup == "average" and not (
        left.name
        or by_names
        or words.poll_word.search(text[noun.start() - 30 if noun.start() > 30 else 0 : noun.end() + 30])
    ):
        return
    own = names.members(left.name) if left.name and not _persons_polls(text, left, noun, plural, names) else ()
    time = left.time or _time_after(text, noun.end(), words) or _time_after(text, right_end, words)
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


def _persons_polls(text: str, left: LeftPhrase, noun: re.Match[str], plural: bool, names: Directory) -> bool:
    """Whether "NAME's polls" are polls about somebody: possessive, plural, and no organisation."""
    gap = text[left.name_start : noun.start()]
    return plural and ("'s" in gap or "’s" in gap or "s’" in gap) and not names.is_organisation(left.name)


def _may_study(name: str, noun: str, names: Directory) -> bool:
    """Whether "NAME study" is a survey: of any organisation for a study, of a known pollster for "data" and the like."""
    if not name or noun[0].isupper():
        return False
    known = names.known(name)
    return (known is not None and known.kind != "partner") or (
        noun.lower() in ("study", "studies") and names.is_organisation(name)
    )


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


def _time_after(text: str, at: int, words: Patterns) -> DatePhrase | None:
    """A month, season or year right after the mention: "a poll in May", "Gallup found last year"."""
    lead = words.time_lead.match(text, at)
    if lead is None:
        return None
    phrase = next(iter(find_dates(text[lead.end() : lead.end() + 30])), None)
    if phrase is None or phrase.start != 0 or phrase.kind not in ("month", "year", "relative", "season"):
        return None
    return phrase


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
        return "sponsor" if not between.strip() or words.done.search(between) else "none"
    if lead.startswith("by"):
        if words.sponsored.search(between):
            return "sponsor"
        return (
            "maker"
            if words.nothing.match(between) or words.plain_of.match(between) or words.done.search(between)
            else "none"
        )
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
        at = text.find(name, match.start("name"))
        stop = (at if at >= 0 else match.start("name")) + len(name)
        if stop < whole:
            break
        joint = words.name_joint.match(text, stop)
        if joint is None:
            break
        at = joint.end()
    return groups, stop


def _trim(name: str, words: Patterns, names: Directory, *, initial: bool = False) -> str:
    """The name without words that cannot begin or end one; empty if it is a place, a date or a group of people."""
    parts = name.split()
    for index, part in enumerate(parts):
        if part.lower().strip(".,") in words.calendar or (index and part[0].isdigit()):
            parts = parts[:index]
            break
    while len(parts) > 2 and parts[0] in words.not_names and parts[1] in words.connectors:
        parts = parts[2:]
    while parts and not names.known(" ".join(parts)) and not names.is_place(" ".join(parts[:2])):
        if not (parts[0] in words.articles or parts[0].endswith(words.describing) or (initial and parts[0] in words.openers)):
            break
        parts.pop(0)
    while (
        parts and (parts[-1] in words.connectors or words.poll_word.fullmatch(parts[-1])) and not names.known(" ".join(parts))
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
    rest = names.core(" ".join(parts).strip(" ,"))
    empty = (
        not rest or names.is_place(rest) or all(part in words.not_names or part in words.connectors for part in parts)
    )
    return "" if empty or not any(char.isupper() for char in rest) or words.credit.search(rest) else rest


def _bare_names(text: str, found: list[Found], words: Patterns, names: Directory) -> Iterator[Found]:
    """Pollsters that stand on their own: "Gallup found", "according to Rasmussen", "ABC/Washington Post (10/26-29)"."""
    taken = [(start, end) for start, end, _ in found]
    for match in words.capital.finditer(text):
        start = match.start()
        alias = _alias_at(text, start, match.group(0), bool(taken), words, names)
        if alias is None or any(a <= start < b for a, b in taken):
            continue
        joint = words.joint_rest.match(text, start + len(alias))
        end = joint.end() if joint else start + len(alias)
        taken.append((start, end))
        known = names.known(alias)
        speaks = (
            words.reports_after.match(text, end)
            or words.has_figure.match(text, end)
            or words.before_pollster.search(text[max(0, start - 24) : start])
        )
        person = words.person_after.match(text, end)
        told = bool(
            speaks
            or (not person and words.possessive.match(text, end))
            or (joint and words.bracket.match(text, end))
            or words.listed_after.match(text, end)
            or not (text[:start] + text[end:]).strip(" .*•-")
        )
        yield (
            start,
            end,
            PollMention(
                names=names.members(text[start:end]),
                weak=True,
                plural=not told,  # an expert's employer, not a poll
                average=told and known is not None and known.kind == "aggregator",
                time=_time_after(text, end, words) if told else None,
            ),
        )


def _alias_at(text: str, start: int, word: str, speaking: bool, words: Patterns, names: Directory) -> str | None:
    """The known pollster that begins at `start`, or a partner that a slash, a colon or "has 45 percent" makes one.

    `speaking` tells that the sentence has another poll, so that "Gallup puts him at 40, CNN at 41" is read.
    """
    for alias in names.by_first_word.get(word, ()):
        if text.startswith(alias, start) and _whole(text, start + len(alias)):
            return alias
    for alias in names.partners_by_first_word.get(word, ()):
        end = start + len(alias)
        if not text.startswith(alias, start) or not _whole(text, end):
            continue
        alone = not text[:start].strip(" *•-(") and words.listed_after.match(text, end)
        if alone or words.joint_rest.match(text, end) or (speaking and words.has_figure.match(text, end)):
            return alias
    return None


def _whole(text: str, end: int) -> bool:
    return end >= len(text) or not (text[end].isalnum() or (text[end] == "-" and text[end + 1 : end + 2].isalpha()))


def _agents(text: str, found: list[Found], words: Patterns, names: Directory) -> Iterator[Found]:
    """Organisations said to ask: "the CKI polled 800 voters", "Axios released a poll", "Marist, which conducted it"."""
    taken = [(start, end) for start, end, mention in found if mention.names]
    if not words.agent_cue.search(text):
        return
    for role, cue, pattern in words.agents:
        if not cue.search(text):
            continue
        for match in pattern.finditer(text):
            name = _trim(match.group("name"), words, names, initial=not match.start("name"))
            start, end = match.start("name"), match.end("name")
            if not name or any(a < end and start < b for a, b in taken):
                continue
            acronym = match.groupdict().get("acronym")
            if role == "finding" and not (names.is_organisation(name) or acronym):
                continue
            if role != "finding" and _may_be_person(name, names):
                continue
            taken.append((start, match.end()))
            members = names.members(name)
            yield (
                start,
                match.end() if role == "releasing" else end,
                PollMention(
                    names=members,
                    weak=role != "releasing",
                    conductor=role == "conducting",
                    time=_time_after(text, match.end(), words),
                ),
            )


def _may_be_person(name: str, names: Directory) -> bool:
    """Two or three capitalised words without a word of organisations: more likely "Ann Selzer" than a firm."""
    return len(name.split()) in (2, 3) and "/" not in name and not any(map(names.is_organisation, names.members(name)))


def _disjoint(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for item in sorted(found, key=lambda f: (bool(f[2].weak), f[0] - f[1], f[0])):
        if all(item[1] <= start or item[0] >= end for start, end, _ in kept):
            kept.append(item)
    return sorted(kept, key=lambda f: f[:2])
