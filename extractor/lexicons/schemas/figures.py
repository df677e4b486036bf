"""The shape of the lexicons of numbers and of what is a poll figure."""

from extractor.lexicons.schemas.answers import NameWords
from extractor.lexicons.schemas.base import Lexicon


class NumberWords(Lexicon):
    """``numbers.toml``: number words with their values, and the words that join the parts of a ratio."""

    decimal_mark: str
    spoken_mark: str
    group_mark: str
    ratio: tuple[str, ...]
    ratio_of: tuple[str, ...]
    every: tuple[str, ...]
    articles: tuple[str, ...]
    minus: tuple[str, ...]
    cardinals: dict[str, int]
    tens: dict[str, int]
    hundreds: dict[str, int]
    thousands: dict[str, int]
    denominators: dict[str, int]


class FigureWords(Lexicon):
    """``figures.toml``: units, joints, hedges, and the words of change and lead around poll figures."""

    percent: tuple[str, ...]
    points: tuple[str, ...]
    one_point: tuple[str, ...]
    one_point_followers: tuple[str, ...]
    one_point_leads: tuple[str, ...]
    one_point_ends: tuple[str, ...]
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


class Reason(Lexicon):
    """Why a number is no poll figure: phrases before and after it, each within so many characters.

    `signs` are like `before` without word boundaries; `subjects`, up to six words on, lead to one of `links` before it;
    `sentence` phrases may stand anywhere in the sentence.  With `needs` one of those must stand in the sentence too,
    with `unless` none.  With `adjacent` a phrase must touch the number; with `next_only` what stands before it speaks
    of the next number alone; with `chains` the numbers of a list share the reason of its first; `decides` settles the
    matter.
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
    next_only: bool = False


class EdgeWords(Lexicon):
    """Small words that may touch a number, before and after it, and the hedges that are passed over."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    hedges: tuple[str, ...]


class AffirmWords(Lexicon):
    """What makes a share a poll figure for certain: people who were asked, what they say, an election not yet held."""

    verbs: tuple[str, ...]
    saying: tuple[str, ...]
    asked: tuple[str, ...]
    polls: tuple[str, ...]
    statistics: tuple[str, ...]
    finds: tuple[str, ...]
    adverbs: tuple[str, ...]
    each: tuple[str, ...]
    winning: tuple[str, ...]
    held: tuple[str, ...]
    leading: tuple[str, ...]
    averages: tuple[str, ...]
    named: tuple[str, ...]
    leads: tuple[str, ...]
    moves: tuple[str, ...]
    places: tuple[str, ...]
    stands: tuple[str, ...]
    still: tuple[str, ...]
    level_units: tuple[str, ...]
    intends: tuple[str, ...]
    reckon: tuple[str, ...]
    no_answer: tuple[str, ...]


class FollowWords(Lexicon):
    """Words of a sentence that only goes on with the figure before it."""

    subjects: tuple[str, ...]
    levels: tuple[str, ...]
    times: tuple[str, ...]
    among: tuple[str, ...]
    pointing: tuple[str, ...]
    being: tuple[str, ...]
    moves: tuple[str, ...]
    hedges: tuple[str, ...]
    counts: tuple[str, ...]
    verbs: tuple[str, ...]


class NotFigureWords(Lexicon):
    """``not_figures.toml``: reasons that decide alone, and sorts of signals that are weighed together."""

    reasons: dict[str, Reason]
    names: NameWords
    edges: EdgeWords
    follow: FollowWords
    affirm: AffirmWords
    signals: dict[str, tuple[str, ...]]


class BareFigureWords(Lexicon):
    """``bare_figures.toml``: the surroundings that make a number without a unit a share or a lead."""

    pair_joints: tuple[str, ...]
    pair_before: tuple[str, ...]
    pair_after: tuple[str, ...]
    pair_not_after: tuple[str, ...]
    pair_not_before: tuple[str, ...]
    whole_before: tuple[str, ...]
    whole_after: tuple[str, ...]
    age_nouns: tuple[str, ...]
    by_verbs: tuple[str, ...]
    headline_verbs: tuple[str, ...]
    at_subjects: tuple[str, ...]
    at_links: tuple[str, ...]
    lone_joints: tuple[str, ...]
    headline_polls: tuple[str, ...]
    owned_after: tuple[str, ...]
    moved_to: tuple[str, ...]
    movers: tuple[str, ...]
    zero: tuple[str, ...]
    zero_of: tuple[str, ...]
    net_words: tuple[str, ...]
    opinions: tuple[str, ...]
    lone_after: tuple[str, ...]
    bracket_up: tuple[str, ...]
    bracket_down: tuple[str, ...]
    list_cues: tuple[str, ...]
    list_links: tuple[str, ...]
