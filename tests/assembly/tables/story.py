"""A page with one table or list between paragraphs of a poll story, and what is read of it."""

from extractor.assembly.extraction import extract_article
from extractor.models import Extraction
from extractor.reading.page import read_article

POLLED = (
    "<p>A telephone survey of 1,000 residents of the island by Harbor Research was carried out in May 2024. It asked "
    "about the ferry, the school and the roads, and people gave their answers at some length.</p>"
)
UNPOLLED = (
    "<p>The council of the island met on Monday evening and heard a report on the ferry, the school and the roads "
    "from its clerk. The members thanked the clerk and went home at about nine.</p>"
)
END = "<p>The harbor office said that the full report will be printed in the next bulletin of the island.</p>"


def read(markup: str, *, polled: bool = True) -> Extraction:
    """The records of the page."""
    opening = POLLED if polled else UNPOLLED
    story = f"<h1>The island and its ferry</h1>{opening}{markup}{END}{opening if not polled else END}"
    page = f"<html><head><title>The island and its ferry</title></head><body><article>{story}</article></body></html>"
    return extract_article(read_article(page, published="2024-06-01"))


def cells(found: Extraction) -> set[tuple[str, str, str]]:
    """What tables and lists told: the printed number, the population, the answer."""
    return {
        (figure.evidence.exact, figure.population.label, figure.response.label)
        for figure in found.figures
        if figure.rule.startswith(("table.", "list."))
    }
