"""Goals that ask for all of a thing where a measure asks for most of it (全部达标 – 基本达到标准), and the reverse."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from graph.model import Clause
from loaders.deadlines import find_deadlines
from loaders.segments import sentences

REACH = r"(?:达标|达到|覆盖|配齐|完成|消除|符合)"
DEGREE = re.compile(
    rf"(?P<all>全部|所有(?:[^，。；]{{0,8}})?(?:都|均)|百分之百|100[%％])[^，。；]{{0,4}}?(?P<reach>{REACH})"
    rf"|(?P<most>基本|大部分|多数)[^，。；]{{0,4}}?(?P<other>{REACH})"
)
SAME = {"达标": "达到", "符合": "达到"}
PART = re.compile(r"[^，。；：\n]+")
SHARED = 4  # characters in a row that both name, so that they speak of one thing


@dataclass(frozen=True, slots=True)
class Degree:
    """A part of a clause that says how much of a thing is to be reached: [start, end) of its text, what is left of it
    without those words, and the deadlines of its sentence."""

    clause: Clause
    start: int
    end: int
    whole: bool
    reach: str
    rest: str
    deadlines: frozenset[str]


def differing_degrees(goals: Sequence[Clause], others: Sequence[Clause]) -> Iterator[tuple[Degree, Degree]]:
    """The parts of goals and other clauses that ask for different degrees of one thing for the same time."""
    asked = [degree for clause in others for degree in degrees_of(clause)]
    for goal in (degree for clause in goals for degree in degrees_of(clause)):
        for other in asked:
            same_time = not goal.deadlines or not other.deadlines or goal.deadlines & other.deadlines
            if goal.whole != other.whole and goal.reach == other.reach and same_time and _share(goal.rest, other.rest):
                yield goal, other


def degrees_of(clause: Clause) -> Iterator[Degree]:
    """The parts of a clause that say 全部达标, 基本达到…."""
    for low, high in sentences(clause.text):
        deadlines = frozenset(item.text for item in find_deadlines(clause.text[low:high]))
        for part in PART.finditer(clause.text, low, high):
            if found := DEGREE.search(part.group()):
                reach = found["reach"] or found["other"]
                rest = part.group()[: found.start()] + "\n" + part.group()[found.end() :]
                whole = found["all"] is not None
                yield Degree(clause, *part.span(), whole, SAME.get(reach, reach), rest, deadlines)


def _share(one: str, other: str) -> bool:
    pairs = ((a, b) for a in one.split("\n") for b in other.split("\n"))
    return any(SequenceMatcher(None, *pair, autojunk=False).find_longest_match().size >= SHARED for pair in pairs)
