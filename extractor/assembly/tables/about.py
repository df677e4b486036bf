"""Whether a table or list tells results of a poll, judged by its heads, its caption and what stands around it."""

from collections.abc import Sequence

from extractor.assembly.tables.heads import book, head
from extractor.assembly.tables.layout import Part, text_of
from extractor.assembly.tables.roles import Roles
from extractor.models import Article, Block
from extractor.reading.tables import Grid

#: Characters of a paragraph beside a table that may speak of it.
_NEAR = 300
_LARGEST_SHARE = 100


def tells_results(
    grid: Grid, told: Sequence[tuple[Part, Roles]], article: Article, near: Sequence[Block], polled: bool
) -> bool:
    """Whether `grid` holds poll results; `polled`: the article speaks of a poll, `near`: the blocks around the table.

    Tables of other sorts (standings, prices, counted votes, forecasts, who was interviewed) do not.
    """
    texts = [article.text[block.start : block.end] for block in near]
    heads = [text_of(c, article) for part, _ in told for level in part.heads for c in level]
    titles = [text_of(part.title, article) for part, _ in told if part.title]
    sections = [text_of(entry.section, article) for part, _ in told for entry in part.entries if entry.section]
    caption = article.text[grid.caption.start : grid.caption.end] if grid.caption else ""
    own = " \n ".join([caption, *titles, *sections, *heads])
    words = book()
    if words.pattern("sample_table").search(own):
        return False
    if any(roles.has("poll") for _, roles in told):
        return _plausible(told) and not words.pattern("other_table").search(caption)
    if any(head_text.strip().lower() in words.group("other_heads") for head_text in heads):
        return False
    surveyed = words.pattern("survey").search(own) is not None
    if words.pattern("other_table").search(own) and not surveyed:
        return False
    if not (polled or surveyed) or not _shares(told, own + " \n ".join(texts)):
        return False
    near_survey = any(words.pattern("survey").search(text[-_NEAR:]) for text in texts)
    asked = any(text.rstrip(" (%)*").endswith("?") or "?" in text[-_NEAR:] for text in (caption, *titles, *sections))
    answers = sum(1 for _, roles in told for one in roles.heads.values() if one.role == "response")
    groups = any(roles.has("population") for _, roles in told)
    return surveyed or asked or answers >= 2 or (answers >= 1 and groups) or (near_survey and polled)


def _shares(told: Sequence[tuple[Part, Roles]], around: str) -> bool:
    numbers = [value for part, _ in told for entry in part.entries for value in entry.values]
    percent = any(value.percent for value in numbers) or book().pattern("percent").search(around) is not None
    return _plausible(told) and (percent or _answered(told))


def _answered(told: Sequence[tuple[Part, Roles]]) -> bool:
    return any(one.role == "response" for _, roles in told for one in roles.heads.values())


def _plausible(told: Sequence[tuple[Part, Roles]]) -> bool:
    """Most numbers could be shares."""
    numbers = [abs(value.figure.value) for part, _ in told for entry in part.entries for value in entry.values]
    return sum(1 for number in numbers if number <= _LARGEST_SHARE) * 4 >= 3 * len(numbers)


def speaks_of_polls(text: str) -> bool:
    """Whether `text` uses a word of polling."""
    return book().pattern("survey").search(text) is not None


def is_answer(text: str) -> bool:
    """Whether `text` is an answer as heads word it."""
    return head(text).role == "response"
