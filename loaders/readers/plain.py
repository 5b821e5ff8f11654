"""Text and Markdown: bytes to lines, whatever the encoding, the line ends and the lost line breaks."""

import html
import re
from collections.abc import Iterator, Sequence
from itertools import chain, groupby

import charset_normalizer

from graph.errors import UnreadableFile
from loaders.readers.characters import unified
from loaders.readers.grids import with_cells
from loaders.readers.limits import USUAL, Limits
from loaders.readers.lost_breaks import restored
from loaders.readers.lost_signatures import parted
from loaders.readers.markdown import counted, is_markdown, with_tables, without_front
from loaders.readers.page import Line

BINARY = "binary, not text; a text file in UTF-8 or GB18030 would fit"
ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,6});")
"""What is left of a page whose marks were taken out: &nbsp;, &lt;."""
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")


def read_lines(data: bytes, name: str, limits: Limits = USUAL) -> tuple[Line, ...]:
    """The lines of a text file. Reads UTF-8 with or without byte order mark, UTF-16 with one, GB18030 and what
    charset-normalizer knows; raises UnreadableFile for anything else."""
    limits.refuse_more(name, len(data), limits.text, "bytes of text")
    text = ENTITY.sub(lambda match: html.unescape(match.group()), decode(data, name))
    text = unified(text).replace("\r\n", "\n").replace("\r", "\n")
    lines: Sequence[Line] = [Line(line, number) for number, line in enumerate(text.split("\n"), 1)]
    if is_markdown(name):
        lines = counted(without_front(lines))
    return tuple(chain.from_iterable(_runs(with_tables(lines, name))))


def _runs(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines, what is no row yet with its lost breaks and its tables restored."""
    for in_cells, run in groupby(lines, key=lambda line: bool(line.cells)):
        found = list(run)
        yield found if in_cells else with_cells(parted(restored(found)))


def decode(data: bytes, name: str) -> str:
    """The text of `data`; `name` is for the message of UnreadableFile."""
    if b"\x00" in data and _encodings(data) != ("utf-16",):
        raise UnreadableFile(name, BINARY)
    for encoding in _encodings(data):
        try:
            return _checked(data.decode(encoding), name)
        except UnicodeDecodeError:
            continue
    if best := charset_normalizer.from_bytes(data).best():
        return _checked(str(best), name)
    raise UnreadableFile(name, "text of an unknown encoding; UTF-8 or GB18030 would fit")


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    return ("utf-8-sig", "gb18030")


def _checked(text: str, name: str) -> str:
    if CONTROLS.search(text):
        raise UnreadableFile(name, BINARY)
    return text
