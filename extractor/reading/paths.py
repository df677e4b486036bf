"""XPaths of elements in the source page."""

import re
from collections import Counter

from lxml.html import HtmlElement

_PLAIN_NAME = re.compile(r"[A-Za-z_][\w.-]*")


class Paths:
    """Builds the XPath of one element after the other; the children of an element are numbered once.

    Like ``ElementTree.getpath``, but in time that does not grow with the number of siblings, and valid for names with
    a colon too, which pages made with an office program are full of.
    """

    def __init__(self) -> None:
        self._steps: dict[HtmlElement, dict[HtmlElement, str]] = {}
        self._paths: dict[HtmlElement, str] = {}

    def of(self, element: HtmlElement) -> str:
        """The absolute XPath of `element`."""
        chain: list[HtmlElement] = []
        at: HtmlElement | None = element
        while at is not None and at not in self._paths:
            chain.append(at)
            at = at.getparent()
        path = self._paths[at] if at is not None else ""
        for step in reversed(chain):
            parent = step.getparent()
            path += "/" + (self._numbered(parent)[step] if parent is not None else str(step.tag))
            self._paths[step] = path
        return path

    def _numbered(self, parent: HtmlElement) -> dict[HtmlElement, str]:
        steps = self._steps.get(parent)
        if steps is None:
            children = list(parent)
            totals = Counter(child.tag for child in children)
            seen: Counter[object] = Counter()
            steps = {}
            for place, child in enumerate(children, start=1):
                seen[child.tag] += 1
                if not isinstance(child.tag, str) or not _PLAIN_NAME.fullmatch(child.tag):
                    steps[child] = f"*[{place}]"
                elif totals[child.tag] == 1:
                    steps[child] = child.tag
                else:
                    steps[child] = f"{child.tag}[{seen[child.tag]}]"
            self._steps[parent] = steps
        return steps
