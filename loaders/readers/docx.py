"""Word documents (.docx): paragraphs and tables in their order, with the numbers that Word generates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from xml.etree.ElementTree import Element

from graph.errors import UnreadableFile
from loaders.readers.breaks import BRACKET_ENDED, ENDED, INDENT, STARTS, may_be_wrapped
from loaders.readers.limits import USUAL, Limits
from loaders.readers.page import Line
from loaders.readers.word_numbering import Numbering
from loaders.readers.word_package import W, child, integer, open_package
from loaders.readers.word_styles import Styles
from loaders.readers.word_tables import read_table
from loaders.readers.word_text import BREAK, Words

LONG = 20
"""Characters from which a line without an end mark may go on below: a heading or an entry of a list is shorter."""
CONTAINERS = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a paragraph: whether the paragraph is indented, whether it is set apart by a number or by its place in
    the middle, and whether the line is a further one of its paragraph."""

    line: Line
    indented: bool = False
    apart: bool = False
    further: bool = False


def read_lines(data: bytes, name: str, limits: Limits = USUAL) -> tuple[Line, ...]:
    """The lines of a Word document; the number of a line is that of its paragraph, cells and text boxes included.

    Left out: tracked deletions, hidden text, heads and feet of pages, notes and comments. A head that the first page
    has for itself is read, for there stands the letterhead. Raises UnreadableFile."""
    package = open_package(data, name, limits)
    styles = Styles(package.styles)
    story = _Story(styles, Numbering(package.numbering, styles))
    try:
        head = story.pieces(package.first_head) if package.first_head is not None else []
        return tuple(_marked([*head, *story.pieces(package.body)]))
    except RecursionError as error:
        raise UnreadableFile(name, "tables or text boxes stand in each other too deep") from error


class _Story:
    """Reads the blocks of a document in order, for numbers and fields run on from one to the next."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._words = Words()
        self._count = 0
        self._carried: list[str | Element] = []

    def pieces(self, parent: Element, *, in_cell: bool = False) -> list[Piece]:
        """The lines of the paragraphs and tables in `parent`."""
        found = list(self._blocks(parent, in_cell=in_cell))
        rest = "".join(piece for piece in self._carried if isinstance(piece, str))
        self._carried = []
        return [*found, Piece(Line(rest, max(self._count, 1)))] if rest.strip() else found

    def _blocks(self, parent: Element, *, in_cell: bool) -> Iterator[Piece]:
        for block in parent:
            if block.tag == f"{W}p":
                yield from self._paragraph(block, in_cell=in_cell)
            elif block.tag == f"{W}tbl":
                yield from (Piece(line, apart=True) for line in read_table(block, self._cell, self._styles))
            elif block.tag in CONTAINERS:
                yield from self._blocks(block, in_cell=in_cell)

    def _cell(self, cell: Element) -> Sequence[Line]:
        return [piece.line for piece in self.pieces(cell, in_cell=True)]

    def _paragraph(self, paragraph: Element, *, in_cell: bool) -> Iterator[Piece]:
        """The lines of a paragraph and of the text boxes tied to it, first what comes first.

        A paragraph whose end is deleted is the beginning of the next one. The number of an empty one counts on, but is
        said in a cell alone."""
        self._carried += self._words.pieces(paragraph)
        if child(paragraph, "pPr/rPr/del") is not None:
            return
        pieces, self._carried = self._carried, []
        boxes = [piece for piece in pieces if isinstance(piece, Element)]
        text = "".join(piece for piece in pieces if isinstance(piece, str))
        if pieces and pieces[0] in boxes:
            yield from self._boxed(boxes)
            boxes = []
        self._count += 1
        yield from self._lines(paragraph, text, in_cell=in_cell)
        yield from self._boxed(boxes)

    def _boxed(self, boxes: Sequence[Element]) -> Iterator[Piece]:
        for box in boxes:
            yield from self._blocks(box, in_cell=False)

    def _lines(self, paragraph: Element, text: str, *, in_cell: bool) -> list[Piece]:
        number = self._numbering.number(paragraph)
        if not text.strip():
            number = number.rstrip(" .．、") if in_cell else ""
        lines = [Line(line, self._count) for line in f"{number}{text}".split(BREAK)]
        if in_cell:
            return [Piece(line) for line in lines]
        attribute = partial(self._styles.attribute, paragraph)
        indented = any(integer(attribute("ind", name)) > 0 for name in ("firstLine", "firstLineChars"))
        apart = bool(number) or attribute("jc", "val") in ("center", "right", "end")
        return [Piece(line, indented, apart, further=index > 0) for index, line in enumerate(lines)]


def _marked(pieces: Sequence[Piece]) -> list[Line]:
    """The lines, those that begin a paragraph indented, as plain text says so, those that go on put together."""
    long = [piece for piece in pieces if len(piece.line.text) >= LONG and not piece.line.cells and not piece.further]
    indents = sum(_is_indented(piece) for piece in long) > len(long) / 2
    wraps = _wraps(pieces)
    found: list[Line] = []
    above: Piece | None = None
    for piece in pieces:
        text = piece.line.text
        if piece.line.cells or piece.line.blank:
            found.append(piece.line)
        elif above and _goes_on(above, piece, indents=indents, wraps=wraps):
            found[-1] = replace(found[-1], text=found[-1].text.rstrip() + text.strip())
        else:
            found.append(replace(piece.line, text=INDENT + text.lstrip()))
        above = piece
    return found


def _is_indented(piece: Piece) -> bool:
    return piece.indented or piece.line.text.startswith(("\u3000", "  ", "\t"))


def _wraps(pieces: Sequence[Piece]) -> bool:
    """Whether lines that are broken by hand go on: most long ones above a break have not ended. In other texts such
    breaks stand for the ends of paragraphs."""
    above = [above.line.text for above, piece in pairwise(pieces) if piece.further]
    ended = [bool(ENDED.search(text.strip())) for text in above if len(text.strip()) >= LONG]
    return 2 * sum(ended) < len(ended)


def _goes_on(above: Piece, piece: Piece, *, indents: bool, wraps: bool) -> bool:
    """Whether a line goes on with the one above, though it is one of its own for Word: a line broken by hand, or a
    paragraph without indent where the others have one, as a text has it that was a PDF before."""
    if piece.apart or above.apart or len(above.line.text.strip()) < LONG or STARTS.match(piece.line.text):
        return False
    said = above.line.text.strip()
    ended = ENDED.search(said) or BRACKET_ENDED.search(said) or not may_be_wrapped(said, piece.line.text)
    return not ended and (wraps if piece.further else indents and not _is_indented(piece))
