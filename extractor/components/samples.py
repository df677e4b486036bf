"""Marks sample sizes, margins of error and confidence levels in ``doc.spans["samples"]``."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.components.doc_text import mark, sentence_ranges, spans_of, text_of
from extractor.components.poll_values import POLLS, SAMPLES, SampleFact, register
from extractor.lexicons.loader import load
from extractor.lexicons.phrasebook import phrasebook
from extractor.lexicons.schemas.pages import DateWords
from extractor.parsing.counts import reader
from extractor.parsing.populations import describe

#: Sizes below this are no samples ("10 of the 12 states polled"), sizes above it no survey of opinion.
SMALLEST, LARGEST = 25, 5_000_000
#: Sizes down to this are samples where the words beside them say that so many were polled ("a survey of 14 members").
FEWEST = 5
#: Margins of error outside this range (points) are something else.
MARGIN_RANGE = (0.1, 15.0)
#: "19 times out of 20", in percent.
NINETEEN_OF_TWENTY = 95.0


@Language.factory("poll_samples", assigns=["doc.spans", "span._.sample"], requires=["doc.sents"])
def create(nlp: Language, name: str) -> "SampleMarker":
    """Factory of `SampleMarker`."""
    return SampleMarker(nlp.lang or "en")


class SampleMarker:
    """Finds what a method note says of the sample; only sentences that speak of a survey are looked at."""

    def __init__(self, language: str) -> None:
        register()
        self.reader = SampleReader(language)

    def __call__(self, doc: Doc) -> Doc:
        """Mark the sample facts of `doc`."""
        spans: list[Span] = []
        whole = text_of(doc)
        told = [span.start_char for span in spans_of(doc, POLLS)]
        if told or self.reader.book.screen("survey").search(whole):
            for offset, stop in sentence_ranges(doc):
                names_poll = bisect_left(told, offset) < bisect_left(told, stop)
                for start, end, fact in self.reader.read(whole[offset:stop], names_poll=names_poll):
                    span = doc.char_span(offset + start, offset + end, label="sample", alignment_mode="expand")
                    if span is not None:
                        span._.sample = fact
                        spans.append(span)
        mark(doc, SAMPLES, sorted(spans, key=lambda span: (span.start, span.end)))
        return doc


class SampleReader:
    """Reads sample facts from one sentence."""

    def __init__(self, language: str) -> None:
        self.book = phrasebook(language, "samples")
        self.electors = self.book.words("electors")  # "2016 voters" may be those of an election
        self.numbers = reader(language)
        self.counts = load(DateWords, language, "dates").counts

    def read(self, text: str, *, names_poll: bool = False) -> Iterator[tuple[int, int, SampleFact]]:
        """The facts of the sentence `text`, as (start, end, fact); `names_poll` if it mentions a poll by its name."""
        if not self.book.screen("numeral").search(text) and not self.book.screen("error").search(text):
            return
        if not names_poll and not self.book.screen("survey").search(text):
            return
        yield from self._sizes(text)
        yield from self._margins(text)
        for match in self.book.pattern("confidence").finditer(text):
            level = match.group("v") or match.group("w")
            yield match.start(), match.end(), SampleFact(confidence=float(level or NINETEEN_OF_TWENTY))

    def _sizes(self, text: str) -> Iterator[tuple[int, int, SampleFact]]:
        seen: list[int] = []
        for match in self.book.pattern("counted").finditer(text):
            before, after = text[: match.start()], text[match.end() :]
            if " " in match["n"] and self.book.pattern("day_before").search(before):
                continue
            anchored = self.book.pattern("before").search(before[-70:]) or self.book.pattern("after").match(after[:90])
            if not anchored and not (seen and self.book.pattern("listed").search(before[-90:])):
                continue
            year_like = match.group("who").endswith(self.electors)
            few = self.book.pattern("few_before").search(before[-70:]) or self.book.pattern("few_after").match(
                after[:90]
            )
            size = self._size(match.group("n"), bool(anchored) and not year_like, FEWEST if few else SMALLEST)
            if size is not None:
                seen.append(match.start())
                listed = list(self._places(text, match))
                yield from listed
                if not listed:
                    yield match.start(), match.end(), SampleFact(size=size, population=match.group("who"))
        if self.book.screen("sampling").search(text):
            for match in self.book.pattern("bracketed").finditer(text):
                size = self._size(match.group("n"), False)
                if size is not None:
                    seen.append(match.start("n"))
                    yield match.start("n"), match.end("n"), SampleFact(size=size)
        for name in ("sampled", "answerers", "part", "part_of_them", "answering"):
            for match in self._with_next(text, name):
                size = self._size(match.group("n"), True)
                if size is not None and match.start("n") not in seen:
                    seen.append(match.start("n"))
                    yield match.start("n"), match.end("n"), SampleFact(size=size)

    def _with_next(self, text: str, name: str) -> Iterator[re.Match[str]]:
        """The matches of a pattern; behind a part of a sample also the part told next."""
        for match in self.book.screen(name).finditer(text):
            yield match
            following = self.book.pattern("part_next").match(text, match.end()) if name == "part" else None
            if following is not None:
                yield following

    def _size(self, raw: str, anchored: bool, smallest: int = SMALLEST) -> int | None:
        """The number, unless it is out of range or may be a year ("2016 voters")."""
        value = self.numbers.count(raw)
        if value is None or not smallest <= value <= LARGEST:
            return None
        if raw.isdigit() and 1900 <= value <= 2100 and not anchored:
            return None
        return value

    def _places(self, text: str, match: re.Match[str]) -> Iterator[tuple[int, int, SampleFact]]:
        """ "1,006 adults in Italy, 1,012 in Hungary and 1,026 in Poland": a sample for each place, if there are two."""
        first = self.book.pattern("in_place").match(text, match.end())
        following = self.book.pattern("next_place").match(text, first.end()) if first else None
        if first is None or following is None or not _is_place(first["place"]):
            return
        found = [(match.start(), first.end(), match["n"], first["place"])]
        while following is not None and _is_place(following["place"]):
            found.append((following.start("n"), following.end(), following["n"], following["place"]))
            following = self.book.pattern("next_place").match(text, following.end())
        if len(found) > 1:
            for start, end, number, place in found:
                size = self._size(number, True)
                if size is not None:
                    yield start, end, SampleFact(size=size, population=f"{match['who']} in {place}")

    def _margins(self, text: str) -> Iterator[tuple[int, int, SampleFact]]:
        taken: list[tuple[int, int]] = []
        spoken = self.book.screen("error").search(text) is not None
        for name in ("margin", "margin_first", "plus_minus"):
            for match in self.book.pattern(name).finditer(text):
                if any(start < match.end() and match.start() < end for start, end in taken):
                    continue
                if name == "plus_minus" and not spoken and match.group(0)[0] in "+pP":
                    continue
                yield from self._margin(match, taken)
                if name == "margin":
                    yield from self._listed_margins(text, match.end("v"), taken)

    def _listed_margins(
        self, text: str, at: int, taken: list[tuple[int, int]]
    ) -> Iterator[tuple[int, int, SampleFact]]:
        """ "2.9 points in Iowa, 3.1 points in New Hampshire and 3 points in Wisconsin": those after the first."""
        while (match := self.book.pattern("next_margin").match(text, at)) is not None:
            yield from self._margin(match, taken)
            at = match.end("v")

    def _margin(self, match: re.Match[str], taken: list[tuple[int, int]]) -> Iterator[tuple[int, int, SampleFact]]:
        raw = match.group("v").lower()
        value = self.counts.get(raw) if raw in self.counts else float(raw)
        if value is not None and MARGIN_RANGE[0] <= value <= MARGIN_RANGE[1]:
            taken.append((match.start(), match.end()))
            yield match.start(), match.end(), SampleFact(margin=value)


def _is_place(name: str) -> bool:
    """Whether a capitalised word behind "in" is a country or region, not a month."""
    place = describe(f"people in {name}")
    return place.country is not None or "region" in place.facets
