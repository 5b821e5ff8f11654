"""By when clauses ask for something, with and without a figure."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import PROVINCE, made_clause, written

from loaders.clause_deadlines import dues, with_deadlines

MADE = "2022-04-11"


def read(text, address="一1", **cells):
    """The deadlines of an invented clause, as written and in ISO 8601."""
    clause = replace(made_clause("示政〔2022〕7号", address, text), cells=tuple(cells.items()))
    return [(item.deadline, item.due) for item in dues(clause, MADE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年底前，漆器学校要设立认定机构。", [("2022年底前", "2022")]),
        ("2023年要制定并全面落实拨款制度。", [("2023年", "2023")]),
        ("自2022年9月起，每半年公布1次。", [("自2022年9月起", "2022-09/..")]),
        ("联席会议应于每年11月30日前报告。", [("每年11月30日前", None)]),
        ("2022年底前全市的码头都要修缮。", [("2022年底前", "2022")]),
        ("分步实施，到2027年全部修缮。", [("到2027年", "2027")]),
        ("力争3年内全市建成一批码头。", [("3年内", "2025-04-11")]),
        ("到2025年、2030年，普及率分别达到80%、95%。", [("到2025年、2030年", "2025"), ("到2025年、2030年", "2030")]),
        (
            "2022年6月底前，完成摸底；2023年底前，完成修缮。力争2024年建成码头。",
            [("2022年6月底前", "2022-06"), ("2023年底前", "2023"), ("2024年", "2024")],
        ),
    ],
)
def test_reads(text, expected):
    """Each deadline of a clause is read, with or without a figure."""
    assert expected == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "修缮码头，保护号子。",
        "改制后五年内免征房产税。",
        "自收到通知之日起，3个月内完成修缮。",
        "聘用后1个月内结清有关费用。",
        "2019年12月31日之前已完成改制的单位，可以申请。",
        "距退休五年以内的船工，可以申请。",
        "2025年12月31日前签订的合同，按原标准执行。",
        "2026年3月1日前登记的渔船给予补贴。",
        "减免政策执行至2027年12月31日。",
        "船税减半征收至2027年底。",
        "本通知自2022年5月1日起执行。",
        "使用期限为2022年1月1日至2027年12月31日。",
        "2020年，码头达到30座。",
    ],
)
def test_no_deadline(text):
    """Times of rules and cases, terms, the day on which the document takes effect and years gone by are none."""
    assert [] == read(text)


def test_a_rule_of_a_statute():
    """What an article allows or forbids within some years is not due so many years after the statute."""
    assert [] == read("情节严重的，5年内开办码头的，予以取缔。", "第七条")
    assert [] == read("船主应当在6个月内，完成登记。", "第七条")


def test_a_column_of_times():
    """A row is due as its column of times says."""
    assert [("2023年底", "2023")] == read("修缮码头。", "附件第1项", 工作任务="修缮码头。", 完成时限="2023年底")
    assert [] == read("修缮码头。", "附件第1项", 工作任务="修缮码头。", 责任单位="2023年竹编节组委会")


def test_what_is_due():
    """A deadline shows the measure that it stands in; one in a column has none."""
    text = "修缮码头。2022年底前，漆器学校要设立认定机构；保护号子。"
    (item,) = dues(made_clause("示政〔2022〕7号", "一1", text))

    assert "2022年底前，漆器学校要设立认定机构" == item.span.text == text[item.span.start : item.span.end]


def test_tasks_and_goals_alone():
    """Deadlines are those of tasks, goals and sections of goals: a part that looks back asks for nothing."""
    facts = written("示政〔2022〕7号", PROVINCE, {"一1": "到2025年，修缮码头。", "一—1": "到2025年，码头全部修缮。"})
    told = {clause.address: len(clause.dues) for clause in with_deadlines(facts).clauses}
    idle = replace(facts, clauses=tuple(replace(item, task=False) for item in facts.clauses))
    back = replace(facts, clauses=tuple(replace(item, heading="2021年工作回顾") for item in facts.clauses))

    assert {"一1": 1, "一—1": 1} == told
    assert [0, 1] == [len(clause.dues) for clause in with_deadlines(idle).clauses]
    assert [0, 0] == [len(clause.dues) for clause in with_deadlines(back).clauses]


@given(st.integers(2023, 2099), st.integers(1, 12), st.sampled_from(["修缮码头", "设立认定机构", "全面落实制度"]))
def test_any_month(year, month, deed):
    """A month of any year is read wherever its sentence stands."""
    text = f"保护号子。{year}年{month}月底前，{deed}。培养船工。"

    assert [(f"{year}年{month}月底前", f"{year}-{month:02}")] == read(text)
    assert re.fullmatch(rf"{year}年{month}月底前，{deed}", dues(made_clause("甲", "一1", text), MADE)[0].span.text)
