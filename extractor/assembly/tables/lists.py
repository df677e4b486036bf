"""Lists of results: runs of items such as ``Yes: 45%``, ``45% yes`` or ``Yes (45%)``, with the line that asks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.assembly.tables.about import speaks_of_polls
from extractor.assembly.tables.binding import TableBinding
from extractor.assembly.tables.heads import Head, book, clean, head, untagged
from extractor.assembly.tables.leads import shared_answer
from extractor.assembly.tables.values import figure
from extractor.models import Article, Block

ITEM = "list.item"
_FORMS = ("item_after", "item_brackets", "item_before")
_LONGEST_ITEM = 120
_LONGEST_LABEL_WORDS = 9
_SUM = 102.5
_NEAR = 300


@dataclass(frozen=True, slots=True)
class Item:
    """An item: its label's head, and the place and text of its number and of a change in brackets."""

    head: Head
    start: int
    end: int
    number: str
    form: str
    change: tuple[int, str] | None = None


def bind_lists(article: Article, polled: bool) -> list[TableBinding]:
    """The bindings of all lists of results; `polled`: the article speaks of a poll."""
    if not polled:
        return []
    found: list[TableBinding] = []
    for number, (lead, items) in enumerate(_runs(article)):
        if _tells_results(article, lead, items):
            found.extend(_bound(article, number, lead, items))
    return found


def _runs(article: Article) -> Iterator[tuple[Sequence[Block], list[Item]]]:
    """Runs of two and more items of one form, each with the two blocks before it."""
    blocks = [block for block in article.blocks if block.kind != "title"]
    i = 0
    while i < len(blocks):
        items: list[Item] = []
        j = i
        while j < len(blocks):
            read = _item(article, blocks, j)
            if read is None or (items and read[0].form != items[0].form):
                break
            items.append(read[0])
            j += read[1]
        if len(items) > 1:
            yield blocks[max(0, i - 2) : i], items
        i = max(j, i + 1)


def _item(article: Article, blocks: Sequence[Block], i: int) -> tuple[Item, int] | None:
    """The item at block `i` and the number of blocks it takes: two where label and number stand apart (``dt, dd``)."""
    block = blocks[i]
    if block.kind == "table_cell" or block.end - block.start > _LONGEST_ITEM:
        return None
    text = article.text[block.start : block.end]
    for form in _FORMS:
        match = book().pattern(form).match(text)
        if match and _is_label(match["label"].strip()):
            return _read(match, block.start, match["label"], form), 1
    after = blocks[i + 1] if i + 1 < len(blocks) else None
    if after is not None and block.kind == after.kind == "list_item" and "/d" in after.xpath:
        match = book().pattern("item_number").match(article.text[after.start : after.end])
        if match and _is_label(text):
            return _read(match, after.start, text, "pair"), 2
    return None


def _is_label(text: str) -> bool:
    return len(text.split()) <= _LONGEST_LABEL_WORDS and not book().pattern("item_stop").search(text)


def _read(match: re.Match[str], offset: int, label: str, form: str) -> Item:
    groups = match.groupdict()
    change = (offset + match.start("change"), groups["change"]) if groups.get("change") else None
    return Item(
        head(label.strip()), offset + match.start("number"), offset + match.end("unit"), match["number"], form, change
    )


def _tells_results(article: Article, lead: Sequence[Block], items: Sequence[Item]) -> bool:
    """A list of answers, or one whose lead asks or speaks of a poll; not who was interviewed or other tables."""
    texts = [article.text[block.start : block.end] for block in lead]
    words = book()
    nearest = texts[-1] if texts else ""
    if words.pattern("sample_table").search(nearest):
        return False
    if any(item.head.text.lower() in words.group("other_heads", "size", "margin", "count") for item in items):
        return False
    if _asks(nearest):
        return True
    labels = " \n ".join(item.head.text for item in items)
    if words.pattern("other_table").search(f"{nearest} \n {labels}") and not speaks_of_polls(nearest):
        return False
    answers = sum(1 for item in items if item.head.role == "response")
    return answers >= 2 or any(speaks_of_polls(text[-_NEAR:]) for text in (article.title or "", *texts))


def _bound(article: Article, number: int, lead: Sequence[Block], items: Sequence[Item]) -> Iterator[TableBinding]:
    groups = sum(1 for item in items if item.head.population is not None)
    total = sum(float(item.number) for item in items)
    people = sum(1 for item in items if item.head.role == "population" and not _names_party(item.head))
    shared = _shared_answer(article, lead)
    by_group = 2 * groups > len(items) and (total > _SUM or people == len(items) or shared is not None)
    # "- 60% in Porto": whoever is told so was asked.
    by_group = by_group or all(book().pattern("inside").match(item.head.text) for item in items)
    question = _question(article, lead)
    for item in items:
        if float(item.number) > 100:
            continue
        population = item.head.population if by_group else None
        label = shared if by_group else item.head.text
        key = (f"list {number}",)
        value = figure(item.number, "share")
        yield TableBinding(item.start, item.end, value, ITEM, label, population, key, question)
        if item.change:
            start, printed = item.change
            end = start + len(printed)
            yield TableBinding(start, end, figure(printed, "change"), ITEM, label, population, key, question)


def _names_party(one: Head) -> bool:
    return one.population is None or "party" in one.population.facets


def _shared_answer(article: Article, lead: Sequence[Block]) -> str | None:
    """The answer that a list of groups shares, from the line above it; None if that is no title."""
    if not lead or lead[-1].kind == "list_item":
        return None
    return shared_answer(article.text[lead[-1].start : lead[-1].end])


def _asks(text: str) -> bool:
    return text.rstrip().endswith(("?", ":")) and (text.rstrip().endswith("?") or speaks_of_polls(text) or "?" in text)


def _question(article: Article, lead: Sequence[Block]) -> str:
    """The wording of the question that the block before a list asks, if it does."""
    for block in reversed(lead):
        text = article.text[block.start : block.end]
        if "?" in text:
            asked = text[: text.rindex("?") + 1]
            return untagged(re.split(r"(?<=[.!?:])\s+(?=[A-Z“\"])", asked)[-1]).strip('“”"')
        if block.kind in ("heading", "caption"):
            return clean(untagged(text))
    return ""
