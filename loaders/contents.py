"""The table of contents (目录), which says every heading of the document once more."""

import re
from collections.abc import Sequence

from loaders.text import Clean

LEADERS = re.compile(r"[\s.．·…—-]*\d{0,3}$")


def without_contents(lines: Sequence[Clean]) -> tuple[Clean, ...]:
    """The lines without a table of contents: from 目录 to where its first entry stands again."""
    start = next((index for index, line in enumerate(lines) if line.text in ("目录", "目次", "【目录】")), None)
    if start is None or start + 1 >= len(lines):
        return tuple(lines)
    first = _entry(lines[start + 1])
    again = (index for index in range(start + 2, len(lines)) if _entry(lines[index]).startswith(first))
    end = next(again, None)
    return (*lines[:start], *lines[end:]) if first and end else tuple(lines)


def _entry(line: Clean) -> str:
    return LEADERS.sub("", line.text)
