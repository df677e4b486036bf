"""Exceptions for broken input and usage; inconsistencies between figures are records (`Flag`), never exceptions."""


class ExtractorError(Exception):
    """Root of every error this package raises on purpose; its message is meant for the user."""


class UnreadableInput(ExtractorError):
    """One input cannot be read as an article: empty, binary, too large, mis-encoded, not JSON."""


class UsageError(ExtractorError):
    """The command or call cannot be carried out as given: missing folder, unknown option, broken setting."""


class BrokenDataset(ExtractorError):
    """A dataset does not hold what its schema says: missing file, broken line, unknown field, dangling id."""


class StoreError(ExtractorError):
    """The store cannot be used: locked by another run, written by a newer version, disk full."""
