"""Are two reports about one poll?  Several kinds of evidence, each with a weight and a reason.

No kind decides alone: a match needs two that hold independently, and the sum must reach `ENOUGH`.
"""

from collections import Counter
from dataclasses import dataclass

from extractor.matching.blocking import is_distinctive
from extractor.matching.evidence import FigureEvidence, compare_figures
from extractor.matching.names import agreement
from extractor.matching.periods import Period
from extractor.matching.profiles import PollProfile

#: The sum of weights from which two reports are one poll.
ENOUGH = 5.0

_NAMES = {"equal": 3.0, "part": 2.5, "overlap": 1.5, "disjoint": -5.0, "unnamed": 0.0}
_JOINT_BONUS = 0.5
_NEVER = -20.0
#: From so many shares in common on, chance is ruled out even where their answers are worded differently.
_MANY = 4
_MONTH = 31
#: What all that figures can say for one poll comes to: further ones in common, those that agree, across populations,
#: and of an earlier wave.
_ALL_FIGURES = 0.5 * 4 + 1.25 * 4 + 0.75 * 4 + 0.5 * 3
_COPY = 2.0
#: How many kinds of evidence two reports need that name other pollsters.
_OTHERS_ANCHORS = 3
#: How much more must speak for one poll where a report bears no date: years may lie between the two.
_UNDATED = 1.0


@dataclass(frozen=True, slots=True)
class Match:
    """Two reports of one poll, the smaller id first, and why: each reason with its weight."""

    a: str
    b: str
    score: float
    reasons: tuple[tuple[str, float], ...]

    def explain(self) -> str:
        """The reasons as words, the strongest first."""
        return ", ".join(text for text, weight in sorted(self.reasons, key=lambda r: (-r[1], r[0])) if weight > 0)


@dataclass(slots=True)
class _Sum:
    reasons: list[tuple[str, float]]
    anchors: int = 0
    """How many kinds of evidence speak for one poll by themselves."""
    is_dated: bool = False
    """Whether sample size or days of fieldwork agree."""
    is_prompt: bool = False
    """Whether the reports were published within three days."""

    def add(self, text: str, weight: float, *, anchor: bool = False) -> None:
        if weight:
            self.reasons.append((text, weight))
        self.anchors += anchor

    @property
    def score(self) -> float:
        return sum(weight for _, weight in self.reasons)


def match(a: PollProfile, b: PollProfile) -> Match | None:
    """The match of two reports, or None if they are not (or not known to be) of one poll.

    Symmetric.  Two polls of one article are never one: the article tells them apart.
    """
    if a.article_id == b.article_id or a.poll_id == b.poll_id:
        return None
    if a.poll_id > b.poll_id:
        a, b = b, a
    total = _Sum([])
    names = agreement(a.names, b.names)
    _names(total, a, names)
    _places(total, a, b)
    if total.score < _NEVER / 2:
        return None
    _sizes(total, a, b)
    _dates(total, a, b)
    enough = ENOUGH if is_dated(a) and is_dated(b) else ENOUGH + _UNDATED
    if not _in_reach(total, a, b, names, enough):
        return None
    figures = compare_figures(a, b)
    _figures(total, figures)
    if figures.agree > _MANY and not figures.conflict:
        # So many figures on one day are no chance, even if nobody is named.
        total.anchors += _on_one_day(a, b)
    told = figures.agree or figures.swapped + figures.crossed > 1
    if total.is_prompt and total.anchors == 1 and told and not (figures.conflict or figures.outdated):
        # A short report has one figure; by one pollster within days it is hardly of two polls.
        total.anchors += names in ("equal", "part")
    if a.root == b.root:
        total.add("one article is a copy of the other", _COPY, anchor=True)
        total.is_dated = True
    if total.score < enough or total.anchors < 2:
        return None
    named = names not in ("unnamed", "disjoint")
    if not _sure_of_wave(total, figures) or not (named or _enough_without_names(total, figures, names)):
        return None
    return Match(a.poll_id, b.poll_id, round(total.score, 3), tuple(total.reasons))


def _in_reach(total: _Sum, a: PollProfile, b: PollProfile, names: str, enough: float) -> bool:
    """Whether figures, and one being a copy of the other, could still make a match; they take the longest to compare.

    Most pairs of a large block are settled by this: other pollsters, other days.
    """
    copied = a.root == b.root
    anchors = total.anchors + 1 + copied + _on_one_day(a, b) + (total.is_prompt and names in ("equal", "part"))
    needed = _OTHERS_ANCHORS if names == "disjoint" else 2
    return anchors >= needed and total.score + _ALL_FIGURES + _COPY * copied >= enough


def _on_one_day(a: PollProfile, b: PollProfile) -> bool:
    """Whether both were published at about the same time, as far as that is known."""
    return a.published is not None and b.published is not None and a.published.gap(b.published) <= 3


def is_dated(profile: PollProfile) -> bool:
    """Whether fieldwork or publication is known to the month."""
    dates = (profile.field_end, profile.published)
    return any(date is not None and date.last - date.first <= _MONTH for date in dates)


def _sure_of_wave(total: _Sum, figures: FigureEvidence) -> bool:
    """Whether the reports are of one wave.  Two waves by one pollster share some figures by chance, so where neither
    sample size nor days of fieldwork agree, hardly any may differ, and fewer still if days lie between the reports."""
    if total.is_dated or not figures.conflict:
        return True
    return figures.agree + figures.crossed + figures.earlier >= (2 if total.is_prompt else 3) * figures.conflict


def _enough_without_names(total: _Sum, figures: FigureEvidence, names: str) -> bool:
    """Topic and a few figures are not enough where no pollster is shared; other names need all the rest to agree."""
    if names == "disjoint":
        return total.anchors >= _OTHERS_ANCHORS and figures.agree >= 4 and not figures.conflict
    return figures.agree >= (2 if total.is_dated else 4) and figures.agree > 2 * figures.conflict


def _names(total: _Sum, a: PollProfile, names: str) -> None:
    weight = _NAMES[names] + (_JOINT_BONUS if names == "equal" and len(a.names) > 1 else 0.0)
    words = {
        "equal": "same pollsters",
        "part": "same pollster",
        "overlap": "one pollster in common",
        "disjoint": "other pollsters",
    }
    total.add(words.get(names, ""), weight, anchor=weight >= _NAMES["part"])


def _places(total: _Sum, a: PollProfile, b: PollProfile) -> None:
    if a.countries and b.countries and not a.countries & b.countries:
        total.add("other countries", _NEVER)
    if a.regions and b.regions and not a.regions & b.regions:
        total.add("other regions", _NEVER)


def _sizes(total: _Sum, a: PollProfile, b: PollProfile) -> None:
    common = a.sizes & b.sizes
    if any(map(is_distinctive, common)):
        total.add("same sample size", 3.0, anchor=True)
        total.is_dated = True
    elif common:
        total.add("same round sample size", 0.75)
    elif a.sizes and b.sizes:
        if any(is_rounding(x, y) for x in a.sizes for y in b.sizes):
            total.add("sample sizes agree when rounded", 0.5)
        else:
            total.add("other sample sizes", -2.5)
    if a.margins and b.margins:
        total.add(*(("same margin of error", 0.5) if a.margins & b.margins else ("other margins of error", -0.75)))


def is_rounding(x: int, y: int) -> bool:
    """Whether one size is the other one rounded: 1,000 of 1,003, 4,500 of 4,482; two round sizes are not."""
    low, high = sorted((x, y), key=lambda size: (len(str(size).rstrip("0")), size))
    if low % 50 or x == y:
        return False
    place = int("1" + "0" * (len(str(low)) - len(str(low).rstrip("0"))))
    # A size "about 1,000" is hardly off by more than five in a hundred.
    return 100 * abs(high - low) <= min(100 * max(place, 50), 5 * low)


def _dates(total: _Sum, a: PollProfile, b: PollProfile) -> None:
    if a.field_end and b.field_end:
        _fieldwork(total, a, b)
        if not (a.field_end.is_day and b.field_end.is_day) and a.published and b.published:
            _published(total, a.published.gap(b.published))
    elif a.published and b.published:
        lagged = (_lag(a.field_end, b.published), _lag(b.field_end, a.published))
        for lag in lagged:
            if lag is not None and lag < -1:
                total.add("published before the fieldwork ended", -5.0)
                return
        _published(total, a.published.gap(b.published))
    elif a.field_end and b.published:
        _lagged(total, _lag(a.field_end, b.published))
    elif b.field_end and a.published:
        _lagged(total, _lag(b.field_end, a.published))


def _lag(field_end: Period | None, published: Period | None) -> int | None:
    """Days from the end of fieldwork to publication, at most; negative if published before."""
    return published.last - field_end.first if field_end and published else None


def _lagged(total: _Sum, lag: int | None) -> None:
    if lag is None:
        return
    if lag < -1:
        total.add("published before the fieldwork ended", -5.0)
    else:
        total.add("published soon after the fieldwork", 0.75 if lag <= 31 else -1.5)


def _published(total: _Sum, days: int) -> None:
    total.is_prompt = days <= 3
    steps = ((3, 1.5), (10, 1.0), (31, -0.5), (120, -2.0))
    weight = next((weight for limit, weight in steps if days <= limit), -3.0)
    total.add("published at about the same time" if weight > 0 else "published far apart", weight)


def _fieldwork(total: _Sum, a: PollProfile, b: PollProfile) -> None:
    assert a.field_end and b.field_end
    starts = (a.field_start, b.field_start)
    ends_meet = a.field_end.meets(b.field_end)
    starts_meet = starts[0].meets(starts[1]) if starts[0] and starts[1] else None
    to_the_day = a.field_end.is_day and b.field_end.is_day
    if ends_meet and starts_meet is not False:
        if not to_the_day:
            total.add(
                "fieldwork in the same month" if _months(a, b) else "fieldwork in the same year", 1.0 * _months(a, b)
            )
        elif starts_meet:
            total.add("same days of fieldwork", 4.0, anchor=True)
            total.is_dated = True
        else:
            total.add("same last day of fieldwork", 3.0, anchor=True)
            total.is_dated = True
    elif ends_meet or starts_meet:
        # One of the two days differs: a misprint, or a wave of a rolling poll.
        total.add("one day of fieldwork in common", 0.0)
        total.add("other days of fieldwork", -1.5)
    else:
        total.add("other days of fieldwork", -3.5)


def _months(a: PollProfile, b: PollProfile) -> bool:
    return all(end is not None and end.last - end.first <= _MONTH for end in (a.field_end, b.field_end))


def _figures(total: _Sum, figures: FigureEvidence) -> None:
    both = figures.agree + (figures.swapped + figures.crossed) // 2
    further = figures.alike - figures.agree
    if further > 0 and figures.alike >= _MANY and 2 * figures.alike >= figures.shares:
        total.add(f"{further} further figures in common", 0.5 * min(further, 4))
        both += 2 * (further >= _MANY)
    if figures.agree:
        total.add(f"{figures.agree} figures agree", 1.25 * min(figures.agree, 4), anchor=both >= 2)
    if figures.swapped:
        total.add(f"{figures.swapped} figures agree across populations", 0.75 * min(figures.swapped, 4))
    if figures.earlier:
        total.add("the same values of an earlier wave", 0.5 * min(figures.earlier, 3))
    if figures.conflict:
        each = 0.75 if figures.agree + figures.swapped >= 2 * figures.conflict else 1.5
        total.add(f"{figures.conflict} figures differ", -each * min(figures.conflict, 5))
    if figures.outdated:
        total.add(f"{figures.outdated} figures are the other report's earlier wave", -2.5 * min(figures.outdated, 3))


def combined(reasons: Counter[str], reports: int) -> str:
    """One sentence on why `reports` reports are held to be one poll, from how often each reason was given."""
    told = [text for text, _ in sorted(reasons.items(), key=lambda item: (-item[1], item[0]))][:4]
    return f"{', '.join(told)} ({reports} reports)"
