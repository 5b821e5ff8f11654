"""The graph for other programs: every format opens, holds everything, and gives the same bytes each time."""

import io
import json
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree

import networkx as nx
import pytest
from arbitrary import graphs
from hypothesis import given, settings
from invented import ABSENT, ASKED, CITY, DISTRICT, DOCUMENTS, GRAPH, PROVINCE

from graph.export import FORMATS
from graph.export.common import organization_node, region_node, to_networkx
from graph.model import PolicyGraph

READERS = {
    "json": lambda data: nx.node_link_graph(json.loads(data), edges="edges"),
    "graphml": lambda data: nx.parse_graphml(data.decode(), force_multigraph=True),
    "gexf": lambda data: nx.read_gexf(io.BytesIO(data)),
    "cytoscape": lambda data: nx.cytoscape_graph(json.loads(data)),
}


def written(name: str, graph: PolicyGraph = GRAPH) -> bytes:
    """A graph in a format."""
    stream = io.BytesIO()
    FORMATS[name].write(graph, stream)
    return stream.getvalue()


def test_formats_are_registered_by_name():
    """The registry is what the command line and HTTP offer."""
    assert ["jsonl", "json", "graphml", "gexf", "cytoscape", "cypher", "jsonld"] == list(FORMATS)
    assert all(
        name == each.name and each.suffix.startswith(".") and "/" in each.media_type for name, each in FORMATS.items()
    )


@pytest.mark.parametrize("name", READERS)
def test_a_format_opens_with_everything_in_it(name):
    """networkx reads back as many nodes and edges as there are, with their Chinese text."""
    wanted = to_networkx(GRAPH)

    found = READERS[name](written(name))

    assert (len(wanted), wanted.number_of_edges()) == (len(found), found.number_of_edges())
    assert Counter(kind for *_, kind in wanted.edges(data="kind")) == Counter(
        kind for *_, kind in found.edges(data="kind")
    )
    assert "办好手艺工坊。每个县至少办好3所工坊。" == found.nodes[ASKED]["text"]


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_graph_gives_the_same_bytes(name):
    """However a graph is put together, today or tomorrow, with any version of networkx."""
    turned = PolicyGraph(GRAPH.documents[::-1], GRAPH.links[::-1])

    assert written(name) == written(name, turned)
    assert b"NetworkX" not in written(name)


@pytest.mark.parametrize("name", READERS)
@given(graph=graphs())
@settings(max_examples=20)
def test_any_graph_can_be_written(name, graph):
    """No text breaks a format, not even characters that XML cannot hold."""
    found = READERS[name](written(name, graph))

    assert len(to_networkx(graph)) == len(found)


def test_nodes_say_what_they_are():
    """Each node has its kind and a label that a drawing has room for."""
    nodes = to_networkx(GRAPH).nodes

    assert {"document", "clause", "organization", "indicator", "region"} == {kind for _, kind in nodes(data="kind")}
    assert "四（十一） 办好手艺工坊" == nodes[ASKED]["label"]
    assert ("例城市", "region") == (nodes[region_node("990100")]["label"], nodes[region_node("990100")]["kind"])
    assert "department" == nodes[organization_node("例东区教体局")]["organization_kind"]


def test_a_long_clause_has_a_short_label():
    """A clause without heading is labelled with its beginning."""
    clause = replace(DOCUMENTS[0].clauses[4], text="很" * 50)
    graph = PolicyGraph((replace(DOCUMENTS[0], clauses=(*DOCUMENTS[0].clauses[:4], clause), discrepancies=()),))

    assert f"附件1第1项 {'很' * 24}…" == to_networkx(graph).nodes[clause.id]["label"]


def test_edges_say_what_they_are():
    """Each edge has the name of its relationship, and what is said of it."""
    made = to_networkx(GRAPH)

    (link,) = made.get_edge_data(f"{CITY}/二（一）1", ASKED).values()
    assert ("IMPLEMENTS", 0.9, "proposed", "raised", "办好 → 办好") == tuple(
        link[name] for name in ("kind", "score", "status", "carried", "evidence")
    )
    assert {
        "APPLIES_TO", "ASSIGNED_TO", "CITES", "CONTAINS", "DIFFERS_FROM", "IMPLEMENTS", "PART_OF", "QUANTIFIES",
    } == {kind for *_, kind in made.edges(data="kind")}  # fmt: skip
    assert 2 == made.number_of_edges(ASKED, f"{PROVINCE}/附件1第1项")  # two discrepancies stay two
    assert made.number_of_edges() == len({key for *_, key in made.edges(keys=True)})


def test_a_cited_document_is_a_node():
    """What is not loaded is there, and says so."""
    nodes = to_networkx(GRAPH).nodes

    assert (False, "document", ABSENT) == tuple(nodes[ABSENT][name] for name in ("loaded", "kind", "number"))
    assert nodes[PROVINCE]["loaded"]


def test_an_edge_to_nowhere_falls_away():
    """A graph of one district alone has no links to the city that it implements."""
    made = to_networkx(PolicyGraph(DOCUMENTS[3:], GRAPH.links))

    assert [("internal", f"{DISTRICT}/三")] == [
        (edge["scope"], target) for _, target, edge in made.edges(data=True) if edge["kind"] == "IMPLEMENTS"
    ]


GEXF = {"g": "http://www.gexf.net/1.2draft"}
GRAPHML = {"g": "http://graphml.graphdrawing.org/xmlns"}


def test_gexf_is_typed_for_gephi():
    """One type for each attribute, a weight for each link, unique ids, nothing that changes by the day."""
    root = ElementTree.fromstring(written("gexf"))
    attributes = [(each.get("title"), each.get("type")) for each in root.iterfind(".//g:attribute", GEXF)]
    ids = [each.get("id") for each in root.iterfind(".//g:edge", GEXF)]

    for part in ("node", "edge"):
        titles = [each.get("title") for each in root.iterfind(f".//g:attributes[@class='{part}']/g:attribute", GEXF)]
        assert len(titles) == len(set(titles))
    assert {("quantity", "double"), ("score", "double"), ("task", "boolean"), ("order", "long")} <= set(attributes)
    assert len(ids) == len(set(ids))
    assert {"0.9", "1.0"} <= {each.get("weight") for each in root.iterfind(".//g:edge[@weight]", GEXF)}
    assert "lastmodifieddate" not in written("gexf").decode()


def test_graphml_names_its_keys():
    """Attributes are typed and called by their names."""
    root = ElementTree.fromstring(written("graphml"))
    keys = {(each.get("attr.name"), each.get("attr.type")) for each in root.iterfind("g:key", GRAPHML)}

    assert {("text", "string"), ("score", "double"), ("task", "boolean"), ("quantity", "double")} <= keys


def test_cytoscape_nodes_have_names():
    """Cytoscape shows a node's name: its label."""
    nodes = {each["data"]["id"]: each["data"] for each in json.loads(written("cytoscape"))["elements"]["nodes"]}

    assert nodes[ASKED]["label"] == nodes[ASKED]["name"]
