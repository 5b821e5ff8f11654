"""The labels by which Neo4j Browser colours documents and clauses: what is written anew has those of its level now."""

from dataclasses import replace

import neo4j
import pytest
from contract.answered import clear
from invented import CITY, DOCUMENTS, LINKS, PROVINCE

from graph.export import cypher
from graph.facts import read_graph
from graph.store import open_store

pytestmark = pytest.mark.server

LABELLED = """MATCH (n {cascade: true}) WHERE n.id = $document OR n.document = $document
RETURN DISTINCT [label IN labels(n) WHERE label IN ['National', 'Provincial', 'Municipal', 'County']] AS levels"""


@pytest.fixture
def levels(neo4j_url):
    """The level labels of a document's node and clauses, one set for all where they agree."""
    with neo4j.GraphDatabase.driver(neo4j_url) as driver:
        yield lambda document: [row["levels"] for row in driver.execute_query(LABELLED, document=document)[0]]


@pytest.fixture
def store(neo4j_url):
    """A store on Neo4j with the invented documents."""
    with open_store(neo4j_url, writable=True) as opened:
        clear(opened)
        for facts in DOCUMENTS:
            opened.replace(facts, LINKS)
        yield opened
        clear(opened)


@pytest.mark.usefixtures("store")
def test_documents_and_clauses_are_labelled_by_level(levels):
    """Each has the label of its level alone."""
    assert [["Provincial"]] == levels(PROVINCE)
    assert [["Municipal"]] == levels(CITY)


def test_a_correction_changes_the_labels(store, levels):
    """A document that was read with the wrong level keeps nothing of it."""
    facts = next(facts for facts in DOCUMENTS if facts.document.id == CITY)
    store.replace(replace(facts, document=replace(facts.document, level="county")), LINKS)

    assert [["County"]] == levels(CITY)


def test_a_document_that_is_only_cited_has_none(store, levels):
    """Not either when it was loaded before."""
    store.remove(PROVINCE)

    assert [[]] == levels(PROVINCE)


def test_what_an_export_brings_is_labelled_too(store, levels, neo4j_url):
    """Also by a script that is run over an earlier run of it, when a level was put right between the two."""
    graph = read_graph(store)
    clear(store)
    wrong = tuple(replace(facts, document=replace(facts.document, level="county")) for facts in graph.documents)
    with neo4j.GraphDatabase.driver(neo4j_url) as driver:
        for each in (replace(graph, documents=wrong), graph):
            for statement in cypher.statements(each):
                driver.execute_query(statement)

    assert [["Provincial"]] == levels(PROVINCE)
    assert [["Municipal"]] == levels(CITY)
