"""PDF files: read in a process of its own, for a damaged one may make the library run on without end."""

from loaders.readers.apart import read_apart
from loaders.readers.page import Line

MOST_PAGES = 1000
"""Pages: the longest official documents, yearbooks and codes aside, have some hundreds."""
SECONDS = 1.5
"""Seconds for one page: pages of text take a twentieth of one, and one in fifty damaged files would never end."""


def read_lines(data: bytes, name: str, *, pages: int = MOST_PAGES, seconds: float = SECONDS) -> tuple[Line, ...]:
    """The lines of a PDF, with the page of each.

    Left out: page numbers, running heads and feet, marks below the text, what stands across. Pages without text are
    read by OCR, and their lines say how sure it is. Raises UnreadableFile for a file that is damaged, has a password,
    more than `pages` pages, or a page that takes longer than `seconds`; MissingExtra for scans without OCR."""
    return read_apart("pdf", data, name, pages=pages, seconds=seconds)
