"""Records as rows and lines: whatever the text, what comes back is what went in."""

import json
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.models import Evidence, Figure, Population, Record, Response
from extractor.store.columns import DATASETS, columns, from_row, line_writer, to_line, to_row
from extractor.store.migrations import migrate
from extractor.store.sqlite import _insert

TEXT = st.text(st.characters(codec="utf-8"), max_size=40)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    evidence = Evidence(
        exact=draw(TEXT),
        prefix=draw(TEXT),
        suffix=draw(TEXT),
        start=draw(st.integers(0, 9)),
        end=9,
        sentence=draw(TEXT),
    )
    return Figure(
        figure_id=draw(TEXT),
        article_id=draw(TEXT),
        poll_id="p",
        question_id="q",
        kind=draw(st.sampled_from(("share", "change", "difference"))),
        value=draw(st.floats(-1000, 1000)),
        decimals=draw(st.integers(0, 3)),
        population=Population(label=draw(TEXT), facets=draw(st.dictionaries(TEXT, TEXT, max_size=3))),
        response=Response(label=draw(TEXT)),
        wave_date=draw(st.sampled_from((None, "2025", "2025-06"))),
        evidence=evidence,
        rule=draw(TEXT),
        inferred=tuple(draw(st.lists(TEXT, max_size=3))),
    )


@given(figures())
def test_a_record_survives_json_and_its_row(figure: Figure) -> None:
    line = to_line(figure)
    assert Figure.model_validate_json(line) == figure
    assert from_row(Figure, to_row(figure)) == figure
    assert line_writer(Figure)(to_row(figure)) == line


@given(figures())
def test_a_line_is_one_line_for_every_reader(figure: Figure) -> None:
    assert to_line(figure).splitlines() == [to_line(figure)]


def test_through_sqlite() -> None:
    with sqlite3.connect(":memory:") as connection:
        migrate(connection)
        figure = Figure(
            figure_id="f",
            article_id="a",
            poll_id="p",
            question_id="q",
            kind="share",
            value=60.5,
            decimals=1,
            population=Population(label="Japanese"),
            response=Response(label="yes", stance="favor"),
            evidence=Evidence(exact="60.5", prefix="“", suffix="\u2028", start=0, end=4, sentence="é"),
            rule="r",
        )
        connection.execute(_insert("figures"), to_row(figure))
        (row,) = connection.execute("SELECT * FROM figures")
        assert line_writer(Figure)(row) == to_line(figure)
    connection.close()


@pytest.mark.parametrize(("name", "record"), DATASETS.items(), ids=DATASETS)
def test_tables_are_the_records(name: str, record: type[Record]) -> None:
    connection = sqlite3.connect(":memory:")
    migrate(connection)
    table = connection.execute(f"PRAGMA table_info({name})").fetchall()
    connection.close()
    assert [(column[1], column[2]) for column in table] == [
        (column.name, column.affinity) for column in columns(record)
    ]
    required = {column[1] for column in table if column[3] or column[5]}
    assert required == {column.name for column in columns(record) if not column.optional}


def test_lines_are_compact_and_in_the_order_of_the_model() -> None:
    line = to_line(Population(label="Ägypter", country="EG"))
    assert line == '{"label":"Ägypter","country":"EG","facets":{}}'
    assert json.loads(line)["label"] == "Ägypter"
