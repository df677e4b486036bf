"""Which response each figure gives: the candidates of the grammar, the choice among them, pointers resolved."""

import math
from collections import defaultdict
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span

from extractor.assembly import (
    bracket_lists,
    close_calls,
    commonest,
    contrasts,
    drawn_support,
    extremes,
    part_shares,
    race_choices,
    race_margins,
    race_nets,
    race_shares,
    races,
    repeated,
    shared_heads,
    stance_pairs,
)
from extractor.assembly.chooser import score, weights
from extractor.assembly.chosen_names import chosen
from extractor.assembly.claims import claimed_before
from extractor.assembly.features import ToldReader, fixed_features, side_of
from extractor.assembly.labels import ASIDE
from extractor.assembly.memory import Memory, is_name, key, rivals
from extractor.assembly.options import UNREAD, Option, own_options, told_options
from extractor.assembly.persons import persons
from extractor.assembly.pointing import held, pointed_at, points_back
from extractor.assembly.response_shared import own_name, sharing
from extractor.assembly.spots import Spot, spot
from extractor.assembly.standing import Place, standing, standing_options
from extractor.components.cues import sentences_with_figures
from extractor.components.doc_text import sentence_of, spans_of, words_of
from extractor.components.values import FIGURES
from extractor.constructions.asides import remarks, wave_asides
from extractor.constructions.chunks import Sequence, marks, sequence
from extractor.constructions.grammar import Candidate, candidates
from extractor.encoder.passages import Choice

MODEL = "responses"
#: What is read off a clause for certain.
SURE = frozenset(
    (
        bracket_lists.SURE,
        contrasts.SURE,
        drawn_support.SURE,
        shared_heads.SURE,
        extremes.SURE,
        commonest.SURE,
        part_shares.SURE,
        *repeated.SURE,
        *races.SURE,
        *stance_pairs.SURE,
    )
)
#: Answers less likely than e to the minus this are not followed when two figures are chosen together.
_BEAM = 4.0


@dataclass(slots=True)
class Bound:
    """One figure with what was bound to it: its options with their scores, the best first, and the chosen label."""

    span: Span
    #: The sentence without what is told aside, and the place of the figure in it.
    sequence: Sequence
    position: int
    spot: Spot
    #: The whole sentence, and the place there.
    whole: Sequence
    place: int
    own: list[Option] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    values: dict[int, float] = field(default_factory=dict)
    #: Where the answer stands for certain, if the clause leaves no choice.
    stands: Place | None = None
    options: list[tuple[float, Option]] = field(default_factory=list)
    label: str = ""
    rule: str = "none"
    inferred: bool = False
    #: Further answers of the same figure: "Smith and Jones at 2 percent".
    others: tuple[str, ...] = ()


def bind(doc: Doc) -> list[Bound]:
    """Every figure of `doc`, in order, with the answers that its own sentence words for it."""
    found: list[Bound] = []
    marked = marks(doc)
    by_sentence: dict[int, list[Span]] = defaultdict(list)
    for figure in spans_of(doc, FIGURES):
        by_sentence[sentence_of(doc, figure.start)[0]].append(figure)
    for sentence in sentences_with_figures(doc):
        whole = sequence(sentence, marked)
        aside = wave_asides(whole) | remarks(whole)
        main = sequence(sentence, marked, aside) if aside else whole
        doc.user_data.setdefault(ASIDE, set()).update(aside)
        told: list[Bound] = []
        for line, inside in ((main, False), (whole, True))[: 2 if aside else 1]:
            figures = [figure for figure in by_sentence[sentence.start] if (figure.start in aside) == inside]
            told += _of_line(line, whole, figures)
        found += sorted(told, key=lambda bound: bound.span.start)
    return found


def _of_line(line: Sequence, whole: Sequence, figures: list[Span]) -> list[Bound]:
    """The `figures` of a sentence with the answers that `line` words for them; `whole` is all of the sentence."""
    place = {line.chunks[i].start: i for i, letter in enumerate(line.code) if letter in "fp"}
    places = {whole.chunks[i].start: i for i, letter in enumerate(whole.code) if letter in "fp"}
    figures = [figure for figure in figures if figure.start in place]
    if not figures:
        return []
    values = {place[figure.start]: abs(figure._.figure.value) for figure in figures}
    proposals: dict[int, list[Candidate]] = defaultdict(list)
    known = standing(line)
    for candidate in candidates(line):
        proposals[candidate.figure].append(candidate)
    told: list[Bound] = []
    for figure in figures:
        i = place[figure.start]
        ranked = sorted(proposals[i], key=lambda c: (-c.construction.priority, c.start - c.end, c.construction.id))
        own = own_options(line, ranked, values)
        own = [option for option in own if not bracket_lists.names_place(line.doc, option.label)]
        spotted = spot(line, i, values[i])
        told.append(Bound(figure, line, i, spotted, whole, places[figure.start], own, ranked, values))
    for bound in told:
        bound.stands = known.get(bound.position)
    for where in dict.fromkeys(known.values()):
        settle([bound for bound in told if bound.stands == where], where)
    for bound in told:
        for option in bound.own:
            option.fixed = fixed_features(bound.spot, option)
    return told


def settle(sharing: list[Bound], where: Place) -> None:
    """Leave figures that share an answer, known to stand at chunks `where`, the options that stand there."""
    proposed = [option for bound in sharing for option in bound.own]
    options = standing_options(sharing[0].sequence, where, proposed) if sharing else []
    options = [option for option in options if not bracket_lists.names_place(sharing[0].sequence.doc, option.label)]
    for bound in sharing:
        bound.stands = where if options else None
        bound.own = [replace(option, rules=list(option.rules)) for option in options] or bound.own


def resolve(found: list[Bound], model: dict[str, float] | None = None, *, again: bool = False) -> None:
    """Give each figure its label, in the order of the text: what was told before is known, what follows is guessed.

    With `again`, close choices are read again in their words.
    """
    model = weights(MODEL) if model is None else model
    memory = Memory(rivals=rivals(found[0].span.doc)) if found else Memory()
    for bound in found:
        bound.options = []
    own = [best_own(bound, model) for bound in found]
    for i, bound in enumerate(found):
        if bound.options:
            continue
        paired = i + 1 < len(found) and _is_pair(bound, found[i + 1])
        bound.options = rank(bound, memory, own[i + 1 : i + 3], model)
        if paired:
            choose_pair(bound, found[i + 1], memory, own[i + 2 : i + 4], model)
        if again and read_close(bound) and paired:
            found[i + 1].options = rank(found[i + 1], _after(memory, bound), own[i + 2 : i + 4], model)
        take_best(bound, memory.back(1))
        remember(memory, bound)
        if paired:
            if again:
                read_close(found[i + 1])
            take_best(found[i + 1], memory.back(1))
            remember(memory, found[i + 1])


def choose_pair(first: Bound, second: Bound, memory: Memory, following: list[str], model: dict[str, float]) -> None:
    """Choose the answers of two figures told against each other ("48 to 44") together, the likeliest two."""
    best, best_score, order = None, -math.inf, list(first.options)
    sure = bool(order) and not race_choices.SURE.isdisjoint(order[0][1].rules)
    for chance, option in zip(log_chances(first.options), order, strict=True):
        if chance < -_BEAM or (sure and best is not None):
            break
        options = rank(second, _after(memory, first, option[1]), following, model)
        total = chance + log_chances(options)[0]
        if total > best_score:
            best, best_score, second.options = option, total, options
    if best is not None:
        first.options = [best, *(option for option in order if option is not best)]


def _after(memory: Memory, first: Bound, option: Option | None = None) -> Memory:
    """What is told once the first of a pair has answered `option`, its best one by default."""
    best = option or first.options[0][1]
    told = memory.copy()
    told.tell(best.label, side_of(best, first.position), first.sequence.start, "first", first.spot.value)
    return told


def read_close(bound: Bound) -> bool:
    """Let the words around a figure decide where its options lie close; whether another one is first then."""
    if len(bound.options) < 2 or not SURE.isdisjoint(bound.options[0][1].rules):
        return False
    best, sums = bound.options[0][1], [total for total, _ in bound.options]
    choices = [choice_of(bound.sequence, option) for _, option in bound.options]
    added = close_calls.read_again("response", bound.span, choices, sums)
    for (_, option), more in zip(bound.options, added, strict=True):
        option.again = more
    totals = ((total + option.again, option) for total, option in bound.options)
    bound.options = sorted(totals, key=lambda pair: -pair[0])
    return bound.options[0][1] is not best


def choice_of(line: Sequence, option: Option) -> Choice:
    """An option as it is read again: its label and where it stands."""
    if option.place is None:
        return Choice(option.label)
    start, end = line.chunks[option.place[0]].start, line.chunks[option.place[1] - 1].end
    words = words_of(line.doc)
    return Choice(option.label, words.starts[start], words.ends[end - 1])


def log_chances(options: list[tuple[float, Option]]) -> list[float]:
    """The logarithms of the chances that the model gives to scored options."""
    top = options[0][0]
    whole = math.log(sum(math.exp(value - top) for value, _ in options))
    return [value - top - whole for value, _ in options]


def take_best(bound: Bound, told: str) -> None:
    """Give a figure the answer that stands first among its options; one that points back stands for what was told."""
    if bound.options:
        best = _other_side(bound, told) or bound.options[0][1]
        bound.label, bound.rule, bound.inferred = best.label, best.rules[0], best.place is None
        bound.label = chosen(bound.sequence, best.place, best.label) or best.label
        if points_back(bound.label):
            told = claimed_before(bound.sequence, bound.position) or told
            bound.label, bound.inferred = pointed_at(bound.label, told), True
        elif view := held(bound.label):
            bound.label = claimed_before(bound.sequence, bound.position) or view
    if bound.spot.role != "solo":
        return
    line, position = bound.sequence, bound.position
    if race_shares.is_support(bound.label) and "P" not in line.code[position : line.code.find("V", position) + 1]:
        bound.label = race_shares.supported(line, position) or bound.label
    own, names = own_name(line, position), sharing(line, position)
    if own:
        bound.label, bound.rule, bound.inferred = own, "shared.own", False
    elif names:
        if all(key(name) != key(bound.label) for name in names):
            bound.label, bound.rule, bound.inferred = names[-1], "shared", False
        bound.others = tuple(name for name in names if key(name) != key(bound.label))


def _other_side(bound: Bound, told: str) -> Option | None:
    """The other name where the second figure of a pair would be of the first one's side again: "Smith, 48 to 44"."""
    here, best, code = bound.spot, bound.options[0][1].label, bound.sequence.code
    if (
        here.role != "second"
        or key(best) != key(told)
        or not is_name(best)
        or "T" not in code[here.position - 2 : here.position]
    ):
        return None
    if here.apart == "groups" or (here.apart == "times" and here.names[0] < "2"):
        return None
    names = (option for _, option in bound.options if is_name(option.label))
    return next((option for option in names if key(option.label) != key(told)), None)


def _is_pair(first: Bound, second: Bound) -> bool:
    return first.sequence is second.sequence and first.spot.role == "first" and second.spot.role == "second"


def remember(memory: Memory, bound: Bound) -> None:
    """Tell `memory` what `bound` answers."""
    if bound.rule.startswith("net."):
        memory.total = bound.label
    elif bound.label not in memory.total:
        memory.total = ""
    side = side_of(bound.options[0][1], bound.position) if bound.options else ""
    if bound.rule == "race.net":
        memory.net = (bound.label, bound.sequence.start)
    memory.tell(bound.label, side, bound.sequence.start, bound.spot.role, bound.spot.value)


def rank(bound: Bound, memory: Memory, following: list[str], model: dict[str, float]) -> list[tuple[float, Option]]:
    """The options of one figure with their scores, the best first; ties keep the order of specificity.

    `following` are the answers that the next figures' own words give them.
    """
    line, position = bound.sequence, bound.position
    known = persons(line.doc)
    options: dict[str, Option] = {}
    for option in bound.own:
        options.setdefault(known.one(option.label), option)
    elsewhere: list[Option] = []
    if not bound.stands:
        elsewhere = [*told_options(line, bound.candidates, position, memory, following), *read_options(bound, memory)]
        elsewhere = [option for option in elsewhere if not bracket_lists.names_place(line.doc, option.label)]
    for option in elsewhere:
        whom = known.one(option.label)
        seen = options.get(whom, Option(option.label))
        first, second = (option, seen) if not SURE.isdisjoint(option.rules) else (seen, option)
        rules = [*first.rules, *(rule for rule in second.rules if rule not in first.rules)]
        options[whom] = Option(seen.label, rules, seen.place or option.place, seen.candidate)
    told = ToldReader(bound.spot, memory, following[0] if following else "")
    scored: list[tuple[float, Option]] = []
    for option in options.values():
        if option.fixed is UNREAD:
            option.fixed = fixed_features(bound.spot, option)
        scored.append((option.fixed.score(model) + score(model, told.features(option)), option))
    ranked = _totals_first(_read_first(sorted(scored, key=lambda pair: -pair[0])), position)
    return _parts_first(ranked, position, memory.total) if memory.total else ranked


def _read_first(options: list[tuple[float, Option]]) -> list[tuple[float, Option]]:
    """Where a clause tells who is ahead of whom, or both sides of an opinion, nothing speaks against it."""
    for i, (_, option) in enumerate(options):
        if not SURE.isdisjoint(option.rules):
            return [(options[0][0], option), *options[:i], *options[i + 1 :]]
    return options


def _parts_first(options: list[tuple[float, Option]], position: int, total: str) -> list[tuple[float, Option]]:
    """Behind a total, the answer before a figure is its own part of the total: "very (25) or somewhat (27)"."""
    parts = [
        (option.place[1], -i)
        for i, (_, option) in enumerate(options)
        if option.place and option.place[0] < position and option.label != total and option.label in total
    ]
    if not parts:
        return options
    i = -max(parts)[1]
    return [(options[0][0], options[i][1]), *options[:i], *options[i + 1 :]]


def _totals_first(options: list[tuple[float, Option]], position: int) -> list[tuple[float, Option]]:
    """An answer whose second half stands behind the share of its first is told whole: "very (25) or somewhat (27)"."""
    best = options[0][1] if options else None
    if best is None or best.place is None or best.place[0] < position:
        return options
    for i, (_, option) in enumerate(options):
        if option.label.startswith(f"{best.label} or ") and option.rules[0].startswith("net."):
            return [(options[0][0], option), *options[:i], *options[i + 1 :]]
    return options


def read_options(bound: Bound, memory: Memory) -> list[Option]:
    """The side of a race that a figure of a pair, or a lead, belongs to; the side of an opinion."""
    line, position = bound.sequence, bound.position
    worded = contrasts.of_contrast(line, position) or shared_heads.of_item(line, position)
    if (worded := worded or drawn_support.of_drawn(line, position)) is not None:
        return [Option(worded.label, list(worded.rules), worded.place)]
    listed = extremes.extreme(line.doc, bound.span.start)
    if listed is not None and extremes.is_worded(listed, line.code, position):
        listed = None  # "the happiest, with 80 percent content": the figure has an answer of its own
    if listed is not None and (told := extremes.answer(listed, memory.labels)):
        return [Option(told, ["extreme"])]
    item = bracket_lists.listed(line.doc, bound.span.start)
    if item is not None and item.kind == "answers" and item.name:
        return [Option(item.name, [bracket_lists.SURE])]
    if item is not None and item.kind == "places" and (told := memory.back(1)):
        return [Option(told, ["extreme"] if not item.first or not bound.own else ["told.listed"])]
    place = bound.spot.role if bound.spot.role != "solo" else stance_pairs.set_against(line, position)
    told_apart = line.code[position - 1 : position] in ("~", "T") and place == "second"
    again = None if told_apart else part_shares.of_part(line, position, memory)
    again = again or repeated.told_again(line, position, memory, bound.span._.figure.kind)
    again = again or repeated.told_by_degree(line, position, memory)
    again = again or repeated.told_by_auxiliary(line, position, memory)
    again = again or repeated.told_by_preposition(line, position, memory) or commonest.of_commonest(line, position)
    if again is not None:
        return [Option(again.label, list(again.rules), again.place)]
    if place == "solo":
        told = next((name for name in memory.names if not race_shares.is_support(name)), "")
        found = [race_shares.of_share(line, position) or race_shares.of_vote(line, position, told)]
    elif place == "points":
        found = [
            race_nets.of_net(line, position, memory, bound.span._.figure.kind)
            or race_margins.of_margin(line, position, memory)
        ]
    else:
        partner = line.code.find("f", position + 1) if place == "first" else line.code.rfind("f", 0, position)
        race = races.of_pair(line, position, partner, bound.values, memory)
        sure = race is not None and races.is_sure(race)
        choice = None if sure else race_choices.of_choice(line, position, partner, memory)
        stance = None if sure or choice else stance_pairs.of_pair(line, position, partner, bound.values, memory)
        found = [race, choice, stance]
    return [Option(told.label, list(told.rules), told.place) for told in found if told is not None]


def best_own(bound: Bound, model: dict[str, float]) -> str:
    """The best answer that its own sentence gives a figure; one that points back is none."""
    best = max(bound.own, key=lambda option: option.fixed.score(model)).label if bound.own else ""
    return "" if points_back(best) else best
