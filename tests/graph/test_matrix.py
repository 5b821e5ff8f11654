"""A document across the places below, on small invented cascades: the cells of its coverage, with the ways there."""

from dataclasses import replace

import pytest
from handed import REGIONS, link, put, task
from invented import decision

from graph.coverage import coverage
from graph.errors import UnknownReference
from graph.matrix import Selection, matrix
from graph.model import Document, DocumentFacts

TOP = task("省", "一", "建一所工坊。免费开放工坊。")
LEAD = replace(task("省", "二", "办好工坊意义重大。", order=1), type="paragraph")
CITY = task("市", "1", "建一所工坊。")
CITY_OPEN = task("市", "2", "免费开放工坊。", order=1)
NEIGHBOUR = task("邻市", "1", "谋划工坊。")
DISTRICT = task("区", "1", "建一所小工坊。")
BUILD = link(CITY, TOP, ("建一所工坊", "建一所工坊"))
ON = link(DISTRICT, CITY, ("建一所", "建一所"))
NEAR = link(NEIGHBOUR, TOP, ("工坊", "工坊"), status="candidate", score=0.4, reason="too little")


@pytest.fixture
def store(memory):
    """A province's clause that a city carries out, and over it a district; a neighbour only comes near."""
    return put(memory, [TOP, LEAD, CITY, CITY_OPEN, NEIGHBOUR, DISTRICT], (BUILD, ON, NEAR))


def cells(answer, clause=TOP.id):
    """The cells of a clause by the region of their place."""
    row = next(row for row in answer.rows if row.clause.id == clause)
    return {place.region_name: cell for place, cell in zip(answer.places, row.cells, strict=True)}


def test_places_are_regions_from_the_nation_down(store):
    """Each with its documents, and with the sums that coverage has for it."""
    answer, counted = matrix(store, "省"), coverage(store, "省")
    sums = {(item.level, item.region): (item.deep, item.partly, item.none) for item in counted.columns if item.region}

    assert ["例城市", "例川市", "例东区"] == [place.region_name for place in answer.places]
    assert [(("市", "市"),), (("邻市", "邻市"),), (("区", "区"),)] == [place.documents for place in answer.places]
    assert sums == {(item.level, item.region): (item.deep, item.partly, item.none) for item in answer.places}
    assert (counted.counted, ("municipal", "county")) == (answer.counted, answer.levels)


def test_what_carries_out_and_over_what(store):
    """A city's clause by one link, a district's over it; a near miss carries nothing, and says so where it is."""
    found = cells(matrix(store, "省"))

    assert {"例城市": "partly", "例川市": "none", "例东区": "partly"} == {
        name: cell.standing for name, cell in found.items()
    }
    assert [(CITY.id, True)] == [(way.clause.id, way.direct) for way in found["例城市"].by]
    assert [(DISTRICT.id, False)] == [(way.clause.id, way.direct) for way in found["例东区"].by]
    assert [CITY.id, DISTRICT.id] == [step.source for step in found["例东区"].by[0].path]
    assert [[], [NEIGHBOUR.id], []] == [[item.source for item in cell.near] for cell in found.values()]


def test_one_clause(store):
    """The row of a clause is that of its document."""
    answer = matrix(store, "省/一")

    assert TOP.id == answer.clause.id
    assert (matrix(store, "省").rows[0],) == answer.rows
    assert matrix(store, "省").places == answer.places


def test_one_level(store):
    """Places of a level, with the cells that they have among all."""
    answer = matrix(store, "省", Selection("county"))

    assert ["例东区"] == [place.region_name for place in answer.places]
    assert cells(answer)["例东区"] == cells(matrix(store, "省"))["例东区"]
    assert ("municipal", "county") == answer.levels


@pytest.mark.parametrize("at", ["例城市", "990100", "市"])
def test_one_place(store, at):
    """By the name or code of its region, or by its document."""
    answer = matrix(store, "省", Selection(at=at))

    assert ["例城市"] == [place.region_name for place in answer.places]
    assert cells(answer)["例城市"] == cells(matrix(store, "省"))["例城市"]
    assert ["例城市", "例川市", "例东区"] == [place.region_name for place in answer.all_places]


@pytest.mark.parametrize("at", ["例西市", "省"])
def test_a_place_that_is_not_below(store, at):
    """It is unknown, and what is below is named."""
    with pytest.raises(UnknownReference) as raised:
        matrix(store, "省", Selection(at=at))

    assert ("例城市", "例川市", "例东区") == raised.value.nearest


def test_places_without_relation(store):
    """A place that only comes near is left out where that is asked for, unless it is the one that is meant."""
    related, near = Selection(unrelated=False), Selection(at="例川市", unrelated=False)

    assert ["例城市", "例东区"] == [place.region_name for place in matrix(store, "省", related).places]
    assert [True, False, True] == [place.related for place in matrix(store, "省", related).all_places]
    assert ["例川市"] == [place.region_name for place in matrix(store, "省", near).places]


def test_clauses_that_stand_so(store):
    """Those that count and stand so at one of the places or more, as many as `standings` says."""
    found = {
        (at, only): [row.clause.id for row in matrix(store, "省", Selection(at=at, only=only)).rows]
        for at in (None, "例城市")
        for only in ("deep", "partly", "none")
    }

    assert {
        (None, "deep"): [],
        (None, "partly"): [TOP.id],
        (None, "none"): [TOP.id],
        ("例城市", "deep"): [],
        ("例城市", "partly"): [TOP.id],
        ("例城市", "none"): [],
    } == found
    for (at, only), rows in found.items():
        assert len(rows) == matrix(store, "省", Selection(at=at)).standings[only]


def test_without_what_does_not_count(store):
    """Those rows go, the numbers with their reasons stay; a clause that is asked for by itself stays."""
    answer = matrix(store, "省", Selection(exempt=False))

    assert [TOP.id] == [row.clause.id for row in answer.rows]
    assert 1 == answer.exempt == sum(answer.reasons.values())
    assert [LEAD.id] == [row.clause.id for row in matrix(store, LEAD.id, Selection(only="deep", exempt=False)).rows]


def test_a_rejected_link_leads_nowhere(store):
    """What a person rejected carries nothing, and nothing over it."""
    store.decide(decision(CITY.id, TOP.id, "rejected"))

    assert {"none"} == {cell.standing for cell in cells(matrix(store, "省")).values()}


def test_several_documents_of_one_place(store):
    """They share a column; a document of unknown region that carries something out has one of its own."""
    for document, region in (("市办", "990100"), ("某单位", None)):
        clause = task(document, "1", "免费开放工坊。")
        own = Document(document, document, level="municipal", region=region)
        facts = DocumentFacts(own, (clause,), regions=REGIONS)
        store.replace(facts, (link(clause, TOP, ("免费开放工坊", "免费开放工坊")),))
    answer = matrix(store, "省")
    found = cells(answer)

    assert {("市", "市办"), ("邻市",), ("某单位",), ("区",)} == {
        tuple(id for id, _ in place.documents) for place in answer.places
    }
    assert {CITY.id, "市办/1"} == {way.clause.id for way in found["例城市"].by}
    assert ("deep", 2) == (found["例城市"].standing, found["例城市"].carried)
    assert ["某单位/1"] == [way.clause.id for way in found[None].by]


def test_unknown(store):
    """What is not there is unknown."""
    with pytest.raises(UnknownReference):
        matrix(store, "省/九")
