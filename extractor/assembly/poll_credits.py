"""Who took the only poll of an article where no sentence names its pollster beside the poll.

"The chamber asked its members", "Acme Research has made public what it found": whoever alone is told to ask, to find
or to be gone by, in a sentence that speaks of the poll, is credited with it.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from extractor.assembly.poll_plan import PollDraft
from extractor.components.doc_text import sentence_ranges, spans_of, text_of
from extractor.components.poll_makers import trim
from extractor.components.poll_names import Directory
from extractor.components.poll_patterns import Patterns, patterns
from extractor.components.poll_values import FIELDWORK, POLLS, SAMPLES
from extractor.components.values import FIGURES

#: A name and its place in the text.
Named = tuple[str, int, int]


def credited(only: PollDraft, doc: Doc, names: Directory) -> PollDraft:
    """The only poll of an article, by the only pollster that the article names, if no sentence tells whose it is."""
    if only.pollsters:
        return only
    known = [
        (name, span.start_char, span.end_char)
        for span in spans_of(doc, POLLS)
        for name in span._.poll.names
        if (entry := names.known(name)) and entry.kind == "pollster"
    ]
    told = _alone(known, names) or _alone(list(_askers(doc, names)), names)
    if told is None:
        return only
    name, start, end = told
    return replace(only, pollsters=(names.canonical(name),), evidence={**only.evidence, "pollsters": ((start, end),)})


def _alone(found: list[Named], names: Directory) -> Named | None:
    """The first of the names, if all mean the same."""
    return found[0] if found and all(names.same(found[0][0], name) for name, _, _ in found) else None


def _askers(doc: Doc, names: Directory) -> Iterator[Named]:
    """Organisations told to ask or to find, or that a figure goes by, where a sentence speaks of asking."""
    words, text = patterns(doc.lang_ or "en"), text_of(doc)
    marks = sorted(span.start_char for key in (POLLS, SAMPLES, FIELDWORK, FIGURES) for span in spans_of(doc, key))
    for start, end in sentence_ranges(doc):
        sentence = text[start:end]
        marked = bisect_left(marks, start) < bisect_left(marks, end) or words.agent_cue.passes(sentence)
        if not marked or words.is_title_case(sentence):
            continue
        for match in words["name"].finditer(sentence):
            at = match.start("name")
            name = trim(match["name"], words, names, initial=not at)
            if name and names.is_organisation(name) and _asks(sentence, at, match.end(), words):
                yield name, start + at, start + match.end()


def _asks(text: str, start: int, end: int, words: Patterns) -> bool:
    """Whether the name at ``start:end`` is told to ask, or is whom the poll or a figure goes by."""
    if words["asker_next"].match(text, end):
        return True
    return words["asker_before"].search(text[:start]) is not None and not words["group_next"].match(text, end)
