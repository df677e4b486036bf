"""Whether an older poll that a sentence names is the one of a figure, or only what the figure is set against."""

from extractor.assembly.poll_state import BoundMention
from extractor.assembly.wave_times import SentenceTimes


def tells(mention: BoundMention, number: int, times: SentenceTimes) -> bool:
    """Whether the older poll that `mention` names is that of the figure at `number` of the sentence.

    Not in "24 percent, up one point since the last poll", "24, down from 30 in the last poll" and "fell four points
    from the last poll to 28".
    """
    if _stands_alone(mention):
        return False
    if not times.sentence.start <= mention.start < times.sentence.end:
        return True
    figure = times.figures[number]
    return _ahead(mention, number, times) if mention.start >= figure.end_char else _behind(mention, number, times)


def _stands_alone(mention: BoundMention) -> bool:
    """Whether an older poll is told for itself: "in a 2017 poll", by nobody who polled before."""
    told = mention.mention
    return told.reference == "fresh" and not told.names and told.time is not None


def _ahead(mention: BoundMention, number: int, times: SentenceTimes) -> bool:
    """Whether a figure is of the older poll named behind it."""
    figures = times.figures
    if times.words("counted_from").search(times.text[figures[number].end_char : mention.start]):
        return False  # "35 percent, a reversal since the poll in May"
    return number + 1 >= len(figures) or mention.start < figures[number + 1].start_char


def _behind(mention: BoundMention, number: int, times: SentenceTimes) -> bool:
    """Whether a figure is of the older poll named before it."""
    figure, text, words = times.figures[number], times.text, times.words
    between = text[mention.end : figure.start_char]
    against = words("set_against").search(text[times.sentence.start : mention.start])
    if against and "," in between and not words("then_clause").search(between):
        return False  # "more than in the previous poll, with 64 percent content"
    # "57 percent, three points less than in a May poll, but ahead of Dale with 15 percent"
    left = times.figures[0].end_char <= mention.start and words("hard_turn").search(between)
    if left or times.within(mention.end, figure.start_char, "now"):
        return False
    return not (words("target").search(between) and "," not in between)
