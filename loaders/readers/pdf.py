"""PDF files: read in a process of its own, for a damaged one may make the library run on without end."""

from loaders.readers.apart import read_apart
from loaders.readers.limits import USUAL, Limits
from loaders.readers.page import Line


def read_lines(data: bytes, name: str, limits: Limits = USUAL) -> tuple[Line, ...]:
    """The lines of a PDF, with the page of each.

    Left out: page numbers, running heads and feet, marks below the text, what stands across. Pages without text are
    read by OCR, and their lines say how sure it is. Raises UnreadableFile for a file that is damaged, has a password,
    more pages than `limits`, or a page that takes longer; MissingExtra for scans without OCR."""
    return read_apart("pdf", data, name, limits)
