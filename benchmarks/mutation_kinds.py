"""Ways to corrupt one reported figure, as a journalist or an editor might: on records, one fault at a time."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractor.checks.answers import is_printed
from extractor.checks.keys import population_key, response_key
from extractor.models import Dataset, Figure, Poll


@dataclass(frozen=True, slots=True)
class Mutation:
    """One corruption: new values of figures by id, or a new size of the only sample of a poll."""

    kind: str
    values: tuple[tuple[str, float], ...] = ()
    poll_id: str | None = None
    size: int | None = None

    def apply(self, dataset: Dataset) -> Dataset:
        """The dataset with the corruption; nothing else changes."""
        values = dict(self.values)
        return dataset.model_copy(
            update={
                "figures": tuple(
                    figure.model_copy(update={"value": values[figure.figure_id]})
                    if figure.figure_id in values
                    else figure
                    for figure in dataset.figures
                ),
                "polls": tuple(self._resized(poll) if poll.poll_id == self.poll_id else poll for poll in dataset.polls),
            }
        )

    def _resized(self, poll: Poll) -> Poll:
        return poll.model_copy(update={"samples": (poll.samples[0].model_copy(update={"size": self.size}),)})


def mutations(dataset: Dataset) -> Iterator[Mutation]:
    """Every corruption of every kind, in the order of records."""
    for figure in dataset.figures:
        if is_printed(figure):
            for kind, change in _VALUES.items():
                value = change(figure)
                if value is not None and value != figure.value:
                    yield Mutation(kind, ((figure.figure_id, value),))
    yield from _swaps(dataset)
    for poll in dataset.polls:
        size = poll.samples[0].size if len(poll.samples) == 1 else None
        for changed in sorted({_transposed(size), size // 10}) if size is not None and size >= 100 else ():
            yield Mutation("size changed", poll_id=poll.poll_id, size=changed)


def swapped_digits(figure: Figure) -> float | None:
    """37 as 73, 75.5 as 57.5; nothing for one digit or two equal ones, nor where more than 100 would come of it."""
    whole, _, places = f"{abs(figure.value):.{figure.decimals}f}".partition(".")
    if len(whole) != 2:
        return None
    value = float(f"{whole[::-1]}.{places or 0}")
    return value if figure.value >= 0 else -value


def moved(step: int) -> Callable[[Figure], float | None]:
    """A figure off by `step`, downwards where it would leave its range."""

    def change(figure: Figure) -> float | None:
        up, down = figure.value + step, figure.value - step
        # Upwards for even values, downwards for odd ones, so that both directions come up.
        first, second = (up, down) if int(figure.value) % 2 == 0 else (down, up)
        for value in (first, second):
            if 0 < value <= 100 or (figure.kind != "share" and value != 0):
                return round(value, figure.decimals)
        return None

    return change


_VALUES: dict[str, Callable[[Figure], float | None]] = {
    "digits swapped": swapped_digits,
    "off by 3": moved(3),
    "off by 10": moved(10),
}


def _swaps(dataset: Dataset) -> Iterator[Mutation]:
    """Two neighbouring values exchanged: of two populations, of two responses, of two waves."""
    groups: dict[str, dict[tuple[object, ...], list[Figure]]] = {
        kind: defaultdict(list) for kind in ("populations swapped", "responses swapped", "waves mixed up")
    }
    for figure in sorted(dataset.figures, key=lambda f: (f.article_id, f.evidence.start, f.figure_id)):
        if figure.kind != "share" or not is_printed(figure):
            continue
        population, response = population_key(figure.population), response_key(figure.response)
        groups["populations swapped"][figure.question_id, response, figure.wave].append(figure)
        groups["responses swapped"][figure.question_id, population, figure.wave].append(figure)
        groups["waves mixed up"][figure.question_id, population, response].append(figure)
    for kind, by_key in groups.items():
        for members in by_key.values():
            for first, second in pairwise(members):
                if first.value != second.value and _differ(kind, first, second):
                    yield Mutation(kind, ((first.figure_id, second.value), (second.figure_id, first.value)))


def _differ(kind: str, a: Figure, b: Figure) -> bool:
    if kind == "populations swapped":
        return population_key(a.population) != population_key(b.population)
    if kind == "responses swapped":
        return response_key(a.response) != response_key(b.response)
    return a.wave != b.wave


def _transposed(size: int) -> int:
    """1585 as 1855: the first two unequal neighbouring digits after the first exchanged; 1000 as 100."""
    digits = str(size)
    for place in range(1, len(digits) - 1):
        if digits[place] != digits[place + 1]:
            return int(digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :])
    return size // 10
