"""Which measure of a clause a link carries. A clause often asks for several things: what carries out one of them does
not derive from what stands above another."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from graph import records
from graph.model import Evidence, Span
from graph.queries import Row
from graph.walks import Joins

END = re.compile(r"[。；;！？\n]")


def measures(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """The ranks of the measures of `text` (its sentences, and their parts between ；) that these spans lie in."""
    ends = [match.start() for match in END.finditer(text)]
    return frozenset(
        sum(end < place for end in ends) for span in spans for place in (span.start, max(span.end - 1, span.start))
    )


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
