"""What the attributes of an element say about the part of the page it is."""

import re
from functools import cache

from lxml.html import HtmlElement

from extractor.lexicons.loader import load
from extractor.lexicons.schemas.pages import Markup

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_FURNITURE_TAGS = frozenset(("nav", "footer", "aside", "amp-sidebar", "dialog"))


def lexicon() -> Markup:
    """The words of class and id attributes."""
    words: Markup = load(Markup, "shared", "markup")
    return words


@cache
def _words(value: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORDS.findall(value))


def words_of(element: HtmlElement) -> frozenset[str]:
    """The words in the class and id of `element`, in lower case."""
    if not element.attrib:
        return frozenset()
    names, ident = element.get("class"), element.get("id")
    if not names and not ident:
        return frozenset()
    value = f"{names or ''} {ident or ''}"
    return _words(value) if len(value) < 200 else frozenset()


class Parts:
    """Tells which elements stand in a part of the page that is no text of the story.

    `main` are elements known to hold the story: they and their ancestors are never furniture, whatever they are called.
    """

    def __init__(self, main: HtmlElement | None = None) -> None:
        self._furniture: dict[HtmlElement, bool] = {}
        if main is not None:
            self._furniture.update(dict.fromkeys((main, *main.iterancestors()), False))

    def is_furniture(self, element: HtmlElement) -> bool:
        """Whether `element` or something around it is furniture."""
        path, found = [], False
        at: HtmlElement | None = element
        while at is not None:
            if at in self._furniture:
                found = self._furniture[at]
                break
            path.append(at)
            if self._is_marked(at):
                found = True
                break
            at = at.getparent()
        self._furniture.update(dict.fromkeys(path, found))
        return found

    @staticmethod
    def _is_marked(element: HtmlElement) -> bool:
        if element.tag in ("html", "body"):
            return False
        if element.tag in _FURNITURE_TAGS or element.get("role") in ("navigation", "complementary", "contentinfo"):
            return True
        return not words_of(element).isdisjoint(lexicon().furniture)
