"""GEXF 1.2, as Gephi and networkx's `read_gexf` read it."""

from typing import IO, Any
from xml.etree.ElementTree import Element

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
    writer = _Writer(made, encoding="utf-8", version="1.2draft")
    del writer.xml.find("meta").attrib["lastmodifieddate"]
    writer.xml.find("meta/creator").text = "policy-cascade"
    writer.write(stream)


class _Writer(GEXFWriter):  # type: ignore[misc]  # networkx ships no types
    """Says an edge's kind as Gephi reads it, to which edges of two kinds between two nodes are two. What networkx calls
    the key of an edge is its id and needs no column."""

    def add_attributes(self, node_or_edge: str, xml_obj: Element, data: dict[str, Any], default: Any) -> dict[str, Any]:
        """The attributes of a node or an edge."""
        if node_or_edge == "edge":
            xml_obj.set("kind", data["kind"])
            data.pop("key")
        return dict(super().add_attributes(node_or_edge, xml_obj, data, default))
