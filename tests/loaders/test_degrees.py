"""All of a thing against most of it."""

import pytest

from graph.model import Clause
from loaders.degrees import differing_degrees


def clause(text, type_):
    """A clause of this text."""
    return Clause(f"例/{type_}", "例", type_, type_, text)


def differing(goal, other):
    """The parts of a goal and of an item that ask for different degrees."""
    found = differing_degrees([clause(goal, "goal")], [clause(other, "item")])
    return [(one.clause.text[one.start : one.end], two.clause.text[two.start : two.end]) for one, two in found]


@pytest.mark.parametrize(
    ("goal", "other"),
    [
        ("学校办学条件全部达标", "使学校办学条件基本达到国家标准"),
        ("食堂消防设施全部符合要求", "食堂消防设施基本达标"),
        ("校园监控系统基本覆盖", "校园监控系统100%覆盖"),
        ("到2025年，专职教师全部配齐", "专职教师大部分配齐"),
    ],
)
def test_differing(goal, other):
    """全部 and 基本 of one thing differ, whichever of them the goal says."""
    assert [(goal.rpartition("，")[2], other)] == differing(f"{goal}。", f"{other}。")


@pytest.mark.parametrize(
    ("goal", "other"),
    [
        ("学校办学条件全部达标", "学校办学条件全部达到标准"),
        ("学校办学条件全部达标", "乡镇卫生院基本达标"),
        ("到2030年，学校办学条件全部达标", "到2025年，学校办学条件基本达标"),
        ("学校办学条件全部达标", "学校办学条件基本情况清楚"),
        ("学校办学条件全部达标", "学校办学条件持续改善，设备基本配齐"),
    ],
)
def test_the_same(goal, other):
    """The same degree, other things, other years and other deeds do not differ."""
    assert [] == differing(f"{goal}。", f"{other}。")
