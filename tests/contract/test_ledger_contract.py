"""The ledger and the report are the same on every engine."""

from invented import GRAPH, LINKS, PROVINCE, decision

from graph.ledger import ledger
from graph.report import report
from graph.store import open_store


def test_the_same_ledger_and_report(store):
    """All that tables and reports are made of, with a decision, does not depend on the engine."""
    answers = []
    with open_store(":memory:") as memory:
        for each in (store, memory):
            for facts in GRAPH.documents:
                each.replace(facts, GRAPH.links)
            each.decide(decision(LINKS[0].source, LINKS[0].target))
            answers.append((ledger(each), report(each, PROVINCE)))

    assert answers[0] == answers[1]
