"""The generator of the scale benches, and one run that is killed."""

import subprocess
import sys
from pathlib import Path

from benchmarks import crash, synthetic
from extractor import extract


def test_editions_are_the_same_every_time_and_differ_from_each_other() -> None:
    each = len(synthetic.pages())
    first, second = dict(synthetic.articles(each)), dict(synthetic.articles(each, first=each))
    assert first == dict(synthetic.articles(each))
    assert [name.split("/")[1] for name in first] == [name.split("/")[1] for name in second]
    assert not set(first.values()) & set(second.values())


def test_an_edition_tells_the_polls_of_the_sample_pages_otherwise() -> None:
    name, text = next(page for page in synthetic.pages() if page[0].startswith("05"))
    ours, theirs = extract(text, source_path=name), extract(synthetic.Edition(3).page(text), source_path=name)
    assert len(theirs.figures) >= len(ours.figures) / 2
    assert {poll.pollsters for poll in ours.polls} != {poll.pollsters for poll in theirs.polls}


def test_a_run_that_is_killed_ends_as_if_it_was_not(tmp_path: Path) -> None:
    synthetic.write(30, tmp_path / "pages")
    assert crash.finish(tmp_path, "undisturbed")[0] == 0
    expected = crash.read(tmp_path / "undisturbed")
    assert crash.kill_once(tmp_path, "killed", 2.0, expected) == "identical"


def test_the_benches_tell_how_they_are_used() -> None:
    for name in ("scale", "incremental", "crash", "speed", "web"):
        path = Path(crash.__file__).with_name(f"{name}.py")
        told = subprocess.run([sys.executable, path, "--help"], capture_output=True, text=True, check=True).stdout
        assert "--json" in told
