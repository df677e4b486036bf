"""Encodings, and what is refused."""

import pytest

from extractor.errors import UnreadableInput
from extractor.reading.encoding import clean, decode

TEXT = "Café “poll” – 48 % of voters’ answers"
META = '<html><head><meta charset="{}"></head><body><p>' + TEXT + "</p></body></html>"
CASES = {
    "utf-8": (TEXT.encode(), None),
    "utf-8 mark": (b"\xef\xbb\xbf" + TEXT.encode(), None),
    "utf-16 mark": (TEXT.encode("utf-16"), None),
    "utf-16 without mark": (TEXT.encode("utf-16-le"), None),
    "utf-32 mark": (TEXT.encode("utf-32"), None),
    "declared by transport": (TEXT.encode("cp1252"), "windows-1252"),
    "latin-1 is read as the web does": (TEXT.encode("cp1252"), "ISO-8859-1"),
    "declared in the page": (META.format("windows-1252").encode("cp1252"), None),
    "wrongly declared, valid utf-8": (META.format("windows-1252").encode(), None),
    "wrongly declared as utf-8": (META.format("utf-8").encode("cp1252"), None),
    "unknown name": (TEXT.encode("cp1252"), "klingon-8"),
    "a codec that is no character set": (TEXT.encode("cp1252"), "rot13"),
    "not declared": (("<p>" + TEXT + "</p>").encode("cp1252"), None),
}


@pytest.mark.parametrize("name", CASES)
def test_decoded(name: str) -> None:
    data, charset = CASES[name]
    assert TEXT in decode(data, charset=charset)


def test_other_alphabets() -> None:
    text = "<html><head><meta http-equiv='Content-Type' content='text/html; charset=Shift_JIS'></head>世論調査</html>"
    assert "世論調査" in decode(text.encode("cp932"))


def test_a_cut_character_is_no_reason_to_refuse() -> None:
    assert decode(("Café, " * 30).encode()[:-3] + b"\xc3").startswith("Café, Café")


def test_composed_and_clean() -> None:
    assert decode("cafe\u0301\r\nx\x0c\x01y".encode()) == "café\nx\x0cy"
    assert clean("a\ud800b") == "a?b"


BINARY = {
    "pdf": b"%PDF-1.7 ...",
    "png": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "zip": b"PK\x03\x04" + bytes(50),
    "gzip": b"\x1f\x8b\x08" + bytes(50),
    "noise": bytes(range(256)) * 20,
    "zeros": bytes(1000),
    "utf-16 that is none": b"\xff\xfe" + b"\x00\xd8" * 200,
}


@pytest.mark.parametrize("name", BINARY)
def test_refused(name: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        decode(BINARY[name])
    assert str(caught.value)
    assert "\n" not in str(caught.value)
