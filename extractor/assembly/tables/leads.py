"""The line above a list of groups or countries, for the answer that all of them gave: "Share in favour, by age:"."""

import re

from extractor.assembly.tables.heads import book, clean, untagged

#: The readings of a lead, the surest first; each names the answer `what`.
_LEADS = ("lead_share", "lead_side", "lead_said", "lead_many")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[\"“‘A-Z])")


def shared_answer(lead: str) -> str | None:
    """The answer that a list of groups shares, from the line above it; None if that tells none.

    >>> shared_answer("The poll had 1,002 respondents. Share in favour, by country:")
    'in favour'
    """
    whole = clean(untagged(lead))
    titled = book().pattern("share_of").match(whole)
    if titled:
        return str(titled["what"] or titled["bare"])
    asker = book().pattern("who_says").match(whole)
    if asker:
        return str(asker["what"]).rstrip("?")
    last = book().pattern("lead_tail").sub("", clean(_SENTENCE_END.split(" ".join(lead.split()))[-1]))
    for name in _LEADS:
        told = book().pattern(name).search(last)
        if told:
            return str(told["what"]).strip(" ,:") or None
    return None
