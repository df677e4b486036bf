"""From an article to its records: the pipeline, then the assembly."""

from extractor.models import Article, Extraction


def extract_article(article: Article) -> Extraction:
    """All poll records of `article`.

    Deterministic; reads nothing but `article` (its text, blocks, title and publication date).
    """
    return Extraction(article=article)
