"""Scans and pictures by RapidOCR, whose models come with it: nothing leaves the machine. The extra `ocr` installs it.

Only this module knows the library and what it works with. Pillow, which reads the pictures, comes with it too.
"""

import io
import math
import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from statistics import median
from typing import Any

from graph.errors import MissingExtra, UnreadableFile
from loaders.readers.limits import Limits, Tick
from loaders.readers.page import Line
from loaders.readers.sheet_text import read_sheets
from loaders.readers.sheets import Box, Glyph, Sheet

PURPOSE = "reading scans and pictures"
SLOWER = 30.0
"""Times as long as a page of text that a page takes to be read by OCR."""
RESOLUTION = 200
"""Dots an inch at which pages of a PDF are drawn: letters are then as high as those that the models were made with."""
WIDTH = 595.0
"""Points that the shorter side of a picture is taken for: those of a sheet of A4."""
ASKEW = 0.4
"""Degrees from which a sheet is turned straight: over its width, rows then differ by half a letter."""
ALIKE = 1.12
"""Times by which letters of one size are read higher or lower."""
ENOUGH = 6
"""Letters in a line from which their size is told by its width."""
LETTER = 0.8
"""Part of the height of what is read that is the size of its letters."""
RULE = 1 / 30
"""Part of a sheet's side from which a stroke is the rule of a table and none of a letter."""

DASH = re.compile(r"(?<=\d)一(?=\d|$)|^一(?=\d)")
"""A dash between two numbers, read as the numeral that looks like it: 3一5年 is 3—5年."""
BICUBIC = 3
"""What Pillow calls its way of turning pictures without jags."""
Words = list[tuple[list[list[float]], str, float]]
"""What is written, each with its corners clockwise from the left upper one, and how sure it is."""


def is_there() -> bool:
    """Whether the extra is installed."""
    return find_spec("rapidocr_onnxruntime") is not None


def read_picture(data: bytes, name: str, limits: Limits, *, tick: Tick) -> tuple[Line, ...]:
    """The lines of a picture, or of several in one file (.tif); `tick` is called before each.

    Raises UnreadableFile for what is no picture, and MissingExtra."""
    if not is_there():
        raise MissingExtra("ocr", PURPOSE)
    from PIL import Image, ImageSequence  # noqa: PLC0415  # slow, and only pictures need it

    Image.MAX_IMAGE_PIXELS = None  # the limit is ours
    try:
        picture = Image.open(io.BytesIO(data))
        limits.refuse_pages(name, getattr(picture, "n_frames", 1))
        sheets = []
        for number, frame in enumerate(ImageSequence.Iterator(picture), 1):
            limits.refuse_more(name, frame.width * frame.height, limits.pixels, "pixels")
            tick(SLOWER, threads=True)
            sheets.append(read_sheet(frame, number))
    except (UnreadableFile, MemoryError):
        raise
    except Exception as error:
        raise UnreadableFile(name, f"a damaged picture ({type(error).__name__})") from error
    return read_sheets(sheets)


def read_sheet(picture: Any, number: int) -> Sheet:
    """What stands on a picture of Pillow. A sheet that lies askew or on its side is turned first."""
    if not is_there():
        raise MissingExtra("ocr", PURPOSE)
    picture = picture.convert("RGB")
    found = _words(picture)
    angle = _angle(found)
    if abs(angle) >= ASKEW:
        picture = picture.rotate(angle, resample=BICUBIC, expand=True, fillcolor="white")
        found = _words(picture)
    scale = WIDTH / min(picture.size)
    return Sheet(number, picture.width * scale, tuple(_glyphs(found, scale)), tuple(_tables(picture, scale)))


@cache
def _engine() -> Any:
    from rapidocr_onnxruntime import RapidOCR  # noqa: PLC0415  # slow, and the extra may not be there

    return RapidOCR()


def _words(picture: Any) -> Words:
    import numpy  # noqa: PLC0415  # comes with the extra

    found, _ = _engine()(numpy.asarray(picture)[:, :, ::-1])
    return found or []


def _angle(found: Words) -> float:
    """The degrees by which most lines fall to the right; a quarter turn for a sheet on its side."""
    sides = [(right[0] - left[0], right[1] - left[1]) for (left, right, *_), _, _ in found]
    heights = [math.dist(right, below) for (_, right, below, _), _, _ in found]
    long = [
        (across, down)
        for (across, down), height in zip(sides, heights, strict=True)
        if math.hypot(across, down) > 3 * height
    ]
    tall = sum(height > 3 * math.hypot(*side) for side, height in zip(sides, heights, strict=True))
    if tall > len(found) / 2:
        return 90.0
    return math.degrees(median(math.atan2(down, across) for across, down in long)) if long else 0.0


def _glyphs(found: Words, scale: float) -> Iterator[Glyph]:
    """The words as they are set. What is nearly as large as most is taken for as large: sizes are not read exactly."""
    sizes = [_size(corners, text) * scale for corners, text, _ in found]
    usual = median(sizes) if sizes else 0.0
    for (corners, text, sure), own in zip(found, sizes, strict=True):
        size = usual if usual / ALIKE < own < usual * ALIKE else own
        across, down = [x * scale for x, _ in corners], [y * scale for _, y in corners]
        if text.strip():
            base = sum(down) / 4 + size / 3
            yield Glyph(DASH.sub("—", text), min(across), max(across), base, size, round(float(sure), 3))


def _size(corners: list[list[float]], text: str) -> float:
    """How wide a letter is, where there are enough of them to tell, else by the height."""
    (left, top), (right, _), *_, (_, bottom) = corners
    letters = sum(1.0 if ord(letter) > 0xFF else 0.5 for letter in text)
    return (right - left) / letters if letters >= ENOUGH else max((bottom - top) * LETTER, 1.0)


def _tables(picture: Any, scale: float) -> Iterator[tuple[Box, ...]]:
    """The tables ruled on a picture: cells are what the rules enclose."""
    import cv2  # noqa: PLC0415  # comes with the extra
    import numpy  # noqa: PLC0415  # comes with the extra

    square = numpy.ones((3, 3), numpy.uint8)
    dark = cv2.threshold(numpy.asarray(picture.convert("L")), 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)[1]
    dark = cv2.dilate(dark, square)  # thin rules that do not lie quite straight are torn
    across = cv2.getStructuringElement(cv2.MORPH_RECT, (max(int(picture.width * RULE), 1), 1))
    down = cv2.getStructuringElement(cv2.MORPH_RECT, (1, max(int(picture.height * RULE), 1)))
    strokes = [cv2.morphologyEx(dark, cv2.MORPH_OPEN, shape) for shape in (across, down)]
    rules = cv2.dilate(cv2.bitwise_or(*strokes), square)
    outlines, hierarchy = cv2.findContours(rules, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    tables: dict[int, list[Box]] = {}
    for outline, (*_, parent) in zip(outlines, hierarchy[0] if hierarchy is not None else (), strict=True):
        left, top, width, height = cv2.boundingRect(outline)
        if parent >= 0 and min(width, height) > 8 / scale:
            box = (left * scale, top * scale, (left + width) * scale, (top + height) * scale)
            tables.setdefault(parent, []).append(box)
    yield from (tuple(boxes) for boxes in tables.values() if len(boxes) > 1)
