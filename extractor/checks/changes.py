"""Now, before and change of one answer, as one sentence tells them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extractor.checks.answers import is_printed, side_of
from extractor.checks.views import ArticleView
from extractor.checks.words import either, words_of
from extractor.models import Figure


@dataclass(frozen=True, slots=True)
class Move:
    """A share now and before; the change between them where it is stated; the direction that the words give.

    `direction` is 1 for a rise, -1 for a fall, 0 where the words give none.
    """

    now: Figure
    before: Figure
    change: Figure | None
    direction: int


def moves(view: ArticleView) -> list[Move]:
    """Every sentence that tells exactly one share now and one before of one answer, with at most one change.

    Population, question and answer must agree, and nothing else may be told of the same answer in the sentence.
    """
    known: list[Move] | None = view.memo.get("moves")
    if known is None:
        known = view.memo["moves"] = list(_moves(view))
    return known


def _moves(view: ArticleView) -> Iterator[Move]:
    for figures in view.sentences.values():
        if len(figures) < 2 or all(figure.wave == "current" for figure in figures):
            continue
        answers: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
        for figure in figures:
            key = view.key(figure)
            answers[(*key[:3], side_of(figure.response), view.answer(figure))].append(figure)
        for alike in answers.values():
            shares = [figure for figure in alike if figure.kind == "share"]
            changes = [figure for figure in alike if figure.kind == "change"]
            if len(shares) != 2 or len(changes) > 1 or not all(map(is_printed, shares)):
                continue
            now, before = sorted(shares, key=lambda figure: figure.wave)
            if (now.wave, before.wave) == ("current", "previous"):
                change = changes[0] if changes and is_printed(changes[0]) else None
                yield Move(now, before, change, _direction(view, now, before))


def told_moves(view: ArticleView) -> Iterator[tuple[Figure, Figure]]:
    """Two shares that the words of one sentence tell as a rise or fall, earlier value first, whatever their polls.

    "fell from A (of whomever) to B" with nothing counted between them, on the same population and answer.
    """
    for figures in view.sentences.values():
        for first, second in pairwise(figures):
            if first.kind != "share" or second.kind != "share" or not view.same_answer(first, second):
                continue
            if first.poll_id == second.poll_id and view.population(first) != view.population(second):
                continue
            if _direction(view, second, first):
                yield first, second
            elif _direction(view, first, second):
                yield second, first


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], int]]:
    lexicon = words_of()
    made = {}
    for name, cues, sign in (("rise", lexicon.rise_cues, 1), ("fall", lexicon.fall_cues, -1)):
        verb = either(cues)
        # "rose from BEFORE to NOW": the verb stands before, few words to "from", only "to" between the shares.
        made[f"{name}_from"] = (re.compile(rf"{verb}(?:\s+[\w-]+){{0,3}}\s+from\s+(?:about\s+)?$", re.IGNORECASE), sign)
        # "NOW, up (3 points) from BEFORE": nothing but the verb between the shares.
        made[f"{name}_now"] = (
            re.compile(rf"^\W*(?:percent|per cent|%)?\W*{verb}[^.;]{{0,60}}?\bfrom\s+(?:\S+\s+)?$", re.IGNORECASE),
            sign,
        )
    return made


_TO = re.compile(r"^\s*(?:percent|per cent|%)?[^.;,]{0,60}\bto\s+$", re.IGNORECASE)


def _direction(view: ArticleView, now: Figure, before: Figure) -> int:
    """The direction that "rose from 45 to 49" or "49, down from 52" claims."""
    signs = set()
    for name, (pattern, sign) in _patterns().items():
        if name.endswith("_from"):
            if before.evidence.start > now.evidence.start or not _TO.search(view.between(before, now)):
                continue
            found = pattern.search(view.before(before))
        else:
            if now.evidence.start > before.evidence.start:
                continue
            found = pattern.search(view.between(now, before))
        if found:
            signs.add(sign)
    return signs.pop() if len(signs) == 1 else 0
