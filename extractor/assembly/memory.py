"""What the report has told so far: the answers of the figures before, the names in the race, who was spoken of."""

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.tokens import Doc

from extractor.assembly.family_names import family_name
from extractor.assembly.persons import persons
from extractor.components.cues import phrases
from extractor.components.doc_text import sentence_of, spans_of, text_between, words_of
from extractor.components.names import NAMES
from extractor.components.values import FIGURES

_RECENT = 6
#: How many other sentences one with a figure outweighs when it tells two names together.
_NUMBERED = 3


@dataclass(slots=True)
class Rivals:
    """Which names an article tells together: whoever stands most often in one sentence with a name is its rival."""

    together: dict[str, Counter[str]] = field(default_factory=dict)
    wording: dict[str, str] = field(default_factory=dict)
    #: Every name in order: the token behind it, where its sentence starts, its text.
    told: list[tuple[int, int, str]] = field(default_factory=list)

    def of(self, label: str) -> list[str]:
        """The rivals of `label`, the most frequent first, in their first wording."""
        return [self.wording[name] for name, _ in self.together.get(key(label), Counter()).most_common(2)]


@dataclass(frozen=True, slots=True)
class Told:
    """Where a figure's answer was told (first token of the sentence), and the figure's value; 0 for no share."""

    sentence: int
    value: float


@dataclass(slots=True)
class Memory:
    """Answers in the order in which figures gave them, the names among them, and the two answers of the last pair."""

    labels: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    rivals: Rivals = field(default_factory=Rivals)
    pair: tuple[str, str] = ("", "")
    pair_before: tuple[str, str] = ("", "")
    #: The whole of two answers ("very or somewhat worried") whose parts are being told.
    total: str = ""
    #: Where the last figure's answer stood (``left`` or ``right`` of it, or elsewhere), and in which sentence.
    side: tuple[str, int] = ("", -1)
    #: The answer that was last worded by the sentence of its figure, and that sentence.
    worded: tuple[str, int] = ("", -1)
    #: Every answer by its key, as told last; and the last of all.
    told: dict[str, Told] = field(default_factory=dict)
    #: The same by its wording.
    wording: dict[str, Told] = field(default_factory=dict)
    last: Told | None = None
    #: The answer of the last lead, and in which sentence it was told.
    lead: tuple[str, int] = ("", -1)
    #: The same of the last net rating.
    net: tuple[str, int] = ("", -1)

    def tell(self, label: str, side: str, sentence: int, role: str, value: float) -> None:
        """Remember the answer of the next figure; `role` is its place in a pair, `value` its share."""
        if role == "second" and self.labels:
            pair = (self.labels[-1], label)
            if pair != self.pair:
                self.pair_before, self.pair = self.pair, pair
        self.labels.append(label)
        if role == "points":
            self.lead = (label, sentence)
        self.side = (side, sentence)
        if side in ("left", "right"):
            self.worded = (label, sentence)
        self.last = Told(sentence, 0.0 if role == "points" else value)
        self.told[key(label)] = self.wording[label] = self.last
        if is_name(label):
            self.names = [label, *(name for name in self.names if key(name) != key(label))][:_RECENT]

    def copy(self) -> "Memory":
        """A memory that can be told more without changing this one."""
        return Memory(
            list(self.labels),
            list(self.names),
            self.rivals,
            self.pair,
            self.pair_before,
            self.total,
            self.side,
            self.worded,
            dict(self.told),
            dict(self.wording),
            self.last,
            self.lead,
            self.net,
        )

    def of_value(self, value: float) -> str:
        """The answer told last of a share of `value`, or the empty string."""
        same = [(told.sentence, label) for label, told in self.wording.items() if told.value == value]
        return max(same)[1] if same else ""

    def back(self, steps: int) -> str:
        """The answer `steps` figures ago, or the empty string."""
        return self.labels[-steps] if len(self.labels) >= steps else ""


@lru_cache(maxsize=4096)
def key(label: str) -> str:
    """What two wordings of one answer share: of a name the last word, else the wording itself."""
    return family_name(label.split()).lower() if is_name(label) else label.lower()


@lru_cache(maxsize=4096)
def is_name(label: str) -> bool:
    """Whether an answer is a name: capitalised, and short."""
    return label[:1].isupper() and len(label.split()) <= 5


def rivals(doc: Doc) -> Rivals:
    """The rivals of every name in `doc`; whoever is only quoted runs against nobody."""
    known, said, lowers = persons(doc), frozenset(phrases(doc.lang_ or "en")["say"]), words_of(doc).lowers
    figures = {sentence_of(doc, figure.start)[0] for figure in spans_of(doc, FIGURES)}
    by_sentence: dict[int, list[str]] = defaultdict(list)
    wording: dict[str, str] = {}
    told: list[tuple[int, int, str]] = []
    for span in spans_of(doc, NAMES):
        start, end = span.start, span.end
        beside = (*lowers[max(0, start - 1) : start], *lowers[end : end + 1])
        if known.is_body(start, end) or not said.isdisjoint(beside):
            continue
        text, sentence = known.name_of(start, end) or text_between(doc, start, end), sentence_of(doc, start)[0]
        name = key(text)
        wording.setdefault(name, text)
        by_sentence[sentence].append(name)
        told.append((end, sentence, text))
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence, names in by_sentence.items():
        times = _NUMBERED if sentence in figures else 1
        several = dict.fromkeys(names)
        for one in several:
            counts = together[one]
            for name in several:
                if name != one:
                    counts[name] = counts.get(name, 0) + times
    return Rivals(together, wording, told)


def earlier_names(rivals: Rivals, start: int) -> list[str]:
    """Names told before token `start`: the first one of the last sentence that names anybody, and the last one."""
    at = bisect_right(rivals.told, start, key=lambda name: name[0]) - 1
    if at < 0:
        return []
    _, sentence, last = rivals.told[at]
    first = at
    while first and rivals.told[first - 1][1] == sentence:
        first -= 1
    return list(dict.fromkeys([rivals.told[first][2], last]))
