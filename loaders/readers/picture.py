"""Pictures of printed pages (.png, .jpg, .tif), read by OCR in a process of its own."""

from loaders.readers.apart import read_apart
from loaders.readers.page import Line
from loaders.readers.pdf import MOST_PAGES, SECONDS


def read_lines(data: bytes, name: str, *, pages: int = MOST_PAGES, seconds: float = SECONDS) -> tuple[Line, ...]:
    """The lines of a picture, each with how sure the OCR is. Raises MissingExtra where it is not installed, and
    UnreadableFile for what is no picture, or has more than `pages` pages; `seconds` are those of a page of text, and
    the OCR may take ocr.SLOWER times as long."""
    return read_apart("picture", data, name, pages=pages, seconds=seconds)
