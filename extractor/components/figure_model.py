"""Weighs the evidence for and against a number: a linear model over named features, so that each verdict is explained.

The weights are logistic regression coefficients; ``benchmarks/train_figures.py`` makes them from annotated articles.
"""

import json
import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import fsum

from extractor.components.affirmed import Affirmer
from extractor.components.candidates import Candidate, fold
from extractor.components.figure_context import contexts
from extractor.components.figure_features import FeatureReader, Page
from extractor.components.follow_ons import followed
from extractor.components.reasons import ReasonReader, reasons
from extractor.components.signals import SignalFinder
from extractor.lexicons import loader
from extractor.lexicons.schemas.figures import NotFigureWords
from extractor.lexicons.schemas.populations import Places
from extractor.parsing.population_words import population_words

#: The reason given where evidence, and no single phrase, speaks against a number.
WEIGHED = "other_number"
#: The reason given to every number of a page that never speaks of a poll.
NO_POLL = "no_poll"
_POLL_SORTS = ("poll", "respondents")
#: Between two numbers of one sort, and between a share and the change that it comes of.
_JOINT = re.compile(r"\s(?:and|or|from)\s")
_MOVE = re.compile(r"[\s-](?:increase|decrease|rise|fall|drop|gain|loss)\b")
_BESIDE = re.compile(r",?\s\(?(?:an?\s|up\s|down\s|plus\s|by\s){0,2}")
#: ``weights`` of the features of a number, ``context`` of what its neighbours say.
Weights = Mapping[str, Mapping[str, float]]


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

    def __init__(self, words: NotFigureWords, places: Places, reader: ReasonReader, weights: Weights) -> None:
        peoples = {name.lower() for country in places.countries for name in country.people}
        peoples |= {name.lower() for region in places.regions for name in region.people}
        peoples |= {head for term in population_words().terms if term.own for head in term.heads}
        signals = {**words.signals, "people": (*words.signals["people"], *sorted(peoples))}
        self._features = FeatureReader(SignalFinder(signals), words.names, words.edges)
        self._polls = SignalFinder({sort: words.signals[sort] for sort in (*_POLL_SORTS, "noise")})
        self._reasons = reader
        self._affirmer = Affirmer(words.affirm, words.signals["poll"])
        self._weights, self._context_weights = weights.get("weights", {}), weights.get("context", {})

    def judge(self, text: str, starts: list[int], candidates: list[Candidate]) -> list[Verdict]:
        """The verdict on each of `candidates` of `text` whose sentences begin at `starts`."""
        if not candidates:
            return []
        if not self._polls.occurs(fold(text), _POLL_SORTS):
            return [Verdict(NO_POLL, None)] * len(candidates)
        page, against = self.read(text, starts, candidates)
        decided = [self.deciding(names) for names in against]
        open_ones = [i for i, reason in enumerate(decided) if reason is None]
        held = {i: frozenset(self.features(page, candidates[i], against[i])) for i in open_ones}
        around = contexts(
            [self.score(held[i]) for i in open_ones], [page.sentence_of(candidates[i]) for i in open_ones]
        )
        verdicts = [Verdict(reason, None) for reason in decided]
        supposed = self._affirmer.supposes(page.text)
        affirmed = {
            i
            for i in open_ones
            if self._affirmer.affirms(page.text, candidates[i], supposed)
            or (not against[i] and self._affirmer.likely(page.text, candidates[i]))
        }
        scores = {i: context.score(self._context_weights) for i, context in zip(open_ones, around, strict=True)}
        kept = _joined(page.text, candidates, affirmed | {i for i, score in scores.items() if score > 0}, affirmed)
        opposed = {i for i, names in enumerate(against) if names}
        places = [page.sentence_of(one) for one in candidates]
        kept |= followed(page.text, candidates, places, page.starts, kept) - opposed
        for i, score in scores.items():
            reason = None if i in kept else against[i][0] if against[i] else WEIGHED
            verdicts[i] = Verdict(reason, score, held[i])
        return verdicts

    def score(self, features: Set[str]) -> float:
        """What `features` say of a number alone, without its neighbours."""
        return fsum(self._weights.get(name, 0.0) for name in features)  # exact, whatever the order

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


def _joined(text: str, candidates: list[Candidate], kept: set[int], sure: set[int]) -> set[int]:
    """The numbers `kept`, and those joined to one: "14 and 11 percent"; the "a point less" told behind a `sure` one."""
    found = set(kept)
    for i, one in enumerate(candidates[1:], 1):
        before = candidates[i - 1]
        alike = one.unit == before.unit == "percent" and (i in found) != (i - 1 in found)
        if alike and _JOINT.fullmatch(text, before.end, one.start):
            found |= {i - 1, i}
            continue
        behind = found if _MOVE.match(text, one.end) else sure
        if one.unit == "points" and i - 1 in behind and _BESIDE.fullmatch(text, before.end, one.start):
            found.add(i)
    return found


@cache
def model(language: str = "en") -> FigureModel:
    """The model of a language (ISO 639-1)."""
    path = resources.files(__package__).joinpath("figure_weights.json")
    return FigureModel(
        loader.load(NotFigureWords, language, "not_figures"),
        loader.load(Places, "shared", "countries"),
        reasons(language),
        json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {},
    )
