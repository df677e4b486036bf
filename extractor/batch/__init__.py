"""The local engine: a folder of pages in, datasets out."""

from extractor.batch.engine import run
from extractor.batch.summary import RunSummary

__all__ = ["RunSummary", "run"]
