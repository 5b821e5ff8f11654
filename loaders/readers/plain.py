"""Text and Markdown: bytes to lines, whatever the encoding, the line ends and the lost line breaks."""

import re

import charset_normalizer

from graph.errors import UnreadableFile
from loaders.readers.grids import with_cells
from loaders.readers.limits import USUAL, Limits
from loaders.readers.lost_breaks import restored
from loaders.readers.page import Line

BINARY = "binary, not text; a text file in UTF-8 or GB18030 would fit"
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")


def read_lines(data: bytes, name: str, limits: Limits = USUAL) -> tuple[Line, ...]:
    """The lines of a text file. Reads UTF-8 with or without byte order mark, UTF-16 with one, GB18030 and what
    charset-normalizer knows; raises UnreadableFile for anything else."""
    limits.refuse_more(name, len(data), limits.text, "bytes of text")
    text = decode(data, name).replace("\r\n", "\n").replace("\r", "\n")
    return with_cells(restored([Line(line, number) for number, line in enumerate(text.split("\n"), 1)]))


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
