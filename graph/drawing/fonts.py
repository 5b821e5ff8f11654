"""The font that pictures bring along: Noto Sans SC (OFL), as outlines, as a part of the font, and as TrueType.

It comes with the extra `draw`; only this module knows where from, and only it imports fontTools.
"""

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

from graph.errors import MissingExtra

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FAMILY = "Noto Sans SC"
UNKNOWN = "\u25a1"  # □: what the font does not have, such as a rare name's character
ONE_AT_A_TIME = Lock()  # the font is read as it is needed, and threads share it
ERROR = 1.0  # units of 1000 that a TrueType curve may be off


@cache
def file() -> bytes:
    """The font as it comes. Raises MissingExtra."""
    try:
        import pylopdf_fonts_zh_cn  # noqa: PLC0415  # an optional part
    except ImportError as error:
        raise MissingExtra("draw", "a picture with its own characters") from error
    return pylopdf_fonts_zh_cn.sans_path().read_bytes()


@cache
def _font() -> "TTFont":
    try:
        from fontTools.ttLib import TTFont  # noqa: PLC0415  # an optional part
    except ImportError as error:
        raise MissingExtra("draw", "a picture with its own characters") from error
    return TTFont(BytesIO(file()), lazy=True)


@cache
def _characters() -> dict[int, str]:
    found: dict[int, str] = _font().getBestCmap()
    return found


def written(text: str) -> str:
    """A text with a sign for each character that the font does not have."""
    return "".join(sign if ord(sign) in _characters() else UNKNOWN for sign in text)


def advance(sign: str) -> float:
    """How far the next character stands from this one, in parts of the size. Raises MissingExtra."""
    return float(_font()["hmtx"][_characters()[ord(sign)]][0]) / 1000


@cache
def outline(sign: str) -> str:
    """The outline of a character as the `d` of an SVG path, 1000 units to the size, y downward. Raises MissingExtra."""
    from fontTools.pens.svgPathPen import SVGPathPen  # noqa: PLC0415  # an optional part
    from fontTools.pens.transformPen import TransformPen  # noqa: PLC0415  # likewise

    with ONE_AT_A_TIME:
        glyphs = _font().getGlyphSet()
        pen = SVGPathPen(glyphs)
        glyphs[_characters()[ord(sign)]].draw(TransformPen(pen, (1, 0, 0, -1, 0, 0)))
        return str(pen.getCommands())


def part(characters: Iterable[str], flavour: str | None = None) -> bytes:
    """The font with nothing but these characters: as OpenType, or `woff`. Raises MissingExtra."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415  # an optional part
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # likewise

    font = TTFont(BytesIO(file()), lazy=True, recalcTimestamp=False)
    options = Options(layout_features=[], name_IDs=[1, 2, 13, 14], notdef_outline=True, desubroutinize=True)
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted({*characters, UNKNOWN, " "})))
    subsetter.subset(font)
    font.flavor = flavour
    stream = BytesIO()
    font.save(stream)
    return stream.getvalue()


def truetype(characters: Iterable[str]) -> bytes:
    """The same as TrueType, whose curves are quadratic: PDF writers embed that. Raises MissingExtra."""
    from fontTools.pens.cu2quPen import Cu2QuPen  # noqa: PLC0415  # an optional part
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # noqa: PLC0415  # likewise
    from fontTools.ttLib import TTFont, newTable  # noqa: PLC0415  # likewise

    font = TTFont(BytesIO(part(characters)), recalcTimestamp=False)
    order, shapes = font.getGlyphOrder(), font.getGlyphSet()
    glyf, glyphs = newTable("glyf"), {}
    for name in order:
        pen = TTGlyphPen(shapes)
        shapes[name].draw(Cu2QuPen(pen, ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    glyf.glyphOrder, glyf.glyphs = order, glyphs
    font["loca"], font["glyf"] = newTable("loca"), glyf
    maxp = font["maxp"]
    maxp.tableVersion, maxp.maxZones = 0x00010000, 1
    for name in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements", "SizeOfInstructions"):
        setattr(maxp, f"max{name}", 0)
    maxp.maxComponentElements = 0
    post = font["post"]
    post.formatType, post.extraNames, post.mapping, post.glyphOrder = 2.0, [], {}, order
    for table in ("CFF ", "VORG"):
        if table in font:
            del font[table]
    font.sfntVersion = "\000\001\000\000"
    stream = BytesIO()
    font.save(stream)
    return stream.getvalue()
