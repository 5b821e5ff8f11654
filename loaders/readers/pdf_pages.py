"""PDF pages by pdfplumber: what stands where on each. Only this module knows the library."""

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFXRefFallback
from pdfminer.pdftypes import PDFStream, resolve1
from pdfplumber.page import Page

from graph.errors import UnreadableFile
from loaders.readers import ocr
from loaders.readers.characters import unified
from loaders.readers.limits import Limits, Tick
from loaders.readers.page import Line
from loaders.readers.pdf_streams import is_whole, picture_streams, text_streams
from loaders.readers.sheet_text import read_sheets
from loaders.readers.sheets import Box, Glyph, Sheet

MOST_EDGES = 8_000
"""Lines on a page beyond which they draw a map or a picture and no table."""
JOINED = 100
"""Pages that are put together in the time of one; ten times as many take that long."""
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


def read_pdf(data: bytes, name: str, limits: Limits, *, tick: Tick) -> tuple[Line, ...]:
    """The lines of a PDF; `tick` is called before each step. Raises UnreadableFile, and MissingExtra for a scan
    without OCR."""
    tick(1)
    return read_sheets(_sheets(Pages(data, name, limits), tick))


def _sheets(opened: "Pages", tick: Tick) -> Iterator[Sheet]:
    """The sheets in order. All pages are looked at before the first is read by OCR, so that a damaged file is refused
    soon."""
    found = []
    for page in opened.pages:
        tick(1)
        found.append((page, opened.sheet(page)))
    for page, sheet in found:
        if sheet is None:
            tick(ocr.SLOWER, threads=True)
            yield ocr.read_sheet(opened.picture(page, ocr.RESOLUTION), page.page_number)
        else:
            yield sheet
    tick(1 + len(found) / JOINED)  # what follows joins them all


class Pages:
    """An open PDF. `name` is for the messages of UnreadableFile."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self.name = name
        with self._ours():
            self._file = pdfplumber.open(io.BytesIO(data))
            count = resolve1(resolve1(self._file.doc.catalog["Pages"]).get("Count"))
        limits.refuse_pages(name, count if isinstance(count, int) else 0)
        with self._ours():
            self._file.pages_to_parse = list(range(1, limits.pages + 1))
            self.pages = self._file.pages
        if not self.pages:
            raise UnreadableFile(name, "a PDF without pages")

    def sheet(self, page: Page) -> Sheet | None:
        """What stands on a page; None for one that has pictures, but no text that can be read: a scan."""
        with self._ours():
            self._refuse_damaged(page, text_streams)
            glyphs = tuple(_glyphs(page))
            scanned = _is_scan(page, glyphs)
            if scanned:
                self._refuse_damaged(page, picture_streams)
                self._refuse_lost_text(page)
            sheet = None if scanned else Sheet(page.page_number, float(page.width), glyphs, tuple(_tables(page)))
            page.close()
        return sheet

    def _refuse_damaged(self, page: Page, streams: Callable[[Any], Iterator[PDFStream]]) -> None:
        if not all(map(is_whole, streams(page.page_obj))):
            raise UnreadableFile(self.name, f"a damaged PDF: page {page.page_number} does not unpack")

    def _refuse_lost_text(self, page: Page) -> None:
        """A page that is no scan has lost its text where the file's list of objects had to be guessed."""
        if any(isinstance(xref, PDFXRefFallback) for xref in self._file.doc.xrefs) and not _is_filled(page):
            raise UnreadableFile(self.name, f"a damaged PDF: page {page.page_number} has lost its text")

    def picture(self, page: Page, resolution: int) -> Any:
        """The page as an image of Pillow with this many dots an inch."""
        with self._ours():
            return page.to_image(resolution=resolution).original

    @contextmanager
    def _ours(self) -> Iterator[None]:
        """Failures of the library as ours: damaged files make it fail in any way."""
        try:
            yield
        except (UnreadableFile, MemoryError):
            raise
        except Exception as error:
            cause = error.args[0] if error.args and isinstance(error.args[0], Exception) else error
            if isinstance(cause, PDFPasswordIncorrect):
                raise UnreadableFile(self.name, "a PDF with a password; save it without one") from error
            if isinstance(cause, MemoryError):
                raise cause from None
            raise UnreadableFile(self.name, f"a damaged PDF ({type(cause).__name__})") from error


def _is_scan(page: Page, glyphs: Sequence[Glyph]) -> bool:
    """Whether what a page says must be read from its picture.

    1. A picture fills it, and its own text is no more than the number or the stamp that a scanner adds.
    2. It has no text, but a picture, or many strokes (letters that were made outlines), or letters on their side.
    3. Most of its characters are of fonts that do not say which they are."""
    if len(glyphs) < STAMP and _is_filled(page):
        return True
    drawn = bool(page.images) or len(page.curves) + len(page.chars) > MANY_STROKES
    unknown = sum(UNKNOWN in glyph.text for glyph in glyphs)
    return (not glyphs and drawn) or unknown > len(glyphs) / 2


def _is_filled(page: Page) -> bool:
    sizes = ((min(image["width"], page.width), min(image["height"], page.height)) for image in page.images)
    return any(width * height >= page.width * page.height / 2 for width, height in sizes)


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
    strokes = [_stroke(edge) for edge in finder.edges]
    upright, level = _missing(strokes, upright=True), _missing(strokes, upright=False)
    if upright or level:
        finder = page.debug_tablefinder({"explicit_vertical_lines": upright, "explicit_horizontal_lines": level})
    for table in finder.tables:
        yield tuple((float(left), float(top), float(right), float(bottom)) for left, top, right, bottom in table.cells)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line on a page, upright or level: where it is across its direction, and from where to where it runs."""

    upright: bool
    place: float
    start: float
    end: float


def _stroke(edge: Mapping[str, Any]) -> Stroke:
    if edge["orientation"] == "v":
        return Stroke(True, edge["x0"], edge["top"], edge["bottom"])
    return Stroke(False, edge["top"], edge["x0"], edge["x1"])


def _missing(strokes: Sequence[Stroke], *, upright: bool) -> list[Mapping[str, Any]]:
    """The outer lines that a table lacks, at the ends of lines of one length that others cross: statistics are printed
    open to both sides (upright lines), and rows that a page break tears are open to it (level ones), all of them or
    some of their cells."""
    crossing = [stroke for stroke in strokes if stroke.upright is upright]
    found = []
    for same in _alike(stroke for stroke in strokes if stroke.upright is not upright):
        for table in _parted(same, crossing):
            found += _open_ends(table, crossing, upright=upright)
    return found


def _parted(same: Sequence[Stroke], crossing: Sequence[Stroke]) -> Iterator[Sequence[Stroke]]:
    """Parallel lines, those of each table: nothing crosses the room between two tables beside each other, each of
    which has two columns or more. A single one may be a cell that is merged over all rows of its page."""
    ordered = sorted(same, key=lambda stroke: stroke.place)
    start = 0
    for end, (before, stroke) in enumerate(pairwise(ordered), 1):
        middle = (before.place + stroke.place) / 2
        crossed = any(other.start < middle < other.end and _meets(other, stroke) for other in crossing)
        if not crossed and min(end - start, len(ordered) - end) > 2:
            yield ordered[start:end]
            start = end
    yield ordered[start:]


def _meets(other: Stroke, stroke: Stroke) -> bool:
    return stroke.start - NEAR <= other.place <= stroke.end + NEAR


def _open_ends(table: Sequence[Stroke], crossing: Sequence[Stroke], *, upright: bool) -> list[Mapping[str, Any]]:
    first, last = table[0].place, table[-1].place
    start, end = min(stroke.start for stroke in table), max(stroke.end for stroke in table)
    across = [stroke for stroke in crossing if stroke.start < last and stroke.end > first]
    if upright and not any(start + NEAR < stroke.place < end - NEAR for stroke in across):
        return []
    ends = (place for place in (start, end) if not _is_closed(across, place, None if upright else (first, last)))
    return [_line(Stroke(upright, place, first, last)) for place in ends]


def _is_closed(across: Sequence[Stroke], place: float, whole: tuple[float, float] | None) -> bool:
    """Whether lines stand at the end of a table; where its `whole` width is given, whether together they close it.

    The height is not: two tables below each other have lines at their sides, and none between them."""
    lines = sorted((one for one in across if abs(one.place - place) <= NEAR), key=lambda line: line.start)
    if whole is None or not lines:
        return bool(lines)
    reached = whole[0] + NEAR
    for line in lines:
        if line.start <= reached:
            reached = max(reached, line.end + NEAR)
    return reached >= whole[1]


def _alike(strokes: Iterable[Stroke]) -> Iterator[list[Stroke]]:
    """Three or more parallel lines that run from the same place to the same place."""
    found: dict[tuple[int, int], list[Stroke]] = {}
    for stroke in strokes:
        found.setdefault((round(stroke.start / NEAR), round(stroke.end / NEAR)), []).append(stroke)
    yield from (same for same in found.values() if len(same) > 2)


def _line(stroke: Stroke) -> Mapping[str, Any]:
    """A line as pdfplumber takes it."""
    if stroke.upright:
        left, top, right, bottom = stroke.place, stroke.start, stroke.place, stroke.end
    else:
        left, top, right, bottom = stroke.start, stroke.place, stroke.end, stroke.place
    size = {"width": right - left, "height": bottom - top}
    return {"object_type": "line", "x0": left, "x1": right, "top": top, "bottom": bottom, **size}
