"""Parts of a document that ask for nothing: what looks back, and what explains words."""

from dataclasses import replace

import pytest
from written import PROVINCE, made_clause, written

from graph.model import Clause
from loaders.breakdown import body_clauses, own_list
from loaders.parts import explaining, looking_back, past_lines, without_past_tasks
from loaders.quantities import with_indicators

NUMBER = "示政〔2025〕7号"


def lead(address, text):
    """An unnumbered paragraph."""
    return Clause(f"{NUMBER}/{address}", NUMBER, address, "paragraph", text)


def tops(*clauses):
    """Invented clauses at the top of a document, as the addresses that look back."""
    return [item.address for item in clauses if item.id in looking_back(clauses)]


REPORT = (
    lead("引言", "现在，我报告工作。\n2024年工作回顾\n过去一年，修缮码头30座。"),
    made_clause(NUMBER, "（一）", "竹编节更热闹。新建展馆20座。"),
    lead("引言·2", "2025年工作安排\n今年要修缮码头40座。"),
    made_clause(NUMBER, "（一）·2", "办好竹编节。新建展馆50座。"),
)


def test_unnumbered_headings():
    """A report looks back from one heading without a number up to the next."""
    assert ["引言", "（一）"] == tops(*REPORT)


def test_an_end_is_needed():
    """A heading without a number that no other one follows may be of its paragraph alone."""
    assert [] == tops(*REPORT[:2])
    assert [] == tops(lead("引言", "发展现状\n现有码头30座。"), made_clause(NUMBER, "一", "总体要求。修缮码头。"))


def test_headings_inside_a_paragraph():
    """A paragraph that holds the whole report is past between the two headings alone."""
    text = "2024年工作回顾\n新建展馆20座。\n2025年工作安排\n新建展馆50座。"
    facts = with_indicators(replace(written(NUMBER, PROVINCE, {}), clauses=(lead("引言", text),)))

    assert ["baseline", "target"] == [item.kind for item in facts.indicators]
    assert ["2024年工作回顾\n新建展馆20座。\n"] == [text[start:end] for start, end in past_lines(text)]


def test_numbered_headings():
    """All below a heading that looks back does; what stands beside it does not."""
    past = replace(made_clause(NUMBER, "一", "2024年工作回顾"), heading="2024年工作回顾", type="section")
    inside = replace(made_clause(NUMBER, "一（一）", "竹编节更热闹。"), parent=past.id)
    deeper = replace(made_clause(NUMBER, "一（一）1", "新建展馆20座。"), parent=inside.id)

    assert ["一", "一（一）", "一（一）1"] == tops(past, inside, deeper, made_clause(NUMBER, "二", "办好竹编节。"))


def test_past_work_is_no_task():
    """What was done is no task, and its figures are today's."""
    facts = with_indicators(without_past_tasks(replace(written(NUMBER, PROVINCE, {}), clauses=REPORT)))
    told = {item.source.rpartition("/")[2]: item.kind for item in facts.indicators}

    assert ["（一）·2"] == [item.address for item in facts.clauses if item.task]
    assert {"引言": "baseline", "（一）": "baseline", "引言·2": "target", "（一）·2": "target"} == told
    assert ["（一）·2"] == [item.address for item in body_clauses(facts)]


@pytest.mark.parametrize("heading", ["名词解释", "有关名词解释", "术语和定义", "主要指标解释"])
def test_terms(heading):
    """What explains words states no figures of the document, and breaks down nothing."""
    facts = written(
        NUMBER, PROVINCE, {"一1": "办好竹编节。新建展馆50座。", "附件第1项": "百馆工程：用3年新建展馆100座。"}
    )
    clauses = tuple(replace(item, heading=heading) if item.type == "annex" else item for item in facts.clauses)
    facts = with_indicators(replace(facts, clauses=(clauses[0], *clauses[:0:-1])))

    assert {"附件", "附件第1项"} == {item.address for item in facts.clauses if item.id in explaining(facts.clauses)}
    assert ["一1"] == [item.source.rpartition("/")[2] for item in facts.indicators]
    assert () == own_list(facts)


@pytest.mark.parametrize("heading", ["名词", "指标", "主要指标", "编制说明", "工作任务清单"])
def test_no_terms(heading):
    """Tables of figures and lists of tasks explain nothing."""
    facts = written(NUMBER, PROVINCE, {"附件第1项": "新建展馆100座。"})
    clauses = tuple(replace(item, heading=heading) if item.type == "annex" else item for item in facts.clauses)

    assert frozenset() == explaining(clauses)
