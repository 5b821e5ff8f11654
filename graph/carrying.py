"""Which measure of a clause a link carries. A clause often asks for several things: what carries out one of them does
not derive from what stands above another."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from graph import records
from graph.model import Evidence, Span
from graph.queries import Row
from graph.walks import Joins

END = re.compile(r"[。；;！？\n]")
_INNER = r"[（(][^（()）]*[）)]"
ASIDE = re.compile(rf"(?:^|(?<=[。；;！？\n]))\s*(?:[（(](?:[^（()）]|{_INNER})*[）)]\s*)+$")
"""（市教育局牵头；各县（区）政府配合） behind the last sentence."""

NAMING = frozenset({"verbatim", "measure", "meaning", "indicator"})  # evidence that by itself says what is carried
CLEAR = 2.0
"""Weight of the words in common from which on a measure is clearly taken up: two terms that are rare, or three."""


def measures(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """The ranks of the measures of `text` (its sentences, and their parts between ；) that these spans lie in."""
    ends = [match.start() for match in END.finditer(text)]
    return frozenset(
        sum(end < place for end in ends) for span in spans for place in (span.start, max(span.end - 1, span.start))
    )


def asked(text: str, heading: str | None) -> frozenset[int]:
    """The ranks of the measures of a clause, its heading left out where it has more than that."""
    parts = END.split(ASIDE.sub("", text) or text)
    ranks, first = {rank for rank, part in enumerate(parts) if part.strip()}, parts[0]
    return frozenset(ranks - {0} or ranks if heading and first.rstrip() == heading.rstrip("。") else ranks)


def wording(text: str, rank: int) -> str:
    """The measure of this rank in the words of its clause."""
    return END.split(text)[rank].strip()


def carried_over(path: Sequence[Row], texts: Mapping[str, str], *, clearly: bool = False) -> frozenset[int]:
    """The ranks of the measures of the upper clause that a path of links from it down to a clause carries: of what the
    first link carries, that which the next takes up, and so on.

    A link without evidence (a person made it) carries all, and goes on only to what takes up all. Empty where nothing
    tells which measure is meant. `clearly` leaves out what a link has only a few common words for, see `_clear`.
    """
    pairs = _pairs(path[0], texts, clearly=clearly)
    for above, row in pairwise(path):
        found, by_hand = _pairs(row, texts, clearly=clearly), not records.evidence(above["evidence"])
        taken = frozenset(rank for _, high in found for rank in high)
        pairs = [
            (low, top)
            for low, high in found
            for middle, top in pairs
            if (middle <= taken if by_hand else middle & high)
        ]
    return frozenset(rank for _, top in pairs for rank in top)


def one_measure(one: Row, other: Row, texts: Mapping[str, str]) -> bool:
    """Whether two links up from one clause start from the same measure of it; a link without evidence from each."""
    first, second = (frozenset().union(*(low for low, _ in _pairs(row, texts, clearly=False))) for row in (one, other))
    return not first.isdisjoint(second)


def _pairs(row: Row, texts: Mapping[str, str], *, clearly: bool) -> list[tuple[frozenset[int], frozenset[int]]]:
    """The measures of both ends that each piece of a link's evidence joins; without evidence all are joined to all."""
    source, target = texts[row["source"]], texts[row["target"]]
    pairs = _telling(records.evidence(row["evidence"]))
    if not pairs:
        return [(asked(source, None), asked(target, None))]
    clear = _clear(pairs, target) if clearly else asked(target, None)
    joined = ((_stretch(source, pair.source), _stretch(target, pair.target) & clear) for pair in pairs)
    return [(low, high) for low, high in joined if high]


def _clear(pairs: Iterable[Evidence], text: str) -> frozenset[int]:
    """The ranks of the measures of the upper clause that a link clearly takes up: that for which it has most in common,
    and all for which it has a passage, a named measure or a figure, or words that weigh CLEAR together."""
    weights: dict[int, float] = defaultdict(float)
    for pair in pairs:
        for rank in _stretch(text, pair.target):
            weights[rank] += pair.weight + (CLEAR if pair.kind in NAMING else 0.0)
    most = max(weights.values())
    return frozenset(rank for rank, weight in weights.items() if weight >= min(CLEAR, most))


def _stretch(text: str, span: Span) -> frozenset[int]:
    """The ranks of the measures from that in which a span begins to that in which it ends."""
    ends = measures(text, [span])
    return frozenset(range(min(ends), max(ends) + 1))


def joins_by_measure(texts: Mapping[str, str]) -> Joins:
    """Whether two links that meet in a clause carry the same measure of it.

    `texts` are the texts of the clauses. A heading names a subject, not a measure, and counts only where a link has no
    other evidence; a link without any (a person made it) joins all.
    """

    @cache
    def carried(source: str, target: str, evidence: str) -> tuple[frozenset[int], frozenset[int]]:
        pairs = _telling(records.evidence(evidence))
        return (
            measures(texts[source], (pair.source for pair in pairs)),
            measures(texts[target], (pair.target for pair in pairs)),
        )

    def joins(lower: Row, upper: Row) -> bool:
        below = carried(lower["source"], lower["target"], lower["evidence"])[1]
        above = carried(upper["source"], upper["target"], upper["evidence"])[0]
        return not below or not above or not below.isdisjoint(above)

    return joins


def _telling(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(pair for pair in evidence if pair.kind != "heading") or evidence
