"""Notices around other texts."""

import pytest

from loaders.readers.page import Line
from loaders.text import clean
from loaders.wrappers import parted, trailing, unwrapped

PLAN = "示例市课后服务实施方案"
SIGNED = ("示例市教育局", "2022年1月1日")
LEAD = f"现将《{PLAN}》印发给你们，请认真贯彻执行。"


def lines(*texts):
    """Clean lines that say this."""
    return clean(Line(text, number) for number, text in enumerate(texts, 1))


def texts(found):
    """What lines say."""
    return [line.text for line in found]


@pytest.mark.parametrize(
    "title",
    [
        f"示例市教育局关于印发《{PLAN}》的通知",
        f"示例市教育局关于印发{PLAN}的通知",
        f"示例市教育局关于公布《{PLAN}》的公告",
        f"示例市教育局关于转发{PLAN}的函",
        f"关于公开征求《{PLAN}（征求意见稿）》意见的公告",
        f"关于征求对《{PLAN}（草案）》的意见建议的函",
    ],
)
def test_unwrapped(title):
    """The work that a notice passes on, or asks opinions about, is the document."""
    work = unwrapped(title, lines(LEAD, *SIGNED, PLAN, "一、甲。"))

    assert (PLAN, ["一、甲。"], [LEAD, *SIGNED]) == (work.title, texts(work.lines), texts(work.notice))


@pytest.mark.parametrize(
    "named",
    [
        f"教育部等部门{PLAN}",
        f"教育部等七部门《{PLAN}》",
        f"省教育厅、省财政厅《{PLAN}》",
        f"省教育厅{PLAN}（2021—2025年）",
    ],
)
def test_work_named_with_its_makers(named):
    """A notice may name the work with those who made it, who do not stand in its title."""
    lead = "经省政府同意，现转发给你们，请认真贯彻执行。"
    work = unwrapped(f"示例省人民政府办公厅关于转发{named}的通知", lines(lead, *SIGNED, PLAN, "一、甲。"))

    assert (PLAN, ["一、甲。"]) == (work.title, texts(work.lines))


def test_other_work_than_the_one_named():
    """A title that ends the name of the work behind other words than bodies is another work's."""
    lead = "现转发给你们，请认真贯彻执行。"
    rest = lines(lead, *SIGNED, "课后服务实施方案", "甲。")

    assert unwrapped("示例市教育局关于转发全国中小学生课后服务实施方案的通知", rest) is None


def test_work_called_otherwise_by_the_title():
    """The work stands under the title that the notice's sentence gives, where the notice's title gives another one."""
    title = "示例市教育局关于印发《示例市发展规划纲要》教育部分任务分工的通知"
    work = unwrapped(title, lines(LEAD, *SIGNED, PLAN, "一、甲。"))

    assert (PLAN, ["一、甲。"]) == (work.title, texts(work.lines))


def test_notices_around_notices():
    """The innermost text that a notice passes on is the document, with its issuers before its title."""
    title = f"关于转发市教育局《关于转发省教育厅〈关于加强{PLAN}的通知〉的通知》的通知"
    work = unwrapped(title, lines("现转发给你们。", *SIGNED, f"示例省教育厅关于加强{PLAN}的通知", "一、甲。"))

    assert (f"示例省教育厅关于加强{PLAN}的通知", ["一、甲。"]) == (work.title, texts(work.lines))


def test_notice_with_clauses_wraps_nothing():
    """A notice with clauses of its own is the document, and what it passes on an annex, also where 附件 is missing."""
    title = f"示例市教育局关于印发《{PLAN}》的通知"
    whole = lines(LEAD, "一、提高认识。", *SIGNED, PLAN, "一、甲。")

    own, (annex,) = trailing(title, whole)
    noted = lines(LEAD, "一、提高认识。", *SIGNED, "（此件公开发布）", PLAN, "一、甲。")

    assert [PLAN] == [part.title for part in trailing(title, noted)[1]]
    assert unwrapped(title, whole) is None
    assert ([LEAD, "一、提高认识。", *SIGNED], PLAN, ["一、甲。"]) == (texts(own), annex.title, texts(annex.lines))


def test_table_behind_a_signature():
    """A table under a title behind the signature is an annex, also where 附件 is missing."""
    rows = (Line("", 6, ("序号", "任务")), Line("", 7, ("1", "甲。")))
    whole = (*lines("一、甲。", *SIGNED, "2022年任务", "分工表"), *clean(rows))

    own, (annex,) = trailing("示例市教育局关于示例工作的通知", whole)

    assert (["一、甲。", *SIGNED], "2022年任务分工表", 2) == (texts(own), annex.title, len(annex.lines))
    assert (whole[:3], ()) == trailing("示例市教育局关于示例工作的通知", whole[:3])


@pytest.mark.parametrize("named", ["示例学校名单", "评审结果", "经费安排情况"])
def test_lists_are_parts_of_their_notice(named):
    """A list that a notice makes known is no work of its own."""
    assert unwrapped(f"示例市教育局关于公布{named}的通知", lines("现予公布。", *SIGNED, named, "一、甲校")) is None


def test_several_works():
    """Behind the signature of a notice, the title of a work is a heading; the signature is none of the text."""
    text, signed = parted(
        lines("现将两个办法印发给你们。", *SIGNED, "示例市校车", "管理办法", "第一条 甲。", "第二条 乙。")
    )

    assert ["现将两个办法印发给你们。", "示例市校车", "管理办法", "第一条 甲。", "第二条 乙。"] == texts(text)
    assert [0, 1, 1, 0, 0] == [line.level for line in text]
    assert list(SIGNED) == texts(signed)


def test_remark_behind_a_signature():
    """A remark of whoever passes the notice on goes with the signature."""
    text, signed = parted(lines("一、甲。", *SIGNED, "请各年级组长转告。"))

    assert (["一、甲。"], [*SIGNED, "请各年级组长转告。"]) == (texts(text), texts(signed))


def test_dates_in_the_text():
    """A date by itself in the text parts nothing."""
    whole = lines("一、时间", "2022年1月1日", "二、地点", "示例市。")

    assert (whole, ()) == parted(whole)


def test_table_under_the_title_of_its_work():
    """A table at the end whose title is that of the work with more words is an annex, and no part of the last clause;
    a table under another title, or behind 附件, is left where it is."""
    title = "示例市学前教育行动方案"
    body = lines("一、任务", "建设学校。", "1.加强领导。")
    rows = clean([Line("", 9, cells=("任务", "单位")), Line("", 10, cells=("建设学校", "市教育局"))])
    own, annexes = trailing(title, (*body, *lines("示例市学前教育", "行动方案任务清单"), *rows))

    assert (body, ["示例市学前教育行动方案任务清单"]) == (own, [annex.title for annex in annexes])
    assert () == trailing(title, (*body, *lines("招生计划表"), *rows))[1]
    assert () == trailing(title, (*body, *lines("附件", f"{title}任务清单"), *rows))[1]


def test_order_below_the_title_of_its_work():
    """The sentence of an order wraps the work also where a site puts the work's title on top of it."""
    text = ("《示例省学校安全办法》已经省人民政府常务会议通过，现予公布。", "省长：王某某", "2022年5月20日")
    found = unwrapped("示例省学校安全办法", lines(*text, "示例省学校安全办法", "第一条 甲。"))

    assert found
    assert (list(text), ["第一条 甲。"]) == (texts(found.notice), texts(found.lines))
