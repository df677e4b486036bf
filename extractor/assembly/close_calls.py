"""Close choices are read again in their words: where the sums of two options lie close, the encoder's score counts too.

What a rule reads for certain, and what the features tell apart clearly, stays as it is.
"""

from collections.abc import Sequence

from spacy.tokens import Span

from extractor.components.doc_text import sentence_of, text_of, words_of
from extractor.encoder.model import scores
from extractor.encoder.passages import SENTENCES, Choice, Place

#: A choice that is won by more than this is not read again.
LEADS = {"response": 1.0, "population": 1.5}
#: What a unit of the encoder's score counts beside the features' sum.
WEIGHT = 0.5
#: Options that are read, the likeliest ones.
_MOST = 5


def is_close(task: str, choices: Sequence[Choice], sums: Sequence[float]) -> bool:
    """Whether the best option is less than a clear lead ahead of the next one that says something else."""
    best = max(range(len(sums)), key=lambda i: (sums[i], -i), default=None)
    if best is None:
        return False
    said = _words(choices[best])
    others = (_words(choice) for choice, total in zip(choices, sums, strict=True) if sums[best] - total < LEADS[task])
    return any(not (other <= said or said <= other) for other in others)


def read_again(task: str, figure: Span, choices: Sequence[Choice], sums: Sequence[float]) -> list[float]:
    """What the encoder adds to each of `sums`; nothing where the choice is not close."""
    if not is_close(task, choices, sums):
        return [0.0] * len(sums)
    likeliest = sorted(range(len(sums)), key=lambda i: (-sums[i], i))[:_MOST]
    told = scores(task, place_of(figure), tuple(choices[i] for i in likeliest))
    lowest = min(told)
    added = dict(zip(likeliest, told, strict=True))
    return [WEIGHT * added.get(i, lowest) for i in range(len(sums))]


def _words(choice: Choice) -> frozenset[str]:
    return frozenset(choice.label.lower().split())


def place_of(figure: Span) -> Place:
    """Where a figure stands, with the sentences before it that may be read."""
    doc, start = figure.doc, figure.start
    words = words_of(doc)
    sentences: list[tuple[int, int]] = []
    at = start
    while at >= 0 and len(sentences) <= SENTENCES:
        first, behind = sentence_of(doc, at)
        sentences.append((words.starts[first], words.ends[behind - 1]))
        at = first - 1
    return Place(text_of(doc), words.starts[start], words.ends[figure.end - 1], tuple(reversed(sentences)))
