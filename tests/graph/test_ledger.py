"""The ledger: all that is loaded, as the single questions have it."""

import pytest
from invented import DISTRICT, DOCUMENTS, GRAPH, LINKS, PROVINCE, decision

from graph import questions
from graph.comparison import compare
from graph.coverage import coverage
from graph.ledger import ledger
from graph.overview import overview
from graph.sources import sources
from graph.web import Web

INTERNAL = [link for facts in DOCUMENTS for link in facts.links]


@pytest.fixture
def store(memory):
    """A store with the invented cascade and one decision."""
    for facts in GRAPH.documents:
        memory.replace(facts, GRAPH.links)
    return memory


def test_it_holds_every_fact(store):
    """Documents, clauses, tasks, figures, units, links, discrepancies and doubts: as many as were loaded."""
    found = ledger(store)
    clauses = [clause for facts in DOCUMENTS for clause in facts.clauses]

    assert {facts.document.id for facts in DOCUMENTS} == {item.card.id for item in found.documents}
    assert {clause.id for clause in clauses} == set(found.cards)
    assert {clause.id for clause in clauses if clause.task} == {task.clause.id for task in found.tasks}
    for name, facts_of in {
        "indicators": lambda facts: facts.indicators,
        "units": lambda facts: facts.assignments,
        "discrepancies": lambda facts: facts.discrepancies,
        "doubts": lambda facts: facts.doubts,
    }.items():
        assert sum(len(facts_of(facts)) for facts in DOCUMENTS) == len(getattr(found, name))
    assert len(LINKS) + len(INTERNAL) == len(found.links)


def test_documents_come_from_the_nation_down(store):
    """A district stands below its city, whatever the ids."""
    assert [PROVINCE, DISTRICT] == [ledger(store).documents[place].card.id for place in (0, -1)]


def test_shares_are_those_of_the_overview(store):
    """One computation: home, ledger and coverage say the same numbers."""
    shown = {item.card.id: item.share for level in overview(store).levels for item in level.documents}

    assert shown == {item.card.id: item.share for item in ledger(store).documents}


def test_clauses_are_covered_as_coverage_says(store):
    """Everywhere and for each level with a document below, cell by cell."""
    for document, found in ledger(store).covered.items():
        answer = coverage(store, document)
        places = [
            place
            for place, column in enumerate(answer.columns)
            if column.region is None and column.level in (None, *found.levels)
        ]
        assert [[item.cells[place] for place in places] for item in answer.clauses] == [
            list(item.cells) for item in found.clauses
        ]
        assert [(item.exempt, item.open, item.near) for item in answer.clauses] == [
            (item.exempt, item.open, item.near) for item in found.clauses
        ]


def test_tasks_derive_from_what_has_them_as_tasks(store):
    """A source of a task is a clause whose `tasks` have it, with the same path and score."""
    found = {
        (source.clause, task.clause.id): (source.score, source.path)
        for task in ledger(store).tasks
        for source in task.sources
    }
    asked = {
        (clause, task.clause.id): (task.score, (task.clause.id, *(step.target for step in task.path)))
        for clause in ledger(store).cards
        for task in questions.tasks(store, clause).tasks
    }

    assert asked
    assert asked == found


def test_figures_are_those_of_each_document(store):
    """All documents at once compare what each compares by itself."""
    rows = {(row.source.id, row.target.id): row for row in ledger(store).figures.rows}
    single = {
        (row.source.id, row.target.id): row for facts in DOCUMENTS for row in compare(store, facts.document.id).rows
    }

    assert single == rows


def test_a_decision_stands_by_its_link(store):
    """What a person said of a link is there, other links have none."""
    link = next(link for link in LINKS if link.status == "proposed")
    store.decide(decision(link.source, link.target))
    decided = [item for item in ledger(store).links if item.decision]

    assert [(link.source, link.target)] == [(item.link.source, item.link.target) for item in decided]
    assert ["看过原文"] == [item.decision.decision.note for item in decided]


def test_sources_of_a_graph_that_is_in_no_store(store):
    """What derives from what does not depend on the store."""
    from_store, from_graph = sources(Web.of(store.snapshot())), sources(Web.of_graph(GRAPH))

    assert {task: set(found) for task, found in from_store.items()} == {
        task: set(found) for task, found in from_graph.items()
    }
