"""The documents hold against the program: commands, options, targets, codes, files, and output that is shown."""

import doctest
import re
from pathlib import Path

import pytest
import typer

from benchmarks import readme
from extractor.checks.discovery import all_checks
from extractor.cli import app

ROOT = Path(__file__).parent.parent
DOCS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "corpus/README.md", ROOT / "output/README.md"])
COMMANDS = typer.main.get_command(app).commands
CODE = re.compile(r"\b[A-Z]{3}0\d\b")
COMMAND = re.compile(r"(?<!import )\bpollcheck ([a-z]+)((?: [^`|\n]*)?)")
OPTION = re.compile(r"(?<!\S)(--?[a-z][a-z-]*)")
#: Files and folders as the documents name them: in backticks or as the target of a link.
NAMED = re.compile(r"`((?:[\w.<>-]+/)+[\w.]*|[\w-]+\.(?:py|md|toml|txt))`|\]\(([\w./-]+)\)")
#: Files that users have, and names that stand for any.
EXAMPLES = {"pollcheck.toml", "stories/", "out/"}
PLACEHOLDER = re.compile("<|CODE")


def exists(file: str) -> bool:
    """Whether the repository holds `file`: a path from its root or the package, or the bare name of a module."""
    if any((place / file).exists() for place in (ROOT, ROOT / "extractor", ROOT / "corpus")):
        return True
    return "/" not in file and any((ROOT / "extractor").rglob(file))


read = {path: path.read_text(encoding="utf-8") for path in DOCS}
by_document = pytest.mark.parametrize("path", DOCS, ids=lambda path: str(path.relative_to(ROOT)))


def test_the_documents_are_there():
    names = {path.relative_to(ROOT).as_posix() for path in DOCS}
    assert {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/checks.md"} <= names


@by_document
def test_commands_and_options_exist(path):
    for name, rest in COMMAND.findall(read[path]):
        assert name in COMMANDS, f"pollcheck {name}"
        known = {option for parameter in COMMANDS[name].params for option in parameter.opts} | {"--help"}
        assert set(OPTION.findall(rest)) <= known, f"pollcheck {name}{rest}"


def test_every_command_is_in_the_readme():
    assert {name for name, _ in COMMAND.findall(read[ROOT / "README.md"])} == set(COMMANDS)


@by_document
def test_make_targets_exist(path):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", read[path], re.MULTILINE)) <= targets


@by_document
def test_scripts_exist(path):
    scripts = re.findall(r"python (benchmarks/\w+\.py)((?: --[a-z-]+)*)", read[path])
    for script, options in scripts:
        source = (ROOT / script).read_text(encoding="utf-8")
        assert [option for option in options.split() if f'"{option}"' not in source] == []


@by_document
def test_check_codes_exist(path):
    assert set(CODE.findall(read[path])) <= set(all_checks())


def test_every_check_is_in_the_readme():
    assert set(CODE.findall(read[ROOT / "README.md"])) == set(all_checks())


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_files_exist(name):
    named = {quoted or linked for quoted, linked in NAMED.findall(read[ROOT / name])} - EXAMPLES
    assert named
    assert [file for file in sorted(named) if not PLACEHOLDER.search(file) and not exists(file)] == []


def test_the_python_example_runs():
    results = doctest.testfile(str(ROOT / "README.md"), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert results.attempted > 0
    assert results.failed == 0


def test_the_readme_shows_what_the_commands_print():
    text = read[ROOT / "README.md"]
    assert len(readme.BLOCK.findall(text)) >= 2
    assert readme.renewed(text) == text, "renew it with: python benchmarks/readme.py"
