"""From lines to paragraphs: what page breaks and hard wraps tore apart is joined, and each clause number begins anew."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.numbering import Mark, read_mark
from loaders.text import Clean, Passage

ENDS = re.compile(r"[。！？；：!?;:…][”’」』）)》〉]*$|[。！？][）)”’]*$")
OPENS = re.compile(r"[，、,（(《“‘—]$")
LONGEST_HEADING = 50
"""Characters: a numbered line without an end mark and longer than this is a sentence that goes on."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its places in the source; `mark` is the number it begins with (not in `passage`); a row of a table
    has cells, with the source line of each."""

    passage: Passage
    mark: Mark | None = None
    cells: tuple[str, ...] = ()
    cell_lines: tuple[int, ...] = ()

    @property
    def line(self) -> int:
        """The source line where it begins."""
        return self.passage.lines[0][1] if self.passage.lines else self.cell_lines[0]


def paragraphs(lines: Sequence[Clean]) -> tuple[Paragraph, ...]:
    """The paragraphs of these lines.

    A line goes on with the one above when that one has not ended: no 。；： at its end, and it is no heading. In a
    text that indents its paragraphs, a line without indent goes on with what stands above it.
    """
    indents = _indents(lines)
    found: list[Paragraph] = []
    for index, line in enumerate(lines):
        if line.line.cells:
            numbers = tuple(line.line.cell_number(column) for column in range(len(line.line.cells)))
            found.append(Paragraph(Passage(), None, line.line.cells, numbers))
        elif index and found and not found[-1].cells and _goes_on(lines[index - 1], line, found[-1], indents):
            last = found[-1]
            found[-1] = Paragraph(last.passage.joined(line.text, line.number), last.mark)
        else:
            mark = read_mark(line.text)
            text = line.text[mark.length :] if mark else line.text
            found.append(Paragraph(Passage().joined(text, line.number), mark))
    return tuple(found)


def _indents(lines: Sequence[Clean]) -> bool:
    """Whether the text marks its paragraphs by white space: most lines after an ended one have it, others have not."""
    after_end = [line.indented for above, line in zip(lines, lines[1:], strict=False) if ENDS.search(above.text)]
    return len(after_end) > 3 and sum(after_end) > 0.8 * len(after_end)


def _goes_on(above: Clean, line: Clean, paragraph: Paragraph, indents: bool) -> bool:
    """Whether `line` goes on with the paragraph that `above` ends."""
    if line.heading or above.heading or (indents and line.indented):
        return False
    if ENDS.search(above.text):
        return indents and not line.indented and not read_mark(line.text) and not above.text.endswith(("：", ":"))
    if OPENS.search(above.text):
        return True
    mark = read_mark(line.text)
    return (mark is None or mark.kind == "decimal") and not _is_heading(paragraph)


def _is_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph without an end mark is a heading by itself: numbered, short and without a sentence."""
    text = paragraph.passage.text
    return paragraph.mark is not None and "。" not in text and len(text) <= LONGEST_HEADING
