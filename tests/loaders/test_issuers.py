"""The bodies that issue a document."""

import pytest

from loaders.heads import read_head
from loaders.issuers import parted_bodies
from loaders.readers.page import Line, Page
from loaders.vocabulary import lines

BODY = ("各学校：", "一、加强管理。各校要落实责任。")


def issuers(*texts):
    """The issuers of the document with these lines."""
    return read_head(Page("x.txt", tuple(Line(text, n) for n, text in enumerate(texts, 1)))).document.issuers


@pytest.mark.parametrize(
    ("written", "bodies"),
    [
        ("示例市财政局示例市教育局", ("示例市财政局", "示例市教育局")),
        ("中共示例市委宣传部示例市教育局", ("中共示例市委宣传部", "示例市教育局")),
        ("教育部财政部人力资源社会保障部", ("教育部", "财政部", "人力资源社会保障部")),
        ("教育部国家发展改革委财政部", ("教育部", "国家发展改革委", "财政部")),
        ("中共中央国务院", ("中共中央", "国务院")),
        ("中共中央办公厅国务院办公厅", ("中共中央办公厅", "国务院办公厅")),
        ("国务院办公厅", ("国务院办公厅",)),
        ("示例市教育局", ("示例市教育局",)),
        ("国家林业和草原局办公室", ("国家林业和草原局办公室",)),
        ("国家税务总局示例省税务局", ("国家税务总局示例省税务局",)),
        ("示例市示例市", ("示例市示例市",)),
    ],
)
def test_bodies_run_together(written, bodies):
    """Names that stand together are parted where each part is a body, and nowhere else."""
    assert bodies == parted_bodies(written)


@pytest.mark.parametrize("body", [name for name in lines("national_bodies.txt") if name.endswith("部")])
def test_every_ministry_is_parted(body):
    """A ministry is parted from the one beside it."""
    assert ("审计署", body) == parted_bodies(f"审计署{body}")


def test_signature_with_several_bodies_a_line():
    """Bodies that white space parts in one line of the signature are several; a spaced-out name is one."""
    assert ("示例省教育厅", "示例省财政厅", "示例省税务局") == issuers(
        "关于示例的通知", *BODY, "示例省教育厅　　示例省财政厅", "示 例 省 税 务 局", "2022 年 5 月 6 日"
    )
    assert ("示例省教育厅", "示例省财政厅") == issuers(
        "关于示例的通知", *BODY, "示例省教育厅　示例省财政厅　2022年5月6日"
    )


def test_counted_bodies():
    """教育部等三部门 is the three of the signature, and the first one where these are not three."""
    title = "教育部等三部门关于示例的通知"
    three = ("教育部", "财政部", "公安部")

    assert three == issuers(title, *BODY, "教育部　财政部　公安部", "2021年12月31日")
    assert ("教育部",) == issuers(title, *BODY, "教育部", "2021年12月31日")
    assert ("教育部", "财政部") == issuers(title, *BODY, "教育部　财政部", "2021年12月31日")
    assert ("教育部",) == issuers(title, *BODY)


def test_listed_issuers():
    """Issuers that 、 parts are several where each is a body; the name of one body may have a 、 in it."""
    assert ("示例省教育厅", "示例省财政厅") == issuers("示例省教育厅、示例省财政厅关于示例的通知", *BODY)
    assert ("示例市对口支援甲、乙两地工作办公室",) == issuers("示例市对口支援甲、乙两地工作办公室关于示例的通知", *BODY)


@pytest.mark.parametrize(
    "others", ["等十七部门", "等17个部门", "等有关部门", "等部门", "等三部委", "等4家单位", "等部门（单位）"]
)
def test_first_of_several(others):
    """Where a title names the first of several issuers, that one is known, and why the others are not."""
    found = read_head(Page("x.txt", (Line(f"示例省教育厅{others}关于示例的通知", 1), Line(BODY[1], 2)))).document

    assert ("示例省教育厅",) == found.issuers
    assert f"示例省教育厅{others}: not all of them are named" == dict(found.inferences)["issuers"]


def test_notice_without_about():
    """A notice that says 印发《…》 without 关于 has its issuers before it."""
    assert ("中共范例区委办公室", "范例区人民政府办公室") == issuers(
        "中共范例区委办公室 范例区人民政府办公室印发《范例区三年行动计划》的通知",
        "范例区三年行动计划",
        "为贯彻要求，制定本计划。",
    )


def test_order_without_letterhead():
    """An order that a database gives without its letterhead is of the body whose order it is."""
    assert ("示例市人民政府",) == issuers(
        "示例市复议规定", "示例市人民政府令第16号", "《示例市复议规定》已经讨论通过，现予发布。", "1994年5月18日",
        "示例市复议规定", "第一条 为了复议，制定本规定。",
    )  # fmt: skip


def test_announcement_of_a_law():
    """The standing committee that announces a law issued it; the law's title is the document's."""
    document = read_head(
        Page(
            "x.txt",
            tuple(
                Line(text, n)
                for n, text in enumerate(
                    (
                        "示例省人民代表大会常务委员会公告",
                        "〔十四届〕第十五号",
                        "《示例省学前教育条例》已由示例省第十四届人民代表大会常务委员会第六次会议通过，现予公布，自2023年1月1日起施行。",
                        "示例省人民代表大会常务委员会",
                        "2022年11月23日",
                        "示例省学前教育条例",
                        "第一条 为了发展学前教育，制定本条例。",
                    ),
                    1,
                )
            ),
        )
    ).document

    assert (("示例省人民代表大会常务委员会",), "示例省学前教育条例", None) == (
        document.issuers,
        document.title,
        document.number,
    )
    assert ("2022-11-23", "2023-01-01") == (document.issued, document.effective)


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("示例市教育局2024年工作要点", "示例市教育局"),
        ("2025年示例省政府工作报告", "示例省人民政府"),
        ("示例市人民政府印发关于发展职业教育的意见的通知", "示例市人民政府"),
    ],
)
def test_titles_that_name_their_issuer(title, issuer):
    """A work of a body for a year, and a report on a government's work, say whose they are."""
    assert (issuer,) == issuers(title, "为做好工作，制定本要点。", *BODY)


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("西安示例学院2024年招生章程", ("西安示例学院",)),
        ("示例市教育局2024年工作要点", ("示例市教育局",)),
        ("优秀学校2024年评选方案", ()),
    ],
)
def test_body_that_the_title_begins_with(title, found):
    """A body that stands before the year of its plan or rules issues them, when its name says of what place."""
    assert found == issuers(title, *BODY)
