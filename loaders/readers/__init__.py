"""From a file to neutral lines: one module a format, chosen by the file's suffix."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from graph.errors import InputError, UnreadableFile
from loaders.readers import archive, docx, html, pdf, picture, plain
from loaders.readers.files import bytes_of
from loaders.readers.old_formats import refusal
from loaders.readers.page import Line, Page

__all__ = ["ARCHIVE", "LARGEST", "READERS", "Line", "Page", "read_packed", "read_page"]

LARGEST = 20_000_000
"""The most bytes that we read: the longest official document known to us, a law code with annexes, has two million."""

Reader = Callable[[bytes, str], tuple[Line, ...]]
"""From the bytes of a file, and its name for messages, to its lines."""

ARCHIVE = ".zip"

READERS: Mapping[str, Reader] = {
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
        missing = "" if path.exists() else "No such file or directory"
        raise UnreadableFile(str(path), missing or refusal(path.suffix.lower(), READERS))
    return _page(reader, bytes_of(path, LARGEST), str(path))


def read_packed(path: Path) -> Iterator[tuple[str, Page | InputError]]:
    """The documents packed in the ZIP file at `path`: where each stands (papers.zip/2021/a.txt), and its page or why it
    is not read. Raises UnreadableFile for a ZIP file that is damaged or unpacks to too much."""
    for name, data in archive.members(path, READERS):
        where = f"{path}/{name}"
        if isinstance(data, UnreadableFile):
            yield where, data
            continue
        try:
            yield where, _page(READERS[PurePosixPath(name).suffix.lower()], data, where)
        except InputError as error:  # a scan without the extra `ocr` too: the other members are read
            yield where, error


def _page(reader: Reader, data: bytes, where: str) -> Page:
    lines = reader(data, where)
    if all(line.blank for line in lines):
        raise UnreadableFile(where, "nothing stands in it")
    return Page(Path(where).name, lines)
