"""Text and Markdown: bytes to lines, whatever the encoding, the line ends and the lost line breaks."""

import re
from collections.abc import Sequence
from itertools import chain

import charset_normalizer

from graph.errors import UnreadableFile
from graph.numerals import NUMERAL
from loaders.readers.grids import with_cells
from loaders.readers.limits import USUAL, Limits
from loaders.readers.page import Line

LONG = 600
"""Characters from which a line with runs of white space is taken for several whose breaks were lost. Paragraphs
of official documents stay below it or have no such runs."""
RUN = re.compile(r"[ \u2002\u3000\xa0]{2,}")
CLAUSE = re.compile(rf"(?<=[。；：！])(?={NUMERAL}、|[（(]{NUMERAL}[)）]|第{NUMERAL}[章条]|\d{{1,2}}[.．](?!\d))")
BINARY = "binary, not text; a text file in UTF-8 or GB18030 would fit"
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")


def read_lines(data: bytes, name: str, limits: Limits = USUAL) -> tuple[Line, ...]:
    """The lines of a text file. Reads UTF-8 with or without byte order mark, UTF-16 with one, GB18030 and what
    charset-normalizer knows; raises UnreadableFile for anything else."""
    limits.refuse_more(name, len(data), limits.text, "bytes of text")
    text = decode(data, name).replace("\r\n", "\n").replace("\r", "\n")
    return with_cells(_restored([Line(line, number) for number, line in enumerate(text.split("\n"), 1)]))


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


def _restored(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those split again whose breaks became runs of white space, or vanished; the parts keep the number.

    A clause number after a sentence's end begins a line only where the whole file is one or two lines: in a
    paragraph it may number what that paragraph lists."""
    split = tuple(chain.from_iterable(map(_parted, lines)))
    if sum(not line.blank for line in split) > 2:
        return split
    return tuple(Line(part, line.number) for line in split for part in CLAUSE.split(line.text))


def _parted(line: Line) -> tuple[Line, ...]:
    if len(line.text) < LONG or not RUN.search(line.text.strip()):
        return (line,)
    return tuple(Line(part, line.number) for part in RUN.split(line.text) if part)
