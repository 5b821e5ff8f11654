"""Boxes of plans (专栏), which stand among the clauses and number through the whole text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ids import CIRCLED, Address
from graph.numerals import write_numeral
from loaders.heads import read_head
from loaders.numbering import read_mark
from loaders.outline import read_clauses
from loaders.readers.grids import with_cells
from loaders.readers.page import Line, Page

FRONT = ("示例市教育发展规划", "为贯彻要求，制定本规划。")
FILLINGS = {
    "items": (lambda n: f"{n}.建设第{n}批学校。", "第{}项"),
    "digits": (lambda n: f"（{n}）建设第{n}批学校。", "（{}）"),
    "bullets": (lambda n: f"●建设第{n}批学校。", "—{}"),
    "circled": (lambda n: f"{CIRCLED[n - 1]}建设第{n}批学校。", None),
    "rows": (lambda n: f"{n}\t建设第{n}批学校\t示例市教育局", "第{}项"),
}
HEAD = "序号\t重点任务\t责任单位"


def clauses_of(*lines):
    """The clauses of a plan with these lines below its title, by address."""
    page = Page("规划.txt", with_cells([Line(text, n) for n, text in enumerate((*FRONT, *lines), 1)]))
    return {clause.address: clause for clause in read_clauses(page, read_head(page)).clauses}


@pytest.mark.parametrize(
    ("written", "step"),
    [
        ("专栏1 重点工程", "专栏1"),
        ("专栏 2：重点工程", "专栏2"),
        ("专栏三　重点工程", "专栏3"),
        ("【专栏4】重点工程", "专栏4"),
        ("专栏：重点工程", "专栏"),
        ("专栏5", "专栏5"),
    ],
)
def test_forms(written, step):
    """The head of a box has its number in each of its forms, or none."""
    assert step == read_mark(written).step
    assert "box" == read_mark(written).kind
    assert (step,) == Address.parse(step).steps


@pytest.mark.parametrize("text", ["专栏1所列项目由教育局实施", "专栏1明确，建设学校。", "专栏作家", "专栏中的项目"])
def test_what_is_no_box(text):
    """A sentence that names a box is none."""
    assert read_mark(text) is None


@given(
    st.lists(st.tuples(st.integers(1, 3), st.sampled_from([*FILLINGS, ""]), st.integers(2, 4)), min_size=1, max_size=5)
)
def test_every_box_among_clauses(sections):
    """Boxes of any filling stand beside the clauses around them, which go on below."""
    lines, expected, boxes = [], ["引言"], 0
    for section, (clauses, filling, size) in enumerate(sections, 1):
        outer = write_numeral(section)
        lines.append(f"{outer}、重点任务")
        expected.append(outer)
        for clause in range(1, clauses + 1):
            inner = f"（{write_numeral(clause)}）"
            lines.append(f"{inner}改善办学条件。各县要落实责任。")
            expected.append(outer + inner)
            if filling:
                boxes += 1
                form, step = FILLINGS[filling]
                lines += [
                    f"专栏{boxes} 重点项目",
                    *([HEAD] if filling == "rows" else []),
                    *map(form, range(1, size + 1)),
                ]
                expected.append(f"专栏{boxes}")
                expected += [f"专栏{boxes}" + (step.format(n) if step else CIRCLED[n - 1]) for n in range(1, size + 1)]

    assert expected == list(clauses_of(*lines))


def test_box_and_what_holds_it():
    """A box lies in the clause around it, and its heading is its text."""
    found = clauses_of("一、任务", "（一）扩大资源。各县要落实责任。", "专栏1 重点项目", "●建设学校。", "二、保障")

    assert ("section", "重点项目") == (found["专栏1"].type, found["专栏1"].heading)
    assert (found["一（一）"].id, found["专栏1"].id) == (found["专栏1"].parent, found["专栏1—1"].parent)


def test_text_below_a_box():
    """Text below a table that fills a box goes on with the clause around the box; a note stays in it."""
    rows = (HEAD, "1\t甲\t乙局", "2\t丙\t丁局")
    found = clauses_of(
        "一、目标", "到2025年建成体系。", "专栏1 指标", *rows, "注：甲为约束性。", "力争走在前列。", "二、任务"
    )

    assert "目标\n到2025年建成体系。\n力争走在前列。" == found["一"].text
    assert "指标\n注：甲为约束性。" == found["专栏1"].text


def test_box_in_a_quotation():
    """A box that Markdown sets as a quotation is one."""
    found = clauses_of(
        "### 一、任务", "> **专栏1　重点项目**", ">", "> 1. 建设学校。", "> 2. 培训教师。", "### 二、保障"
    )

    assert ["引言", "一", "专栏1", "专栏1第1项", "专栏1第2项", "二"] == list(found)


def test_boxes_without_numbers():
    """Boxes without numbers are told apart as repeated clauses are."""
    found = clauses_of("一、甲", "专栏：学校", "1.建设学校。", "二、乙", "专栏：教师", "1.培训教师。")

    assert ["引言", "一", "专栏", "专栏第1项", "二", "专栏·2", "专栏·2第1项"] == list(found)
