"""What is done with one input, in a worker or in the process of the run: gate, reading, extraction, article checks."""

from collections.abc import Callable
from functools import cached_property

from extractor.batch.judging.articles import ArticleJudge, Judged, rows_of
from extractor.batch.work import Outcome, Setup, Task, quarantined
from extractor.errors import ExtractorError
from extractor.models import Extraction
from extractor.reading.encoding import refuse_unreadable
from extractor.reading.gate import can_hold_poll
from extractor.reading.source import Source


def warm_up() -> None:
    """Import and build what the first page would wait for."""
    import extractor.assembly.extraction  # noqa: PLC0415  (spaCy comes with it)
    import extractor.reading.html  # noqa: F401, PLC0415  (trafilatura)
    from extractor.pipeline import build_nlp  # noqa: PLC0415

    build_nlp("en")


class Maker:
    """Builds the processor of a run inside a worker; the setup is all that is sent there."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup

    def __call__(self) -> Callable[[Task], Outcome]:
        """A new processor."""
        return Processor(self._setup)


class Processor:
    """Turns one input into its outcome; never raises on a bad page."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup

    def __call__(self, task: Task) -> Outcome:
        """The outcome of one input, with rows for the store."""
        judged = self.judge(task)
        if isinstance(judged, Outcome):
            return judged
        return Outcome(task.name, task.digest, "article", rows=rows_of(judged))

    def judge(self, task: Task) -> Judged | Outcome:
        """The records of one input, judged by themselves, or why there are none."""
        try:
            if self._setup.gate and not can_hold_poll(task.source.data):
                refuse_unreadable(task.source.data, charset=task.source.meta.charset)
                return Outcome(task.name, task.digest, "gated")
            return self._judge.judge(extract_source(task.source))
        except ExtractorError as error:
            return quarantined(task.name, task.digest, str(error))
        except RecursionError:
            return quarantined(task.name, task.digest, "nested too deeply")
        except MemoryError:
            return quarantined(task.name, task.digest, "needs too much memory", lasting=False)
        except Exception as error:  # one page never stops a batch
            return quarantined(task.name, task.digest, f"{type(error).__name__}: {error}")

    @cached_property
    def _judge(self) -> ArticleJudge:
        return ArticleJudge(self._setup.settings)


def extract_source(source: Source) -> Extraction:
    """The records of one input; heavy imports happen with the first page that passes the gate."""
    from extractor.assembly.extraction import extract_article  # noqa: PLC0415
    from extractor.reading.page import read_source  # noqa: PLC0415

    return extract_article(read_source(source))
