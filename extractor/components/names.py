"""Marks names of persons, parties and bodies: what a response may name ("Clinton", "the GOP nominee", "Congress")."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.components.cues import phrases
from extractor.components.doc_text import Words, sentence_starts, words_of
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
        marked: list[Span] = []
        if doc.spans.get(FIGURES):
            taken = {i for key in _OTHERS for span in doc.spans.get(key, []) for i in range(span.start, span.end)}
            words = words_of(doc)
            # A word that the text also writes small is capital at the head of a sentence only because it stands there.
            ordinary = set(filter(str.islower, words.texts))
            starts = sentence_starts(doc)
            for first, stop in zip(starts, [*starts[1:], len(doc)], strict=True):
                marked += [
                    Span(doc, start, end, label="name")
                    for start, end in self._names(words, first, stop, taken)
                    if self._stands_alone(words, start, end)
                    and not (start == first and end == start + 1 and self._is_opener(words.lowers[start], ordinary))
                ]
        doc.spans[NAMES] = marked
        return doc

    def _names(self, words: Words, first: int, stop: int, taken: set[int]) -> Iterator[tuple[int, int]]:
        """The runs of tokens of one sentence that may be names."""
        reached = first
        for i, word in enumerate(words.texts[first:stop], first):
            if i >= reached and (word == "the" if word.islower() else word.istitle() or word.isupper()):
                end = self._name_end(words, i, stop, taken)
                if end > i:
                    yield i, end
                    reached = end

    def _name_end(self, words: Words, i: int, stop: int, taken: set[int]) -> int:
        """End of the name that begins at token `i`, or `i` itself if none does."""
        lowers = words.lowers
        j = i
        if lowers[i] == "the":
            j += 1
            while (
                j < stop
                and j not in taken
                and (self._capital(words, j) or lowers[j] in self.roles or lowers[j] in self.links)
            ):
                j += 1
            while j > i + 1 and lowers[j - 1] not in self.roles:
                j -= 1
            return j if j > i + 1 else i
        while j < stop and j not in taken:
            if (
                self._capital(words, j)
                or (j > i and lowers[j] in self.links and self._continues(words, j + 1, stop, taken))
                or (lowers[j] == "." and j > i and lowers[j - 1] in self.titles)
            ):
                j += 1
            else:
                break
        return j

    def _is_opener(self, word: str, ordinary: set[str]) -> bool:
        return word in ordinary or word in self.cues

    def _stands_alone(self, words: Words, start: int, end: int) -> bool:
        texts = words.texts[start:end]
        if all(
            len(text) == 1 or lower in self.adjectives
            for text, lower in zip(texts, words.lowers[start:end], strict=True)
        ):
            return False
        return all(
            word.isalpha() or not any(character.isdigit() or character == "+" for character in word) for word in texts
        )

    def _continues(self, words: Words, j: int, stop: int, taken: set[int]) -> bool:
        return j < stop and j not in taken and self._capital(words, j)

    def _capital(self, words: Words, i: int) -> bool:
        word = words.texts[i]
        return (word[0].isupper() or word.istitle() or word.isupper()) and words.lowers[i] not in self.not_names
