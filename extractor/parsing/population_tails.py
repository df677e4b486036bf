"""What follows a group noun and narrows it: "in Ohio", "aged 70 and older", "with degrees", "who voted early"."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractor.parsing.ages import age_at
from extractor.parsing.population_words import Entry, Word, matches_at, population_words

_MAX_CLAUSE = 16
_MAX_PARTICIPLE = 9
_MAX_POLL = 7
_NEW_PHRASE = frozenset(("in", "of", "and", "who", "that", "for", "by"))
_BEFORE_NOUN = frozenset(("to", "a", "an", "the", "their", "his", "her"))
_AFTER_SHARE = frozenset(("%", "percent", "per", "points", "point", "among", "of", "in", "with", "for"))
_QUOTES = frozenset("\"“”‘’'")
_MARKS = frozenset('.;:()[]—–?!\n"”“,')


@dataclass(frozen=True, slots=True)
class TailWords:
    """The words of the lexicon that tails are read by."""

    asked: frozenset[str]
    reports: frozenset[str]
    relatives: frozenset[str]
    counted: frozenset[str]
    attributes: frozenset[str]
    participles: frozenset[str]
    areas: frozenset[str]
    nesting: frozenset[str]
    titles: frozenset[str]
    leanings: frozenset[str]
    contrasts: frozenset[str]
    of_names: frozenset[str]
    auxiliaries: frozenset[str]
    takers: frozenset[str]
    polls: frozenset[str]


@cache
def tail_words(language: str) -> TailWords:
    """The words of one language."""
    lexicon = population_words(language)
    clauses = lexicon.clauses
    return TailWords(
        asked=frozenset(lexicon.everyone.asked),
        reports=frozenset(clauses.reports),
        relatives=frozenset(clauses.relatives),
        counted=frozenset(clauses.counted),
        attributes=frozenset(clauses.attributes),
        participles=frozenset(clauses.participles),
        areas=frozenset(clauses.areas),
        nesting=frozenset(clauses.nesting),
        titles=frozenset(clauses.titles),
        leanings=frozenset(clauses.leanings),
        contrasts=frozenset(clauses.contrasts),
        of_names=frozenset(clauses.of_names),
        auxiliaries=frozenset(clauses.auxiliaries),
        takers=frozenset(clauses.takers),
        polls=frozenset(clauses.polls),
    )


class Tails:
    """Reads the words after a head noun."""

    def __init__(self, words: Sequence[Word], table: dict[str, tuple[Entry, ...]], forms: TailWords) -> None:
        self.words = words
        self.table = table
        self.asked = forms.asked
        self.reports = forms.reports
        self.relatives = forms.relatives
        self.counted = forms.counted
        self.attributes = forms.attributes
        self.participles = forms.participles
        self.areas = forms.areas
        self.nesting = forms.nesting
        self.titles = forms.titles
        self.leanings = forms.leanings
        self.contrasts = forms.contrasts
        self.of_names = forms.of_names
        self.auxiliaries = forms.auxiliaries
        self.takers = forms.takers
        self.polls = forms.polls

    def extend(self, i: int, start: int, *, needed: bool = False, counted: bool = False) -> int:
        """The end of the group whose head ends before word `i`.

        `needed` is set for "those", which is no group without what follows, `counted` right after "percent of".  A
        relative clause belongs to the group if a further report verb closes it, or if the group stands after "among";
        else it is the answer ("the share of voters who approve").
        """
        end = self.skip_asked(i)
        last = i
        for _ in range(4):
            after = self._leaning(end) or self._place(end) or self._age(end) or self._with(end) or self._of(end)
            after = after or self._participle(end, counted) or (self._inside(end) if counted else None)
            if not after:
                break
            end = last = after
        if self._lower(end) in self.relatives or (self._lower(end) == "that" and needed):
            clause, closed = self._clause(end)
            if clause > end + 1 and (needed or ((closed or self._after_among(start)) and not self._is_counted(start))):
                return clause
        return last

    def skip_asked(self, i: int) -> int:
        """The word after "surveyed", "polled in the survey" and the like."""
        if self._lower(i) in self.asked:
            i += 1
        return self._in_poll(i) or i

    def _in_poll(self, i: int) -> int | None:
        """The word after "in the survey" or "in this month's Marist poll", which narrows nothing."""
        if self._lower(i) not in ("in", "for", "by"):
            return None
        for j in range(i + 1, min(i + _MAX_POLL, len(self.words))):
            word = self.words[j]
            if word.lower in self.polls:
                return j + 1 if j > i + 1 else None
            joint = word.lower == "'s" or word.text in "/&"
            if word.lower in self.reports or word.lower in _NEW_PHRASE or not (joint or word.text[0].isalnum()):
                return None
        return None

    def _lower(self, i: int) -> str:
        return self.words[i].lower if 0 <= i < len(self.words) else ""

    def _place(self, i: int) -> int | None:
        """ "in Ohio", "in the 11 swing states", "from rural areas", "in both countries" """
        if self._lower(i) not in ("in", "from", "across", "outside") or self._in_poll(i):
            return None
        k = i + 1
        found = self._place_at(k)
        if found:
            while self._lower(found) in (",", "and") and (
                more := self._place_at(found + (2 if self._lower(found + 1) == "and" else 1))
            ):
                found = more
            return found
        for j in range(k, min(k + 5, len(self.words))):
            word = self.words[j].lower
            if word in self.areas:
                return j + 1
            if not (word[0].isalnum()) or word in self.reports:
                break
        return None

    def _inside(self, i: int) -> int | None:
        """ "in the retail industry", if a report verb follows"""
        if self._lower(i) != "in" or self._in_poll(i):
            return None
        for j in range(i + 1, min(i + 8, len(self.words))):
            if self.words[j].lower in self.reports:
                return j if j > i + 1 else None
            if not self.words[j].text[0].isalpha():
                return None
        return None

    def _after_among(self, start: int) -> bool:
        k = start - 1
        while k > 0 and self._lower(k) in ("the", "all"):
            k -= 1
        return self._lower(k) in ("among", "amongst")

    def _place_at(self, i: int) -> int | None:
        for k in (i, i + 1 if self._lower(i) in ("the", "key") else i):
            if k < len(self.words):
                found = [e for e in matches_at(self.words, k, self.table) if e.role == "place"]
                if found:
                    return k + len(found[0].words)
        return None

    def _age(self, i: int) -> int | None:
        if self._lower(i) in ("who", ",") and self._lower(i + 1) in ("are", "aged", "ages", "age"):
            i += 1 if self._lower(i) == "," else 2
        word = self._lower(i)
        if word in ("the", "of"):
            return None
        aged = age_at(self.words, i, bare=False) if i < len(self.words) else None
        if aged:
            return aged[0]
        plain = age_at(self.words, i) if word.isdigit() and i < len(self.words) else None
        if plain and "-" in plain[1] and not plain[1].startswith("-"):
            low, high = (int(x) for x in plain[1].split("-"))
            return plain[0] if 15 <= low < high and self._lower(plain[0]) not in ("percent", "%", "per") else None
        return None

    def _with(self, i: int) -> int | None:
        if self._lower(i) not in ("with", "without"):
            return None
        for j in range(i + 1, min(i + 7, len(self.words))):
            word = self.words[j].lower
            if word in self.attributes:
                return self._rest_of_attribute(j)
            if (not word[0].isalnum() and word not in "'$") or word in self.reports:
                return None
        return None

    def _rest_of_attribute(self, j: int) -> int:
        """The word after an attribute: "degree", "degree or higher", "college education"."""
        end = j + 1
        while self._lower(end) in self.attributes:
            end += 1
        if self._lower(end) == "or" and self._lower(end + 1) in ("less", "more", "higher"):
            end += 2
        return end

    def _of(self, i: int) -> int | None:
        """ "supporters of Mr. Macron", "parents of school-age children" """
        if self._lower(i) != "of" or self._lower(i - 1) not in self.of_names:
            return None
        j = i + 1
        while j < min(i + 6, len(self.words)) and self._in_name(j):
            j += 1
            word = self.words[j - 1].text
            plural = word.endswith("s") and word[0].islower()
            named = word[0].isupper() and not (
                self._upper(j) or (self._lower(j) == "." and self._lower(j - 1) in self.titles)
            )
            if plural or named:
                break
        return j if j > i + 1 else None

    def _in_name(self, j: int) -> bool:
        word = self.words[j]
        if word.text == ".":
            return self._lower(j - 1) in self.titles
        return (
            word.text[0].isalpha()
            and word.lower not in self.reports
            and word.lower not in self.relatives
            and word.lower not in _NEW_PHRASE
        )

    def _upper(self, j: int) -> bool:
        return j < len(self.words) and self.words[j].text[0].isupper()

    def _leaning(self, i: int) -> int | None:
        """ "and Republican-leaning independents", "and independents who lean Democratic" """
        if self._lower(i) not in ("and", "or"):
            return None
        for j in range(i + 1, min(i + 7, len(self.words))):
            word = self.words[j].lower
            if word in ("leaners", "lean", "leaning"):
                end = j + 1
                if word != "leaners":
                    while end < min(j + 5, len(self.words)) and (
                        self._lower(end) in self.leanings
                        or any(e.role in ("head", "everyone") for e in matches_at(self.words, end, self.table))
                    ):
                        end += 1
                return end
            if not word[0].isalpha() or word in self.reports:
                return None
        return None

    def _participle(self, i: int, counted: bool) -> int | None:
        """ "earning less than $50,000"; right after "percent of" a report verb must follow, else it is the answer"""
        k = i
        while self._lower(k) in ("most", "very", "extremely", "highly", "least", "not", "more", "less"):
            k += 1
        if self._lower(k) not in self.participles:
            return None
        j = k + 1
        while j < len(self.words) and j - i < _MAX_PARTICIPLE:
            word = self.words[j]
            stop = (
                word.text[0] in _MARKS
                or word.lower == "%"
                or (word.lower in self.reports and self._lower(j - 1) not in _BEFORE_NOUN)
            )
            if stop or (word.lower in ("by", "while", "but") and j > k + 1):
                break
            j += 1
        if counted and self._lower(j) not in self.reports:
            return None
        return j if j > k + 1 else None

    def _is_counted(self, start: int) -> bool:
        """Whether the group stands in "the share of P who ...", whose clause is the answer."""
        k = start - 1
        while k > 0 and self._lower(k) in ("the", "all", "of", "u.s.", "our"):
            k -= 1
        return self._lower(k) in self.counted

    def _clause(self, i: int) -> tuple[int, bool]:
        """End of the relative clause at word `i`, and whether a further report verb closes it.

        A verb that takes a clause ("who say Smith is honest") keeps the verb of that clause too.
        """
        j = i + 1
        verbs = 0
        nested = False
        while j < len(self.words) and j - i < _MAX_CLAUSE:
            word = self.words[j]
            if word.text in _QUOTES and j - i < _MAX_CLAUSE - 1 and self._lower(j + 1)[:1].isalpha():
                j += 1
                continue
            if word.text[0] in _MARKS or word.lower in self.contrasts or self._is_share(j):
                end = j + (word.text in _QUOTES)
                return end - (self._lower(end - 1) in ("and", "or")), False
            if word.lower in self.reports and self._is_main_verb(j):
                if verbs and self.words[j - 1].lower not in self.auxiliaries:
                    if not nested or self.words[j - 1].lower in self.reports:
                        return j, True
                    nested = False
                nested = nested or (not verbs and word.lower in self.takers)
                verbs += 1
            elif not verbs and j > i + 1 and self._lower(j - 1) not in ("n't", "not"):
                verbs = 1
            j += 1
        return j, False

    def _is_share(self, j: int) -> bool:
        return self.words[j].text[0].isdigit() and self._lower(j + 1) in _AFTER_SHARE

    def _is_main_verb(self, j: int) -> bool:
        return self._lower(j - 1) not in self.nesting
