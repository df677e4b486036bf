"""Changes between waves: "support rose 4 points to 46 percent", "up 5 points"."""

from extractor.constructions.base import Construction

CONSTRUCTIONS = (
    Construction(
        id="change.subject",
        pattern="(?: ^ | (?<=[,;:()!&wHES])) (?P<r>[^fp;:()!,ESw-]+?) (?:[bhmzn])* [ct] [^f;!]{0,8}? HEDGES (?P<f>FIG)",
        example="Support for the tax rose to 46 percent.",
        priority=57,
    ),
    Construction(
        id="change.share-who",
        pattern="OF P WHO (?P<r>[^fp;:()!,ESw-]+?) [bhmzn]* [cbt] [^;!]{0,12}? (?P<f>FIG | PTS)",
        example="The share of women who oppose the tax fell by 5 points to 46 percent.",
        priority=67,
    ),
    Construction(
        id="change.points",
        pattern="(?: ^ | (?<=[,;:()!&wHES])) (?P<r>[^fp;:()!,ESw-]+?) (?:[bhmzn])* [cE] [^fp;!]{0,6}? HEDGES (?P<f>PTS)",
        example="Support for the tax rose 4 points.",
        priority=50,
    ),
    Construction(
        id="change.up",
        pattern="[,(&] [^fp;!NP]{0,4}? (?P<f>PTS)",
        example="46 percent oppose it, up 5 points from May.",
        pointer="previous",
        priority=40,
    ),
    Construction(
        id="change.stand",
        pattern="(?: ^ | (?<=[,;:()!&wHES])) (?P<r>[^fp;:()!,ESwbthu-]+) [bthum]+ [zacB.T]{0,3} HEDGES (?P<f>FIG) (?:[iMoF] | CLOSE)",
        example="Support for the tax stands at 46 percent.",
        priority=43,
    ),
    Construction(
        id="change.stand-aside",
        pattern="(?: ^ | (?<=[,;:!H])) (?P<r>[^fp;:()!,ESw-]+) (?: , [^fp;!,]{1,10} , | - [^fp;!-]{1,14} -) [.bhmzd]{0,2} [ct] HEDGES (?P<f>FIG)",
        example="Farmers — long courted by both parties — now comprise 46 percent of voters.",
        priority=56,
    ),
    Construction(
        id="change.passive",
        pattern="(?: ^ | (?<=[,;:()!&wHES])) (?P<r>[^fp;:()!,ESw-]+) BY HEDGES (?P<f>FIG) (?:OFPOP | CLOSE)",
        example="The tax was supported by 46 percent of farmers.",
        priority=59,
    ),
)
