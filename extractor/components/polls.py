"""Marks mentions of polls in ``doc.spans["polls"]``: "a Quinnipiac University poll", "the survey", "Gallup found".

Names are read around survey vocabulary by their shape, so that a pollster no lexicon knows is found too; the lexicon
adds names that stand for a poll on their own.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.components.doc_text import mark, sentence_ranges, text_of
from extractor.components.poll_agents import agents, bare_names, bracketed, time_after
from extractor.components.poll_makers import makers, read_names
from extractor.components.poll_names import Directory, directory
from extractor.components.poll_patterns import Patterns, patterns
from extractor.components.poll_phrase import LeftPhrase, read_left
from extractor.components.poll_values import POLLS, Found, PollMention, Reference, register
from extractor.parsing.dates import find_dates

#: Characters before and after a noun that can tell it is no poll ("go to the polls", "poll respondents").
NOT_POLL_REACH = (30, 12)
#: Characters around "average" in which polls must be spoken of.
AVERAGE_REACH = 30
_POSSESSIVES = ("'s", "’s", "s’")
_OPENING = " \"“‘'(—–"


@Language.factory("poll_polls", assigns=["doc.spans", "span._.poll"], requires=["doc.sents"])
def create(nlp: Language, name: str) -> "PollMarker":
    """Factory of `PollMarker`."""
    return PollMarker(nlp.lang or "en")


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
            for start, end, mention in find_mentions(whole[offset:stop], self.patterns, self.directory):
                span = doc.char_span(offset + start, offset + end, label="poll", alignment_mode="expand")
                if span is not None:
                    span._.poll = mention
                    spans.append(span)
        mark(doc, POLLS, spans)
        return doc


def find_mentions(text: str, words: Patterns, names: Directory) -> list[Found]:
    """The poll mentions of one sentence, in order, as (start, end, mention)."""
    found: list[Found] = []
    before, behind = NOT_POLL_REACH
    for noun in words.book.screen("noun").finditer(text):
        if words["not_noun"].search(text[max(0, noun.start() - before) : noun.end() + behind]):
            continue
        if not words.of_organisation(text, noun):
            found += _around(text, noun, words, names)
    if found and words.is_title_case(text):
        found = [item for item in found if not item[2].names or any(map(names.known, item[2].names))]
    found += bracketed(text, found, words, names)
    found += agents(text, found, words, names)
    found += bare_names(text, found, words, names)
    return _with_payers(text, [_opened_by_time(text, item, words) for item in _disjoint(found)], words, names)


def _with_payers(text: str, found: list[Found], words: Patterns, names: Directory) -> list[Found]:
    """Whom a mention before tells to have asked "on behalf of the Gazette", further behind, as its sponsor."""
    for lead in words["in_the_name"].finditer(text):
        before = [at for at, item in enumerate(found) if item[1] <= lead.start()]
        if not before or ";" in text[found[before[-1]][1] : lead.start()]:
            continue
        start, end, mention = found[before[-1]]
        groups, _ = read_names(text, lead.end(), words, names)
        told = tuple(member for name in groups for member in names.members(name))
        if told and not mention.sponsors and not mention.plural:
            found[before[-1]] = (start, end, replace(mention, sponsors=told))
    return found


def _opened_by_time(text: str, found: Found, words: Patterns) -> Found:
    """ "In 2013, Gallup asked", "in May, a Harbor poll": what opens the sentence tells the poll right behind it."""
    start, end, mention = found
    if mention.time is not None or mention.plural or not words["opening_time"].fullmatch(text, 0, start):
        return found
    phrase = next((one for one in find_dates(text[:start]) if one.kind in ("year", "month")), None)
    return (start, end, replace(mention, time=phrase)) if phrase else found


def _around(text: str, noun: re.Match[str], words: Patterns, names: Directory) -> Iterator[Found]:
    """The mention(s) around a noun such as "poll": the name before it, the names after "by"."""
    left = read_left(text, noun, words, names)
    told = makers(text, noun, words, names)
    if noun.lastgroup == "weak" and not _studied(noun.group(0), (left.name, *told.names), words, names):
        return
    if noun.lastgroup == "average" and not (left.name or told.names or _near_polls(text, noun, words)):
        return
    plural = words["plural"].search(noun.group(0)) is not None
    own = names.members(left.name) if _is_makers_name(text, left, noun, plural, names) else ()
    base = PollMention(
        sponsors=told.sponsors,
        reference="definite"
        if own and words["with_others"].search(text[left.name_start : noun.start()])
        else _reference(left, plural, bool(own or told.names)),
        newest=left.newest,
        plural=plural,
        average=noun.lastgroup == "average" or words["average_next"].match(text, noun.end()) is not None,
        time=left.time or time_after(text, noun.end(), words) or time_after(text, told.end, words),
    )
    if plural and not own and not words["mass_noun"].fullmatch(noun.group(0)):
        several = [one for name in told.names for one in names.apart(name)]
        if len(several) > 1:
            yield from _each(text, noun.end(), several, base, names)
            return
    pointing = left.determiner == "definite" and not left.other and not plural and not left.name
    employer = left.whole and words["employer"].search(text[: left.start]) is not None
    if employer:
        base = replace(base, weak=True, plural=True)
    yield (
        left.start,
        told.end if told.names or told.sponsors else noun.end(),
        replace(
            base,
            names=tuple(dict.fromkeys((*own, *(m for name in told.names for m in names.members(name))))),
            title=" ".join(text[left.name_start : noun.end()].split()) if left.name else "",
            pointing=bool(told.names) and pointing,
            conductor=bool(told.names) and pointing and words["done"].search(text[noun.end() : told.end]) is not None,
        ),
    )


def _each(text: str, at: int, several: list[str], base: PollMention, names: Directory) -> Iterator[Found]:
    """ "polls by Gallup, Pew and Ipsos": a mention for each."""
    for name in several:
        at = text.index(name, at)
        yield at, at + len(name), replace(base, names=names.members(name))


def _near_polls(text: str, noun: re.Match[str], words: Patterns) -> bool:
    around = text[max(0, noun.start() - AVERAGE_REACH) : noun.end() + AVERAGE_REACH]
    return words["poll_word"].search(around) is not None


def _studied(noun: str, makers: tuple[str, ...], words: Patterns, names: Directory) -> bool:
    """Whether "study" or "data" stands for a poll: beside the name of one who takes polls."""
    return any(_may_study(name, noun, words, names) for name in makers)


def _is_makers_name(text: str, left: LeftPhrase, noun: re.Match[str], plural: bool, names: Directory) -> bool:
    """Whether the name before the noun is that of a pollster.

    Not so in "NAME's polls" (they are about somebody), in "Instant polls" at the head of a sentence and in "its
    Community Life survey", unless the name is one of an organisation.
    """
    if not left.name:
        return False
    if names.is_organisation(left.name) or "/" in left.name:
        return True
    if plural:
        possessive = any(mark in text[left.name_start : noun.start()] for mark in _POSSESSIVES)
        alone = " " not in left.name and not text[: left.name_start].strip(_OPENING)
        return not (possessive or alone)
    return not left.owned


def _may_study(name: str, noun: str, words: Patterns, names: Directory) -> bool:
    """Whether "NAME study" is a survey: any organisation's study, a known pollster's "data" and the like."""
    if not name or noun[0].isupper():
        return False
    known = names.known(name)
    if known is not None and known.kind != "partner":
        return True
    return noun.lower() in words.study_nouns and names.is_organisation(name)


def _reference(left: LeftPhrase, plural: bool, named: bool) -> Reference:
    if left.other:
        return "other"
    if left.earlier:
        return "earlier"
    if plural and not named:
        return "generic"
    if left.determiner == "fresh" or (left.newest and left.determiner != "definite"):
        return "fresh"
    return "definite" if left.determiner == "definite" or not named else "fresh"


def _disjoint(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for item in sorted(found, key=lambda f: (f[2].weak, f[0] - f[1], f[0])):
        if all(item[1] <= start or item[0] >= end for start, end, _ in kept):
            kept.append(item)
    return sorted(kept, key=lambda f: f[:2])
