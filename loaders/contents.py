"""The table of contents (目录), which says every heading of the document once more."""

import re
from collections.abc import Sequence
from itertools import takewhile

from loaders.numbering import read_mark
from loaders.text import Clean

HEADING = re.compile(r"^[【\[]?目[录次][】\]]?[:：]?$")
LEADERS = re.compile(r"(?:[\s.．·•…—_-]{2,}|\s)[（(]?\d{0,3}[)）]?$|(?<=[\u4e00-\u9fff])\d{1,3}$|[\s.．·•…—_-]+$")
LONGEST_ENTRY = 80
"""Characters of an entry; the title of an annex comes to this."""
FEWEST = 3
"""Entries that a table of contents without its heading must have."""


def without_contents(lines: Sequence[Clean]) -> tuple[Clean, ...]:
    """The lines without a table of contents: from 目录 to where an entry stands again. Without that word, headings one
    below the other that all stand again, in their order, with text below them."""
    start = next((index for index, line in enumerate(lines) if HEADING.match(line.text)), None)
    if start is None:
        start, end = _bare_contents(lines)
    else:
        end = _end(lines, start + 1)
    return (*lines[:start], *lines[end:])


def _end(lines: Sequence[Clean], start: int) -> int:
    """Where the entries end that begin at `start`: where the first one that stands again does, or at a sentence. Others
    may stand twice among the entries (第一节 一般规定 of each chapter). Where none stands again, only 目录 goes."""
    entries = list(takewhile(_may_be_entry, lines[start:]))
    texts = [_entry(line) for line in lines[start:]]
    again = (
        texts.index(text, place + 1) for place, text in enumerate(texts[: len(entries)]) if text in texts[place + 1 :]
    )
    return start + min(next(again, 0), len(entries))


def _bare_contents(lines: Sequence[Clean]) -> tuple[int, int]:
    """Where headings stand that are a table of contents without saying so; an empty place for none."""
    start = next((index for index, line in enumerate(lines) if read_mark(line.text)), len(lines))
    headings: dict[str, None] = {}
    for line in lines[start:]:
        if not (_may_be_entry(line) and read_mark(line.text)) or _entry(line) in headings:
            break
        headings[_entry(line)] = None
    end = start + len(headings)
    first: dict[str, int] = {}
    for index, line in enumerate(lines[end:]):
        first.setdefault(_entry(line), index)
    again = [first[heading] for heading in headings if heading in first]
    return (start, end) if FEWEST <= len(headings) == len(again) and again == sorted(again) else (start, start)


def _may_be_entry(line: Clean) -> bool:
    """Whether the line may be an entry: a short one, or a heading and the number of its page, parted by a tab."""
    cells = line.line.cells
    if cells and not (len(cells) == 2 and cells[0] and cells[1].isdecimal()):
        return False
    return len(line.text) <= LONGEST_ENTRY and "。" not in line.text


def _entry(line: Clean) -> str:
    return re.sub(r"\s+", "", LEADERS.sub("", line.text))
