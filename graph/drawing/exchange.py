"""The cascade as a graph that other programs lay out no further: nodes and edges with their places and colours."""

from collections import defaultdict
from dataclasses import dataclass

import networkx as nx

from graph.cascade_answers import CascadeLink, CascadeNode, CascadeView
from graph.drawing import words as say
from graph.drawing.layout import Layout, PlacedBox
from graph.drawing.painting import box_style
from graph.drawing.palette import PAINTS, Paint, link_paint
from graph.drawing.words import Words
from graph.model import LinkStatus
from graph.xml_text import xml_text

Value = str | float | int | bool
STROKES: dict[LinkStatus, str] = {"confirmed": "———", "proposed": "– – –", "candidate": "· · ·"}


@dataclass(frozen=True, slots=True)
class Plain:
    """A box in plain terms: where its middle is, and what stands in it."""

    id: str
    label: str
    x: float
    y: float
    width: float
    height: float
    paint: Paint


def plain(box: PlacedBox, words: Words) -> Plain:
    """A box as other programs take it: number and region, then what stands in it."""
    area, (owner, _) = box.area, say.owner(box.node, words)
    lines = (owner, *box.head, *box.body)
    paint = PAINTS[box_style(box.node)]
    return Plain(
        box.node.id,
        "\n".join(filter(None, lines)),
        area.x + area.width / 2,
        area.middle,
        area.width,
        area.height,
        paint,
    )


@dataclass(frozen=True, slots=True)
class Framed:
    """The boxes that a picture frames together: those of one document in one layer, from the top."""

    layer: int
    name: str
    title: str
    boxes: tuple[PlacedBox, ...]


def frames(layout: Layout, words: Words) -> list[Framed]:
    """All boxes, in the frames of the picture from left to right; a frame is named by number and region."""
    found: dict[tuple[int, str], list[PlacedBox]] = defaultdict(list)
    for box in sorted(layout.boxes, key=lambda box: (box.layer, box.area.y, box.node.id)):
        found[box.layer, box.node.document or box.node.id].append(box)
    return [Framed(layer, *say.owner(boxes[0].node, words), tuple(boxes)) for (layer, _), boxes in found.items()]


def inside(box: PlacedBox) -> str:
    """What stands in a box whose frame says whose it is."""
    return "\n".join((*box.head, *box.body))


def spoken_key(words: Words) -> str:
    """The key to the strokes in words, for programs that draw no key; what a line carries stands on it."""
    strokes = (f"{stroke} {words.status[status]}" for status, stroke in STROKES.items())
    return words.status_title + words.colon + words.separator.join(strokes)


def to_networkx(view: CascadeView, layout: Layout, words: Words) -> "nx.DiGraph[str]":
    """Nodes and edges with what they say, their places and their colours; y grows downward."""
    made: nx.DiGraph[str] = nx.DiGraph(
        title=xml_text(say.title(view, words)), left_out=xml_text(say.left_out(view, words))
    )
    for box in layout.boxes:
        shown = plain(box, words)
        places: dict[str, Value] = {"x": shown.x, "y": shown.y, "width": shown.width, "height": shown.height}
        colours: dict[str, Value] = {"fill": shown.paint.fill or "", "stroke": shown.paint.stroke or ""}
        made.add_node(xml_text(box.node.id), label=xml_text(shown.label), **_node(box.node), **places, **colours)
    for link in view.links:
        ink = link_paint(link.carried, link.status, link.score)
        made.add_edge(
            xml_text(link.source),
            xml_text(link.target),
            label=say.label(link, words),
            **_link(link),
            colour=ink.stroke or "",
            line=ink.width,
            dashed=bool(ink.dash),
        )
    return made


def _node(node: CascadeNode) -> dict[str, Value]:
    known: dict[str, Value | None] = {
        "kind": node.kind,
        "place": node.place,
        "level": node.level,
        "region": node.region_name or node.region,
        "document": node.document,
        "title": node.document_title,
        "text": node.clauses[0].text if node.kind == "clause" else None,
        "clauses": len(node.clauses),
        "score": node.score,
    }
    return {
        name: xml_text(value) if isinstance(value, str) else value for name, value in known.items() if value is not None
    }


def _link(link: CascadeLink) -> dict[str, Value]:
    return {
        "score": link.score,
        "carried": link.carried,
        "status": link.status,
        "method": link.method,
        "scope": link.scope,
        "links": len(link.steps),
    }
