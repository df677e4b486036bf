"""The questions of one article as they come up, and the choice of one for each figure in the order of the text.

A linear model chooses for each figure among the questions of its poll so far and a new one (mention ranking over
entities, as in Rahman and Ng 2009, "Supervised models for coreference resolution").
`benchmarks/train_questions.py` makes the weights.
"""

from collections import defaultdict
from collections.abc import Sequence

from extractor.assembly.breakdowns import broken_down, of_every_group, without_opinion
from extractor.assembly.chooser import score
from extractor.assembly.clues import Clues
from extractor.assembly.links import Topic, join_features, new_features

#: How many questions back, the last answered first, a figure may return to.
_REACH = 24


class Grouping:
    """The questions of one article so far."""

    def __init__(self) -> None:
        self.topics: list[Topic] = []
        self._of_poll: dict[int, list[Topic]] = defaultdict(list)
        self._words: dict[int, set[str]] = defaultdict(set)
        self._last: dict[int, Clues] = {}

    def open_to(self, clues: Clues) -> list[Topic]:
        """The questions of the figure's poll, the last answered first."""
        told = [topic for topic in self._of_poll[clues.poll] if not topic.is_parted(clues)]
        return sorted(told, key=lambda topic: -topic.members[-1])[:_REACH]

    def features(self, clues: Clues, open_to: Sequence[Topic]) -> list[list[str]]:
        """What speaks for each of the questions `open_to` the figure, and, last, for a new one."""
        if not open_to:
            return [["first"]]
        joined = [list(join_features(topic, clues, not i)) for i, topic in enumerate(open_to)]
        before, words = self._last[clues.poll], self._words[clues.poll]
        return [*joined, list(new_features(clues, before, open_to, words))]

    def add(self, clues: Clues, topic: Topic | None) -> Topic:
        """Let the figure of `clues` answer the question `topic`, or a new one."""
        if topic is None:
            topic = Topic(clues.poll, len(self.topics))
            self.topics.append(topic)
            self._of_poll[clues.poll].append(topic)
        topic.add(clues)
        self._words[clues.poll] |= clues.words | clues.answer
        self._last[clues.poll] = clues
        return topic

    def choose(self, clues: Clues, model: dict[str, float]) -> Topic:
        """Put a figure under the question that its clues speak for most, or a new one; the first of equals wins."""
        open_to = self.open_to(clues)
        if not open_to:
            return self.add(clues, None)
        told = open_to[0], clues, self._last[clues.poll]
        if self._goes_on(clues) or broken_down(*told) or of_every_group(*told) or without_opinion(*told):
            return self.add(clues, open_to[0])
        scores = [score(model, features) for features in self.features(clues, open_to)]
        best = max(range(len(scores)), key=lambda i: scores[i])
        return self.add(clues, open_to[best] if best < len(open_to) else None)

    def _goes_on(self, clues: Clues) -> bool:
        """Whether a figure breaks the last one down: the same choice of another group, a paragraph on at most."""
        last = self._last[clues.poll]
        same = clues.choice != "" and clues.choice == last.choice and clues.kind == last.kind
        groups = bool(clues.facets and last.facets) and clues.population != last.population
        near = clues.paragraph - last.paragraph <= 1 and clues.opens != "asked"
        return same and groups and near and clues.matter.measure == last.matter.measure
