"""Pictures of printed pages (.png, .jpg, .tif), read by OCR in a process of its own."""

from loaders.readers.apart import read_apart
from loaders.readers.limits import USUAL, Limits
from loaders.readers.page import Line


def read_lines(data: bytes, name: str, limits: Limits = USUAL) -> tuple[Line, ...]:
    """The lines of a picture, each with how sure the OCR is. Raises MissingExtra where it is not installed, and
    UnreadableFile for what is no picture, or more than `limits` allow."""
    return read_apart("picture", data, name, limits)
