"""Pollsters told without a poll noun: "Gallup found", "the CKI polled 800 voters", "Marist, which conducted it"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractor.components.poll_makers import trim
from extractor.components.poll_names import Directory
from extractor.components.poll_patterns import Patterns
from extractor.components.poll_values import Found, PollMention
from extractor.parsing.dates import DatePhrase, find_dates

#: How far before a bare name (characters) "according to" and the like are sought.
LEAD_REACH = 24
#: How far behind a mention (characters) its own date may reach.
TIME_REACH = 30
_BULLETS = " *•-("


def time_after(text: str, at: int, words: Patterns) -> DatePhrase | None:
    """A month, season or year right after the mention: "a poll in May", "Gallup found last year"."""
    lead = words["time_lead"].match(text, at)
    if lead is None:
        return None
    phrase = next(iter(find_dates(text[at : lead.end() + TIME_REACH])), None)  # "May" needs its preposition
    if phrase is None or phrase.start != lead.end() - at or phrase.kind not in ("month", "year", "relative", "season"):
        return None
    return phrase


def agents(text: str, found: list[Found], words: Patterns, names: Directory) -> Iterator[Found]:
    """Organisations said to ask: "the CKI polled 800 voters", "Axios released a poll", "Marist, which conducted it"."""
    if not words.agent_cue.passes(text):
        return
    taken = [(start, end) for start, end, mention in found if mention.names]
    for role, cue, pattern in words.agents:
        if not cue.search(text):
            continue
        for match in pattern.finditer(text):
            name = trim(match.group("name"), words, names, initial=not match.start("name"))
            start, end = match.start("name"), match.end("name")
            reach = match.end() if role == "releasing" else end  # "Acme, which commissioned the Gallup poll"
            if not name or any(a < reach and start < b for a, b in taken):
                continue
            if role == "body":
                sure = names.is_credited(name)
            else:
                sure = role == "studying" or names.is_organisation(name) or match.groupdict().get("acronym") is not None
            if (role in ("owning", "body") and not sure) or (role == "saying" and not names.takes_polls(name)):
                continue
            counts = role == "asking" and words["counts_next"].match(text, match.end()) is not None
            if not sure and not counts and (role == "finding" or _may_be_person(name, names)):
                continue  # whoever polls a number of people is the pollster, even if it may be a person
            taken.append((start, match.end()))
            released = role in ("releasing", "owning")
            own = role == "owning" and words["own_poll"].search(match.group(0)) is not None
            mention = PollMention(
                names=names.members(name),
                reference="fresh" if own else "definite",
                weak=not released,
                conductor=role == "conducting",
                pointing=role == "asking" and words["counted_before"].search(text[: match.start()]) is not None,
                asking=role == "asking",
                time=time_after(text, match.end(), words) or (_called(match) if released else None),
            )
            yield start, match.end() if released else end, mention


def _called(match: re.Match[str]) -> DatePhrase | None:
    """The month that "published its May survey" calls the poll by."""
    told = match.group(0)[match.end("name") - match.start() :]
    return next((phrase for phrase in find_dates(told) if phrase.kind == "month"), None)


def _may_be_person(name: str, names: Directory) -> bool:
    """Two or three capitalised words without a word of organisations: more likely "Ann Selzer" than a firm."""
    return len(name.split()) in (2, 3) and "/" not in name and not any(map(names.is_organisation, names.members(name)))


def bracketed(text: str, found: list[Found], words: Patterns, names: Directory) -> Iterator[Found]:
    """Pollsters in brackets with the days of their interviews: "45 to 43 (Harbor Research, Oct. 3-5)"."""
    if not words["dated_bracket"].search(text):
        return
    for bracket in words["bracket"].finditer(text):
        phrase = next((one for one in find_dates(bracket.group(1)) if one.kind == "range"), None)
        start, end = bracket.span(1)
        if phrase is None or any(start <= a < end for a, _, _ in found):
            continue
        before, behind = bracket.group(1)[: phrase.start].strip(" ,;"), bracket.group(1)[phrase.end :].strip(" ,;")
        name = trim(before or behind, words, names)
        if name and not (before and behind) and words["body"].fullmatch(name):
            at = text.index(name, start)
            yield at, at + len(name), PollMention(names=names.members(name), reference="fresh", time=phrase)


def bare_names(text: str, found: list[Found], words: Patterns, names: Directory) -> Iterator[Found]:
    """Pollsters that stand on their own: "Gallup found", "according to Rasmussen", "ABC/Washington Post (10/26-29)"."""
    taken = [(start, end) for start, end, _ in found]
    bare: list[Found] = []
    for match in words["capital_word"].finditer(text):
        first = _first_word(match[0], names)
        if first not in names.by_first_word and first not in names.partners_by_first_word:
            continue
        start = match.start()
        alias = _alias_at(text, match, bool(taken), words, names)
        if alias is None or any(a <= start < b for a, b in taken):
            continue
        joint = words["joint_rest"].match(text, start + len(alias))
        end = joint.end() if joint else start + len(alias)
        taken.append((start, end))
        told = not words["employer"].search(text[:start]) and _is_told(text, start, end, joint is not None, words)
        known = names.known(alias)
        mention = PollMention(
            names=names.members(text[start:end]),
            weak=True,
            plural=not told,  # an expert's employer, not a poll
            average=told and known is not None and known.kind == "aggregator",
            time=time_after(text, end, words) if told else None,
        )
        bare.append((start, end, mention))
    yield from _told_together(text, bare, words)


def _told_together(text: str, bare: list[Found], words: Patterns) -> list[Found]:
    """The names with those of a list told as its last is: "Ipsos, Leger and Nanos put support at 50, 53 and 56"."""
    for at in range(len(bare) - 1, 0, -1):
        (start, end, mention), (following, _, last) = bare[at - 1], bare[at]
        if mention.plural and not last.plural and words["list_next"].fullmatch(text, end, following):
            bare[at - 1] = start, end, replace(mention, plural=False)
    return bare


def _is_told(text: str, start: int, end: int, joint: bool, words: Patterns) -> bool:
    """Whether the name at ``start:end`` stands for its poll, rather than for somebody's employer."""
    if not (text[:start] + text[end:]).strip(" ." + _BULLETS):
        return True
    if any(words[name].match(text, end) for name in ("reports_next", "figure_next", "introducing")):
        return True
    if words["listed_next"].match(text, end) or words["before_pollster"].search(
        text[max(0, start - LEAD_REACH) : start]
    ):
        return True
    after = text[end : end + 2].lstrip()
    if after.startswith(")") and words["figure_before"].search(text[max(0, start - LEAD_REACH) : start]):
        return True
    if after.startswith(",") and words["for_name"].fullmatch(text, 0, start):
        return True
    return (joint and after.startswith("(")) or (after[:1] in ("'", "’") and not words["person_next"].match(text, end))


def _alias_at(text: str, match: re.Match[str], speaking: bool, words: Patterns, names: Directory) -> str | None:
    """The known pollster that begins at a word, or a partner that a slash, a colon or "has 45 percent" makes one.

    `speaking` tells that the sentence has another poll, so that "Gallup puts him at 40, CNN at 41" is read.
    """
    start, word = match.start(), _first_word(match[0], names)
    for alias in names.by_first_word.get(word, ()):
        if text.startswith(alias, start) and _whole(text, start + len(alias)):
            return alias
    for alias in names.partners_by_first_word.get(word, ()):
        end = start + len(alias)
        if not text.startswith(alias, start) or not _whole(text, end):
            continue
        listed = not text[:start].strip(_BULLETS) and words["listed_next"].match(text, end)
        told = speaking and (" " in alias or alias.isupper())  # "Bloomberg at 19" is a candidate
        credited = words["credited_next"].match(text, end) and words["crediting"].search(text[:start])
        if (
            listed
            or credited
            or words["joint_rest"].match(text, end)
            or (told and words["figure_next"].match(text, end))
        ):
            return alias
    return None


def _first_word(word: str, names: Directory) -> str:
    """A capitalised word as names begin with it: without the full stop of its sentence or the "'s" of an owner."""
    bare = word.rstrip(".").removesuffix("'s").removesuffix("’s")
    return bare if bare in names.by_first_word or bare in names.partners_by_first_word else word


def _whole(text: str, end: int) -> bool:
    return end >= len(text) or not (text[end].isalnum() or (text[end] == "-" and text[end + 1 : end + 2].isalpha()))
