"""Numbers that are written or set loosely, put as usual: 一　总体要求, and several items in one line."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.numerals import read_numeral
from loaders.numbering import SHORT, Mark, inner_marks, read_mark
from loaders.text import Clean, bare

SPACED = re.compile(rf"^(?P<number>{SHORT})(?:\s+(?P<text>[\u4e00-\u9fff“《].*))?$")
BETWEEN = re.compile(rf"(?<!\s)\s+(?=\d{{1,3}}\s*[.．、]\s*[^\d\s]|[（(]{SHORT}[)）])")
LISTS = re.compile(r"^附[件表录]?[:：]")
LONGEST = 50
"""Characters of a heading."""


def regular(lines: Sequence[Clean]) -> tuple[Clean, ...]:
    """The lines, numbers as usual and each item in a line of its own.

    1. A Chinese numeral and white space above or below others that run on, 一　总体要求 and 二　招生办法, is 一、.
       A numeral alone in a heading, whose turn it is, has its text in the next line.
    2. Items that white space parts in one line, 1.甲 2.乙 3.丙, stand apart.
    """
    return tuple(part for line in _with_stops(lines) for part in _parted(line))


def _with_stops(lines: Sequence[Clean]) -> Iterator[Clean]:
    written = [_raw(line) for line in lines]
    usual = {mark.value for text in written if (mark := read_mark(text)) and mark.kind == "section"}
    spaced = {read_numeral(match["number"]) for text in written if (match := SPACED.match(text)) and match["text"]}
    last = 0
    rest = iter(zip(lines, written, strict=True))
    for line, text in rest:
        mark = read_mark(text)
        last = mark.value if mark and mark.kind == "section" else last
        match = SPACED.match(text) if len(text) <= LONGEST and "。" not in text else None
        value = read_numeral(match["number"]) if match else 0
        if not match or value != last + 1 or value in usual or (value == 1 and 2 not in spaced):
            yield line
            continue
        if not match["text"] and not line.heading:
            yield line
            continue
        last = value
        below = match["text"] or next(rest, (line, ""))[1]
        yield line.saying(f"{match['number']}、{below}")


def _raw(line: Clean) -> str:
    return "" if line.line.cells else bare(line.line.text).strip()


def _parted(line: Clean) -> tuple[Clean, ...]:
    """The items of a line, where their numbers run on; what stands before the first may be one or have no number."""
    first, *others = BETWEEN.split(_raw(line))
    marks = [mark for part in others if (mark := read_mark(part))]
    if not marks or not _run_on(marks):
        return (line,)
    own = read_mark(first)
    inner = [mark for mark in inner_marks(first) if mark.kind == marks[0].kind]
    if own or LISTS.match(first):
        above = own if own and not inner else next(reversed(inner), None)
        follows = above is not None and _run_on([above, *marks])
    else:
        follows = not inner and len(marks) > 1
    return tuple(line.saying(part) for part in (first, *others)) if follows else (line,)


def _run_on(marks: Sequence[Mark]) -> bool:
    return all((after.kind, after.value) == (mark.kind, mark.value + 1) for mark, after in pairwise(marks))
