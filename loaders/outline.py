"""The clause tree of a document: numbers, annexes and tables, checked as sequences."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from graph.ids import LEAD, clause_id
from graph.model import Clause, ClauseType, DocumentFacts, Doubt
from loaders.heads import Head
from loaders.layout import AnnexPart
from loaders.numbering import RANK, Mark
from loaders.paragraphs import Paragraph, paragraphs
from loaders.readers.page import Page
from loaders.tables import Table, read_head
from loaders.tasks import is_task
from loaders.text import Passage

TYPES: dict[str, ClauseType] = {
    "part": "section", "chapter": "section", "division": "section", "section": "section", "article": "clause",
    "bracket": "clause", "bullet": "goal",
}  # fmt: skip
LONGEST_RUN_IN = 30
"""Characters of a heading that its own sentence follows: 落实职业院校学历教育与培训并举的法定职责 has twenty."""


@dataclass(slots=True)
class _Node:
    """A clause while it grows."""

    address: str
    type: ClauseType
    passage: Passage
    mark: Mark | None = None
    parent: "_Node | None" = None
    cells: tuple[tuple[str, str], ...] = ()
    children: Counter[str] = field(default_factory=Counter)
    table: Table | None = None


def read_clauses(page: Page, head: Head) -> DocumentFacts:
    """The document with its clauses, in order, and what is doubtful about their numbers."""
    grown = _Outline(head.document.id)
    grown.read(paragraphs(head.layout.body), None)
    for part in head.layout.annexes:
        grown.read(paragraphs(part.lines), grown.annex(part))
    clauses = _finished(head.document.id, grown.nodes)
    return DocumentFacts(head.document, clauses, head.regions, doubts=(*head.doubts, *grown.doubts))


class _Outline:
    """Grows the tree from paragraphs, top to bottom."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.nodes: list[_Node] = []
        self.doubts: list[Doubt] = []
        self.used: Counter[str] = Counter()

    def annex(self, part: AnnexPart) -> _Node:
        return self._add(_Node(f"附件{part.number}", "annex", Passage().joined(part.title, part.line)), part.line)

    def read(self, found: Iterable[Paragraph], root: _Node | None) -> None:
        """Add the paragraphs of the body (no root) or of an annex."""
        stack = [root] if root else []
        for paragraph in found:
            if paragraph.cells:
                self._row(paragraph, stack)
            elif paragraph.mark:
                self._numbered(paragraph, paragraph.mark, stack, root)
            elif stack:
                self._goes_on(stack[-1], paragraph)
            else:
                stack.append(self._add(_Node(LEAD, "paragraph", paragraph.passage), paragraph.line))

    def _goes_on(self, node: _Node, paragraph: Paragraph) -> None:
        """An unnumbered paragraph belongs to the clause above it."""
        for start, (offset, line) in zip(paragraph.passage.lines, paragraph.passage.lines, strict=True):
            del start
            end = next((o for o, _ in paragraph.passage.lines if o > offset), len(paragraph.passage.text))
            node.passage = node.passage.joined(paragraph.passage.text[offset:end], line, by="" if offset else "\n")

    def _numbered(self, paragraph: Paragraph, mark: Mark, stack: list[_Node], root: _Node | None) -> None:
        while stack and stack[-1] is not root and not _holds(stack[-1], mark):
            stack.pop()
        parent = stack[-1] if stack else None
        if mark.kind == "bullet":
            count = sum(1 for node in self.nodes if node.parent is parent and node.type == "goal") if parent else 0
            mark = replace(mark, value=count + 1)
        node = _Node(_address(parent, mark), TYPES.get(mark.kind, "item"), paragraph.passage, mark, parent)
        stack.append(self._add(node, paragraph.line))

    def _row(self, paragraph: Paragraph, stack: list[_Node]) -> None:
        parent = stack[-1] if stack else None
        if table := read_head(paragraph.cells):
            if parent:
                parent.table = table
            return
        if not parent or not parent.table:
            return
        table = parent.table
        task = table.column("task")
        number = table.column("number")
        column = task if task is not None and task < len(paragraph.cells) else 0
        parent.children["row"] += 1
        value = paragraph.cells[number] if number is not None else ""
        rank = int(value) if value.isdecimal() else parent.children["row"]
        passage = Passage().joined(paragraph.cells[column], paragraph.cell_lines[column])
        cells = tuple(zip(table.heads, paragraph.cells, strict=False))
        node = _Node(f"{parent.address}第{rank}项", "row", passage, None, parent, cells, table=table)
        self._add(node, paragraph.line)

    def _add(self, node: _Node, line: int) -> _Node:
        self.used[node.address] += 1
        if (times := self.used[node.address]) > 1:
            self.doubts.append(
                Doubt(self.document, line, "number-repeated", f"{node.address} stands there {times} times")
            )
            node.address += f"·{times}"
        self.nodes.append(node)
        return node


def _holds(node: _Node, mark: Mark) -> bool:
    """Whether a clause numbered `mark` lies inside `node`."""
    if node.type == "paragraph":
        return False
    return node.mark is None or RANK.index(node.mark.kind) < RANK.index(mark.kind)


def _address(parent: _Node | None, mark: Mark) -> str:
    if not parent or (mark.kind == "article" and not parent.address.startswith("附件")):
        return mark.step
    if mark.kind in ("item", "decimal") and re.search(r"附件\d*$|·\d+$|\d$", parent.address):
        return f"{parent.address}第{mark.value}项"
    return parent.address + mark.step


def _finished(document: str, nodes: Sequence[_Node]) -> tuple[Clause, ...]:
    parents = {id(node.parent) for node in nodes if node.parent and node.type != "row"}
    made: dict[int, Clause] = {}
    for order, node in enumerate(nodes):
        parent = made[id(node.parent)] if node.parent else None
        made[id(node)] = _clause(document, order, node, parent, id(node) in parents)
    return tuple(made.values())


def _clause(document: str, order: int, node: _Node, parent: Clause | None, holds: bool) -> Clause:
    heading, run_in = _heading(node)
    kind: ClauseType = "subsection" if node.type == "clause" and holds and not run_in else node.type
    clause = Clause(
        id=clause_id(document, node.address), document=document, address=node.address, type=kind,
        text=node.passage.text, heading=heading, number=node.mark.written if node.mark else None,
        parent=parent.id if parent else None, order=order, cells=node.cells, lines=node.passage.lines,
    )  # fmt: skip
    return replace(clause, task=is_task(clause, parent, node.table))


def _heading(node: _Node) -> tuple[str | None, bool]:
    """The heading of a clause, and whether a sentence of its own follows it."""
    if node.type in ("row", "paragraph"):
        return None, True
    first, _, more = node.passage.text.partition("\n")
    heading, stop, rest = first.partition("。")
    if not stop:
        return (first if not _runs_on(node, first) else None), bool(more) or _runs_on(node, first)
    speaks = bool(rest or more)
    if speaks and len(heading) <= LONGEST_RUN_IN and not re.search(r"[；：，].*[；：，]", heading):
        return heading, True
    return None, True


def _runs_on(node: _Node, text: str) -> bool:
    return node.type in ("goal", "item") or bool(re.search(r"[；：;:]$", text)) or len(text) > 60
