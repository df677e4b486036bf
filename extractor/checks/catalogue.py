"""The catalogue of checks, made from their docstrings: ``python -m extractor.checks.catalogue > docs/checks.md``."""

import re
from dataclasses import dataclass
from inspect import getdoc

from extractor.checks.base import Check, Options
from extractor.checks.discovery import all_checks

_INTRODUCTION = """\
# Checks

Made by `python -m extractor.checks.catalogue` from the docstrings of `extractor/checks/`; do not edit.

All arithmetic is on intervals: a figure printed with d decimals stands for ±0.5·10⁻ᵈ, and a sum of n exclusive shares
may miss 100 by floor((n−1)/2)·10⁻ᵈ. A check that lacks what it needs stays silent. A flag that changes a decision (a
majority or a leader flips) is an error where it would be a warning.

Choose checks with `select` and `ignore` (codes or their beginnings), set their options under `checks.CODE`, in
`[tool.pollcheck]` of `pyproject.toml` or in `pollcheck.toml`. Every check takes `severity`.
"""


@dataclass(frozen=True, slots=True)
class Description:
    """The parts of a check's docstring."""

    definition: str
    bad: str
    good: str
    source: str


def describe(check: type[Check]) -> Description:
    """The docstring of a check in its parts.

    Raises:
        ValueError: the docstring lacks its definition, an example or the source, or has them in another order.
    """
    match = re.fullmatch(
        r"(?P<definition>.+?)\n\nBad: (?P<bad>.+?)\nGood: (?P<good>.+?)\nSource: (?P<source>.+)",
        getdoc(check) or "",
        re.DOTALL,
    )
    if match is None:
        raise ValueError(f"the docstring of {check.code} must have a definition, Bad:, Good: and Source:")
    return Description(**{name: " ".join(text.split()) for name, text in match.groupdict().items()})


def catalogue() -> str:
    """The catalogue as Markdown: a table of all checks, then each with definition, examples, needs and options."""
    checks = all_checks()
    rows = [
        f"| [{code}](#{code.lower()}) | {check.title} | {check.severity} | {_scope(check)} |"
        for code, check in checks.items()
    ]
    parts = [_INTRODUCTION, "\n".join(["| code | checks | severity | scope |", "| --- | --- | --- | --- |", *rows])]
    parts.extend(_section(code, check) for code, check in checks.items())
    return "\n\n".join(part.rstrip() for part in parts) + "\n"


def _section(code: str, check: type[Check]) -> str:
    told = describe(check)
    lines = [
        f"## {code}",
        f"**{check.title[:1].upper()}{check.title[1:]}.** {told.definition}",
        f"- Bad: {told.bad}\n- Good: {told.good}\n- Needs: {check.needs}\n- Source: {told.source}",
    ]
    if not check.default:
        lines.append("Off unless selected.")
    options = [
        f"- `{name}` = {field.default!r}: {field.description}"
        for name, field in check.options_type.model_fields.items()
        if name not in Options.model_fields
    ]
    if options:
        lines.append("Options:\n" + "\n".join(options))
    return "\n\n".join(lines)


def _scope(check: type[Check]) -> str:
    scopes = [name for name, method in (("article", "article"), ("cross-source", "across")) if method in vars(check)]
    return " and ".join(scopes)


if __name__ == "__main__":
    print(catalogue(), end="")
