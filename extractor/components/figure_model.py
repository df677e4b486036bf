"""Weighs the evidence for and against a number: a linear model over named features, so that each verdict is explained.

The weights are logistic regression coefficients; ``benchmarks/train_figures.py`` makes them from annotated articles.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import fsum

from extractor.components.candidates import Candidate, fold
from extractor.components.figure_features import FeatureReader, Page
from extractor.components.reasons import ReasonReader, reasons
from extractor.components.signals import SignalFinder
from extractor.lexicons import loader
from extractor.lexicons.schema import NotFigureWords, Places

#: The reason given where evidence, and no single phrase, speaks against a number.
WEIGHED = "other_number"
#: The reason given to every number of a page that never speaks of a poll.
NO_POLL = "no_poll"
_POLL_SORTS = ("poll", "respondents")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a number is a poll figure: `reason` is None if it is.

    `score` is the log-odds that it is one, None if a phrase decided; `features` are those that were weighed.
    """

    reason: str | None
    score: float | None
    features: frozenset[str] = frozenset()


class FigureModel:
    """Decides for each candidate of a page whether it is a poll figure."""

    def __init__(self, words: NotFigureWords, places: Places, reader: ReasonReader, weights: dict[str, float]) -> None:
        peoples = {name.lower() for country in places.countries for name in country.people}
        peoples |= {name.lower() for region in places.regions for name in region.people}
        signals = {**words.signals, "people": (*words.signals["people"], *sorted(peoples))}
        self._features = FeatureReader(SignalFinder(signals), words.names)
        self._polls = SignalFinder({sort: words.signals[sort] for sort in (*_POLL_SORTS, "noise")})
        self._reasons = reader
        self._weights = weights

    def judge(self, text: str, starts: list[int], candidates: list[Candidate]) -> list[Verdict]:
        """The verdict on each of `candidates` of `text` whose sentences begin at `starts`."""
        if not candidates:
            return []
        if not self._polls.occurs(fold(text), _POLL_SORTS):
            return [Verdict(NO_POLL, None)] * len(candidates)
        page, against = self.read(text, starts, candidates)
        return [self._verdict(page, one, names) for one, names in zip(candidates, against, strict=True)]

    def read(self, text: str, starts: list[int], candidates: list[Candidate]) -> tuple[Page, list[tuple[str, ...]]]:
        """The page and the reasons against each candidate, from which features are made."""
        page = self._features.page(text, starts, candidates)
        return page, self._reasons.read(page.text, candidates)

    def features(self, page: Page, one: Candidate, names: tuple[str, ...]) -> set[str]:
        """The features of `one`, against which the reasons `names` speak."""
        return self._features.features(page, one, names)

    def deciding(self, names: tuple[str, ...]) -> str | None:
        """The first of the reasons that settles the matter alone, if any."""
        return next((name for name in names if name in self._reasons.deciding), None)

    def _verdict(self, page: Page, one: Candidate, names: tuple[str, ...]) -> Verdict:
        decided = self.deciding(names)
        if decided:
            return Verdict(decided, None)
        held = self.features(page, one, names)
        score = fsum(self._weights.get(name, 0.0) for name in held)  # exact, whatever the order
        if score > 0:
            return Verdict(None, score, frozenset(held))
        return Verdict(names[0] if names else WEIGHED, score, frozenset(held))


@cache
def model(language: str = "en") -> FigureModel:
    """The model of a language (ISO 639-1)."""
    path = resources.files(__package__).joinpath("figure_weights.json")
    return FigureModel(
        loader.load(NotFigureWords, language, "not_figures"),
        loader.load(Places, "shared", "countries"),
        reasons(language),
        json.loads(path.read_text(encoding="utf-8"))["weights"] if path.is_file() else {},
    )
