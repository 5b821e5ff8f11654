"""Signatures, and titles behind them, that a text without line breaks has in the midst of its lines."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.readers.page import Line

DATE = r"(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
BODY = r"[\u4e00-\u9fff]{2,30}(?:局|厅|委|委员会|政府|办公室|办公厅|部|院|会|学校|大学|学院)"
SIGNED = re.compile(
    rf"(?<=[。！])\s*(?P<bodies>(?:{BODY}\s*){{1,8}}?)(?P<date>{DATE})\s*(?P<note>[（(][^（()）]{{2,20}}[)）])?\s*"
)
NAMED = re.compile(r"《([^《》]{6,80})》")


def parted(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines, those parted that hold a signature behind a sentence: ……。示例市教育局2021年3月5日示例计划为加强…….

    Behind the date stands nothing, a note in a bracket, 附件, or the title of a work that the text before it names;
    anything else is the next sentence (教育部2021年7月8日印发……)."""
    return tuple(replace(line, text=part) for line in lines for part in _parts(line))


def _parts(line: Line) -> Iterator[str]:
    match = None if line.cells else SIGNED.search(line.text)
    while match and not _ends_text(line.text, match):
        match = SIGNED.search(line.text, match.end())
    if not match:
        yield line.text
        return
    before, rest = line.text[: match.start()], line.text[match.end() :]
    yield from (part for part in (before, match["bodies"].strip(), match["date"], match["note"]) if part)
    title = next((name for name in NAMED.findall(before) if rest.startswith(name)), "")
    yield from (part for part in (title, rest[len(title) :]) if part)


def _ends_text(text: str, match: re.Match[str]) -> bool:
    rest = text[match.end() :]
    named = any(rest.startswith(name) for name in NAMED.findall(text[: match.start()]))
    return not rest or bool(match["note"]) or rest.startswith("附件") or named
