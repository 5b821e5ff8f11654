"""draw.io (diagrams.net): a drawing to edit, with frames, boxes and lines where they are drawn here."""

from collections.abc import Iterator
from html import escape
from math import dist

from graph.cascade_answers import CascadeView
from graph.drawing import words as say
from graph.drawing.layout import Area, Layout, PlacedBlock, PlacedBox, PlacedLink, Point
from graph.drawing.legend import legend
from graph.drawing.painting import SHEETS, box_style
from graph.drawing.palette import PAINTS, Paint, link_paint
from graph.drawing.scene import Form, Rectangle, Text
from graph.drawing.words import Words
from graph.drawing.wrapping import width
from graph.xml_text import xml_text

HEAD = 64.0  # of the title and the question, above the picture
LEFT_OUT, LEAST = 40.0, 860.0  # of what was left out, below it; what the legend needs
PLAIN = "text;strokeColor=none;fillColor=none;align=left;verticalAlign=middle;whiteSpace=wrap;spacingLeft=0;"
LABEL = 30.0  # from the tip of an arrow to the middle of its label
BAND = 10.0  # by which the ground of a column is wider than its boxes


def render(view: CascadeView, layout: Layout, words: Words) -> str:
    """The drawing, not compressed."""
    cells = "\n".join(_cells(view, layout, words))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<mxfile host="policy-cascade"><diagram id="cascade" name="{_text(say.title(view, words))}">'
        f'<mxGraphModel pageWidth="{layout.width:g}" pageHeight="{layout.height + 4 * HEAD:g}" math="0">'
        f'<root>\n<mxCell id="0"/>\n<mxCell id="1" parent="0"/>\n{cells}\n</root></mxGraphModel></diagram></mxfile>\n'
    )


def _cells(view: CascadeView, layout: Layout, words: Words) -> Iterator[str]:
    wide = max(layout.width, LEAST)
    yield _text_cell("title", say.title(view, words), Area(0, -HEAD, wide, 32), "strong", 20)
    said = words.separator.join((say.question(view, words), say.shown(view, words)))
    yield _text_cell("question", said, Area(0, 32 - HEAD, wide, 24), "quiet", 12)
    for place, column in enumerate(layout.columns):
        band = Area(column.x - BAND, 0, column.width + 2 * BAND, layout.height)
        yield _vertex(f"g{place}", "", f"rounded=1;arcSize=1;{_paint(PAINTS['band'])}", band)
        name, count = say.column(column.column, words)
        yield _text_cell(f"c{place}", f"{name}　{count}", Area(column.x, 0, column.width, 44), "strong", 13)
    yield from (_frame(f"b{place}", block) for place, block in enumerate(layout.blocks))
    name_of = {box.node.id: f"n{place}" for place, box in enumerate(layout.boxes)}
    areas = {box.node.id: box.area for box in layout.boxes}
    for place, link in enumerate(layout.links):
        yield _edge(f"e{place}", link, name_of, areas, words)
    for box in layout.boxes:
        yield from _box(name_of[box.node.id], box)
    key, bottom = legend(words, 0, layout.height + 8, wide)
    yield from (_key(f"k{place}", form) for place, form in enumerate(key.forms))
    yield _text_cell("left-out", say.left_out(view, words), Area(0, bottom, wide, LEFT_OUT), "quiet", 12)


def _frame(id: str, block: PlacedBlock) -> str:
    style = "rounded=1;arcSize=3;verticalAlign=top;align=left;spacingLeft=8;whiteSpace=wrap;fontSize=12;"
    text = "\n".join((*block.name, *block.title))
    return _vertex(id, text, f"{style}{_paint(PAINTS['frame'])}{_ink('text')}", block.area)


def _box(id: str, box: PlacedBox) -> Iterator[str]:
    """A box with its lines; where it holds folded clauses, with sheets behind it."""
    paint, area = PAINTS[box_style(box.node)], box.area
    rounded = "rounded=1;arcSize=6;"
    for place, out in enumerate(SHEETS if box.node.kind != "clause" else ()):
        sheet = Area(area.x + out, area.y + out, area.width, area.height)
        yield _vertex(f"{id}s{place}", "", rounded + _paint(PAINTS["sheet"]), sheet)
    text = "\n".join((*box.head, *box.body, *box.foot))
    style = f"{rounded}align=left;spacingLeft=8;whiteSpace=wrap;fontSize=12;{_paint(paint)}{_ink('text')}"
    yield _vertex(id, text, style, area)


def _key(id: str, form: Form) -> str:
    """A part of the legend."""
    if isinstance(form, Text):
        area = Area(form.x, form.y - 14, width(form.text, form.size) + 12, 20)
        return _text_cell(id, form.text, area, form.style, form.size)
    if isinstance(form, Rectangle):
        return _vertex(id, "", f"rounded=1;{_paint(form.paint)}", form.area)
    (x, y), (to, end) = form.points[0], form.points[-1]
    ends = f'<mxPoint x="{x:g}" y="{y:g}" as="sourcePoint"/><mxPoint x="{to:g}" y="{end:g}" as="targetPoint"/>'
    return _line(f'id="{id}"', f"endArrow=none;{_paint(form.paint)}", ends)


def _text_cell(id: str, text: str, area: Area, style: str, size: float) -> str:
    bold = "fontStyle=1;" if style == "strong" else ""
    return _vertex(id, text, f"{PLAIN}fontSize={size:g};{bold}{_ink(style)}", area)


def _vertex(id: str, text: str, style: str, area: Area) -> str:
    place = f'x="{area.x:g}" y="{area.y:g}" width="{area.width:g}" height="{area.height:g}"'
    geometry = f'<mxGeometry {place} as="geometry"/>'
    return f'<mxCell id="{id}" value="{_text(text)}" style="{style}" vertex="1" parent="1">{geometry}</mxCell>'


def _edge(id: str, placed: PlacedLink, names: dict[str, str], areas: dict[str, Area], words: Words) -> str:
    """An edge over the points at which its line runs straight; its arrow is at what comes down, as in our pictures."""
    link = placed.link
    ink = link_paint(link.carried, link.status, link.score)
    way = placed.path[::3] if placed.turned else placed.path[::-3]
    exit, entry = _port("exit", way[0], areas[link.source]), _port("entry", way[-1], areas[link.target])
    arrow = "startArrow=block;startFill=1;startSize=5;endArrow=none;"
    style = f"curved=0;rounded=1;fontSize=10;labelBackgroundColor={PAINTS['ground'].fill};{arrow}{exit}{entry}"
    points = "".join(f'<mxPoint x="{x:g}" y="{y:g}"/>' for x, y in way[1:-1])
    ways = f'<Array as="points">{points}</Array>' if points else ""
    length = sum(map(dist, way, way[1:]))
    near = min(2 * LABEL / length - 1, 0.0) if length else 0.0
    said = f'value="{_text(say.label(link, words))}" source="{names[link.source]}" target="{names[link.target]}"'
    return _line(f'id="{id}" {said}', f"{style}fontColor={ink.stroke};{_paint(ink)}", ways, near)


def _port(end: str, at: Point, area: Area) -> str:
    """Where on a box a line begins or ends, as parts of its width and height."""
    x, y = (at[0] - area.x) / area.width, (at[1] - area.y) / area.height
    return f"{end}X={x:.4g};{end}Y={y:.4g};{end}Perimeter=0;"


def _line(attributes: str, style: str, points: str, at: float = 0) -> str:
    """A line with its text `at` a part of it, from -1 where it begins to 1 where it ends."""
    geometry = f'<mxGeometry x="{at:.4g}" relative="1" as="geometry">{points}</mxGeometry>'
    return f'<mxCell {attributes} style="{style}" edge="1" parent="1">{geometry}</mxCell>'


def _paint(paint: Paint) -> str:
    dash = f"dashed=1;dashPattern={' '.join(f'{length:g}' for length in paint.dash)};" if paint.dash else ""
    return f"fillColor={paint.fill or 'none'};strokeColor={paint.stroke or 'none'};strokeWidth={paint.width:g};{dash}"


def _ink(style: str) -> str:
    return f"fontColor={PAINTS[style].fill};"


def _text(text: str) -> str:
    return escape(xml_text(text)).replace("\n", "&#10;")
