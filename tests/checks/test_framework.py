"""Discovery, settings, reports: what all checks stand on."""

import subprocess
import sys
import time
from itertools import permutations

import pytest

from extractor.checks import Settings, run_checks
from extractor.checks.discovery import CODE, all_checks
from extractor.checks.run import check_across, check_articles, merge
from extractor.checks.views import ArticleView, DatasetView
from extractor.errors import UsageError
from extractor.models import Dataset
from tests.checks.builder import dataset

TWO = {
    "articles": [
        {"outlet": "A", "text": "{62 percent | support it +} support it and {47 percent | oppose it -} oppose it."},
        {"outlet": "B", "text": "{605 percent | agree +} agree."},
    ]
}
LACKING = {"text": "Only {62 percent | support it +} is told."}
DESIGN = (
    "SUM01 SUM02 SUM03 RBS01 CHG01 CHG02 CHG03 DIF01 QNT01 RNK01 SUB01 RST01 CNT01 GRM01 MOE01 MOE02 DAT01 RNG01 "
    "BAS01 DIS01"
)


def alarms(settings: Settings) -> list[str]:
    return [flag.check for flag in run_checks(dataset(TWO), settings=settings).flags if flag.severity != "info"]


def test_every_code_of_the_catalogue_is_there() -> None:
    assert set(DESIGN.split()) <= set(all_checks())
    assert all(CODE.fullmatch(code) for code in all_checks())


def test_no_dataset_no_flags() -> None:
    report = run_checks(Dataset())
    assert (report.flags, report.checkable) == ((), 0.0)


def test_flags_are_found_in_each_article_and_sorted() -> None:
    flags = run_checks(dataset(TWO)).flags
    assert list(flags) == sorted(flags, key=lambda flag: (flag.check, flag.article_ids, flag.flag_id))
    assert alarms(Settings()) == ["RNG01", "SUM02"]


def test_the_order_of_records_does_not_matter() -> None:
    records = dataset(TWO)
    expected = run_checks(records)
    for order in permutations(records.figures):
        assert run_checks(records.model_copy(update={"figures": order})) == expected


def test_select_and_ignore_take_beginnings_of_codes() -> None:
    assert alarms(Settings(select=("SUM",))) == ["SUM02"]
    assert alarms(Settings(ignore=("SUM",))) == ["RNG01"]
    assert alarms(Settings(select=("SUM", "RNG01"), ignore=("SUM02",))) == ["RNG01"]


def test_a_check_that_is_off_runs_when_selected() -> None:
    assert "GRM01" not in [check.code for check in Settings().chosen()]
    assert [check.code for check in Settings(select=("GRM01",)).chosen()] == ["GRM01"]


def test_a_setting_replaces_the_severity() -> None:
    settings = Settings(select=("SUM02",), checks={"SUM02": {"severity": "info"}})
    assert [flag.severity for flag in run_checks(dataset(TWO), settings=settings).flags] == ["info"]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (Settings(select=("NOT01",)), "NOT01"),
        (Settings(ignore=("",)), "''"),
        (Settings(checks={"NOT01": {}}), "NOT01"),
        (Settings(checks={"SUM01": {"width": 3}}), "width"),
        (Settings(checks={"MOE01": {"largest_size": "many"}}), "largest_size"),
    ],
)
def test_settings_that_mean_nothing_are_refused(settings: Settings, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        settings.chosen()


def test_a_check_that_lacks_an_input_is_not_counted() -> None:
    report = run_checks(dataset(LACKING))
    assert report.checkable == 0.0
    assert set(report.tested_by.values()) == {0}


def test_the_checkable_share_counts_figures_once() -> None:
    report = run_checks(dataset(TWO))
    assert len(report.tested) == 3
    assert report.checkable == 1.0


def test_article_and_cross_source_checks_run_apart() -> None:
    records = dataset(TWO)
    checks = Settings().chosen()
    view = DatasetView(records)
    parts = [check_articles(view.article_views(), checks), check_across(view, checks)]
    assert merge(parts, len(records.figures)) == run_checks(records)


def test_the_id_of_a_flag_follows_from_its_figures() -> None:
    first, again = (run_checks(dataset(TWO)).flags for _ in range(2))
    assert first == again
    changed = {"articles": [TWO["articles"][0] | {"text": TWO["articles"][0]["text"].replace("47", "49")}]}
    assert not {flag.flag_id for flag in run_checks(dataset(changed)).flags} & {flag.flag_id for flag in first}


def test_a_view_knows_sentences_blocks_and_what_stands_between() -> None:
    records = dataset({"title": "{61% | agree +} agree", "text": "First {10% | a}. Then {20% | b} or {30% | c}."})
    view = ArticleView(records.articles[0], records.polls, records.questions, records.figures)
    title, first, second, third = view.figures
    assert view.kind_of_place(title) == "title"
    assert [len(group) for group in view.sentences.values()] == [1, 1, 2]
    assert view.between(second, third) == " or "
    assert (view.before(second), view.after(second)) == ("Then ", " or 30%.")
    assert view.paragraph(first) == view.paragraph(third) == view.paragraph(title) + 1


def test_checks_need_no_spacy() -> None:
    code = "import sys, extractor.checks as c; c.Settings().chosen(); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_page_that_is_one_long_list_costs_linear_time() -> None:
    """Every view and check over one "sentence" of many figures: twice the figures, not four times the time."""
    kinds = ("share", "share", "difference", "change")
    marks = (f"{{{10 + place % 80} percent | answer {place % 7}; kind={kinds[place % 4]}}}" for place in range(4000))
    records = dataset({"text": "List: " + " ".join(marks)})
    half = records.model_copy(update={"figures": records.figures[:2000]})
    times = []
    for part in (half, records):
        started = time.process_time()
        run_checks(part)
        times.append(time.process_time() - started)
    assert times[1] < 4 * times[0] + 0.5
