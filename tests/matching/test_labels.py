"""Labels, populations, numbers and dates as matching reads them."""

import pytest

from extractor.matching.labels import opposed, population_key, read_label, same_answer
from extractor.matching.periods import Period, period
from extractor.matching.scoring import is_rounding
from extractor.matching.values import Reading
from extractor.models import Population


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("should be strengthened", "strengthening"),
        ("in favor", "support"),
        ("opposed", "against it"),
        ("Barack Obama", "Obama"),
        ("very anxious", "very anxious about it"),
        ("approve of the job", "approval"),
        ("no opinion", "had no opinion"),
    ],
)
def test_one_answer(a: str, b: str) -> None:
    assert same_answer(read_label(a), read_label(b))
    assert same_answer(read_label(b), read_label(a))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("should be strengthened", "should not be strengthened"),
        ("very anxious", "somewhat anxious"),
        ("approve", "strongly approve"),
        ("legal", "illegal"),
        ("getting better", "getting worse"),
        ("approve", "disapprove"),
        ("support", "oppose"),
    ],
)
def test_opposed_answers(a: str, b: str) -> None:
    assert opposed(read_label(a), read_label(b))
    assert not same_answer(read_label(a), read_label(b))


def test_other_answers_are_not_opposed_but_not_the_same() -> None:
    assert not opposed(read_label("Alder"), read_label("Birch"))
    assert not same_answer(read_label("Alder"), read_label("Birch"))


@pytest.mark.parametrize(
    ("population", "key"),
    [
        (Population(label="all respondents"), ""),
        (Population(label="the 1,585 adults surveyed"), ""),
        (Population(label="Japanese respondents", country="JP"), ""),
        (Population(label="people in South Korea", country="KR"), ""),
        (Population(label="men", facets={"sex": "men"}), "sex=men"),
        (Population(label="Japanese men", country="JP", facets={"sex": "men"}), "sex=men"),
        (Population(label="subscribers"), "label=subscr"),
        (Population(label="Japanese subscribers", country="JP"), "label=subscr"),
    ],
)
def test_population_key(population: Population, key: str) -> None:
    assert population_key(population) == key


def test_a_facet_for_all_else_keeps_its_words() -> None:
    farmers, nurses = (Population(label=label, facets={"other": "occupation"}) for label in ("farmers", "nurses"))
    assert population_key(farmers) != population_key(nurses)


def printed(value: float, decimals: int = 0, slack: float = 0.0) -> Reading:
    half = 0.5 * 10.0**-decimals + slack
    return Reading(value, decimals, value - half, value + half, loose=slack > 0)


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        (printed(60), printed(60.3, 1), True),
        (printed(60), printed(60.6, 1), False),
        (printed(60), printed(61), False),
        (printed(60.3, 1), printed(60.34, 2), True),
        (printed(60, slack=3), printed(62), True),
        (printed(60, slack=3), printed(66), False),
    ],
)
def test_readings(a: Reading, b: Reading, agree: bool) -> None:
    assert a.agrees(b) == b.agrees(a) == agree


@pytest.mark.parametrize(
    ("a", "b", "rounded"),
    [
        (1003, 1000, True),
        (1585, 1600, True),
        (4482, 4500, True),
        (1003, 1003, False),
        (1585, 1858, False),
        (1500, 1000, False),
        (803, 1014, False),
    ],
)
def test_rounded_sizes(a: int, b: int, rounded: bool) -> None:
    assert is_rounding(a, b) == is_rounding(b, a) == rounded


def test_partial_dates() -> None:
    day, month, year = period("2025-06-14"), period("2025-06"), period("2025")
    assert day is not None
    assert month is not None
    assert year is not None
    assert day.is_day
    assert day.meets(month)
    assert month.meets(year)
    assert period("2025-06-14T08:15:00+09:00") == day
    assert day.gap(Period(day.first + 5, day.first + 9)) == 5
    assert period("2025-13") is None
    assert period(None) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Labour voters", {"party": "Labour", "voters": "voters"}), ("who voted Labour in 2019", {"other": "voted"})),
        (("Green supporters", {"support": "Green supporters"}), ("those who vote for the Greens", {"other": "voted"})),
        (("Republicans", {"party": "Republican"}), ("Republican voters", {"party": "Republican", "voters": "voters"})),
    ],
)
def test_a_camp_of_voters(one: tuple[str, dict[str, str]], other: tuple[str, dict[str, str]]) -> None:
    keys = {population_key(Population(label=label, facets=facets)) for label, facets in (one, other)}
    assert len(keys) == 1


def test_groups_of_voters_that_are_no_camp() -> None:
    hispanic = Population(label="Hispanic voters", facets={"race": "Hispanic", "voters": "voters"})
    assert population_key(hispanic) == "race=hispanic"
    young = Population(label="Young voters", facets={"other": "young voters"})
    assert "camp" not in population_key(young)
