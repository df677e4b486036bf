"""Figures in parentheses or between dashes."""

from extractor.constructions.base import Construction

CONSTRUCTIONS = (
    Construction(
        id="bracket.population",
        pattern="(?P<p>P) [zo.]{0,2} (?: LPAR | DASH | COMMA) HEDGES (?P<f>FIG) HEDGES (?: RPAR | DASH | COMMA) WHO? [mn]? (?:SAY THEY? THAT?)? (?P<r>[^fp;:()!,ESwoMiOzxYdy&-] ANSWER?)",
        example="Most farmers (57 percent) oppose the tax.",
        priority=69,
    ),
    Construction(
        id="bracket.figure-first",
        pattern="HEDGES [.zo]* (?: LPAR | DASH | COMMA ) (?P<f>FIG) (?: RPAR | DASH | COMMA ) (?:SAY THEY? THAT?)? (?P<r>[^fp;:()!,ESwoMiOzxYdy&-] ANSWER?)",
        example="A large majority (57 percent) oppose the tax.",
        priority=48,
    ),
    Construction(
        id="bracket.after-answer",
        pattern="(?:SAY THEY? THAT?) (?P<r>ANSWER) (?: LPAR | DASH) HEDGES (?P<f>FIG)",
        example="Most farmers say the tax is unfair (57 percent).",
        priority=56,
    ),
    Construction(
        id="bracket.answer",
        pattern="(?: ^ | (?<=[,;:()!&wHR])) (?P<r>[^fp;:()!,ESw-]+) (?: LPAR | DASH) HEDGES (?P<f>FIG)",
        example="The main reasons were price (57 percent) and taste (30 percent).",
        priority=40,
    ),
)
