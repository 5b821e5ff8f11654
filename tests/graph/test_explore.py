"""Answers as py2neo subgraphs."""

import sys

import pytest
from invented import ASKED, CITY, DISTRICT, DOCUMENTS, LINKS, PROVINCE

from graph import questions
from graph.errors import MissingExtra
from graph.explore import subgraph


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


def test_without_py2neo_the_message_says_how_to_get_it(loaded, monkeypatch):
    """The extra is named with its command."""
    monkeypatch.setitem(sys.modules, "py2neo", None)

    with pytest.raises(MissingExtra, match=r"pip install 'policy-cascade\[notebook\]'"):
        subgraph(questions.lineage(loaded, ASKED))
