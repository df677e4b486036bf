"""What pyproject.toml, constraints.txt and the code say about each other."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from extractor import pipeline

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LINES = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
PINS = {canonicalize_name(name): version for name, _, version in (line.partition("==") for line in LINES)}


def test_constraints_are_plain_pins():
    assert [line for line in LINES if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+", line)] == []
    assert len(PINS) == len(LINES)


def test_every_dependency_is_pinned_within_its_range():
    named = [*PROJECT["dependencies"], *(line for extra in PROJECT["optional-dependencies"].values() for line in extra)]
    wrong = [
        line
        for line in named
        if not (pin := PINS.get(canonicalize_name(Requirement(line).name)))
        or Version(pin) not in Requirement(line).specifier
    ]
    assert wrong == []


def test_the_components_are_entry_points_of_spacy():
    wanted = {factory: f"extractor.components.{module}:create" for factory, module in pipeline.COMPONENTS}
    assert PROJECT["entry-points"]["spacy_factories"] == wanted


def test_a_component_works_in_any_pipeline():
    code = """
import spacy
nlp = spacy.blank("en")
nlp.add_pipe("poll_figures")
doc = nlp("In the poll, 41 percent of voters agreed.")
print([span.text for span in doc.spans["figures"]])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['41 percent']\n"
