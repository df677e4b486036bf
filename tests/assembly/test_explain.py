"""The explanation of a figure names its cues, its competitors and its rule."""

from extractor import extract
from extractor.assembly.explain import explain

STORY = (
    "A poll by Gallup of 1,000 adults found that 60 percent of women said taxes should rise, "
    "compared with 40 percent of men."
)


def test_explanation_names_cues_and_competing_answers():
    extraction = extract(STORY)
    figure = extraction.figures[0]
    told = explain(extraction.article, figure)
    assert "women" in told
    assert "said [say]" in told
    assert repr(figure.response.label) in told
    assert figure.rule in told
    assert "what decided between the first two" in told


def test_figure_of_another_version_is_said_to_be_missing():
    extraction = extract(STORY)
    moved = extraction.figures[0].model_copy(
        update={"evidence": extraction.figures[0].evidence.model_copy(update={"start": 1})}
    )
    assert "another version" in explain(extraction.article, moved)
