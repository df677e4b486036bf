"""Marks sample sizes, margins of error and confidence levels in ``doc.spans["samples"]``."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.components.poll_patterns import any_of
from extractor.components.poll_values import SAMPLES, SampleFact, register
from extractor.components.doc_text import sentence_ranges, text_of
from extractor.lexicons.loader import load
from extractor.lexicons.schema import DateWords, Places, PollWords

#: Sizes below this are no samples ("10 of the 12 states polled"), sizes above it no survey of opinion.
SMALLEST, LARGEST = 25, 5_000_000
#: Margins of error outside this range (points) are something else.
MARGIN_RANGE = (0.1, 15.0)

_DIGIT = re.compile(r"\d")
_SAMPLE = re.compile(r"\b(?:sampled?|samples|interviews|interviewed|surveyed|polled)\b", re.IGNORECASE)


@Language.factory("poll_samples", assigns=["doc.spans", "span._.sample"], requires=["doc.sents"])
def create(nlp: Language, name: str) -> "SampleMarker":
    """Factory of `SampleMarker`."""
    return SampleMarker(nlp.lang)


class SampleMarker:
    """Finds what a method note says of the sample; only sentences that speak of a survey are looked at."""

    def __init__(self, language: str) -> None:
        register()
        self.reader = SampleReader(language)

    def __call__(self, doc: Doc) -> Doc:
        """Mark the sample facts of `doc`."""
        spans: list[Span] = []
        whole = text_of(doc)
        if self.reader.worth.search(whole):
            for offset, stop in sentence_ranges(doc):
                for start, end, fact in self.reader.read(whole[offset:stop]):
                    span = doc.char_span(offset + start, offset + end, label="sample", alignment_mode="expand")
                    if span is not None:
                        span._.sample = fact
                        spans.append(span)
        doc.spans[SAMPLES] = sorted(spans, key=lambda span: (span.start, span.end))
        return doc


class SampleReader:
    """Reads sample facts from one sentence."""

    def __init__(self, language: str) -> None:
        words = load(PollWords, language, "polls").samples
        counts = load(DateWords, language, "dates").counts
        self.counts = {word: float(value) for word, value in counts.items() if value > 1 or word == "one"}
        peoples = (name for country in load(Places, "shared", "countries").countries for name in country.people)
        people = any_of({*words["people"], *peoples})
        asked = any_of(words["asked"])
        number = r"(?:\d{1,3}(?:,\d{3})+|\d{2,6})"
        filler = r"(?:(?!(?:percent|percentage|points?|million|billion|years?|days?|in|of|to)\b)(?:U\.[SK]\.|[\w’'-]+)(?:,\s+|\s+)){0,5}?"
        of = any_of((*words["of"], *words["asked"], *words["sample"]))
        vague = any_of(words["vague"])
        not_number = r"(?<![\w$£€.,:/-])(?<!in )"
        # "surveyed 1,003 adults", "1,177 likely voters", "of 500 likely Utah voters"
        self.counted = re.compile(
            rf"{not_number}(?P<n>{number})(?![\d%]|,\d|\.\d|-)\s+(?P<who>{filler}(?:{people})\b)", re.IGNORECASE
        )
        self.sampled = re.compile(
            rf"(?:\bsample(?:\s+size)?s?\s+(?:of|was|is|included|size)|\bn\s*[=:]|\bsample\s+size[:,]?|\binterviewed|\bsurveyed|\bpolled)\s*"
            rf"(?:(?:{vague})\s+)?(?P<n>{number})(?![\d%]|,\d|\.\d|\s+(?:percent|points|million|years|countries|states|cities|counties|districts))",
            re.IGNORECASE,
        )
        self.lead = re.compile(
            rf"\b(?:{of})\s+(?:(?:{vague}|the|an?|nationwide|national|random|representative|sample|of)\s+){{0,4}}$",
            re.IGNORECASE,
        )
        self.listed = re.compile(
            r"(?:\d[\d,]*\s+[^.;]{3,50}?,?\s+(?:and|plus|including|along with)|,)\s+$", re.IGNORECASE
        )
        self.trail = re.compile(
            rf"\s+(?:[^.;]{{0,60}}\s)?with\s+an?\s+margin|\s+(?:[\w’'-]+\s+){{0,5}}?(?:(?:were|was|who\s+were|have\s+been)\s+)?(?:{asked})\b",
            re.IGNORECASE,
        )
        self.bracketed = re.compile(r"\((?:n\s*=\s*)?(?P<n>\d,\d{3}|\d{3,4})\)")
        self.survey = re.compile(
            r"\b(?:polls?|polled|pollsters|study|surveys?|surveyed|sampl\w+|interview\w*|questioned|respondents|margin of|responses)\b|\bn\s*=",
            re.IGNORECASE,
        )
        value = rf"(?P<v>\d{{1,2}}(?:\.\d+)?|{any_of(self.counts)})"
        self.margin = re.compile(
            rf"(?:margins?\s+of\s+(?:sampling\s+|statistical\s+)?(?:of\s+)?error|error\s+margin|sampling\s+(?:margin\s+of\s+)?error|margin\s+for\s+error|sampling\s+tolerance|credibility\s+interval|accura\w+\s+to\s+within|error\s+rate|\bMOE\b)"
            rf"(?P<gap>[^.;±]{{0,90}}?)(?:plus[\s-]*(?:or[\s-]*|and[\s-]*|/)?minus|\+\s*/\s*[-–—−]|±|\+\s*or\s*[-–—−]|of|is|was|:|at|within|\()\s*"
            rf"(?:(?:about|around|approximately|roughly|plus[\s-]*(?:or|and|/)[\s-]*minus|\+\s*/\s*[-–—−]|±)\s*)*{value}(?!\d|\s*(?:voters|adults|people))\s*-?(?P<u>percent|%|points?|percentage)?",
            re.IGNORECASE,
        )
        self.margin_first = re.compile(
            rf"(?<![\w.]){value}[\s-]*(?:percent(?:age)?[\s-]*points?|points?|percent|%)?[\s-]+(?:statistical\s+)?(?:margins?[\s-]of[\s-](?:sampling[\s-])?error|error\s+margin|sampling\s+error)",
            re.IGNORECASE,
        )
        self.next_margin = re.compile(
            rf"\s*(?:percent(?:age)?|%)?[\s-]*(?:points?)?\s+(?:in|for|among)\s+[^,.;]{{2,60}}?,?\s*(?:and|,)\s*(?:plus or minus|\+/-|±|it is|it’s|it's)?\s*{value}(?=\s*(?:percent|%|points?))",
            re.IGNORECASE,
        )
        self.plus_minus = re.compile(rf"(?:±|\+\s*/\s*[-–−])\s*{value}\s*(?:percent|%|points?|pp)", re.IGNORECASE)
        self.confidence = re.compile(
            r"(?P<v>\d{2}(?:\.\d)?)\s*(?:percent|%|per\s+cent)\s+(?:level\s+of\s+)?confidence|confidence\s+(?:level|interval)\s+(?:of|is|was|at)\s+(?P<w>\d{2}(?:\.\d)?)\s*(?:percent|%)"
            r"|(?P<x>19)\s+times\s+out\s+of\s+20",
            re.IGNORECASE,
        )
        self.worth = re.compile(
            r"\b(?:margin|sampl\w+|adults|voters|interview\w*|survey\w*|poll\w*|respondents|n\s?=)", re.IGNORECASE
        )

    def read(self, text: str) -> Iterator[tuple[int, int, SampleFact]]:
        """The facts of the sentence `text`, as (start, end, fact)."""
        if not _DIGIT.search(text) and "margin" not in text and "error" not in text:
            return
        if not self.survey.search(text) and "error" not in text and "confidence" not in text:
            return
        yield from self._sizes(text)
        yield from self._margins(text)
        for match in self.confidence.finditer(text):
            level = match.group("v") or match.group("w")
            yield match.start(), match.end(), SampleFact(confidence=float(level) if level else 95.0)

    def _sizes(self, text: str) -> Iterator[tuple[int, int, SampleFact]]:
        seen: list[int] = []
        for match in self.counted.finditer(text):
            before, after = text[: match.start()], text[match.end() :]
            anchored = self.lead.search(before[-70:]) or self.trail.match(after[:60])
            if not anchored and not (seen and self.listed.search(before[-90:])):
                continue
            size = _size(match.group("n"), bool(anchored))
            if size is not None:
                seen.append(match.start())
                yield match.start(), match.end(), SampleFact(size=size, population=match.group("who"))
        if _SAMPLE.search(text):
            for match in self.bracketed.finditer(text):
                size = _size(match.group("n"), False)
                if size is not None:
                    seen.append(match.start("n"))
                    yield match.start("n"), match.end("n"), SampleFact(size=size)
        for match in self.sampled.finditer(text):
            size = _size(match.group("n"), True)
            if size is not None and match.start("n") not in seen:
                yield match.start("n"), match.end("n"), SampleFact(size=size)

    def _margins(self, text: str) -> Iterator[tuple[int, int, SampleFact]]:
        taken: list[tuple[int, int]] = []
        for pattern in (self.margin, self.margin_first, self.plus_minus):
            for match in pattern.finditer(text):
                if any(a < match.end() and match.start() < b for a, b in taken):
                    continue
                if (
                    pattern is self.plus_minus
                    and "margin" not in text
                    and "error" not in text
                    and "±" not in match.group(0)
                ):
                    continue
                yield from self._margin(match, taken)
                while pattern is self.margin and (following := self.next_margin.match(text, match.end("v"))):
                    yield from self._margin(following, taken)
                    match = following

    def _margin(self, match: re.Match[str], taken: list[tuple[int, int]]) -> Iterator[tuple[int, int, SampleFact]]:
        raw = match.group("v").lower()
        value = self.counts.get(raw) if raw in self.counts else float(raw)
        if value is not None and MARGIN_RANGE[0] <= value <= MARGIN_RANGE[1]:
            taken.append((match.start(), match.end()))
            yield match.start(), match.end(), SampleFact(margin=value)


def _size(raw: str, anchored: bool) -> int | None:
    """The number, unless it is out of range or may be a year ("2016 voters")."""
    value = int(raw.replace(",", ""))
    if not SMALLEST <= value <= LARGEST:
        return None
    if "," not in raw and 1900 <= value <= 2100 and not anchored:
        return None
    return value
