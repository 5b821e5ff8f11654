"""What stands on every page beside the text: running heads and feet. Official documents have page numbers alone
(GB/T 9704-2012 7.5); bulletins and prints have more."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from loaders.joining import ENDS
from loaders.numbering import read_mark
from loaders.text import Clean

FEWEST = 2
"""Pages on which a line must stand beside the page number to be furniture."""
SHARE = 1 / 3
"""Part of the pages on which it must; heads of left and right pages stand on half of them."""
LONGEST = 40
"""Characters of a running head."""


def without_furniture(lines: Sequence[Clean]) -> tuple[Clean, ...]:
    """The lines without running heads and feet: short ones without an end mark that stand next to page numbers again
    and again."""
    beside = [_is_beside(lines, index) for index in range(len(lines))]
    said = [line.text if near and _may_be_furniture(line) else "" for line, near in zip(lines, beside, strict=True)]
    pages = sum(line.torn for line in lines)
    times = Counter(filter(None, said))
    furniture = {text for text, count in times.items() if count >= max(FEWEST, SHARE * pages)}
    kept: list[Clean] = []
    gone = False
    for line, text in zip(lines, said, strict=True):
        if text not in furniture:
            kept.append(replace(line, torn=True, gap=True) if gone else line)
        gone = text in furniture
    return tuple(kept)


def _may_be_furniture(line: Clean) -> bool:
    """Whether the line may stand on every page: it is no row, no clause and no sentence."""
    return not (line.line.cells or len(line.text) > LONGEST or ENDS.search(line.text) or read_mark(line.text))


def _is_beside(lines: Sequence[Clean], index: int) -> bool:
    """Whether a page number stood right above or below the line; below the last one it may."""
    return lines[index].torn or index + 1 == len(lines) or lines[index + 1].torn
