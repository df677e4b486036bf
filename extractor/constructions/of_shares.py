"""Shares that stand before whom they are of: "60 percent of voters said …", "22 percent oppose …"."""

from extractor.constructions.base import Construction

# "in the poll", "polled by the institute": where the share was found.
_SOURCE = r"(?: [iBTvhMa.]{1,3} (?:S [Nis]{0,2})+ (?:\(.\))? )"
# What stands between a verb of saying and what was said: "in a May survey", "the pollster", "(in another question)", ", wrongly,".
_SAID_TO = r"(?: [iO][dL.] | [iaO.]{0,2}S | \([^fp;!()]{1,6}\) | , [^fp;:!(),]{1,4} , (?=H))"
# "if prices fell, they would …"
_CONDITION = "(?: A [^fp;:!()]{1,8} , (?=[rm]))"
# "that, in dealing with shops, customers …"
_ASIDE = "(?: , [^fp;:!(),]{1,6} , )"

CONSTRUCTIONS = (
    Construction(
        id="of.say",
        pattern=f"(?P<f>FIG) ,? (?:OFPOP | o [r.] | P)? {_SOURCE}? (?:[.zr] | COMMA [&.ziBEHSoP]{{1,6}} COMMA)? WHO? [mbhn.]{{0,3}} SAY {_SAID_TO}? THEY? H? {_CONDITION}? [OA]? THAT? {_ASIDE}? THEY? (?P<r>ANSWER)",
        example="60 percent of voters in the poll said, wrongly, that the tax was cut.",
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
        pattern="(?P<f>FIG) OFPOP? WHO? (?!Gz?f) (?P<r>[^fp;:()!,ESwToMaBFiOzxYdy&-] ANSWER?)",
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
        pattern="(?P<f>FIG) OFPOP? b? (?!Gz?f) (?P<r>(?:FOR | AGAINST | IN [gVv]) ANSWER?)",
        example="Some 52 percent were against the plan.",
        counter="60 against 55 percent.",
        priority=58,
    ),
)
