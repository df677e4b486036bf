"""Names of countries, states and cities: two of them are two groups, not two candidates."""

from functools import cache

from extractor.lexicons.loader import load
from extractor.lexicons.schemas.populations import Places


def is_place(label: str) -> bool:
    """Whether a label is the name of a place and nothing else."""
    return label.casefold().removeprefix("the ").strip() in _places()


@cache
def _places() -> frozenset[str]:
    known: Places = load(Places, "shared", "countries")
    names = [name for country in known.countries for name in (country.name, *country.aliases)]
    return frozenset(name.casefold() for name in (*names, *(region.name for region in known.regions)))
