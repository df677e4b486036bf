"""What the head of a page says about its story: OpenGraph, Dublin Core and the other meta elements, and the title."""

from dataclasses import dataclass, field

from lxml.html import HtmlElement

from extractor.reading.runs import tidy

_TITLES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "headline",
    "title",
)
_PUBLISHED = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "ptime",
    "pubdate",
    "publish-date",
    "publishdate",
    "publish_date",
    "published-date",
    "publication_date",
    "article_date_original",
    "article.published",
    "cxenseparse:recs:publishtime",
    "rnews:datepublished",
    "bt:pubdate",
    "created",
    "dc.date",
    "dcterms.date",
    "date",
    "displaydate",
    "originalpublicationdate",
)
_UPDATED = (
    "article:modified_time",
    "article:modified",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "utime",
    "lastmod",
    "last-modified",
    "modified",
    "article.updated",
    "lastupdate",
    "date-updated",
)
_AUTHORS = (
    "article:author",
    "author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "authors",
    "article.author",
    "cxenseparse:author",
    "dc.contributor",
    "og:article:author",
    "byline",
)
_OUTLETS = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "cre",
    "source",
    "apple-mobile-web-app-title",
)
_LANGUAGES = ("og:locale", "content-language", "language", "dc.language", "dcterms.language")


@dataclass(slots=True)
class Head:
    """The meta values by name in lower case, in page order, and the text of the title element."""

    values: dict[str, list[str]] = field(default_factory=dict)
    title: str = ""
    title_element: HtmlElement | None = None

    def first(self, names: tuple[str, ...]) -> str:
        """The first value of the first of `names` that has one."""
        return next((self.values[name][0] for name in names if name in self.values), "")

    def all(self, names: tuple[str, ...]) -> list[str]:
        """Every value of the first of `names` that has one."""
        return next((self.values[name] for name in names if name in self.values), [])

    @property
    def titles(self) -> list[str]:
        """What the page calls itself, most explicit first, the title element last."""
        found = [self.values[name][0] for name in _TITLES if name in self.values]
        return [*found, self.title] if self.title else found

    @property
    def published(self) -> list[str]:
        """Candidates for the publication date."""
        return [self.values[name][0] for name in _PUBLISHED if name in self.values]

    @property
    def updated(self) -> list[str]:
        """Candidates for the date of the last change."""
        return [self.values[name][0] for name in _UPDATED if name in self.values]

    @property
    def authors(self) -> list[str]:
        """Named authors; addresses of profile pages are left out."""
        for name in _AUTHORS:
            named = [value for value in self.values.get(name, ()) if "://" not in value and "@" not in value]
            if named:
                return named
        return []

    @property
    def outlet(self) -> str:
        """The name of the site."""
        return next((value for name in _OUTLETS for value in self.values.get(name, ()) if "://" not in value), "")

    @property
    def language(self) -> str:
        """The language tag, as declared."""
        return self.first(_LANGUAGES)


def read_head(tree: HtmlElement) -> Head:
    """The meta elements of the whole page (old pages put them anywhere) and its title."""
    head = Head()
    for meta in tree.iter("meta"):
        content = meta.get("content")
        if not content:
            continue
        content = tidy(content[:2000])
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            for name in (meta.get(attribute) or "").lower().split():
                if content:
                    head.values.setdefault(name, []).append(content)
    title = next(tree.iter("title"), None)
    if title is not None:
        head.title, head.title_element = tidy(title.text_content()[:2000]), title
    return head
