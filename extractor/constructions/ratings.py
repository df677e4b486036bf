"""Approval and favorability: "his approval rating stands at 43", "a 41 percent approval rating"."""

from extractor.constructions.base import Construction

CONSTRUCTIONS = (
    Construction(
        id="rating.at",
        pattern="(?P<r>(?:NAME POSS? | r)? .? (?:RATING | SUPPORT | v)) (?: [oFMiO] [^f;!]{1,4}? )? (?: , [^f;!]{1,6}, )? [btuTaBzc.mhWn]{0,6} HEDGES (?P<f>FIG)",
        example="The mayor's approval rating, according to the poll, was 36 percent.",
        priority=68,
    ),
    Construction(
        id="rating.after",
        pattern="(?P<f>FIG) (?:OFPOP)? .? (?P<r>g (?:[oF] ANSWER)?)",
        example="The mayor has a 41 percent approval rating.",
        priority=67,
    ),
    Construction(
        id="rating.support-after",
        pattern="(?P<f>FIG) .? (?P<r>V (?: (?:FOR | o | M) ANSWER)?)",
        example="The mayor had 35 percent support.",
        priority=60,
    ),
    Construction(
        id="rating.draws-support",
        pattern="(?: ^ | (?<=[,;:()!&wHS])) (?P<r>[^fp;:()!,ESw-]+?) [bmz]* [hcu] [.z]? [VgG] [yoMBFi] HEDGES (?P<f>FIG)",
        example="Longer opening hours drew support from 46 percent of voters.",
        counter="Support for longer hours fell to 46 percent.",
        priority=67,
    ),
    Construction(
        id="rating.pair",
        pattern="(?P<r>g) [^fp;!]{0,3} (?P<q>g) [^f;!]{0,8}? HEDGES (?P<f>FIG) (?:HYPHEN | TO | DASH | &) HEDGES (?P<g>FIG)",
        example="Her favorable/unfavorable ratings are 50 percent to 45 percent.",
        priority=75,
    ),
    Construction(
        id="rating.far-left",
        pattern="(?P<r>(?:NAME POSS? | r)? .? g) [^f;!]{0,14}? HEDGES (?P<f>FIG)",
        example="The mayor's approval, long in decline among his own party, is now at 36 percent.",
        priority=36,
    ),
)
