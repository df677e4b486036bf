"""Imported once by the server from which workers fork: spaCy, trafilatura and the pipeline are loaded and shared."""

from extractor.batch.worker import warm_up

warm_up()
