"""The method note of an article's only poll, told of it by another name: "The Mood survey was conducted May 3-9"."""

from collections.abc import Sequence

from extractor.assembly.poll_facts import Facts
from extractor.assembly.poll_scopes import ScopeReader
from extractor.assembly.poll_state import BoundMention
from extractor.assembly.poll_times import Times

#: References of mentions that tell of a poll beside the one reported.
_BESIDE = ("other", "earlier", "generic")


def adopted(scopes: ScopeReader, facts: Sequence[Facts], numbers: Sequence[int], times: Times) -> None:
    """Give the facts of the one poll without figures to the one poll with figures, if that has neither size nor date.

    `numbers` are the polls of the figures.  A poll told as another, an older or an average one keeps its facts, and so
    does one of a pollster known as another than that of the figures.
    """
    with_figures = sorted(set(numbers))
    if len(with_figures) != 1 or _is_told(facts[with_figures[0]]):
        return
    own = with_figures[0]
    others = [at for at, one in enumerate(facts) if at != own and _is_told(one)]
    if len(others) == 1 and _may_be_one(scopes, own, others[0], facts[others[0]], times):
        facts[own].take(facts[others[0]])


def _is_told(facts: Facts) -> bool:
    return bool(facts.dates) or any(sample.size for sample in facts.samples)


def _may_be_one(scopes: ScopeReader, own: int, other: int, facts: Facts, times: Times) -> bool:
    """Whether the second poll may be the first by another name."""
    one, two = scopes.polls[own], scopes.polls[other]
    if two.average or two.apart or two.transient or two.plural or any(times.is_old(phrase) for phrase in facts.dates):
        return False
    first, second = _mentions(scopes, own), _mentions(scopes, other)
    if not first or not second or second[0].start < first[0].start:
        return False
    if any(found.previous or found.mention.reference in _BESIDE for found in second):
        return False
    return not (_pollsters(scopes, one.names) and _pollsters(scopes, two.names))


def _mentions(scopes: ScopeReader, poll: int) -> list[BoundMention]:
    return [found for sentence in scopes.sentences for found in sentence.mentions if found.poll == poll]


def _pollsters(scopes: ScopeReader, names: Sequence[str]) -> bool:
    """Whether any of the names is of a known pollster."""
    return any((entry := scopes.names.known(name)) is not None and entry.kind == "pollster" for name in names)
