"""Those who gave an answer, as a group of their own: "of the 42 percent who drive, 60 percent …", "Of those, …"."""

from collections.abc import Iterator

from spacy.tokens import Span

from extractor.assembly import population_links as near
from extractor.assembly.population_mentions import Mention
from extractor.assembly.population_sentences import Sentence
from extractor.components.populations import EVERYONE, PLACE
from extractor.lexicons.phrasebook import phrasebook
from extractor.models import Population
from extractor.parsing.populations import ALL_RESPONDENTS, describe, is_general

#: How long what they answered can be, in characters.
_LONGEST = 120


class Answerers:
    """Reads whom a share leaves as a group: those who said, did or are what it tells."""

    def __init__(self, language: str) -> None:
        self._words = phrasebook(language, "population_references").pattern
        self._screen = phrasebook(language, "population_references").screen

    def parts(self, text: str) -> Iterator[tuple[int, int, int, Population]]:
        """The groups of a sentence that a share and a clause tell: where the share and the clause stand, and who."""
        for match in self._screen("part").finditer(text):
            if len(match["clause"]) < _LONGEST:
                begin = match.start("whole")
                yield begin, match.start("clause"), match.end("clause"), _who(match["group"], match["clause"])
        for match in self._screen("told").finditer(text):
            yield match.start("group"), match.start("group"), match.end("clause"), _who(None, match["clause"])

    def of(self, figure: Span, sentence: Sentence, group: Population) -> Population | None:
        """Those of `group` who gave the answer of `figure`, where it is a share and the answer follows it."""
        start = figure.end_char
        beside = [m for m in sentence.mentions if near.adjacent(figure, m, _from(sentence))]
        if beside:
            start = beside[0].end
        tail = self._words("tail").match(sentence.text, start - sentence.start)
        if tail is None or len(tail["clause"]) > _LONGEST or "point" in figure.text:
            return None
        verb, _, rest = tail["clause"].partition(" ")
        if self._words("closed").match(verb):
            return None
        named = [m for m in sentence.mentions if m.start >= start and rest.startswith(m.span.text)]
        if self._words("being").match(tail["clause"]) and (same := _told(named)):
            return same
        clause = tail["clause"] if verb.lower() == "who" else f"who {tail['clause']}"
        whole = group.label == ALL_RESPONDENTS or is_general(group) or group.label.lower().startswith("those ")
        return _who(None if whole else group.label, clause)


def _from(sentence: Sentence) -> str:
    """The sentence with as much before it as stands before it in the text, so that offsets hold."""
    return " " * sentence.start + sentence.text


def _told(mentions: list[Mention]) -> Population | None:
    return next((m.population for m in mentions if m.span.label_ not in (PLACE, EVERYONE)), None)


def _who(group: str | None, clause: str) -> Population:
    named = group and describe(group).label != ALL_RESPONDENTS
    whole = clause.strip()
    return describe(f"{group} {whole}" if named else f"those {whole}")
