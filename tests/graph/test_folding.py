"""A cascade of hundreds of clauses folds into boxes that a person can read, and every clause and link stays counted."""

import many
import pytest

from graph.cascade import LIMIT, cascade_view
from graph.folding import LINES
from graph.store import open_store

CITY = "例政〔2022〕1号"


@pytest.fixture(scope="module", params=["cities", "counties", "long", "fan"])
def large(request):
    """A plan with many cities, with counties below them, with many clauses, with one clause that all carry out."""
    sizes = {
        "cities": many.Size(clauses=60, cities=12, city_tasks=20),
        "counties": many.Size(clauses=30, cities=10, city_tasks=10, counties=60, county_tasks=3),
        "long": many.Size(clauses=300, cities=3, city_tasks=100),
        "fan": many.Size(clauses=1, cities=10, city_tasks=30),
    }
    with open_store(":memory:") as store:
        many.put(store, many.cascade(sizes[request.param]))
        yield store


def whole(store, **asked):
    """The plan's cascade with nothing folded."""
    return cascade_view(store, many.PLAN, limit=5000, **asked)


@pytest.mark.parametrize("limit", [5, 20, LIMIT, 150])
def test_no_more_boxes_than_asked_for(large, limit):
    """The limit holds whatever is folded for it: clauses, sections, documents, documents of a level."""
    assert limit >= len(cascade_view(large, many.PLAN, limit=limit).nodes)


@pytest.mark.parametrize("limit", [5, 20, LIMIT, 150])
def test_every_clause_and_link_is_in_a_box_or_line(large, limit):
    """Folding loses nothing and counts nothing twice."""
    view, all_ = cascade_view(large, many.PLAN, limit=limit), whole(large)
    clauses = [card.id for node in view.nodes for card in node.clauses]
    links = sum(len(line.steps) for line in view.links) + sum(node.inner for node in view.nodes)

    assert sorted(node.id for node in all_.nodes) == sorted(clauses)
    assert (all_.clauses, all_.steps, all_.derived) == (view.clauses, view.steps, view.derived)
    assert all_.steps == links
    assert view.left_out.folded == sum(len(node.clauses) for node in view.nodes if node.kind != "clause")
    assert all_.left_out.folded == 0


def test_columns_count_what_is_folded_too(large):
    """How many documents and clauses a level has does not change by folding."""
    counts = [
        [(column.level, column.documents, column.clauses) for column in view.columns]
        for view in (cascade_view(large, many.PLAN), whole(large))
    ]

    assert counts[0] == counts[1]


def test_a_tangle_of_lines_folds_sections():
    """Where boxes are few and lines many, clauses of the plan stand by section; one that is asked for unfolds."""
    with open_store(":memory:") as store:
        many.put(store, many.cascade(many.Size(clauses=30, cities=10, city_tasks=25)))
        view = cascade_view(store, many.PLAN, limit=45)
        unfolded = cascade_view(store, many.PLAN, limit=45, expand=[f"{many.PLAN}/一"])

    assert LINES * 45 >= len(view.links)
    assert len(view.nodes) < 45
    assert f"{many.PLAN}/一" in {node.id for node in view.nodes if node.kind == "section"}
    assert 10 == sum(node.kind == "clause" and node.section == f"{many.PLAN}/一" for node in unfolded.nodes)


def test_a_document_to_be_unfolded_that_is_too_long_unfolds_by_section():
    """Its sections are boxes, and each of them unfolds; a short one unfolds into its clauses at once."""
    with open_store(":memory:") as store:
        many.put(store, many.cascade(many.Size(clauses=30, cities=2, city_tasks=100)))
        folded = cascade_view(store, many.PLAN, limit=20)
        sections = cascade_view(store, many.PLAN, limit=20, expand=[CITY])
        clauses = cascade_view(store, many.PLAN, limit=20, expand=[CITY, f"{CITY}/二"])
        short = cascade_view(store, many.PLAN, limit=110, expand=[CITY])

    assert ["document"] == [node.kind for node in folded.nodes if node.document == CITY]
    assert {"section"} == {node.kind for node in sections.nodes if node.document == CITY}
    assert {f"{CITY}/二"} == {node.section for node in clauses.nodes if node.document == CITY and node.kind == "clause"}
    assert {"clause"} == {node.kind for node in short.nodes if node.document == CITY}
