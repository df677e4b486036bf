"""Literal words as one pattern: a tree of shared beginnings, which fails at the first letter that no word goes on with.

It matches what the alternation of the words, the longest first, does; that tries one word after the other.
"""

import re
from collections.abc import Iterable

_Node = dict[str, "_Node"]
_END = ""


def tree(words: Iterable[str], *, space: str = r"\s+") -> str:
    r"""A group that matches any of `words`, at each place the longest; `space` is what a space in them stands for.

    >>> tree(["senator", "senate", "mayor"])
    '(?:mayor|senat(?:e|or))'
    """
    root: _Node = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return f"(?:{_branch(root, space)})" if len(root) == 1 else _branch(root, space)


def _branch(node: _Node, space: str) -> str:
    parts = [
        (space if letter == " " else re.escape(letter)) + _branch(below, space)
        for letter, below in sorted(node.items())
        if letter != _END
    ]
    if not parts:
        return ""
    joined = parts[0] if len(parts) == 1 and _END not in node else f"(?:{'|'.join(parts)})"
    return f"{joined}?" if _END in node else joined
