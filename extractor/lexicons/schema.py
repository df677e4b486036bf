"""The shape of every lexicon: what a TOML file may hold."""

from pydantic import BaseModel, ConfigDict, model_validator


class Lexicon(BaseModel):
    """Base of every lexicon: closed to keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Cues(Lexicon):
    """Cue phrases by chunk type, and irregular verb forms by base form."""

    phrases: dict[str, list[str]]
    irregular: dict[str, list[str]] = {}


class NumberWords(Lexicon):
    """``numbers.toml``: number words with their values, and the words that join the parts of a ratio."""

    decimal_mark: str
    group_mark: str
    ratio: tuple[str, ...]
    ratio_of: tuple[str, ...]
    every: tuple[str, ...]
    articles: tuple[str, ...]
    minus: tuple[str, ...]
    cardinals: dict[str, int]
    tens: dict[str, int]
    hundreds: dict[str, int]
    denominators: dict[str, int]


class Names(Lexicon):
    """Words that decide where a name of a person, party or body begins and ends."""

    not_names: list[str]
    roles: list[str]
    links: list[str]
    titles: list[str]
