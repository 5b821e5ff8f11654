"""Answers as frames, networkx graphs and py2neo subgraphs; py2neo with the real server."""

import sys

import networkx as nx
import py2neo
import pytest
from handed import figure, link, put, task
from invented import ASKED, CITY, DISTRICT, DOCUMENTS, LINKS, PROVINCE

from graph import questions
from graph.comparison import compare
from graph.coverage import coverage
from graph.errors import MissingExtra
from graph.explore import frame, link_frame, subgraph, to_networkx
from graph.units import units

SCRATCH = "Notebook"


@pytest.fixture
def loaded(memory):
    """The invented cascade in memory."""
    for facts in DOCUMENTS:
        memory.replace(facts, LINKS)
    return memory


def kinds(graph) -> dict[str, int]:
    """How many relationships there are of each type."""
    names = [type(each).__name__ for each in graph.relationships]
    return {name: names.count(name) for name in sorted(set(names))}


def test_tasks_become_paths_with_units(loaded):
    """Each clause of an answer is a node, each link of a path a relationship, once."""
    graph = subgraph(questions.tasks(loaded, ASKED))

    assert {"ASSIGNED_TO": 8, "IMPLEMENTS": 7} == kinds(graph)
    assert {"例东区教体局", "例川市教育局", "示例省教育厅", "例城市教育局", "示例省财政厅"} == {
        node["id"] for node in graph.nodes if node.has_label("Organization")
    }
    asked = next(node for node in graph.nodes if node["id"] == ASKED)
    assert ("四（十一）", "clause", "示例省") == (asked["address"], asked["clause_type"], asked["region_name"])


def test_lineage_becomes_the_links_around(loaded):
    """The clauses above and below with the links between them."""
    graph = subgraph(questions.lineage(loaded, f"{CITY}/二（一）1", depth=1))

    assert {"IMPLEMENTS": 3} == kinds(graph)
    assert {ASKED, f"{CITY}/二（一）1", f"{DISTRICT}/三"} == {node["id"] for node in graph.nodes}


def test_a_clause_becomes_its_neighbourhood(loaded):
    """Clauses that are only named have nothing but their id."""
    graph = subgraph(questions.clause(loaded, f"{PROVINCE}/附件1第1项"))

    assert {"ASSIGNED_TO": 2, "IMPLEMENTS": 1} == kinds(graph)
    assert {"id": ASKED} == dict(next(node for node in graph.nodes if node["id"] == ASKED))


@pytest.mark.parametrize(("library", "form"), [("py2neo", subgraph), ("pandas", frame), ("pandas", link_frame)])
def test_without_the_library_the_message_says_how_to_get_it(loaded, monkeypatch, library, form):
    """The extra is named with its command."""
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(MissingExtra, match=r"pip install 'policy-cascade\[notebook\]'"):
        form(questions.lineage(loaded, ASKED))


def test_a_networkx_graph_has_what_the_subgraph_has(loaded):
    """The same clauses, links and organizations; links lead from below to above, and None is absent."""
    answer = questions.tasks(loaded, ASKED)
    graph, other = to_networkx(answer), subgraph(answer)

    assert (len(other.nodes), len(other.relationships)) == (len(graph.nodes), len(graph.edges))
    assert {f"{DISTRICT}/三", f"{CITY}/二（一）1"} <= nx.ancestors(graph, ASKED)
    assert ("clause", "示例省") == (graph.nodes[ASKED]["kind"], graph.nodes[ASKED]["region_name"])
    assert {"organization": 5, "clause": len(graph) - 5} == kinds_of_nodes(graph)
    assert all(value is not None for _, found in graph.nodes(data=True) for value in found.values())
    assert (0.8, "IMPLEMENTS") == (
        graph.edges[f"{DISTRICT}/三", f"{CITY}/二（一）1"]["score"],
        graph.edges[f"{DISTRICT}/三", f"{CITY}/二（一）1"]["kind"],
    )


def kinds_of_nodes(graph) -> dict[str, int]:
    """How many nodes there are of each kind."""
    found = [kind for _, kind in graph.nodes(data="kind")]
    return {kind: found.count(kind) for kind in set(found)}


def test_a_frame_of_tasks_has_a_row_for_each(loaded):
    """In the answer's order, with the path written out from the task up."""
    answer = questions.tasks(loaded, ASKED)
    table = frame(answer)

    assert [task.clause.id for task in answer.tasks] == list(table["clause"])
    row = table.set_index("clause").loc[f"{DISTRICT}/三"]
    assert (0.72, 2) == (pytest.approx(row["score"]), row["steps"])
    assert f"{DISTRICT}/三 → {CITY}/二（一）1 → {ASKED}" == row["path"]
    assert "county" == row["level"]


@pytest.mark.parametrize(
    ("ask", "column", "listed"),
    [
        (lambda store: questions.lineage(store, ASKED), "clause", lambda it: [node.clause.id for node in it.nodes]),
        (
            lambda store: questions.clause(store, ASKED),
            "source",
            lambda it: [step.source for step in (*it.implements, *it.implemented_by)],
        ),
        (lambda store: coverage(store, PROVINCE), "clause", lambda it: [item.clause.id for item in it.clauses]),
        (
            lambda store: units(store, "例城市教育局"),
            "clause",
            lambda it: [task.clause.id for task in it.tasks],
        ),
    ],
    ids=["lineage", "clause", "coverage", "units"],
)
def test_a_frame_has_a_row_for_each_that_an_answer_lists(loaded, ask, column, listed):
    """What is nested is left to the answer: cells hold text, numbers or nothing."""
    answer = ask(loaded)
    table = frame(answer)

    assert listed(answer)
    assert listed(answer) == list(table[column])
    assert not table.map(lambda cell: isinstance(cell, list | tuple | dict)).to_numpy().any()


def test_a_frame_of_figures_has_a_row_for_each_pair(memory):
    """Both figures as written and by value, and what the lower is to the upper."""
    above, below = task("省", "一", "开放率不低于80%。"), task("市", "1", "开放率不低于75%。")
    rates = [figure(above, 80.0, "%", "开放率", comparator=">="), figure(below, 75.0, "%", "开放率", comparator=">=")]
    put(memory, [above, below], [link(below, above, ("开放率", "开放率"))], figures=rates)

    (row,) = frame(compare(memory, "省/一")).itertuples()
    assert ("省/一", 80.0, "市/1", 75.0) == (row.above, row.above_value, row.below, row.below_value)
    assert ("lowered", 0.9375) == (row.verdict, row.factor)


def test_a_frame_without_rows_has_its_columns(loaded):
    """What works with a frame works with an empty one."""
    nothing = questions.tasks(loaded, f"{DISTRICT}/附件第9项")

    assert () == nothing.tasks
    assert [] == list(frame(nothing)["score"])
    assert [] == list(link_frame(nothing)["source"])


def test_the_links_of_an_answer_are_a_frame_too(loaded):
    """Each link once, though it stands in several paths."""
    table = link_frame(questions.tasks(loaded, ASKED))

    assert 7 == len(table)
    assert not table.duplicated(["source", "target"]).any()


@pytest.fixture(scope="module")
def py2neo_graph(neo4j_url):
    """py2neo, connected to the real server."""
    connected = py2neo.Graph(neo4j_url)
    yield connected
    connected.service.connector.close()


@pytest.mark.parametrize("store", [pytest.param("neo4j", marks=pytest.mark.server)], indirect=True)
def test_py2neo_reads_what_we_load(store, py2neo_graph):
    """Its matchers find our clauses and links in Neo4j 5.26, as a notebook would ask for them."""
    for facts in DOCUMENTS:
        store.replace(facts, LINKS)
    asked = py2neo.NodeMatcher(py2neo_graph).match("Clause", cascade=True, id=ASKED).first()
    links = py2neo.RelationshipMatcher(py2neo_graph).match((None, asked), "IMPLEMENTS").where("_.status = 'proposed'")

    assert "四（十一）" == asked["address"]
    assert f"{CITY}/二（一）1" in {link.start_node["id"] for link in links}
    assert "Clause" in py2neo_graph.schema.node_labels


@pytest.mark.server
def test_py2neo_writes_what_we_answer(loaded, py2neo_graph):
    """A subgraph is merged whole under a label of the notebook's own, once however often, and comes back as it was."""
    written = subgraph(questions.tasks(loaded, ASKED))
    for node in written.nodes:
        node.add_label(SCRATCH)
    try:
        for _ in range(2):
            py2neo_graph.merge(written, SCRATCH, "id")
        found = py2neo_graph.run(f"MATCH p = (:{SCRATCH})-->(:{SCRATCH}) RETURN p").to_subgraph()
    finally:
        py2neo_graph.run(f"MATCH (n:{SCRATCH}) DETACH DELETE n")

    assert kinds(written) == kinds(found)
    assert {node["id"] for node in written.nodes} == {node["id"] for node in found.nodes}
    assert {link["score"] for link in written.relationships} == {link["score"] for link in found.relationships}
