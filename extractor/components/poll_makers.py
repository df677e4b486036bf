"""Reads rightwards from "poll": who made it and who paid, after "by", "from", "for", "on behalf of"."""

import re
from dataclasses import dataclass
from typing import Literal

from extractor.components.poll_names import Directory
from extractor.components.poll_patterns import NOUN_REACH, Patterns

#: Small words inside a run of capitals that can part a pollster from what follows: "Gallup for USA Today".
_PARTING = ("for", "on", "at")


@dataclass(frozen=True, slots=True)
class Makers:
    """Names after a noun, and where the last of them ends."""

    end: int
    names: tuple[str, ...]
    sponsors: tuple[str, ...]


def makers(text: str, noun: re.Match[str], words: Patterns, names: Directory) -> Makers:
    """Who is named after the noun; the search ends at a verb of reporting or at the next poll."""
    made: list[str] = []
    paid: list[str] = []
    end = at = noun.end()
    own = words["made_by"].match(text, at)
    if own and (name := trim(own.group("name"), words, names)) and names.is_organisation(name):
        (paid if words["paid"].search(own.group("verb")) else made).append(name)
        at, end = own.end(), own.end("name")
    for lead in words["agent_lead"].finditer(text, at, min(len(text), at + NOUN_REACH)):
        if lead.start() < at:
            continue
        between = text[at : lead.start()]
        if words["blocking"].search(between) or words["noun"].search(between):
            break
        groups, stop = read_names(text, lead.end(), words, names)
        role = _role(lead.group(0), between, words) if groups else None
        if role == "owner":
            role = "maker" if _is_owned(text, groups, stop, words, names) else None
        if role is not None:
            (paid if role == "sponsor" else made).extend(groups)
            end = at = stop
    return Makers(end, tuple(made), tuple(member for name in paid for member in names.members(name)))


def _is_owned(text: str, groups: list[str], end: int, words: Patterns, names: Directory) -> bool:
    """Whether the poll "of" those named is that of organisations, and not of people of theirs."""
    return words["of_end"].match(text, end) is not None and all(map(names.is_organisation, groups))


def _role(lead: str, between: str, words: Patterns) -> Literal["maker", "sponsor", "owner"] | None:
    """What the names after `lead` are, given what stands between the noun (or the last name) and it."""
    if words["agent_of"].match(lead):
        return None if between.strip() else "owner"
    if words["agent_for"].match(lead):
        return "sponsor" if not between.strip() or words["done"].search(between) else None
    if not words["agent_by"].match(lead):
        told = words["only_date"].match(between) or words["source_lead"].match(between)
        return "maker" if told else None
    if words["paid"].search(between):
        return "sponsor"
    told = words["only_date"].match(between) or words["plain_of"].match(between) or words["done"].search(between)
    return "maker" if told else None


def read_names(text: str, start: int, words: Patterns, names: Directory) -> tuple[list[str], int]:
    """Capitalised names from `start`, parted by commas and "and": ("Gallup", "Pew Research Center"), and their end."""
    groups: list[str] = []
    at = stop = start
    while (match := words["name"].match(text, at)) is not None:
        name = trim(match.group("name"), words, names)
        if not name:
            break
        groups.append(name)
        found = text.find(name, match.start("name"))
        stop = (found if found >= 0 else match.start("name")) + len(name)
        joint = words["name_joint"].match(text, stop)
        if stop < match.end("name") or joint is None or _opens_clause(text, joint, words):
            break
        at = joint.end()
    return groups, stop


def _opens_clause(text: str, joint: re.Match[str], words: Patterns) -> bool:
    """Whether the name behind a comma begins a clause: "paid for by the Gazette, Acme polled 900 cooks"."""
    if not joint.group(0).lstrip().startswith(","):
        return False
    following = words["name"].match(text, joint.end())
    return following is not None and words["subject_next"].match(text, following.end()) is not None


def trim(name: str, words: Patterns, names: Directory, *, initial: bool = False) -> str:
    """The name without words that cannot begin or end one; empty if it is a place, a date or a group of people.

    `initial` tells that it begins its sentence, so that its first capital tells nothing.
    """
    parts = _before_date(name.split(), words)
    based = max((at for at, part in enumerate(parts) if part.endswith(words.describing)), default=-1)
    parts = parts[based + 1 :]  # "West Harbor-based Acme"
    while len(parts) > 2 and parts[0] in words.not_names and parts[1] in words.connectors and parts[1] != "for":
        if parts[0].lower() in names.organisation:  # "University of ..."
            break
        parts = parts[2:]
    while parts and not _begins_known(parts, names) and not names.is_place(" ".join(parts[:2])):
        opening = parts[0] in words.articles or parts[0].endswith(words.describing)
        if not (opening or (initial and parts[0] in words.openers)):
            break
        parts.pop(0)
    while parts and not names.known(" ".join(parts)):
        if not (parts[-1] in words.connectors or words["poll_word"].fullmatch(parts[-1])):
            break
        parts.pop()
    rest = names.core(" ".join(_before_parting(parts, names)).strip(" ,"))
    if not rest or names.is_place(rest) or words["credit"].search(rest) or not any(map(str.isupper, rest)):
        return ""
    return "" if all(part in words.not_names or part in words.connectors for part in parts) else rest


def _begins_known(parts: list[str], names: Directory) -> bool:
    """Whether the first words are a known name: "Public Policy Polling and Acme"."""
    return any(names.known(" ".join(parts[:size])) for size in range(len(parts), 0, -1))


def _before_date(parts: list[str], words: Patterns) -> list[str]:
    for index, part in enumerate(parts):
        if part.lower().strip(".,") in words.calendar or (index and part[0].isdigit()):
            return parts[:index]
    return parts


def _before_parting(parts: list[str], names: Directory) -> list[str]:
    """The words up to a "for" or "on" that is not inside the name ("Center for ...", "Program on ...")."""
    if names.known(" ".join(parts)):
        return parts
    for index in range(1, len(parts)):
        if parts[index] not in _PARTING:
            continue
        head = parts[index - 1].split("/")[-1].lower()
        inside = head in names.organisation if parts[index] == "on" else head not in names.firms
        if not inside or names.known(" ".join(parts[:index])) or _begins_known(parts[index + 1 :], names):
            return parts[:index]
    return parts
