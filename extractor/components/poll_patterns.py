"""The compiled patterns of poll mentions, from the words of ``polls.toml``."""

import re
from functools import cache

from extractor.lexicons.loader import load
from extractor.lexicons.schema import DateWords, PollWords

#: How far behind its noun (characters) the name of a pollster is sought.
NOUN_REACH = 150

_CAPITAL = r"(?:(?:[A-ZÀ-Þ]|\d+(?=[A-Za-z]))[\w’'.&-]*[\w&]|[A-ZÀ-Þ])"


class Patterns:
    """Compiled once per language."""

    def __init__(self, polls: PollWords, dates: DateWords) -> None:
        words, marks = polls.words, polls.patterns
        nouns = polls.nouns
        self.modifiers = frozenset(words["modifiers"])
        self.title_words = frozenset(words["title_words"])
        self.dotted = frozenset(words["dotted"])
        self.articles = frozenset(word.capitalize() for word in ("the", *polls.determiners["fresh"], "this", "that"))
        self.describing = tuple(words["describing"])
        self.openers = frozenset(words["openers"])
        self.not_names = frozenset((*words["not_names"], *words["openers"]))
        self.connectors = frozenset(words["connectors"])
        self.determiners = {kind: frozenset(found) for kind, found in polls.determiners.items()}
        self.adjectives = self.modifiers.union(*(self.determiners[kind] for kind in ("newest", "earlier", "other")))
        self.phrase_openers = self.adjectives | self.determiners["definite"] | self.determiners["fresh"]
        self.calendar = frozenset(
            [*(m.lower() for m in dates.months), *(d.lower() for d in dates.weekdays), *dates.words["seasons"]]
        )
        self.noun = re.compile(
            rf"(?<![\w/@#])(?:(?P<average>(?:polling )?(?:{any_of(nouns['average'])}))|(?P<strong>{any_of(nouns['strong'])})"
            rf"|(?P<weak>{any_of(nouns['weak'])}))(?![\w/])(?!-\w)",
            re.IGNORECASE,
        )
        self.poll_word = re.compile(r"\b(?:polls?|polling|surveys?)\b", re.IGNORECASE)
        self.average_after = re.compile(r"\s+(?:average|of polls|aggregate)", re.IGNORECASE)
        self.not_noun = re.compile(
            r"(?:to|at|from|for)\s+the\s+polls\b|polls?\s+(?:at|well|ahead|better|behind|open|close|tax|watch|work|station|number)"
            r"|(?:public|we|they|could|to|can|also)\s+survey\b|(?:that|which|who)\s+averages(?!s)|pollst|in the polls?\s+and\b|job\s+survey|(?:polls?|surveys?)\s+respondents?\b",
            re.IGNORECASE,
        )
        self.plural = re.compile(
            r"(?:polls|surveys|averages|trackers|barometers|studies|reports|pollsters|researchers|polling|data|numbers|figures|findings|results)$",
            re.IGNORECASE,
        )
        self.capital = re.compile(r"(?<![\w/])[A-Z0-9][\w’'&.-]*")
        connectors = any_of(word for word in words["connectors"] if word != "in")
        token = rf"{_CAPITAL}(?:\s*/\s*{_CAPITAL})*"
        body = rf"{token}(?:\s+(?:(?:{connectors})\s+){{0,2}}{token}){{0,8}}"
        self.name = re.compile(rf"\s*(?:[Tt]he\s+)?(?P<name>{body})")
        self.name_joint = re.compile(
            r"(?:\s*\([^()]{0,40}\))?\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s*/\s*)(?=(?:the\s+)?[A-Z])"
        )
        self.agent_lead = re.compile(
            rf"\b(?:by(?:\s+(?-i:[a-z-]+)){{1,4}}?\s+(?:at|of|from)|by|from|at|{any_of(marks['for_whom'])})\b", re.IGNORECASE
        )
        self.blocking = re.compile(rf"[;:]|\b(?:{any_of(marks['blocking'])})\b", re.IGNORECASE)
        self.done = re.compile(
            rf"\b(?:{any_of((*marks['carried_out'], *marks['published'], *marks['sponsored']))})\b", re.IGNORECASE
        )
        dated = any_of(
            (
                *dates.weekdays,
                *dates.months,
                *dates.words["seasons"],
                "this",
                "last",
                "in",
                "on",
                "week",
                "month",
                "year",
                "earlier",
            )
        )
        self.nothing = re.compile(rf"(?:[\s,.\d-]|\b(?:{dated})\b)*$", re.IGNORECASE)
        self.plain_of = re.compile(r"\s+of\s+[^,.;]{3,60}$")
        self.joint_rest = re.compile(rf"(?:\s*/\s*{_CAPITAL}(?:\s+{_CAPITAL})*)+")
        self.organisation_next = re.compile(rf"\s+(?:{any_of(words['organisation'])})\b")
        self.sponsored = re.compile(rf"\b(?:{any_of(marks['sponsored'])})\b", re.IGNORECASE)
        self.from_ok = re.compile(
            rf"\s*(?:,|(?:{any_of((*marks['carried_out'], *marks['published']))})\b.{{0,40}})?\s*$", re.IGNORECASE
        )
        self.time_lead = re.compile(
            r"\s+(?:(?:conducted|taken|published|done|carried out)\s+)?(?:(?:in|from|of)\s+(?=[A-Z0-9]|early\b|late\b|mid\b|last\b|this\b)"
            r"|(?:(?:found|noted|said|reported|showed|conducted|taken|done)\s+)?(?=(?:last|this)\s+(?:year|spring|summer|fall|autumn|winter|month)\b))"
        )
        self.reports_after = re.compile(
            rf"(?:['’]s?)?,?\s+(?:(?:also|has|have|recently|itself|first)\s+)?(?:{any_of(marks['reports'])})\b",
            re.IGNORECASE,
        )
        self.before_pollster = re.compile(
            rf"(?:^|\b)(?:{any_of(marks['before_pollster'])})\s+(?:the\s+)?$", re.IGNORECASE
        )
        self.person_after = re.compile(rf"(?:['’]s?)?\s+(?:\w+\s+)?(?:{any_of(marks['people'])})", re.IGNORECASE)
        self.possessive = re.compile(r"['’]")
        acronym = r"(?:\s+\((?P<acronym>[A-Z][A-Za-z-]{1,9})\))?"
        asked = any_of(word for word in marks["asked_people"] if word != "questioned")
        released = any_of(marks["released_poll"])
        strong = any_of(nouns["strong"])
        said = rf"(?P<name>{body}){acronym}"
        together, firms = any_of(marks["together_with"]), any_of(marks["firms"])
        #: How a name is said to have asked: role, a cue that must be there at all, the pattern.
        self.agents = tuple(
            (role, re.compile(cue), re.compile(pattern))
            for role, cue, pattern in (
                (
                    "conducting",
                    r"conduct|carried",
                    rf"{said},\s+(?:which|who)\s+(?:helped\s+)?(?:conduct(?:s|ed)?|carried\s+out)\b",
                ),
                ("conducting", together, rf"\b(?:{together})\s+(?:the\s+)?(?P<name>{body})"),
                (
                    "releasing",
                    rf"\b(?:{released})\s+(?:a|an|its|the)\b.{{0,60}}?\b(?:{strong}|study)\b",
                    rf"{said}\s+(?:{released})\s+(?:a|an|its|the)\s+(?:[\w-]+\s+){{0,4}}(?:{strong}|study)\b",
                ),
                ("asking", rf"\b(?:{asked})\b", rf"{said}\s+(?:recently\s+|also\s+)?(?:{asked})\b(?!\s+by)"),
                ("asking", firms, rf"\b(?:{firms}),?\s+(?P<name>{body}){acronym}"),
                (
                    "finding",
                    r"found\s+(?:that\b|\d)",
                    rf"{said}(?:\s+[—–-]\s+[^—–]{{3,80}}\s+[—–-])?\s+(?:recently\s+)?found\s+(?:that\b|\d)",
                ),
            )
        )
        self.agent_cue = re.compile("|".join(cue.pattern for _, cue, _ in self.agents))
        self.listed_after = re.compile(r"(?:\s*\([^()]{0,40}\))?\s*(?::\s|[–—]\s|\d)(?=.{0,60}\d|\s*$)")
        self.has_figure = re.compile(
            r"\s+(?:right\s+)?(?:at|has|had|with|found|finds|shows?|showed|puts?|gave|gives)\s+(?:[\w’'.]+\s+){0,4}?(?:at\s+)?\d"
        )
        self.bracket = re.compile(r"\s*\(")
        self.credit = re.compile(rf"\b(?:{any_of(words['credits'])})\b")
        self._word = re.compile(r"[A-Za-z]{4,}")

    def is_title_case(self, text: str) -> bool:
        """Whether most words begin with a capital, as in headlines, where capitals tell nothing."""
        found = self._word.findall(text)
        return len(found) > 6 and sum(word[0].isupper() for word in found) > 0.75 * len(found)

    def of_organisation(self, text: str, noun: re.Match[str]) -> bool:
        """Whether the noun is a word of an organisation's name: "Pew Research Center", "CNN Polling Center"."""
        return noun.group(0)[0].isupper() and self.organisation_next.match(text, noun.end()) is not None


def any_of(words: object) -> str:
    """An alternation of literal words, the longest first."""
    return "|".join(re.escape(str(w)).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))  # type: ignore[call-overload]


@cache
def patterns(language: str) -> Patterns:
    """The patterns of one language."""
    return Patterns(load(PollWords, language, "polls"), load(DateWords, language, "dates"))
