"""What answering costs on Neo4j: `/tasks` and `/lineage` of our API over a file and over Neo4j, beside Neo4j's own HTTP
Query API, asked for the same rows by one query.

    python bench/neo4j_answering.py [PATH...] [--clause CLAUSE] [--calls N]     default: the sample's question

Two API processes and a local Neo4j are started and thrown away. The three are asked in turn, call by call, so that
what else the machine does hits all; the first calls do not count. Milliseconds as a client on this machine sees them.

The Query API gives rows of clauses, paths, units and figures: it reads no clause as people write it, chooses no best
path, and sends no spans as spans. The difference between `API, Neo4j` and `Query API` is what our answers cost beyond
their rows; that between the two APIs is what the engines cost. The clauses found are compared: a task is in our answer
only where the links of its path carry the same measure, so the Query API may find more.
"""

import argparse
import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from rich.console import Console
from rich.progress import track
from rich.table import Table

from api.loading import files_of, load
from graph.server.local import ephemeral
from graph.server.settings import Addresses, Settings, free_port
from graph.store import open_store

CASCADE = Path(sys.executable).parent / "cascade"
SAMPLES = Path(__file__).parents[1] / "samples"
QUESTION = "示政〔2021〕7号 第十一条"
WARM_UP = 30
START_SECONDS = 30
CARD = """
MATCH (d:Document {id: c.document, cascade: true})
OPTIONAL MATCH (d)-[:APPLIES_TO]->(r:Region)
"""
CARD_FIELDS = """
c {.id, .document, .address, .clause_type, .heading, .text, .task, document_title: d.title, level: d.level,
   region: d.region, region_name: r.name} AS clause
"""
LINK = """
{source: startNode(l).id, target: endNode(l).id, score: l.score, method: l.method, scope: l.scope, status: l.status,
 carried: l.carried, evidence: l.evidence}
"""
KEPT = "all(l IN relationships(path) WHERE l.status IN ['proposed', 'confirmed'])"
TASKS = f"""
MATCH path = (:Clause {{id: $clause, cascade: true}})<-[:IMPLEMENTS*1..20]-(c:Clause)
WHERE c.task AND {KEPT}
WITH c, collect([l IN relationships(path) | {LINK}]) AS paths
{CARD}
RETURN {CARD_FIELDS}, paths,
  COLLECT {{ MATCH (c)-[a:ASSIGNED_TO]->(o:Organization)
            RETURN {{name: o.id, role: a.role, as_written: a.as_written, collective: o.collective}} ORDER BY a.rank
  }} AS units,
  COLLECT {{ MATCH (c)<-[l:IMPLEMENTS {{scope: 'internal'}}]-(t:Clause)-[a:ASSIGNED_TO]->(o:Organization)
            WHERE l.status IN ['proposed', 'confirmed']
            RETURN {{name: o.id, role: a.role, as_written: a.as_written, through: t.id}} ORDER BY t.order, a.rank
  }} AS units_of_rows,
  COLLECT {{ MATCH (c)-[:QUANTIFIES]->(i:Indicator) RETURN properties(i) ORDER BY i.rank }} AS indicators
"""
LINEAGE = f"""
CALL () {{
  MATCH path = (:Clause {{id: $clause, cascade: true}})<-[:IMPLEMENTS]-(c:Clause) WHERE {KEPT}
  RETURN c, [l IN relationships(path) | {LINK}] AS links,
         COUNT {{ MATCH (c)<-[l:IMPLEMENTS]-() WHERE l.status IN ['proposed', 'confirmed'] }} AS further
  UNION ALL
  MATCH path = (:Clause {{id: $clause, cascade: true}})-[:IMPLEMENTS]->(c:Clause) WHERE {KEPT}
  RETURN c, [l IN relationships(path) | {LINK}] AS links,
         COUNT {{ MATCH (c)-[l:IMPLEMENTS]->() WHERE l.status IN ['proposed', 'confirmed'] }} AS further
}}
{CARD}
RETURN {CARD_FIELDS}, links, further
"""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to ask: the call, and the ids of the clauses in what it answers."""

    name: str
    call: Callable[[], httpx.Response]
    found: Callable[[Any], set[str]]


@contextlib.contextmanager
def served(store: str) -> Iterator[httpx.Client]:
    """A client of the API over a store, in a process of its own."""
    port = free_port()
    command = [CASCADE, "serve", "--store", store, "--port", str(port)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, env=os.environ, **quiet)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
            _wait(client)
            yield client
    finally:
        process.terminate()
        process.wait()


def _wait(client: httpx.Client) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        with contextlib.suppress(httpx.TransportError):
            if client.get("/health/ready").is_success:
                return
        time.sleep(0.1)
    raise SystemExit("the API does not start")


def ours(name: str, client: httpx.Client, path: str, query: dict[str, str]) -> Way:
    """Our API."""
    parts, inner = ("tasks", "clause") if path == "/tasks" else ("nodes", "clause")
    return Way(name, lambda: client.get(path, params=query), lambda body: {one[inner]["id"] for one in body[parts]})


def theirs(client: httpx.Client, statement: str, clause: str) -> Way:
    """Neo4j's own HTTP API."""
    body = {"statement": statement, "parameters": {"clause": clause}, "accessMode": "READ"}
    return Way(
        "Query API",
        lambda: client.post("/db/neo4j/query/v2", json=body),
        lambda answer: {row[0]["id"] for row in answer["data"]["values"]},
    )


def asked(title: str, ways: list[Way], calls: int) -> Table:
    """All ways in turn, a row each."""
    times, last = defaultdict[str, list[float]](list), dict[str, httpx.Response]()
    for call in track(range(calls + WARM_UP), title, transient=True):
        for way in ways:
            start = time.perf_counter()
            last[way.name] = way.call().raise_for_status()
            if call >= WARM_UP:
                times[way.name].append((time.perf_counter() - start) * 1000)
    table = Table("way", "clauses", "bytes", "median ms", "95 % ms", "99 % ms", "ratio", title=title)
    base = statistics.median(times[ways[-1].name])
    for way in ways:
        found, figures = way.found(last[way.name].json()), statistics.quantiles(times[way.name], n=100)
        shown = (f"{figures[rank - 1]:.2f}" for rank in (50, 95, 99))
        size = f"{len(last[way.name].content):,}"
        table.add_row(way.name, str(len(found)), size, *shown, f"{figures[49] / base:.2f}")
    return table


def measure(file: str, addresses: Addresses, clause: str, calls: int) -> Iterator[Table]:
    """A table for each question."""
    neo4j_url = f"http://{addresses.reached}:{addresses.http_port}"
    with served(file) as on_file, served(addresses.bolt) as on_server, httpx.Client(base_url=neo4j_url) as query_api:
        for path, name, statement in (("/tasks", "derives_from", TASKS), ("/lineage", "clause", LINEAGE)):
            answer = on_file.get(path, params={name: clause}).raise_for_status().json()
            ways = [
                ours("API, file", on_file, path, {name: clause}),
                ours("API, Neo4j", on_server, path, {name: clause}),
                theirs(query_api, statement, answer["clause"]["id"]),
            ]
            yield asked(f"{path} {clause}", ways, calls)


def main() -> None:
    """Load the documents into a file and a local server, ask, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[SAMPLES], help="documents, files or folders")
    parser.add_argument("--clause", default=QUESTION, help=f"the clause asked about (default {QUESTION})")
    parser.add_argument("--calls", type=int, default=500, help="of each way that count (default 500)")
    given = parser.parse_args()
    settings = Settings(bolt_port=free_port(), http_port=free_port(), password=False)
    with tempfile.TemporaryDirectory() as folder, ephemeral(settings) as (_, addresses):
        file = f"{folder}/bench.kgl"
        for url in (file, addresses.bolt):
            with open_store(url, writable=True) as store:
                load(store, files_of(given.paths))
        for table in measure(file, addresses, given.clause, given.calls):
            Console().print(table)


if __name__ == "__main__":
    main()
