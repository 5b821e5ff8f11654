"""From blocks to lines that show where paragraphs begin, as text files do: by two wide spaces before them."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from loaders.readers.html_blocks import Block
from loaders.readers.page import Line

INDENT = "\u3000\u3000"
ENDED = re.compile(r"[。！？；：!?;:…][”’」』）)》〉]*\s*$")
HEADING = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、]|第\S{1,4}[章节条])[^。]{0,50}$"
)
MOST = 0.8
"""Part of the paragraphs that a page sets in, from which one that is not goes on with what stands above it."""


def as_lines(found: Iterable[Block | Line]) -> tuple[Line, ...]:
    """The blocks as lines, paragraphs set in; rows are lines already.

    An element of the page begins a paragraph, but where a page sets paragraphs in and this one is not, below a line
    without an end. A <br> begins one when the page sets the line in, below the end of a sentence, and below a heading
    with a number; else it only wraps a line."""
    items = list(found)
    indents = _indents([item for item in items if isinstance(item, Block) and item.first])
    lines: list[Line] = []
    above = ""
    for item in items:
        if isinstance(item, Line):
            lines.append(item)
        else:
            begins = _begins(item, above, indents=indents)
            lines.append(Line((INDENT if begins else "") + item.text.strip(), item.line))
        above = lines[-1].text
    return tuple(lines)


def _begins(block: Block, above: str, *, indents: bool) -> bool:
    if block.indent or not above or ENDED.search(above):
        return True
    return not indents if block.first else HEADING.match(above) is not None


def _indents(blocks: Sequence[Block]) -> bool:
    """Whether the page sets paragraphs in: most of those below an ended one."""
    below = [block.indent for above, block in pairwise(blocks) if ENDED.search(above.text)]
    return len(below) > 3 and sum(below) > MOST * len(below)
