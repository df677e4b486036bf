"""Names that narrow a group: "Clinton supporters", "Smith, Jones and Brown supporters"."""

from extractor.parsing.population_forms import Forms
from extractor.parsing.population_words import Word

_NAME_JOINTS = frozenset(("and", "or", ",", "'s", "'"))
_MAX_NAMES = 3
#: What stands before a group that a name of a place or people narrows.
_ORIGINS = frozenset(("among", "amongst", "of", "than", "percent", "%", "cent"))
#: Who lives somewhere.
_DWELLERS = frozenset(("people", "residents", "inhabitants", "citizens"))


class Names:
    """Reads the names beside the groups of one text."""

    def __init__(self, words: list[Word], forms: Forms) -> None:
        self.words, self.forms = words, forms

    def before(self, i: int) -> int:
        """Where the group starts when a name narrows it: "Clinton supporters", "Leave voters"."""
        start = i
        while start and self.words[start - 1].lower in self.forms.adverbs:
            start -= 1
        if start and self.words[start - 1].lower == "self" and self.words[start].glued:
            start -= 1
        if start and self.words[start - 1].lower == "non" and self.words[start].glued:
            start -= 1
        backed = start - 1 if start > 1 and self.words[start - 1].lower in self.forms.backing else start
        if backed < start and self.is_name(backed - 1):
            return self._one_name(backed)
        if self.owned(i):
            return self._one_name(i)
        if start < i or self.words[i].lower not in self.forms.by_names:
            return start if start < i else self._origin(i)
        start = self._one_name(start)
        for _ in range(_MAX_NAMES):
            joint = start - 1
            if start == i or joint < 1 or self.words[joint].lower not in ("and", "or", ","):
                break
            before = self._one_name(joint)
            if before == joint:
                break
            start = before
        return start - (start > 0 and self.words[start - 1].lower == "former")

    def _origin(self, i: int) -> int:
        """Where the group starts whose noun a name of a place or people narrows: "among Yoruba respondents"."""
        if self.words[i].lower not in self.forms.by_origin:
            return i
        start = self._one_name(i)
        before = self.words[start - 1].lower if start else ""
        return start if start == i - 1 and before in _ORIGINS else i

    def owned(self, i: int) -> bool:
        """Whether word `i` is the people of a place that owns it: "Porto's people"."""
        return i > 1 and self.words[i].lower in _DWELLERS and self._is_possessive(i - 1) and self.is_name(i - 2)

    def _one_name(self, end: int) -> int:
        """Where the name (or "Smith's", "Jones'") starts that ends before word `end`; `end` if none does."""
        start = end
        if start > 1 and self._is_possessive(start - 1) and self.is_name(start - 2):
            start -= 1
        while start and end - start < 3 and self.is_name(start - 1):
            start -= 1
        return start

    def _is_possessive(self, i: int) -> bool:
        word = self.words[i].lower
        return word == "'s" or (word == "'" and self.words[i - 1].lower.endswith("s"))

    def is_name(self, i: int) -> bool:
        """Whether word `i` is written as a name, and not only because it opens a sentence."""
        word = self.words[i]
        first = i == 0 or self.words[i - 1].text[0] in '.!?\n"“'
        return word.text[0].isupper() and word.text.isalpha() and not (first and word.lower in self.forms.common)

    def after(self, i: int) -> int | None:
        """The end of "Smith, Jones and Brown supporters"."""
        j = i
        while j < min(len(self.words), i + 3 * _MAX_NAMES) and (
            self.words[j].text[0].isupper() or self.words[j].lower in _NAME_JOINTS
        ):
            j += 1
        return j + 1 if i < j < len(self.words) and self.words[j].lower in self.forms.by_names else None
