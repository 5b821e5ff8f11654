"""From lines to paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.paragraphs import paragraphs
from loaders.readers.page import Line
from loaders.text import clean


def read(*lines):
    """The paragraphs of these lines as (number as written, text)."""
    found = paragraphs(clean(Line(text, n) for n, text in enumerate(lines, 1)))
    return [(item.mark.written if item.mark else "", item.passage.text) for item in found]


def test_page_break_in_mid_sentence():
    """A sentence torn by a page break, a page number and blank lines is one paragraph."""
    assert [("1.", "统筹布局公共实训基地，优先保障紧缺专业。")] == read(
        "1. 统筹布局公共实训基", "", "— 3 —", "", "地，优先保障紧缺专业。"
    )


def test_each_number_begins_a_paragraph():
    """A clause number begins a paragraph also below a heading without an end mark."""
    assert [("一、", "总体要求"), ("（一）", "指导思想。")] == read("一、总体要求", "（一）指导思想。")


def test_heading_and_text_below():
    """A numbered heading by itself does not swallow the paragraph below it."""
    assert [("一、", "主要目标"), ("", "到2025年，形成体系。")] == read("一、主要目标", "到2025年，形成体系。")


def test_decimal_in_mid_sentence():
    """14.5 万人 at the beginning of a line is no number where the text does not number so."""
    assert [("", "招生规模达到14.5万人的目标。")] == read("招生规模达到", "14.5 万人的目标。")


def test_number_after_comma():
    """After a comma a line goes on, whatever number it seems to begin with."""
    assert [("", "小学一、二年级，三、四年级不布置书面作业。")] == read(
        "小学一、二年级，", "三、四年级不布置书面作业。"
    )


def test_full_line_of_a_heading():
    """In hard-wrapped text a heading that fills its line goes on below."""
    body = ["为规范课后服务，减轻学生过重负担，经研究提", "出意见，请各地认真贯彻执行，切实抓好落实到"] * 3
    text = read(*body, "位。", "一、提升课后服务质量满足学生多样化需求并办好", "家门口的服务")

    assert ("一、", "提升课后服务质量满足学生多样化需求并办好家门口的服务") == text[-1]


def test_indented_paragraphs():
    """Where paragraphs are indented, a line without indent goes on also after a full stop."""
    lines = [
        "　　第一段到此结束。",
        "　　第二段开始，句子在行末结束。",
        "这一行接着上面。",
        "　　第三段。",
        "　　第四段。",
        "　　第五段。",
        "　　第六段。",
    ]

    assert ("", "第二段开始，句子在行末结束。这一行接着上面。") == read(*lines)[1]


def test_labels_begin_paragraphs():
    """A label with a colon begins a paragraph though the line above has no end mark."""
    assert [("", "组长：区长"), ("", "成员：各部门负责人")] == read("组长：区长", "成员：各部门负责人")


def test_clauses_run_on_in_one_line():
    """1.……；2.……；3.…… in one line are three clauses; a number out of turn stays in the text."""
    assert [("1.", "公开；"), ("2.", "公正；5.无关。")] == read("1.公开；2.公正；5.无关。")


def test_list_inside_an_item():
    """A list inside an item, numbered like the item, is no run of clauses."""
    text = "申请条件：（1）年满18周岁；（2）身体健康；（3）品行端正。"

    assert [("（2）", text)] == read(f"（2）{text}")


def test_heading_and_first_clause_in_one_line():
    """The first clause that its heading's line runs into is one of its own when the next one begins a line."""
    assert [("一、", "总体要求"), ("（一）", "指导思想。"), ("（二）", "目标。")] == read(
        "一、总体要求（一）指导思想。", "（二）目标。"
    )
    assert [("第一章", "总则"), ("第一条", "甲。"), ("第二章", "附则"), ("第二条", "乙。")] == read(
        "第一章总则第一条甲。", "第二章附则第二条乙。"
    )
    assert [("一、", "落实第二条（一）的要求")] == read("一、落实第二条（一）的要求")


def test_series_behind_a_heading():
    """A heading that the whole series below runs into is parted from it, also where a bracket of duties ends a clause;
    a list behind a sentence stays in it."""
    assert [
        ("（一）", "学校建设工程"),
        ("1.", "优化布局。（牵头单位：市教育局；责任单位：市财政局）"),
        ("2.", "改善条件。"),
        ("（二）", "加强保障。1.落实税收优惠。2.完善用地保障。"),
        ("(三)", "教师工程"),
        ("1 .", "招聘教师。(单位:市教育局)"),
        ("2 .", "培训教师。"),
    ] == read(
        "（一）学校建设工程 1.优化布局。（牵头单位：市教育局；责任单位：市财政局） 2.改善条件。",
        "（二）加强保障。1.落实税收优惠。2.完善用地保障。",
        "(三)教师工程 1 . 招聘教师。(单位:市教育局) 2 . 培训教师。",
    )


def test_numbers_one_behind_the_other():
    """An outer number and the first inner one may begin a line together."""
    assert [("一、", ""), ("（一）", "甲。"), ("（二）", "乙。")] == read("一、（一）甲。", "（二）乙。")


def test_notes():
    """The list of a note is no clauses; a number that does not run on is one."""
    assert [("", "注：1.甲。"), ("", "2.乙。"), ("4.", "丙。")] == read("注：1.甲。", "2.乙。", "4.丙。")
    assert [("", "名单"), ("", "注："), ("", "1.甲。"), ("", "2.乙。")] == read("名单", "注：", "1.甲。", "2.乙。")


def test_list_in_a_wrapped_sentence():
    """A line that begins with the next number of a list inside the sentence goes on with it."""
    line = "各校要按照示例省教育厅的要求，结合本校的实际，制定实施方"

    assert ("", "申请人应当符合下列条件：（1）甲甲甲甲甲甲甲甲甲甲甲；（2）乙。") == read(
        *[line, "案。"] * 4, "申请人应当符合下列条件：（1）甲甲甲甲甲甲甲甲甲甲甲；", "（2）乙。"
    )[-1]


def test_articles_in_mid_sentence():
    """An article that a sentence names at the beginning of a line is a mention; the next article is none."""
    assert [("第一条", "违反本办法第九条的，依照第十二条处理。"), ("第二条", "甲。")] == read(
        "第一条违反本办法第九条的，依照", "第十二条处理。", "第二条甲。"
    )


def test_few_words_between_paragraphs():
    """A few words that stand apart as the paragraphs do are a heading; torn off by the end of a page they go on."""
    assert [("", "甲。"), ("", "工作回顾"), ("", "乙。")] == read("甲。", "", "工作回顾", "", "乙。")
    assert [("", "甲。"), ("", "工作回顾"), ("", "乙。")] == read("甲。", "工作回顾", "乙。")
    assert [("", "甲。"), ("", "教师培养基地。")] == read("甲。", "教师培养", "", "— 3 —", "", "基地。")


def test_rows_keep_their_cells():
    """A row of a table is a paragraph of its own, with the line of each cell."""
    row = Line("", 7, ("1", "开展培训"), (7, 8))
    (found,) = paragraphs(clean([row]))

    assert (("1", "开展培训"), (7, 8), 7) == (found.cells, found.cell_lines, found.line)


def test_places():
    """Each line of a joined paragraph is found at its offset."""
    (found,) = paragraphs(clean([Line("优化教育支出", 3), Line("", 4), Line("结构。", 5)]))

    assert ((0, 3), (6, 5)) == found.passage.lines


@given(st.lists(st.text(st.sampled_from("教育部一二三、（）1.。，；： "), max_size=12), max_size=8))
def test_no_character_is_lost(lines):
    """Whatever the lines, their characters are in the paragraphs, white space, noise and numbers aside."""
    cleaned = clean(Line(text, n) for n, text in enumerate(lines, 1))
    found = paragraphs(cleaned)

    kept = "".join((item.mark.written if item.mark else "") + item.passage.text for item in found)
    assert "".join(line.text for line in cleaned).replace(" ", "") == kept.replace(" ", "")


@pytest.mark.parametrize("stop", "。！？；：")
def test_end_marks(stop):
    """Below each end mark a new paragraph begins."""
    assert 2 == len(read(f"上一段{stop}", "下一段"))
