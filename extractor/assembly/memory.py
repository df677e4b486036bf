"""What the report has told so far: the answers of the figures before, the names in the race, who was spoken of."""

from dataclasses import dataclass, field

from spacy.tokens import Doc

from extractor.components.names import NAMES

_RECENT = 6


@dataclass(slots=True)
class Memory:
    """Answers in the order in which figures gave them, the names among them, and the two answers of the last pair."""

    labels: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    pair: tuple[str, str] = ("", "")
    #: Where the last figure's answer stood (``left`` or ``right`` of it, or elsewhere), and in which sentence.
    side: tuple[str, int] = ("", -1)

    def tell(self, label: str, side: str, sentence: int, role: str) -> None:
        """Remember the answer of the next figure; `role` is its place in a pair."""
        if role == "second" and self.labels:
            self.pair = (self.labels[-1], label)
        self.labels.append(label)
        self.side = (side, sentence)
        if is_name(label):
            if label in self.names:
                self.names.remove(label)
            self.names.insert(0, label)
            del self.names[_RECENT:]

    def back(self, steps: int) -> str:
        """The answer `steps` figures ago, or the empty string."""
        return self.labels[-steps] if len(self.labels) >= steps else ""


def is_name(label: str) -> bool:
    """Whether an answer is a name: capitalised, and short."""
    return label[:1].isupper() and len(label.split()) <= 5


def earlier_names(doc: Doc, start: int) -> list[str]:
    """Names told before token `start`: the last one, and the first one of the sentence before."""
    before = [span for span in doc.spans.get(NAMES, ()) if span.end <= start]
    if not before:
        return []
    last = before[-1]
    first = next(span for span in before if span.sent.start == last.sent.start)
    return list(dict.fromkeys([first.text, last.text]))
