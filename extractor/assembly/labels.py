"""Response labels: from a stretch of the sentence to the short wording of an answer."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from extractor.assembly.idle import answers_nothing
from extractor.assembly.stances import stance
from extractor.assembly.time_phrases import only_tells_time
from extractor.components.doc_text import text_between, words_of
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers, Cues
from extractor.parsing.inflection import inflect

#: Content words a label holds at most: enough to tell the answer, short enough for a column.
CONTENT_WORDS = 8
#: Content words kept behind the verb that decides an answer, and how many an answer may then have.
_BEHIND_VERB, _LONGEST = 5, 13
_SIDES = frozenset(("favor", "oppose"))
_LED = frozenset(("is", "are", "was", "were", ","))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
#: An answer is not cut for so many content words more: its last words often decide it.
_TAIL = 2
#: In so many words after "the share of" must the counted clause open.
_COUNT_REACH = 10
#: The words among which a source stands that opens a phrase: "a new survey".
_SOURCE_REACH = 3
#: "Without reservation that": in so many words stands the "that".
_PREFACE, _PREFACES = 5, frozenset(("without", "with"))
_LINKS = frozenset(("to", "of", "in", "for", "by", "from"))
_DETERMINERS = frozenset(("a", "an", "the", "this", "that", "another", "one", "new", "recent"))
#: In so many words after "in" or "if" stands the vote of which it tells.
_VOTE_REACH = 9
_LABELS = "labels"
#: What leads on from one item to the next.
_AS_WELL = ["as", "well", "as"]
#: The tokens of a document that are told aside, in brackets; no answer holds them.
ASIDE = "aside"
#: "Less likely than men", "more likely to do so": how many of a group gave an answer that was told before.
_COMPARISON = re.compile(
    r"(?i)(?:\w+ ){0,3}?(?:more|less|as|most|least|equally) likely"
    r"(?= than | as | to )(?: than [^,]{2,40}?| as [^,]{2,40}?)?"
    r"(?: to (?:(?:do|say|think|believe) so|(?:hold|share) (?:that|this) (?:view|opinion)|agree|"
    r"say (?:this|the same))\b.*)?"
)

#: "Near the record low", "a new high": where a share stands, not what was answered.
_LEVEL = re.compile(
    r"(?i)(?:(?:near|just|above|below|at|off|around|to|from) )*(?:(?:a|an|the|his|her|its|their|another) )?"
    r"(?:new )?(?:career|record|all-time|historic|previous|recent)[ -](?:low|high|peak)s?(?: point)?"
)


#: "Has now slipped".
_MOVED = re.compile(r"(?i)(?:has|have|had) (?:(?:now|since|also) )?(?P<verb>[a-z]+)")


@dataclass(frozen=True, slots=True)
class _Words:
    none: frozenset[str]
    not_openers: frozenset[str]
    adverbs: frozenset[str]
    sources: frozenset[str]
    subordinators: frozenset[str]
    votes: frozenset[str]
    held: frozenset[str]
    lead_ins: frozenset[str]
    pointing: frozenset[str]
    pointers: frozenset[str]
    function: frozenset[str]
    lead_outs: frozenset[str]
    counts: frozenset[str]
    adjuncts: frozenset[str]


@cache
def _words(language: str) -> _Words:
    lexicon = load(Answers, language, "answers")
    return _Words(
        none=frozenset(lexicon.no_answers),
        not_openers=frozenset(lexicon.not_openers),
        adverbs=frozenset(lexicon.adverbs),
        sources=frozenset(lexicon.sources),
        subordinators=frozenset(lexicon.subordinators),
        votes=frozenset(lexicon.votes),
        held=frozenset(lexicon.held),
        lead_ins=frozenset(lexicon.lead_ins),
        pointing=frozenset(lexicon.pointing),
        pointers=frozenset(phrase.split()[0] for phrase in lexicon.pointing),
        function=frozenset(lexicon.function_words),
        lead_outs=frozenset(lexicon.lead_outs),
        counts=frozenset(lexicon.counts),
        adjuncts=frozenset(lexicon.adjuncts),
    )


@cache
def _changes(language: str) -> frozenset[str]:
    """Verbs of change: "increased" alone tells no answer."""
    cues = load(Cues, language, "cues")
    return frozenset(form for verb in cues.phrases["change"] for form in inflect(verb, cues.irregular))


def label(doc: Doc, start: int, end: int, *, through: int = 0, limit: int = CONTENT_WORDS, language: str = "en") -> str:
    """The answer that tokens `start` to `end` word, or the empty string if they word none.

    What leads in ("said that they") and out is trimmed, and the rest cut after `limit` content words, but never before
    token `through`, the verb that decides the answer, has what it says behind it.  Several constructions propose the
    same tokens, so what a document words is kept with it.
    """
    known: dict[tuple[int, int, int, int], str] = doc.user_data.setdefault(_LABELS, {})
    place = (start, end, through, limit)
    found = known.get(place)
    if found is None:
        found = known[place] = _worded(doc, place, language)
    return found


def _worded(doc: Doc, place: tuple[int, int, int, int], language: str) -> str:
    start, end, through, limit = place
    words = _words(language)
    aside: Collection[int] = doc.user_data.get(ASIDE, ())
    tokens = [token for token in doc[start:end] if not token.is_space and token.i not in aside]
    tokens = _pointing(
        tokens[len(_AS_WELL) :] if [t.lower_ for t in tokens[: len(_AS_WELL)]] == _AS_WELL else tokens, words
    )
    while tokens and (tokens[0].is_punct or tokens[0].lower_ in words.lead_ins) and not _kept(tokens, words):
        tokens = _pointing(tokens[1:], words)
    tokens = _counted(_said_plainly(tokens), words)
    if not tokens or not _answers(tokens, words):
        return ""
    tokens = _held(_without_tail(tokens, words), words)
    verb = _passive(tokens, words, language)
    tokens = _cut(tokens[:-2], limit - 1, 0, words) if verb else _cut(tokens, limit, through, words)
    while tokens and (tokens[-1].lower_ in words.lead_outs or tokens[-1].is_quote) and not _is_end(tokens):
        tokens = tokens[:-1]
    if not tokens or (len(tokens) > 1 and tokens[-1].lower_ in words.counts and tokens[-2].lower_ in _DETERMINERS):
        return ""
    text = _text(doc, tokens, aside)
    if verb:
        text = f"{verb} {text[:1].lower()}{text[1:]}"
    elif tokens[0].lower_ in ("n't", "n’t"):
        # "aren't sure" has lost its verb, not its negation.
        text = "not" + text[len(tokens[0].text) :]
    text = re.sub(r"\s+", " ", re.sub(r"[“”\"`]", "", text).replace("’", "'")).strip(" ,;:–—-'‘")
    if tokens[0].is_sent_start and tokens[0].lower_ in words.function and not verb:
        text = text[:1].lower() + text[1:]
    # Quotation marks around words go, apostrophes inside them stay.
    text = re.sub(r"(?<!\w)'|'(?!\w)", "", text)
    text = _ranked(language).sub("", text)
    if _place_of_share(language).fullmatch(text) or answers_nothing(text, language):
        return ""
    if only_compares(text) or only_tells_time(text, language) or _LEVEL.fullmatch(text) or _only_moves(text, language):
        return ""
    bare = text.lower() in words.none or text.lower() in words.held
    return "" if bare or (text.lower() in _changes(language) and not _is_said(doc, tokens[0].i, language)) else text


def _is_said(doc: Doc, verb: int, language: str) -> bool:
    """Whether the verb of change at token `verb` is what somebody says of a matter: "say it is improving"."""
    before = words_of(doc).lowers[max(0, verb - 3) : verb]
    subjects = load(Cues, language, "cues").phrases["they"]
    return len(before) == 3 and before[2] in _BE and before[1] in subjects and before[0] in _says(language)


@cache
def _says(language: str) -> frozenset[str]:
    """What stands before something said: verbs of saying, "that"."""
    cues = load(Cues, language, "cues")
    return frozenset(("that", *(form for verb in cues.phrases["say"] for form in inflect(verb, cues.irregular))))


def _text(doc: Doc, tokens: list[Token], aside: Collection[int]) -> str:
    """The text from the first of `tokens` to the last, without what is told aside between them."""
    first, last = tokens[0].i, tokens[-1].i + 1
    if not any(first < i < last for i in aside):
        return text_between(doc, first, last)
    breaks = [i for i in range(first, last) if i in aside and i - 1 not in aside]
    resumed = [i for i in range(first, last) if i not in aside and i - 1 in aside]
    return " ".join(text_between(doc, a, b) for a, b in zip([first, *resumed], [*breaks, last], strict=True))


def _answers(tokens: list[Token], words: _Words) -> bool:
    """Whether words may open an answer: no phrase of time or comment ("right after the vote"), no source ("a poll")."""
    head = [token.lower_ for token in tokens[:_SOURCE_REACH]]
    opening = 1 if head[0] in words.adverbs and len(head) > 1 else 0
    if head[opening] in words.not_openers:
        return False
    source = next((i for i, word in enumerate(head) if word in words.sources), None)
    return source is None or (source > 0 and head[0] not in _DETERMINERS)


def opens_aside(doc: Doc, start: int, language: str = "en") -> bool:
    """Whether a subordinate clause or phrase of time opens at token `start`: "when told that …", "right after the"."""
    words = _words(language)
    head = words_of(doc).lowers[start : start + 2]
    return any(word in words.subordinators for word in (head[1:] if head[0] in words.adverbs else head[:1]))


def _without_tail(tokens: list[Token], words: _Words) -> list[Token]:
    """An answer ends where a concession opens ("even though …"), and one that names whom it takes where a vote is told.

    "Would back Smith in the fall election" and "if the election were held today" are the question, not the answer.
    """
    for i in range(2, len(tokens) - 1):
        word = tokens[i].lower_
        if word == "even" and tokens[i + 1].lower_ in ("if", "though", "when", "as"):
            return tokens[:i]
        if word in ("in", "if") and tokens[i - 1].text[:1].isupper() and _tells_vote(tokens[i:], words):
            return tokens[:i]
    return tokens


def _held(tokens: list[Token], words: _Words) -> list[Token]:
    """What "was held by", ", chosen by 40 percent": the participle only leads to those who gave the answer."""
    led = len(tokens) > 2 and tokens[-1].lower_ in words.held and tokens[-2].lower_ in _LED
    return tokens[:-2] if led else tokens


def _tells_vote(tokens: list[Token], words: _Words) -> bool:
    head = [token.lower_ for token in tokens[1:_VOTE_REACH]]
    return head[:1] != [] and head[0] in _DETERMINERS and any(word in words.votes for word in head)


def _is_end(tokens: list[Token]) -> bool:
    """Whether an answer may end with its last word: with a bound ("a year or more"), or as a whole ("for")."""
    bound = len(tokens) > 2 and tokens[-1].lower_ in ("more", "less") and tokens[-2].lower_ == "or"
    return bound or (len(tokens) == 1 and tokens[0].lower_ == "for")


def only_compares(text: str) -> bool:
    """Whether words only tell that a group gave an answer more often than another: "were less likely to do so"."""
    return _COMPARISON.fullmatch(text.strip()) is not None


def _only_moves(text: str, language: str) -> bool:
    """Whether words only tell how a share moved: "has now slipped", "lower than the old low"."""
    moved = _MOVED.fullmatch(text)
    if moved and moved["verb"].lower() in _changes(language):
        return True
    return _older(language).fullmatch(text) is not None


@cache
def _older(language: str) -> re.Pattern[str]:
    levels = "|".join(map(re.escape, load(Answers, language, "answers").older_levels))
    return re.compile(
        rf"(?i)(?:(?:much|far|slightly|well|a little) )?(?:lower|higher) than (?:[\w'-]+ ){{0,4}}(?:{levels})"
    )


@cache
def _ranked(language: str) -> re.Pattern[str]:
    """The end of an answer that tells its place among the others ("crime came second"), or nothing but that place."""
    lexicon = load(Answers, language, "answers")
    ranking, ranks = "|".join(lexicon.ranking), "|".join(lexicon.ranks)
    return re.compile(rf"(?i)^(?:(?:{ranking}) )?(?:{ranks})$|(?<=\w) (?:{ranking}) (?:{ranks})$")


@cache
def _place_of_share(language: str) -> re.Pattern[str]:
    """A group and a word for its share: "for all adults the figure"."""
    shares = "|".join(load(Answers, language, "answers").pointing_shares)
    return re.compile(rf"(?i)(?:for|among|in|of) (?:[\w'-]+ ){{1,5}}(?:the|this|that) (?:{shares})")


def points_back(text: str, language: str = "en") -> bool:
    """Whether an answer only points to one told before: "did so", "felt the same way"."""
    return text.lower() in _words(language).pointing


def _said_plainly(tokens: list[Token]) -> list[Token]:
    """What "those who" or "without reservation that" only leads to."""
    head = [token.lower_ for token in tokens[:_PREFACE]]
    if len(head) > 2 and head[0] in ("those", "people") and head[1] == "who":
        return tokens[2:]
    if head and head[0] in _PREFACES and "that" in head[1:]:
        return tokens[head.index("that") + 1 :]
    return tokens


def _counted(tokens: list[Token], words: _Words) -> list[Token]:
    """What is counted in "the share of voters who …", "the share opposed": the clause; other tokens as they are."""
    head = [token.lower_ for token in tokens[:_COUNT_REACH]]
    noun = next((i for i, word in enumerate(head[:2]) if word in words.counts), None)
    if noun is None or (noun == 0 and head[1:2] and head[1] in _DETERMINERS):
        return tokens  # none, or a verb: "share that view"
    counted = next((i for i in range(noun + 2, len(head)) if _counts(head[i]) and head[i - 1] not in _LINKS), None)
    if "who" in head[noun:]:
        rest = tokens[head.index("who", noun) + 1 :]
    elif counted is not None:
        # "the share of voters saying …", "of men with a favorable view"
        rest = tokens[counted + (head[counted] == "with") :]
    elif head[noun + 1 : noun + 2] not in ([], ["of"]):
        # "the share opposed"
        rest = tokens[noun + 1 :]
    else:
        return tokens
    while rest and rest[0].lower_ in words.lead_ins:
        rest = rest[1:]
    return rest


def _counts(word: str) -> bool:
    """Whether a word behind those who are counted opens what they are counted for."""
    return word == "with" or (word.endswith("ing") and len(word) > len("being"))


def _passive(tokens: list[Token], words: _Words, language: str) -> str:
    """The verb of "a ban on phones during lessons is supported": it tells the side, and comes first in the label.

    Of a name ("the Labor Party was supported") the name itself is the answer.
    """
    if len(tokens) < 3 or tokens[-2].lower_ not in _BE or stance(tokens[-1].text, language) not in _SIDES:
        return ""
    content = [token for token in tokens[:-2] if token.is_alpha and token.lower_ not in words.function]
    named = all(token.text[:1].isupper() for token in content)
    return "" if named else tokens[-1].lower_


def _kept(tokens: list[Token], words: _Words) -> bool:
    """Whether a word that may lead in belongs to the answer: it points back as a whole, or opens "in favor"."""
    in_favor = len(tokens) > 1 and tokens[0].lower_ == "in" and tokens[1].lower_ in ("favor", "favour")
    return in_favor or _whole(tokens, words)


def _whole(tokens: list[Token], words: _Words) -> bool:
    return len(tokens) <= 4 and " ".join(token.lower_ for token in tokens) in words.pointing


def _pointing(tokens: list[Token], words: _Words) -> list[Token]:
    """An answer that points back ends where it points: what follows "so", "the same way" is when and where."""
    if not tokens or tokens[0].lower_ not in words.pointers:
        return tokens
    head = [token.lower_ for token in tokens[:5]]
    for length in range(min(4, len(head) - 1), 0, -1):
        # "Said this about the bridge" tells of what.
        of_what = head[length - 1] == "this" and head[length] in ("about", "of")
        if " ".join(head[:length]) in words.pointing and head[length] in words.adjuncts and not of_what:
            return tokens[:length]
    return tokens


def _cut(tokens: list[Token], limit: int, through: int, words: _Words) -> list[Token]:
    counted = [(token.is_alpha or token.is_digit) and token.lower_ not in words.function for token in tokens]
    if sum(counted) <= limit + _TAIL:
        return tokens
    content = behind = 0
    for i, token in enumerate(tokens):
        if counted[i]:
            content += 1
            behind += token.i > through
        glued = i > 0 and (token.text == "-" or tokens[i - 1].text == "-")
        if content > limit and not glued and (not through or behind > _BEHIND_VERB or content > _LONGEST):
            return tokens[:i]
    return tokens
