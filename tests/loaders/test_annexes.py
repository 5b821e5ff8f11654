"""Body, annexes and back matter."""

import pytest

from loaders.annexes import read_parts, with_lost_marks
from loaders.readers.page import Line
from loaders.text import clean


def parts(*lines):
    """The parts of a text with these lines."""
    return read_parts(clean(Line(text, number) for number, text in enumerate(lines, 1)))


def texts(lines):
    """What lines say."""
    return [line.text for line in lines]


@pytest.mark.parametrize(
    ("mark", "number"),
    [
        ("附件", ""),
        ("附件2", "2"),
        ("附 件 2：", "2"),
        ("附件二", "2"),
        ("附件（2）", "2"),
        ("【附件2】", "2"),
        ("附2", "2"),
        ("附表2", "2"),
        ("附录2", "2"),
        ("附件2-1", "2-1"),
        ("附件 2—1", "2-1"),
        ("附件2－1－3", "2-1-3"),
        ("附件２", "2"),
    ],
)
def test_marks(mark, number):
    """An annex has the number of its mark in each of its forms; one of another has both."""
    (annex,) = parts("一、甲。", mark, "任务清单", "二、乙。").annexes

    assert (number, "任务清单", ["二、乙。"]) == (annex.number, annex.title, texts(annex.lines))


@pytest.mark.parametrize("line", ["附件1所列学校由教育局公布。", "附则", "附近的学校", "附2021年名单", "附：1.清单"])
def test_what_is_no_mark(line):
    """A sentence that names an annex, and a list of annexes, are no marks."""
    assert () == parts("一、甲。", line, "示例市教育局", "2022年1月1日").annexes


def test_list_of_annexes_that_begin_with_a_year():
    """Entries of the list of annexes may begin with a year."""
    found = parts("一、甲。", "附件：", "1.2022年名单", "2.2023年计划", "示例市教育局", "2022年1月1日")

    assert (["一、甲。"], ()) == (texts(found.body), found.annexes)
    assert {"1": "2022年名单", "2": "2023年计划"} == found.listed


@pytest.mark.parametrize("mark", ["名词解释", "名词解释：", "有关名词说明："])
def test_glossary(mark):
    """A glossary is an annex without a number, whether or not a colon stands behind its name."""
    (annex,) = parts("一、甲。", mark, "1.示例指数：……。").annexes

    assert ("", ["1.示例指数：……。"]) == (annex.number, texts(annex.lines))


def test_spaced_numbers_in_the_list_of_annexes():
    """Spaces around the numbers of the list of annexes make it no annex."""
    found = parts("一、甲。", "附件： 1 . 任务清单", "2 . 分工表", "示例市教育局", "2022年1月1日")

    assert ((), {"1": "任务清单", "2": "分工表"}) == (found.annexes, dict(found.listed))


def test_annex_that_begins_with_an_item():
    """附件：…… with a title is an annex when the numbers below begin with 1; 2. would go on with the list."""
    assert ["重点实事"] == [
        annex.title for annex in parts("一、甲。", "附件：重点实事", "1.建幼儿园。", "2.建停车场。").annexes
    ]
    assert () == parts("一、甲。", "附件：1.实事清单", "2.分工表", "2022年1月1日").annexes


def test_signature_of_each_annex():
    """An annex that is a document of its own has its signature, which is no text."""
    found = parts(
        "一、甲。", "示例市教育局", "2022年1月1日", "附件", "情况报告", "二、乙。", "示例市体育局", "2022年1月2日"
    )

    assert ["二、乙。"] == texts(found.annexes[0].lines)
    assert ["示例市教育局", "2022年1月1日", "示例市体育局", "2022年1月2日"] == texts(found.back)


def test_annexes_that_have_lost_their_marks():
    """Behind the date, a title of the list of annexes begins that annex, though 附件 is missing there."""
    lines = (
        "一、甲。",
        "附件：1.任务清单",
        "2.学校名单",
        "示例市教育局",
        "2022年1月1日",
        "任务清单",
        "二、乙。",
        "学校名单",
        "丙校",
    )
    found = read_parts(with_lost_marks(clean(Line(text, n) for n, text in enumerate(lines, 1)), {}))

    assert [("1", "任务清单", ["二、乙。"]), ("2", "学校名单", ["丙校"])] == [
        (annex.number, annex.title, texts(annex.lines)) for annex in found.annexes
    ]


def test_titles_before_the_date_are_text():
    """What says the title of an annex in the text is no annex."""
    lines = clean(Line(text, n) for n, text in enumerate(("任务清单", "附件：任务清单", "2022年1月1日", "任务"), 1))

    assert lines == with_lost_marks(lines, {})


@pytest.mark.parametrize(
    "names", [("1.申报表.docx", "2.名单.xls"), ("附件：申报表.PDF",), ("附件1：申报表.doc", "附件2：名单.zip")]
)
def test_names_of_files(names):
    """The files that a page offers below its text are no clauses."""
    found = parts("一、甲。", "示例市教育局", "2022年1月1日", *names)

    assert (["一、甲。"], ()) == (texts(found.body), found.annexes)


@pytest.mark.parametrize(
    "line", ["附件：名单.xls", "附件1：名单.docx", "附件三所列项目的决定", "附件1规定的项目", "附件2和附件3"]
)
def test_no_annex_begins(line):
    """No annex begins at the name of a file, nor where an annex is only mentioned."""
    assert () == parts("正文。", line, "另有正文如下。").annexes


def test_year_is_no_number():
    """附件 in the line of a title that begins with a year has no number."""
    (annex,) = parts("正文。", "附件 2023年度先进集体名单", "甲校、乙校。").annexes

    assert ("", "2023年度先进集体名单") == (annex.number, annex.title)
