"""Checks of records: one file a check, found by its name; see `run.run_checks`."""

from extractor.checks.run import CheckReport, run_checks
from extractor.checks.settings import Settings

__all__ = ["CheckReport", "Settings", "run_checks"]
