"""Whether the numbers of a document run on: where they do not, a clause may be lost or misread, and that is a doubt."""

from collections.abc import Iterator, Sequence

from graph.model import Doubt
from loaders.tree import Node

UNCHECKED = ("bullet", "lead", "annex", "row")


def doubts(document: str, nodes: Sequence[Node]) -> tuple[Doubt, ...]:
    """The doubts about the numbers of these clauses.

    A number follows its neighbour above (二 after 一). The first one in a clause is 1, or runs on from the last clause
    of its kind: （三） after （二） of the section before."""
    return tuple(Doubt(document, node.line, rule, message) for node, rule, message in _faults(nodes))


def _faults(nodes: Sequence[Node]) -> Iterator[tuple[Node, str, str]]:
    last: dict[str, int] = {}
    for node in nodes:
        if node.kind == "annex":
            last = {}
        if node.times > 1:
            yield node, "number-repeated", f"{node.address}: this number stands here again"
        elif node.mark and node.kind not in UNCHECKED and (fault := _fault(node, node.mark.value, last)):
            yield node, *fault
        if node.row and (fault := _row_fault(node)):
            yield node, *fault
        if node.mark:
            last[node.kind] = node.mark.value


def _fault(node: Node, value: int, last: dict[str, int]) -> tuple[str, str] | None:
    before = _neighbour(node)
    if before is None:
        expected = (1, last.get(node.kind, 0) + 1)
    else:
        expected = (before + 1, before + 1)
        if node.mark and node.mark.sub:
            expected = (before, before + 1)  # 第五条之一 after 第五条
    if value in expected:
        return None
    if before is not None and value > before:
        return "number-hole", f"{node.address} follows number {before}: what lies between is missing or misread"
    return "number-jump", f"{node.address} does not follow what stands above it"


def _neighbour(node: Node) -> int | None:
    """The number of the clause of the same kind before this one under the same clause."""
    if not node.parent:
        return None
    before = None
    for other in node.parent.children:
        if other is node:
            return before
        if other.kind == node.kind and other.mark:
            before = other.mark.value
    return before


def _row_fault(node: Node) -> tuple[str, str] | None:
    row = node.row
    if row and row.unit_missing:
        return "unit-missing", f"{node.address}: the cell of the responsible unit is empty"
    if row and "number" in row.table.columns and row.number is None:
        return "row-number", f"{node.address}: the row has no number; it is counted"
    return None
