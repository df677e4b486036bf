"""Which word of a name stands for the person."""

import pytest

from extractor.assembly.family_names import family_name


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Angela Merkel", "Merkel"),
        ("Park Geun-hye", "Park"),
        ("President Park Geun-hye", "Park"),
        ("Merkel", "Merkel"),
        ("Geun-hye", "Geun-hye"),
        ("Marine Le Pen", "Pen"),
        ("Annegret Kramp-Karrenbauer", "Kramp-Karrenbauer"),
    ],
)
def test_family_name(name: str, family: str) -> None:
    assert family_name(name.split()) == family
