"""PDF files: read in a process of its own, for a damaged one may make the library run on without end."""

from graph.errors import UnreadableFile
from loaders.readers.apart import read_apart
from loaders.readers.limits import USUAL, Limits
from loaders.readers.page import Line

BEGINNING = b"%PDF"
HEAD = 1_024
"""Bytes in which a PDF begins: some programs put others before it."""


def read_lines(data: bytes, name: str, limits: Limits = USUAL) -> tuple[Line, ...]:
    """The lines of a PDF, with the page of each.

    Left out: page numbers, running heads and feet, marks below the text, what stands across. Pages without text are
    read by OCR, and their lines say how sure it is. Raises UnreadableFile for a file that is damaged, has a password,
    more pages than `limits`, or a page that takes longer; MissingExtra for scans without OCR."""
    if BEGINNING not in data[:HEAD]:
        raise UnreadableFile(name, "a damaged PDF: it does not begin like one")
    return read_apart("pdf", data, name, limits)
