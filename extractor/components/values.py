"""What each marked span stands for.  The payload of a span in ``doc.spans[KEY]`` is ``span._.<attribute>``.

| key in doc.spans | extension    | payload            |
| ---------------- | ------------ | ------------------ |
| figures          | figure       | `FigureValue`      |
| not_figures      | (label)      | reason as label    |
| populations      | population   | `models.Population`|
"""

from dataclasses import dataclass

from spacy.tokens import Span

from extractor.models import Kind, Qualifier, Unit

FIGURES = "figures"
NOT_FIGURES = "not_figures"
POPULATIONS = "populations"


@dataclass(frozen=True, slots=True)
class FigureValue:
    """A number as printed: value (signed for changes and differences), places, unit, kind, hedge and form.

    `form` is one of ``digits``, ``words``, ``fraction``, ``elided`` (the 60 of "60 and 56 percent"),
    ``bare`` (no unit stands beside it).  `vague` marks a hedged fraction ("nearly half"), on which careful readers
    may disagree.
    """

    value: float
    decimals: int
    unit: Unit
    kind: Kind
    qualifier: Qualifier
    form: str
    vague: bool = False


def register() -> None:
    """Declare the span extensions; calling it again changes nothing."""
    for name in ("figure", "population"):
        if not Span.has_extension(name):
            Span.set_extension(name, default=None)
