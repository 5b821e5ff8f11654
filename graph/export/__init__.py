"""The formats that other programs read: one module a format, each with `write(graph, stream or folder)`.

jsonl is also read back, exactly. The others show the graph as nodes and edges: see graph.export.common.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from graph.export import cypher, cytoscape, gexf, graphml, jsonl, jsonld, neo4j_import, nodelink
from graph.model import PolicyGraph

Write = Callable[[PolicyGraph, IO[bytes]], None]
WriteFolder = Callable[[PolicyGraph, Path], None]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the end of its files' names, its media type, and the function that writes it."""

    name: str
    suffix: str
    media_type: str
    write: Write


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("jsonl", ".jsonl", "application/jsonl", jsonl.write),
        Format("json", ".json", "application/json", nodelink.write),
        Format("graphml", ".graphml", "application/graphml+xml", graphml.write),
        Format("gexf", ".gexf", "application/gexf+xml", gexf.write),
        Format("cytoscape", ".cyjs", "application/json", cytoscape.write),
        Format("cypher", ".cypher", "application/x-cypher-query", cypher.write),
        Format("jsonld", ".jsonld", "application/ld+json", jsonld.write),
    )
}
"""Formats by name. The same graph gives the same bytes."""

FOLDERS: dict[str, WriteFolder] = {"neo4j-import": neo4j_import.write}
"""What fills an empty folder rather than a stream, by the format's name."""
