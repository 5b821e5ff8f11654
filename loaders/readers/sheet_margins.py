"""What stands on many sheets at one place and is no text: running heads and feet, page numbers, marks behind it."""

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from itertools import pairwise
from statistics import median

from loaders.readers.sheet_rows import Row, joined

EDGE = 2
"""Rows at the top and at the foot of a sheet among which heads, feet and page numbers are looked for."""
APART = 1.3
"""Times the usual step from line to line from which a head or a foot stands apart from the text."""
SAME_PLACE = 3.0
"""Points by which the same row may stand higher or lower on another sheet."""
PAGE_NUMBER = re.compile(
    r"第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?"
    r"|(?:^|(?<=\s))[—－–·一\s-]*\d{1,4}(?:\s*/\s*\d{1,4})?[—－–·一\s-]*(?=$|\s)"
)

Key = tuple[str, int]


def without_margins(sheets: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """The rows of sheets without page numbers and without what repeats at the same place.

    1. A row among the first or last two of its sheet that only is a page number: — 3 —, 第3页 共10页, 3/10.
    2. Such a row that is on a quarter of the sheets, page numbers in it aside; on two sheets only where it stands
       apart from the text. 附件1 and 附件2 are not the same.
    3. Any row that is on at least three sheets and half of all: a mark of ownership behind the text."""
    edges = Counter(key for rows in sheets for key in {_key(rows[n]) for n in _edges(rows)})
    anywhere = Counter(key for rows in sheets for key in {_key(row) for row in rows})
    running = {key: count for key, count in edges.items() if count >= max(2, len(sheets) / 4)}
    behind = {key for key, count in anywhere.items() if count >= max(3, len(sheets) / 2)}
    steps = [step for rows in sheets for step in _steps(rows)]
    usual = median(steps) if steps else 0.0
    return [[row for n, row in enumerate(rows) if not _is_margin(rows, n, running, behind, usual)] for rows in sheets]


def _is_margin(rows: Sequence[Row], n: int, running: Mapping[Key, int], behind: Container[Key], usual: float) -> bool:
    if rows[n][0].table is not None:
        return False
    key = _key(rows[n])
    if n not in _edges(rows):
        return bool(key[0]) and key in behind
    return not key[0] or running.get(key, 0) > 2 or (key in running and _is_apart(rows, n, usual))


def _edges(rows: Sequence[Row]) -> set[int]:
    """The places of the rows at the top and at the foot of a sheet."""
    ends = {*range(min(EDGE, len(rows))), *range(max(0, len(rows) - EDGE), len(rows))}
    return {n for n in ends if rows[n][0].table is None}


def _steps(rows: Sequence[Row]) -> list[float]:
    return [below[0].base - above[0].base for above, below in pairwise(rows)]


def _is_apart(rows: Sequence[Row], n: int, usual: float) -> bool:
    """Whether there is more room between a row and the text than usually between lines, or a table beside it."""
    if any(row[0].table is not None for row in rows[max(n - 1, 0) : n + 2]):
        return True
    inner = _steps(rows)[n:EDGE] if n < EDGE else _steps(rows)[-EDGE:n]
    return bool(inner) and max(inner) > APART * usual


def _key(row: Row) -> Key:
    """What a row says without page numbers, and its place on the sheet."""
    text = re.sub(r"\s+", "", PAGE_NUMBER.sub("", joined(row).text))
    return text, round(row[0].base / SAME_PLACE)
