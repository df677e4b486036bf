"""Binds each value of a table of results by the heads above and beside it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extractor.assembly.tables.binding import TableBinding
from extractor.assembly.tables.heads import NOT_SHARES, Head, book, clean, head, untagged
from extractor.assembly.tables.layout import Entry, Part, text_of
from extractor.assembly.tables.poll_rows import row_poll
from extractor.assembly.tables.roles import Roles, levels_of
from extractor.assembly.tables.values import Value
from extractor.components.values import FigureValue
from extractor.models import Article, Population, Wave
from extractor.parsing.dates import find_dates
from extractor.parsing.population_phrases import find_phrases
from extractor.parsing.populations import ALL_RESPONDENTS, combine, describe
from extractor.reading.tables import Grid

CELL, POLL_CELL = "table.cell", "table.poll_row"
WHOLE = 100
#: Facets whose words keep their capital.
_PROPER = frozenset(("party", "religion", "race", "region", "other"))


class GridBinder:
    """Binds the values of one table."""

    def __init__(self, number: int, grid: Grid, article: Article, published: date | None) -> None:
        self._name = f"table {number}"
        self._article = article
        self._published = published
        caption = article.text[grid.caption.start : grid.caption.end] if grid.caption else ""
        self._caption = untagged(caption)
        self._whole = _named_in(self._caption)
        self._newest_head = ""
        self._changes: set[int] = set()

    def _signed(self, part: Part) -> set[int]:
        """The columns whose numbers all have signs, or are nought: changes, whatever their head."""
        by_column: dict[int, list[Value]] = {}
        for entry in part.entries:
            by_column.setdefault(entry.cell.column, []).append(entry.values[0])
        return {
            column
            for column, held in by_column.items()
            if any(v.signed for v in held) and all(v.signed or not v.figure.value for v in held)
        }

    def bind(self, part: Part, roles: Roles) -> list[TableBinding]:
        """The bindings of a part, in order; numbers of other sorts (sizes, dates, counts) have none."""
        self._newest_head = self._newest(roles)
        self._changes = self._signed(part)
        found: list[TableBinding] = []
        for entry in part.entries:
            heads = [(level, roles.heads[cell.row, cell.column]) for level, cell in levels_of(entry)]
            if any(one.role in NOT_SHARES for level, one in heads if roles.axes[level] != "poll"):
                continue
            if any(one.text.lower() == "total" for _, one in heads) and entry.values[0].figure.value == WHOLE:
                continue  # the sum of the answers
            by_axis: dict[str, list[Head]] = {}
            for level, one in heads:
                by_axis.setdefault(roles.axes[level], []).append(one)
            for value in entry.values:
                bound = self._bound(part, entry, value, by_axis)
                if bound is not None:
                    found.append(bound)
        return found

    def _bound(self, part: Part, entry: Entry, value: Value, by_axis: dict[str, list[Head]]) -> TableBinding | None:
        heads = [one for axis in by_axis.values() for one in axis]
        section = head(text_of(entry.section, self._article)) if entry.section else None
        told = _kind(value, heads, signed=entry.cell.column in self._changes)
        if told is None:
            return None
        answers = [one for one in by_axis.get("response", []) if one.role not in ("value", "change", "empty")]
        polls = "poll" in by_axis
        label = value.name or _label(answers) or self._title_label(part, heads, section)
        people = [one.population for one in by_axis.get("population", []) if one.population is not None]
        people += [describe(one.text) for one in by_axis.get("population", []) if one.role in ("other", "response")]
        if section is not None and section.population is not None and not answers_are(by_axis, section):
            people.insert(0, section.population)
        asked = [one.text for one in by_axis.get("question", [])]
        if section is not None and (section.role == "question" or _is_question(section, by_axis)):
            asked.insert(0, section.text)
        wave, when = self._wave(by_axis.get("wave", []))
        question = _wording([self._caption, *asked])
        return TableBinding(
            start=value.start,
            end=value.end,
            value=told,
            rule=POLL_CELL if polls else CELL,
            label=label or None,
            population=None if polls and not people else self._population(people),
            key=(self._name, *asked) if asked or polls else (self._name, str(part.number)),
            question=question,
            wave=wave,
            wave_date=when,
            poll=row_poll(part, entry, self._article) if polls else None,
        )

    def _population(self, people: Sequence[Population]) -> Population:
        whole = self._whole or Population(label=ALL_RESPONDENTS)
        for one in people:
            whole = one if whole.label == ALL_RESPONDENTS else combine(whole, _inside(one))
        return whole

    def _title_label(self, part: Part, heads: Sequence[Head], section: Head | None) -> str:
        """The answer that a caption names where no head does: "Share of adults who want a later bus, by age"."""
        for text in (
            *(one.text for one in heads if one.role == "other"),
            section.text if section else "",
            self._caption,
        ):
            match = book().pattern("share_of").match(text)
            if match:
                return _before_breakdown(match["what"] or match["bare"])
        return _before_breakdown(self._caption).rstrip("?")

    def _newest(self, roles: Roles) -> str:
        """The head of the newest wave of a table with several."""
        dated = [(self._date(one), one.text) for one in roles.heads.values() if one.role == "wave"]
        now = [text for _, text in dated if text.lower() in book().group("wave_now")]
        known = [(when, text) for when, text in dated if when]
        return now[0] if now else max(known)[1] if known else ""

    def _wave(self, heads: Sequence[Head]) -> tuple[Wave, str | None]:
        for one in heads:
            if one.role == "wave":
                then = one.text.lower() in book().group("wave_then")
                return (
                    "previous" if then or (self._newest_head and one.text != self._newest_head) else "current"
                ), self._date(one) or None
        return "current", None

    def _date(self, one: Head) -> str:
        month = book().pattern("month").match(one.text) and not one.text[-1].isdigit()
        year = f" {self._published.year}" if month and self._published else ""
        for phrase in find_dates(one.text + year):
            return phrase.resolve(self._published)[1] or ""
        return ""


def answers_are(by_axis: dict[str, list[Head]], section: Head) -> bool:
    """Whether a section's head is itself among the answers."""
    return any(one.text == section.text for one in by_axis.get("response", []))


def _wording(texts: Sequence[str]) -> str:
    """The question that titles ask: the last that is one by its mark, else all of them."""
    asked = [untagged(text) for text in texts if text]
    marked = [text for text in asked if text.endswith("?")]
    return marked[-1] if marked else ": ".join(dict.fromkeys(asked))


def _is_question(section: Head, by_axis: dict[str, list[Head]]) -> bool:
    """A section titles a question where its rows are answers; over rows of groups it names what divides them."""
    rows_answer = "response" in by_axis and "population" not in by_axis
    return section.role in ("other", "response", "axis_question") and rows_answer


def _kind(value: Value, heads: Sequence[Head], *, signed: bool) -> FigureValue | None:
    roles = {one.role for one in heads}
    given = value.figure
    if given.kind != "share":
        return given
    if "change" in roles or "difference" in roles:
        return replace(given, kind="change" if "change" in roles else "difference", unit="points")
    if signed:
        return replace(given, kind="change", unit="points")
    if value.signed or abs(given.value) > WHOLE:
        return None
    return given


def _label(answers: Sequence[Head]) -> str:
    texts = [one.text for one in answers if one.text and one.role != "difference"]
    if len(texts) == 2 and answers[0].role == "response" and len(texts[1].split()) == 1:
        return f"{texts[1]} {texts[0].lower()}"  # "Support" over "Strongly"
    return " ".join(dict.fromkeys(texts)) or " ".join(one.text for one in answers)


def _inside(one: Population) -> Population:
    """A head as the part of another's label: "Men" under "Japan" are Japanese men."""
    if not one.facets or _PROPER & set(one.facets) or one.country or not one.label:
        return one
    return one.model_copy(update={"label": one.label[0].lower() + one.label[1:]})


def _before_breakdown(text: str) -> str:
    match = book().pattern("by_groups").search(text)
    return clean(text[: match.start()] if match and match.start() else text).rstrip(" ,;:")


def _named_in(caption: str) -> Population | None:
    """The population that a caption names ("Among Democrats: ...", "Share of adults who ...")."""
    share = book().pattern("share_of").match(caption)
    texts = [share["whom"]] if share and share["whom"] else []
    lower = caption.lower()
    at = lower.find("among ")
    if at >= 0:
        texts.append(caption[at + len("among ") :])
    for text in texts:
        for phrase in find_phrases(text):
            if phrase.start <= 4 and phrase.sort in ("group", "everyone"):
                return describe(text[phrase.start : phrase.end])
    return None
