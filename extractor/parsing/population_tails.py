"""What follows a group noun and narrows it: "in Ohio", "aged 70 and older", "with degrees", "who voted early"."""

from collections.abc import Sequence

from extractor.parsing.ages import age_at
from extractor.parsing.population_clauses import MARKS, Clauses
from extractor.parsing.population_incomes import Incomes
from extractor.parsing.population_tail_words import TailWords
from extractor.parsing.population_unlisted import name_end, no_places, part_alone
from extractor.parsing.population_words import Table, Word, matches_at

_MAX_PARTICIPLE = 9
_MAX_POLL = 7
_MAX_STATE = 12
_DEGREES = frozenset(("most", "very", "extremely", "highly", "least", "not", "more", "less", "somewhat"))
_THIS = frozenset(("the", "this", "last", "past", "earlier"))
_NAME_JOINTS = frozenset(("and", "of", "for", "&", "/", "-"))
_NEW_PHRASE = frozenset(("in", "of", "and", "who", "that", "for", "by"))
_BEFORE_NOUN = frozenset(("to", "a", "an", "the", "their", "his", "her"))


class Tails:
    """Reads the words after a head noun."""

    def __init__(self, words: Sequence[Word], table: Table, forms: TailWords) -> None:
        self.words = words
        self.table = table
        self.forms = forms
        self.clauses = Clauses(words, forms)
        self.incomes = Incomes(words, forms)

    def extend(self, i: int, start: int, *, needed: bool = False, counted: bool = False) -> int:
        """The end of the group whose head ends before word `i`.

        `needed` is set for "those", which is no group without what follows, `counted` right after "percent of".  A
        relative clause belongs to the group if a further report verb closes it, or if the group stands after "among";
        else it is the answer ("the share of voters who approve").
        """
        end = self.skip_asked(i)
        last = i
        for _ in range(4):
            after = (
                self._leaning(end)
                or self._place(end, counted)
                or self._age(end)
                or self._with(end, start)
                or self._of(end)
            )
            after = after or self._state(end, needed) or self._participle(end, counted)
            after = after or self._inside(end, start, counted) or self.incomes.earning(end)
            if not after:
                break
            end = last = after
        if self._lower(end) in self.forms.relatives or (self._lower(end) == "that" and needed):
            return self.clauses.narrowing(end, start, needed=needed) or last
        return last

    def relative(self, i: int, start: int) -> int | None:
        """The end of a clause with "who" at word `i`, if it narrows those asked: "among those polled who own a car"."""
        return self.clauses.narrowing(i, start, needed=False) if self._lower(i) in self.forms.relatives else None

    def skip_asked(self, i: int) -> int:
        """The word after "surveyed", "polled in the survey" and the like."""
        if self._lower(i) in self.forms.asked:
            i = self._by_name(self._when(i + 1))
        return self._in_poll(i) or self._in_whole(i) or i

    def _when(self, i: int) -> int:
        """The word after "in late March" or "last week"."""
        j = i + (self._lower(i) in ("in", "on", "during", "since"))
        while self._lower(j) in _THIS:
            j += 1
        if self._lower(j) not in self.forms.times:
            return i
        while self._lower(j) in self.forms.times or self._lower(j).isdigit():
            j += 1
        return j

    def _by_name(self, i: int) -> int:
        """The word after "by Gallup" or "by the Times and Siena College", whoever asked."""
        j = i + 1 + (self._lower(i + 1) == "the")
        if self._lower(i) != "by" or not self._upper(j):
            return i
        while self._upper(j) or (self._lower(j) in _NAME_JOINTS and self._upper(j + 1)):
            j += 1
        return j

    def _in_whole(self, i: int) -> int | None:
        """The word after "in the state", which only points to where the poll was taken."""
        if self._lower(i) not in ("in", "across", "around") or self._lower(i + 1) not in ("the", "this", "that"):
            return None
        return i + 3 if self._lower(i + 2) in self.forms.whole and self._lower(i + 3) != "of" else None

    def _in_poll(self, i: int) -> int | None:
        """The word after "in the survey" or "in this month's Marist poll", which narrows nothing."""
        if self._lower(i) not in ("in", "for", "by"):
            return None
        for j in range(i + 1, min(i + _MAX_POLL, len(self.words))):
            word = self.words[j]
            if word.lower in self.forms.polls:
                return j + 1 if j > i + 1 else None
            joint = word.lower == "'s" or word.text in "/&"
            if word.lower in self.forms.reports or word.lower in _NEW_PHRASE or not (joint or word.text[0].isalnum()):
                return None
        return None

    def _lower(self, i: int) -> str:
        return self.words[i].lower if 0 <= i < len(self.words) else ""

    def _place(self, i: int, counted: bool) -> int | None:
        """ "in Ohio", "in the 11 swing states", "from rural areas", "in both countries" """
        if self._lower(i) not in ("in", "from", "across", "outside") or self._in_poll(i):
            return None
        k = i + 1
        found = self._place_at(k) or part_alone(self.words, k)
        if found:
            while self._lower(found) in (",", "and") and (
                more := self._place_at(found + (2 if self._lower(found + 1) == "and" else 1))
            ):
                found = more
            return found
        if self._lower(i) == "in" and (name := self._name(k, verb=not counted)):
            return name
        for j in range(k, min(k + 5, len(self.words))):
            word = self.words[j].lower
            if word in self.forms.areas:
                return j + 1
            if not (word[0].isalnum()) or word in self.forms.reports:
                break
        return None

    def _inside(self, i: int, start: int, counted: bool) -> int | None:
        """ "in the retail industry", if a report verb follows"""
        if self._lower(i) != "in" or self._in_poll(i) or not (counted or self._lower(i + 1) in _BEFORE_NOUN):
            return None
        for j in range(i + 1, min(i + 10, len(self.words))):
            if self.words[j].lower in self.forms.reports or (not counted and self._closes(j, start)):
                while self._lower(j - 1).endswith("ly") or self._lower(j - 1) in ("also", "still", "now"):
                    j -= 1  # noqa: PLW2901
                return j if j > i + 1 + (not counted) else None
            if not self.words[j].text[0].isalpha() or self.words[j].lower in self.forms.times:
                return None
        return None

    def _closes(self, j: int, start: int) -> bool:
        """Whether a mark ends the description of a group: "Renters in a flat (30%)", "Among renters in a flat, 30%"."""
        bracket = self.words[j].text == "(" and self._lower(j + 1)[:1].isdigit()
        return bracket or (self.words[j].text == "," and self.clauses.is_after_among(start))

    def _state(self, i: int, needed: bool) -> int | None:
        """ "concerned about the river", "worried their rent would rise" after "those" """
        k = i
        while self._lower(k) in _DEGREES:
            k += 1
        if not needed or self._lower(k) not in self.forms.states:
            return None
        verbs = int(self._lower(k) in self.forms.clausal)
        for j in range(k + 1, min(k + _MAX_STATE, len(self.words))):
            word = self.words[j]
            if word.lower in self.forms.reports and self._lower(j - 1) not in self.forms.auxiliaries:
                verbs -= 1
            if word.text[0] in MARKS or word.lower == "%" or verbs < 0:
                return j
        return None

    def _name(self, i: int, *, verb: bool) -> int | None:
        """The word after a name that no lexicon lists, which a verb or, unless `verb`, a joint must follow."""
        end = name_end(self.words, i)
        if end == i or not no_places().isdisjoint(word.lower for word in self.words[i:end]):
            return None
        joints = ("(",) if verb else ("and", "but", ",", "(")
        return end if self._lower(end) in self.forms.reports or self._lower(end) in joints else None

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

    def _with(self, i: int, start: int) -> int | None:
        if self._lower(i) not in ("with", "without"):
            return None
        for j in range(i + 1, min(i + 7, len(self.words))):
            word = self.words[j].lower
            if word in self.forms.attributes:
                return self._rest_of_attribute(j)
            if word in self.forms.views:
                return None if self.clauses.is_counted(start) else self._before_verb(j + 1)
            if (not word[0].isalnum() and word not in "'$") or word in self.forms.reports:
                return None
        return None

    def _before_verb(self, i: int) -> int | None:
        """The report verb that follows soon, without a mark between."""
        for j in range(i, min(i + _MAX_PARTICIPLE, len(self.words))):
            if self.words[j].lower in self.forms.reports:
                return j
            if self.words[j].text[0] in MARKS:
                return None
        return None

    def _rest_of_attribute(self, j: int) -> int:
        """The word after an attribute: "degree", "degree or higher", "college education"."""
        end = j + 1
        while self._lower(end) in self.forms.attributes:
            end += 1
        if self._lower(end) == "or" and self._lower(end + 1) in ("less", "more", "higher"):
            end += 2
        return self.incomes.amount(end) or end

    def _of(self, i: int) -> int | None:
        """ "supporters of Mr. Macron", "parents of school-age children" """
        if self._lower(i) != "of" or self._lower(i - 1) not in self.forms.of_names:
            return None
        j = i + 1
        while j < min(i + 6, len(self.words)) and self._in_name(j):
            j += 1
            word = self.words[j - 1].text
            plural = word.endswith("s") and word[0].islower()
            named = word[0].isupper() and not (
                self._upper(j) or (self._lower(j) == "." and self._lower(j - 1) in self.forms.titles)
            )
            if plural or named:
                break
        return j if j > i + 1 else None

    def _in_name(self, j: int) -> bool:
        word = self.words[j]
        if word.text == ".":
            return self._lower(j - 1) in self.forms.titles
        return (
            word.text[0].isalpha()
            and word.lower not in self.forms.reports
            and word.lower not in self.forms.relatives
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
                        self._lower(end) in self.forms.leanings
                        or any(e.role in ("head", "everyone") for e in matches_at(self.words, end, self.table))
                    ):
                        end += 1
                return end
            if not word[0].isalpha() or word in self.forms.reports:
                return None
        return None

    def _participle(self, i: int, counted: bool) -> int | None:
        """ "earning less than $50,000"; right after "percent of" a report verb must follow, else it is the answer"""
        k = i
        while self._lower(k) in _DEGREES:
            k += 1
        if self._lower(k) not in self.forms.participles:
            return None
        j = k + 1
        while j < len(self.words) and j - i < _MAX_PARTICIPLE:
            word = self.words[j]
            stop = (
                word.text[0] in MARKS
                or word.lower == "%"
                or (word.text[0].isdigit() and self._lower(j - 1) == "and")
                or (word.lower in self.forms.reports and self._lower(j - 1) not in _BEFORE_NOUN)
            )
            if stop or (word.lower in ("by", "while", "but") and j > k + 1):
                break
            j += 1
        parallel = self._lower(j - 1) == "and" and self._lower(j)[:1].isdigit()
        closed = self._lower(j) in self.forms.reports and self._lower(j - 1) not in self.forms.relatives
        if counted and not closed and not parallel:
            return None
        return j - parallel if j - parallel > k + 1 else None
