"""GEXF 1.2, as Gephi and networkx's `read_gexf` read it."""

from typing import IO

from networkx.readwrite.gexf import GEXFWriter

from graph.export.common import to_networkx
from graph.model import PolicyGraph


def write(graph: PolicyGraph, stream: IO[bytes]) -> None:
    """Write the graph with typed attributes; an edge's weight is its link's score.

    networkx signs with its version and today's date; we do not, so that the same graph gives the same bytes.
    """
    made = to_networkx(graph)
    for _, _, key, edge in made.edges(keys=True, data=True):
        edge["id"] = key
        if "score" in edge:
            edge["weight"] = edge["score"]
    writer = GEXFWriter(made, encoding="utf-8", version="1.2draft")
    del writer.xml.find("meta").attrib["lastmodifieddate"]
    writer.xml.find("meta/creator").text = "policy-cascade"
    writer.write(stream)
