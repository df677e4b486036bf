"""Articles without end for the scale benches: editions of the sample pages.

    python benchmarks/synthetic.py COUNT FOLDER

Edition k is the whole of `corpus/` with other pollsters, years, months, sample sizes, shares and content words, the
same ones in every page of the edition: the reports of one real poll stay reports of one poll, reprints stay reprints,
pages without a poll stay that.  Deterministic: page n is the same on every machine.
"""

import random
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

CORPUS = Path(__file__).parent.parent / "corpus"
MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
#: Names of pollsters and media in the pages, and what an edition has in their place.
_NAMES = (
    "Dong-A Ilbo",
    "Asahi Shimbun",
    "East Asia Institute",
    "Kyodo News",
    "Quinnipiac University",
    "Quinnipiac",
    "Gallup",
    "Pew Research Center",
    "Roanoke College",
    "OH Predictive Insights",
    "ABC News",
    "CBS News",
    "CNN",
    "ORC International",
    "Associated Press",
    "GfK",
    "EAI",
)
_SYLLABLES = "ar bel cor dan el far gol har in jor kel lor mar nor or par quin ros sel tor ul ver wes yor zan".split()  # noqa: SIM905
#: Words that are never changed: they carry what is read, or stand in markup.
_KEPT = re.compile(
    r"(?i)percent|survey|respond|favor|oppos|approv|support|anxious|question|interview|telephone|online|margin|"
    r"likely|register|voter|republic|democrat|independ|somewhat|strongly|agree|adults|people|women|between|"
    r"compared|against|answer|should|whether|opinion|published|follow|before|neither|decrease|increase|thirds|quarter"
)
_WORD = re.compile(r"\b[a-z]{6,}\b")
_SHARE = re.compile(r"\b(\d{2})(?=(?:\.\d)?(?:%| ?percent\b))")
_YEAR = re.compile(r"\b20[12]\d\b")
_MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\b")
_ISO_MONTH = re.compile(r"(?<=\b20[12]\d-)(\d\d)(?=-\d\d)")
_SIZE = re.compile(
    r"\b(?:\d,\d{3}|\d{3})(?= (?:adults|people|respondents|voters|registered|likely|women|men|Americans))"
)
_TEXT = re.compile(r">[^<]+<")


class Edition:
    """One variation of all pages."""

    def __init__(self, number: int) -> None:
        chance = random.Random(number)
        self._chance_seed = number
        self._names = {name: self._name(chance) for name in _NAMES}
        self._any_name = re.compile("|".join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True)))
        self._years = chance.randrange(-9, 2)
        self._months = chance.randrange(12)
        self._size = chance.randrange(-180, 180)
        self._shares = chance.randrange(-6, 7)

    @staticmethod
    def _name(chance: random.Random) -> str:
        word = "".join(chance.choices(_SYLLABLES, k=2)).capitalize()
        return f"{word} {chance.choice(('University', 'Research', 'Institute', 'News', 'Polling'))}"

    def page(self, text: str) -> str:
        """The page as this edition has it."""
        text = self._any_name.sub(lambda found: self._names[found.group()], text)
        text = _ISO_MONTH.sub(lambda found: f"{self._month(int(found.group()) - 1) + 1:02}", text)
        text = _YEAR.sub(lambda found: str(int(found.group()) + self._years), text)
        text = _MONTH.sub(lambda found: MONTHS[self._month(MONTHS.index(found.group()))], text)
        text = _SIZE.sub(lambda found: f"{int(found.group().replace(',', '')) + self._size:,}", text)
        text = _SHARE.sub(lambda found: str(min(max(int(found.group()) + self._shares, 3), 97)), text)
        return _TEXT.sub(lambda found: _WORD.sub(lambda word: self._word(word.group()), found.group()), text)

    def _month(self, number: int) -> int:
        return (number + self._months) % 12

    def _word(self, word: str) -> str:
        """Two in three content words become another one, the same throughout the edition."""
        if _KEPT.search(word):
            return word
        chance = random.Random(f"{self._chance_seed} {word}")
        return word if chance.random() < 0.34 else "".join(chance.choices(_SYLLABLES, k=3))


@cache
def pages() -> tuple[tuple[str, str], ...]:
    """Name and content of every sample page."""
    found = sorted(path for path in CORPUS.iterdir() if path.suffix in (".html", ".txt"))
    return tuple((path.name, path.read_text(encoding="utf-8")) for path in found)


def articles(count: int, first: int = 0) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of articles number `first` to `first + count`."""
    each = len(pages())
    edition = Edition(first // each)
    for number in range(first, first + count):
        at, which = divmod(number, each)
        if which == 0:
            edition = Edition(at)
        name, text = pages()[which]
        yield f"e{at:05}/{name}", edition.page(text).encode()


def write(count: int, folder: Path, first: int = 0) -> None:
    """Write articles to `folder`, one folder an edition."""
    for name, data in articles(count, first):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
