"""The same poll, question and population across articles; reprints; comparisons.

`link` and `compare` do all of it on one machine.  An incremental store or a cluster does the same in pieces, each a
pure function of a set of records, so that the result does not depend on how the work is split:

1. Reprints: `signature` of each article (a map), `reprint_keys` (group by), `match_copies` on each block, `originals`
   over the pairs (group by `graph.components`).
2. Polls: `profile_poll` of each poll (a map; needs `reprint_of`), `blocking_keys` (group by), `match_block` on each
   block, distinct matches, `poll_components`, then `cluster_component` on each component.  A report without a match has
   the cluster `cluster_id(poll_id)`.
3. Questions: `profile_question` of each question, group by `poll_cluster`, `cluster_questions`.
4. Comparisons: group by `poll_cluster` and `question_cluster`, `compare_question`.

New records change only the blocks whose keys they carry and the components these blocks touch; both are recomputed
whole, so the end is that of a run from scratch.
"""

from extractor.matching.blocking import blocking_keys
from extractor.matching.comparisons import compare, compare_question
from extractor.matching.link import Linked, link, link_with_reasons
from extractor.matching.polls import cluster_component, cluster_id, match_block, poll_components, reasons_of
from extractor.matching.profiles import (
    PollProfile,
    QuestionProfile,
    profile_item,
    profile_poll,
    profile_question,
)
from extractor.matching.questions import cluster_questions
from extractor.matching.reprints import Signature, match_copies, originals, reprint_keys, signature
from extractor.matching.scoring import Match, match

__all__ = [
    "Linked",
    "Match",
    "PollProfile",
    "QuestionProfile",
    "Signature",
    "blocking_keys",
    "cluster_component",
    "cluster_id",
    "cluster_questions",
    "compare",
    "compare_question",
    "link",
    "link_with_reasons",
    "match",
    "match_block",
    "match_copies",
    "originals",
    "poll_components",
    "profile_item",
    "profile_poll",
    "profile_question",
    "reasons_of",
    "reprint_keys",
    "signature",
]
