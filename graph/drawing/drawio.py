"""draw.io (diagrams.net): a drawing to edit, with frames, boxes and lines where they are drawn here."""

from collections.abc import Iterator
from html import escape

from graph.cascade_answers import CascadeView
from graph.drawing import words as say
from graph.drawing.exchange import plain
from graph.drawing.layout import Area, Layout, PlacedLink
from graph.drawing.palette import PAINTS, link_paint
from graph.drawing.words import Words
from graph.xml_text import xml_text

HEAD = 40.0  # of the title, above the picture


def render(view: CascadeView, layout: Layout, words: Words) -> str:
    """The drawing, not compressed."""
    cells = "\n".join(_cells(view, layout, words))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<mxfile host="policy-cascade"><diagram id="cascade" name="{_text(say.title(view, words))}">'
        f'<mxGraphModel pageWidth="{layout.width:g}" pageHeight="{layout.height + 2 * HEAD:g}" math="0">'
        f'<root>\n<mxCell id="0"/>\n<mxCell id="1" parent="0"/>\n{cells}\n</root></mxGraphModel></diagram></mxfile>\n'
    )


def _cells(view: CascadeView, layout: Layout, words: Words) -> Iterator[str]:
    plainly = "text;align=left;verticalAlign=middle;whiteSpace=wrap;"
    yield _vertex("title", say.title(view, words), f"{plainly}fontSize=18;", Area(0, -HEAD, layout.width, HEAD))
    left_out = say.left_out(view, words)
    yield _vertex("left-out", left_out, plainly, Area(0, layout.height, layout.width, HEAD))
    for place, column in enumerate(layout.columns):
        head = " ".join(say.column(column.column, words))
        yield _vertex(f"c{place}", head, f"{plainly}fontStyle=1;", Area(column.x, 0, column.width, 44))
    frame = PAINTS["frame"]
    for place, block in enumerate(layout.blocks):
        style = (
            f"rounded=1;arcSize=3;verticalAlign=top;align=left;spacingLeft=8;whiteSpace=wrap;fillColor={frame.fill};"
        )
        text = "\n".join((block.name, *block.title))
        yield _vertex(f"b{place}", text, f"{style}strokeColor={frame.stroke};", block.area)
    name = {box.node.id: f"n{place}" for place, box in enumerate(layout.boxes)}
    for box in layout.boxes:
        shown = plain(box, words)
        style = f"rounded=1;arcSize=6;align=left;spacingLeft=8;whiteSpace=wrap;fillColor={shown.paint.fill};"
        text = "\n".join((box.head, *box.body))
        yield _vertex(name[box.node.id], text, f"{style}strokeColor={shown.paint.stroke};", box.area)
    for place, link in enumerate(layout.links):
        yield _edge(f"e{place}", link, name, words)


def _vertex(id: str, text: str, style: str, area: Area) -> str:
    place = f'x="{area.x:g}" y="{area.y:g}" width="{area.width:g}" height="{area.height:g}"'
    geometry = f'<mxGeometry {place} as="geometry"/>'
    return f'<mxCell id="{id}" value="{_text(text)}" style="{style}" vertex="1" parent="1">{geometry}</mxCell>'


def _edge(id: str, placed: PlacedLink, name: dict[str, str], words: Words) -> str:
    """An edge over the points at which its line runs straight."""
    link = placed.link
    ink = link_paint(link.carried, link.status, link.score)
    broken = f"dashed=1;dashPattern={' '.join(f'{length:g}' for length in ink.dash)};" if ink.dash else ""
    colours = f"strokeColor={ink.stroke};strokeWidth={ink.width:g};fontColor={ink.stroke};"
    style = f"curved=0;rounded=1;fontSize=10;{colours}{broken}"
    points = "".join(f'<mxPoint x="{x:g}" y="{y:g}"/>' for x, y in reversed(placed.path[3:-1:3]))
    ways = f'<Array as="points">{points}</Array>' if points else ""
    return (
        f'<mxCell id="{id}" value="{_text(say.label(link, words))}" style="{style}" edge="1" parent="1" '
        f'source="{name[link.source]}" target="{name[link.target]}">'
        f'<mxGeometry relative="1" as="geometry">{ways}</mxGeometry></mxCell>'
    )


def _text(text: str) -> str:
    return escape(xml_text(text)).replace("\n", "&#10;")
