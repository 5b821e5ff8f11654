"""What our store costs on Neo4j: documents put in one by one, each whole or not at all, beside the driver's bare UNWIND
of the same nodes and relationships.

    python bench/neo4j_loading.py [PATH...] [--clauses N] [--runs N]     default: samples/

The bare side knows all rows beforehand, checks nothing and commits them 10,000 at a time: no loader of documents can
be quicker with this driver. Both write to an empty database that has our constraints and indexes; they take turns,
the first turn of each does not count, and the ratio is that of the medians. After it all nodes and relationships,
with labels and properties, are compared. A small graph wants many turns (--runs 30): a server that has just begun is
slow, and slower with many short statements than with few long ones. Only writing is timed: the documents
are read and linked before. A local server is started and thrown away.
"""

import argparse
import hashlib
import json
import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import neo4j
from rich.console import Console
from rich.progress import track
from rich.table import Table

from api.loading import files_of, load
from graph.facts import read_graph
from graph.model import PolicyGraph
from graph.server.local import ephemeral
from graph.server.settings import Settings, free_port
from graph.store import Store, open_store
from made_graph import made

BATCH = 10_000
SAMPLES = Path(__file__).parents[1] / "samples"
NODES = """
MATCH (n) WHERE NOT n:Migration
RETURN COLLECT { WITH n UNWIND labels(n) AS label RETURN label ORDER BY label } AS labels, properties(n) AS properties
"""
EDGES = """
MATCH (s)-[r]->(t)
RETURN labels(s) AS above, labels(t) AS below, type(r) AS type, s.id AS source, t.id AS target,
       properties(r) AS properties
"""
CLEAR = "MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"
OWN = ("Document", "Clause", "Organization", "Region", "Indicator", "Decision")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Statement:
    """A bare statement and all its rows."""

    text: str
    rows: list[Row]


def statements(driver: neo4j.Driver) -> list[Statement]:
    """What writes the graph that is in the database now: nodes by their labels, relationships by type and ends."""
    nodes, edges = defaultdict[str, list[Row]](list), defaultdict[tuple[str, str, str], list[Row]](list)
    for row in _rows(driver, NODES):
        nodes[":".join(sorted(row["labels"]))].append(row["properties"])
    for row in _rows(driver, EDGES):
        edges[(_own(row["above"]), row["type"], _own(row["below"]))].append(row)
    made_nodes = [
        Statement(f"UNWIND $rows AS row CREATE (n:{labels}) SET n = row", rows)
        for labels, rows in sorted(nodes.items())
    ]
    made_edges = [
        Statement(
            f"UNWIND $rows AS row MATCH (s:{above} {{id: row.source, cascade: true}}) "
            f"MATCH (t:{below} {{id: row.target, cascade: true}}) CREATE (s)-[r:{type}]->(t) SET r = row.properties",
            [{name: row[name] for name in ("source", "target", "properties")} for row in rows],
        )
        for (above, type, below), rows in sorted(edges.items())
    ]
    return made_nodes + made_edges


def _own(labels: list[str]) -> str:
    return next(label for label in OWN if label in labels)


def _rows(driver: neo4j.Driver, text: str) -> list[Row]:
    return [record.data() for record in driver.execute_query(text).records]


def bare(driver: neo4j.Driver, given: list[Statement]) -> None:
    """Write the rows in batches."""
    with driver.session() as session:
        for statement in given:
            for start in range(0, len(statement.rows), BATCH):
                rows = statement.rows[start : start + BATCH]
                session.execute_write(lambda tx, text=statement.text, rows=rows: tx.run(text, rows=rows).consume())


def ours(store: Store, graph: PolicyGraph) -> None:
    """Put the documents in the store, each with the links to those before it."""
    links, entered = defaultdict(list), set[str]()
    for link in graph.links:
        for end in (link.source, link.target):
            links[end.rpartition("/")[0]].append(link)
    for facts in graph.documents:
        entered.add(facts.document.id)
        ready = [link for link in links[facts.document.id] if {*map(_document, (link.source, link.target))} <= entered]
        store.replace(facts, ready)


def _document(clause: str) -> str:
    return clause.rpartition("/")[0]


def print_of(driver: neo4j.Driver) -> str:
    """A fingerprint of all nodes and relationships, in whatever order they are."""
    rows = (json.dumps(row, sort_keys=True) for text in (NODES, EDGES) for row in _rows(driver, text))
    return hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()


def compared(driver: neo4j.Driver, store: Store, graph: PolicyGraph, runs: int) -> Table:
    """Both ways in turn, the first turn of each for warming up."""
    ours(store, graph)
    first, given = print_of(driver), statements(driver)
    ways: dict[str, Callable[[], None]] = {"our store": lambda: ours(store, graph), "bare": lambda: bare(driver, given)}
    times = defaultdict[str, list[float]](list)
    for run in track(range(runs + 1), "loading", transient=True):
        for name, way in ways.items():
            _clear(driver)
            start = time.perf_counter()
            way()
            seconds = time.perf_counter() - start
            if run:
                times[name].append(seconds)
            elif print_of(driver) != first:
                raise SystemExit(f"{name} wrote another graph")
    return _table(graph, given, times)


def _clear(driver: neo4j.Driver) -> None:
    with driver.session() as session:
        session.run(CLEAR).consume()


def _table(graph: PolicyGraph, given: list[Statement], times: dict[str, list[float]]) -> Table:
    clauses = sum(len(facts.clauses) for facts in graph.documents)
    rows = sum(len(statement.rows) for statement in given)
    title = f"{len(graph.documents):,} documents, {clauses:,} clauses, {rows:,} nodes and relationships"
    table = Table("way", "least s", "median s", "most s", "rows a second", "ratio", title=title)
    base = statistics.median(times["bare"])
    for name, seconds in times.items():
        median = statistics.median(seconds)
        figures = (min(seconds), median, max(seconds))
        table.add_row(name, *(f"{x:.2f}" for x in figures), f"{rows / median:,.0f}", f"{median / base:.2f}")
    return table


def read_paths(paths: list[Path]) -> PolicyGraph:
    """The documents in these files and folders, linked."""
    with open_store(":memory:", writable=True) as store:
        load(store, files_of(paths))
        return read_graph(store)


def main() -> None:
    """Start a server, write to it in both ways, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[SAMPLES], help="documents, files or folders")
    parser.add_argument("--clauses", type=int, help="an invented graph of this size instead of documents")
    parser.add_argument("--runs", type=int, default=3, help="turns that count (default 3)")
    asked = parser.parse_args()
    graph = made(asked.clauses) if asked.clauses else read_paths(asked.paths)
    settings = Settings(bolt_port=free_port(), http_port=free_port(), password=False)
    with (
        ephemeral(settings) as (_, addresses),
        open_store(addresses.bolt, writable=True) as store,
        neo4j.GraphDatabase.driver(addresses.bolt) as driver,
    ):
        table = compared(driver, store, graph, asked.runs)
    Console().print(table)


if __name__ == "__main__":
    main()
