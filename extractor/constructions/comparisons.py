"""Figures that share the response of a neighbour: "compared with 29 percent of Republicans"."""

from extractor.constructions.base import Construction

CONSTRUCTIONS = (
    Construction(
        id="compare.population",
        pattern="(?:VERSUS | FROM | TO | & | COMMA | w | E)+ [^fp;!,]{0,2}? HEDGES (?P<f>FIG) OFPOP CLOSE",
        example="46 percent of women worried, compared with 29 percent of men.",
        pointer="previous",
        priority=62,
    ),
    Construction(
        id="compare.bare",
        pattern="(?:VERSUS | FROM) [^fp;!,]{0,3}? HEDGES (?P<f>FIG) [i.Od]* CLOSE",
        example="46 percent oppose it, up from 29 percent in May.",
        pointer="previous",
        priority=63,
    ),
    Construction(
        id="compare.from",
        pattern="FROM [^fp;!,]{0,3}? HEDGES (?P<f>FIG)",
        example="Support rose from 29 percent to 46 percent.",
        pointer="previous",
        priority=55,
    ),
    Construction(
        id="compare.to",
        pattern="FROM HEDGES f [^fp;!]{0,4} TO HEDGES (?P<f>FIG)",
        example="Support rose from 29 percent to 46 percent.",
        pointer="previous",
        priority=65,
    ),
    Construction(
        id="compare.including",
        pattern="(?P<r>n? [vV] ANSWER) , E HEDGES (?P<f>FIG)",
        example="Most women have come to like the plan, including 64 percent in a May survey.",
        counter="Most women stayed at home, including 64 percent in a May survey.",
        priority=58,
    ),
    Construction(
        id="compare.next",
        pattern="(?P<f>FIG) OFPOP (?: , | & | w | - | E | z )+ [^fp;!]{0,3}? f",
        example="60 percent of South Koreans and 56 percent of Japanese agreed.",
        counter="60 percent of South Koreans agreed and 56 percent of Japanese disagreed.",
        pointer="next",
        priority=61,
    ),
    Construction(
        id="compare.next-elided",
        pattern="(?P<f>FIG) (?: & | , | HYPHEN) z? f",
        example="48 and 50 percent of the two groups agreed.",
        pointer="next",
        priority=30,
    ),
    Construction(
        id="compare.same",
        pattern="(?P<f>FIG) (?:OFPOP)? CLOSE",
        example="Among men, 60 percent.",
        pointer="previous",
        priority=22,
    ),
)
