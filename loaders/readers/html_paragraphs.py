"""From blocks to lines that show where paragraphs begin, as text files do: by two wide spaces before them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from loaders.readers.breaks import may_be_wrapped
from loaders.readers.grids import with_cells
from loaders.readers.html_blocks import Block
from loaders.readers.page import Line

INDENT = "\u3000\u3000"
ENDED = re.compile(r"[。！？；：!?;:…][”’」』）)》〉]*\s*$")
NUMBER = r"\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、](?!\d)|第\S{1,4}[章节条])"
NUMBERED = re.compile(NUMBER)
HEADING = re.compile(rf"{NUMBER}[^。]{{0,50}}$")
MOST = 0.8
"""Part of the paragraphs that a page sets in, from which one that is not goes on with what stands above it."""


def as_lines(found: Iterable[Block | Line]) -> tuple[Line, ...]:
    """The blocks as lines, paragraphs set in; rows are lines already.

    An element of the page begins a paragraph, but where a page sets paragraphs in and this one is not, below a line
    without an end. A <br> begins one when the page sets the line in, below the end of a sentence, at the number of a
    clause, below a heading with one, and below a line that is too short to be wrapped; else it only wraps a line."""
    items = list(found)
    indents = _indents([item for item in items if isinstance(item, Block) and item.first])
    lines: list[Line] = []
    above = ""
    for item in items:
        if isinstance(item, Line):
            lines.append(item)
        else:
            begins = _begins(item, above, indents=indents)
            text = item.text.rstrip() if "\t" in item.text else (INDENT if begins else "") + item.text.strip()
            lines.append(Line(text, item.line))
        above = lines[-1].text
    return tuple(_with_tabs(lines))


def _with_tabs(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, rows parted by tabs put into cells, as they stand in <pre>; no other line of a page has tabs."""
    for in_cells, run in groupby(lines, key=lambda line: bool(line.cells)):
        plain = list(run)
        tabs = not in_cells and any("\t" in line.text for line in plain)
        yield from with_cells(plain) if tabs else plain


def _begins(block: Block, above: str, *, indents: bool) -> bool:
    if block.indent or not above or ENDED.search(above) or NUMBERED.match(block.text):
        return True
    if block.first:
        return not indents
    return HEADING.match(above) is not None or not may_be_wrapped(above, block.text)


def _indents(blocks: Sequence[Block]) -> bool:
    """Whether the page sets paragraphs in: most of those below an ended one."""
    below = [block.indent for above, block in pairwise(blocks) if ENDED.search(above.text)]
    return len(below) > 3 and sum(below) > MOST * len(below)
