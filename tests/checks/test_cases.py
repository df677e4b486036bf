"""Every check against its own case file: what it must flag and what it must leave alone."""

from pathlib import Path
from typing import Any

import pytest

from extractor.checks import Settings, run_checks
from extractor.checks.discovery import all_checks
from tests.checks.builder import cases, dataset

FOLDER = Path(__file__).parent.parent / "cases" / "checks"
FILES = sorted(FOLDER.glob("*.toml"))
ALL = [
    pytest.param(path.stem, flagged, case, expected, id=f"{path.stem}-{expected['name']}")
    for path in FILES
    for flagged, case, expected in cases(path)
]


@pytest.mark.parametrize(("code", "flagged", "case", "expected"), ALL)
def test_case(code: str, flagged: bool, case: dict[str, Any], expected: dict[str, Any]) -> None:
    records = dataset(case)
    settings = Settings(select=(code,), checks={code: expected["settings"]} if "settings" in expected else {})
    flags = run_checks(records, settings=settings).flags
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
    assert expected.get("says", "") in flag.message


def test_every_article_check_has_its_cases() -> None:
    codes = {code for code, check in all_checks().items() if check.scope == "article"}
    assert codes <= {path.stem for path in FILES}


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
        alarms = [flag for flag in run_checks(dataset(case)).flags if flag.severity != "info"]
        assert [f"{expected['name']}: {flag.check} {flag.message}" for flag in alarms] == []
