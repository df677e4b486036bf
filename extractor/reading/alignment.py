"""Finds extracted paragraphs again in the page they came from."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from extractor.reading.runs import Run

_SURE = 25  # letters that make a coincidence unlikely
_PART = 0.5  # share of an extracted paragraph that runs inside it must cover
_STEPS = 50  # equal texts that are looked at for a free one
_SEARCHES = 200  # paragraphs that are looked for letter by letter


def align(extracted: Sequence[str], runs: Sequence[Run]) -> set[int]:
    """Indexes of the `runs` that the `extracted` keys stand for.

    Equal keys first (the next after the one before, where a text occurs twice), then, between their neighbours,
    runs that are parts of an extracted paragraph or hold one.
    """
    chosen: set[int] = set()
    places = _equal(extracted, runs, chosen)
    missing = [at for at, place in enumerate(places) if place is None and extracted[at]]
    following = _following(places, len(runs))
    for at in missing[:_SEARCHES]:
        low = next((place for place in reversed(places[:at]) if place is not None), 0)
        high = following[at]
        if low > high:
            low, high = 0, len(runs) - 1
        found = _parts(extracted[at], runs, low, high) or _holder(extracted[at], runs, low, high)
        if found:
            chosen.update(found)
            places[at] = found[-1]
    return chosen


def _equal(extracted: Sequence[str], runs: Sequence[Run], chosen: set[int]) -> list[int | None]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, run in enumerate(runs):
        index[run.key].append(number)
    places: list[int | None] = [None] * len(extracted)
    for at, key in enumerate(extracted):
        numbers = index.get(key, ()) if key else ()
        if len(numbers) == 1 and numbers[0] not in chosen:
            places[at] = numbers[0]
            chosen.add(numbers[0])
    last = -1
    for at, key in enumerate(extracted):
        place = places[at]
        if place is None and key in index and key:
            place = places[at] = _free(index[key], last, chosen)
            if place is not None:
                chosen.add(place)
        if place is not None:
            last = place
    return places


def _free(numbers: list[int], last: int, chosen: set[int]) -> int | None:
    """The first of `numbers` after `last` that is not chosen, else the nearest before it."""
    middle = bisect_right(numbers, last)
    after = numbers[middle : middle + _STEPS]
    before = numbers[max(0, middle - _STEPS) : middle]
    return next((number for number in (*after, *reversed(before)) if number not in chosen), None)


def _following(places: Sequence[int | None], size: int) -> list[int]:
    """For each paragraph the place of the next one that was found."""
    following = [size - 1] * len(places)
    at_end = size - 1
    for at in range(len(places) - 1, -1, -1):
        following[at] = at_end
        place = places[at]
        if place is not None:
            at_end = place
    return following


def _parts(key: str, runs: Sequence[Run], low: int, high: int) -> list[int]:
    """Consecutive runs whose keys follow each other inside `key` and make up most of it."""
    found: list[int] = []
    position = covered = 0
    for number in range(low, high + 1):
        part = runs[number].key
        if not part or len(part) > len(key):
            continue
        where = key.find(part, position)
        if where >= 0 and (len(part) >= _SURE or where == position):
            found.append(number)
            position = where + len(part)
            covered += len(part)
    return found if covered >= _PART * len(key) else []


def _holder(key: str, runs: Sequence[Run], low: int, high: int) -> list[int]:
    """The run that holds `key`, or that is `key` with something left out in between."""
    for number in range(low, high + 1):
        if key in runs[number].key:
            return [number]
    if len(key) < _SURE:
        return []
    start, end = key[:_SURE], key[-_SURE:]
    for number, run in enumerate(runs):
        if key in run.key or (len(run.key) >= _SURE and (run.key.startswith(start) or run.key.endswith(end))):
            return [number]
    return []
