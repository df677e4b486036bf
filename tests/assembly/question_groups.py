"""Which figures of a story answer one question."""

from extractor import extract


def groups_of(text: str) -> list[list[float]]:
    """The values of the figures of a story, question by question."""
    told: dict[str, list[float]] = {}
    for figure in sorted(extract(text).figures, key=lambda figure: figure.evidence.start):
        told.setdefault(figure.question_id, []).append(figure.value)
    return list(told.values())
