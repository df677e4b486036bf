"""Cells of result tables are figures where a heading says percent."""

import pytest

from tests.components.figure_pipeline import build

TABLE = """Poll: what people want

A survey of 1,000 adults asked about parks and roads.

{caption}

Answer

{header}

Women

More parks

{first}

34

More roads

29

41.5

That is all that was asked in the survey this time, and no more will be.
"""


@pytest.mark.parametrize(
    ("caption", "header", "first", "figures"),
    [
        ("What should the city build? (percent)", "Men", "52", ["52", "34", "29", "41.5"]),
        ("What should the city build?", "Men (%)", "52", ["52", "34", "29", "41.5"]),
        ("What should the city build? (percent)", "Men", "152", ["34", "29", "41.5"]),
        ("How many parks are there?", "North", "52", []),
    ],
)
def test_bare_cells(caption: str, header: str, first: str, figures: list[str]) -> None:
    doc = build(judged=False)(TABLE.format(caption=caption, header=header, first=first))
    assert [span.text for span in doc.spans["figures"]] == figures


def test_cells_with_a_sign_keep_it() -> None:
    text = TABLE.format(caption="What should the city build?", header="Men", first="52%").replace("34\n", "34%\n")
    doc = build(judged=False)(text)
    assert [span.text for span in doc.spans["figures"]][:2] == ["52%", "34%"]
