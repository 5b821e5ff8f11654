"""Cypher: a script that cypher-shell and Neo4j Browser run, and that gives the same graph when it is run again.

Statements end with `;`, which stands nowhere else: in texts it is written as an escape. Constraints come first, then
nodes and relationships, ROWS a statement. The script adds and changes, it removes nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import IO, Any, TypeVar

from graph.export.stored import OWNED, Edge, Node, stored
from graph.model import LEVELS, PolicyGraph
from graph.queries import queries_for
from graph.records import Properties

Item = TypeVar("Item")

ROWS = 100  # a statement: the server reads literals slowly
TITLE = "// A policy graph: run this in a database that is empty, or holds nothing but an earlier run of it.\n"
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in (*map(chr, range(0x20)), ";", "\x7f", "\u2028", "\u2029")}
ESCAPES |= {ord("\\"): "\\\\", ord("'"): "\\'"}


def write(graph: PolicyGraph, stream: IO[bytes]) -> None:
    """Write the script."""
    stream.write(TITLE.encode())
    for statement in statements(graph):
        stream.write(f"{statement};\n".encode())


def statements(graph: PolicyGraph) -> Iterator[str]:
    """The statements of the script, without what ends them."""
    found = stored(graph)
    yield from schema()
    for label, nodes in grouped(found.nodes, lambda node: node.label):
        yield from _batches(nodes, _node_row, f"MERGE (n:{label} {{id: row.id{OWN}}})\nSET n += row.properties")
    for (kind, source, target, ranked), edges in grouped(found.edges, _joined):
        key = " {rank: row.properties.rank}" if ranked else ""
        yield from _batches(
            edges,
            _edge_row,
            f"MATCH (s:{source} {{id: row.source{OWN}}})\nMATCH (t:{target} {{id: row.target{OWN}}})\n"
            f"MERGE (s)-[r:{kind}{key}]->(t)\nSET r += row.properties",
        )
    yield from levels()


def schema() -> Iterator[str]:
    """The constraints and indexes of a store."""
    queries = queries_for("neo4j")
    yield from (queries.text(name, {}) for name in queries.names("schema/"))


def levels() -> Iterator[str]:
    """What labels documents and clauses by level, as a store does: Neo4j Browser colours them by that."""
    for label in ("Document", "Clause"):
        yield f"MATCH (n:{label} {{{OWN[2:]}}})\nREMOVE n:{':'.join(map(str.capitalize, LEVELS))}"
    for level in LEVELS:
        document = f"MATCH (d:Document {{level: '{level}'{OWN}}})"
        yield f"{document}\nSET d:{level.capitalize()}"
        yield f"{document}\nMATCH (c:Clause {{document: d.id{OWN}}})\nSET c:{level.capitalize()}"


def _joined(edge: Edge) -> tuple[str, str, str, bool]:
    return edge.kind, edge.source[0], edge.target[0], "rank" in edge.properties


def grouped(items: Iterable[Item], key: Callable[[Item], Any]) -> Iterator[tuple[Any, list[Item]]]:
    """The items that have the same key, keys in order."""
    yield from ((name, list(group)) for name, group in groupby(sorted(items, key=key), key))


def _batches(items: Sequence[Item], row: Callable[[Item], Properties], work: str) -> Iterator[str]:
    for start in range(0, len(items), ROWS):
        rows = ",\n  ".join(literal(row(item)) for item in items[start : start + ROWS])
        yield f"UNWIND [\n  {rows}\n] AS row\n{work}"


def _node_row(node: Node) -> Properties:
    return {"id": node.id, "properties": node.properties}


def _edge_row(edge: Edge) -> Properties:
    return {"source": edge.source[1], "target": edge.target[1], "properties": edge.properties}


def literal(value: Any) -> str:
    """A value as Cypher writes it: text in single quotes on one line, maps with their names bare."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {literal(item)}' for name, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value.translate(ESCAPES)}'" if isinstance(value, str) else repr(value)


OWN = "".join(f", {name}: {literal(value)}" for name, value in OWNED.items())
"""What a pattern says of a node beside its id."""
