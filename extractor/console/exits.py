"""Exit codes, and errors as one clear line."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from extractor.errors import BrokenDataset, ExtractorError, StoreError, UsageError

FLAGGED = 1
USAGE = 2
NOTHING_READABLE = 3
#: The output could not be used: locked by another run, disk full.
NOT_WRITTEN = 4
INTERRUPTED = 130


def fail(message: str, code: int) -> NoReturn:
    """End the command with a line on standard error."""
    print(f"pollcheck: {message}", file=sys.stderr)
    raise SystemExit(code)


@contextmanager
def told(on_interrupt: str = "stopped.") -> Iterator[None]:
    """Bring our errors out as one line and the exit code they stand for; Ctrl-C says `on_interrupt`."""
    try:
        yield
    except (UsageError, BrokenDataset) as error:
        fail(str(error), USAGE)
    except StoreError as error:
        fail(str(error), NOT_WRITTEN)
    except ExtractorError as error:
        fail(str(error), FLAGGED)
    except KeyboardInterrupt:
        fail(on_interrupt, INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone; nothing is to be said
        raise SystemExit(0) from None
