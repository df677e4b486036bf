"""What a worker does with one page; everything heavy is imported here, in the worker."""

from extractor.api import extract
from extractor.errors import UnreadableInput
from extractor.models import Extraction


def process(source_path: str, data: bytes) -> Extraction | str:
    """The records of one page, or the reason why it was set aside."""
    try:
        return extract(data, source_path=source_path)
    except UnreadableInput as error:
        return str(error)
    except Exception as error:  # one page never stops a batch
        return f"{type(error).__name__}: {error}"
