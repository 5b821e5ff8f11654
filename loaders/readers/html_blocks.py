"""From tags and text to blocks: the lines that a reader of the page sees, and the box and cell in which each stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.readers.html_events import End, Event, Start, Text
from loaders.readers.html_lists import Numbering, numbered, read_numbering
from loaders.vocabulary import rows

BLOCKS = frozenset(tag for tag, seen in rows("page_elements.tsv") if seen == "block")
UNSEEN = frozenset(tag for tag, seen in rows("page_elements.tsv") if seen == "unseen")
HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
SHOWN_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|list-item)\b", re.IGNORECASE)
TITLES = ("articletitle", "title")
INDENT = re.compile(r"text-indent\s*:\s*(-?\d*\.?\d+)", re.IGNORECASE)
ASCII_SPACE = " \t\n\f"
SPACES = re.compile(rf"[{ASCII_SPACE}]+")
WIDE = "\xa0\u2002\u2003\u3000"
"""White space that a page shows, and that begins a paragraph."""
MOST_COLUMNS = 100
MOST_ROWS = 1_000
"""What a cell may cover: more is a slip, or means harm."""


@dataclass(frozen=True, slots=True)
class Box:
    """An element that holds blocks: its tag, its id and classes as `names`, the box around it (-1 for none), and how
    many blocks stand before it.

    `hidden` and `indent` hold for what is inside it too."""

    tag: str
    names: str = ""
    around: int = -1
    start: int = 0
    hidden: bool = False
    indent: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: the box of its table, its row, the rows and columns that it covers, the line where it begins,
    and the cell around its table (-1 for none)."""

    table: int
    row: int
    rows: int
    columns: int
    line: int
    around: int


@dataclass(frozen=True, slots=True)
class Block:
    """A line of text as the page shows it; white space of the source is one space, but in <pre> as it is.

    `box` is the innermost box around it, `cell` the innermost cell (-1 for none). `linked` of its characters are links.
    `first` says that it begins a box, and no <br> stands before it; `indent` that the page sets it in."""

    text: str
    line: int
    box: int = -1
    cell: int = -1
    linked: int = 0
    first: bool = True
    indent: bool = False


@dataclass(frozen=True, slots=True)
class Blocks:
    """All of a page: what it shows in order, its boxes and cells, and (title, line) as its head has them."""

    blocks: tuple[Block, ...]
    boxes: tuple[Box, ...] = ()
    cells: tuple[Cell, ...] = ()
    titles: tuple[tuple[str, int], ...] = ()


def read_blocks(events: Iterable[Event]) -> Blocks:
    """The blocks of a page. Text of elements that no browser shows is left out; of a hidden box it is kept and said."""
    builder = _Builder()
    for event in events:
        match event:
            case Start():
                builder.open(event)
            case End():
                builder.close(event.tag)
            case Text():
                builder.say(event.text, event.line)
    return builder.page()


@dataclass(slots=True)
class _Writing:
    """The block that goes on: its pieces, its line (0 while nothing but white space came), the characters in links."""

    pieces: list[str] = field(default_factory=list)
    line: int = 0
    linked: int = 0

    def add(self, text: str, line: int, *, linked: bool) -> None:
        stripped = text.strip(ASCII_SPACE)
        if stripped and not self.line:
            self.line = line + text[: text.index(stripped[0])].count("\n")
        self.linked += len(stripped) if linked else 0
        self.pieces.append(text)


class _Builder:
    """The state between two events: what is open, and the block that goes on."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._boxes: list[Box] = []
        self._cells: list[Cell] = []
        self._titles: list[tuple[str, int]] = []
        self._open_boxes: list[int] = []
        self._open_cells: list[int] = []
        self._tables: list[int] = []  # the boxes of open tables
        self._rows: list[int] = []  # how many rows of each have begun
        self._lists: list[Numbering] = []
        self._skipped = self._linked = self._preformatted = 0  # how many such elements are open
        self._writing = _Writing()
        self._first = True
        self._number = ""

    def page(self) -> Blocks:
        """What was read."""
        self._end_block()
        return Blocks(tuple(self._blocks), tuple(self._boxes), tuple(self._cells), tuple(self._titles))

    def open(self, start: Start) -> None:
        """An element begins."""
        if self._skipped or start.tag in UNSEEN or (start.tag not in BLOCKS and _is_hidden(start)):
            self._skipped += 1
        elif start.tag == "a":
            self._linked += 1
        elif start.tag == "br":
            self._first = not self._end_block()
        elif start.tag == "meta":
            self._add_title(start)
        elif start.tag in BLOCKS:
            self._end_block()
            self._open_box(start)
            self._first = True
        elif SHOWN_AS_BLOCK.search(start.attributes.get("style", "")):
            self._end_block()
            self._first = True

    def close(self, tag: str) -> None:
        """An element ends."""
        if self._skipped:
            self._skipped -= 1
        elif tag == "a":
            self._linked -= 1
        elif tag in BLOCKS:
            self._end_block()
            self._close_box(tag)
            self._first = True

    def say(self, text: str, line: int) -> None:
        """Text stands here."""
        if self._skipped:
            return
        lines = text.split("\n") if self._preformatted else [text]
        for offset, part in enumerate(lines):
            if offset:
                self._first = not self._end_block()
            self._writing.add(part, line + offset, linked=self._linked > 0)

    def _open_box(self, start: Start) -> None:
        self._boxes.append(self._box(start))
        self._open_boxes.append(len(self._boxes) - 1)
        match start.tag:
            case "table":
                self._tables.append(self._open_boxes[-1])
                self._rows.append(0)
            case "tr" if self._rows:
                self._rows[-1] += 1
            case "td" | "th" if self._rows:
                self._open_cell(start)
            case "ol" | "ul":
                self._lists.append(read_numbering(start.tag, start.attributes))
            case "li":
                self._number = self._lists[-1].next(start.attributes.get("value")) if self._lists else ""
            case "pre":
                self._preformatted += 1

    def _close_box(self, tag: str) -> None:
        self._open_boxes.pop()
        match tag:
            case "table":
                self._tables.pop()
                self._rows.pop()
            case "td" | "th" if self._rows:
                self._open_cells.pop()
            case "ol" | "ul":
                self._lists.pop()
            case "pre":
                self._preformatted -= 1

    def _box(self, start: Start) -> Box:
        around = self._open_boxes[-1] if self._open_boxes else -1
        outer = self._boxes[around] if around >= 0 else Box("")
        style = start.attributes.get("style", "")
        names = f"{start.attributes.get('id', '')} {start.attributes.get('class', '')}".strip()
        indent = INDENT.search(style)
        return Box(
            start.tag,
            names,
            around,
            len(self._blocks),
            outer.hidden or (_is_hidden(start) and start.tag not in ("html", "body")),
            float(indent[1]) > 0 if indent else outer.indent or "indent" in names.lower(),
        )

    def _open_cell(self, start: Start) -> None:
        height, width = (_number(start.attributes.get(name)) for name in ("rowspan", "colspan"))
        around = self._open_cells[-1] if self._open_cells else -1
        height, width = min(height, MOST_ROWS), min(width, MOST_COLUMNS)
        self._cells.append(Cell(self._tables[-1], max(self._rows[-1], 1), height, width, start.line, around))
        self._open_cells.append(len(self._cells) - 1)

    def _add_title(self, meta: Start) -> None:
        if meta.attributes.get("name", "").lower() in TITLES and (title := meta.attributes.get("content", "").strip()):
            self._titles.append((title, meta.line))

    def _end_block(self) -> bool:
        """End the block that goes on; whether anything stood in it."""
        writing, self._writing = self._writing, _Writing()
        text = "".join(writing.pieces)
        text = (text if self._preformatted else SPACES.sub(" ", text)).strip(" \n\f")
        if not text.strip():
            return False
        self._blocks.append(self._block(numbered(self._number, text), writing))
        self._number = ""
        return True

    def _block(self, text: str, writing: _Writing) -> Block:
        box = self._open_boxes[-1] if self._open_boxes else -1
        cell = self._open_cells[-1] if self._open_cells else -1
        indent = text[0] in WIDE or (box >= 0 and self._boxes[box].indent)
        return Block(text, writing.line, box, cell, writing.linked, self._first, indent)


def _is_hidden(start: Start) -> bool:
    return "hidden" in start.attributes or bool(HIDDEN.search(start.attributes.get("style", "")))


def _number(written: str | None) -> int:
    """The number of rows or columns that a cell says it covers, 1 for what is none."""
    digits = re.match(r"\s*(\d{1,6})", written or "")
    return max(int(digits[1]), 1) if digits else 1
