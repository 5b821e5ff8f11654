"""Whether the numbers of a document run on: where they do not, a clause may be lost or misread, and that is a doubt."""

from collections.abc import Iterator, Mapping, Sequence

from graph.model import Doubt, DoubtRule
from loaders.tree import Node

Fault = tuple[DoubtRule, str]
UNCHECKED = ("bullet", "lead", "annex", "row")


def doubts(document: str, nodes: Sequence[Node]) -> tuple[Doubt, ...]:
    """The doubts about the numbers of these clauses.

    1. A number follows its neighbour above (二 after 一). The first one in a clause is 1, or runs on from the last
       clause of its kind: （三） after （二） of the section before.
    2. Numbers begin again without a doubt in another paragraph of an article, in another table, and below a cell that
       groups the rows. Codes (ZD001) number no rows, and are no doubt.
    """
    return tuple(Doubt(document, node.line, rule, message) for node, rule, message in _faults(nodes))


def _faults(nodes: Sequence[Node]) -> Iterator[tuple[Node, DoubtRule, str]]:
    last: dict[str, int] = {}  # of each kind of number, over the text
    beside: dict[tuple[int, str], Node] = {}  # of each kind of clause, under each clause
    for node in nodes:
        before = beside.get((id(node.parent), node.kind))
        if node.kind == "annex":
            last = {}
        for fault in (_repeated(node, before), _out_of_turn(node, before, last), _row_fault(node, before)):
            if fault:
                yield node, *fault
        if node.mark:
            last[node.kind] = node.mark.value
        beside[id(node.parent), node.kind] = node


def _repeated(node: Node, before: Node | None) -> Fault | None:
    goes_on = node.kind == "lead" or (node.row is not None and not node.row.own)
    if node.times == 1 or goes_on or (before and (before.times == node.times or _begins_again(node, before))):
        return None
    return "number-repeated", f"{node.address}: this number, and maybe those below it, stand here again"


def _begins_again(node: Node, before: Node) -> bool:
    """Whether a list begins where one may: at 1, with text of the article or another group between it and the last."""
    if node.row and before.row:
        return node.row.number == 1 and (node.row.table, node.row.group) != (before.row.table, before.row.group)
    return node.mark is not None and node.mark.value == 1 and node.place > before.place


def _out_of_turn(node: Node, before: Node | None, last: Mapping[str, int]) -> Fault | None:
    if not node.mark or not node.mark.value or node.kind in UNCHECKED or node.times > 1:
        return None
    value = node.mark.value
    if before is None or not before.mark:
        expected = (1, last.get(node.kind, 0) + 1)
    else:
        expected = (before.mark.value + (not node.mark.sub), before.mark.value + 1)  # 第五条之一 follows 第五条
    if value in expected:
        return None
    if before and before.mark and value > before.mark.value:
        lost = f"{node.address} follows {before.address}: what lies between is missing or misread"
        return "number-hole", lost
    return "number-jump", f"{node.address} does not follow what stands above it"


def _row_fault(node: Node, before: Node | None) -> Fault | None:
    row, above = node.row, before.row if before else None
    if row and row.unit_missing:
        return "unit-missing", f"{node.address}: the cell of the responsible unit is empty"
    if not row or "number" not in row.table.columns:
        return None
    if row.table.numbered and not row.own and not (above and not above.own):
        return "row-number", f"{node.address}: the row has no number of its own; it goes on with the one above"
    if not row.table.numbered and not above and not row.table.cell(row.cells, "number"):
        return "row-number", f"{node.address}: the rows have no numbers; they are counted"
    return None
