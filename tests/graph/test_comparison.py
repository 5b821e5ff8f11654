"""Figures along lineages, on small invented cascades."""

from dataclasses import replace

import pytest
from handed import figure, link, put, task

from graph.comparison import NOT_ALL, compare
from graph.errors import UnknownReference

TOP = task("省", "一", "全省办好工坊70所，开放率不低于80%。")
CITY = task("市", "1", "办好工坊10所，开放率不低于85%。")
OTHER = task("邻市", "1", "办好工坊20所，开放率不低于75%。")
DISTRICT = task("区", "1", "办好工坊3所。")
LINKS = (
    link(CITY, TOP, ("工坊", "工坊")),
    link(OTHER, TOP, ("工坊", "工坊")),
    link(DISTRICT, CITY, ("工坊", "工坊")),
)
COUNTS = (
    figure(TOP, 70, "所", "工坊", due="2025"),
    figure(CITY, 10, "所", "工坊", due="2024"),
    figure(OTHER, 20, "所", "工坊", due="2026"),
    figure(DISTRICT, 3, "所", "工坊"),
)
RATES = tuple(
    figure(clause, value, "%", "开放率", comparator=">=")
    for clause, value in ((TOP, 80.0), (CITY, 85.0), (OTHER, 75.0))
)


@pytest.fixture
def cascade(memory):
    """The province's total and rate, with what two cities and a district make of them."""
    return put(memory, [TOP, CITY, OTHER, DISTRICT], LINKS, figures=(*COUNTS, *RATES))


def found(answer, counted="工坊"):
    """The rows of one object: document below -> row."""
    return {row.below.document: row for row in answer.rows if row.target.object == counted}


def test_raised_and_lowered_come_with_the_factor(cascade):
    """85 for 80 is raised by a sixteenth; 75 is lowered."""
    rows = found(compare(cascade, "省/一"), "开放率")

    assert {"市": ("raised", 1.0625), "邻市": ("lowered", 0.9375)} == {
        document: (row.verdict, row.factor) for document, row in rows.items()
    }


def test_a_part_of_a_total_is_a_share(cascade):
    """10 of 70 are no lowering: they are a seventh, and a district's 3 are counted over the city's clause."""
    rows = found(compare(cascade, "省/一"))

    assert {"市": (0.142857, True), "邻市": (0.285714, True), "区": (0.042857, False)} == {
        document: (row.share, row.direct) for document, row in rows.items()
    }
    assert {("not comparable", "grows with the territory")} == {(row.verdict, row.obstacle) for row in rows.values()}


def test_shares_of_one_level_add_up_and_say_what_may_be_missing(cascade):
    """The cities come to 30 of 70, the district is another level."""
    sums = {item.level: item for item in compare(cascade, "省").sums}

    assert ("例城市", "例川市") == tuple(part.region_name for part in sums["municipal"].parts)
    assert {"municipal": 0.428571, "county": 0.042857} == {level: item.share for level, item in sums.items()}
    assert {NOT_ALL} == {item.warning for item in sums.values()}


def test_thirds_add_up_to_the_whole(memory):
    """Shares are added before they are rounded."""
    clauses = [task(document, "1", "办好工坊20所。") for document in ("市", "邻市")]
    links = tuple(link(clause, TOP, ("工坊", "工坊")) for clause in clauses)
    counts = [figure(clause, value, "所", "工坊") for clause, value in zip(clauses, (20, 40), strict=True)]
    put(memory, [TOP, *clauses], links, figures=(figure(TOP, 60, "所", "工坊"), *counts))

    assert 1.0 == compare(memory, "省").sums[0].share


def test_whoever_asks_below_sees_the_whole_sum(cascade):
    """Asked for one city, the sum holds the other one too."""
    (total,) = (
        item for item in compare(cascade, "市").sums if item.target.source == TOP.id and item.level == "municipal"
    )

    assert 2 == len(total.parts)


def test_deadlines_earlier_and_later(cascade):
    """The city is due before the province, the other city after it; the district says no deadline."""
    rows = found(compare(cascade, "省/一"))

    assert {"市": "earlier", "邻市": "later", "区": None} == {document: row.timing for document, row in rows.items()}


def test_a_figure_goes_up_and_down(cascade):
    """Asked for the city, its figure stands under the province's and over the district's."""
    assert [("省/一", "市/1"), ("市/1", "区/1")] == [
        (row.above.clause, row.below.clause) for row in compare(cascade, "市/1").rows if row.target.object == "工坊"
    ]


def test_who_states_the_total_itself_has_no_share(memory):
    """A city that writes the province's 70 restates it: its figure is not added."""
    same = replace(COUNTS[1], value=70.0)
    put(memory, [TOP, CITY, OTHER], LINKS[:2], figures=(COUNTS[0], same, COUNTS[2]))
    answer = compare(memory, "省")

    assert (("市",), 0.285714) == (answer.sums[0].restating, answer.sums[0].share)
    assert {"市": None, "邻市": 0.285714} == {document: row.share for document, row in found(answer).items()}


def test_a_figure_that_fits_two_totals_is_a_share_of_neither(memory):
    """8 of the 100 in one clause or of the 50 in another: nobody can say, so nothing is added."""
    second = task("省", "二", "办好工坊50所。", order=1)
    links = (LINKS[0], link(CITY, second, ("工坊", "工坊")))
    put(memory, [TOP, second, CITY], links, figures=(*COUNTS[:2], figure(second, 50, "所", "工坊")))
    answer = compare(memory, "省")

    assert () == answer.sums
    assert {None} == {row.share for row in answer.rows}


def test_a_region_is_added_once(memory):
    """A city that says its figure in the text and in a task list has one part."""
    row = task("市", "附件第1项", "办好工坊10所。", order=1)
    links = (LINKS[0], link(row, TOP, ("工坊", "工坊")))
    put(memory, [TOP, CITY, row], links, figures=(*COUNTS[:2], figure(row, 10, "所", "工坊")))

    assert [10.0] == [part.value for part in compare(memory, "省").sums[0].parts]


def test_a_region_that_says_two_figures_is_said_to(memory):
    """A city whose task list says 12 where its text says 10 is added once, with the other figure beside it."""
    row = task("市", "附件第1项", "办好工坊12所。", order=1)
    links = (LINKS[0], link(row, TOP, ("工坊", "工坊")))
    put(memory, [TOP, CITY, row], links, figures=(*COUNTS[:2], figure(row, 12, "所", "工坊")))

    assert [(10.0, (12.0,))] == [(part.value, part.others) for part in compare(memory, "省").sums[0].parts]


def test_what_a_task_list_says_again_counts_once(memory):
    """The clause and the row that breaks it down are one line, which names both."""
    row = task("市", "附件第1项", CITY.text, order=1)
    inner = link(row, CITY, ("工坊", "工坊"), scope="internal")
    again = figure(row, 10, "所", "工坊")
    put(memory, [TOP, CITY, row], (LINKS[0], inner, link(row, TOP, ("工坊", "工坊"))), figures=(*COUNTS[:2], again))
    answer = compare(memory, "省/一")

    assert [("市/1", ("市/附件第1项",))] == [(line.below.clause, line.below.also) for line in answer.rows]
    assert {again.id: "市/1"} == answer.again


def test_other_tiers_are_no_shares(memory):
    """Workshops of the city's rank are none of the province's rank."""
    top, city = (
        figure(clause, value, "所", f"{tier}工坊") for clause, value, tier in ((TOP, 70, "省级"), (CITY, 10, "市级"))
    )
    put(memory, [TOP, CITY], LINKS[:1], figures=(top, city))

    assert {None} == {row.share for row in compare(memory, "省").rows}


def test_figures_without_a_counterpart_are_told(memory):
    """What meets nothing above or below is listed, so that nothing is lost from view."""
    put(memory, [TOP, CITY], LINKS[:1], figures=(*COUNTS[:2], RATES[0]))

    assert [RATES[0]] == list(compare(memory, "省").alone)


def test_figures_are_compared_along_links_only(memory):
    """Two documents without a link are not set against one another."""
    put(memory, [TOP, CITY], (), figures=COUNTS[:2])
    answer = compare(memory, "省")

    assert ((), 1) == (answer.rows, len(answer.alone))


def test_an_unknown_reference_is_refused(cascade):
    """What is not loaded is an error with what is near."""
    with pytest.raises(UnknownReference):
        compare(cascade, "省/九")
