"""The clause tree of documents, among them generated ones in any scheme of numbering."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ids import split_clause_id
from graph.numerals import write_numeral
from loaders.heads import read_head
from loaders.outline import read_clauses
from loaders.readers.grids import with_cells
from loaders.readers.page import Line, Page

FRONT = ("示例市教育局关于示例工作的意见", "各学校：")


def facts_of(*lines):
    """What is read from a document with these lines below its title."""
    page = Page("文件.txt", with_cells([Line(text, n) for n, text in enumerate((*FRONT, *lines), 1)]))
    return read_clauses(page, read_head(page))


def clauses_of(*lines):
    """The clauses by address."""
    return {clause.address: clause for clause in facts_of(*lines).clauses}


def addresses(*lines):
    """The addresses of the clauses, in order."""
    return list(clauses_of(*lines))


def types(*lines):
    """Address to type."""
    return {address: clause.type for address, clause in clauses_of(*lines).items()}


def rules(*lines):
    """The rules of the doubts about numbers and tables."""
    return [doubt.rule for doubt in facts_of(*lines).doubts]


def test_running_numbers():
    """Numbers that run on through the sections are addressed below their own section."""
    assert ["一", "一（一）", "二", "二（二）", "二（二）1", "三", "三（三）", "三（三）2"] == addresses(
        "一、甲", "（一）乙。", "二、丙", "(二) 丁", "1.戊。", "三、己", "(三)庚", "2.辛。"
    )


def test_items_right_below_sections():
    """1. below 一、 without a bracket between is 一1."""
    assert ["一", "一1", "一2", "二", "二3"] == addresses("一、甲", "1.乙。", "2.丙。", "二、丁", "3.戊。")


def test_bullets_restart():
    """Bullets are goals, counted anew in each clause."""
    found = types("一、甲", "——乙。", "——丙。", "二、丁", "●戊。")

    assert {"一": "section", "一—1": "goal", "一—2": "goal", "二": "section", "二—1": "goal"} == found


def test_numbers_below_bullets():
    """Numbers that begin again below each bullet are addressed below it."""
    assert ["一", "一—1", "一—1第1项", "一—1第2项", "一—2", "一—2第1项"] == addresses(
        "一、甲", "●乙", "1.丙。", "2.丁。", "●戊", "1.己。"
    )
    assert ["一", "一—1", "一1", "一2"] == addresses("一、甲", "——乙。", "1.丙。", "2.丁。")


def test_statute():
    """Articles run through the chapters and are addressed without them; the points of an article are items."""
    found = types(
        "第一章 总则", "第一条 为了示例，制定本办法。", "第二章 职责", "第二条 学校应当：", "（一）甲；", "（二）乙。"
    )

    assert [("第一章", "section"), ("第一条", "clause"), ("第二章", "section"), ("第二条", "clause")] == list(
        found.items()
    )[:4]
    assert {"第二条（一）": "item", "第二条（二）": "item"}.items() <= found.items()


def test_articles_below_sections():
    """Articles that run through 一、 二、 are addressed without them."""
    assert ["一", "第一条", "第二条", "第二条（一）", "二", "第三条"] == addresses(
        "一、一般规定", "第一条 甲。", "第二条 乙：", "（一）丙。", "二、附则", "第三条 丁。"
    )


def test_paragraph_behind_the_points_of_an_article():
    """A point (项) has no second paragraph: what stands behind the last one is the article's."""
    found = clauses_of("第一条 学校应当：", "（一）甲；", "（二）乙。", "学校主要负责人负总责。")

    assert "学校应当：\n学校主要负责人负总责。" == found["第一条"].text
    assert "乙。" == found["第一条（二）"].text


def test_unnumbered_paragraphs_belong_above():
    """An unnumbered paragraph belongs to the clause above it; before the first number stands the lead."""
    found = clauses_of("现提出意见。", "请执行。", "一、目标", "到2025年实现目标。", "（一）甲。", "补充说明。")

    assert "现提出意见。\n请执行。" == found["引言"].text
    assert "目标\n到2025年实现目标。" == found["一"].text
    assert "甲。\n补充说明。" == found["一（一）"].text


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("（一）建设基地。支持建设基地。", "建设基地"),
        ("（一）建设基地", "建设基地"),
        ("（一）开展1+X证书制度试点。支持试点。", "开展1+X证书制度试点"),
        ("（一）创新模式，深化改革。建设课程。", "创新模式，深化改革"),
        ("（一）完善体系，健全机制，推动发展。建设课程。", None),
        ("（一）支持学校建设基地。（责任单位：市教育局）", None),
        ("（一）支持学校建设基地。", None),
        ("（一）包括以下内容：", None),
        ("（一）2022年6月底前完成清理。其他工作年底完成。", None),
        ("——规模扩大。在校生达到五万人。", "规模扩大"),
        ("——实现全部达标。", None),
        ("1.公布名单", None),
        ("（一）指导思想：坚持立德树人，全面发展。", "指导思想"),
        ("（一）市教育局：负责统筹协调，组织实施。", None),
        ("（一）符合下列条件：", None),
    ],
)
def test_headings(line, heading):
    """The first sentence is the heading when it reads as one and the clause says more, or stands by itself as one."""
    assert heading == facts_of("一、甲", line).clauses[-1].heading


def test_groups():
    """（一） with items below and no sentence of its own only groups them; with one it is a clause."""
    found = types("一、甲", "（一）乙", "1.丙。", "（二）丁。", "1.戊。", "（三）己。要落实经费。", "1.庚。")

    assert ("subsection", "subsection", "clause") == (found["一（一）"], found["一（二）"], found["一（三）"])


def test_section_that_speaks_itself():
    """一、 with its sentence in the same line and no clauses below is a clause."""
    assert {"一": "clause", "二": "section"} == types("一、高度重视。各校要落实责任。", "二、有关要求", "请按时报送。")


def test_annexes():
    """The list of annexes is no clause; annexes have their numbers and titles, on the next line or in the list."""
    found = clauses_of(
        "一、甲", "附件：1.任务清单", "2.示例市学校联系电话一览", "示例市教育局", "2022年1月1日",
        "附 件 1", "任务清单", "一、乙", "附件2：", "示例市学校联系电话一览", "电话见平台。",
    )  # fmt: skip

    assert ["一", "附件1", "附件1一", "附件2"] == list(found)
    assert ("任务清单", "示例市学校联系电话一览") == (found["附件1"].heading, found["附件2"].text.partition("\n")[0])
    assert "附件1" == split_clause_id(found["附件1一"].parent)[1]


@pytest.mark.parametrize(
    "listing",
    [
        ("附件：任务清单",),
        ("附件：1.任务清单", "2.联系表"),
        ("附件：", "1.任务清单", "2.联系表"),
        ("附件1.任务清单", "2.联系表"),
        ("附件1.任务清单", "附件2.联系表"),
    ],
)
def test_lists_of_annexes(listing):
    """The list of annexes above the signature is no clause in any of its forms, and no annex."""
    assert ["一"] == addresses("一、甲", *listing, "示例市教育局", "2022年1月1日")


@pytest.mark.parametrize("mark", ["附件", "附 件", "附件：", "附件1", "附件 1：", "附表1", "附件一"])
def test_marks_of_annexes(mark):
    """An annex begins at its mark in each of its forms."""
    annex = addresses("一、甲", "示例市教育局", "2022年1月1日", mark, "任务清单", "一、乙")[1:]

    number = "1" if any(char in mark for char in "1一") else ""
    assert [f"附件{number}", f"附件{number}一"] == annex


def test_annex_with_title_in_its_line():
    """附件1 and its title may share a line, without a colon or with one where no mark follows."""
    assert "任务清单" == clauses_of("一、甲", "附件1 任务清单", "一、乙")["附件1"].heading
    assert "任务清单" == clauses_of("一、甲", "附件：任务清单", "一、乙")["附件"].heading


def test_plain_numbers_in_annexes():
    """1. in 附件2 is 第1项, for 附件21 is another annex; deeper numbers follow as usual."""
    assert ["附件2", "附件2第1项", "附件2第1项（1）"] == addresses("附件2", "任务清单", "1.甲。", "（1）乙。")


def test_task_table():
    """Rows of a task table are addressed by their number, have the task as text and all cells with their heads."""
    found = clauses_of(
        "附件", "任务清单", "序号\t工 作 任 务\t责任单位", "1\t开展 3 次培训。\t市教育局", "2\t组织比赛。\t市体育局"
    )
    row = found["附件第1项"]

    assert ["附件", "附件第1项", "附件第2项"] == list(found)
    assert ("row", True, "开展3次培训。") == (row.type, row.task, row.text)
    assert (("序号", "1"), ("工作任务", "开展3次培训。"), ("责任单位", "市教育局")) == row.cells


def test_heads_repeated_at_page_breaks():
    """The head of a table is no row, however often it stands there."""
    head = "序号\t工作任务\t责任单位"

    assert ["附件", "附件第1项", "附件第2项"] == addresses(
        "附件", "任务清单", head, "1\t甲。\t乙局", "", head, "2\t丙。\t丁局"
    )


def test_table_in_the_body():
    """A table below a clause has its rows there; without numbers they are counted."""
    assert ["一", "一第1项", "一第2项"] == addresses("一、分工", "任务\t牵头部门", "甲。\t乙局", "丙。\t丁局")


def test_table_without_known_heads():
    """Rows of a table that lists neither tasks nor units are no tasks."""
    found = clauses_of("一、名额", "学校\t人数", "第一中学\t30", "第二中学\t20")

    assert [("第一中学", False), ("第二中学", False)] == [
        (item.text, item.task) for item in found.values() if item.type == "row"
    ]


def test_table_of_tasks_and_measures():
    """Of several columns of tasks the fullest is the text of the row."""
    found = clauses_of("附件", "任务清单", "重点任务\t具体举措\t责任单位", "培训\t每年培训教师1000人次以上。\t市教育局")

    assert "每年培训教师1000人次以上。" == found["附件第1项"].text


def test_second_line_of_a_head_and_groups():
    """The second line of a head and a line that groups rows are no rows."""
    found = addresses(
        "附件", "任务清单", "序号\t任务\t责任单位\t", "\t\t牵头\t配合", "一、教学\t\t\t", "1\t甲。\t乙局\t丙局"
    )

    assert ["附件", "附件第1项"] == found


def test_lost_table_without_text_above():
    """A table whose cells stand in lines of their own, of which some are missing, ends the front, and is left out."""
    found = facts_of(
        "序号", "重点任务", "牵头科室", "完成时限", "1", "建学校", "人事科", "2", "招教师", "基教科", "8月"
    )

    assert ([], ["table-lost"]) == (
        [clause.address for clause in found.clauses],
        [doubt.rule for doubt in found.doubts if doubt.rule == "table-lost"],
    )


@pytest.mark.parametrize("length", [2, 500])
def test_lost_table(length):
    """A table whose cells have run together is left out, with a doubt: whose duty is what cannot be told."""
    text = "各校执行本清单。序号事项名称责任单位1" + "体检证明卫生部门" * length
    found = facts_of("一、甲", text)

    assert "甲\n各校执行本清单。" == found.clauses[0].text
    assert ["table-lost"] == [doubt.rule for doubt in found.doubts]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("一、甲", "三、乙"), ["number-hole"]),
        (("一、甲", "二、乙", "二、丙"), ["number-repeated"]),
        (("一、甲", "（二）乙。"), ["number-jump"]),
        (("一、甲", "（一）乙。", "二、丙", "（一）丁。"), []),
        (("一、甲", "（一）乙。", "二、丙", "（二）丁。"), []),
        (("第一条 甲。", "第一条之一 乙。", "第二条 丙。"), []),
        (("一、甲", "1.乙。", "3.丙。"), ["number-hole"]),
        (("第一条 甲：", "（一）乙；", "（二）丙。", "丁：", "（一）戊；", "（二）己。"), []),
        (("第一条 甲：", "（一）乙；", "（二）丙。", "（一）戊；", "（二）己。"), ["number-repeated"]),
        (("附件", "清单", "序号\t任务", "甲类\t甲类", "1\t乙。", "乙类\t乙类", "1\t丙。"), []),
        (("附件", "清单", "序号\t任务", "1\t乙。", "序号\t内容", "1\t丙。"), []),
        (("附件", "清单", "序号\t任务", "1\t乙。", "1\t丙。"), ["number-repeated"]),
        (("附件", "清单", "编号\t任务", "甲01\t乙。", "甲02\t丙。"), []),
        (("附件", "清单", "类别\t序号\t任务", "甲类\t1\t乙。", "丁类\t1\t丙。"), []),
        (("附件", "清单", "序号\t任务\t责任单位", "1\t甲。\t", "2\t乙。\t丙局"), ["unit-missing"]),
        (("附件", "清单", "序号\t任务\t责任单位", "1\t甲。", "2\t乙。\t丙局"), ["unit-missing"]),
        (("附件", "清单", "序号\t任务\t责任单位", "1\t甲。\t丙局", "\t乙。\t丙局", "\t丁。\t丙局"), ["row-number"]),
    ],
)
def test_doubts(lines, expected):
    """Holes, repeats, jumps, rows without unit or number are doubts; running and restarting numbers are none."""
    assert expected == rules(*lines)


def test_long_statute():
    """Articles have numbers beyond 999."""
    lines = [f"第{write_numeral(n)}条 学校应当落实责任。" for n in (*range(1, 3), *range(998, 1003))]

    assert ["第九百九十八条", "第一千条", "第一千零二条"] == [addresses(*lines)[index] for index in (2, 4, 6)]


def test_items_that_begin_with_a_digit():
    """The first item below another number, or a colon, may begin with a digit; a figure is none."""
    found = addresses(
        "一、限额", "（一）人身伤亡", "1.300总吨以下的，限额五十万；", "2.超过300总吨的，增加一千。", "2.5万人参加。"
    )

    assert ["一", "一（一）", "一（一）1", "一（一）2"] == found
    assert ["一", "一1", "一2", "二"] == addresses(
        "一、时段：", "1、7:00至8:00；", "2、17:00至18:00。", "二、1、2年级放假。"
    )


def test_doubt_says_where():
    """A doubt names its document, its line and the address."""
    (doubt,) = facts_of("一、甲", "三、乙").doubts

    assert (4, True) == (doubt.line, "三" in doubt.message)
    assert "示例市教育局关于示例工作的意见" == doubt.document


def test_repeated_numbers():
    """The second clause with an address is ·2, and its clauses follow it; one doubt stands for the whole series."""
    found = facts_of("一、甲", "1.乙。", "二、丙", "一、丁", "1.戊。", "（1）己。", "二、庚")

    assert ["一", "一1", "二", "一·2", "一·2第1项", "一·2第1项（1）", "二·2"] == [
        clause.address for clause in found.clauses
    ]
    assert ["number-repeated"] == [doubt.rule for doubt in found.doubts]


@pytest.mark.parametrize(
    ("lines", "task"),
    [
        (("一、重点任务", "（一）建设基地。"), True),
        (("一、总体要求", "（一）坚持立德树人。"), False),
        (("一、甲", "（一）主要目标：到2025年建成十所学校。"), False),
        (("一、总体要求", "（一）主要目标", "1.建成十所学校。"), False),
        (("一、重点任务", "（一）指导思想。坚持立德树人。"), False),
        (("第一条 学校应当建立制度。",), True),
        (("第一条 国家鼓励捐资办学。",), False),
        (("第一条 学校应当履行下列职责：", "（一）建立制度；"), True),
        (("第一条 学校应当具备以下条件：", "（一）有校舍；"), False),
        (("一、加强监督", "（一）有下列情形的，予以通报：", "1.弄虚作假的；"), False),
        (("一、加强领导", "各校要明确专人负责。"), True),
        (("一、基本情况", "全市有学校十所。"), False),
        (("一、附则", "本办法自印发之日起施行。"), False),
        (("一、甲", "——建成十所学校。"), False),
        (("一、甲", "（一）本意见自印发之日起施行。"), False),
        (("（一）工作专班", "组　长：甲一 副市长", "副组长：乙二 局长", "成　员：丙三、丁四"), False),
    ],
)
def test_tasks(lines, task):
    """Items, clauses and articles that lay something on someone are tasks; background, goals, cases are none."""
    assert task == facts_of(*lines).clauses[-1].task


def test_imprint_and_signature_are_no_text():
    """Signature, date, notes and imprint never end up in the last clause."""
    found = clauses_of(
        "一、甲", "（一）乙。", "特此通知。", "示例市教育局", "2022年1月1日", "（此件公开发布）", "抄送：市委办公室，",
        "市人大常委会办公室。", "示例市教育局办公室　2022年1月2日印发",
    )  # fmt: skip

    assert "乙。" == found["一（一）"].text


@pytest.mark.parametrize("last", ["示例市第一中学", "示例市教育局"])
def test_a_list_of_bodies_is_text(last):
    """Names of bodies at the end of a list are no signature: there is no date, and no sentence has ended above them."""
    found = clauses_of("一、甲", "附件", "参加单位名单", "示例市财政局", "示例市第二中学", last)

    assert found["附件"].text.endswith(last)


def test_contents_are_no_clauses():
    """The table of contents says every heading once more and is left out."""
    assert ["一", "二"] == addresses("目 录", "一、甲……1", "二、乙……2", "一、甲", "二、乙")


@pytest.mark.parametrize("number", range(1, 100))
def test_every_number(number):
    """Sections and brackets are addressed up to 99."""
    assert [write_numeral(number), f"{write_numeral(number)}（{write_numeral(number)}）"] == addresses(
        f"{write_numeral(number)}、甲", f"（{write_numeral(number)}）乙。"
    )


LINES = st.sampled_from("""
一、甲|二、乙。|（一）丙|(二) 丁。|1.戊。|2．己|（1）庚；|①辛|——壬|第一章 癸|第一条 子|第二条之一 丑。
附件|附件2|附件：1.寅|附 件 3|序号@任务@责任单位|1@卯。@辰局|@巳。@|午。|未|1.1 申|1.2 酉|— 3 —
示例市教育局|2022年1月1日|抄送：戌。|目录|@1|@亥||名词解释|第一部分 甲|附件1-1|注：1.乙|合计@1@|- 丙
第三条、丁|一、戊（一）己|## 庚|三．2024年辛|（一）项|1壬|癸|—————|第二编 子
""".strip().replace("\n", "|").replace("@", "\t").split("|"))  # fmt: skip


@given(st.lists(LINES, max_size=25))
def test_any_order_of_lines(lines):
    """However broken a document is, its clauses have ids that can be told apart, parents that stand before them, places
    in the source, and are counted in order."""
    found = facts_of(*lines)
    ids = [clause.id for clause in found.clauses]

    assert len(ids) == len(set(ids))
    assert list(range(len(ids))) == [clause.order for clause in found.clauses]
    for clause in found.clauses:
        assert (clause.document, clause.address) == split_clause_id(clause.id)
        assert clause.parent is None or clause.parent in ids[: clause.order]
        assert all(0 <= offset <= len(clause.text) and line > 0 for offset, line in clause.lines)
        assert [offset for offset, _ in clause.lines] == sorted(offset for offset, _ in clause.lines)


def test_fields_behind_the_text():
    """What stands below a field behind the text goes on with the field: contents that a database put there."""
    lines = (
        "【标题】 示例省学校条例",
        "【正文】 第一章 总则",
        "第一条 甲。",
        "第二章 附则",
        "第二条 乙。",
        "【文号】 示例省人民政府令第3号",
    )
    page = Page(
        "文件.txt", [Line(text, n) for n, text in enumerate((*lines, "【题注】 目录", "第一章 总则", "第二章 附则"), 1)]
    )

    assert ["第一章", "第一条", "第二章", "第二条"] == [
        clause.address for clause in read_clauses(page, read_head(page)).clauses
    ]


def test_recipients_in_the_line_of_the_first_sentence():
    """Recipients that run into the first sentence are no part of it."""
    opening = "根据上级有关文件精神，经市政府同意，现就做好全市中小学安全工作的有关事项通知如下："
    page = Page(
        "文件.txt", [Line(text, n) for n, text in enumerate((FRONT[0], f"各县、区教育局：{opening}", "一、甲。"), 1)]
    )
    found = read_clauses(page, read_head(page))

    assert (opening, ("各县、区教育局",)) == (found.clauses[0].text, found.document.recipients)
