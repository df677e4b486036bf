"""The wording of a question, where the article quotes it as the question that was asked."""

import re

#: A question in quotation marks; a story quotes no longer ones.
_QUESTION = re.compile(r"[“\"](?P<text>[^“”\"\n]{12,400}\?)[”\"]")
#: What tells that the quoted words were put to respondents, not said by somebody.
_ASKED = re.compile(
    r"(?i)\b(?:ask(?:ed|s|ing)?|questions?|respon(?:ses|ded)|answer(?:ed|s)?|reply|replied|put to)\b[^.!?“”\"]*$"
)
#: A statement put to respondents: "asked whether the mayor “has …”", "disagreed that the mayor “has …”".
_STATEMENT = re.compile(r"[“\"](?P<text>[^“”\"\n]{12,400}?)[.,;]?[”\"]")
_PUT = re.compile(
    r"(?i)\b(?:ask(?:ed|s|ing)?\b[^.!?“”\"]{0,60}\b(?:whether|if)"
    r"|(?:dis)?agree[ds]?\s(?:that|with\sthe\sstatement(?:\sthat)?))(?:\s[\w’'-]+){0,6}\s$"
)
#: What was asked in a report's own words: "asked whether taxes should rise, 40 percent", "Asked about the mayor, half".
_ASKED_ABOUT = re.compile(
    r"(?i)\b(?:ask(?:ed|s|ing)|questioned|quizzed)\b(?:\s(?!whether\b)[\w’'-]+){0,3}?"
    r"\s(?:whether|if|about|on|what|which|who|how|when|why|for)\s(?P<text>[^.!?;:“”\"\n]{8,200}?),\s"
)
_STOP = re.compile(r"[.!?][”\"’)]?\s+(?=[A-Z“\"])")
#: So many words at least make a statement; fewer are quoted for their colour.
_WORDS = 5
#: How many words may stand between what was asked and the figure that answers it.
_NEAR = 25
_REACH = 160


def quoted_question(text: str, figure: int) -> tuple[int, int] | None:
    """Where the wording of what was put to respondents stands that the figure at offset `figure` answers.

    What is quoted behind the figure in its sentence goes before the nearest quotation before it in its paragraph.

    The range is that of the words inside the quotation marks, without a stop or comma that only ends the sentence.
    """
    start, end = text.rfind("\n", 0, figure) + 1, text.find("\n", figure)
    behind = _put(text, figure, len(text) if end < 0 else end, figure)
    if behind and not re.search(r"[.!?]\s", text[figure : behind[0]]):
        return behind
    found, place = None, start
    while place_found := _put(text, place, figure, start):
        found, place = place_found, place_found[1]
    return found


def asked_about(text: str, figure: int) -> tuple[int, int] | None:
    """Where a report says in its own words what the figure at offset `figure` answers, before it in its sentence."""
    start = text.rfind("\n", 0, figure) + 1
    for stop in _STOP.finditer(text, start, figure):
        start = stop.end()
    clauses = list(_ASKED_ABOUT.finditer(text, start, figure))
    near = clauses and len(text[clauses[-1].end() : figure].split()) <= _NEAR
    return clauses[-1].span("text") if near else None


def _put(text: str, start: int, end: int, since: int) -> tuple[int, int] | None:
    """The first question or statement put to respondents in text[start:end]; what tells so stands behind `since`."""
    for match in _QUESTION.finditer(text, start, end):
        if _ASKED.search(text, max(since, match.start() - _REACH), match.start()):
            return match.span("text")
    for match in _STATEMENT.finditer(text, start, end):
        told = len(match["text"].split()) >= _WORDS
        if told and _PUT.search(text, max(since, match.start() - _REACH), match.start()):
            return match.span("text")
    return None
