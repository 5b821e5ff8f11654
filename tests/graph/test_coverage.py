"""Which clauses of a document are carried out below, on small invented cascades."""

from dataclasses import replace

import pytest
from handed import link, put, task
from invented import ASKED, CITY, DISTRICT, DOCUMENTS, LINKS, OTHER, PROVINCE, decision

from graph.coverage import DEFINITIONS, coverage
from graph.errors import InputError

ABOVE = "办好工坊。每县建一所工坊。免费开放工坊；培训师傅。（示例省教育厅负责）"
TOP = task("省", "一", ABOVE, heading="办好工坊")


def loaded(store, *links, city=("建一所工坊。", "免费开放。", "培训师傅。"), district=("开放。",)):
    """A store with a province's clause, a city's and a district's, and these links."""
    lower = [task("市", str(n), text, order=n) for n, text in enumerate(city, 1)]
    lower += [task("区", str(n), text, order=n) for n, text in enumerate(district, 1)]
    return put(store, [TOP, *lower], links)


def standing(answer, document=None, clause="省/一"):
    """The standing of a clause in a document, or anywhere."""
    place = next(n for n, column in enumerate(answer.columns) if column.document == document)
    return next(item for item in answer.clauses if item.clause.id == clause).cells[place]


BUILD = link(task("市", "1", "建一所工坊。"), TOP, ("建一所工坊", "建一所工坊"))
OPEN = link(task("市", "2", "免费开放。"), TOP, ("免费开放", "免费开放"))


def test_more_than_half_of_the_measures_is_deep(memory):
    """Of three measures (heading and bracket are none) two are deep, one is partly."""
    assert ("partly", 1) == _shown(standing(coverage(loaded(memory, BUILD), "省")))
    assert ("deep", 2) == _shown(standing(coverage(loaded(memory, BUILD, OPEN), "省")))


def _shown(cell):
    return cell.standing, cell.carried


@pytest.mark.parametrize("carried", ["partial", "lowered"])
def test_what_is_carried_in_part_or_lowered_is_never_deep(memory, carried):
    """Two of three measures, one of them lowered, are partly."""
    answer = coverage(loaded(memory, BUILD, replace(OPEN, carried=carried)), "省")

    assert ("partly", 2) == _shown(standing(answer))


def test_without_a_link_there_is_none(memory):
    """A candidate and a rejected link carry nothing; the candidate is counted as a near miss."""
    answer = coverage(loaded(memory, replace(BUILD, status="candidate"), replace(OPEN, status="rejected")), "省")

    assert ("none", 0) == _shown(standing(answer))
    assert [1] == [item.near for item in answer.clauses]


def test_a_link_by_hand_carries_all(memory):
    """A person who confirms a pair without evidence says that all is carried."""
    by_hand = replace(BUILD, evidence=(), method="hand", status="confirmed")

    assert ("deep", 3) == _shown(standing(coverage(loaded(memory, by_hand), "省")))


def test_a_heading_alone_carries_no_measure(memory):
    """Where only the heading is alike, the link says nothing of any measure."""
    heading = link(task("市", "1", "建一所工坊。"), TOP, ("工坊", "办好工坊"))

    assert ("partly", 0) == _shown(standing(coverage(loaded(memory, heading), "省")))


def test_what_is_open_comes_in_the_words_of_the_clause(memory):
    """The measures that nobody carries are told."""
    (item,) = coverage(loaded(memory, BUILD), "省").clauses

    assert ("免费开放工坊", "培训师傅") == item.open


def test_coverage_goes_over_any_number_of_links(memory):
    """A district that carries out the city's clause carries out the province's measure, and no other."""
    down = link(task("区", "1", "开放。"), task("市", "2", "免费开放。"), ("开放", "开放"))
    answer = coverage(loaded(memory, OPEN, down), "省")

    assert ("partly", 1, ("区/1",)) == (*_shown(standing(answer, "区")), standing(answer, "区").by)


def test_another_measure_of_the_city_does_not_count(memory):
    """What carries out another measure of the clause between derives from nothing above it."""
    city = task("市", "1", "建一所工坊。开放食堂。")
    own = link(city, TOP, ("建一所工坊", "建一所工坊"))
    down = link(task("区", "1", "开放食堂。"), city, ("开放食堂", "开放食堂"))
    answer = coverage(loaded(memory, own, down, city=(city.text,), district=("开放食堂。",)), "省")

    assert "none" == standing(answer, "区").standing


def test_columns_are_everywhere_levels_regions_documents(memory):
    """What one document does not carry another may: the first column counts both."""
    answer = coverage(loaded(memory, BUILD, OPEN), "省")

    assert [
        (None, None, None, 1),
        ("municipal", None, None, 1),
        ("municipal", "例城市", None, 1),
        ("municipal", "例城市", "市", 1),
        ("county", None, None, 0),
        ("county", "例东区", None, 0),
        ("county", "例东区", "区", 0),
    ] == [(column.level, column.region_name, column.document, column.deep) for column in answer.columns]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [({"level": "county"}, {"区"}), ({"region": "例城市"}, {"市", "区"}), ({"region": "例东"}, {"区"})],
)
def test_below_can_be_narrowed(memory, filters, expected):
    """Level and region, with what it contains, narrow columns and orphans."""
    answer = coverage(loaded(memory, BUILD), "省", **filters)

    assert expected == {column.document for column in answer.columns if column.document}
    assert {orphan.clause.document for orphan in answer.orphans} <= expected


def test_clauses_below_that_carry_out_nothing_are_orphans(memory):
    """An orphan has no link above, from itself or from what stands in it or breaks it down."""
    for document in DOCUMENTS:
        memory.replace(document, LINKS)
    answer = coverage(memory, PROVINCE)

    assert {(OTHER, "一")} == {(orphan.clause.document, orphan.clause.address) for orphan in answer.orphans}


def test_a_row_founds_only_the_clause_whose_measure_it_carries_up(memory):
    """A row that breaks down two clauses and carries something out with the measure of one leaves the other an
    orphan."""
    one, two = task("市", "1", "建工坊。"), task("市", "2", "办食堂。", order=1)
    row = task("市", "附件第1项", "建工坊；办食堂。", order=2)
    inner = (
        link(row, one, ("建工坊", "建工坊"), scope="internal"),
        link(row, two, ("办食堂", "办食堂"), scope="internal"),
    )
    put(memory, [TOP, one, two, row], (*inner, link(row, TOP, ("建工坊", "建一所工坊"))))

    assert ["市/2"] == [orphan.clause.id for orphan in coverage(memory, "省").orphans]


def test_orphans_say_how_many_near_misses_they_have(memory):
    """A clause whose link is a candidate is an orphan that a person may look at."""
    answer = coverage(loaded(memory, BUILD, replace(OPEN, status="candidate")), "省")

    assert [("市/2", 1), ("市/3", 0)] == [(orphan.clause.id, orphan.near) for orphan in answer.orphans]


def test_documents_that_have_nothing_to_do_with_it_have_no_orphans(memory):
    """A district's document that neither cites the province's nor carries out any of it has its own business."""
    assert "区" not in {orphan.clause.document for orphan in coverage(loaded(memory, BUILD), "省").orphans}


def test_what_is_exempt_may_be_covered_all_the_same(memory):
    """A row shows what carries it out, but counts with the clause that it breaks down."""
    row = task("省", "附件第1项", "每县建一所工坊。", order=1)
    inner = link(row, TOP, ("建一所工坊", "建一所工坊"), scope="internal", score=1.0)
    low = task("市", "1", "建一所工坊。")
    put(memory, [TOP, row, low], (inner, link(low, row, ("建一所工坊", "建一所工坊"))))
    answer = coverage(memory, "省")

    assert (1, "deep") == (answer.counted, standing(answer, clause="省/附件第1项").standing)
    assert ("partly", 1) == _shown(standing(answer, "市"))


def test_rows_of_the_own_task_list_count_once(memory):
    """The row counts with the clause that it breaks down, and every reason is counted."""
    for document in DOCUMENTS:
        memory.replace(document, LINKS)
    answer = coverage(memory, PROVINCE)
    row = next(item for item in answer.clauses if item.clause.address == "附件1第1项")

    assert (ASKED,) == row.counted_with
    assert answer.counted + sum(answer.exempt.values()) == len(answer.clauses)
    assert {column.document for column in answer.columns if column.document} == {CITY, OTHER, DISTRICT}


def test_a_rejected_link_uncovers(memory):
    """What a person rejects does not carry."""
    loaded(memory, BUILD).decide(decision(BUILD.source, BUILD.target, "rejected"))

    assert "none" == standing(coverage(memory, "省")).standing


@pytest.mark.parametrize(("asked", "wanted"), [("省/一", "is a clause"), ("国手〔2019〕4号", "only cited")])
def test_only_a_loaded_document_has_coverage(memory, asked, wanted):
    """A clause and a document that is only cited are refused with the reason."""
    loaded(memory)
    for document in DOCUMENTS:
        memory.replace(document)

    with pytest.raises(InputError, match=wanted):
        coverage(memory, asked)


def test_the_words_are_defined_in_the_answer(memory):
    """Whoever reads an answer need not look up what deep means."""
    assert DEFINITIONS == coverage(loaded(memory), "省").definitions
