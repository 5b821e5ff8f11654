"""Quantities of one object in two clauses."""

from dataclasses import replace

import pytest
from written import CITY, PROVINCE, written

from graph.comparing import RATE_UNITS
from loaders.quantities import with_indicators
from loaders.quantity_evidence import OBJECT_WEIGHT, VALUE_WEIGHT, carried_by, comparisons
from loaders.vocabulary import rows


def compared(below, above):
    """The comparisons of the only clauses of a city and its province."""
    city = with_indicators(written("例政〔2021〕9号", CITY, {"一1": below}))
    province = with_indicators(written("示政〔2021〕7号", PROVINCE, {"一1": above}))
    return comparisons(city, province).get(("例政〔2021〕9号/一1", "示政〔2021〕7号/一1"), [])


def test_same_object_of_two_levels():
    """What a city counts of its own and a province of its own is one object."""
    (pair,) = compared("培养20名市级竹编名师。", "培养300名省级竹编名师。")

    assert (20, 300, 1.0) == (pair.source.value, pair.target.value, pair.likeness)
    assert OBJECT_WEIGHT == pair.weight
    assert pair.stricter is None  # a city's share of the province's number is neither more nor less


def test_same_figure_weighs_more():
    """The same figure of the same object is more evidence, unless it is a limit of the other side."""
    (same,) = compared("经费的比例不低于30%。", "经费的比例不低于30%。")
    (turned,) = compared("经费的比例不低于30%。", "经费的比例不超过30%。")

    assert OBJECT_WEIGHT + VALUE_WEIGHT == same.weight
    assert OBJECT_WEIGHT == turned.weight


@pytest.mark.parametrize(
    "text",
    [
        "到2023年、2025年，普及率分别达到70%、85%。",
        "2023年底前新建展馆20座，2025年底前新建展馆20座。",
        "奖励30元、50元。",
    ],
)
def test_several_figures_of_one_object(text):
    """A copy has each figure of the same object meet its own: that of its deadline, else of its value."""
    pairs = compared(text, text)

    assert len(pairs) == 2
    assert all(pair.equal and pair.source.due == pair.target.due for pair in pairs)


@pytest.mark.parametrize(
    ("below", "above"),
    [
        ("建成2个展馆。", "建成2所展馆。"),  # another unit
        ("开展1次心理测评。", "开展1次体质测试。"),  # another head noun
        ("目前，全市共有竹编名师30名。", "培养竹编名师30名。"),  # today's figure is no demand
    ],
)
def test_other_objects(below, above):
    """Quantities of other objects or units, and figures of today, are not compared."""
    assert [] == compared(below, above)


@pytest.mark.parametrize(
    ("below", "above", "carried"),
    [
        ("开放率不低于85%。", "开放率不低于80%。", "raised"),
        ("开放率达到75%以上。", "开放率不低于80%。", "lowered"),
        ("时长不超过20%。", "时长不超过30%。", "raised"),
        ("每个县（市、区）至少建成3处竹编展馆。", "每个县（市、区）至少建成2处竹编展馆。", "raised"),
        ("建成3处竹编展馆。", "建成20处竹编展馆。", "refined"),
        ("开放率不低于80%。", "开放率不低于80%。", "refined"),
        ("开放率80%左右。", "开放率不低于90%。", "refined"),
        ("开放率不低于85%，达标率不低于60%。", "开放率不低于80%，达标率不低于70%。", "refined"),
    ],
)
def test_raised_and_lowered(below, above, carried):
    """Only rates and what each must have are set against one another, and only where all that differ agree."""
    assert carried == carried_by(compared(below, above))


def test_the_likest_counts():
    """Of several quantities of a clause the likest is compared."""
    (pair,) = compared("建设5所市级竹编学校。", "建设90所漆器学校、30所省级竹编学校。")

    assert 30 == pair.target.value


def test_rate_units():
    """Every rate unit is a unit that quantities are read with."""
    known = {row[0] for row in rows("units.tsv")} | {"%", "‰"}

    assert [] == [unit for unit in RATE_UNITS if unit not in known]


def test_order_does_not_matter():
    """The same pairs come out whatever the order of the indicators."""
    city = with_indicators(written("例政〔2021〕9号", CITY, {"一1": "建设5所竹编学校、6个竹编展馆。"}))
    turned = replace(city, indicators=city.indicators[::-1])
    province = with_indicators(written("示政〔2021〕7号", PROVINCE, {"一1": "建设9个竹编展馆、8所竹编学校。"}))

    one, other = comparisons(city, province), comparisons(turned, province)
    assert {key: set(pairs) for key, pairs in one.items()} == {key: set(pairs) for key, pairs in other.items()}


def test_ratios_compare_by_what_they_divide():
    """A doctor for 500 pupils is more than one for 600, though 500 is the smaller figure."""
    (pair,) = compared("校医与学生的比例不低于1:500。", "校医与学生的比例不低于1:600。")

    assert pair.stricter is True
