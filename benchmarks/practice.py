"""Practice stories: our own annotated poll reports, read as gold for the training of the small models.

    python benchmarks/practice.py [FOLDER]        # checks every story and counts stories and figures

A story is a headline, a blank line and paragraphs parted by blank lines.  Each poll figure is marked where it stands:
``{48 percent|share|likely voters;voters|Joe Biden;Biden|q1}`` is its text, kind, population labels, response labels and
question, best label first, then flags in any order: ``previous``, ``about``, ``over``, ``under``, ``optional`` and, for
a change or difference whose sign the text does not print, ``value=-4``.  One text that tells two findings holds two
groups: ``{4%|share|A|R|q1&&|share|B|R|q1}``.  Below a line ``---`` stand the questions (``q1: s1: whether ...``;
``q2 (verbatim): s1: Do you ...?``), the surveys (``s1: pollsters=A;B | sizes=1003 | mode=telephone | start=2018-08-26 |
end=2018-08-29 | moe=3.5``, each field optional), and ``published: 2018-08-31`` and ``byline: Name``, both optional.
"""

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.errors import UsageError
from extractor.parsing import numbers

STORIES = Path(__file__).parent / "practice"
CONTEXT = 32
KINDS = ("share", "change", "difference")
MODES = ("telephone", "online", "mail", "face-to-face", "mixed")
QUALIFIERS = ("about", "over", "under")
#: Between the fields of a mark, its findings, and the labels of a field.
BAR, AND, OR = "|", "&&", ";"

_UNIT = re.compile(
    r"[ -]?(?:%|pct?\.?|per ?cent(?:age)?(?:[ -]points?)?|(?:percentage )?(?:points?|pts?\.?))$", re.IGNORECASE
)
_RATIO = re.compile(r"([\w-]+?)[ -](?:in|of|out[ -]of)(?:[ -]every)?[ -]([\w-]+)", re.IGNORECASE)
_LINE = re.compile(r"(?P<key>[a-z]\w*)(?P<verbatim> \(verbatim\))?: +(?P<rest>\S.*)")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_NUMBER = f"(?:{numbers.reader().digit_pattern}|{numbers.reader().word_pattern})"
#: A number that looks like a poll figure: unmarked it stands among the negatives.
MENTION = re.compile(rf"\b{_NUMBER}[ -]?(?:%|pct?\b|per ?cent(?:age)?(?: points?)?\b|points?\b)", re.IGNORECASE)

Gold = dict[str, Any]


@dataclass(slots=True)
class _Story:
    """One file while it is read; `line` is where the reading stands, for messages."""

    path: Path
    line: int = 1
    findings: list[dict[str, Any]] = field(default_factory=list)
    questions: dict[str, dict[str, Any]] = field(default_factory=dict)
    surveys: dict[str, dict[str, Any]] = field(default_factory=dict)
    header: dict[str, Any] = field(default_factory=dict)

    def error(self, said: str) -> UsageError:
        return UsageError(f"{self.path}:{self.line}: {said}")


def value(text: str) -> float | None:
    """The number that a figure's text prints, or None: ``48 percent`` is 48, ``two-thirds`` 66.7, ``a point`` 1."""
    reader = numbers.reader()
    bare = _UNIT.sub("", text.strip().lower())
    if ratio := _RATIO.fullmatch(bare):
        above, below = (reader.number(part) for part in ratio.groups())
        return reader.ratio(above.value, below.value) if above and below and below.value else None
    if bare in ("a", "a single"):
        return 1.0
    read = reader.number(bare)
    return read.value if read else reader.fraction(bare)


def parse(path: Path) -> tuple[str, Gold]:
    """The text of the story in `path`, without marks, and its gold; raises `UsageError` with file and line."""
    story = _Story(path)
    raw = path.read_text(encoding="utf-8")
    body, rule, foot = raw.partition("\n---\n")
    if not rule:
        raise story.error("has no line '---' between the story and its questions.")
    _foot(story, foot, body.count("\n") + 3)
    text = _body(story, body.rstrip("\n") + "\n")
    _used(story)
    spans = [(f["figure"]["start"], f["figure"]["end"]) for f in story.findings]
    rest = [m for m in MENTION.finditer(text) if not any(a < m.end() and m.start() < b for a, b in spans)]
    return text, {
        "doc": path.name,
        "article": {"title": text.partition("\n")[0], **story.header},
        "surveys": story.surveys,
        "questions": story.questions,
        "findings": [f | {"figure": _selector(text, **f["figure"])} for f in story.findings],
        "negatives": [{"figure": _selector(text, m.start(), m.end()), "reason": "no poll figure"} for m in rest],
    }


def stories(folder: Path = STORIES) -> Iterator[tuple[str, Gold]]:
    """Every story below `folder` with its gold, in the order of file names; raises `UsageError` where one is broken."""
    paths = sorted(folder.rglob("*.txt"))
    if not paths:
        raise UsageError(f"{folder} holds no stories.")
    for path in paths:
        text, gold = parse(path)
        yield text, gold | {"doc": path.relative_to(folder).as_posix()}


def _body(story: _Story, body: str) -> str:
    """The story without its marks; its figures are added to the story's findings."""
    if not re.match(r"\S.*\n\n\S", body):
        raise story.error("must begin with a headline, a blank line and a paragraph.")
    out, place = "", 0
    for mark in re.finditer(r"[{}]", body):
        if mark.start() < place:
            continue
        story.line = body.count("\n", 0, mark.start()) + 1
        end = re.compile(r"[{}\n]").search(body, mark.end())
        if mark.group() == "}" or end is None or end.group() != "}":
            raise story.error(f"unbalanced {mark.group()!r}.")
        out += body[place : mark.start()]
        told = _mark(story, body[mark.end() : end.start()])
        story.findings += [f | {"figure": {"start": len(out), "end": len(out) + len(text)}} for text, f in told]
        out += told[0][0]
        place = end.end()
    out += body[place:]
    if not story.findings:
        story.line = 1
        raise story.error("marks no figure.")
    for sign in (BAR, AND):
        if sign in out:
            story.line = 1
            raise story.error(f"{sign!r} stands outside of a mark.")
    return out


def _mark(story: _Story, inner: str) -> list[tuple[str, dict[str, Any]]]:
    """The findings of one mark, each with the text of the figure."""
    groups = [[part.strip() for part in group.split(BAR)] for group in inner.split(AND)]
    text = inner.partition(BAR)[0]
    if text != text.strip() or not text:
        raise story.error(f"{inner!r}: the text must stand without blanks around it.")
    found = []
    for number, parts in enumerate(groups):
        if len(parts) < 5:
            raise story.error(f"{inner!r}: a mark is text|kind|population|response|question.")
        if number and parts[0]:
            raise story.error(f"{inner!r}: a second finding begins with {BAR!r}.")
        found.append((text, _finding(story, text, parts[1:])))
    return found


def _finding(story: _Story, text: str, parts: list[str]) -> dict[str, Any]:
    kind, population, response, question, *flags = parts
    if kind not in KINDS:
        raise story.error(f"{text!r}: unknown kind {kind!r}; known are {', '.join(KINDS)}.")
    if question not in story.questions:
        raise story.error(f"{text!r}: unknown question {question!r}.")
    known = {"previous", "optional", *QUALIFIERS}
    signed = [flag.removeprefix("value=") for flag in flags if flag.startswith("value=")]
    plain = [flag for flag in flags if not flag.startswith("value=")]
    if set(plain) - known or len(set(plain)) < len(plain) or len(signed) > 1 or len({*plain} & {*QUALIFIERS}) > 1:
        raise story.error(f"{text!r}: unknown, repeated or contrary flags {flags}.")
    return {
        "figure": {},
        "value": _value(story, text, kind, signed),
        "kind": kind,
        "population": _labels(story, text, population),
        "response": _labels(story, text, response),
        "question": question,
        "wave": "previous" if "previous" in plain else "current",
        "qualifier": next((flag for flag in plain if flag in QUALIFIERS), "exact"),
        "optional": "optional" in plain,
    }


def _value(story: _Story, text: str, kind: str, signed: list[str]) -> float:
    printed = value(text)
    if printed is None:
        raise story.error(f"{text!r} is no number.")
    if kind == "share" and (signed or not 0 <= printed <= 100):
        raise story.error(f"{text!r}: a share is from 0 to 100 and takes no value.")
    told = numbers.reader().number(signed[0]) if signed else None
    if signed and (told is None or abs(told.value) != abs(printed)):
        raise story.error(f"{text!r} does not print {signed[0]}.")
    return told.value if told else printed


def _labels(story: _Story, text: str, labels: str) -> list[str]:
    found = [label.strip() for label in labels.split(OR)]
    if not all(found) or len(set(found)) < len(found):
        raise story.error(f"{text!r}: empty or repeated labels in {labels!r}.")
    return found


def _foot(story: _Story, foot: str, first: int) -> None:
    """The questions, surveys and header of the story."""
    for number, line in enumerate(foot.splitlines()):
        story.line = first + number
        if not line.strip():
            continue
        match = _LINE.fullmatch(line.rstrip())
        if not match:
            raise story.error(f"{line!r} is no question, survey or header.")
        key, rest = match["key"], match["rest"]
        if key in story.questions or key in story.surveys or key in story.header:
            raise story.error(f"{key!r} is told twice.")
        if re.fullmatch(r"q\d+", key):
            survey, colon, text = rest.partition(": ")
            if not colon or not text.strip():
                raise story.error(f"{line!r}: a question is 'q1: s1: text'.")
            story.questions[key] = {"survey": survey, "text": text.strip(), "verbatim": bool(match["verbatim"])}
        elif re.fullmatch(r"s\d+", key):
            story.surveys[key] = _survey(story, rest)
        elif key == "published" and re.fullmatch(r"\d{4}-\d\d-\d\d", rest):
            story.header["published"] = rest
        elif key == "byline":
            story.header["byline"] = _labels(story, line, rest)
        else:
            raise story.error(f"{line!r} is no question, survey or header.")


def _survey(story: _Story, rest: str) -> dict[str, Any]:
    pairs = [part.strip().partition("=") for part in rest.split(BAR)]
    told = {name: content for name, _, content in pairs}
    if len(told) < len(pairs) or set(told) - {"pollsters", "sizes", "mode", "start", "end", "moe"}:
        raise story.error(f"{rest!r}: unknown or repeated fields.")
    sizes = [size.strip() for size in told.get("sizes", "").split(OR) if size.strip()]
    dates = [told.get("start"), told.get("end")]
    if (
        not all(size.isdigit() for size in sizes)
        or told.get("mode", MODES[0]) not in MODES
        or not all(date is None or _DATE.fullmatch(date) for date in dates)
        or not re.fullmatch(r"\d+(?:\.\d+)?", told.get("moe", "0"))
    ):
        raise story.error(f"{rest!r}: a size, mode, date or margin is not what it should be.")
    return {
        "pollsters": _labels(story, rest, told["pollsters"]) if told.get("pollsters") else [],
        "sample_sizes": [int(size) for size in sizes],
        "mode": told.get("mode"),
        "field_start": dates[0],
        "field_end": dates[1],
        "margin_of_error": float(told["moe"]) if "moe" in told else None,
    }


def _used(story: _Story) -> None:
    """Every survey and question is there and is used: a slip of a key would else put figures together."""
    for key, question in story.questions.items():
        if question["survey"] not in story.surveys:
            raise story.error(f"{key} belongs to the unknown survey {question['survey']!r}.")
    spare = set(story.questions) - {f["question"] for f in story.findings}
    spare |= set(story.surveys) - {q["survey"] for q in story.questions.values()}
    if spare:
        raise story.error(f"nothing belongs to {', '.join(sorted(spare))}.")


def _selector(text: str, start: int, end: int) -> dict[str, Any]:
    return {
        "exact": text[start:end],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
        "start": start,
        "end": end,
    }


def _write(found: list[tuple[str, Gold]], folder: Path) -> None:
    """The stories as an annotated set: ``folder/text/NAME.txt`` and ``folder/gold/NAME.gold.json``."""
    for part in ("text", "gold"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for number, (text, gold) in enumerate(found):
        name = f"practice-{number:04}"
        (folder / "text" / f"{name}.txt").write_text(text, encoding="utf-8")
        record = gold | {"doc": f"{name}.txt"}
        (folder / "gold" / f"{name}.gold.json").write_text(json.dumps(record, indent=1), encoding="utf-8")


def main() -> None:
    """Check the stories and count them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=STORIES)
    parser.add_argument("--write", type=Path, help="write texts and gold to TEXT and GOLD under this folder")
    args = parser.parse_args()
    found = list(stories(args.folder))
    if args.write:
        _write(found, args.write)
    print(f"{len(found)} stories, {sum(len(gold['findings']) for _, gold in found)} figures")


if __name__ == "__main__":
    main()
