"""The report on a document: it says what the single questions say."""

import pytest
from invented import ASKED, CITY, DISTRICT, GRAPH, LINKS, OTHER, PROVINCE, decision

from graph.comparison import compare
from graph.coverage import coverage
from graph.deadlines import due_by, first_due
from graph.errors import InputError, UnknownReference
from graph.model import Indicator, Span
from graph.questions import tasks
from graph.report import report


@pytest.fixture
def store(memory):
    """A store with the invented cascade."""
    for facts in GRAPH.documents:
        memory.replace(facts, GRAPH.links)
    return memory


def figure(due: str | None) -> Indicator:
    """A figure that is due then."""
    return Indicator("x#1", "x", 1.0, "所", "=", "工坊", "target", Span(0, 1, "一", 1), "", due=due)


def test_coverage_and_figures_are_those_of_the_questions(store):
    """One computation: the report holds the same answers."""
    found = report(store, PROVINCE)

    assert coverage(store, PROVINCE) == found.coverage
    assert compare(store, PROVINCE) == found.figures


def test_what_was_taken_up_has_its_links(store):
    """The clause of the province with the links below it, candidates left out, and what comes over several links."""
    (taken,) = report(store, PROVINCE).taken_up

    assert ASKED == taken.clause.clause.id
    assert {link.source for link in LINKS if link.target == ASKED and link.status != "candidate"} == {
        joint.lower.id for joint in taken.links
    }
    assert [f"{DISTRICT}/四"] == [card.id for card in taken.over]


def test_actions_are_the_tasks_that_derive_and_those_of_the_document(store):
    """Where rows break a clause down, the row stands for it."""
    found = report(store, PROVINCE).actions
    derived = {task.clause.id for task in tasks(store, ASKED).tasks}
    below = {action.task.id for action in found if action.source}

    assert below == derived - {f"{PROVINCE}/附件1第1项", f"{DISTRICT}/三"}
    assert {f"{PROVINCE}/四（十二）", f"{PROVINCE}/附件1第1项"} == {
        action.task.id for action in found if not action.source
    }
    assert [PROVINCE, CITY, OTHER, DISTRICT] == list(dict.fromkeys(action.task.document for action in found))


def test_a_lower_document_says_what_it_rests_on(store):
    """The links up, and the clauses that count and have none."""
    found = report(store, OTHER)

    assert [(f"{OTHER}/二", ASKED)] == [(joint.lower.id, joint.upper.id) for joint in found.bases]
    assert [f"{OTHER}/一"] == [card.id for card in found.unfounded]


def test_a_row_is_left_out_where_its_clause_has_the_same_link(store):
    """The row of the district's list breaks down 三: what 三 carries out is said once."""
    found = report(store, DISTRICT)

    assert f"{DISTRICT}/三" == found.breaks_down[f"{DISTRICT}/附件第9项"]
    assert {f"{DISTRICT}/三", f"{DISTRICT}/四"} == {joint.lower.id for joint in found.bases}


def test_links_are_counted_by_status(store):
    """Those that have an end in the document and lead to another."""
    store.decide(decision(LINKS[0].source, LINKS[0].target))

    assert {"confirmed": 1, "proposed": 3, "candidate": 1} == report(store, PROVINCE).links
    assert () == report(store, PROVINCE).suspect


def test_what_is_no_loaded_document(store):
    """A clause and an unknown name are said to be so."""
    with pytest.raises(InputError, match="is a clause"):
        report(store, ASKED)
    with pytest.raises(UnknownReference):
        report(store, "无此文件")


@pytest.mark.parametrize(
    ("due", "by"),
    [("2025", "2025"), ("2022-06", "2022-06"), ("2021/2025", "2025"), ("2022/..", ""), (None, "")],
)
def test_when_a_figure_is_due(due, by):
    """The end of an interval; what begins and never ends is not due."""
    assert by == due_by(figure(due))


def test_the_first_of_several():
    """A month comes before the year that it lies in is over, by its digits."""
    assert "2023-06" == first_due([figure("2025"), figure(None), figure("2023-06")])
    assert "" == first_due([figure(None)])
