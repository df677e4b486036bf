"""Word pieces are those of BERT, with the characters of their words."""

import pytest

from extractor.encoder.wordpieces import pieces, vocabulary


def told(text):
    names = list(vocabulary())
    return [names[piece.number] for piece in pieces(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Forty-eight percent", ["forty", "-", "eight", "percent"]),
        ("48% say “yes”", ["48", "%", "say", "“", "yes", "”"]),
        ("Élysée", ["ely", "##see"]),
        ("unpollable", ["un", "##pol", "##lab", "##le"]),
        ("€5", ["€", "##5"]),
        ("a\u200bb\u00a0c", ["ab", "c"]),
        ("\U0001f5f3", ["[UNK]"]),
        ("x" * 101, ["[UNK]"]),
        ("", []),
    ],
)
def test_pieces(text, expected):
    assert told(text) == expected


def test_every_piece_has_the_characters_of_its_word():
    text = "Voters in Łódź, unpollable"
    assert {text[piece.start : piece.end] for piece in pieces(text)} == {"Voters", "in", "Łódź", ",", "unpollable"}
