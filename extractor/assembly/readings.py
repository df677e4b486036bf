"""What is read for a figure: its answer, where the answer stands, and the rules that say so."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """The answer of a figure, the chunks that word it (half-open; None if told before), and the rules that say so."""

    label: str
    place: tuple[int, int] | None
    rules: tuple[str, ...]
