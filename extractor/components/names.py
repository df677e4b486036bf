"""Marks names of persons, parties and bodies: what a response may name ("Clinton", "the GOP nominee", "Congress")."""

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from extractor.components.cues import phrases
from extractor.components.doc_text import sentence_of, sentence_starts
from extractor.components.values import FIGURES, POPULATIONS
from extractor.lexicons.loader import load
from extractor.lexicons.schema import Names

NAMES = "names"
#: What other components own cannot be part of a name.
_OTHERS = (FIGURES, POPULATIONS, "polls")


@Language.factory("poll_names", assigns=["doc.spans"], requires=["doc.sents"])
def create(nlp: Language, name: str) -> "NameMarker":
    """Factory of `NameMarker`."""
    return NameMarker(load(Names, nlp.lang, "names"), nlp.lang or "en")


class NameMarker:
    """Runs of capitalised tokens that are no ordinary sentence opener, titles included, and "the + role"."""

    def __init__(self, lexicon: Names, language: str):
        self.not_names = frozenset(lexicon.not_names)
        self.roles = frozenset(lexicon.roles)
        self.links = frozenset(lexicon.links)
        self.titles = frozenset(lexicon.titles)
        self.adjectives = frozenset(lexicon.adjectives)
        self.cues = frozenset(word for words in phrases(language).values() for word in words)

    def __call__(self, doc: Doc) -> Doc:
        """Mark the names of `doc`, if it holds figures."""
        taken = {token.i for key in _OTHERS for span in doc.spans.get(key, []) for token in span}
        # A word that the text also writes small is capital at the head of a sentence only because it stands there.
        ordinary = {token.text for token in doc if token.is_lower}
        marked: list[Span] = []
        for first in sentence_starts(doc) if doc.spans.get(FIGURES) else ():
            sentence = doc[slice(*sentence_of(doc, first))]
            i = first
            while i < sentence.end:
                token = doc[i]
                end = (
                    self._name_end(doc, i, sentence.end, taken)
                    if token.is_title or token.is_upper or token.lower_ == "the"
                    else i
                )
                if (
                    end > i
                    and self._stands_alone(doc, i, end)
                    and not self._opens_only(doc, i, end, sentence, ordinary)
                ):
                    marked.append(Span(doc, i, end, label="name"))
                i = max(end, i + 1)
        doc.spans[NAMES] = marked
        return doc

    def _name_end(self, doc: Doc, i: int, stop: int, taken: set[int]) -> int:
        """End of the name that begins at token `i`, or `i` itself if none does."""
        if doc[i].lower_ == "the":
            j = i + 1
            while (
                j < stop
                and j not in taken
                and (self._capital(doc[j]) or doc[j].lower_ in self.roles or doc[j].lower_ in self.links)
            ):
                j += 1
            while j > i + 1 and doc[j - 1].lower_ not in self.roles:
                j -= 1
            return j if j > i + 1 else i
        j = i
        while j < stop and j not in taken:
            token = doc[j]
            if (
                self._capital(token)
                or (j > i and token.lower_ in self.links and self._continues(doc, j + 1, stop, taken))
                or (token.text == "." and j > i and doc[j - 1].text.lower() in self.titles)
            ):
                j += 1
            else:
                break
        return j

    def _opens_only(self, doc: Doc, start: int, end: int, sentence: Span, ordinary: set[str]) -> bool:
        return (
            end == start + 1
            and start == sentence.start
            and (doc[start].lower_ in ordinary or doc[start].lower_ in self.cues)
        )

    def _stands_alone(self, doc: Doc, start: int, end: int) -> bool:
        named = any(len(token.text) > 1 and token.lower_ not in self.adjectives for token in doc[start:end])
        return named and not any(character.isdigit() or character == "+" for character in doc[start:end].text)

    def _continues(self, doc: Doc, j: int, stop: int, taken: set[int]) -> bool:
        return j < stop and j not in taken and self._capital(doc[j])

    def _capital(self, token: Token) -> bool:
        return (token.is_title or token.is_upper or token.text[0].isupper()) and token.lower_ not in self.not_names
