"""Stories of several outlets on one poll: planted faults are flagged, and hardly anything else."""

from pathlib import Path

import pytest

from benchmarks import stories
from benchmarks.stories import Alarm, Outcome, Wanted


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    return {name: stories.play(name, Path(tmp_path_factory.mktemp(name))) for name in stories.names()}


def test_every_set_plants_faults_on_its_own_pages() -> None:
    for name in stories.names():
        found = stories.read_set(name)
        pages = [page["name"] for page in found["page"]]
        assert len(set(pages)) == len(pages) >= 4
        assert found["expect"]
        assert {row["page"] for row in found["expect"]} <= set(pages)
        assert all(2 <= row["sources"] <= len(pages) for row in found["agree"])


def test_planted_faults_are_flagged(outcomes: dict[str, Outcome]) -> None:
    flagged, missed = (sum(len(getattr(one, name)) for one in outcomes.values()) for name in ("flagged", "missed"))
    assert flagged >= stories.FLAGGED * (flagged + missed)


def test_nothing_else_is_flagged(outcomes: dict[str, Outcome]) -> None:
    alarms = [(name, alarm.check, alarm.message) for name, one in outcomes.items() for alarm in one.alarms]
    assert len(alarms) <= stories.ALARMS, alarms


def test_figures_that_agree_are_seen_to(outcomes: dict[str, Outcome]) -> None:
    agreed, apart = sum(one.agreed for one in outcomes.values()), sum(len(one.apart) for one in outcomes.values())
    assert agreed >= stories.AGREED * (agreed + apart)


@pytest.mark.parametrize("name", ["dail", "health", "monsoon"])
def test_flags_do_not_depend_on_the_folder(name: str, outcomes: dict[str, Outcome], tmp_path: Path) -> None:
    """Ids hold the path of a page; what is flagged, which side is named and in what order must not follow it."""
    for folder in ("elsewhere", "a/deeper/place"):
        again = stories.play(name, tmp_path / folder)
        assert again.told == outcomes[name].told


@pytest.mark.parametrize(
    ("alarm", "tells"),
    [
        (Alarm("XSR01", frozenset({"a", "b"}), "37 30", ""), True),
        (Alarm("XSR01", frozenset({"b"}), "37 30", ""), False),
        (Alarm("XSR02", frozenset({"a"}), "37 30", ""), False),
        (Alarm("XSR01", frozenset({"a"}), "44 30", ""), False),
    ],
)
def test_a_flag_tells_a_fault_by_check_page_and_value(alarm: Alarm, tells: bool) -> None:
    assert Wanted(("XSR01", "XSR03"), "a", "37").is_told_by(alarm) is tells
