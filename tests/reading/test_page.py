"""From bytes to an article: what is refused, what kind of text it is, identity, and properties over any input."""

import contextlib
import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from extractor.errors import UnreadableInput
from extractor.models import Article
from extractor.reading.limits import Limits
from extractor.reading.page import read_article, read_source
from extractor.reading.source import Source, SourceMeta

PAGES = Path(__file__).parent / "pages"
PAGE = (PAGES / "opengraph.html").read_bytes()

BAD = {
    "empty": b"",
    "white space": b" \n\t ",
    "binary": bytes(range(256)) * 8,
    "an image": b"\x89PNG\r\n\x1a\n" + bytes(64),
    "gigantic": b"<p>word</p>" * 200_000,
    "no text": b"<html><head></head><body><script>var a = 1;</script></body></html>",
    "no letter": b"<html><body><p>...</p></body></html>",
}


@pytest.mark.parametrize("name", BAD)
def test_refused_with_one_line(name: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_article(BAD[name], source_path="x.html", limits=Limits(max_bytes=1_000_000))
    assert str(caught.value)
    assert "\n" not in str(caught.value)


MEDIA = {
    "named text": ("x.txt", None, "<p>48%</p>", "<p>48%</p>"),
    "named text in gzip": ("x.txt.gz", None, "<p>48%</p>", "<p>48%</p>"),
    "said to be text": ("x.html", "text", "<p>48%</p>", "<p>48%</p>"),
    "named page": ("x.html", None, "<p>48%</p>", "48%"),
    "named page without markup": ("x.html", None, "48% < 52%", "48% < 52%"),
    "page without a name": ("", None, " <!-- a --><!DOCTYPE html><p>48%</p>", "48%"),
    "xhtml": ("-", None, '<?xml version="1.0" encoding="utf-8"?>\n<html><body><p>48%</p></body></html>', "48%"),
    "text without a name": ("", None, "Of them, 48% said <b>.", "Of them, 48% said <b>."),
    "record of a file of lines": ("x.jsonl#3", "html", "<p>48%</p>", "48%"),
}


@pytest.mark.parametrize("name", MEDIA)
def test_kind_of_document(name: str) -> None:
    path, media, content, text = MEDIA[name]
    assert read_article(content, source_path=path, media=media).text == text


def test_identity() -> None:
    one, two = (read_article(PAGE, source_path=path) for path in ("a.html", "b.html"))
    assert one.article_id != two.article_id
    assert one.sha256 == two.sha256 == hashlib.sha256(PAGE).hexdigest()
    assert one == read_article(PAGE, source_path="a.html")
    assert read_article(PAGE.decode(), source_path="a.html") == one


def test_source_with_what_its_container_says() -> None:
    meta = SourceMeta(
        url="https://isle.example/a", title="Ferry poll", published="2020-01-02", outlet="Isle", media="text"
    )
    article = read_source(Source("x.jsonl#1", b"They asked 903 residents.", meta))
    assert (article.title, article.published, article.outlet) == ("Ferry poll", "2020-01-02", "Isle")
    assert (article.url, article.source_path) == ("https://isle.example/a", "x.jsonl#1")


@pytest.mark.parametrize(
    ("tag", "language"),
    [('lang="de-AT"', "de"), ('lang=""', "en"), ("", "en"), ('lang="x!"', "en"), ('lang="EN_us"', "en")],
)
def test_language(tag: str, language: str) -> None:
    assert read_article(f"<html {tag}><body><p>Ein Satz</p></body></html>").language == language


def check(article: Article) -> None:
    assert article.text.strip()
    last = -2
    for block in article.blocks:
        assert block.start == last + 2  # blocks in order, parted by one blank line
        assert block.end > block.start
        last = block.end
    assert last == len(article.text)


TAGS = ("p", "div", "li", "ul", "td", "tr", "table", "h1", "title", "b", "br", "a", "script", "nav", "article", "sup")
soup = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
        st.text(max_size=30),
        st.sampled_from(
            ["Poll: 48%", "By Staff", "June 3, 2020", " ", "<!--", "-->", "&#0;", "&nbsp;", "<td colspan=9999999>"]
        ),
    ),
    max_size=60,
).map("".join)
ANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@ANY
@given(soup)
@example("<table><tr><td>a</td></tr></table>" * 3)
@example("<html><body>" + "<div>" * 3000 + "deep")
@example("<time datetime='9999999999'>x</time><p>48%")
def test_any_markup_is_read_or_refused(source: str) -> None:
    with contextlib.suppress(UnreadableInput):
        check(read_article("<html><body>" + source, source_path="x.html"))


@ANY
@given(st.binary(max_size=400), st.sampled_from(["x.html", "x.txt", ""]))
def test_any_bytes_are_read_or_refused(data: bytes, path: str) -> None:
    with contextlib.suppress(UnreadableInput):
        check(read_article(data, source_path=path))


@ANY
@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(UnreadableInput):
        check(read_article(text, source_path="x.txt"))


@pytest.mark.parametrize("name", sorted(path.name for path in PAGES.glob("*.html")))
def test_pages_hold_the_properties(name: str) -> None:
    check(read_article((PAGES / name).read_bytes(), source_path=name))
