"""Every check against its own case file: what it must flag and what it must leave alone."""

from pathlib import Path
from typing import Any

import pytest

from extractor.checks import Settings, run_checks
from extractor.checks.discovery import all_checks
from extractor.matching import compare, link_with_reasons
from extractor.models import Dataset, Flag
from tests.checks.builder import cases, dataset

FOLDER = Path(__file__).parent.parent / "cases" / "checks"
FILES = sorted(FOLDER.glob("*.toml"))
ALL = [
    pytest.param(path.stem, flagged, case, expected, id=f"{path.stem}-{expected['name']}")
    for path in FILES
    for flagged, case, expected in cases(path)
]


def checked(case: dict[str, Any], settings: Settings | None = None) -> tuple[Dataset, tuple[Flag, ...]]:
    """The records of a case, linked where it has several articles, and what the checks say."""
    linked = link_with_reasons(dataset(case))
    report = run_checks(linked.dataset, compare(linked.dataset), settings, reasons=linked.reasons)
    return linked.dataset, report.flags


@pytest.mark.parametrize(("code", "flagged", "case", "expected"), ALL)
def test_case(code: str, flagged: bool, case: dict[str, Any], expected: dict[str, Any]) -> None:
    settings = Settings(select=(code,), checks={code: expected["settings"]} if "settings" in expected else {})
    records, flags = checked(case, settings)
    if not flagged:
        assert [flag.message for flag in flags] == []
        return
    assert len(flags) == 1, [flag.message for flag in flags]
    (flag,) = flags
    exact = {figure.figure_id: figure.evidence.exact for figure in records.figures}
    told = {
        "severity": flag.severity,
        "decision_changing": flag.decision_changing,
        "figures": sorted(exact[figure_id] for figure_id in flag.figure_ids),
    }
    wanted = {name: value for name, value in expected.items() if name in told}
    assert {name: told[name] for name in wanted} == {
        name: sorted(value) if isinstance(value, list) else value for name, value in wanted.items()
    }
    says = expected.get("says", ())
    for part in [says] if isinstance(says, str) else says:
        assert part in flag.message


def test_every_check_has_its_cases() -> None:
    assert set(all_checks()) == {path.stem for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_case_files_have_four_of_each_kind(path: Path) -> None:
    kinds = [flagged for flagged, _, _ in cases(path)]
    assert kinds.count(True) >= 4
    assert kinds.count(False) >= 4


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_case_files_alarm_no_other_check(path: Path) -> None:
    """What one check must leave alone, the others must not alarm about either (errors and warnings)."""
    for flagged, case, expected in cases(path):
        if flagged:
            continue
        alarms = [flag for flag in checked(case)[1] if flag.severity != "info"]
        assert [f"{expected['name']}: {flag.check} {flag.message}" for flag in alarms] == []
