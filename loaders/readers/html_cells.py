"""The lines of a cell as one text."""

import re
from collections.abc import Sequence

from loaders.vocabulary import lines as entries

BODY = re.compile(rf"[\u4e00-\u9fff](?:{'|'.join(map(re.escape, entries('body_ends.txt')))})$")
REST = re.compile(r"^(?:办公厅|办公室|委员会|管理局|监督局|办|局|厅)(?:$|[、，,；;])")
"""How the second part of a name begins that a line break tore: 示例市人民政府 / 办公室."""


def join_cell(lines: Sequence[str]) -> str:
    """The lines joined. Where one body stands in a line and another in the next (示例市教育局 / 示例市财政局) they are
    parted by 、, for nobody would read them as one name; all else is joined as hard wraps are."""
    text = ""
    for line in map(str.strip, lines):
        text += _between(text, line) + line
    return text


def _between(text: str, line: str) -> str:
    first = re.split(r"[、，,；;（(]", line, maxsplit=1)[0]
    if BODY.search(text) and BODY.search(first) and not REST.match(line):
        return "、"
    return " " if re.search(r"[A-Za-z0-9]$", text) and re.match(r"[A-Za-z0-9]", line) else ""
