"""Imported once by the server from which workers fork: spaCy, trafilatura and the pipeline are loaded and shared."""

from contextlib import suppress

from extractor.batch.worker import warm_up

with suppress(Exception):  # what fails here fails again with the first page, which can tell it
    warm_up()
