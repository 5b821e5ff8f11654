"""JSON node-link: `nodes` and `edges`, as networkx's `node_link_graph(data, edges="edges")` reads it."""

import json
from typing import IO

import networkx as nx

from graph.export.common import to_networkx
from graph.model import PolicyGraph


def write(graph: PolicyGraph, stream: IO[bytes]) -> None:
    """Write the graph as one JSON object."""
    data = nx.node_link_data(to_networkx(graph), edges="edges")
    stream.write(json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n")
