"""Text and Markdown: bytes to lines, whatever the encoding, line ends and lost line breaks."""

import re
from itertools import chain

import charset_normalizer

from graph.errors import UnreadableFile
from loaders.readers.grids import with_cells
from loaders.readers.page import Line

LOST_BREAK = re.compile(r"[ \u2002\u3000\xa0]{2,}(?=\S)|\u3000{2,}")
LONG = 600
"""Characters from which a line with runs of white space is taken for several whose breaks were lost. Paragraphs
of official documents stay below it or have no such runs."""
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")


def read_lines(data: bytes, name: str) -> tuple[Line, ...]:
    """The lines of a text file. Reads UTF-8 with or without byte order mark, UTF-16 with one, GB18030 and what
    charset-normalizer knows; raises UnreadableFile for anything else."""
    text = decode(data, name).replace("\r\n", "\n").replace("\r", "\n")
    lines = (Line(line, number) for number, line in enumerate(text.split("\n"), 1))
    return with_cells(tuple(chain.from_iterable(map(_restored, lines))))


def decode(data: bytes, name: str) -> str:
    """The text of `data`; `name` is for the message of UnreadableFile."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if CONTROLS.search(text):
            break
        return text
    if CONTROLS.search(data.decode("latin-1")):
        raise UnreadableFile(name, "binary, not text; a text file in UTF-8 or GB18030 would fit")
    if best := charset_normalizer.from_bytes(data).best():
        return str(best)
    raise UnreadableFile(name, "text of an unknown encoding; UTF-8 or GB18030 would fit")


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    return ("utf-8-sig", "gb18030")


def _restored(line: Line) -> tuple[Line, ...]:
    """A line whose breaks became runs of white space, split again; the parts keep its number."""
    if len(line.text) < LONG or not LOST_BREAK.search(line.text.strip()):
        return (line,)
    return tuple(Line(part, line.number) for part in LOST_BREAK.split(line.text) if part)
