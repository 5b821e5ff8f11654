"""From a file to neutral lines: one module a format, chosen by the file's suffix."""

from collections.abc import Callable, Mapping
from pathlib import Path

from graph.errors import UnreadableFile
from loaders.readers import docx, html, pdf, picture, plain
from loaders.readers.old_formats import refusal
from loaders.readers.page import Line, Page

__all__ = ["LARGEST", "READERS", "Line", "Page", "read_page"]

LARGEST = 20_000_000
"""The most bytes that we read: the longest official document known to us, a law code with annexes, has two million."""

READERS: Mapping[str, Callable[[bytes, str], tuple[Line, ...]]] = {
    ".txt": plain.read_lines,
    ".text": plain.read_lines,
    ".md": plain.read_lines,
    ".markdown": plain.read_lines,
    ".html": html.read_lines,
    ".htm": html.read_lines,
    ".xhtml": html.read_lines,
    ".docx": docx.read_lines,
    ".docm": docx.read_lines,
    ".pdf": pdf.read_lines,
    ".png": picture.read_lines,
    ".jpg": picture.read_lines,
    ".jpeg": picture.read_lines,
    ".tif": picture.read_lines,
    ".tiff": picture.read_lines,
}


def read_page(path: Path) -> Page:
    """The lines of the file at `path`. Raises UnreadableFile for what is no document: missing, empty, too big,
    binary, or of a format that no reader takes."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise UnreadableFile(str(path), refusal(path.suffix.lower(), READERS))
    lines = reader(_bytes(path), str(path))
    if all(line.blank for line in lines):
        raise UnreadableFile(str(path), "nothing stands in it")
    return Page(path.name, lines)


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise UnreadableFile(str(path), f"{size:,} bytes; at most {LARGEST:,} are read")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(str(path), error.strerror or "not readable") from error
