"""Evidence of a stretch of the article text."""

from extractor.models import Evidence

#: Characters of context on either side, as the W3C TextQuoteSelector is used here.
CONTEXT = 32


def evidence(text: str, start: int, end: int, sentence: str) -> Evidence:
    """The selector pair of ``text[start:end]`` with the sentence it stands in."""
    return Evidence(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
        sentence=sentence,
    )
