"""The view of a cascade: it agrees with the questions that count the same, and says what it does not show."""

from dataclasses import replace

import pytest
from invented import ASKED, CITY, DISTRICT, DOCUMENTS, LINKS, OTHER, PROVINCE

from api import sample
from api.loading import files_of, load
from graph import questions
from graph.cascade import cascade_view
from graph.errors import InputError, UnknownReference
from graph.facts import read_graph
from graph.store import open_store


@pytest.fixture(scope="module")
def invented():
    """The invented cascade."""
    with open_store(":memory:") as store:
        for facts in DOCUMENTS:
            store.replace(facts, LINKS)
        yield store


@pytest.fixture(scope="module")
def loaded():
    """The sample, as it is read."""
    with open_store(":memory:") as store:
        load(store, files_of([sample.home()]))
        yield store


def every_clause(store):
    """The ids of all clauses."""
    return [clause.id for facts in read_graph(store.snapshot()).documents for clause in facts.clauses]


def ids(view, place):
    """The ids of the nodes that are there for this reason."""
    return {node.id for node in view.nodes if node.place == place}


def test_the_tasks_below_are_those_of_the_question(loaded):
    """For each clause the view downward holds the tasks that derive from it, with the same scores."""
    for id in every_clause(loaded):
        view = cascade_view(loaded, id, direction="down", limit=5000)
        expected = {task.clause.id: task.score for task in questions.tasks(loaded, id).tasks}

        assert expected == {n.id: n.score for n in view.nodes if n.place == "below" and n.clause.task}
        assert len(expected) == view.derived


@pytest.mark.parametrize("filters", [{"level": "county"}, {"region": "样本市"}, {"min_score": 0.9}])
def test_filters_are_those_of_the_question(loaded, filters):
    """Level, region and score leave the tasks that `tasks` leaves; what is left out is counted."""
    for id in every_clause(loaded):
        view = cascade_view(loaded, id, direction="down", limit=5000, **filters)
        whole = cascade_view(loaded, id, direction="down", limit=5000)

        assert len(questions.tasks(loaded, id, **filters).tasks) == view.derived
        assert whole.clauses == view.clauses + view.left_out.filtered


@pytest.mark.parametrize("direction", ["up", "down", "both"])
@pytest.mark.parametrize("depth", [1, 3])
def test_what_lineage_reaches_is_shown_or_counted(loaded, direction, depth):
    """Each clause of the lineage is in the view, or among those that only other measures reach."""
    for id in every_clause(loaded):
        lineage = questions.lineage(loaded, id, direction=direction, depth=depth)
        view = cascade_view(loaded, id, direction=direction, depth=depth, limit=5000)

        assert {node.clause.id for node in lineage.nodes} >= {node.id for node in view.nodes} - {id}
        assert len(lineage.nodes) == view.clauses - 1 + view.left_out.other_measures


def test_up_is_down_turned_round(loaded):
    """A task derives from a clause where the clause is above the task, with the same score."""
    clauses = every_clause(loaded)
    down = {(id, n.id, n.score) for id in clauses for n in cascade_view(loaded, id, direction="down", limit=5000).nodes}
    up = {(n.id, id, n.score) for id in clauses for n in cascade_view(loaded, id, direction="up", limit=5000).nodes}

    assert down == up


def test_near_misses_are_shown_when_asked_for(invented):
    """A candidate is beside the clause that was asked for; else it is counted."""
    plain = cascade_view(invented, ASKED)
    asked = cascade_view(invented, ASKED, status=["proposed", "confirmed", "candidate"])

    assert (1, set()) == (plain.left_out.near, ids(plain, "beside"))
    assert (0, {f"{OTHER}/一"}) == (asked.left_out.near, ids(asked, "beside"))
    assert plain.derived == asked.derived


def test_a_level_keeps_what_leads_to_it(invented):
    """With only a county asked for, the city's clause over which the best path leads stays, and says so."""
    view = cascade_view(invented, ASKED, level="county")

    assert {f"{CITY}/二（一）1", f"{CITY}/二（一）2"} == {node.id for node in view.nodes if node.on_the_way}
    assert 3 == view.derived


def test_depth_counts_the_links_beyond(invented):
    """One link deep, what leads further is counted at its node and in all."""
    view = cascade_view(invented, ASKED, direction="down", depth=1)

    assert 2 == view.left_out.further
    assert {f"{CITY}/二（一）2": 1, f"{DISTRICT}/三": 1} == {node.id: node.down for node in view.nodes if node.down}


def test_documents_fold_when_there_are_too_many(invented):
    """Folded clauses stay counted, with their links in one line; expand unfolds the document."""
    whole = cascade_view(invented, ASKED)
    folded = cascade_view(invented, ASKED, limit=4)
    unfolded = cascade_view(invented, ASKED, limit=4, expand=[DISTRICT])

    assert 3 == next(len(node.clauses) for node in folded.nodes if node.id == DISTRICT)
    assert (whole.clauses, whole.steps, whole.derived) == (folded.clauses, folded.steps, folded.derived)
    assert folded.steps == sum(len(line.steps) for line in folded.links) + sum(node.inner for node in folded.nodes)
    assert DISTRICT not in {node.id for node in unfolded.nodes}


def test_levels_fold_when_there_are_too_many_documents(invented):
    """Where documents alone are too many, the least sure of a level are one box, and ASKED stays itself."""
    view = cascade_view(invented, ASKED, limit=3)

    assert [ASKED, "level:municipal", DISTRICT] == [
        node.id for node in view.nodes if node.id != f"{PROVINCE}/附件1第1项"
    ]
    assert 3 >= len(view.nodes) - 1


def test_an_expanded_clause_brings_what_it_is_linked_to(invented):
    """From the district's task, the expanded city clause shows nothing new, the province's shows the other city."""
    view = cascade_view(invented, f"{DISTRICT}/三", direction="up", expand=[ASKED])

    assert f"{OTHER}/二" in ids(view, "beside")


def test_a_document_shows_its_linked_clauses(invented):
    """Its clauses with links are asked for, those without are counted."""
    view = cascade_view(invented, PROVINCE)

    assert {ASKED, f"{PROVINCE}/附件1第1项"} == ids(view, "asked")
    assert 3 == view.left_out.unlinked


def test_sections_fold_when_a_document_is_long(loaded):
    """Many clauses of the document asked for fold by section, each with its heading."""
    view = cascade_view(loaded, "示政〔2021〕7号", limit=20)
    sections = [node for node in view.nodes if node.kind == "section"]

    assert len(view.nodes) <= 20
    assert sections
    assert all(node.section_heading and len(node.clauses) > 1 for node in sections)


@pytest.mark.parametrize("limit", [1, 2, 7, 30])
def test_folding_loses_nothing(loaded, limit):
    """Whatever is folded, each clause stands in one box and each link in one line or box."""
    for document in questions.documents(loaded):
        if document.loaded:
            view = cascade_view(loaded, document.id, limit=limit)
            cards = [card.id for node in view.nodes for card in node.clauses]

            assert len(set(cards)) == len(cards) == view.clauses
            assert view.steps == sum(len(line.steps) for line in view.links) + sum(node.inner for node in view.nodes)
            assert [node.id for node in view.nodes] == [id for column in view.columns for id in column.nodes]


def test_only_confirmed_links_can_be_asked_for(memory):
    """With status confirmed no path leads over a link that nobody confirmed."""
    confirmed = [replace(item, status="confirmed") if item.score > 0.8 else item for item in LINKS]
    for facts in DOCUMENTS:
        memory.replace(replace(facts, links=()), confirmed)

    assert {f"{CITY}/二（一）1", f"{OTHER}/二"} == ids(cascade_view(memory, ASKED, status=["confirmed"]), "below")


@pytest.mark.parametrize(
    ("reference", "more", "error"),
    [
        ("九政〔2020〕1号", {}, UnknownReference),
        ("国手〔2019〕4号", {}, InputError),
        (ASKED, {"depth": 0}, InputError),
        (ASKED, {"region": "天边市"}, UnknownReference),
    ],
)
def test_what_cannot_be_asked(invented, reference, more, error):
    """What is not there, what is only cited, and a depth that is none are said to be so."""
    with pytest.raises(error):
        cascade_view(invented, reference, **more)
