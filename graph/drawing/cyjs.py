"""Cytoscape JSON with places: Cytoscape Desktop, and Cytoscape.js with its layout `preset`, show it as it is drawn."""

import json

import networkx as nx

from graph.cascade_answers import CascadeView
from graph.drawing.exchange import to_networkx
from graph.drawing.layout import Layout
from graph.drawing.words import Words


def render(view: CascadeView, layout: Layout, words: Words) -> str:
    """The graph as one JSON object; a node's `name` is its label."""
    data = nx.cytoscape_data(to_networkx(view, layout, words), name="label")
    for node in data["elements"]["nodes"]:
        node["position"] = {axis: node["data"].pop(axis) for axis in ("x", "y")}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
