"""How right a dataset is, measured against gold: what users run on articles they annotated themselves."""

from extractor.evaluation.score import evaluate

__all__ = ["evaluate"]
