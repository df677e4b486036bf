"""How much speaks for two questions of two reports of one poll being one: wording, answers, and figures that agree."""

from dataclasses import dataclass

from extractor.matching.evidence import crosswise, related_answers
from extractor.matching.labels import country_words, dice, empty_words, is_bare, opposed, poles, same_answer
from extractor.matching.profiles import Item, QuestionProfile

#: From this likeness two questions of two reports are one.
ENOUGH = 2.5
_WORDING = 4.0
_AGREES = 1.0
_RELATED_AGREES = 0.9
_CROSSED = 0.8
#: What the agreement of a hedged number or a fraction in words is worth.
_LOOSE = 0.5
#: What the agreement of two values with decimals is worth.
_PRECISE = 1.5
#: So many content words make an answer tell its question.
_FULL = 3
_SAME_ANSWER = 0.6
#: From this likeness wordings are related.
_ALIKE = 0.4
_MOST = 4.0
_DIFFERS = -0.6
#: Under wordings that have less in common, so many figures must agree; a little fewer make two questions one where
#: neither is like another one.
_WORDED, _SURE, _TWO, _SHORT = 0.2, 2.0, 1.6, 0.1
_OTHER_NAMES = -2.0
_SIDES = ("favor", "oppose")


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for one question in all, and what of it the figures that agree.

    `crossed` is what figures would add that differ only in which of two has which, where the wordings are not related
    enough for it to count.
    """

    score: float
    agree: float
    crossed: float = 0.0


def likeness(a: QuestionProfile, b: QuestionProfile) -> Likeness:
    """How much speaks for one question; `ENOUGH` decides.  Symmetric.

    Wording alone suffices if it is nearly the same.  Where each wording names somebody the other does not, the figures
    must agree: "a favorable view of" two people is two questions.
    """
    words_a, words_b = _all_words(a), _all_words(b)
    answers = _answers(a, b)
    wording = max(dice(a.words, b.words), 0.9 * dice(words_a, words_b), answers)
    agree, conflict, crossed = _figures(a, b)
    related = wording >= _ALIKE
    if related:
        # Somebody told the values the wrong way round.
        agree += _CROSSED * crossed
        conflict -= _DIFFERS * crossed
    if answers and conflict:
        # In such words, one value that differs is rather a misprint than another question.
        conflict -= _DIFFERS
    score = _WORDING * wording + min(agree, _MOST) + max(conflict, -_MOST / 2)
    if a.names - words_b and b.names - words_a:
        score += _OTHER_NAMES
    if a.words - words_b and b.words - words_a and not agree and wording < 0.7:
        # Each says what the other does not, and no figure joins them.
        score = min(score, ENOUGH - 1)
    if wording < _WORDED and agree < _SURE:
        score = min(score, ENOUGH - _SHORT) if agree >= _TWO else 0.0
    return Likeness(score, agree, 0.0 if related or not _share_topic(a, b) else (_AGREES - _DIFFERS) * crossed)


def _answers(a: QuestionProfile, b: QuestionProfile) -> float:
    """How alike the fullest wordings of one answer of the two are: "support a complete ban on phones at school"."""
    best = 0.0
    wordings = {item.answer for item in b.items if len(item.answer.words) >= _FULL}
    for answer in {item.answer for item in a.items if len(item.answer.words) >= _FULL}:
        for other in wordings:
            if len(answer.words & other.words) >= _FULL and not opposed(answer, other):
                best = max(best, dice(answer.words, other.words))
    return best if best >= _SAME_ANSWER else 0.0


def _figures(a: QuestionProfile, b: QuestionProfile) -> tuple[float, float, int]:
    """What the figures say for and against one question, and how many of those that differ do so only in which
    population or which answer has which."""
    agree = 0.0
    differing: list[tuple[Item, Item]] = []
    for item in a.items:
        best, against = 0.0, None
        for other in b.items:
            if not _same_place(item, other):
                continue
            same = (
                same_answer(item.answer, other.answer)
                or _same_side(item, other)
                or _asked_the_rest(item, a, other)
                or _asked_the_rest(other, b, item)
            )
            if item.reading.agrees(other.reading):
                here = _AGREES if same else _RELATED_AGREES if related_answers(item, other) else 0.0
                best = max(best, here * _weight(item, other))
            elif same:
                against = other
        agree += best
        if not best and against is not None:
            differing.append((item, against))
    by_answer: dict[object, list[tuple[float, float]]] = {}
    for item, other in differing:
        pair = item.reading.value, other.reading.value
        side = item.stance if item.stance in _SIDES else item.answer
        by_answer.setdefault((side, item.kind), []).append(pair)
        if other.answer != item.answer:
            by_answer.setdefault(("told as", other.answer, item.kind), []).append(pair)
        by_answer.setdefault((item.country, item.population, item.kind), []).append(pair)
    crossed = max(map(crosswise, by_answer.values()), default=0)
    return agree, _DIFFERS * len(differing), crossed


def _share_topic(a: QuestionProfile, b: QuestionProfile) -> bool:
    """Whether two wordings name one thing, sides aside, or one of them names nothing."""
    first, second = (_all_words(question) - empty_words() for question in (a, b))
    return not first or not second or not first.isdisjoint(second)


def _same_side(item: Item, other: Item) -> bool:
    """Whether two answers take one side, and one of them says no more than that."""
    if item.answer.degrees or other.answer.degrees or item.stance != other.stance:
        return False
    pole = poles(item.answer) & poles(other.answer)
    if item.stance not in _SIDES and (not pole or item.answer.negated != other.answer.negated):
        return False
    return is_bare(item.answer) or is_bare(other.answer)


def _asked_the_rest(short: Item, question: QuestionProfile, full: Item) -> bool:
    """Whether the question of a short answer ("comfortable") says what a full one says besides it.

    In a poll of several countries, "a good impression of Spain" is "good" where people judge each other's country.
    """
    one, other = short.answer, full.answer
    if not one.words or not one.words < other.words or opposed(one, other):
        return False
    rest = other.words - one.words - question.words
    return not rest or (bool(short.country and full.country) and rest <= country_words())


def _weight(item: Item, other: Item) -> float:
    """What the agreement of two values is worth: less for "two-thirds", more for "21.1", which is hardly chance."""
    if item.reading.loose or other.reading.loose:
        return _LOOSE
    return _PRECISE if item.reading.decimals and other.reading.decimals else 1.0


def _same_place(item: Item, other: Item) -> bool:
    if item.kind != other.kind or item.previous != other.previous or item.population != other.population:
        return False
    return not item.country or not other.country or item.country == other.country


def _all_words(question: QuestionProfile) -> frozenset[str]:
    return question.words.union(*(item.answer.words for item in question.items))
