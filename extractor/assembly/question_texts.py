"""The wording of a question, where the article quotes it as the question that was asked."""

import re

#: A question in quotation marks; a story quotes no longer ones.
_QUOTED = re.compile(r"[“\"](?P<text>[^“”\"\n]{12,400}\?)[”\"]")
#: What tells that the quoted words were put to respondents, not said by somebody.
_ASKED = re.compile(
    r"(?i)\b(?:ask(?:ed|s|ing)?|questions?|respon(?:ses|ded)|answer(?:ed|s)?|reply|replied|put to)\b[^.!?“”\"]*$"
)
_REACH = 160


def quoted_question(text: str, figure: int) -> tuple[int, int] | None:
    """Where the wording stands that the figure at offset `figure` answers: the nearest quoted question before it in its
    paragraph that respondents were asked.  The range is that of the words inside the quotation marks.
    """
    start = text.rfind("\n", 0, figure) + 1
    found = None
    for match in _QUOTED.finditer(text, start, figure):
        if _ASKED.search(text, max(start, match.start() - _REACH), match.start()):
            found = match.span("text")
    return found
