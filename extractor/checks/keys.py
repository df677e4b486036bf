"""What makes two populations or two responses the same: facets and normalised words, not strings."""

import re
from functools import lru_cache

from extractor.checks.words import words_of
from extractor.models import Figure, Population, Response

PopulationKey = tuple[str, tuple[tuple[str, str], ...], str]

_VOTERS = ("voters", "voters")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


def population_key(population: Population, home: str | None = None, *, of_voters: bool = False) -> PopulationKey:
    """Country, facets and, where there is neither, the words of the label.

    `home` is the country of a poll that was held in one country only: there "Americans" are all respondents; and
    "voters" are in a poll `of_voters`.
    """
    country = population.country or ""
    if country == home:
        country = ""
    facets = tuple(facet for facet in sorted(population.facets.items()) if not (of_voters and facet == _VOTERS))
    label = "" if population.facets or population.country else " ".join(words(population.label))
    return country, facets, "" if population.label.casefold().strip() in words_of().everyone else label


def is_everyone(key: PopulationKey) -> bool:
    """Whether the key stands for the whole sample (of one country, if it names one)."""
    return not key[1] and not key[2]


def response_key(response: Response) -> str:
    """The words of the label that carry meaning, reduced to stems, in order of the alphabet."""
    return " ".join(words(response.label)) or response.stance


@lru_cache(maxsize=65536)
def words(label: str) -> tuple[str, ...]:
    """Stems of the content words of `label`, sorted, each once; negations are kept."""
    return tuple(sorted({_stem(word) for word in _plain(label) if word not in words_of().stop}))


def same_response(a: Response, b: Response) -> bool:
    """Whether two labels are one answer: the same stems (so the same negations and degrees) and no opposite sides."""
    if {a.stance, b.stance} == {"favor", "oppose"}:
        return False
    return response_key(a) == response_key(b)


def is_name(label: str) -> bool:
    """Whether a label is a name: few words, all with a capital but for small ones ("Alternative for Germany")."""
    parts = label.split()
    return 0 < len(parts) <= 5 and all(part[:1].isupper() or part in words_of().stop for part in parts)


def is_negated(response: Response) -> bool:
    """Whether the label denies something ("would not vote")."""
    return _denies(response.label)


@lru_cache(maxsize=65536)
def _denies(label: str) -> bool:
    return any(word in words_of().negations for word in _plain(label))


def figure_key(
    figure: Figure, home: str | None = None, *, of_voters: bool = False
) -> tuple[str, str, PopulationKey, str, str]:
    """What a figure is a figure of, its response aside: poll, question, population, wave, date of the wave."""
    return (
        figure.poll_id,
        figure.question_id,
        population_key(figure.population, home, of_voters=of_voters),
        figure.wave,
        figure.wave_date or "",
    )


def _plain(label: str) -> list[str]:
    """The words of a label in lower case, ``n't`` as ``not``."""
    return _WORD.findall(label.casefold().replace("’", "'").replace("n't", " not"))


def _stem(word: str) -> str:
    """A light English stem: endings off, so that "approves", "approved" and "approval" are one word."""
    word = word.removesuffix("'s")
    for ending in ("ing", "ed", "es", "al", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4 and not word.endswith("ss"):
            word = word.removesuffix(ending)
            break
    return word.removesuffix("e") if len(word) > 4 else word
