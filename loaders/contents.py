"""The table of contents (目录), which says every heading of the document once more."""

import re
from collections.abc import Sequence

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
    """Where the entries end that begin at `start`: at the first line that is one of them again, or at a sentence.

    Where none stands again, only 目录 itself is taken out."""
    seen: set[str] = set()
    end = start
    while end < len(lines) and _may_be_entry(lines[end]) and _entry(lines[end]) not in seen:
        seen.add(_entry(lines[end]))
        end += 1
    again = any(_entry(line) in seen for line in lines[end:])
    return end if again else start


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
    return not line.line.cells and len(line.text) <= LONGEST_ENTRY and "。" not in line.text


def _entry(line: Clean) -> str:
    return LEADERS.sub("", line.text)
