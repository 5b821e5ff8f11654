"""From a file to neutral lines: one module a format, chosen by the file's suffix."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from graph.errors import InputError, UnreadableFile
from loaders.readers import archive, docx, html, pdf, picture, plain
from loaders.readers.files import bytes_of
from loaders.readers.limits import USUAL, Limits
from loaders.readers.old_formats import refusal
from loaders.readers.page import Line, Page

__all__ = ["ARCHIVE", "READERS", "Limits", "Line", "Page", "read_packed", "read_page"]

Reader = Callable[[bytes, str, Limits], tuple[Line, ...]]
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


def read_page(path: Path, limits: Limits = USUAL) -> Page:
    """The lines of the file at `path`. Raises UnreadableFile for what is no document: missing, empty, too big,
    binary, or of a format that no reader takes."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        missing = "" if path.exists() else "No such file or directory"
        raise UnreadableFile(str(path), missing or refusal(path.suffix.lower(), READERS))
    data = bytes_of(path, _largest(limits)[path.suffix.lower()], limits)
    return _page(reader, data, str(path), limits)


def read_packed(path: Path, limits: Limits = USUAL) -> Iterator[tuple[str, Page | InputError]]:
    """The documents packed in the ZIP file at `path`: where each stands (papers.zip/2021/a.txt), and its page or why it
    is not read. Raises UnreadableFile for a ZIP file that is damaged or unpacks to too much."""
    for name, data in archive.members(path, _largest(limits), limits):
        where = f"{path}/{name}"
        if isinstance(data, UnreadableFile):
            yield where, data
            continue
        try:
            yield where, _page(READERS[PurePosixPath(name).suffix.lower()], data, where, limits)
        except InputError as error:  # a scan without the extra `ocr` too: the other members are read
            yield where, error


def _largest(limits: Limits) -> Mapping[str, int]:
    """The most bytes of a file with each suffix."""
    text = (plain.read_lines, html.read_lines)
    return {suffix: limits.text if reader in text else limits.size for suffix, reader in READERS.items()}


def _page(reader: Reader, data: bytes, where: str, limits: Limits) -> Page:
    lines = reader(data, where, limits)
    if all(line.blank for line in lines):
        raise UnreadableFile(where, "nothing stands in it")
    return Page(Path(where).name, lines)
