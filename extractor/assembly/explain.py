"""How a figure came to its record: the cues of its sentence, and the answers that competed for it."""

from extractor.assembly import responses
from extractor.assembly.chooser import weights
from extractor.assembly.features import ToldReader
from extractor.assembly.memory import Memory
from extractor.assembly.options import Option
from extractor.assembly.responses import Bound
from extractor.components.cues import CUES
from extractor.components.doc_text import spans_of
from extractor.components.names import NAMES
from extractor.components.values import POPULATIONS
from extractor.constructions.grammar import constructions
from extractor.models import Article, Figure
from extractor.pipeline import build_nlp

_SHOWN = 5
_DECIDING = 6


def explain(article: Article, figure: Figure) -> str:
    """The cue spans of the sentence of `figure`, the answers that competed, and what decided among them.

    The article is read again: extraction is deterministic, so this is what happened.
    """
    doc = build_nlp("en")(article.text)
    found = responses.bind(doc)
    responses.resolve(found, again=True)
    bound = next((b for b in found if b.span.start_char == figure.evidence.start), None)
    if bound is None:
        return "The figure is not found again in the stored text: it was extracted by another version."
    return "\n".join([*_cues(bound), "", *_competition(bound), "", *_construction(figure.rule)])


def _cues(bound: Bound) -> list[str]:
    line = bound.sequence
    sentence = line.doc[line.start : line.end]
    rows = ["cues"]
    for key in (POPULATIONS, NAMES, CUES):
        spans = [s for s in spans_of(line.doc, key) if s.start >= sentence.start and s.end <= sentence.end]
        if spans:
            rows.append(f"  {key:<11} " + ", ".join(f"{s.text} [{s.label_}]" for s in spans))
    rows.append(
        f"  {'chunks':<11} {line.code[: bound.position]}<{line.code[bound.position]}>{line.code[bound.position + 1 :]}"
    )
    return rows


def _competition(bound: Bound) -> list[str]:
    rows = ["answers that competed, the likeliest first"]
    for (value, option), chance in zip(bound.options[:_SHOWN], responses.log_chances(bound.options), strict=False):
        rows.append(f"  {value:6.2f} ({2.718281828**chance:4.0%})  {option.label!r} by {', '.join(option.rules)}")
    if len(bound.options) > 1:
        rows += ["", "what decided between the first two", *_deciding(bound, bound.options[0][1], bound.options[1][1])]
    return rows


def _deciding(bound: Bound, best: Option, second: Option) -> list[str]:
    model = weights(responses.MODEL)
    told = ToldReader(bound.spot, Memory(), "")
    ours, theirs = ({*option.fixed, *told.features(option)} for option in (best, second))
    gains = {name: model.get(name, 0.0) for name in ours - theirs} | {
        name: -model.get(name, 0.0) for name in theirs - ours
    }
    leading = sorted(gains.items(), key=lambda pair: (-abs(pair[1]), pair[0]))[:_DECIDING]
    rows = [f"  {value:+.2f}  {name}{'' if name in ours else '  (of the second)'}" for name, value in leading if value]
    read = best.again - second.again
    return [*rows, f"  {read:+.2f}  the words around it, read again by the encoder"] if read else rows


def _construction(rule: str) -> list[str]:
    """What the construction that was chosen is, if the rule is one."""
    identity = rule.rstrip("+-").partition(">")[0]
    for construction in constructions():
        if construction.id == identity:
            rows = [f"rule        {rule}: as in “{construction.example}”"]
            return [*rows, f"            unlike “{construction.counter}”"] if construction.counter else rows
    return [f"rule        {rule}: taken from another figure or from a name told before"]
