"""What only Markdown has: tables in the tags of HTML, as converters write them, lists that count by themselves, and
what a site's generator is told of the page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, count, takewhile

from loaders.readers.html_blocks import read_blocks
from loaders.readers.html_events import read_events
from loaders.readers.html_paragraphs import as_lines
from loaders.readers.html_tables import with_rows
from loaders.readers.page import Line

OPEN = re.compile(r"<table\b[^<>]*>", re.IGNORECASE)
EDGE = re.compile(r"<(?P<end>/?)table\b[^<>]*>", re.IGNORECASE)
LONG_TAG = re.compile(r"<[^<>]{400}")
"""A tag that no table has: the time to read attributes grows with the square of their number."""
FIRST = re.compile(r"^(?P<before>\s{0,3})1(?=\.\s+\S)")
INSIDE = re.compile(r"^(?:\s{2,}|\t)\S")
FENCE = re.compile(r"^---+\s*$")
KEY = re.compile(r"^(?:[\w-]+\s*:|\s+\S|-\s|#|\s*$)")
TITLE = re.compile(r"""^title\s*:\s*["']?(.+?)["']?\s*$""")
LONGEST_FRONT = 40
"""Lines."""
SUFFIXES = (".md", ".markdown")


def is_markdown(name: str) -> bool:
    """Whether the file with this name says that it is Markdown."""
    return name.lower().endswith(SUFFIXES)


def with_tables(lines: Sequence[Line], name: str) -> tuple[Line, ...]:
    """The lines, tables in tags as rows with cells, merged ones said in each row; `name` is for messages.

    Reads <table><tr><td rowspan="2">…</td>…</table>, in one line or in many. A table that does not end stays text."""
    return tuple(chain.from_iterable(_read(lines, name)))


def _read(lines: Sequence[Line], name: str) -> Iterator[Sequence[Line]]:
    position = 0
    while position < len(lines):
        end = _end(lines, position) if OPEN.search(lines[position].text) else position + 1
        if end > len(lines):
            yield lines[position:]
        else:
            yield _table(lines[position:end], name) if OPEN.search(lines[position].text) else lines[position:end]
        position = end


def _end(lines: Sequence[Line], start: int) -> int:
    """The line behind the table that begins at `start`, those inside it closed too; beyond all lines when it does not
    end."""
    depth = 0
    for index in range(start, len(lines)):
        depth += sum(-1 if edge["end"] else 1 for edge in EDGE.finditer(lines[index].text))
        if depth <= 0:
            return index + 1
    return len(lines) + 1


def _table(lines: Sequence[Line], name: str) -> Sequence[Line]:
    source = "\n".join(line.text for line in lines)
    if LONG_TAG.search(source):
        return lines
    page = read_blocks(read_events(source, name))
    found = as_lines(with_rows(page.blocks, page.cells))
    before = lines[0].number - 1
    return [
        replace(line, number=line.number + before, cell_numbers=tuple(place + before for place in line.cell_numbers))
        for line in found
    ]


def without_front(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without the front between --- and --- that tells a site's generator of the page; its title: stays,
    where the text does not say it itself."""
    end = next((index for index, line in enumerate(lines[1:LONGEST_FRONT], 1) if FENCE.match(line.text)), 0)
    if not end or not FENCE.match(lines[0].text) or not all(KEY.match(line.text) for line in lines[1:end]):
        return lines
    said = "\n".join(line.text for line in lines[end:])
    titles = ((line, TITLE.match(line.text)) for line in lines[1:end])
    kept = [replace(line, text=title[1]) for line, title in titles if title and title[1] not in said]
    return (*kept, *lines[end + 1 :])


def counted(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, items of one list that are all written 1. with the numbers that Markdown shows: 1. 2. 3.

    Only blank lines, and what is set in below an item, may stand between them."""
    found = list(lines)
    position = 0
    while position < len(found):
        items = _items(found, position)
        for number, index in zip(count(1), items, strict=False):
            text = FIRST.sub(rf"\g<before>{number}", found[index].text)
            found[index] = replace(found[index], text=text)
        position = items[-1] + 1 if items else position + 1
    return tuple(found)


def _items(lines: Sequence[Line], start: int) -> list[int]:
    if not FIRST.match(lines[start].text):
        return []
    return [index for index in _run(lines, start) if FIRST.match(lines[index].text)]


def _run(lines: Sequence[Line], start: int) -> Iterable[int]:
    """The places of the list that begins at `start`."""
    return takewhile(lambda index: _belongs(lines[index].text), range(start, len(lines)))


def _belongs(text: str) -> bool:
    return not text.strip() or bool(FIRST.match(text) or INSIDE.match(text))
