"""What a check is: a class with a code, what it needs, and a method that looks at a view and reports.

A check never raises on odd records and never guesses: where an input is lacking it does nothing.  It tells the
`Collector` which figures it could test and which it finds inconsistent.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from extractor.checks.views import ArticleView, DatasetView
from extractor.ids import content_id
from extractor.models import Figure, Flag, Scope, Severity


class Options(BaseModel):
    """Settings of one check; a check with thresholds declares a subclass.

    `severity` replaces the check's own severity, also where a flag would be raised for changing a decision.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    severity: Severity | None = None


class Check:
    """Base of all checks.  Subclasses set the class variables and one of `article` and `across` (or both)."""

    code: ClassVar[str]
    title: ClassVar[str]
    severity: ClassVar[Severity]
    scope: ClassVar[Scope]
    needs: ClassVar[str]
    """What must be known for the check to test anything, for the catalogue."""
    default: ClassVar[bool] = True
    """Whether the check runs unless it is ignored; else it must be selected by name."""
    looks_back: ClassVar[bool] = False
    """Whether the check holds a report against other, earlier polls; else it looks at the reports of one poll alone.

    Of the articles that told those polls it sees the header, not the text.
    """
    options_type: ClassVar[type[Options]] = Options

    def __init__(self, options: Options | None = None) -> None:
        self.options = options if options is not None else self.options_type()

    def article(self, view: ArticleView, out: "Collector") -> None:
        """Test one article."""

    def across(self, view: DatasetView, out: "Collector") -> None:
        """Test a dataset across its articles."""


class Collector:
    """Takes what one check finds: figures it could test, and flags."""

    def __init__(self, check: Check, scope: Scope) -> None:
        self._check = check
        self._scope = scope
        self.figures_tested: set[str] = set()
        self.flags: dict[str, Flag] = {}

    def tested(self, figures: Iterable[Figure]) -> None:
        """Note figures that the check had all it needs to test."""
        self.figures_tested.update(figure.figure_id for figure in figures)

    def flag(
        self,
        message: str,
        *,
        figures: Iterable[Figure] = (),
        articles: Iterable[str] = (),
        expected: str | None = None,
        observed: str | None = None,
        tolerance: Decimal | float | None = None,
        decision_changing: bool = False,
        severity: Severity | None = None,
    ) -> None:
        """Record one inconsistency.

        `articles` adds article ids to those of the figures.  A flag that changes a decision (a majority or a leader
        flips) is an error where it would be a warning.  The same flag twice is one flag.
        """
        members = sorted({figure.figure_id: figure for figure in figures}.values(), key=lambda f: f.figure_id)
        figure_ids = tuple(figure.figure_id for figure in members)
        article_ids = tuple(sorted({figure.article_id for figure in members} | set(articles)))
        level = severity or self._check.severity
        if decision_changing and level == "warning":
            level = "error"
        flag_id = content_id("flag", self._check.code, *figure_ids, "in", *article_ids, observed)
        self.flags[flag_id] = Flag(
            flag_id=flag_id,
            check=self._check.code,
            severity=self._check.options.severity or level,
            scope=self._scope,
            message=message,
            figure_ids=figure_ids,
            article_ids=article_ids,
            expected=expected,
            observed=observed,
            tolerance=None if tolerance is None else float(tolerance),
            decision_changing=decision_changing,
        )
        self.tested(members)


def flips_majority(a: float, b: float) -> bool:
    """Whether one value is a majority (more than 50 percent) and the other is not."""
    return (a > 50) != (b > 50)
