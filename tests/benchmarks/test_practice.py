"""The practice stories parse, and the parser refuses marks that are not well-formed."""

from pathlib import Path

import pytest

from benchmarks import practice
from extractor.errors import UsageError

MARK = "{48 percent|share|voters;all|like it;yes|q1|about}"
BODY = f"Voters like the bridge\n\nSome {MARK} of voters like it. Rent rose 3%.\n"
SURVEY = "s1: pollsters=Gallup | sizes=900 | mode=online | start=2020-05 | moe=3\n"
FOOT = f"---\nq1: s1: whether they like the bridge\n{SURVEY}"


def parse(folder: Path, story: str) -> tuple[str, practice.Gold]:
    path = folder / "001.txt"
    path.write_text(story, encoding="utf-8")
    return practice.parse(path)


def test_a_story_becomes_text_and_gold(tmp_path: Path) -> None:
    text, gold = parse(tmp_path, BODY + FOOT + "published: 2020-05-31\n")
    assert text == "Voters like the bridge\n\nSome 48 percent of voters like it. Rent rose 3%.\n"
    [finding] = gold["findings"]
    assert text[finding["figure"]["start"] : finding["figure"]["end"]] == finding["figure"]["exact"] == "48 percent"
    assert (finding["value"], finding["qualifier"], finding["wave"]) == (48, "about", "current")
    assert (finding["population"], finding["response"]) == (["voters", "all"], ["like it", "yes"])
    assert gold["article"] == {"title": "Voters like the bridge", "published": "2020-05-31"}
    assert gold["surveys"]["s1"] == {
        "pollsters": ["Gallup"],
        "sample_sizes": [900],
        "mode": "online",
        "field_start": "2020-05",
        "field_end": None,
        "margin_of_error": 3.0,
    }
    assert [row["figure"]["exact"] for row in gold["negatives"]] == ["3%"]


def test_two_findings_of_one_text(tmp_path: Path) -> None:
    _, gold = parse(tmp_path, BODY.replace(MARK, "{4 points|change|A|R|q1|value=-4&&|difference|B|R|q1}") + FOOT)
    first, second = gold["findings"]
    assert first["figure"] == second["figure"]
    assert [(f["kind"], f["value"]) for f in gold["findings"]] == [("change", -4), ("difference", 4)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("48", 48),
        ("21.5 percent", 21.5),
        ("Fifty-two percent", 52),
        ("12-point", 12),
        ("a point", 1),
        ("-8", -8),
        ("+10 points", 10),
        ("seven in ten", 70),
        ("6 out of 10", 60),
        ("two-thirds", 66.7),
        ("a quarter", 25),
        ("half", 50),
        ("many", None),
    ],
)
def test_value(text: str, value: float | None) -> None:
    assert practice.value(text) == value


@pytest.mark.parametrize(
    ("mark", "line", "said"),
    [
        ("{48 percent|share|voters|yes|q1", 3, "unbalanced '{'"),
        ("48 percent|share|voters|yes|q1}", 3, "unbalanced '}'"),
        ("{48 percent|share|voters|yes}", 3, "a mark is"),
        ("{48 percent |share|voters|yes|q1}", 3, "without blanks"),
        ("{48 percent|part|voters|yes|q1}", 3, "unknown kind"),
        ("{48 percent|share|voters|yes|q2}", 3, "unknown question"),
        ("{48 percent|share|voters|yes|q1|abuot}", 3, "unknown, repeated"),
        ("{48 percent|share|voters|yes|q1|over|under}", 3, "contrary"),
        ("{48 percent|share|voters|yes|q1|value=-48}", 3, "takes no value"),
        ("{4 points|change|voters|yes|q1|value=-5}", 3, "does not print"),
        ("{many|share|voters|yes|q1}", 3, "is no number"),
        ("{148 percent|share|voters|yes|q1}", 3, "from 0 to 100"),
        ("{48 percent|share|voters;|yes|q1}", 3, "empty or repeated labels"),
        ("{48 percent|share|voters|yes;yes|q1}", 3, "empty or repeated labels"),
        ("{48 percent|share|voters|yes|q1&&x|share|men|yes|q1}", 3, "a second finding"),
        ("48 percent", 1, "marks no figure"),
    ],
)
def test_broken_marks_name_file_and_line(tmp_path: Path, mark: str, line: int, said: str) -> None:
    with pytest.raises(UsageError, match=said) as error:
        parse(tmp_path, BODY.replace(MARK, mark) + FOOT)
    assert str(error.value).startswith(f"{tmp_path / '001.txt'}:{line}: ")


@pytest.mark.parametrize(
    ("foot", "said"),
    [
        ("---\npublished: 2020-05-31\nq1 is odd\n", "001.txt:6: "),
        ("", "has no line '---'"),
        ("---\nq1 s1: text\n", "is no question, survey or header"),
        ("---\nq1: text alone\n", "a question is"),
        (FOOT.replace("q1: s1", "q1: s2"), "unknown survey"),
        (FOOT + "q2: s1: another\n", "nothing belongs to q2"),
        (FOOT + "q1: s1: again\n", "told twice"),
        (FOOT.replace("mode=online", "mode=fax"), "not what it should be"),
        (FOOT.replace("sizes", "size"), "unknown or repeated fields"),
        (FOOT + "published: May 31\n", "is no question, survey or header"),
    ],
)
def test_broken_feet(tmp_path: Path, foot: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        parse(tmp_path, BODY + foot)


def test_the_stories_parse() -> None:
    found = list(practice.stories())
    assert len(found) >= 5
    for text, gold in found:
        assert gold["findings"], gold["doc"]
        for finding in gold["findings"]:
            place = finding["figure"]
            assert text[place["start"] : place["end"]] == place["exact"]
