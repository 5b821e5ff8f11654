"""How much of a file is read: limits that keep one file from taking the machine, and that a user can raise."""

import math
import re
from dataclasses import dataclass
from typing import Protocol, Self

from graph.errors import InputError, UnreadableFile

MEGABYTE = 1_000_000
UNITS = {"": 1, "B": 1, "KB": 1_000, "MB": MEGABYTE, "GB": 1_000 * MEGABYTE}
SIZE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([KMG]?B?)\s*", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may have, and what reading it may take.

    The three fields are what a user sets. What a file is made of (text, tags, pixels) grows with its size, so that one
    option reads a larger file whatever it is; a smaller size leaves it as it is."""

    size: int = 200 * MEGABYTE
    """Bytes of a file, or of one that is packed in a ZIP file: scans of a hundred pages have 20 to 100 million."""
    pages: int = 1000
    """Pages of a PDF or a picture: the longest official documents, yearbooks and codes aside, have some hundreds."""
    seconds: float = 1.5
    """Seconds for a page with text; one read by OCR may take ocr.SLOWER times as long. Pages take a twentieth of a
    second, but one in fifty damaged files would never end."""

    @classmethod
    def of(cls, size: str | None = None, pages: int | None = None, seconds: float | None = None) -> Self:
        """The limits that a user gives, a size as "50MB"; None is the usual one. Raises InputError for what is no
        size."""
        usual = cls()
        return cls(
            usual.size if size is None else as_bytes(size),
            usual.pages if pages is None else pages,
            usual.seconds if seconds is None else seconds,
        )

    @property
    def text(self) -> int:
        """Bytes of a text file, a web page, or a part of a Word document: a law code with annexes has
        two million, the text of a Word document of a thousand pages about ten."""
        return min(self.size, max(20 * MEGABYTE, self.size // 10))

    @property
    def characters(self) -> int:
        """Characters of a web page without scripts and pictures: the longest document known to us has
        less than one million."""
        return max(5_000_000, self.size // 40)

    @property
    def tags(self) -> int:
        """Tags of a web page, opening and closing: the longest known to us, a Word file of many tables, has
        six thousand."""
        return max(80_000, self.size // 2_500)

    @property
    def word_tags(self) -> int:
        """Tags of a part of a Word document: one of a thousand pages has four hundred thousand."""
        return max(1_250_000, self.size // 160)

    @property
    def pixels(self) -> int:
        """Pixels of a picture: a sheet of A3 at 600 dots an inch has 70 million."""
        return max(100_000_000, self.size // 2)

    @property
    def memory(self) -> int:
        """Bytes of address space for reading a PDF or a picture: the OCR takes two and a half billion, most of it
        never used."""
        return max(6_000 * MEGABYTE, self.size * 30)

    @property
    def packed(self) -> int:
        """Bytes of a ZIP file, and of all in it unpacked: documents of one body over years come to some
        hundred million."""
        return self.size * 5 // 2

    @property
    def members(self) -> int:
        """Files in a ZIP file: a folder of documents has hundreds, a Word document with many pictures a
        thousand."""
        return max(10_000, self.size // 20_000)

    def refuse_more(self, name: str, found: int, most: int, what: str) -> None:
        """Raises UnreadableFile where the file `name` has more than `most` of something; `most` grows with `size`."""
        if found > most:
            needed = math.ceil(max(self.size, USUAL.size) * found / most / MEGABYTE)
            raise UnreadableFile(name, f"{found:,} {what}; at most {most:,} are read; --max-size {needed}MB allows it")

    def refuse_pages(self, name: str, found: int) -> None:
        """Raises UnreadableFile where the file `name` has more pages than are read."""
        if found > self.pages:
            raise UnreadableFile(
                name, f"{found:,} pages; at most {self.pages:,} are read; --max-pages {found} allows it"
            )


USUAL = Limits()


class Tick(Protocol):
    """What a reader calls before each step, so that it is ended when the step takes too long."""

    def __call__(self, times: float, *, threads: bool = False) -> None:
        """The next step may take as long as this many pages of text; `threads` says that it works in several."""


def as_bytes(written: str) -> int:
    """The number of bytes that a size means: 50MB, 1.5 GB, 800k, 20000000. Raises InputError for anything else."""
    match = SIZE.fullmatch(written)
    if match is None or float(match[1]) == 0:
        raise InputError(f"no size: {written}; 50MB or 1.5GB would fit")
    unit = match[2].upper()
    return int(float(match[1]) * UNITS[unit if unit.endswith("B") or not unit else f"{unit}B"])
