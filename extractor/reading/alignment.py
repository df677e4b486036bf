"""Finds extracted paragraphs again in the page they came from."""

from collections import defaultdict
from collections.abc import Sequence

from extractor.reading.runs import Run

_SURE = 25  # letters that make a coincidence unlikely
_PART = 0.5  # share of an extracted paragraph that runs inside it must cover


def align(extracted: Sequence[str], runs: Sequence[Run]) -> set[int]:
    """Indexes of the `runs` that the `extracted` keys stand for.

    Equal keys first (the nearest after the one before, where a text occurs twice), then, between their neighbours,
    runs that are parts of an extracted paragraph or hold one.
    """
    chosen: set[int] = set()
    places = _equal(extracted, runs, chosen)
    for at, place in enumerate(places):
        if place is None and extracted[at]:
            low, high = _gap(places, at, len(runs))
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
        if key and len(index.get(key, ())) == 1 and index[key][0] not in chosen:
            places[at] = index[key][0]
            chosen.add(index[key][0])
    last = -1
    for at, key in enumerate(extracted):
        place = places[at]
        if place is not None:
            last = place
            continue
        free = [n for n in index.get(key, ()) if n not in chosen] if key else []
        if free:
            best = min(free, key=lambda n: (n < last, abs(n - last)))
            places[at] = last = best
            chosen.add(best)
    return places


def _gap(places: Sequence[int | None], at: int, size: int) -> tuple[int, int]:
    """The runs between the found neighbours of paragraph `at`, both included."""
    low = next((p for p in reversed(places[:at]) if p is not None), 0)
    high = next((p for p in places[at + 1 :] if p is not None), size - 1)
    return (low, high) if low <= high else (0, size - 1)


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
    for number, run in enumerate(runs):
        if key in run.key or (
            len(run.key) >= _SURE and (run.key.startswith(key[:_SURE]) or run.key.endswith(key[-_SURE:]))
        ):
            return [number]
    return []
