"""The shape of the lexicons of pollsters and of the comparison of labels."""

from functools import cached_property

from pydantic import field_validator

from extractor.lexicons.schemas.answers import OpposedAnswers
from extractor.lexicons.schemas.base import Lexicon


class OrganisationWords(Lexicon):
    """Words in names of pollsters that tell none from another, and the small words that initials leave out."""

    generic: frozenset[str]
    small: frozenset[str]


class MatchingWords(Lexicon):
    """``matching.toml``: what labels, wordings and names of pollsters are compared by."""

    stop: frozenset[str]
    negations: frozenset[str]
    degrees: frozenset[str]
    everyone: frozenset[str]
    adults: frozenset[str]
    children: frozenset[str]
    pointing: frozenset[str]
    voted: tuple[str, ...]
    voters: tuple[str, ...]
    not_camps: tuple[str, ...]
    sides: dict[str, tuple[str, ...]]
    opposites: OpposedAnswers
    organisations: OrganisationWords


class EvaluationWords(Lexicon):
    """``evaluation.toml``: words by which the evaluation compares labels, listed with white space between them."""

    stop: frozenset[str]
    negations: frozenset[str]
    degrees: frozenset[str]
    opposites: tuple[tuple[str, str], ...]
    same: dict[str, frozenset[str]]

    @field_validator("stop", "negations", "degrees", mode="before")
    @classmethod
    def _split(cls, value: str) -> list[str]:
        return value.split()

    @field_validator("opposites", mode="before")
    @classmethod
    def _split_pairs(cls, value: str) -> list[list[str]]:
        return [pair.split("/") for pair in value.split()]

    @field_validator("same", mode="before")
    @classmethod
    def _split_words(cls, value: dict[str, str]) -> dict[str, list[str]]:
        return {stem: words.split() for stem, words in value.items()}

    @cached_property
    def folded(self) -> dict[str, str]:
        """Every word of `same` with what it stands for."""
        return {word: stem for stem, words in self.same.items() for word in words}


class PollsterNames(Lexicon):
    """``pollsters.toml``: canonical names with their aliases, by what the bare name stands for."""

    pollster: dict[str, tuple[str, ...]]
    partner: dict[str, tuple[str, ...]]
    aggregator: dict[str, tuple[str, ...]]
