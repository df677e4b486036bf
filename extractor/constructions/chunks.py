"""A sentence as a sequence of typed chunks: what the constructions match instead of words.

Each chunk type has a letter, so a sentence becomes a short string and a construction a regular expression over it
(the cascade of FASTUS, Hobbs et al. 1997, and of JAPE, Cunningham et al. 1999).
"""

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span

from extractor.components.cues import CUES, phrases
from extractor.components.doc_text import Words, sentence_of, spans_of, text_between, words_of
from extractor.components.insets import insets
from extractor.components.names import NAMES
from extractor.components.values import FIGURES, POPULATIONS
from extractor.parsing.population_words import population_words

#: Letter of each chunk type.  Lower-case names are cue labels; the others come from typed spans and punctuation.
LETTERS = {
    "FIG": "f", "PTS": "p", "POP": "P", "PLACE": "L", "NAME": "N", "SRC": "S", "X": ".",
    "say": "s", "opinion": "v", "both_support": "V", "modal": "m", "be": "b", "have": "h", "stand": "t", "put": "u",
    "lead": "l", "both_lead": "D", "trail": "k", "lead_noun": "e", "tie": "q", "rating": "g", "change": "c",
    "versus": "x", "from": "y", "while": "w", "ask": "A", "end": "E", "that": "H", "they": "r", "who": "R",
    "to": "T", "of": "o", "in": "i", "among": "M", "for": "F", "by": "B", "at": "a", "on": "O", "and": "&",
    "hedge": "z", "not": "n", "against": "G", "time": "d", "vs": "Y",
}  # fmt: skip

_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", "(": "(", "[": "(", ")": ")", "]": ")", "–": "-", "—": "-", "--": "-", "-": "~",
    "/": "~", "//": ";", "―": "-", "|": "-", ".": "!", "?": "!", "!": "!", "…": "!", "...": "!",
    '"': '"', "“": '"', "”": '"', "‘": '"', "’": '"', "'": '"', "''": '"', "``": '"',
}  # fmt: skip


#: "The share of …": what follows is counted, and a clause on it is the answer counted.
_SHARES = frozenset(("percentage", "share", "proportion", "number", "portion", "fraction", "ranks"))


#: Cues that are verbs; behind an article they are nouns.
_VERBS, _ARTICLES = frozenset(("stand", "say", "put")), frozenset(("the", "a", "an"))


#: Marks by priority, each group in order: first token, the token behind the last, letter.
Marks = tuple[list[tuple[int, int, str]], ...]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A typed stretch of tokens of one sentence (half-open token range of the Doc)."""

    letter: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """The chunks of one sentence and their letters, position by position."""

    doc: Doc
    start: int
    end: int
    chunks: tuple[Chunk, ...]
    code: str

    def text(self, first: int, last: int) -> str:
        """The text of chunks `first` up to, not including, `last`."""
        return text_between(self.doc, self.chunks[first].start, self.chunks[last - 1].end)

    def tokens(self, first: int, last: int) -> tuple[int, int]:
        """The first token of chunks `first` up to, not including, `last`, and the one behind their last."""
        return self.chunks[first].start, self.chunks[last - 1].end


def marks(doc: Doc) -> Marks:
    """The typed spans of `doc` as letters, those that win first; read once for all of its sentences."""
    words = words_of(doc)
    # "The Ohio senator" is one chunk, the place in it is none.
    described = {i for s in spans_of(doc, NAMES) if words.lowers[s.start] == "the" for i in range(s.start, s.end)}
    groups = (
        [(s.start, s.end, "f" if s._.figure.kind == "share" else "p") for s in spans_of(doc, FIGURES)],
        [
            (s.start, _head_end(s), "L" if s.label_ == "place" else "P")
            for s in spans_of(doc, POPULATIONS)
            if s.start not in described
        ],
        [(s.start, s.end, "S") for s in spans_of(doc, "polls")],
        [(s.start, s.end, "N") for s in spans_of(doc, NAMES)],
        [(s.start, s.end, _cue_letter(s, words)) for s in spans_of(doc, CUES)],
    )
    return tuple(sorted(group) for group in groups)


def sequence(sentence: Span, marked: Marks, aside: Collection[int] = ()) -> Sequence:
    """The typed chunks of `sentence` without its tokens `aside`; `marked` is what `marks` tells of its document.

    Where marks overlap, figures win over populations, populations over polls, those over names, names over cues,
    longer ones over shorter ones; words that nothing marks run together into one chunk, punctuation stands alone.
    """
    doc, begin, stop = sentence.doc, sentence.start, sentence.end
    owner: dict[int, tuple[int, str]] = {}
    for group in marked:
        inside = group[bisect_left(group, (begin,)) : bisect_left(group, (stop,))]
        for start, end, letter in sorted(inside, key=lambda mark: mark[0] - mark[1]):
            if end <= stop and not any(i in owner for i in range(start, end)):
                owner.update((i, (start, letter)) for i in range(start, end))
    chunks: list[Chunk] = []
    open_, first, behind = "", begin, begin  # the chunk that may go on: its letter and tokens
    previous: object = None
    hidden = {i for first, last in insets(doc) if first < stop and last > begin for i in range(first, last)}
    hidden.update(aside)
    for i, word in enumerate(words_of(doc).texts[begin:stop], begin):
        if i in hidden:
            continue
        mark = owner.get(i)
        letter = mark[1] if mark else _loose(word)
        if letter == "":
            continue
        runs_on = mark == previous if mark is not None else letter == "." == open_
        if not (open_ and runs_on and i - 1 not in hidden):
            if open_:
                chunks.append(Chunk(open_, first, behind))
            open_, first = letter, i
        behind, previous = i + 1, mark
    if open_:
        chunks.append(Chunk(open_, first, behind))
    return Sequence(doc, begin, stop, tuple(chunks), "".join(chunk.letter for chunk in chunks))


def _loose(word: str) -> str:
    if word.isalpha():
        return "."
    if word.isspace():
        return ""
    if word.lower() in ("'s", "’s"):
        return "'"
    if len(word) == 4 and word[:2] in ("19", "20") and word.isdigit():
        return "d"
    return _PUNCTUATION.get(word, ".")


def _head_end(population: Span) -> int:
    """Where the population itself ends: in "the share of those who agreed" the clause is the answer, not the group.

    Of "Republican support" the noun is what the group gives.
    """
    doc = population.doc
    if population.end - population.start > 1 and doc[population.end - 1].lower_ in _attitudes(doc.lang_ or "en"):
        return population.end - 1
    if (
        population.start >= 2
        and doc[population.start - 1].lower_ == "of"
        and doc[population.start - 2].lower_ in _SHARES
    ):
        return next((token.i for token in population[1:] if token.lower_ in ("who", "that")), population.end)
    return population.end


@cache
def _attitudes(language: str) -> frozenset[str]:
    """Nouns that are both what a group gives and a cue of support or rating: "support", "approval"."""
    cues = phrases(language)
    return frozenset(population_words(language).clauses.attitudes) & {*cues["rating"], *cues["both_support"]}


def _cue_letter(cue: Span, words: Words) -> str:
    start = cue.start
    word = words.texts[start] if cue.end == start + 1 else ""
    if word in ("May", "State") and start > sentence_of(cue.doc, start)[0]:
        # "in May" is a month, "may rise" is not; "the State Attorney" says nothing.
        return LETTERS["time" if word == "May" else "X"]
    # "Had not yet decided" turns nowhere, ", yet 40 percent" does.
    if word == "yet" and start and words.texts[start - 1].isalpha():
        return LETTERS["X"]
    # "Backed the measure" measures nothing, "in the report" nobody reports.
    if word and cue.label_ in _VERBS and start and words.lowers[start - 1] in _ARTICLES:
        return LETTERS["X"]
    return LETTERS[cue.label_]
