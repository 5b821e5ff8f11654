"""GraphML, as yEd, Gephi, igraph, Cytoscape and networkx's `read_graphml` read it."""

from typing import IO

import networkx as nx

from graph.export.common import to_networkx
from graph.model import PolicyGraph


def write(graph: PolicyGraph, stream: IO[bytes]) -> None:
    """Write the graph with typed attributes. The writer is the one without lxml, so that bytes do not depend on it."""
    nx.write_graphml_xml(to_networkx(graph), stream, named_key_ids=True)
