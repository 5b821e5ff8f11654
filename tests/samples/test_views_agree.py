"""What two views count of the sample, they count alike."""

from collections import Counter

import pytest

from api import sample
from api.loading import files_of, load
from graph.cascade import cascade_view
from graph.comparison import compare
from graph.coverage import coverage
from graph.ledger import ledger
from graph.matrix import matrix
from graph.overview import overview
from graph.report import report
from graph.store import open_store


@pytest.fixture(scope="module")
def store():
    """The sample in memory."""
    with open_store(":memory:") as opened:
        load(opened, files_of([sample.home()]))
        yield opened


@pytest.fixture(scope="module")
def whole(store):
    """All that the workbook holds."""
    return ledger(store)


@pytest.fixture(scope="module", params=range(5))
def document(request, whole):
    """Each document of the sample."""
    return whole.documents[request.param].card.id


def test_how_many_clauses_are_carried_out(store, whole, document):
    """Overview, workbook, coverage and report count the same clauses as counted, deep and partly."""
    of_coverage = coverage(store, document)
    everywhere = of_coverage.columns[0]
    shares = {item.card.id: item.share for level in overview(store).levels for item in level.documents}
    of_report = report(store, document)
    taken_up = [item for item in of_coverage.clauses if item.exempt is None and item.cells[0].standing != "none"]

    assert shares[document] == whole.covered[document].share
    assert (of_coverage.counted, everywhere.deep, everywhere.partly) == (
        shares[document].counted,
        shares[document].deep,
        shares[document].partly,
    )
    assert of_report.coverage == of_coverage
    assert [item.clause.id for item in taken_up] == [item.clause.clause.id for item in of_report.taken_up]


def test_how_each_clause_stands(store, whole, document):
    """Matrix and workbook show of each clause the standing and the measures that coverage tells, place by place."""
    of_coverage, of_matrix = coverage(store, document), matrix(store, document)
    places = [rank for rank, column in enumerate(of_coverage.columns) if column.is_place]
    standings = {row.clause.id: [(cell.standing, cell.carried) for cell in row.cells] for row in of_matrix.rows}
    in_workbook = {item.clause.id: item for item in whole.covered[document].clauses}

    assert [(of_coverage.columns[rank].deep, of_coverage.columns[rank].partly) for rank in places] == [
        (place.deep, place.partly) for place in of_matrix.places
    ]
    for item in of_coverage.clauses:
        cells = [item.cells[rank] for rank in places]
        assert [(cell.standing, cell.carried) for cell in cells] == standings[item.clause.id]
        assert item.cells[0] == in_workbook[item.clause.id].cells[0]
        assert (item.open, item.exempt) == (in_workbook[item.clause.id].open, in_workbook[item.clause.id].exempt)


def test_how_figures_stand(store, whole, document):
    """Targets, report and workbook compare the same pairs of figures of a document, with the same verdicts."""
    asked = compare(store, document)
    pairs = {(row.source.id, row.target.id): row.verdict for row in asked.rows}
    in_workbook = {
        (row.source.id, row.target.id): row.verdict
        for row in whole.figures.rows
        if document in (row.above.document, row.below.document)
    }

    assert pairs == in_workbook
    assert Counter(pairs.values()) == Counter(row.verdict for row in report(store, document).figures.rows)


def test_how_many_links_there_are(store, whole, document):
    """Cascade, report and workbook count the same links between a document and others."""
    of_cascade = cascade_view(store, document)
    between = [
        item.link
        for item in whole.links
        if item.link.scope == "between" and document in (item.source.document, item.target.document)
    ]
    holding = sum(link.status in ("proposed", "confirmed") for link in between)
    counts = report(store, document).links

    assert Counter(link.status for link in between) == counts
    assert holding == of_cascade.direct == sum(counts.get(status, 0) for status in ("proposed", "confirmed"))


def test_what_rests_on_nothing(store, document):
    """A clause that counts is told to rest on nothing, or has a link up in the report: itself, inside it or in a
    row that breaks it down."""
    answer = report(store, document)
    unfounded = {card.id for card in answer.unfounded}
    founded = [
        item.clause.id for item in answer.coverage.clauses if not item.exempt and item.clause.id not in unfounded
    ]

    assert bool(founded) == bool(answer.bases)
    assert unfounded.isdisjoint(joint.lower.id for joint in answer.bases)
    assert len(founded) + len(unfounded) == answer.coverage.counted
