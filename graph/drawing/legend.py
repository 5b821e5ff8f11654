"""The key to a picture: what colours, strokes, widths and boxes mean."""

from collections.abc import Iterator, Sequence

from graph.drawing.layout import Area
from graph.drawing.palette import CARRIED, NO_LINK, PAINTS, Paint, link_paint
from graph.drawing.scene import Curve, Form, Group, Rectangle, Text
from graph.drawing.words import Words
from graph.drawing.wrapping import width
from graph.model import LinkStatus

SIZE, ROW, SAMPLE, GAP = 12.0, 24.0, 34.0, 18.0
SHOWN: tuple[LinkStatus, ...] = ("confirmed", "proposed", "candidate")
Entry = tuple[str, tuple[Paint, str] | None]
"""A word, and the line or box (by its style) that it explains."""


def legend(words: Words, x: float, y: float, room: float) -> tuple[Group, float]:
    """The key from this place down in this room, and where it ends."""
    forms: list[Form] = []
    for entries in (_carried(words), _status(words), _boxes(words)):
        y += ROW
        left = x
        for text, sample in entries:
            wide = width(text, SIZE) + (SAMPLE + 8 if sample else 0) + GAP
            if left > x and left + wide > x + room:
                left, y = x, y + ROW
            forms += _entry(text, sample, left, y)
            left = round(left + wide, 1)
    return Group("legend", tuple(forms)), y + 8


def _carried(words: Words) -> Iterator[Entry]:
    yield words.carried_title, None
    for carried in CARRIED:
        yield words.carried[carried], (link_paint(carried, "confirmed", 0.7), f"line {carried}")


def _status(words: Words) -> Iterator[Entry]:
    yield words.status_title, None
    for status in SHOWN:
        ink = link_paint("refined", status, 0.7)
        yield words.status[status], (Paint(None, NO_LINK, ink.width, ink.dash), f"line {status}")
    yield words.width_title, (Paint(None, NO_LINK, link_paint("refined", "confirmed", 1).width), "line")


def _boxes(words: Words) -> Iterator[Entry]:
    for style, text in (("box asked", words.asked), ("box passing", words.on_the_way), ("sheet", words.many)):
        yield text, (PAINTS[style], style)


def _entry(text: str, sample: tuple[Paint, str] | None, x: float, y: float) -> Sequence[Form]:
    if sample is None:
        return [Text(x, y, text, SIZE, PAINTS["strong"], "strong")]
    paint, style = sample
    words = Text(x + SAMPLE + 8, y, text, SIZE, PAINTS["text"], "text")
    if style.startswith("line"):
        return [Curve(((x, y - 4), (x, y - 4), (x + SAMPLE, y - 4), (x + SAMPLE, y - 4)), paint, style), words]
    area = Area(x, y - 11, SAMPLE, 14)
    behind = [Rectangle(Area(area.x + 3, area.y + 3, SAMPLE, 14), paint, style, 2)] if style == "sheet" else []
    return [*behind, Rectangle(area, paint, style, 2), words]
