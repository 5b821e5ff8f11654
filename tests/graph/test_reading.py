"""A document as it is read, and what is loaded: the same as the questions about each part say."""

import pytest

from api import sample
from api.loading import files_of, load
from graph import coverage, questions
from graph.errors import InputError, UnknownReference
from graph.overview import overview
from graph.reading import reading
from graph.store import open_store

MINISTRY, PROVINCE, COUNTY = "教体艺〔2021〕99号", "示政〔2021〕7号", "范例区学校体育与学生健康提升实施方案"
DOCUMENTS = [MINISTRY, PROVINCE, "例政〔2021〕15号", "样政〔2022〕3号", COUNTY]


@pytest.fixture(scope="module")
def store():
    """The sample."""
    with open_store(":memory:") as opened:
        load(opened, files_of([sample.home()]))
        yield opened


@pytest.mark.parametrize("document", DOCUMENTS)
def test_all_clauses_in_order(store, document):
    """A reading leaves nothing out."""
    found = reading(store, document)

    assert questions.clauses(store, document) == tuple(item.clause for item in found.clauses)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_are_those_of_the_clauses(store, document):
    """What a clause carries out, and what carries it out, is what is said of the clause alone."""
    for item in reading(store, document).clauses:
        alone = questions.clause(store, item.clause.id)

        assert {step.target for step in alone.implements} == {near.clause for near in item.above}
        assert {step.source for step in alone.implemented_by} == {near.clause for near in item.below}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_standings_are_those_of_coverage(store, document):
    """How far a clause is carried out is what coverage says, and nothing where nothing below is loaded."""
    answer = coverage.coverage(store, document)
    below = [column for column in answer.columns if column.document]

    for item, covered in zip(reading(store, document).clauses, answer.clauses, strict=True):
        counted = bool(below) and covered.exempt is None
        assert (covered.cells[0].standing if counted else None) == item.standing


def test_depth_counts_the_clauses_around(store):
    """一（一） stands in 一."""
    depths = {item.clause.address: item.depth for item in reading(store, PROVINCE).clauses}

    assert (0, 1, 0, 1) == (depths["一"], depths["一（一）"], depths["附件"], depths["附件第1项"])


def test_finds_stand_with_their_clauses(store):
    """Units, figures, citations and discrepancies hang on the clause in which they are."""
    found = {item.clause.address: item for item in reading(store, PROVINCE).clauses}

    assert any(figure.value == 80 for figure in found["四（十一）"].indicators)
    assert found["附件第10项"].assignments
    assert MINISTRY in {cited.target for cited in found["引言"].citations}
    assert all(item.clause.id in (each.a, each.b) for item in found.values() for each in item.discrepancies)
    assert any(item.discrepancies for item in found.values())


def test_where_a_document_is_cited(store):
    """The clause that rests on it, by its id."""
    assert f"{PROVINCE}/引言" in {item.clause for item in reading(store, MINISTRY).cited_in}


def test_doubts_stand_with_the_lines_that_they_are_about(store):
    """Each doubt of the reader is told once: at a clause, or for the whole document."""
    for document in DOCUMENTS:
        found = reading(store, document)
        at_clauses = [doubt for item in found.clauses for doubt in item.doubts]

        assert len(set(at_clauses) | set(found.doubts)) == len(at_clauses) + len(found.doubts)


def test_a_document_that_is_only_cited(store):
    """Has no clauses, and says where it is cited."""
    (law, *_) = [card.id for card in questions.documents(store) if not card.loaded]
    found = reading(store, law)

    assert ((), False) == (found.clauses, found.document.loaded)
    assert found.cited_in


@pytest.mark.parametrize(("asked", "error"), [("示政〔2021〕8号", UnknownReference), (f"{PROVINCE}/一", InputError)])
def test_what_is_no_document(store, asked, error):
    """An unknown number and a clause are told apart."""
    with pytest.raises(error):
        reading(store, asked)


def test_overview_says_what_coverage_says(store):
    """The share of each document is the first column of its coverage; every loaded document stands on its level."""
    loaded = [item for level in overview(store).levels for item in level.documents]

    assert set(DOCUMENTS) == {item.card.id for item in loaded}
    for item in loaded:
        first = coverage.coverage(store, item.card.id).columns[0]
        assert (first.deep, first.partly) == (item.share.deep, item.share.partly)
        assert first.deep + first.partly + first.none == item.share.counted


def test_overview_counts_links_by_status(store):
    """What nobody decided waits: proposed links and candidates."""
    answer = overview(store)

    assert answer.waiting == answer.links["proposed"] + answer.links["candidate"]


def test_overview_of_nothing(memory):
    """Four empty levels."""
    answer = overview(memory)

    assert ["national", "provincial", "municipal", "county"] == [level.level for level in answer.levels]
    assert ((), {}, 0) == (answer.cited, answer.links, answer.waiting)
