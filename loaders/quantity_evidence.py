"""Quantities of two clauses that are about one object: evidence of a link.

Which are of one object and which asks for more says `graph.comparing`; here short forms are written out before and
each quantity finds the likest of the other clause.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from graph import comparing
from graph.comparing import ALIKE, carried_by, is_demand, timing
from graph.model import DocumentFacts, Indicator
from loaders.localise import plain

__all__ = ["OBJECT_WEIGHT", "VALUE_WEIGHT", "Comparison", "carried_by", "comparisons"]

OBJECT_WEIGHT = 1.0
"""One object counted in one unit: half of what a link needs."""

VALUE_WEIGHT = 1.0
"""The figure and its comparator are the same too."""


@dataclass(frozen=True, slots=True)
class Comparison(comparing.Comparison):
    """A quantity of the lower and one of the upper clause, of one object and unit, as evidence."""

    @property
    def weight(self) -> float:
        """What it weighs as evidence of a link."""
        return self.likeness * OBJECT_WEIGHT + (VALUE_WEIGHT if self.equal else 0.0)

    @property
    def nearness(self) -> tuple[float, bool, bool]:
        """By what the likest is found: of figures of one object (到2023年、2025年分别达到70%、85%) that of one
        deadline, then that of one value."""
        return self.likeness, timing(self.source, self.target) == "same", self.equal


def comparisons(source: DocumentFacts, target: DocumentFacts) -> dict[tuple[str, str], list[Comparison]]:
    """The quantities of one object, by pair of clauses; for each the likest, in order of the lower clause."""
    texts = {clause.id: clause.text for facts in (source, target) for clause in facts.clauses}
    by_unit: dict[str, list[Indicator]] = defaultdict(list)
    for indicator in _demands(target):
        by_unit[_unit(indicator)].append(indicator)
    found: dict[tuple[str, str], list[Comparison]] = defaultdict(list)
    for indicator in _demands(source):
        best: dict[str, Comparison] = {}
        for other in by_unit[_unit(indicator)]:
            pair = Comparison.of(indicator, other, texts, _spelled)
            if pair.likeness >= ALIKE and (other.source not in best or pair.nearness > best[other.source].nearness):
                best[other.source] = pair
        for clause, pair in best.items():
            found[indicator.source, clause].append(pair)
    return found


def _demands(facts: DocumentFacts) -> list[Indicator]:
    """The figures that something is asked for."""
    return [item for item in facts.indicators if is_demand(item)]


def _unit(indicator: Indicator) -> str:
    return plain(indicator.unit).text


@cache
def _spelled(counted: str) -> str:
    return plain(counted).text
