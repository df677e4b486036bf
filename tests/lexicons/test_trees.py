import re

import pytest

from extractor.lexicons.trees import tree

WORDS = ("mayor", "mayor of the town", "may", "vice-mayor", "clerk", "clerks")


@pytest.mark.parametrize(
    "text",
    [
        "the mayor of the town met two clerks",
        "mayors may or may not",
        "a vice-mayor, a clerk.",
        "mayor of  the\ntown",
        "nobody",
        "",
    ],
)
def test_a_tree_finds_what_the_alternation_finds(text):
    plain = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(WORDS, key=len, reverse=True))
    assert re.findall(tree(WORDS), text) == re.findall(plain, text)


def test_a_tree_stands_as_one_part_of_a_pattern():
    assert re.fullmatch(rf"(?:{tree(['alderman'])})?!", "!")
    assert re.fullmatch(rf"{tree(['alderman'])}?!", "!")
    assert re.fullmatch(rf"{tree(['town clerk', 'mayor'], space='_')}s", "town_clerks")
