"""Races: who is ahead of whom, and by how much."""

from extractor.constructions.base import Construction

_PAIR = "HEDGES (?P<f>FIG) (?:[iM][PL])? (?:HYPHEN | TO | DASH | VERSUS | & | COMMA)? HEDGES (?:TO)? (?P<g>FIG)"

CONSTRUCTIONS = (
    Construction(
        id="race.tie",
        pattern=f"(?P<r>WHOM) [^fp;!N]{{0,5}} (?: & | WITH | HYPHEN | VERSUS) [^fp;!N]{{0,2}} (?P<q>NAME) [^fp;!N]{{0,8}} {_PAIR}",
        example="Smith and Jones are tied at 45 percent to 45 percent.",
        order="",
        priority=60,
    ),
    Construction(
        id="race.apiece",
        pattern="(?P<r>NAME) (?: , NAME){0,2} ,? & [^fp;!N]{0,2} (?P<q>NAME) [^fp;!N]{0,8} (?P<f>FIG)",
        example="Smith and Jones are tied at 45 percent each.",
        priority=45,
    ),
    Construction(
        id="race.winner-by",
        pattern="(?P<r>ANSWER) , ? BY [^fp;!]{0,4} " + _PAIR,
        example="Democrats believe the plan is fair by 51 percent to 33 percent.",
        second="opposite",
        priority=52,
    ),
    Construction(
        id="race.after-answer",
        pattern="(?P<r>ANSWER) [,(-]+ " + _PAIR,
        example="Women say the law should stay, 52 percent to 37 percent.",
        second="opposite",
        priority=42,
    ),
)
