"""The answers a figure may give: what the constructions propose, and what the report told before."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from extractor.assembly.chooser import Fixed
from extractor.assembly.labels import label, opens_aside
from extractor.assembly.memory import Memory, earlier_names, is_name, key
from extractor.assembly.named_parts import ranks_group
from extractor.assembly.opposites import opposite
from extractor.assembly.persons import persons
from extractor.assembly.source_names import takes_the_poll
from extractor.assembly.standing_wholes import opens_condition
from extractor.components.doc_text import spans_of
from extractor.components.values import POPULATIONS
from extractor.constructions.chunks import Sequence
from extractor.constructions.grammar import Candidate
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers, Names

_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "him",
        "her",
        "them",
        "his",
        "their",
        "its",
        "i",
        "we",
        "you",
        "who",
        "which",
        "that",
        "this",
    ]
)
_RATED = re.compile("g[oF][.L']{0,3}$")
_PARTS = re.compile(r"\(f\)&(?P<r>[^fp;:()!,ESw-]+)\(f\)")
#: Where a clause begins whose subject a group is, and what makes that group the answer: "Greens rose to 14 percent".
_CLAUSE = re.compile("(?:^|[,;:!w&H])[zd.]?$")
#: Longer groups are told by what they think.
_MOST_WORDS = 4
_COUNTED = re.compile("[ct]")
_VERBS = re.compile("[bmhvV']")
_SINCE = "since"
#: What goes on behind "but", to the end of the sentence or bracket.
_GOES_ON = re.compile(r"w(?:n?[vVb]|rbn?|\.(?![^fp;:!(),]*[mbhvVs]))[^fp;:!(),EwSP]{0,5}(?=[!)]|$)")
_OWNERS = frozenset(("his", "her", "their", "its"))
_SUPPORT = frozenset(("support", "backing"))
_HAS_SUPPORT, _CITED = "name.has-support", "name.cited"
#: "Of voters who", and a named subject that has a share.
_WHO = re.compile("[oM][z.]?P(?:[oi][PL.])?R.?")
_OWNER = re.compile("(?:^|[,;!w&H])[Nr][bm]?[hl.]z?$")
#: The features of an option before they are read.
UNREAD = Fixed()
#: Chunks that decide an answer: modals, forms of "be", verbs of opinion.
_DECIDING = frozenset("mbvV")


@dataclass(slots=True)
class Option:
    """One possible answer: its label, where it stands (chunk range, if in the sentence) and who proposed it."""

    label: str
    rules: list[str] = field(default_factory=list)
    place: tuple[int, int] | None = None
    candidate: Candidate | None = None
    #: Features that do not depend on what other figures answer; read once.
    fixed: Fixed = UNREAD
    #: What reading it again in its words added to its score.
    again: float = 0.0

    @property
    def priority(self) -> int:
        """The specificity of the construction that proposed it first."""
        return self.candidate.construction.priority if self.candidate else 0


def own_options(line: Sequence, found: list[Candidate], values: dict[int, float]) -> list[Option]:
    """The answers that the sentence itself words for one figure, grouped by label, in order of first proposal."""
    grouped: dict[str, Option] = {}
    for candidate in found:
        for place, suffix in _places(line, candidate, values):
            text = _named(line, place) or worded(line, *place)
            if text:
                _add(grouped, text, candidate.construction.id + suffix, place, candidate)
    _drop_pointless(line, grouped)
    for option in list(grouped.values()):
        joined = _joined(line, option)
        if joined:
            _add(grouped, f"{option.label} or {joined}", "net." + option.rules[0], option.place, option.candidate)
        if option.place and line.code[option.place[0]] == "N" and option.place[1] == option.place[0] + 1:
            for noun in [other.label for other in grouped.values() if other.label.lower() in _SUPPORT]:
                _add(
                    grouped,
                    f"{noun} for {option.label}",
                    "support-of." + option.rules[0],
                    option.place,
                    option.candidate,
                )
    return list(grouped.values())


def _is_rated(line: Sequence, place: tuple[int, int], rules: set[str]) -> bool:
    """Whether a name is that of who is rated: "approval of the mayor", where the rating itself is proposed."""
    alone = place[1] == place[0] + 1 and line.code[place[0]] == "N"
    return (
        alone and _RATED.search(line.code, 0, place[0]) is not None and any(rule.startswith("rating") for rule in rules)
    )


def _drop_pointless(line: Sequence, grouped: dict[str, Option]) -> None:
    """Drop what a better reading of the clause speaks against.

    Where somebody has "13 percent support", that name is the answer, not the noun; where an issue is what "37 percent
    cite", it is; who took the poll is no answer, nor who is rated where a rating is told ("approval of the mayor"); and
    of "Smith has 92 percent of voters who like the plan" the clause on the voters is none.
    """
    rules = {rule for option in grouped.values() for rule in option.rules}
    for text, option in list(grouped.items()):
        bare = _HAS_SUPPORT in rules and text.lower() in _SUPPORT
        cited = _CITED in rules and _CITED not in option.rules and _points_right(option)
        source = option.place is not None and (
            takes_the_poll(line, option.place) or _is_rated(line, option.place, rules)
        )
        nobody = not any(map(str.isalpha, text)) or _is_who_answers(line, option) or _lacks_object(line, option)
        nobody = nobody or _is_ranked_group(line, option)
        if bare or cited or source or nobody or (_points_right(option) and _is_of_voters(line, option)):
            del grouped[text]


def _is_who_answers(line: Sequence, option: Option) -> bool:
    """Whether an answer is nothing but the group before its figure ("nurses, 77 percent"); a party may be chosen."""
    if option.place is None or option.candidate is None or option.place[0] > option.candidate.figure:
        return False
    first, last = option.place
    if line.code[first:last].lstrip(".&w,") != "P" or not _CLAUSE.search(line.code, 0, last - 1):
        return False
    if len(option.label.split()) > _MOST_WORDS or _COUNTED.search(line.code, last, option.candidate.figure):
        return False  # "those who would leave it alone (16 percent)" is one
    here = line.chunks[last - 1].start
    facets = next((s._.population.facets for s in spans_of(line.doc, POPULATIONS) if s.start == here), None)
    return facets is not None and not facets.keys() & {"party", "support"}


def _is_ranked_group(line: Sequence, option: Option) -> bool:
    """Whether an answer only tells which place a group takes: "nurses came last", "ahead of Peru"."""
    return option.place is not None and not _points_right(option) and ranks_group(line, *option.place)


def _lacks_object(line: Sequence, option: Option) -> bool:
    """Whether an answer is a group and its verb, cut off from what it chose: "nurses ranked | pay at 28 percent"."""
    if option.place is None or option.candidate is None or option.place[1] >= option.candidate.figure:
        return False
    first, last = option.place
    return line.code[first:last] == "Pv" and line.code[last] in ".N"


def _points_right(option: Option) -> bool:
    return option.place is not None and option.candidate is not None and option.place[0] > option.candidate.figure


def _is_of_voters(line: Sequence, option: Option) -> bool:
    """Whether an answer is the clause on those of whom a named subject has the share: "Smith wins 92 percent of …"."""
    if option.place is None or option.candidate is None:
        return False
    behind = line.code[option.candidate.figure + 1 : option.place[0]]
    return bool(_WHO.fullmatch(behind) and _OWNER.search(line.code, 0, option.candidate.figure))


def told_options(
    line: Sequence, found: list[Candidate], position: int, memory: Memory, following: list[str]
) -> list[Option]:
    """The answers that stand elsewhere: of the figures before and after, of their opposites, of names told before.

    Constructions that point to a neighbour ("compared with 29 percent of men") count for that neighbour's answer.
    """
    grouped: dict[str, Option] = {}
    pointers = {
        "previous": memory.back(1),
        "next": following[0] if following else "",
        "opposite": opposite(memory.back(1)),
    }
    for candidate in found:
        text = pointers.get(candidate.pointer, "")
        if candidate.response is None and text:
            _add(grouped, text, candidate.construction.id, None, candidate)
    for rule, text in _told(line, position, memory, following):
        if text:
            _add(grouped, text, rule, None, None)
    return list(grouped.values())


def worded(line: Sequence, first: int, last: int) -> str:
    """The answer that chunks `first` up to `last` word; a long subject does not cost it the verb that decides it."""
    verb = next((i for i in range(first + 1, last) if line.code[i] in _DECIDING), None)
    through = line.chunks[verb].end - 1 if verb is not None else 0
    return label(line.doc, line.chunks[first].start, line.chunks[last - 1].end, through=through)


def is_pronoun(text: str) -> bool:
    """Whether a label is nothing but a pronoun."""
    return text.lower() in _PRONOUNS


def _named(line: Sequence, place: tuple[int, int]) -> str:
    """The person behind a pronoun, a description or a name that titles make long; else nothing."""
    single = place[1] == place[0] + 1 and line.code[place[0]] in "Nr"
    if line.code.startswith(",N", place[1]) and _describes(line.text(*place).lower().split()):
        return line.text(place[1] + 1, place[1] + 2)  # "the former mayor, Jane Smith"
    return persons(line.doc).name_of(*line.tokens(*place)) if single else ""


def _describes(words: list[str]) -> bool:
    """Whether words describe somebody who is named behind them: "the former mayor", "her challenger"."""
    return words[0] == "the" or (words[0] in _OWNERS and words[-1] in _roles())


@cache
def _roles(language: str = "en") -> frozenset[str]:
    return frozenset(load(Names, language, "names").roles)


def _joined(line: Sequence, option: Option) -> str:
    """The second of two answers that a total joins, each with its share behind it: "very (25 percent) or somewhat"."""
    if option.place is None or option.candidate is None or option.place[0] < option.candidate.figure:
        return ""
    last = option.place[1]
    match = _PARTS.match(line.code, last)
    if not match:
        return ""
    return label(line.doc, line.chunks[match.start("r")].start, line.chunks[match.end("r") - 1].end)


def _add(
    grouped: dict[str, Option], text: str, rule: str, place: tuple[int, int] | None, origin: Candidate | None
) -> None:
    option = grouped.setdefault(text, Option(text, [], place, origin))
    if rule not in option.rules:
        option.rules.append(rule)


def _places(line: Sequence, candidate: Candidate, values: dict[int, float]) -> Iterator[tuple[tuple[int, int], str]]:
    """Where the response of `candidate` may stand: as matched, from behind a verb of saying, from a verb of opinion."""
    response, suffix = candidate.response, ""
    if candidate.size and candidate.partner is not None and candidate.other:
        mine, partner = values.get(candidate.figure, 0.0), values.get(candidate.partner, 0.0)
        # Who leads has the larger figure, in whatever order the two are told.
        if mine != partner and (mine > partner) != (candidate.size > 0):
            response, suffix = candidate.other, "-swapped"
    if response is None:
        return
    first, last = response
    if _is_aside(line, candidate.figure, first) or opens_condition(line, first):
        return
    last = _end_behind_but(line, first, last)
    yield (first, last), suffix
    code = line.code[first:last]
    said = _said(code)
    if 0 <= said < len(code) - 1:
        yield (first + said + 1, last), suffix + ">say"
    verb = next((i for i, letter in enumerate(code) if letter in "vVb" and _opens(code, i)), -1)
    if verb > 0 and (code[verb - 1] == "n" or (code[verb - 1] == "." and _is_degree(line, first + verb - 1))):
        verb -= 1
    if verb > 0:
        yield (first + verb, last), suffix + ">verb"


def _end_behind_but(line: Sequence, first: int, last: int) -> int:
    """Where an answer ends that goes on behind "but" without a subject or figure of its own: "is slow but safe"."""
    going = _GOES_ON.match(line.code, last)
    if going is None or first > last or line.text(last, last + 1).lower() != "but":
        return last
    return going.end()


def _said(code: str) -> int:
    """Where what was said begins: behind the last verb of saying and its "that"; a "that" inside what was said is none.

    >>> _said("PsrHbv"), _said("Psrb.TrH.v"), _said("vHNb")
    (3, 1, 1)
    """
    verb, that = code.rfind("s"), code.rfind("H")
    return verb if 0 <= verb < that and _VERBS.search(code, verb, that) else max(verb, that)


def _is_aside(line: Sequence, figure: int, first: int) -> bool:
    """Whether chunk `first` opens no answer: the owned noun of "her support", or "when told that …" behind a figure."""
    if line.code[first] == "V" and line.code[first - 1 : first] == "'":
        return True
    if first > figure and line.code[first - 1] == "d" and line.text(first - 1, first).lower().endswith(_SINCE):
        return True  # "60 percent since the mayor followed Smith"
    said = next((i for i in range(first, len(line.code)) if line.code[i] not in "srH"), first)
    return first > figure and opens_aside(line.doc, line.chunks[said].start)


def _is_degree(line: Sequence, i: int) -> bool:
    """Whether chunk `i` is an adverb that an answer may not lose: "strongly favor"."""
    return line.text(i, i + 1).lower() in _degrees()


@cache
def _degrees(language: str = "en") -> frozenset[str]:
    return frozenset(load(Answers, language, "answers").degrees)


def _opens(code: str, i: int) -> bool:
    """Whether a verb may open an answer: one inside a compound ("right-leaning") or owned ("her support") does not."""
    return "~" not in (code[i - 1 : i], code[i + 1 : i + 2]) and not (code[i] == "V" and code[i - 1 : i] == "'")


def _told(line: Sequence, position: int, memory: Memory, following: list[str]) -> Iterator[tuple[str, str]]:
    last = memory.back(1)
    yield "told.previous", last
    yield "told.before-previous", memory.back(2)
    for i, text in enumerate(following):
        yield f"told.next-{i + 1}", text
    if last and not is_pronoun(last) and not is_name(last):
        yield "told.opposite", opposite(last)
    yield "told.pair-first", memory.pair[0]
    yield "told.pair-second", memory.pair[1]
    yield "told.pair-before-first", memory.pair_before[0]
    yield "told.pair-before-second", memory.pair_before[1]
    for i, name in enumerate([name for name in memory.names if key(name) != key(last)][:2]):
        yield f"told.rival-{i + 1}", name
    for i, name in enumerate(memory.rivals.of(last)):
        yield f"told.opponent-{i + 1}", name
    for i, name in enumerate(earlier_names(memory.rivals, line.chunks[position].start)):
        yield f"told.name-{i + 1}", name
