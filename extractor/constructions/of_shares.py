"""Shares that stand before whom they are of: "60 percent of voters said …", "22 percent oppose …"."""

from extractor.constructions.base import Construction

CONSTRUCTIONS = (
    Construction(
        id="of.say",
        pattern="(?P<f>FIG) OFPOP? (?:[.zr] | COMMA [.iBEHS]+ COMMA)? WHO? [mbhn.]{0,3} SAY (?:[iO] [dL.])? THEY? [OA]? THAT? (?P<r>ANSWER)",
        example="60 percent of voters said that the tax should be cut.",
        counter="60 percent of voters, a party spokesman said.",
        priority=70,
    ),
    Construction(
        id="of.verb",
        pattern="(?P<f>FIG) OFPOP? [z.]? (?:WHO | THEY)? (?P<r>[mbhnVvlckDtu] ANSWER?)",
        example="60 percent of voters oppose the tax.",
        counter="60 percent, according to the survey.",
        priority=64,
    ),
    Construction(
        id="of.rest",
        pattern="(?P<f>FIG) OFPOP? WHO? (?P<r>[^fp;:()!,ESwToMaBFiOzxYdy&-] ANSWER?)",
        example="60 percent of voters strongly resented the tax.",
        counter="60 percent to 40 percent.",
        priority=50,
    ),
    Construction(
        id="of.comma-say",
        pattern="(?P<f>FIG) OFPOP? COMMA NOFIG{1,8}? COMMA [mbhn]{0,2} (?:SAY THEY? THAT?)? (?P<r>[mbhnVvs] ANSWER?)",
        example="60 percent of voters, including most farmers, oppose the tax.",
        counter="60 percent, up from 50 percent, and rising.",
        priority=45,
    ),
    Construction(
        id="of.for",
        pattern="(?P<f>FIG) OFPOP? (?:FOR | TO | [bhvu.]* F? ) (?P<r>NAME)",
        example="In the poll, 15 percent chose the Labour Party.",
        counter="15 percent of the vote.",
        priority=40,
    ),
    Construction(
        id="say.inverted",
        pattern="(?P<r>ANSWER) , ? QUOTE? SAY HEDGES (?P<f>FIG)",
        example="The tax is unfair, say 60 percent of voters.",
        priority=66,
    ),
    Construction(
        id="of.against",
        pattern="(?P<f>FIG) OFPOP? b? (?P<r>(?:FOR | AGAINST | IN [gVv]) ANSWER?)",
        example="Some 52 percent were against the plan.",
        counter="",
        priority=58,
    ),
)
