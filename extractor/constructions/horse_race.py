"""Races: who is ahead of whom, and by how much."""

from extractor.constructions.base import Construction

_PAIR = "HEDGES (?P<f>FIG) (?:[iM][PL])? (?:HYPHEN | TO | DASH | VERSUS | & | COMMA)? HEDGES (?:TO)? (?P<g>FIG)"

CONSTRUCTIONS = (
    Construction(
        id="race.lead",
        pattern=f"(?P<r>WHOM) (?: [^fp;!NrP]{{0,9}} ) LEADS [^fp;!NrPL]{{0,6}} (?P<q>WHOM) [^f;!]{{0,12}}? {_PAIR}",
        example="Smith leads Jones among women, 48 percent to 44 percent.",
        counter="Smith leads Jones by 4 points.",
        order="first",
        priority=90,
    ),
    Construction(
        id="race.trail",
        pattern=f"(?P<r>WHOM) (?: [^fp;!NrP]{{0,9}} ) TRAIL [^fp;!NrPL]{{0,6}} (?P<q>WHOM) [^f;!]{{0,12}}? {_PAIR}",
        example="Jones trails Smith 44 to 48 percent.",
        order="second",
        priority=90,
    ),
    Construction(
        id="race.lead-noun",
        pattern=f"(?P<r>WHOM) (?: [^fp;!NrP]{{0,9}} ) LEADNOUN [^fp;!NrPL]{{0,4}} (?P<q>WHOM) [^f;!]{{0,12}}? {_PAIR}",
        example="Smith holds a lead over Jones, 48 percent to 44 percent.",
        order="first",
        priority=88,
    ),
    Construction(
        id="race.lead-alone",
        pattern=f"(?P<r>WHOM) [^fp;!Nr]{{0,9}} (?:LEADS | LEADNOUN | h) [^f;!Nr]{{0,12}}? {_PAIR}",
        example="She leads in Ohio, 48 percent to 44 percent.",
        order="first",
        second="opposite",
        priority=80,
    ),
    Construction(
        id="race.pair-lead",
        pattern="(?P<r>WHOM) [^fp;!N]{0,9} (?P<f>FIG) (?:HYPHEN | TO | DASH) (?P<g>FIG) [^fp;!,N]{0,3} (?:LEADNOUN | LEADS) [^fp;!NrP]{0,3} (?P<q>WHOM)",
        example="Smith holds a 48-44 percent edge over Jones.",
        order="first",
        priority=92,
    ),
    Construction(
        id="race.tie",
        pattern=f"(?P<r>WHOM) [^fp;!N]{{0,5}} (?: & | WITH | HYPHEN | F | TO | .) [^fp;!N]{{0,2}} (?P<q>NAME) [^fp;!N]{{0,8}} {_PAIR}",
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
        id="race.margin-verb",
        pattern="(?P<r>WHOM) [^fp;!Nr]{0,9} (?:LEADS | LEADNOUN | TIE | TRAIL | h | b) [^f;!]{0,12}? (?P<f>PTS)",
        example="Smith leads Jones by 4 points.",
        priority=60,
    ),
    Construction(
        id="race.margin-for",
        pattern="(?P<f>PTS) [^fp;!N]{0,3} (?:LEADNOUN | LEADS) [^fp;!N]{0,2} FOR [^fp;!N]{0,2} (?P<r>NAME | P)",
        example="The survey shows an 8-point lead for Smith.",
        priority=63,
    ),
    Construction(
        id="race.margin-side",
        pattern="(?P<f>PTS) (?P<r>[NP.]) (?:LEADNOUN | LEADS)",
        example="The survey shows an 8-point Labour lead.",
        priority=64,
    ),
    Construction(
        id="race.margin-given",
        pattern="[uhM] (?P<r>WHOM) [.z]{0,2} (?P<f>PTS) [.z]{0,2} (?:LEADNOUN | LEADS)",
        example="The survey gives Smith an 8-point lead.",
        priority=66,
    ),
    Construction(
        id="race.margin-owner",
        pattern="(?P<r>WHOM) POSS? [^fp;!N]{0,6} (?:LEADNOUN | LEADS) [^f;!]{0,10}? (?P<f>PTS)",
        example="Smith's lead is 12 points.",
        priority=62,
    ),
    Construction(
        id="race.winner-by",
        pattern="(?P<r>ANSWER) , ? BY [^fp;!]{0,4} " + _PAIR,
        example="Democrats believe the plan is fair by 51 percent to 33 percent.",
        second="opposite",
        priority=52,
    ),
    Construction(
        id="race.by-first",
        pattern="BY [^fp;!]{0,4} "
        + _PAIR
        + " [^fp;!]{0,2} (?:LEADNOUN)? ,? (?P<p>P)? (?:SAY THEY? THAT?)? (?P<r>ANSWER)",
        example="By 51 percent to 33 percent, Democrats believe the plan is fair.",
        second="opposite",
        priority=56,
    ),
    Construction(
        id="race.after-answer",
        pattern="(?P<r>ANSWER) [,(-]+ " + _PAIR,
        example="Women say the law should stay, 52 percent to 37 percent.",
        second="opposite",
        priority=42,
    ),
    Construction(
        id="race.split",
        pattern="TIE [^fp;!]{0,3} " + _PAIR + " (?:(?:ON | ASK) (?P<r>ANSWER))?",
        example="Voters are split 47 percent to 47 percent on whether taxes should rise.",
        second="opposite",
        priority=57,
    ),
)
