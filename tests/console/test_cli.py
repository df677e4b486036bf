"""The commands as a user types them: what they print, what they leave behind, how they end."""

import json
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extractor import cli
from tests.batch.datasets import CORPUS, NAMES

STORY = CORPUS / "01-ledger-defense-ties.html"


class Ended:
    """What a command printed and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def pollcheck(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Run a command in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object) -> Ended:
        monkeypatch.setattr(sys, "argv", ["pollcheck", *map(str, arguments)])
        code = 0
        try:
            cli.main()
        except SystemExit as end:
            code = int(end.code or 0)
        captured = capsys.readouterr()
        return Ended(code, captured.out, captured.err)

    return run


def test_help_is_quick_and_names_the_commands() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = subprocess.run([sys.executable, "-m", "extractor", "--help"], capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert cpu < 0.4
    for command in "run extract check accept explain evaluate schema watch spark".split():  # noqa: SIM905
        assert f"\n  {command} " in found.stdout


def test_no_spacy_before_the_first_extraction() -> None:
    code = (
        "import sys, extractor; extractor.Figure, extractor.run, extractor.check, extractor.extract;"
        "print([name for name in ('spacy', 'trafilatura', 'scipy') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_run(pollcheck) -> None:  # type: ignore[no-untyped-def]
    ended = pollcheck("run", STORY, "-o", "out")
    assert ended.code == 0
    for name in (*NAMES, "run.json", "pollcheck.db"):
        assert str(Path("out", name)) in ended.out
    assert "1 read, 0 unchanged" in ended.out
    assert "done in" in ended.err
    again = pollcheck("run", STORY, "-o", "out", "--quiet")
    assert "0 read, 1 unchanged" in again.out
    assert again.err == ""


def test_a_run_for_machines(pollcheck, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "empty.html").write_text("")
    ended = pollcheck("run", STORY, tmp_path / "empty.html", "-o", "out", "--json")
    events = [json.loads(line) for line in ended.out.splitlines()]
    assert {"event": "quarantined", "source_path": str(tmp_path / "empty.html"), "reason": "empty"} in events
    assert events[-1]["event"] == "done"
    assert events[-1]["counts"]["articles"] == 1
    assert ended.code == 0


def test_nothing_readable(pollcheck, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "pages").mkdir()
    ended = pollcheck("run", "pages")
    assert (ended.code, "nothing readable in pages" in ended.err) == (3, True)
    (tmp_path / "pages" / "empty.html").write_text("")
    ended = pollcheck("run", "pages")
    assert ended.code == 3
    assert "pages/empty.html: empty" in ended.err
    assert pollcheck("extract", "pages").code == 3


USAGE = {
    "unknown option": ("run", ".", "--colour"),
    "unknown command": ("paint",),
    "no input": ("run",),
    "missing folder": ("run", "nowhere"),
    "missing dataset": ("check", "nowhere"),
    "unknown check": ("run", ".", "--select", "XYZ"),
    "missing settings": ("run", ".", "--config", "nowhere.toml"),
    "missing figure": ("explain", "figure_0"),
    "missing flag": ("accept", "flag_0", "--reason", "x"),
    "missing gold": ("evaluate", "nowhere", "--docs", "."),
    "watch no folder": ("watch", "nowhere"),
    "no jobs": ("run", ".", "--jobs", "0"),
}


@pytest.mark.parametrize("arguments", USAGE.values(), ids=USAGE)
def test_usage_errors_end_with_2_and_leave_nothing(pollcheck, tmp_path: Path, arguments: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    ended = pollcheck(*arguments)
    assert ended.code == 2
    assert len(ended.err.strip()) > 20
    assert "Traceback" not in ended.err
    assert list(tmp_path.iterdir()) == []


def test_a_locked_output_ends_with_4(pollcheck, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "out").write_text("a file in its place")
    ended = pollcheck("run", STORY, "-o", "out")
    assert (ended.code, "cannot be written" in ended.err) == (4, True)


@pytest.fixture
def flagged(pollcheck, tmp_path: Path) -> list[dict[str, object]]:  # type: ignore[no-untyped-def]
    """An output with an error; gives its flags."""
    page = tmp_path / "page.txt"
    page.write_text(
        "Voters split over the bridge\n\nA survey of 1,012 adults by Gallup found that 61 percent of voters support "
        "the bridge, 45 percent oppose it and 5 percent have no opinion.\n",
        encoding="utf-8",
    )
    assert pollcheck("run", page, "-o", "output").code == 0
    return [json.loads(line) for line in (tmp_path / "output/flags.jsonl").read_text(encoding="utf-8").splitlines()]


def test_fail_on(pollcheck, flagged: list[dict[str, object]]) -> None:  # type: ignore[no-untyped-def]
    worst = {flag["severity"] for flag in flagged}
    assert worst & {"error", "warning"}
    assert pollcheck("check", "output", "--fail-on", "warning").code == 1
    assert pollcheck("check", "output", "--fail-on", "warning", "--select", "RNG").code == 0
    assert pollcheck("run", "page.txt", "-o", "output", "--fail-on", "warning").code == 1


def test_check_prints_what_accept_takes(pollcheck, flagged: list[dict[str, object]]) -> None:  # type: ignore[no-untyped-def]
    told = pollcheck("check", "output")
    assert told.code == 0
    for flag in flagged:
        assert f"{flag['message']}  [{flag['flag_id']}]" in told.out
        assert pollcheck("accept", flag["flag_id"], "--reason", "as printed").code == 0
    after = pollcheck("check", "output", "--json")
    assert (after.code, after.out) == (0, "")
    assert f"{len(flagged)} accepted" in pollcheck("run", "page.txt", "-o", "output").out


def test_settings_from_files(pollcheck, flagged: list[dict[str, object]], tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    codes = sorted({str(flag["check"]) for flag in flagged})
    (tmp_path / "pyproject.toml").write_text(f"[tool.pollcheck]\nignore = {codes}\n")
    assert pollcheck("check", "output", "--json").out == ""
    (tmp_path / "pollcheck.toml").write_text("ignore = ['RNG']\n")
    assert len(pollcheck("check", "output", "--json").out.splitlines()) == len(flagged)
    (tmp_path / "pollcheck.toml").write_text("[checks.SUM02]\nseverity = 'info'\n[colour]\n")
    broken = pollcheck("check", "output")
    assert (broken.code, "colour" in broken.err) == (2, True)
    (tmp_path / "pollcheck.toml").write_text("ignore = [")
    assert pollcheck("check", "output").code == 2


def test_a_broken_dataset(pollcheck, flagged: list[dict[str, object]], tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with (tmp_path / "output/polls.jsonl").open("a") as file:
        file.write("{}\n")
    ended = pollcheck("check", "output")
    assert (ended.code, "output/polls.jsonl, line 2" in ended.err) == (2, True)


def test_explain(pollcheck, flagged: list[dict[str, object]], tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (first, *_) = (tmp_path / "output/figures.jsonl").read_text(encoding="utf-8").splitlines()
    figure = json.loads(first)
    ended = pollcheck("explain", figure["figure_id"])
    assert ended.code == 0
    for told in (figure["evidence"]["sentence"], figure["rule"], figure["population"]["label"], "page.txt"):
        assert told in ended.out


def test_extract_prints_records(pollcheck) -> None:  # type: ignore[no-untyped-def]
    ended = pollcheck("extract", STORY, CORPUS / "05-capital-wire.txt")
    first, second = map(json.loads, ended.out.splitlines())
    assert first["article"]["source_path"] == str(STORY)
    assert second["figures"]


def test_evaluate(pollcheck) -> None:  # type: ignore[no-untyped-def]
    assert pollcheck("run", STORY, "-o", "output").code == 0
    told = pollcheck("evaluate", CORPUS / "gold", "--docs", CORPUS / "text", "--mistakes", "3")
    assert (told.code, "figures_full" in told.out) == (0, True)
    report = json.loads(pollcheck("evaluate", CORPUS / "gold", "--docs", CORPUS / "text", "--json").out)
    assert f"{report['figures_full']['f1']:.3f}" in told.out


def test_a_pipe_in(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "extractor", "run", "-", "-o", "out", "-q"]
    subprocess.run(command, input=STORY.read_bytes(), cwd=tmp_path, check=True, capture_output=True)
    article = json.loads((tmp_path / "out/articles.jsonl").read_text(encoding="utf-8"))
    assert article["source_path"] == "-"


def test_watch_processes_what_arrives(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    shutil.copy(STORY, tmp_path / "in")
    command = [sys.executable, "-m", "extractor", "watch", "in", "-o", "out"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            assert process.stdout.readline().startswith("1 read, ")
            shutil.copy(CORPUS / "05-capital-wire.txt", tmp_path / "in")
            assert process.stdout.readline().startswith("1 read, ")
        finally:
            process.kill()
    assert len((tmp_path / "out/articles.jsonl").read_text(encoding="utf-8").splitlines()) == 2
