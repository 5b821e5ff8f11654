"""Signatures, and titles behind them, that a text without line breaks has in the midst of its lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from loaders.readers.page import Line

DATE = r"(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
BODY = r"[\u4e00-\u9fff]{2,30}(?:局|厅|委|委员会|政府|办公室|办公厅|部|院|会|学校|大学|学院)"
SIGNED = re.compile(
    rf"(?<=[。！])\s*(?P<bodies>(?:{BODY}\s*){{1,8}}?)(?P<date>{DATE})\s*(?P<note>[（(][^（()）]{{2,20}}[)）])?\s*"
)
LAST = re.compile(rf"{DATE}|[（(][^（()）]{{2,20}}[)）]")
NAMED = re.compile(r"《([^《》]{6,80})》")


def parted(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines, those parted that hold a signature behind a sentence: ……。示例市教育局2021年3月5日示例计划为加强…….

    Behind the date stands nothing, a note in a bracket, 附件, or the title of a work that the text names;
    anything else is the next sentence (教育部2021年7月8日印发……)."""
    found = list(lines)
    titles = tuple(dict.fromkeys(title for line in found for title in NAMED.findall(line.text)))
    signed = [replace(line, text=part) for line in found for part in _parts(line, titles)]
    above = [Line("", 0), *signed]
    return tuple(part for last, line in zip(above, signed, strict=False) for part in _titled(line, last, titles))


def _parts(line: Line, titles: Sequence[str]) -> Iterator[str]:
    match = None if line.cells else SIGNED.search(line.text)
    while match and not _ends_text(line.text[match.end() :], match, titles):
        match = SIGNED.search(line.text, match.end())
    if not match:
        yield line.text
        return
    parts = (
        line.text[: match.start()],
        match["bodies"].strip(),
        match["date"],
        match["note"],
        line.text[match.end() :],
    )
    yield from filter(None, parts)


def _ends_text(rest: str, match: re.Match[str], titles: Sequence[str]) -> bool:
    return not rest or bool(match["note"]) or rest.startswith(("附件", *titles))


def _titled(line: Line, above: Line, titles: Sequence[str]) -> Iterator[Line]:
    """The line; below a date or a note, the title that it begins with and the text behind that."""
    title = next(filter(line.text.startswith, titles), "") if LAST.fullmatch(above.text.strip()) else ""
    parts = (title, line.text[len(title) :].lstrip()) if title else (line.text,)
    yield from (replace(line, text=part) for part in parts if part or not title)
