"""The shape of every lexicon: what a TOML file may hold."""

from functools import cached_property

from pydantic import BaseModel, ConfigDict, field_validator


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
    adjectives: list[str]
    bodies: list[str]
    members: list[str]
    choices: list[str]
    same: dict[str, str]
    idle: list[str]
    female: list[str]
    male: list[str]
    rival_parties: list[tuple[str, str]]


class PopulationTerm(Lexicon):
    """A group word: the facet it sets, and whether it can stand alone (`heads`), narrow (`modifiers`) or is a place."""

    facet: str
    value: str
    heads: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


class EveryoneWords(Lexicon):
    """Words for the whole sample."""

    heads: tuple[str, ...]
    whole: tuple[str, ...]
    collectives: tuple[str, ...]
    asked: tuple[str, ...]
    overall: tuple[str, ...]


class SkippedWords(Lexicon):
    """Words before a group word that do not name the group."""

    determiners: tuple[str, ...]
    adverbs: tuple[str, ...]


class PopulationClauses(Lexicon):
    """Words that open or end the clause that describes a group."""

    reports: tuple[str, ...]
    stops: tuple[str, ...]
    relatives: tuple[str, ...]
    counted: tuple[str, ...]
    attributes: tuple[str, ...]
    participles: tuple[str, ...]
    areas: tuple[str, ...]
    of_names: tuple[str, ...]
    by_names: tuple[str, ...]
    ages: tuple[str, ...]
    above: tuple[str, ...]
    below: tuple[str, ...]
    breakdowns: tuple[str, ...]
    contrasts: tuple[str, ...]
    attitudes: tuple[str, ...]
    bodies: tuple[str, ...]
    nesting: tuple[str, ...]
    titles: tuple[str, ...]
    leanings: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    takers: tuple[str, ...]
    polls: tuple[str, ...]
    no_places: tuple[str, ...]
    no_people: tuple[str, ...]


class PopulationWords(Lexicon):
    """The words of the groups that polls report on (``populations.toml``)."""

    everyone: EveryoneWords
    skipped: SkippedWords
    terms: tuple[PopulationTerm, ...]
    clauses: PopulationClauses


class Country(Lexicon):
    """A country: ISO 3166-1 alpha-2 code, name, what its people are called, its adjectives and other names."""

    code: str
    name: str
    people: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class Region(Lexicon):
    """A first-level subdivision or city that polls are taken in."""

    country: str
    name: str
    people: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class Places(Lexicon):
    """The countries and regions (``countries.toml``)."""

    countries: tuple[Country, ...]
    regions: tuple[Region, ...]


class FigureWords(Lexicon):
    """``figures.toml``: units, joints, hedges, and the words of change and lead around poll figures."""

    percent: tuple[str, ...]
    points: tuple[str, ...]
    one_point: tuple[str, ...]
    one_point_followers: tuple[str, ...]
    one_point_leads: tuple[str, ...]
    point_nouns: tuple[str, ...]
    moments: tuple[str, ...]
    after_number: tuple[str, ...]
    hyphened_joints: tuple[str, ...]
    pair_joints: tuple[str, ...]
    ratio_verbs: tuple[str, ...]
    fraction_leads: tuple[str, ...]
    fraction_stops: tuple[str, ...]
    half_stops: tuple[str, ...]
    joints: tuple[str, ...]
    joint_signs: tuple[str, ...]
    list_signs: tuple[str, ...]
    partner_stops: tuple[str, ...]
    counted: tuple[str, ...]
    ratio_nouns: tuple[str, ...]
    fraction_followers: tuple[str, ...]
    hedges: dict[str, tuple[str, ...]]
    bounds: dict[str, tuple[str, ...]]
    change: dict[str, tuple[str, ...]]
    difference: dict[str, tuple[str, ...]]


class DateWords(Lexicon):
    """``dates.toml``: month and weekday names by number, parts of a month, small counts, and words of date phrases."""

    months: dict[str, int]
    weekdays: dict[str, int]
    parts: dict[str, str]
    counts: dict[str, int]
    words: dict[str, tuple[str, ...]]


class OpposedAnswers(Lexicon):
    """Pairs of words that stand on opposite sides."""

    pairs: tuple[tuple[str, str], ...]


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


class Reason(Lexicon):
    """Why a number is no poll figure: phrases before and after it, each within so many characters.

    `signs` are like `before` without word boundaries; `subjects`, up to six words on, lead to one of `links` before it;
    `sentence` phrases may stand anywhere in the sentence.  With
    `needs` one of those must stand in the sentence too, with `unless` none.  With `adjacent` a phrase must touch the
    number; with `chains` the numbers of a list share the reason of its first; `decides` settles the matter.
    """

    before: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    reach_before: int = 0
    reach_after: int = 0
    sentence: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    decides: bool = False
    adjacent: bool = False
    chains: bool = False


class NameWords(Lexicon):
    """Small words that join a number to a name: before ("Jones at 49"), after ("49 for Jones"); and pointing words."""

    standing: tuple[str, ...]
    facing: tuple[str, ...]
    titles: tuple[str, ...]
    only: tuple[str, ...]
    pointing: tuple[str, ...]


class EdgeWords(Lexicon):
    """Small words that may touch a number, before and after it, and the hedges that are passed over."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    hedges: tuple[str, ...]


class NotFigureWords(Lexicon):
    """``not_figures.toml``: reasons that decide alone, and sorts of signals that are weighed together."""

    reasons: dict[str, Reason]
    names: NameWords
    edges: EdgeWords
    signals: dict[str, tuple[str, ...]]


class PollsterNames(Lexicon):
    """``pollsters.toml``: canonical names with their aliases, by what the bare name stands for."""

    pollster: dict[str, tuple[str, ...]]
    partner: dict[str, tuple[str, ...]]
    aggregator: dict[str, tuple[str, ...]]


class PhrasebookWords(Lexicon):
    """Lists of words and patterns over them (``polls.toml``, ``samples.toml``, ``fieldwork.toml``, ``waves.toml``)."""

    lists: dict[str, tuple[str, ...]]
    patterns: dict[str, str]


class Markup(Lexicon):
    """``markup.toml``: words in class and id attributes by what they mark, and time zones by minutes from UTC."""

    furniture: frozenset[str]
    captions: frozenset[str]
    byline: frozenset[str]
    dateline: frozenset[str]
    headline: frozenset[str]
    day_first: frozenset[str]
    zones: dict[str, int]


class PageWords(Lexicon):
    """``page.toml``: words on a page of news that are about the page, and those of its author and date lines."""

    pointers: tuple[str, ...]
    notices: tuple[str, ...]
    by: tuple[str, ...]
    joins: tuple[str, ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    skips: tuple[str, ...]
    ends: tuple[str, ...]
    roles: tuple[str, ...]
    about: tuple[str, ...]


class BareFigureWords(Lexicon):
    """``bare_figures.toml``: the surroundings that make a number without a unit a share or a lead."""

    pair_joints: tuple[str, ...]
    pair_before: tuple[str, ...]
    pair_after: tuple[str, ...]
    pair_not_after: tuple[str, ...]
    pair_not_before: tuple[str, ...]
    by_verbs: tuple[str, ...]
    headline_verbs: tuple[str, ...]
    at_subjects: tuple[str, ...]
    at_links: tuple[str, ...]
    lone_joints: tuple[str, ...]
    headline_polls: tuple[str, ...]
    owned_after: tuple[str, ...]
    moved_to: tuple[str, ...]
    net_words: tuple[str, ...]
    opinions: tuple[str, ...]
    lone_after: tuple[str, ...]
    bracket_up: tuple[str, ...]
    bracket_down: tuple[str, ...]
    list_cues: tuple[str, ...]
    list_links: tuple[str, ...]


class Stances(Lexicon):
    """Words by which an answer takes a side."""

    favor: list[str]
    oppose: list[str]
    neutral: list[str]
    dont_know: list[str]


class Answers(Lexicon):
    """Words about answers: what is none, what leads into one, what points back to one, which exclude each other."""

    no_answers: list[str]
    not_openers: list[str]
    lead_ins: list[str]
    pointing: list[str]
    function_words: list[str]
    lead_outs: list[str]
    counts: list[str]
    adjuncts: list[str]
    stances: Stances

    opposites: list[tuple[str, str]]


class GateWords(Lexicon):
    """``gate.toml``: beginnings of words that speak of surveys, of other findings, and of shares."""

    survey: tuple[str, ...]
    not_survey: tuple[str, ...]
    report: tuple[str, ...]
    of: tuple[str, ...]
    percent: tuple[str, ...]
    ratio: tuple[str, ...]


class QuestionWords(Lexicon):
    """``questions.toml``: sorts of survey questions and answers by their words, turns, names, words without content."""

    measures: dict[str, tuple[str, ...]]
    answers: dict[str, tuple[str, ...]]
    turns: dict[str, tuple[str, ...]]
    names: dict[str, tuple[str, ...]]
    plain: dict[str, tuple[str, ...]]
    asking: dict[str, tuple[str, ...]]


class Sentences(Lexicon):
    """What ends no sentence although a full stop stands behind it."""

    abbreviations: list[str]
