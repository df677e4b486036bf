"""The local engine: a folder of pages in, datasets out."""

from extractor.batch.engine import RunSummary, run

__all__ = ["RunSummary", "run"]
