"""A name and its share: "Smith at 50%", "Jones (12 percent)", "15 percent for Brown"."""

from extractor.constructions.base import Construction

CONSTRUCTIONS = (
    Construction(
        id="name.at",
        pattern="(?P<r>WHOM) (?:POSS)? [bhtuTaWMzcOm.gVvl]{0,6} HEDGES (?P<f>FIG)",
        example="Smith was at 50 percent.",
        counter="Smith said 50 percent of voters agreed.",
        priority=46,
    ),
    Construction(
        id="name.near",
        pattern="(?P<r>NAME) (?:POSS)? (?:[bhtuazcDl] | .? [hta] | [ui].?a ){0,2} (?:a | WITH | h | COMMA | TO)? HEDGES (?P<f>FIG)",
        example="Smith at 50 percent.",
        counter="Smith said that 50 percent of voters agreed.",
        priority=61,
    ),
    Construction(
        id="name.owns",
        pattern="(?P<r>NAME) POSS HEDGES (?P<f>FIG)",
        example="Jones has 46 percent to Smith's 44 percent.",
        counter="Smith's approval was 44 percent.",
        priority=70,
    ),
    Construction(
        id="name.has-support",
        pattern="(?P<r>NAME | r) (?: , [^fp;!]{1,30}? , )? (?:[MiFo] P | [^fp;:()!NrP,]){0,8} HEDGES (?P<f>FIG) OF? [z.]? [vVg] (?![NPrT])",
        example="Smith sits atop the field with 44 percent support.",
        counter="The plan has 44 percent support.",
        priority=66,
    ),
    Construction(
        id="name.followed",
        pattern="(?:VERSUS | E) [^fp;!NrP]{0,3} (?P<r>NAME) [^fp;!N]{0,6} (?: a | WITH | h | LPAR | COMMA) HEDGES (?P<f>FIG)",
        example="Smith came first, followed by former mayor Jones of Ohio with 12 percent.",
        priority=65,
    ),
    Construction(
        id="name.aside",
        pattern="(?P<r>NAME) , [^fp;!]{1,30}? , [bhtuTaz.mM]{0,4} HEDGES (?P<f>FIG)",
        example="Smith, the former mayor, had 50 percent.",
        priority=55,
    ),
    Construction(
        id="name.of-place",
        pattern="(?P<r>NAME) [oi] [NLP.]{1,2} (?:[bht]? a | WITH | h | COMMA | LPAR) HEDGES (?P<f>FIG)",
        example="Smith of Ohio at 17 percent.",
        priority=63,
    ),
    Construction(
        id="name.bracket",
        pattern="(?P<r>NAME | P) LPAR HEDGES (?P<f>FIG) (?: RPAR | , | ;)",
        example="The race was close between Smith (12 percent) and Jones (11 percent).",
        counter="Smith (57 percent oppose her) will run again.",
        priority=54,
    ),
    Construction(
        id="name.for",
        pattern="(?P<f>FIG) [.zVgo]{0,3} FOR [^fp;!,NrP]{0,4} (?P<r>WHOM | [.])",
        example="compared to 15 percent for Smith",
        priority=66,
    ),
    Construction(
        id="name.share-of-vote",
        pattern="(?P<r>NAME | r) [^fp;!N]{0,6} HEDGES (?P<f>FIG) OF? [.z] [.gVov]",
        example="Smith earns 44 percent of the vote.",
        priority=44,
    ),
    Construction(
        id="name.colon",
        pattern="(?P<r>[^fp;:()!,E-]+) COLON HEDGES (?P<f>FIG)",
        example="Smith: 44 percent",
        priority=60,
    ),
    Construction(
        id="name.be-at",
        pattern='[bt] (?P<r>[.N"gv]+) , ? a HEDGES (?P<f>FIG)',
        example="The most common answer was the economy, at 37 percent.",
        counter="The economy was at 37 percent.",
        priority=64,
    ),
    Construction(
        id="name.cited",
        pattern='[bt] (?P<r>[.N"gvO&]+) (?:, [^fp;!]{1,12}?)? , M HEDGES (?P<f>FIG) OFPOP? [vu] r',
        example="The top issue was the economy, with 37 percent citing it as their main concern.",
        counter="The tax was unpopular, with 37 percent in favor.",
        priority=68,
    ),
    Construction(
        id="name.followed-noun",
        pattern='[xE] (?P<r>[.vNoPgVi&"]+) , ? a HEDGES (?P<f>FIG)',
        example="The main reason was high rent, followed by a lack of time, at 22 percent.",
        counter="The main reason was high rent, at 22 percent.",
        priority=69,
    ),
    Construction(
        id="name.chosen-by",
        pattern="(?P<r>[^fp;:()!,ESw-]+ , [vV]) BY HEDGES (?P<f>FIG)",
        example="The least popular was the late shift, chosen by 7 percent of nurses.",
        counter="The late shift was chosen by 7 percent of nurses.",
        priority=66,
    ),
    Construction(
        id="name.ranked",
        pattern='[vu] (?P<r>[.N"gV]+) (?: , )? [aM] HEDGES (?P<f>FIG)',
        example="Women ranked lower prices at 28 percent.",
        counter="Lower prices ranked at 28 percent.",
        priority=62,
    ),
    Construction(
        id="name.comma",
        pattern="(?: ^ | [,;:&] | w)(?P<r>[^fp;:()!,ESw-]{1,3}) [,-] (?P<f>FIG)",
        example="Very satisfied, 44 percent; somewhat satisfied, 12 percent.",
        priority=38,
    ),
)
