"""The shape of the lexicons of answers, candidates and questions."""

from pydantic import Field

from extractor.lexicons.schemas.base import Lexicon


class Cues(Lexicon):
    """Cue phrases by chunk type, and irregular verb forms by base form."""

    phrases: dict[str, list[str]]
    irregular: dict[str, list[str]] = Field(default_factory=dict)


class Names(Lexicon):
    """Words that decide where a name of a person, party or body begins and ends."""

    not_names: list[str]
    ballot: list[str]
    ballot_verbs: list[str]
    ballot_before: list[str]
    roles: list[str]
    compounds: list[str]
    links: list[str]
    titles: list[str]
    adjectives: list[str]
    bodies: list[str]
    members: list[str]
    heads: list[str]
    offices: list[str]
    choices: list[str]
    inclinations: list[str]
    same: dict[str, str]
    idle: list[str]
    female: list[str]
    male: list[str]
    rival_parties: list[tuple[str, str]]


class OpposedAnswers(Lexicon):
    """Pairs of words that stand on opposite sides."""

    pairs: tuple[tuple[str, str], ...]


class NameWords(Lexicon):
    """Small words that join a number to a name: before ("Jones at 49"), after ("49 for Jones"); and pointing words."""

    standing: tuple[str, ...]
    facing: tuple[str, ...]
    titles: tuple[str, ...]
    only: tuple[str, ...]
    pointing: tuple[str, ...]


class Stances(Lexicon):
    """Words by which an answer takes a side."""

    favor: list[str]
    oppose: list[str]
    neutral: list[str]
    dont_know: list[str]
    wishes: list[str]


class Answers(Lexicon):
    """Words about answers: what is none, what leads into one, what points back to one, which exclude each other."""

    no_answers: list[str]
    not_openers: list[str]
    adverbs: list[str]
    sources: list[str]
    subordinators: list[str]
    votes: list[str]
    held: list[str]
    lead_ins: list[str]
    pointing: list[str]
    pointing_verbs: list[str]
    pointing_participles: list[str]
    pointing_nouns: list[str]
    pointing_shares: list[str]
    pointing_sizes: list[str]
    past_words: list[str]
    time_words: list[str]
    time_links: list[str]
    function_words: list[str]
    remarks: list[str]
    aside_moves: list[str]
    older_levels: list[str]
    ranking: list[str]
    ranks: list[str]
    exceeding: list[str]
    conditions: list[str]
    share_nouns: list[str]
    demonstratives: list[str]
    asking_words: list[str]
    lead_outs: list[str]
    counts: list[str]
    adjuncts: list[str]
    likelihoods: list[str]
    followers: list[str]
    including: list[str]
    below: list[str]
    replies: list[str]
    in_order: tuple[str, ...]
    doing: tuple[str, ...]
    owned_votes: tuple[str, ...]
    repeating: list[str]
    auxiliaries: list[str]
    degrees: list[str]
    making_up: list[str]
    moves: list[str]
    idle: list[str]
    idle_links: list[str]
    claiming: list[str]
    stances: Stances

    opposites: list[tuple[str, str]]


class QuestionWords(Lexicon):
    """``questions.toml``: sorts of survey questions and answers by their words, turns, names, words without content."""

    measures: dict[str, tuple[str, ...]]
    answers: dict[str, tuple[str, ...]]
    turns: dict[str, tuple[str, ...]]
    names: dict[str, tuple[str, ...]]
    plain: dict[str, tuple[str, ...]]
    asking: dict[str, tuple[str, ...]]
