"""The parts of a document that ask for nothing.

Those that look back (2024年工作回顾, 发展现状), whose figures are past, and those that explain words (名词解释), whose
figures belong to what they explain.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.model import Clause, DocumentFacts
from loaders.indicator_kinds import is_review
from loaders.tasks import explains_terms

LINE = re.compile(r"[^\n]+")
HEADING = re.compile(r"[^，。；：、,;:！？“”（）()]{4,30}")


def without_past_tasks(facts: DocumentFacts) -> DocumentFacts:
    """The facts without tasks in the parts that look back."""
    past = looking_back(facts.clauses)
    clauses = (replace(item, task=False) if item.id in past else item for item in facts.clauses)
    return replace(facts, clauses=tuple(clauses))


def looking_back(clauses: Sequence[Clause]) -> frozenset[str]:
    """The ids of the clauses in parts that look back.

    1. Below a heading that says so: 一、2024年工作回顾.
    2. Where reports number anew below headings without a number: from 2024年工作回顾 as a line of an unnumbered
       paragraph up to the next paragraph with such a line (2025年工作安排).
    """
    return _with_all_below(clauses, {item.id for item in clauses if is_review(item.heading)} | _unnumbered(clauses))


def past_lines(text: str) -> tuple[tuple[int, int], ...]:
    """The parts of a text that look back, as [start, end): from 2024年工作回顾 in a line by itself on."""
    heads = [line for line in LINE.finditer(text) if HEADING.fullmatch(line.group())]
    ends = [*(line.start() for line in heads[1:]), len(text)]
    return tuple((line.start(), end) for line, end in zip(heads, ends, strict=False) if is_review(line.group()))


def explaining(clauses: Sequence[Clause]) -> frozenset[str]:
    """The ids of the clauses that explain words: 附件 名词解释."""
    return _with_all_below(clauses, {item.id for item in clauses if explains_terms(item.heading or "")})


def _with_all_below(clauses: Sequence[Clause], found: Iterable[str]) -> frozenset[str]:
    part = set(found)
    for clause in clauses:
        if clause.parent in part:
            part.add(clause.id)
    return frozenset(part)


def _unnumbered(clauses: Sequence[Clause]) -> set[str]:
    top = [item for item in clauses if item.parent is None]
    heads = [(place, head) for place, item in enumerate(top) if item.type == "paragraph" and (head := _head(item))]
    ends = [place for place, _ in heads[1:]]
    parts = ((place, end) for (place, head), end in zip(heads, ends, strict=False) if is_review(head))
    return {item.id for start, end in parts for item in top[start:end]}


def _head(paragraph: Clause) -> str:
    """The last line of an unnumbered paragraph that reads as a heading; empty for none."""
    found = [line for line in LINE.findall(paragraph.text) if HEADING.fullmatch(line)]
    return found[-1] if found else ""
