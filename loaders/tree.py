"""The clause tree while it grows: nodes, and where each numbered paragraph hangs."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from graph.ids import LEAD
from loaders.annexes import AnnexPart
from loaders.joining import NOTE
from loaders.numbering import CHAPTERS, KINDS, Kind, Mark, ranks
from loaders.openings import is_heading, openings
from loaders.paragraphs import pieces
from loaders.tables import Row, read_tables
from loaders.text import Paragraph, Passage

ROOT = -1
"""The depth of an annex, around all numbers in it."""
DEEPEST = 10
"""More numbers than a decimal (1.2.3) has."""
BEFORE_ITEM = re.compile(r"(?:附件|专栏)$|\d$")
"""What a number would run into."""
PLAIN = 7
"""The level of what is no Markdown heading, below all that are."""


@dataclass(slots=True)
class Node:
    """A clause: its address, what it is (a kind of number, lead, annex or row), its text, and what holds it.

    `line` is the source line where it begins, `depth` grows inwards, `times` counts those with its address. `level` is
    that of its Markdown heading, for other lines one below all. `place` is how much text its parent had above it."""

    address: str
    kind: Kind | str
    passage: Passage
    line: int
    depth: int = ROOT
    mark: Mark | None = None
    row: Row | None = None
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)
    times: int = 1
    level: int = PLAIN
    place: int = 0

    @property
    def around(self) -> "list[Node]":
        """The clauses that hold this one, innermost first."""
        return [self.parent, *self.parent.around] if self.parent else []

    @property
    def article(self) -> "Node | None":
        """The article of a statute that this clause is, or lies in."""
        return next((node for node in (self, *self.around) if node.kind == "article"), None)


class Tree:
    """The clauses of a document, in order. Grows text by text: the body, then each annex."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._used: Counter[str] = Counter()
        self._counts: Counter[tuple[int, str]] = Counter()  # of each kind of clause, under each clause

    def annex(self, part: AnnexPart) -> Node:
        """Add an annex; what it holds is read with it as root."""
        return self._add(Node(f"附件{part.number}", "annex", Passage().joined(part.title, part.line), part.line))

    def read(self, found: Sequence[Paragraph], root: Node | None = None) -> None:
        """Add the paragraphs of the body, or of the annex `root`."""
        depths = ranks([_listing(paragraph, paragraph.mark) for paragraph in found if paragraph.mark])
        opens, rank = openings(found, depths), iter(depths)
        stack = [root] if root else []
        for is_row, run in groupby(enumerate(found), key=lambda pair: bool(pair[1].cells)):
            if is_row:
                self._table([paragraph for _, paragraph in run], stack[-1] if stack else None)
                continue
            for index, paragraph in run:
                _end(stack, paragraph, opens.get(index))
                if paragraph.mark:
                    self._numbered(paragraph, paragraph.mark, next(rank), stack)
                elif stack:
                    _go_on(stack, paragraph)
                else:
                    stack.append(self._add(Node(LEAD, "lead", paragraph.passage, paragraph.line)))

    def _numbered(self, paragraph: Paragraph, mark: Mark, rank: int, stack: list[Node]) -> None:
        depth = rank * DEEPEST + len(mark.parts)
        while stack and (stack[-1].kind == "lead" or stack[-1].depth >= depth or _beside(stack[-1], mark)):
            stack.pop()
        parent = stack[-1] if stack else None
        if mark.kind == "bullet":
            mark = replace(mark, value=1 + self._counts[id(parent), "bullet"])
        node = Node(_address(parent, mark), mark.kind, paragraph.passage, paragraph.line, depth, mark, parent=parent)
        node.level = paragraph.level or PLAIN
        stack.append(self._add(node))

    def _table(self, run: Sequence[Paragraph], parent: Node | None) -> None:
        base = parent.address if parent and parent.kind != "lead" else ""
        for item in read_tables(run):
            if isinstance(item, Paragraph):
                if parent:
                    _go_on([parent], item)
                continue
            count = 1 + self._counts[id(parent), "row"]
            passage = Passage().joined(item.cells[item.place][item.start :], item.lines[item.place])
            self._add(Node(f"{base}第{item.number or count}项", "row", passage, item.lines[0], row=item, parent=parent))

    def _add(self, node: Node) -> Node:
        """Add a node; the second one with an address gets ·2."""
        self._used[node.address] += 1
        node.times = self._used[node.address]
        if node.times > 1:
            node.address += f"·{node.times}"
        self.nodes.append(node)
        self._counts[id(node.parent), node.kind] += 1
        if node.parent:
            node.parent.children.append(node)
            node.place = len(node.parent.passage.text)
        return node


def _listing(paragraph: Paragraph, mark: Mark) -> Mark:
    return replace(mark, lists=paragraph.passage.text.endswith(("：", ":")))


def _end(stack: list[Node], paragraph: Paragraph, depth: int | None) -> None:
    """Take the clauses off the stack that a heading without a number ends: those from `depth` on, and below a Markdown
    heading all that are not headings of a higher level; a box that is a table ends with it. Annexes and what stands
    before the first number stay."""
    if stack and not paragraph.mark and _is_below_rows(stack[-1], paragraph):
        stack.pop()
    level = paragraph.level if is_heading(paragraph) else 0
    while stack and stack[-1].mark:
        ended = depth is not None and stack[-1].depth >= depth * DEEPEST
        if not ended and not (level and stack[-1].level >= level):
            return
        stack.pop()


def _is_below_rows(box: Node, paragraph: Paragraph) -> bool:
    """Whether the paragraph is text below the table that fills a box, and no note to it."""
    filled = box.kind == "box" and bool(box.children) and all(child.row for child in box.children)
    return filled and not NOTE.match(paragraph.passage.text)


def _beside(node: Node, mark: Mark) -> bool:
    """Whether a decimal number stands beside a node and not in it: 2.1 is not in 1, nor in 1.3."""
    if mark.kind != "decimal" or not node.mark or node.mark.kind not in ("item", "decimal"):
        return False
    above = node.mark.parts or (node.mark.value,)
    return mark.parts[: len(above)] != above


def _go_on(stack: list[Node], paragraph: Paragraph) -> None:
    """An unnumbered paragraph belongs to the clause above it; after the numbered points of an article it is the
    article's next paragraph (款), for a point (项) has no second one."""
    node = stack[-1].article or stack[-1]
    for index, (text, line) in enumerate(pieces(paragraph.passage)):
        node.passage = node.passage.joined(text, line, by="" if index else "\n")


def _address(parent: Node | None, mark: Mark) -> str:
    """The address of a numbered clause below `parent`, such that it can be told apart again.

    1. Articles run through a statute: 第五条, not 第一章第五条; in an annex 附件1第五条.
    2. So do the boxes of a plan: 专栏3, and 专栏3第1项, 专栏3—1 in it.
    3. A decimal says the numbers above it: 1.1, not 11.1.
    4. A plain number after a digit would run into it: 附件2 and 1 are 附件2第1项.
    """
    base = _base(parent, mark)
    if mark.kind == "item" and BEFORE_ITEM.search(base):
        return f"{base}第{mark.value}项"
    if mark.kind == "decimal" and BEFORE_ITEM.search(base):
        return f"{base}第{mark.parts[0]}项{mark.step}"
    return base + mark.step


def _base(parent: Node | None, mark: Mark) -> str:
    if not parent or parent.kind == "lead":
        return ""
    passed: tuple[str, ...] = (*CHAPTERS, "section") if mark.kind == "article" else ()
    if mark.kind == "box":
        passed = KINDS
    if mark.kind == "decimal" and not parent.address.endswith("项"):
        passed = ("item", "decimal")
    node: Node | None = parent
    while node and node.kind in passed:
        node = node.parent
    return node.address if node else ""
