"""Quantities of two clauses that are about one object: evidence of a link, and how the lower clause carries the upper.

Two quantities are of one object when their units are the same and what they count reads alike without places and
levels: 2名市级“课程思政”优秀教师 and 500名省级课程思政优秀教师.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from graph.model import Carried, DocumentFacts, Indicator
from loaders.localise import PLACE, plain
from loaders.vocabulary import lines

ALIKE = 0.6  # share of the characters that two objects have in common, in the same order
SAME = 0.8  # from here on the objects are one and the figures can be compared
HEAD = 4  # characters at the end that two objects share: the noun that is counted

OBJECT_WEIGHT = 1.0
"""One object counted in one unit: half of what a link needs."""

VALUE_WEIGHT = 1.0
"""The figure and its comparator are the same too."""

BARE = re.compile(rf"（[^（）]*）|[{PLACE}“”‘’（）《》、，\s]+|级|的比例$|占比$")
AT_LEAST, AT_MOST = {">=", ">", "="}, {"<=", "<"}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A quantity of the lower and one of the upper clause, of one object and unit."""

    source: Indicator
    target: Indicator
    likeness: float
    same: bool
    intensive: bool

    @property
    def equal(self) -> bool:
        """Whether both state the same figure, none as a limit of the other side."""
        one, other = self.source, self.target
        sides = {one.comparator, other.comparator}
        return (one.value, one.value_max) == (other.value, other.value_max) and (len(sides) == 1 or sides <= AT_LEAST)

    @property
    def weight(self) -> float:
        """What it weighs as evidence of a link."""
        return self.likeness * OBJECT_WEIGHT + (VALUE_WEIGHT if self.equal else 0.0)

    @property
    def stricter(self) -> bool | None:
        """Whether the lower clause asks for more than the upper; None where they cannot be compared or ask the same.

        Shares, hours and sums for each can be compared, and what each place or school must have; a district's 2
        teachers and the province's 500 cannot.
        """
        one, other = self.source, self.target
        if not self.same or one.value == other.value:
            return None
        if one.value_max or other.value_max or not self.intensive:
            return None
        if {one.comparator, other.comparator} <= AT_LEAST:
            return _size(one) > _size(other)
        if {one.comparator, other.comparator} <= AT_MOST:
            return _size(one) < _size(other)
        return None


def _size(indicator: Indicator) -> float:
    """The value to compare by: 1:18 is more than 1:20, though 18 is less than 20."""
    if indicator.measure == "ratio" and indicator.normal_value:
        return indicator.normal_value
    return indicator.value


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
            pair = _compare(indicator, other, texts)
            if pair.likeness >= ALIKE and (other.source not in best or pair.likeness > best[other.source].likeness):
                best[other.source] = pair
        for clause, pair in best.items():
            found[indicator.source, clause].append(pair)
    return found


def _compare(indicator: Indicator, other: Indicator, texts: Mapping[str, str]) -> Comparison:
    one, two = _bare(indicator.object), _bare(other.object)
    share = SequenceMatcher(None, one, two, autojunk=False).ratio()
    head = _common_end(one, two)
    likeness = head / min(len(one), len(two)) if head >= HEAD else share if head else 0.0
    intensive = all(_intensive(item, texts[item.source]) for item in (indicator, other))
    return Comparison(indicator, other, likeness, share >= SAME, intensive)


def carried_by(pairs: Iterable[Comparison]) -> Carried:
    """Raised or lowered where all figures that can be compared and differ say so, else refined."""
    verdicts = {pair.stricter for pair in pairs} - {None}
    if len(verdicts) != 1:
        return "refined"
    return "raised" if verdicts.pop() else "lowered"


def _common_end(one: str, other: str) -> int:
    """How many characters two texts share at their ends."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return next((rank for rank, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _demands(facts: DocumentFacts) -> list[Indicator]:
    """The figures that something is asked for; a figure of today has no 不低于."""
    return [item for item in facts.indicators if item.kind != "baseline" or item.comparator not in ("=", "~")]


def _unit(indicator: Indicator) -> str:
    return plain(indicator.unit).text


@cache
def _bare(counted: str) -> str:
    """What is counted, without brackets, places, levels and marks."""
    return BARE.sub("", plain(counted).text)


def _intensive(indicator: Indicator, text: str) -> bool:
    """Whether the figure does not grow with the territory: a rate, a ratio, hours, so many for each (每个县至少2处)."""
    if indicator.measure == "ratio":
        return True
    part = re.split("[，。；]", text[: indicator.span.start])[-1]
    return _unit(indicator) in lines("rate_units.txt") or "每" in part + indicator.span.text + indicator.object
