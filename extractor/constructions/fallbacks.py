"""What remains: the nearest name, the text before, the figure before.  Lowest priorities."""

from extractor.constructions.base import Construction

CONSTRUCTIONS = (
    Construction(
        id="last.name",
        pattern="(?P<r>NAME) NOFIG{0,14}? (?P<f>FIG | PTS)",
        example="Smith, who has long been popular in the south, now draws 46 percent.",
        priority=12,
    ),
    Construction(
        id="last.before",
        pattern="(?: ^ | (?<=[,;:()!&wHES])) (?P<r>[^fp;:()!,ESw-]+?) [zaBTWoi]* (?P<f>FIG | PTS)",
        example="The tax is least popular in the south at 46 percent.",
        priority=10,
    ),
    Construction(
        id="last.after",
        pattern="(?P<f>FIG | PTS) [^fp;!]*? (?P<r>[.vVgsbN] ANSWER?)",
        example="By 46 percent, the largest share, the tax wins.",
        priority=8,
    ),
    Construction(
        id="last.previous", pattern="(?P<f>FIG | PTS)", example="And 46 percent.", pointer="previous", priority=6
    ),
    Construction(id="last.next", pattern="(?P<f>FIG | PTS)", example="And 46 percent.", pointer="next", priority=4),
)
