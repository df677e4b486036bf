"""Profiles as text: what a store keeps of a report and what is sent to a process that matches, without its records."""

import json
from functools import lru_cache
from sys import intern
from typing import Any

from extractor.matching.labels import Wording
from extractor.matching.names import Name
from extractor.matching.periods import Period
from extractor.matching.profiles import Item, PollProfile
from extractor.matching.values import Reading

_encode = json.JSONEncoder(separators=(",", ":")).encode


def pack_profile(profile: PollProfile) -> str:
    """A profile without its `root`, which may change; the same text for the same profile."""
    places = {key: place for place, (key, _) in enumerate(profile.wordings)}
    return _encode(
        [
            profile.poll_id,
            profile.article_id,
            [[sorted(name.words), sorted(name.initials)] for name in profile.names],
            [_pack_period(day) for day in (profile.field_start, profile.field_end, profile.published)],
            sorted(profile.sizes),
            sorted(profile.margins),
            sorted(profile.countries),
            sorted(profile.regions),
            [[key, sorted(words)] for key, words in profile.wordings],
            [_pack_item(item, places[item.question_id]) for item in profile.items],
        ]
    )


def unpack_profile(text: str, root: str) -> PollProfile:
    """The profile that `pack_profile` has packed."""
    poll_id, article_id, names, days, sizes, margins, countries, regions, wordings, items = json.loads(text)
    keys = [key for key, _ in wordings]
    start, end, published = (Period(*day) if day else None for day in days)
    return PollProfile(
        poll_id=poll_id,
        article_id=article_id,
        root=root,
        names=tuple(_name(tuple(words), tuple(initials)) for words, initials in names),
        field_start=start,
        field_end=end,
        published=published,
        sizes=frozenset(sizes),
        margins=frozenset(margins),
        countries=frozenset(countries),
        regions=frozenset(regions),
        items=tuple(_item(fields, keys) for fields in items),
        wordings=tuple((key, frozenset(words)) for key, words in wordings),
    )


def _pack_period(day: Period | None) -> tuple[int, int] | None:
    return (day.first, day.last) if day else None


def _pack_item(item: Item, place: int) -> list[Any]:
    answer, printed = item.answer, item.reading
    return [
        item.figure_id,
        place,
        item.kind,
        item.previous,
        item.wave_date,
        item.country,
        item.population,
        sorted(answer.words),
        sorted(answer.degrees),
        answer.negated,
        item.stance,
        [printed.value, printed.decimals, printed.low, printed.high, printed.loose],
    ]


def _item(fields: list[Any], keys: list[str]) -> Item:
    figure_id, place, kind, previous, wave_date, country, population, words, degrees, negated, stance, printed = fields
    return Item(
        figure_id=figure_id,
        question_id=keys[place],
        kind=intern(kind),
        previous=previous,
        wave_date=wave_date,
        country=intern(country),
        population=intern(population),
        answer=_wording(tuple(words), tuple(degrees), negated),
        stance=intern(stance),
        reading=Reading(*printed),
    )


# Few names and answers make up most reports: each is held once.


@lru_cache(maxsize=16384)
def _name(words: tuple[str, ...], initials: tuple[str, ...]) -> Name:
    return Name(frozenset(words), frozenset(initials))


@lru_cache(maxsize=65536)
def _wording(words: tuple[str, ...], degrees: tuple[str, ...], negated: bool) -> Wording:
    return Wording(frozenset(words), frozenset(degrees), negated)
