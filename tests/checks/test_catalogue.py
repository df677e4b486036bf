"""The docstrings of checks have one shape, and the catalogue is what they say."""

from pathlib import Path

import pytest

from extractor.checks.base import Check
from extractor.checks.catalogue import catalogue, describe
from extractor.checks.discovery import all_checks

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


@pytest.mark.parametrize("check", all_checks().values(), ids=lambda check: check.code)
def test_docstring_has_definition_examples_and_source(check: type[Check]) -> None:
    told = describe(check)
    assert all(len(part) > 15 for part in (told.definition, told.bad, told.good, told.source))
    assert check.title
    assert check.needs


def test_a_docstring_without_an_example_is_refused() -> None:
    class Bare(Check):
        """Says nothing."""

        code = "BAR01"

    with pytest.raises(ValueError, match="BAR01"):
        describe(Bare)


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == catalogue(), "run python -m extractor.checks.catalogue > docs/checks.md"
