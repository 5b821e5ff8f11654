"""Deadlines that a quantity takes over: from the sentence before it in a paragraph of goals, and from the paragraph
directly above goals and items of a goal."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache

from graph.model import Clause, Indicator
from loaders.deadlines import Deadline, find_deadlines
from loaders.due import dues_of
from loaders.segments import sentences

GOALS = re.compile(r"目标(?!责任|管理|考核|评价|导向|引领)")
LEAD_IN = re.compile(
    r"(?:(?:主要|工作|总体|发展|具体|阶段)?目标(?:是|为)?[:：，]?|力争|确保|争取|[（(]?[一二三]是|其中[，,]?)?"
)


def inherited_due(indicator: Indicator, clause: Clause, clauses: Mapping[str, Clause], made: str | None) -> str | None:
    """The day or period in ISO 8601 by which a goal without deadline of its own is due.

    1. 主要目标。到2025年，覆盖率达到90%。新建学校5所。The second sentence goes on under the deadline of the first.
    2. 一、主要目标 到2025年，各项工作走在前列。—— 建成8个站。 The bullets and items below goals are due as the
       paragraph directly above them says, where it names one deadline only, or ends with one and a colon.
    """
    if indicator.deadline or indicator.kind != "target":
        return None
    parent = clauses.get(clause.parent or "")
    if _is_goal(clause, parent) and (earlier := _earlier(clause, indicator.span.start)):
        return _one_due(earlier, made)
    if parent and (clause.type == "goal" or names_goals(parent)):
        return _one_due(_above(parent, clause), made)
    return None


def _is_goal(clause: Clause, parent: Clause | None) -> bool:
    return clause.type == "goal" or names_goals(clause) or (parent is not None and names_goals(parent))


def names_goals(clause: Clause) -> bool:
    """Whether the heading of a clause names goals: 主要目标, not 目标管理."""
    return bool(clause.heading and GOALS.search(clause.heading))


def _earlier(clause: Clause, place: int) -> tuple[Deadline, ...]:
    """The deadline at the head of the last sentence before `place`, in its paragraph, that has one."""
    heads = _heads(clause.text)
    index = bisect_left(heads, place, key=lambda deadline: deadline.start)
    start = clause.text.rfind("\n", 0, place) + 1
    return heads[index - 1 : index] if index and heads[index - 1].start >= start else ()


def _above(parent: Clause, clause: Clause) -> tuple[Deadline, ...]:
    """The deadlines of the paragraph of the parent that stands directly above the clause."""
    first = clause.lines[0][1] if clause.lines else None
    starts = [0, *(match.end() for match in re.finditer("\n", parent.text))]
    above = [start for start in starts if first is None or parent.span(start, start).line < first]
    if not above:
        return ()
    start = above[-1]
    end = parent.text.find("\n", start) if "\n" in parent.text[start:] else len(parent.text)
    heads = tuple(deadline for deadline in _heads(parent.text) if start <= deadline.start < end)
    return heads[-1:] if parent.text[:end].endswith(("：", ":")) else heads


@lru_cache(maxsize=16)
def _heads(text: str) -> tuple[Deadline, ...]:
    """The deadlines of a text that stand at the head of a sentence; all goals below a clause ask for them."""
    heads = [LEAD_IN.match(text, start) for start, _ in sentences(text)]
    places = {head.end() for head in heads if head}
    return tuple(deadline for deadline in find_deadlines(text) if deadline.start in places)


def _one_due(found: Sequence[Deadline], made: str | None) -> str | None:
    """The due of these deadlines where they name one only."""
    dues = {due for deadline in found for due in dues_of(deadline.text, made)}
    return dues.pop() if len(dues) == 1 else None
