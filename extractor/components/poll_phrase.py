"""Reads leftwards from "poll": adjectives, the pollster's name, a date of the poll itself, the determiner."""

import re
from dataclasses import dataclass

from extractor.components.poll_names import Directory
from extractor.components.poll_patterns import Patterns
from extractor.parsing.dates import DatePhrase, find_dates

#: How far before the noun (characters) its phrase may begin.
REACH = 130
#: Most adjectives that no list holds between a determiner and what it determines.
UNLISTED = 2
_WORD = re.compile(r"\w+")
_CAPITALS = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)*")
_TOKEN = re.compile(r"\S+")
_ADJECTIVE = re.compile(r"[a-z]+(?:-[a-z]+)*")
_OPENERS = "\"“‘'([—–@#|"
#: The kinds of dates that a poll is called by: "the May survey", "a March 8 survey".
_DATES = ("day", "month", "year", "season")
_STOPS = (".", ";", ":", "!", "?", ")", "]", "”", '"', "—", "–")


@dataclass(slots=True)
class LeftPhrase:
    """What stands before a poll noun; `start` is where the phrase begins, `name_start` where the name does.

    `owned` tells of "its", "their": what stands capitalised behind it is the poll's title.  `whole` tells that the noun
    closes the name, as in "Public Policy Polling".
    """

    start: int
    name_start: int
    name: str = ""
    determiner: str = ""
    newest: bool = False
    other: bool = False
    earlier: bool = False
    owned: bool = False
    whole: bool = False
    time: DatePhrase | None = None


def read_left(text: str, noun: re.Match[str], words: Patterns, names: Directory) -> LeftPhrase:
    """The phrase that ends at the noun."""
    noun_start = noun.start()
    floor = max(0, noun_start - REACH)
    tokens = list(_TOKEN.finditer(text, floor, noun_start))
    if floor and tokens and not text[floor - 1].isspace():
        tokens.pop(0)
    phrase = LeftPhrase(noun_start, noun_start)
    whole = _with_noun(text, tokens, noun, names)
    if whole is not None:
        phrase.start, phrase.name_start, phrase.name, phrase.whole = whole[0], whole[0], whole[1], True
        index = _modifiers(tokens, whole[2] - 1, phrase, words)
        _determiner(tokens, index, phrase, words)
        return phrase
    index = _modifiers(tokens, len(tokens) - 1, phrase, words)
    index, first, last = _name_extent(tokens, index, words)
    if last >= first:
        _set_name(text, tokens[first : last + 1], phrase, words, names)
    if not phrase.name:
        index = _modifiers(tokens, index, phrase, words)
    _determiner(tokens, index, phrase, words)
    return phrase


def _with_noun(
    text: str, tokens: list[re.Match[str]], noun: re.Match[str], names: Directory
) -> tuple[int, str, int] | None:
    """A known name that the noun closes ("Public Policy Polling"): its start, the name, its first token."""
    if not text[noun.start()].isupper():
        return None
    ends = [noun.end(), *(match.end() for match in [_WORD.match(text, noun.start())] if match)]
    for first in range(max(0, len(tokens) - 4), len(tokens)):
        start = tokens[first].start() + len(tokens[first].group(0)) - len(tokens[first].group(0).lstrip(_OPENERS))
        if first and tokens[first - 1].group(0).endswith("/"):
            continue
        for end in ends:
            name = text[start:end]
            if name[:1].isupper() and names.known(name) and name.lower()[:4] != "the ":
                return start, name, first
    return None


def _modifiers(tokens: list[re.Match[str]], index: int, phrase: LeftPhrase, words: Patterns) -> int:
    """Skip adjectives from `index` leftwards, noting "new", "separate", "previous"."""
    while index >= 0:
        raw = tokens[index].group(0)
        word = raw.lower().lstrip(_OPENERS)
        if word.endswith(_STOPS) or raw[:1].isupper():
            break
        word = word.rstrip(",")
        linked = word == "and" and index + 1 < len(tokens) and phrase.start == tokens[index + 1].start()
        if word not in words.adjectives and not linked:
            break
        phrase.newest = phrase.newest or word in words.determiners["newest"]
        phrase.other = phrase.other or word in words.determiners["other"]
        phrase.earlier = phrase.earlier or word in words.determiners["earlier"]
        phrase.start = tokens[index].start()
        index -= 1
    return index


def _name_extent(tokens: list[re.Match[str]], index: int, words: Patterns) -> tuple[int, int, int]:
    """The run of capitalised words that ends at `index`: (index left of it, first, last)."""
    last = index
    while index >= 0:
        raw = tokens[index].group(0)
        bare = raw.strip(_OPENERS)
        if raw.endswith(_STOPS) and bare not in words.dotted:
            break
        if (
            index < last
            and (raw.endswith(",") or _is_possessive(bare))
            and not _is_possessive_name(tokens, index, last)
        ):
            break
        if index == last and raw.endswith(","):
            break
        if not _can_be_in_name(bare, index < last, words):
            break
        index -= 1
        if raw[0] in _OPENERS:
            break
    first = index + 1
    while first <= last and tokens[first].group(0) in words.connectors:
        first += 1
    return index if first > last else first - 1, first, last


def _can_be_in_name(word: str, inside: bool, words: Patterns) -> bool:
    """A capitalised word; inside a name also "of" and the like; next to the noun also a day or a year."""
    if not word:
        return False
    if word[0].isdigit():
        return word.isdigit() or any(char.isupper() for char in word)
    return _is_part_of_month(word, words) or word[0].isupper() or word == "/" or (inside and word in words.connectors)


def _is_possessive(word: str) -> bool:
    return word.endswith(("'s", "’s", "s'", "s’", "'", "’"))


def _is_possessive_name(tokens: list[re.Match[str]], index: int, last: int) -> bool:
    """Whether the possessive belongs to the poll: only dates and titles stand between it and the noun."""
    return (
        _is_possessive(tokens[index].group(0))
        and all(token.group(0)[0].isdigit() or len(token.group(0)) > 2 for token in tokens[index + 1 : last + 1])
        and last - index <= 3
    )


def _set_name(text: str, run: list[re.Match[str]], phrase: LeftPhrase, words: Patterns, names: Directory) -> None:
    """Take dates, titles and places off the run; what is left is the pollster's name."""
    parts = [token.group(0).strip(_OPENERS + '"”,') for token in run]
    starts = [token.start() for token in run]
    shouted = words.is_title_case(text)
    headless = shouted or not text[: starts[0]].strip(_OPENERS + " ")
    first = int(parts[0].lower() in words.determiners["definite"] and len(parts) > 1)
    if first:
        phrase.determiner = "definite"
    dated: list[str] = []
    last = _right_end(parts, first, dated, words, names)
    first = _left_end(
        parts, (first, last), dated, phrase=phrase, headless=headless, shouted=shouted, words=words, names=names
    )
    for part in (*parts[:first], *parts[last:]):
        _note(part.lower(), phrase, words)
    opening = [i for i in range(first) if _plain(parts[i]).lower() in words.phrase_openers]
    phrase.start = min(phrase.start, starts[min([*opening, first, len(parts) - 1])])
    found = next(iter(find_dates(f"in {' '.join(dated)}")), None) if dated else None  # a bare "May" is no date
    phrase.time = found if found and found.kind in _DATES else phrase.time
    kept = [_plain(part) for part in parts[first:last]]
    name = names.core(" ".join([*parts[first : last - 1], *kept[-1:]])) if kept else ""
    noun = _CAPITALS.match(text, run[-1].end() + 1)
    if noun and kept and _names_subject(kept, words) and not words["poll_word"].match(noun.group(0)):
        name = f"{name} {noun.group(0)}"  # "Center for Public [Opinion Research]"
    told = not all(part in words.not_names or names.is_place(part) for part in kept)
    if kept and kept[0] in words.not_names and kept[0].lower() not in names.organisation:
        # "Results of the Spanish-Danish poll"
        telling = [
            part for part in kept[1:] if part not in words.connectors and part.capitalize() not in words.articles
        ]
        told = told and not names.is_place(" ".join(telling))
    if name and told and not names.is_place(name) and not words["credit"].search(name):
        phrase.name, phrase.name_start = name, starts[first]


def _note(word: str, phrase: LeftPhrase, words: Patterns) -> None:
    """Note "new", "another", "previous"."""
    phrase.newest = phrase.newest or word in words.determiners["newest"]
    phrase.other = phrase.other or word in words.determiners["other"]
    phrase.earlier = phrase.earlier or word in words.determiners["earlier"]


def _right_end(parts: list[str], first: int, dated: list[str], words: Patterns, names: Directory) -> int:
    """Where the name ends: before dates, titles and the place that the poll is of."""
    last = len(parts)
    while last > first and not any(names.known(_plain(" ".join(parts[i:last]))) for i in range(first, last)):
        if _is_date(parts[last - 1], words):
            dated.insert(0, parts[last - 1])
        elif not _closes_title(parts[first:last], last < len(parts), words, names):
            break
        last -= 1
    return last


def _left_end(
    parts: list[str],
    extent: tuple[int, int],
    dated: list[str],
    *,
    phrase: LeftPhrase,
    headless: bool,
    shouted: bool,
    words: Patterns,
    names: Directory,
) -> int:
    """Where the name begins: behind articles, dates and, at the head of a sentence, words that owe it their capital.

    Behind an article or a date a capital is the word's own, unless the whole sentence is `shouted` as headlines are.
    """
    first, last = extent
    capital_owed = shouted or (headless and not first)
    while first < last and (parts[first].islower() or not names.known(_plain(" ".join(parts[first:last])))):
        word = _plain(parts[first])
        if last - first >= 2 and names.is_place(" ".join(parts[first : first + 2])):
            break
        opens = word in words.articles or word in words.connectors or word.lower().endswith(words.describing)
        if _is_date(parts[first], words):
            dated.append(parts[first])
        elif not (
            opens
            or (headless and word in words.openers)
            or (word.lower() in words.modifiers and (capital_owed or names.known(" ".join(parts[first + 1 : last]))))
        ):
            break
        capital_owed = shouted or (capital_owed and not (opens or dated))
        if word.lower() in words.determiners["definite"]:
            phrase.determiner = "definite"
        elif word.lower() in words.determiners["fresh"]:
            phrase.determiner = "fresh"
        first += 1
    return first


def _closes_title(parts: list[str], cut: bool, words: Patterns, names: Directory) -> bool:
    """Whether the last word is the poll's title rather than its pollster's name: "Tracking", the place it is of."""
    last = _plain(parts[-1])
    if cut and last in words.connectors:
        return True
    if last in words.title_words or last.lower() in words.modifiers:
        return not _names_subject(parts, words)
    return (
        len(parts) > 1 and parts[-2] not in words.connectors and names.is_place(last) and _ends_name(parts[:-1], names)
    )


def _names_subject(parts: list[str], words: Patterns) -> bool:
    """Whether the last words tell what an institute is of or for: "Center for Public Opinion"."""
    at = len(parts) - 1
    while at > 0 and _plain(parts[at]) in words.title_words:
        at -= 1
    return at > 0 and parts[at] in words.subject_links


def _ends_name(parts: list[str], names: Directory) -> bool:
    joined = " ".join(parts)
    return bool(
        names.known(_plain(joined)) or "/" in joined or _is_possessive(joined) or names.is_organisation(_plain(joined))
    )


def _plain(word: str) -> str:
    for ending in ("'s", "’s"):
        word = word.removesuffix(ending)
    return word.rstrip("'’,")


def _is_date(word: str, words: Patterns) -> bool:
    plain = _plain(word).lower().strip(".")
    if plain in words.calendar or _is_part_of_month(word, words):
        return True
    return plain.isdigit() and (len(plain) <= 2 or plain[:2] in ("19", "20"))


def _is_part_of_month(word: str, words: Patterns) -> bool:
    """ "mid-May"."""
    part, _, month = _plain(word).lower().partition("-")
    return part in words.parts and month.strip(".") in words.calendar


def _past_adjectives(tokens: list[re.Match[str]], index: int, words: Patterns) -> int:
    """Where the determiner stands, past up to two adjectives that no list holds: "a companion survey"."""
    for at in range(index, max(index - UNLISTED - 1, -1), -1):
        word = tokens[at].group(0).lower().strip(_OPENERS)
        if word in words.leading:
            return at
        plain = _ADJECTIVE.fullmatch(tokens[at].group(0)) and not words["noun"].fullmatch(word)
        if not plain or word.capitalize() in words.openers:
            break
    return index


def _determiner(tokens: list[re.Match[str]], index: int, phrase: LeftPhrase, words: Patterns) -> None:
    """The word before name and adjectives."""
    index = _past_adjectives(tokens, index, words)
    for _ in range(2):
        if index < 0:
            return
        word = tokens[index].group(0).lower().strip(_OPENERS)
        if word in words.determiners["definite"] and not phrase.determiner:
            phrase.determiner = "definite"
            phrase.owned = word in words.owners
            phrase.earlier = phrase.earlier and word not in words.near
        elif word in words.determiners["fresh"] and not phrase.determiner:
            phrase.determiner = "fresh"
        elif word in words.determiners["other"]:
            phrase.other = True
        elif word in words.determiners["earlier"] and word != "first":
            phrase.earlier = True
        elif word in words.determiners["newest"] or word in words.modifiers:
            phrase.newest = phrase.newest or word in words.determiners["newest"]
        else:
            return
        phrase.start = tokens[index].start()
        index -= 1
