"""Cytoscape JSON, as Cytoscape Desktop, Cytoscape.js and networkx's `cytoscape_graph` read it."""

import json
from typing import IO

import networkx as nx

from graph.export.common import to_networkx
from graph.model import PolicyGraph


def write(graph: PolicyGraph, stream: IO[bytes]) -> None:
    """Write the graph as one JSON object; a node's `name` is its label."""
    data = nx.cytoscape_data(to_networkx(graph), name="label")
    stream.write(json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n")
