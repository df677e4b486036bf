"""Whether a table or list tells results of a poll, judged by its heads, its caption and what stands around it."""

from collections.abc import Iterator, Sequence

from extractor.assembly.tables.heads import NOT_SHARES, book, untagged
from extractor.assembly.tables.layout import Part, text_of
from extractor.assembly.tables.roles import Roles, levels_of
from extractor.assembly.tables.values import Value
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
    near_survey = any(words.pattern("survey").search(text[-_NEAR:]) for text in texts)
    titled = [untagged(text) for text in (caption, *titles, *sections, *heads)]
    shared = any(words.pattern("share_of").match(text) for text in titled)
    if not (polled or surveyed) or not ((shared and _plausible(told)) or _shares(told, own + " \n ".join(texts))):
        return False
    asked = shared or any(
        text.rstrip(" (%)*").endswith("?") or "?" in text[-_NEAR:] for text in (caption, *titles, *sections)
    )
    answers = sum(1 for _, roles in told for one in roles.heads.values() if one.role == "response")
    groups = any(roles.has("population") for _, roles in told)
    return surveyed or asked or answers >= 2 or (answers >= 1 and groups) or (near_survey and polled)


def _shares(told: Sequence[tuple[Part, Roles]], around: str) -> bool:
    percent = any(value.percent for value in _values(told)) or book().pattern("percent").search(around) is not None
    answered = any(one.role == "response" for _, roles in told for one in roles.heads.values())
    return _plausible(told) and (percent or answered)


def _plausible(told: Sequence[tuple[Part, Roles]]) -> bool:
    """Most numbers that could be shares by their heads are none above 100."""
    numbers = [abs(value.figure.value) for value in _values(told)]
    return sum(1 for number in numbers if number <= _LARGEST_SHARE) * 4 >= 3 * len(numbers) > 0


def _values(told: Sequence[tuple[Part, Roles]]) -> Iterator[Value]:
    for part, roles in told:
        for entry in part.entries:
            heads = (roles.heads[cell.row, cell.column] for _, cell in levels_of(entry))
            if not any(one.role in NOT_SHARES for one in heads):
                yield from entry.values


def speaks_of_polls(text: str) -> bool:
    """Whether `text` uses a word of polling."""
    return book().screen("survey").search(text) is not None
