"""Cytoscape JSON with places and a style: Cytoscape.js shows it as it is drawn, Cytoscape Desktop in its own style."""

import json
from math import hypot

import networkx as nx

from graph.cascade_answers import CascadeView
from graph.drawing.exchange import to_networkx
from graph.drawing.layout import Layout, PlacedLink
from graph.drawing.palette import PAINTS
from graph.drawing.words import Words

INK, GROUND = PAINTS["text"].fill, PAINTS["ground"].fill
STYLE = [
    {
        "selector": "node",
        "style": {
            "shape": "round-rectangle",
            "width": "data(width)",
            "height": "data(height)",
            "background-color": "data(fill)",
            "border-color": "data(stroke)",
            "border-width": 1,
            "label": "data(label)",
            "color": INK,
            "font-size": 11,
            "line-height": 1.2,
            "text-wrap": "wrap",
            "text-valign": "center",
            "text-halign": "center",
            "text-justification": "left",
        },
    },
    {
        "selector": "edge",
        "style": {
            "curve-style": "straight",
            "source-endpoint": "data(leaves)",
            "target-endpoint": "data(enters)",
            "width": "data(line)",
            "line-color": "data(colour)",
            "line-style": "solid",
            "source-arrow-color": "data(colour)",
            "source-arrow-shape": "triangle",
            "arrow-scale": 0.8,
            "source-label": "data(label)",
            "source-text-offset": 30,
            "color": "data(colour)",
            "font-size": 10,
            "text-background-color": GROUND,
            "text-background-opacity": 1,
        },
    },
    {
        "selector": "edge[bends]",
        "style": {
            "curve-style": "round-segments",
            "edge-distances": "node-position",
            "segment-weights": "data(bends)",
            "segment-distances": "data(beside)",
            "segment-radii": 24,
        },
    },
    {"selector": "edge[?dashed]", "style": {"line-style": "dashed"}},
    {"selector": 'edge[status = "candidate"], edge[status = "rejected"]', "style": {"line-style": "dotted"}},
]
"""How Cytoscape.js paints: arrows lead down, from what is carried out to what carries it out."""


def render(view: CascadeView, layout: Layout, words: Words) -> str:
    """The graph as one JSON object; a node's `name` is its label. `cytoscape({container, ...object})` shows it."""
    data = nx.cytoscape_data(to_networkx(view, layout, words), name="label")
    for node in data["elements"]["nodes"]:
        node["position"] = {axis: node["data"].pop(axis) for axis in ("x", "y")}
    routes = {(placed.link.source, placed.link.target): _route(placed, layout) for placed in layout.links}
    for edge in data["elements"]["edges"]:
        edge["data"] |= routes[edge["data"]["source"], edge["data"]["target"]]
    data |= {"style": STYLE, "layout": {"name": "preset"}}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _route(placed: PlacedLink, layout: Layout) -> dict[str, str]:
    """Where on its boxes a line begins and ends, from their middles; and where it bends between: how far on the way
    from middle to middle, and how far beside it."""
    middles = {box.node.id: (box.area.x + box.area.width / 2, box.area.middle) for box in layout.boxes}
    (x, y), (to, end) = middles[placed.link.source], middles[placed.link.target]
    way = placed.path[::3] if placed.turned else placed.path[::-3]
    route = {"leaves": _pair(way[0][0] - x, way[0][1] - y), "enters": _pair(way[-1][0] - to, way[-1][1] - end)}
    wide, high = to - x, end - y
    length = hypot(wide, high)
    if len(way) == 2 or not length:
        return route
    along = (((a - x) * wide + (b - y) * high) / length**2 for a, b in way[1:-1])
    beside = (((b - y) * wide - (a - x) * high) / length for a, b in way[1:-1])
    bends = {"bends": " ".join(f"{part:.4f}" for part in along), "beside": " ".join(f"{part:.1f}" for part in beside)}
    return route | bends


def _pair(x: float, y: float) -> str:
    return f"{x:.1f} {y:.1f}"
