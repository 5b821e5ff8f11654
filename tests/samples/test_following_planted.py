"""What follows from the links of the sample, against the truth planted in it."""

import json
from collections import defaultdict
from itertools import product
from pathlib import Path

import pytest

from api import sample
from api.loading import files_of, load
from graph.comparison import compare
from graph.coverage import coverage
from graph.store import open_store
from graph.units import units

PLANTED = json.loads(Path(__file__).with_name("planted.json").read_text(encoding="utf-8"))
MINISTRY, PROVINCE, CITY, OTHER, DISTRICT = (document["id"] for document in PLANTED["documents"])
FOUND = 0.95  # of the cells with a planted link
TOLD = 0.9  # of the links that are planted as raised or lowered


@pytest.fixture(scope="module")
def store():
    """The sample in memory."""
    with open_store(":memory:") as opened:
        load(opened, files_of([sample.home()]))
        yield opened


def document_of(clause):
    """The document that a clause id names."""
    return clause.rpartition("/")[0]


def planted_below(grades):
    """For each clause the clauses that carry it out as planted, over any number of links."""
    below = defaultdict(set)
    for planted in PLANTED["implements"]:
        if planted["grade"] in grades:
            below[planted["target"]].add(planted["source"])

    def all_below(clause, seen):
        for source in below[clause] - seen:
            seen.add(source)
            all_below(source, seen)
        return seen

    return lambda clause: {document_of(each) for each in all_below(clause, set())}


def cells(store, document):
    """(clause, lower document) -> standing, for what counts in a document."""
    answer = coverage(store, document)
    places = [(place, column.document) for place, column in enumerate(answer.columns) if column.document]
    return {
        (item.clause.id, below): item.cells[place].standing
        for item in answer.clauses
        if item.exempt is None
        for place, below in places
    }


@pytest.mark.parametrize("document", [MINISTRY, PROVINCE, CITY])
def test_what_is_planted_below_is_covered(store, document):
    """Nearly every clause with a planted link from a document is covered there."""
    direct = {(p["target"], document_of(p["source"])) for p in PLANTED["implements"] if p["grade"] == 2}
    found = cells(store, document)
    wanted = direct & found.keys()

    assert len([key for key in wanted if found[key] != "none"]) >= FOUND * len(wanted)


@pytest.mark.parametrize("document", [MINISTRY, PROVINCE, CITY])
def test_nothing_is_covered_without_a_planted_link(store, document):
    """A clause is covered only where a link may be, over any number of documents."""
    below = planted_below({1, 2})

    wrong = {
        key for key, standing in cells(store, document).items() if standing != "none" and key[1] not in below(key[0])
    }
    assert set() == wrong


def test_what_nobody_carries_out_is_not_covered(store):
    """The clauses that are planted as dropped below have none in every column."""
    standing = cells(store, MINISTRY) | cells(store, PROVINCE)

    for clause in PLANTED["nothing_below"]:
        assert {"none"} == {
            found for (id, document), found in standing.items() if id == clause and document != PROVINCE
        }


def test_innovations_are_orphans(store):
    """The clauses that are planted as new below are orphans of the documents above, or rows that restate orphans."""
    orphans = {orphan.clause.id for orphan in coverage(store, PROVINCE).orphans}
    clauses = {clause for clause in PLANTED["nothing_above"] if "项" not in clause}

    assert clauses <= orphans
    assert orphans <= clauses | set(PLANTED["boilerplate"]) | {f"{DISTRICT}/三15", f"{OTHER}/五（三）", f"{CITY}/三1"}


def test_rows_count_with_the_clauses_that_they_break_down(store):
    """The province's 20 rows are exempt, each with the clauses of the planted links."""
    planted = defaultdict(set)
    for link in PLANTED["implements"]:
        if link["scope"] == "internal" and link["grade"] == 2 and document_of(link["source"]) == PROVINCE:
            planted[link["source"]].add(link["target"])
    rows = {item.clause.id: set(item.counted_with) for item in coverage(store, PROVINCE).clauses if item.counted_with}

    assert planted == rows


def test_figures_are_raised_and_lowered_as_planted(store):
    """A link that is planted as raised or lowered shows in a pair of figures, and no pair says the contrary."""
    changed = {
        (p["source"], p["target"]): p["carried"] for p in PLANTED["carried"] if p["carried"] in ("raised", "lowered")
    }
    verdicts = defaultdict(set)
    for document in (MINISTRY, PROVINCE, CITY):
        for row in compare(store, document).rows:
            for below, above in product((row.below.clause, *row.below.also), (row.above.clause, *row.above.also)):
                verdicts[below, above].add(row.verdict)

    assert len([pair for pair, word in changed.items() if word in verdicts[pair]]) >= TOLD * len(changed)


def test_shares_add_up_to_what_the_cities_say(store):
    """Of the 6000 teachers of the province the two cities take 620 and 540."""
    (total,) = (
        item
        for item in compare(store, f"{PROVINCE}/六（十六）").sums
        if item.level == "municipal" and item.target.value == 6000
    )

    assert [("示例市", 620.0), ("样本市", 540.0)] == [(part.region_name, part.value) for part in total.parts]
    assert (0.193333, ()) == (total.share, total.restating)


def test_a_city_award_is_no_share_of_the_provinces(store):
    """市级体育名师 are none of the 300 省级体育名师."""
    rows = [row for row in compare(store, f"{PROVINCE}/六（十七）").rows if row.source.object == "市级体育名师"]

    assert rows
    assert {None} == {row.share for row in rows}


def test_deadlines_before_those_above(store):
    """The city lights its classrooms a year earlier than the province asks."""
    rows = [row for row in compare(store, f"{PROVINCE}/五（十二）").rows if row.source.object.endswith("照明达标率")]

    assert {"earlier"} == {row.timing for row in rows}


def test_all_tasks_of_a_bureau_with_their_roles(store):
    """The tasks of 样本市教育局 are those of the planted lists, each in its role."""
    planted = {
        (item["clause"], body["role"])
        for item in PLANTED["assigned"]
        if not item["in_text"]
        for body in item["orgs"]
        if body["name"] == "样本市教育局"
    }

    own = {(task.clause.id, task.role) for task in units(store, "样本市教育局").tasks if task.unit.standing == "asked"}
    assert planted == own


def test_a_merged_bureau_keeps_the_lead_of_both_fields(store):
    """Where the province's sports bureau leads, the city's bureau of education and sports does: no lead is lost."""
    answer = units(store, "示例省体育局")

    assert {"示例市教体局", "样本市体育局", "范例区教体局"} == {unit.name for unit in answer.counterparts}
    assert {("several leads", f"{OTHER}/三（一）")} == {(item.kind, item.clause) for item in answer.conflicts}
