"""The records: what one article says about its polls, as frozen pydantic models.

Field names follow DDI-Codebook and the usage of poll aggregators.  `Evidence` is a W3C Web Annotation
selector pair (TextQuoteSelector and TextPositionSelector, https://www.w3.org/TR/annotation-model/#selectors).
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Kind = Literal["share", "change", "difference"]
Unit = Literal["percent", "points"]
Qualifier = Literal["exact", "about", "over", "under"]
Stance = Literal["favor", "oppose", "neutral", "dont_know", "other"]
Wave = Literal["current", "previous"]
Mode = Literal["telephone", "online", "mail", "face-to-face", "mixed"]
BlockKind = Literal["title", "heading", "paragraph", "list_item", "caption", "table_cell", "quote"]
Severity = Literal["error", "warning", "info"]
Scope = Literal["article", "cross_source"]
Status = Literal["agree", "conflict", "single"]

#: An ISO 8601 date to the precision that is known: ``2025``, ``2025-06`` or ``2025-06-14``.
PartialDate = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
#: An ISO 8601 date or date-time, the time zone kept where the page states one.
Timestamp = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2}(T.+)?)?)?$")]


class Record(BaseModel):
    """Base of every record: immutable, and closed to fields the schema does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(Record):
    """Where in `Article.text` something stands; ``text[start:end] == exact`` always holds."""

    exact: str
    prefix: str
    suffix: str
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    sentence: str


class Block(Record):
    """A block of `Article.text` (half-open character range) and the XPath of its element in the source page.

    `xpath` is empty for plain text.  A table cell's block holds the cell's text alone.
    """

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    kind: BlockKind
    xpath: str = ""


class Article(Record):
    """One news document: its header and its clean main text."""

    article_id: str
    source_path: str
    sha256: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    language: str = "en"
    published: Timestamp | None = None
    updated: Timestamp | None = None
    text: str
    blocks: tuple[Block, ...] = ()
    reprint_of: str | None = None


class Population(Record):
    """Whom a percentage is of: the resolved description, the country (ISO 3166-1 alpha-2) and subgroup facets.

    `facets` maps a facet name (``sex``, ``age``, ``party``, ``voters``, ``race``, ``religion``, ``education``,
    ``ideology``, ``region``, ``income``, ``other``, …) to a normalised value, so that ``men`` and ``male voters``
    compare without strings.
    """

    label: str
    country: str | None = None
    facets: dict[str, str] = {}


class Response(Record):
    """An answer option as the article words it, resolved, and the side it takes."""

    label: str
    stance: Stance = "other"


class Sample(Record):
    """One interviewed sample of a poll; `margin_of_error` is in percentage points, `confidence_level` in percent."""

    population: Population | None = None
    size: Annotated[int, Field(gt=0)] | None = None
    margin_of_error: float | None = None
    confidence_level: float | None = None


class Poll(Record):
    """One survey as one article reports it; `poll_cluster` joins the reports of the same real survey."""

    poll_id: str
    article_id: str
    poll_cluster: str | None = None
    name: str | None = None
    pollsters: tuple[str, ...] = ()
    sponsors: tuple[str, ...] = ()
    mode: Mode | None = None
    field_start: PartialDate | None = None
    field_end: PartialDate | None = None
    samples: tuple[Sample, ...] = ()
    evidence: dict[str, tuple[Evidence, ...]] = {}


class Question(Record):
    """What respondents answered: the wording if quoted (`verbatim`), else the reported proposition."""

    question_id: str
    article_id: str
    poll_id: str
    question_cluster: str | None = None
    text: str
    verbatim: bool = False
    universe: str | None = None
    multiple_answers: bool = False
    evidence: tuple[Evidence, ...] = ()


class Figure(Record):
    """One reported number about a poll.

    `value` is in percent for a share, in points (or percent, see `unit`) for a change or difference, with a sign:
    a fall is negative.  `decimals` are the places as printed.  `inferred` names the fields that came from context.
    `rule` is the id of the construction that bound it.
    """

    figure_id: str
    article_id: str
    poll_id: str
    question_id: str
    kind: Kind
    value: float
    decimals: Annotated[int, Field(ge=0)] = 0
    unit: Unit = "percent"
    qualifier: Qualifier = "exact"
    population: Population
    response: Response
    wave: Wave = "current"
    wave_date: PartialDate | None = None
    evidence: Evidence
    rule: str
    inferred: tuple[str, ...] = ()


class Extraction(Record):
    """All records of one article."""

    article: Article
    polls: tuple[Poll, ...] = ()
    questions: tuple[Question, ...] = ()
    figures: tuple[Figure, ...] = ()


class Flag(Record):
    """One inconsistency.  `decision_changing` tells whether it flips a majority or a leader."""

    flag_id: str
    check: str
    severity: Severity
    scope: Scope
    message: str
    figure_ids: tuple[str, ...] = ()
    article_ids: tuple[str, ...] = ()
    expected: str | None = None
    observed: str | None = None
    tolerance: float | None = None
    decision_changing: bool = False


class ComparedValue(Record):
    """One article's value in a comparison."""

    article_id: str
    figure_id: str
    value: float
    decimals: Annotated[int, Field(ge=0)] = 0


class Comparison(Record):
    """One figure as several articles report it; reprints count once in `independent_sources`."""

    comparison_id: str
    poll_cluster: str
    question_cluster: str
    population: str
    response: str
    values: tuple[ComparedValue, ...]
    independent_sources: Annotated[int, Field(ge=0)]
    status: Status


class Dataset(Record):
    """The records of many articles, as `store.jsonl` reads and writes them."""

    articles: tuple[Article, ...] = ()
    polls: tuple[Poll, ...] = ()
    questions: tuple[Question, ...] = ()
    figures: tuple[Figure, ...] = ()
