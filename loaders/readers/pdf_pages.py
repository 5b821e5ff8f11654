"""PDF pages by pdfplumber: what stands where on each. Only this module knows the library."""

import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdftypes import resolve1
from pdfplumber.page import Page
from pdfplumber.table import TableFinder

from graph.errors import UnreadableFile
from loaders.readers import ocr
from loaders.readers.characters import unified
from loaders.readers.page import Line
from loaders.readers.sheet_text import read_sheets
from loaders.readers.sheets import Box, Glyph, Sheet

MOST_EDGES = 5_000
"""Lines on a page beyond which they draw a map or a picture and no table."""
STAMP = 60
"""Characters that scanners put on a page: its number, the date, the name of the program."""
MANY_STROKES = 50
"""Strokes, or letters on their side, on a page without text from which they are its text."""
NO_CHARACTER = re.compile(r"\(cid:\d+\)|[\ue000-\uf8ff]")
UNKNOWN = "\ufffd"
ACROSS = 0.1
"""Points that a line may rise in one point: copies lie a little askew, stamps across the page."""
NEAR = 3.0
"""Points between the end of a rule and an upright line that closes it."""


def read_pdf(data: bytes, name: str, *, pages: int, tick: Callable[[float], None]) -> tuple[Line, ...]:
    """The lines of a PDF of at most `pages` pages; `tick` is called before each step, with how many times as long as
    a page of text it may take. Raises UnreadableFile, and MissingExtra for a scan without OCR."""
    tick(1)
    return read_sheets(_sheets(Pages(data, name, pages), tick))


def _sheets(opened: "Pages", tick: Callable[[float], None]) -> Iterator[Sheet]:
    for page in opened.pages:
        tick(1)
        sheet = opened.sheet(page)
        if sheet is None:
            tick(ocr.SLOWER)
            sheet = ocr.read_sheet(opened.picture(page, ocr.RESOLUTION), page.page_number)
        yield sheet


class Pages:
    """An open PDF. `name` is for the messages of UnreadableFile; `most` pages are read."""

    def __init__(self, data: bytes, name: str, most: int) -> None:
        self.name = name
        with self._ours():
            self._file = pdfplumber.open(io.BytesIO(data))
            count = resolve1(resolve1(self._file.doc.catalog["Pages"]).get("Count"))
        if isinstance(count, int) and count > most:
            raise UnreadableFile(name, f"{count:,} pages; at most {most:,} are read")
        with self._ours():
            self._file.pages_to_parse = list(range(1, most + 1))
            self.pages = self._file.pages
        if not self.pages:
            raise UnreadableFile(name, "a PDF without pages")

    def sheet(self, page: Page) -> Sheet | None:
        """What stands on a page; None for one that has pictures, but no text that can be read: a scan."""
        with self._ours():
            glyphs = tuple(_glyphs(page))
            if _is_scan(page, glyphs):
                return None
            sheet = Sheet(page.page_number, float(page.width), glyphs, tuple(_tables(page)))
            page.close()
        return sheet

    def picture(self, page: Page, resolution: int) -> Any:
        """The page as an image of Pillow with this many dots an inch."""
        with self._ours():
            return page.to_image(resolution=resolution).original

    @contextmanager
    def _ours(self) -> Iterator[None]:
        """Failures of the library as ours: damaged files make it fail in any way."""
        try:
            yield
        except Exception as error:
            cause = error.args[0] if error.args and isinstance(error.args[0], Exception) else error
            if isinstance(cause, PDFPasswordIncorrect):
                raise UnreadableFile(self.name, "a PDF with a password; save it without one") from error
            raise UnreadableFile(self.name, f"a damaged PDF ({type(cause).__name__})") from error


def _is_scan(page: Page, glyphs: Sequence[Glyph]) -> bool:
    """Whether what a page says must be read from its picture.

    1. A picture fills it, and its own text is no more than the number or the stamp that a scanner adds.
    2. It has no text, but a picture, or many strokes (letters that were made outlines), or letters on their side.
    3. Most of its characters are of fonts that do not say which they are."""
    area = max((image["width"] * image["height"] for image in page.images), default=0)
    if len(glyphs) < STAMP and area >= page.width * page.height / 2:
        return True
    drawn = bool(page.images) or len(page.curves) + len(page.chars) > MANY_STROKES
    unknown = sum(UNKNOWN in glyph.text for glyph in glyphs)
    return (not glyphs and drawn) or unknown > len(glyphs) / 2


def _glyphs(page: Page) -> Iterator[Glyph]:
    """The characters that stand upright: stamps and marks of ownership lie across."""
    for char in page.chars:
        along, rising, _, up, _, base = char["matrix"]
        size, text = float(char["size"]), unified(NO_CHARACTER.sub(UNKNOWN, char["text"]))
        if size > 0 and along * up > 0 and abs(rising) < ACROSS * abs(along):
            line = char["top"] + char["y1"] - base
            yield Glyph(text, float(char["x0"]), float(char["x1"]), float(line), size)


def _tables(page: Page) -> Iterator[tuple[Box, ...]]:
    if not page.edges or len(page.edges) > MOST_EDGES:
        return
    finder = page.debug_tablefinder()
    if sides := _open_sides(finder):
        finder = page.debug_tablefinder({"explicit_vertical_lines": sides})
    for table in finder.tables:
        yield tuple((float(left), float(top), float(right), float(bottom)) for left, top, right, bottom in table.cells)


def _open_sides(finder: TableFinder) -> list[Mapping[str, Any]]:
    """The upright lines that a table without outer ones lacks, left and right of rules of one length that upright
    lines cross: statistics are printed so."""
    rules: dict[tuple[int, int], list[Mapping[str, Any]]] = {}
    uprights = [edge for edge in finder.edges if edge["orientation"] == "v"]
    for edge in finder.edges:
        if edge["orientation"] == "h":
            rules.setdefault((round(edge["x0"] / NEAR), round(edge["x1"] / NEAR)), []).append(edge)
    found = []
    for same in rules.values():
        left, right = min(edge["x0"] for edge in same), max(edge["x1"] for edge in same)
        top, bottom = min(edge["top"] for edge in same), max(edge["top"] for edge in same)
        crossing = [edge["x0"] for edge in uprights if edge["top"] < bottom and edge["bottom"] > top]
        if len(same) > 2 and any(left + NEAR < x < right - NEAR for x in crossing):
            missing = (x for x in (left, right) if not any(abs(x - other) <= NEAR for other in crossing))
            found += [_upright(x, top, bottom) for x in missing]
    return found


def _upright(x: float, top: float, bottom: float) -> Mapping[str, Any]:
    return {"object_type": "line", "x0": x, "x1": x, "top": top, "bottom": bottom, "width": 0, "height": bottom - top}
