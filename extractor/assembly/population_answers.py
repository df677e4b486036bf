"""A group that is the answer was not asked: "Greens 9 percent", "those not planning to vote were up five to 11"."""

from dataclasses import replace

from extractor.assembly.populations import ResolvedPopulation, always_asked
from extractor.models import Population
from extractor.parsing.populations import ALL_RESPONDENTS

_THOSE = ("those who ", "people who ", "those ", "the ")
#: What may follow a group in an answer that holds more of the same: "independents and others".
_MORE = (" and ", " or ")
_EVERYONE = Population(label=ALL_RESPONDENTS)


def apart_from_answer(answer: str, whom: ResolvedPopulation) -> ResolvedPopulation:
    """`whom`, or everyone polled where the group is nothing but the `answer` that was given."""
    group, told = _bare(whom.population.label), _bare(answer)
    if group != told and not any(told.startswith(group + more) for more in _MORE):
        return whom
    if always_asked(group):
        return whom  # the answer is one told before
    return replace(whom, population=_EVERYONE, inferred=True)


def _bare(label: str) -> str:
    low = label.lower()
    return next((low.removeprefix(word) for word in _THOSE if low.startswith(word)), low)
