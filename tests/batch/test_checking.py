"""Stored records checked again: from files and from a store; broken datasets; verdicts."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.batch import verdicts
from extractor.batch.checking import check_dataset
from extractor.batch.export import export
from extractor.batch.ingest import put_article
from extractor.batch.judging.across import judge_across
from extractor.batch.judging.again import judge_again
from extractor.batch.judging.articles import ArticleJudge, rows_of
from extractor.checks import Settings
from extractor.errors import BrokenDataset, UsageError
from extractor.models import Extraction
from extractor.store.sqlite import FILE_NAME, Store
from tests.batch.datasets import NAMES, all_cases, in_folder

ARTICLES = all_cases("XSR0[16].toml") + all_cases("SUM03.toml")


def write(folder: Path, articles: list[Extraction]) -> Path:
    """An output folder with these articles."""
    folder.mkdir(exist_ok=True)
    judge = ArticleJudge({})
    with Store(folder / FILE_NAME) as store:
        judge_again(store, {})
        with store.transaction():
            for article in articles:
                put_article(store, rows_of(judge.judge(article)))
        judge_across(store, Settings())
        export(store, folder)
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return write(tmp_path / "output", ARTICLES)


def test_files_and_store_say_the_same(output: Path, tmp_path: Path) -> None:
    before = in_folder(output)
    _, from_files = check_dataset(output, output=tmp_path / "files")
    _, from_store = check_dataset(output / FILE_NAME, output=tmp_path / "store")
    assert from_files == from_store != []
    assert in_folder(tmp_path / "files") == in_folder(tmp_path / "store") == before


def test_a_folder_with_the_store_alone(output: Path) -> None:
    before = in_folder(output)
    for name in NAMES:
        (output / name).unlink()
    check_dataset(output)
    assert in_folder(output) == before


def test_an_edited_file_is_checked_as_it_is(output: Path) -> None:
    figures = (output / "figures.jsonl").read_text(encoding="utf-8")
    assert '"value":46.0' in figures
    (output / "figures.jsonl").write_text(figures.replace('"value":46.0', '"value":42.0'), encoding="utf-8")
    _, before = check_dataset(output / FILE_NAME, output=output.parent / "store")
    _, after = check_dataset(output, output=output.parent / "files")
    assert len(after) < len(before)


def test_select_and_ignore(output: Path) -> None:
    _, chosen = check_dataset(output, settings={"select": ["SUM"]})
    assert {flag.check[:3] for flag in chosen} == {"SUM"}
    _, rest = check_dataset(output, settings={"ignore": ["SUM"]})
    assert "SUM" not in {flag.check[:3] for flag in rest}
    assert rest


def _drop(folder: Path, name: str) -> None:
    (folder / name).unlink()


def _edit(name: str, line: int, edit: Callable[[str], str]) -> Callable[[Path], None]:
    def apply(folder: Path) -> None:
        lines = (folder / name).read_text(encoding="utf-8").splitlines(keepends=True)
        lines[line - 1] = edit(lines[line - 1])
        (folder / name).write_text("".join(lines), encoding="utf-8")

    return apply


def _with(**fields: object) -> Callable[[str], str]:
    return lambda line: json.dumps({**json.loads(line), **fields}) + "\n"


BROKEN = {
    "missing file": (lambda folder: _drop(folder, "polls.jsonl"), "polls.jsonl is missing"),
    "broken line": (_edit("figures.jsonl", 3, lambda line: line[:50] + "\n"), r"figures.jsonl, line 3: Invalid JSON"),
    "no object": (_edit("polls.jsonl", 1, lambda _: "[]\n"), "polls.jsonl, line 1"),
    "unknown field": (_edit("questions.jsonl", 2, _with(colour="red")), r"questions.jsonl, line 2: colour: Extra"),
    "wrong type": (_edit("figures.jsonl", 1, _with(value="many")), r"figures.jsonl, line 1: value: Input should"),
    "missing field": (
        _edit("articles.jsonl", 1, lambda _: '{"article_id":"a"}\n'),
        "articles.jsonl, line 1: source_path",
    ),
    "dangling article": (_edit("polls.jsonl", 2, _with(article_id="art_0")), "line 2: article_id art_0 is not in"),
    "dangling poll": (_edit("figures.jsonl", 2, _with(poll_id="poll_0")), "line 2: poll_id poll_0 is not in"),
    "dangling question": (_edit("figures.jsonl", 4, _with(question_id="q")), "line 4: question_id q is not in"),
    "twice": (_edit("articles.jsonl", 2, lambda line: line + line), r"articles.jsonl, line 3: \w+ is there twice"),
}


@pytest.mark.parametrize(("damage", "message"), BROKEN.values(), ids=BROKEN)
def test_broken_datasets(output: Path, damage: Callable[[Path], None], message: str) -> None:
    damage(output)
    before = {path.name: path.read_bytes() for path in output.iterdir()}
    with pytest.raises(BrokenDataset, match=message):
        check_dataset(output)
    assert {path.name: path.read_bytes() for path in output.iterdir()} == before


def test_no_dataset(tmp_path: Path) -> None:
    with pytest.raises(BrokenDataset, match="holds no dataset"):
        check_dataset(tmp_path)
    with pytest.raises(UsageError, match="is not there"):
        check_dataset(tmp_path / "nowhere")


def test_an_accepted_flag_is_silent_until_its_figures_change(tmp_path: Path) -> None:
    output = write(tmp_path / "output", ARTICLES)
    _, flags = check_dataset(output)
    flag = next(found for found in flags if found.check == "XSR06")
    assert verdicts.accept(output, flag.flag_id, "Checked with the pollster.") == flag
    summary, silent = check_dataset(output)
    assert silent == [found for found in flags if found != flag]
    assert summary.accepted == 1
    assert flag.flag_id not in (output / "flags.jsonl").read_text(encoding="utf-8")
    changed = [_changed(article, set(flag.figure_ids)) for article in ARTICLES]
    (output / FILE_NAME).unlink()
    summary, _ = check_dataset(write(output, changed))
    assert summary.accepted == 0


def _changed(article: Extraction, figure_ids: set[str]) -> Extraction:
    """The article with its quoted value printed half a point off, if it has the figures."""
    figures = tuple(
        figure.model_copy(update={"value": figure.value + 7})
        if figure.figure_id in figure_ids and figure.wave == "previous"
        else figure
        for figure in article.figures
    )
    return article.model_copy(update={"figures": figures})


@pytest.mark.parametrize(
    ("flag_id", "reason", "message"), [("flag_0", "why", "no flag flag_0"), ("", " ", "needs a reason")]
)
def test_verdicts_that_are_none(output: Path, flag_id: str, reason: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        verdicts.accept(output, flag_id, reason)


def test_a_broken_verdict_is_told_with_its_line(output: Path) -> None:
    (output / verdicts.FILE_NAME).write_text('{"flag_id":"a"}\n')
    with pytest.raises(BrokenDataset, match="line 1"):
        verdicts.read(output)
