"""Where an article speaks of a party's nomination, its horse races are of that party's voters."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from extractor.models import Population

# The first letter alone comes first, so that the search can run from one to the next.
_NOMINATION = re.compile(
    r"[rgdRGD](?<!\w.)(?i:(?P<party>(?<=r)epublican|(?<=g)op|(?<=d)emocratic|(?<=d)em)(?:\s+party)?(?:['’]s)?\s+(?:presidential\s+)?"
    r"(?:primar(?:y|ies)|nomination|nominating|field|caucus(?:es)?|front-?runner|hopefuls?|contenders?|nod|side|pack|contest|"
    r"race|debates?)\b)"
)
_PARTIES = {"epublican": "Republican", "op": "Republican", "emocratic": "Democratic", "em": "Democratic"}
#: How far a mention of a nomination reaches, in characters.
_NEAR = 500


class Nominations:
    """The mentions of nominations in a text, and what they say of a figure."""

    def __init__(self, text: str, title: str, named: Iterable[Population]) -> None:
        self._own = _electorates(named)
        self.mentions = [(m.start(), _PARTIES[m["party"].lower()]) for m in _NOMINATION.finditer(text)]
        self.parties = sorted({party for _, party in self.mentions})
        self.title = [_PARTIES[m["party"].lower()] for m in _NOMINATION.finditer(title)]

    def at(self, start: int, end: int, pair: bool) -> Iterator[tuple[Population, str]]:
        """The parties whose nomination is spoken of around the sentence ``start:end``, with a feature each.

        `pair` tells that the figure is one side of a pair ("48 to 44"), which is more often a race between parties.
        """
        kind = "pair" if pair else "solo"
        first, after = bisect_left(self.mentions, (start, "")), bisect_left(self.mentions, (end, ""))
        for _, party in self.mentions[first:after]:
            yield self._voters(party), f"nomination:here:{kind}"
        if first == after and first:
            offset, party = self.mentions[first - 1]
            yield self._voters(party), f"nomination:{'near' if start - offset < _NEAR else 'before'}:{kind}"
        if len(self.parties) == 1:
            yield (
                self._voters(self.parties[0]),
                f"nomination:only:{'often' if len(self.mentions) > 2 else 'once'}:{kind}",
            )
        for party in self.title:
            yield self._voters(party), f"nomination:title:{kind}"

    def _voters(self, party: str) -> Population:
        """The voters of a party, in the words of the article where it tells them as those of its nomination."""
        facets = {"party": party, "voters": "primary"}
        return self._own.get(party) or Population(label=f"{party} voters", facets=facets)


def _electorates(named: Iterable[Population]) -> dict[str, Population]:
    """The electorate of each party's nomination in the words that an article uses most."""
    counts: dict[str, Counter[str]] = {}
    for group in named:
        facets = group.facets
        if (
            facets.keys() == {"party", "voters"}
            and "primary" in facets["voters"]
            and facets["party"] in _PARTIES.values()
        ):
            counts.setdefault(facets["party"], Counter())[group.label] += 1
    return {
        party: Population(label=labels.most_common(1)[0][0], facets={"party": party, "voters": "primary"})
        for party, labels in counts.items()
    }
