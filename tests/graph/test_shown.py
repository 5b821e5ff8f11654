"""Which measures of a clause a way down shows to be carried, on small invented cascades."""

from dataclasses import replace

import pytest
from handed import figure, link, put, task

from graph.coverage import coverage
from graph.model import Evidence

ABOVE = "建成30个工坊和60个班；培训师傅。"
TOP = task("省", "一", ABOVE)
ROOMS = replace(figure(TOP, 30, "个", "工坊"), span=TOP.span(2, 7))
CLASSES = replace(figure(TOP, 60, "个", "班"), span=TOP.span(8, 12))
CITY = task("市", "1", "建成工坊，办班。")
OTHER = task("市", "2", "建成工坊，办班。", order=1)
PAIR = ("建成", "建成")


def carried(store, links, figures=(), top=(ROOMS, CLASSES), low=(CITY, OTHER)):
    """How many measures of the province's clause are shown to be carried, and what is left open."""
    (item,) = coverage(put(store, [TOP, *low], links, figures=(*top, *figures)), "省").clauses
    return item.cells[0].standing, item.cells[0].carried, item.open


def stated(clause, value, counted, **more):
    """A figure of a lower clause."""
    return figure(clause, value, "个", counted, **more)


def test_a_measure_whose_figures_nobody_states_is_not_carried(memory):
    """Words in common do not carry 30个工坊和60个班; the link stays, and what is not shown is told."""
    assert ("partly", 0, ("建成30个工坊和60个班", "培训师傅")) == carried(memory, [link(CITY, TOP, PAIR)])


def test_a_measure_whose_figures_are_met_is_carried(memory):
    """Both figures stand below, a share of a total among them."""
    figures = [stated(CITY, 5, "工坊"), stated(CITY, 60, "班")]

    assert ("partly", 1, ("培训师傅",)) == carried(memory, [link(CITY, TOP, PAIR)], figures)


def test_two_rows_of_a_place_meet_one_figure_each(memory):
    """What one lower clause leaves out another may state."""
    figures = [stated(CITY, 30, "工坊"), stated(OTHER, 60, "班")]
    links = [link(CITY, TOP, PAIR), link(OTHER, TOP, PAIR)]

    assert [0, 1] == [carried(memory, links[:n], figures)[1] for n in (1, 2)]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ({"unit": "%", "value": 62}, {"unit": "%", "value": 58}),  # lowered
        ({"unit": "%", "value": 62}, {"unit": "%", "value": 62, "kind": "baseline"}),  # a figure of today
        ({}, {"unit": "人次"}),
        ({}, {"object": "公园"}),
    ],
)
def test_a_figure_that_does_not_meet_the_one_above(memory, above, below):
    """One that is lower, of today, of another unit or of another object does not carry a measure."""
    low = replace(stated(CITY, 30, "工坊"), **below)
    top = (replace(ROOMS, **above),)

    assert 0 == carried(memory, [link(CITY, TOP, PAIR)], [low], top)[1]
    assert 1 == carried(memory, [link(CITY, TOP, PAIR)], [replace(low, **_like(top[0]))], top)[1]


def _like(figure):
    return {name: getattr(figure, name) for name in ("unit", "value", "kind", "object")}


def test_a_figure_of_today_above_asks_for_nothing(memory):
    """A baseline of the upper clause need not be met."""
    top = (replace(ROOMS, kind="baseline"), replace(CLASSES, kind="baseline"))

    assert 1 == carried(memory, [link(CITY, TOP, PAIR)], top=top)[1]


def test_a_link_by_hand_carries_figures_too(memory):
    """A person who confirms a pair without evidence says that all is carried."""
    by_hand = replace(link(CITY, TOP, PAIR), evidence=(), method="hand", status="confirmed")

    assert ("deep", 2, ()) == carried(memory, [by_hand])


@pytest.mark.parametrize(
    ("kind", "weight", "wanted"),
    [("term", 0.7, 1), ("term", 2.0, 2), ("measure", 0.9, 2), ("verbatim", 0.9, 2), ("indicator", 0.9, 2)],
)
def test_a_few_words_in_common_carry_no_further_measure(memory, kind, weight, wanted):
    """Besides the measure for which a link has most, it carries those for which it has much, or a named measure."""
    low = task("市", "1", "建成工坊，培训。")
    most = Evidence("term", 3.0, low.span(0, 2), TOP.span(0, 2))
    more = Evidence(kind, weight, low.span(5, 7), TOP.span(ABOVE.index("培训"), ABOVE.index("师傅")))
    known = replace(link(low, TOP, PAIR), evidence=(most, more))

    assert wanted == carried(memory, [known], top=(), low=(low,))[1]
