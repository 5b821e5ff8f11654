"""Which clauses need nobody to carry them out, and why."""

import pytest

from graph.exempt import exemption, parents_of
from graph.model import Clause, Indicator, Span


def clause(text, *, heading=None, type="clause", address="一", **more):
    """A clause of an invented document."""
    return Clause(f"d/{address}", "d", address, type, text, heading=heading, **more)


def figure(kind):
    """A figure of the clause."""
    return Indicator("d/一#1", "d/一", 60.0, "%", ">=", "优良率", kind, Span(0, 1, "到", 1), "rule")


def reason(item, *around, holds=False, breaks_down=False, figures=()):
    """Why this clause is exempt."""
    return exemption(item, around, holds=holds, breaks_down=breaks_down, figures=figures)


@pytest.mark.parametrize(
    ("expected", "item"),
    [
        ("lead", clause("为贯彻上级精神，制定本方案。", type="paragraph")),
        ("annex", clause("任务清单", type="annex")),
        ("guiding thought", clause("指导思想。坚持育人为本。", heading="指导思想")),
        ("guiding thought", clause("面临的形势。任务更重。", heading="面临的形势")),
        ("goal without a figure", clause("总体目标。体系更加完善。", heading="总体目标")),
        ("purpose", clause("为了规范校外培训行为，根据有关法律，制定本办法。")),
        ("definition", clause("本办法所称社区学院，是面向居民的机构。")),
        ("definition", clause("本省行政区域内的中小学，适用本条例。")),
        ("closing", clause("本办法自2024年1月1日起施行。")),
        ("closing", clause("本办法由示例省教育厅负责解释。")),
        ("obliges nobody", clause("学校体育是教育的一部分。")),
        ("encourages or allows", clause("国家鼓励企业举办职业学校。", obligation="encouraged")),
        (None, clause("建设社区学院。", task=True)),
        (None, clause("指导思想宣传要到位，各校应当组织学习。", heading="指导思想宣传", task=True)),
    ],
)
def test_reasons(expected, item):
    """What obliges nobody is exempt for the reason that its kind, heading or words tell."""
    assert expected == reason(item)


def test_what_stands_below_guiding_thoughts_is_one():
    """A bullet below 基本原则 has no heading that says so itself."""
    assert "guiding thought" == reason(clause("坚持因地制宜。"), clause("基本原则", heading="基本原则"))


def test_a_glossary_defines():
    """What stands in an annex of explained terms must not be done by anybody."""
    assert "definition" == reason(clause("五个必须：会议提出的要求。"), clause("名词解释", type="annex"))


def test_a_heading_with_clauses_in_it_has_no_text_of_its_own():
    """一、重点任务 above its items is exempt; with a paragraph that obliges it counts."""
    assert "heading" == reason(clause("重点任务", type="section", task=True), holds=True)
    assert (
        reason(clause("重点任务\n各县要成立专班。", heading="重点任务", type="section", task=True), holds=True) is None
    )


def test_a_row_counts_with_its_clause():
    """A row that restates a clause of its document is not counted twice."""
    assert "counted with the clause that it breaks down" == reason(
        clause("建设社区学院。", type="row", task=True), breaks_down=True
    )


def test_a_goal_with_a_figure_counts():
    """到2025年，优良率达到60%以上 has to be reached; the figure of today does not."""
    goal = clause("主要目标。到2025年，优良率达到60%以上。", heading="主要目标")

    assert reason(goal, figures=[figure("target")]) is None
    assert "goal without a figure" == reason(goal, figures=[figure("baseline")])


def test_clauses_around_come_innermost_first():
    """The clauses around one are its parent, then that one's parent."""
    outer, inner = clause("一", address="一"), clause("（一）", address="一（一）", parent="d/一")
    leaf = clause("1", address="一（一）1", parent="d/一（一）")

    assert [inner, outer] == parents_of(leaf, {item.id: item for item in (outer, inner, leaf)})
