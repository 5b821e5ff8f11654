"""What the head of a document says, and what follows from it."""

import pytest

from loaders.heads import read_head
from loaders.readers.page import Line, Page

BODY = ("一、总体要求", "全面贯彻党的教育方针。")


def head_of(*lines, name="文件.txt"):
    """The head of the document with these lines above a short body."""
    return read_head(Page(name, tuple(Line(text, n) for n, text in enumerate(lines, 1))))


def document_of(*lines, **more):
    """The document with these lines."""
    return head_of(*lines, **more).document


def rules(head):
    """The rules of the doubts of a head."""
    return {doubt.rule for doubt in head.doubts}


def test_usual_front():
    """Letterhead, number, title and recipients in the order of GB/T 9704."""
    found = document_of(
        "000130", "", "示例省人民政府文件", "", "示政 〔2021〕 7 号", "", "示例省人民政府关于加强体育工作的 意见", "",
        "各市人民政府，省人民政府各部门：", *BODY, "示例省人民政府", "2021年6月15日",
    )  # fmt: skip

    assert ("示政〔2021〕7号", "示政〔2021〕7号") == (found.id, found.number)
    assert ("示例省人民政府关于加强体育工作的意见", "意见") == (found.title, found.genre)
    assert (("示例省人民政府",), ("各市人民政府", "省人民政府各部门")) == (found.issuers, found.recipients)
    assert ("provincial", "990000", "2021-06-15") == (found.level, found.region, found.issued)


def test_joint_issuers_keep_their_space():
    """In the title of a joint document the space between issuers stays, a lost line break does not."""
    found = document_of(
        "教育部 河南省人民政府 文件", "豫政〔2021〕2号", "教育部 河南省人民政府 关于深化改革的 意见", *BODY
    )

    assert "教育部 河南省人民政府关于深化改革的意见" == found.title
    assert ("教育部", "河南省人民政府") == found.issuers
    assert "provincial" == found.level


def test_joint_issuers_on_lines_of_their_own():
    """Issuers in two lines above 关于 are parted by a space."""
    found = document_of("示例市教育局", "示例市财政局", "关于规范收费的通知", "各学校：", *BODY)

    assert "示例市教育局 示例市财政局关于规范收费的通知" == found.title
    assert ("示例市教育局", "示例市财政局") == found.issuers


def test_recipients_over_lines():
    """Recipients that a hard wrap tore apart are joined, down to a last line of one character."""
    found = document_of(
        "示例省教育厅关于示例的通知",
        "各市教育局，各有关高等学校，省属中等职业",
        "学校，厅机关各处室、直属单位各部",
        "门：",
        *BODY,
    )

    assert ("各市教育局", "各有关高等学校", "省属中等职业学校", "厅机关各处室、直属单位各部门") == found.recipients


def test_first_sentence_is_no_title():
    """In hard-wrapped text the lines of the first sentence, none of which has a full stop, are not the title."""
    found = document_of(
        "示例区提升课后服务", "实施方案", "为贯彻落实课后服务要求，进一步", "规范", "课后服务，制定本方案。", *BODY
    )

    assert "示例区提升课后服务实施方案" == found.title


def test_sentence_that_names_the_work():
    """A line of the notice that holds nothing but the name of the work is not yet the work."""
    found = document_of(
        "示例市教育局关于印发《示例市课后服务办法》的通知", "各学校：", "《示例市课后服务办法",
        "》已经研究同意，现印发给你们。", "2022年4月1日", "示例市课后服务办法", *BODY,
    )  # fmt: skip

    assert "示例市课后服务办法" == found.title


def test_title_over_lines_with_status():
    """A title over two lines is one, and its draft mark is the status, on a line of its own or not."""
    below = document_of("示例市加快建设高地", "“一地一策”实施方案", "（征求意见稿）", "为加快建设，制定本方案。", *BODY)
    apart = document_of("示例市实施方案", "(2023-2025年)", "(征求意见稿)", "为加快建设，制定本方案。", *BODY)
    behind = document_of("示例市实施方案（草案）", "为加快建设，制定本方案。", *BODY)

    assert ("示例市加快建设高地“一地一策”实施方案", "征求意见稿") == (below.title, below.status)
    assert below.title == below.id
    assert ("示例市实施方案（2023-2025年）", "征求意见稿") == (apart.title, apart.status)
    assert ("示例市实施方案", "草案") == (behind.title, behind.status)


def test_wrapped_work_gives_the_title():
    """A notice that only issues a work has the work's title; the notice's own stays beside it."""
    found = document_of(
        "示例市教育局", "例教〔2022〕9号", "关于印发《示例市2022年工作要点》的通知", "各学校：", "现将要点印发给你们。",
        "示例市教育局", "2022年4月1日", "示例市 2022 年工作要点", *BODY,
    )  # fmt: skip

    assert ("示例市2022年工作要点", "工作要点") == (found.title, found.genre)
    assert "关于印发《示例市2022年工作要点》的通知" == found.notice_title
    assert "2022-04-01" == found.issued


def test_text_of_the_notice():
    """The notice around a work is known by its paragraphs, without numbers and dates; a text without one has none."""
    found = head_of(
        "关于转发《关于示例工作的通知》的通知", "示政〔2021〕7号", "各县人民政府：",
        "现将《关于示例工作的通知》转发给你们。", "示例市人民政府", "2021年6月15日",
        "关于示例工作的通知", "示教〔2021〕3号", "各学校：", *BODY,
    )  # fmt: skip

    assert "现将《关于示例工作的通知》转发给你们。" in found.notice
    assert "3号" not in found.notice
    assert "" == head_of("示例市示例方案", *BODY).notice


def test_signature_of_the_notice():
    """A notice without its issuer in the title is of the body below it, also where number and recipients of the text
    that it passes on follow."""
    found = document_of(
        "关于转发《示例省教育厅关于示例工作的通知》的通知", "示市政〔2021〕7号", "各县人民政府：",
        "现将《示例省教育厅关于示例工作的通知》转发给你们。", "示例市人民政府", "2021年6月15日",
        "示例省教育厅关于示例工作的通知", "示教〔2021〕3号", "各市教育局：", *BODY, "示例省教育厅", "2021年5月1日",
    )  # fmt: skip

    assert (("示例市人民政府",), "2021-06-15") == (found.issuers, found.issued)


def test_work_called_otherwise_by_its_notice():
    """Where notice and work differ by a word, the work's own title counts and the difference is a doubt."""
    head = head_of(
        "关于印发《示例市教育体育局2022年工作重点》的通知",
        "各学校：",
        "现印发给你们。",
        "2022年4月1日",
        "示例市教育体育局2022年工作要点",
        *BODY,
    )

    assert "示例市教育体育局2022年工作要点" == head.document.title
    assert "title-differs" in rules(head)


def test_notice_with_clauses_is_the_work():
    """A notice with numbered clauses of its own is no mere wrapper, and what it issues is its annex."""
    head = head_of(
        "示例市教育局关于印发《示例市课后服务办法》的通知", "各学校：", "一、加强领导。", "二、落实经费。",
        "示例市教育局", "2022年4月1日", "示例市课后服务办法", "第一条 学校应当开展课后服务。",
    )  # fmt: skip

    assert "示例市教育局关于印发《示例市课后服务办法》的通知" == head.document.title
    assert head.document.notice_title is None
    assert ["示例市课后服务办法"] == [part.title for part in head.layout.annexes]


def test_two_works_are_no_wrapped_work():
    """A notice that issues two works stays the document, for neither is all of it."""
    found = document_of(
        "关于印发《示例市招生办法》《示例市考试规定》的通知",
        "各学校：",
        "现印发给你们。",
        "2022年4月1日",
        "示例市招生办法",
        *BODY,
    )

    assert "关于印发《示例市招生办法》《示例市考试规定》的通知" == found.title


def test_order():
    """An order has its number in two lines and the title below the signature."""
    found = document_of(
        "示例省人民政府令", "第88号", "《示例省学校安全办法》已经省人民政府常务会议通过，现予公布。", "省长：王某某",
        "2022年5月20日", "示例省学校安全办法", "第一条 为了保障安全，制定本办法。",
    )  # fmt: skip

    assert ("示例省人民政府令第88号", "示例省学校安全办法", "2022-05-20") == (found.number, found.title, found.issued)
    assert ("示例省人民政府",) == found.issuers


@pytest.mark.parametrize(
    ("line", "title", "number"),
    [
        (
            "示例县关于印发《甲方案》的通知（示府办〔2021〕49号）",
            "示例县关于印发《甲方案》的通知",
            "示府办〔2021〕49号",
        ),
        ("示例县关于印发乙实施方案的通知示办函〔2021〕7号", "示例县关于印发乙实施方案的通知", "示办函〔2021〕7号"),
        ("示例县关于做好丁规划编制的通知示教〔2021〕7号", "示例县关于做好丁规划编制的通知", "示教〔2021〕7号"),
        ("示例县教育局关于丙的函示教函〔2021〕7号", "示例县教育局关于丙的函", "示教函〔2021〕7号"),
    ],
)
def test_number_behind_the_title(line, title, number):
    """The number that stands right behind the title, in brackets or not, is no part of it."""
    found = document_of(line, "各学校：", "按照上级通知（示教〔2020〕1号）要求，现通知如下：", "一、甲。", "二、乙。")

    assert (title, number) == (found.title, found.number)


def test_history_over_lines():
    """A history in a bracket over several lines (根据……的决定》第一次修正) is front, with who passed the law."""
    found = head_of(
        "示例省教师条例",
        "(1996年8月1日示例省第八届人民代表大会常务委员会第二十次会议通过",
        "根据2010年7月30日示例省第十一届人民代表大会常务委员会第十七次会议《关于修改部分地方性法规的决定》第一次修正)",
        "第一条 为了加强队伍建设，制定本条例。",
    )

    assert (("示例省人民代表大会常务委员会",), "2010-07-30") == (found.document.issuers, found.document.issued)
    assert "第一条 为了加强队伍建设，制定本条例。" == found.layout.body[0].text


@pytest.mark.parametrize(
    ("history", "issuer", "number"),
    [
        ("2018年12月29日 示例省第十三届人民代表大会常务委员会第七次会议修订", "示例省人民代表大会常务委员会", None),
        ("2021年4月7日 中华人民共和国国务院令第741号修订）", "国务院", "国务院令第741号"),
    ],
)
def test_dates_of_passing(history, issuer, number):
    """A law names its makers and dates below the title: the last one is this version's."""
    found = document_of(
        "# 示例省教育条例",
        "1986年4月12日 示例省第六届人民代表大会第四次会议通过",
        history,
        "## 第一章 总则",
        "第一条 国家发展教育。",
    )

    assert (issuer,) == found.issuers
    assert number == found.number
    assert history.partition(" ")[0].replace("年", "-")[:4] == found.issued[:4]
    assert ("issued", "last passing or amendment") in found.inferences


@pytest.mark.parametrize(
    ("serial", "number"),
    [
        ("第88号", "示例省人民政府令第88号"),
        ("第二百三十四号", "示例省人民政府令第234号"),
        ("第 8 号", "示例省人民政府令第8号"),
    ],
)
def test_number_of_an_order(serial, number):
    """The number of an order is the same in Arabic and Chinese numerals."""
    assert number == document_of(
        "示例省人民政府令", serial, "《示例省学校安全办法》已经通过，现予公布。", "省长：王某某", "2022年5月20日",
        "示例省学校安全办法", "第一条 为了保障安全，制定本办法。",
    ).number  # fmt: skip


def test_number_that_tells_nothing():
    """The order of the President that publishes a law is counted anew in every term: the law is known by its title."""
    found = document_of(
        "# 中华人民共和国示例法", "2006年6月29日 中华人民共和国主席令第五十二号公布", "第一条 为了发展，制定本法。"
    )

    assert (None, "中华人民共和国示例法") == (found.number, found.id)


def test_validity_and_status():
    """First day, last day and status stand in the document, with the reasons for what is reckoned."""
    found = document_of(
        "示例市教育局", "例教〔2022〕9号", "关于印发《示例市校外培训办法（试行）》的通知", "各学校：", "现印发给你们。",
        "示例市教育局", "2022年4月1日", "示例市校外培训办法（试行）", "第一条 为了规范培训，制定本办法。",
        "第二条 本办法自发布之日起施行，有效期2年。",
    )  # fmt: skip

    assert ("2022-04-01", "2024-03-31", "试行") == (found.effective, found.expires, found.status)
    assert ("expires", "有效期2年 from 2022-04-01") in found.inferences


def test_first_day_of_an_older_version():
    """An amended law that names the first day of its first version only says so."""
    found = document_of(
        "# 示例省教育条例",
        "2006年4月12日 示例省第六届人民代表大会第四次会议通过",
        "2018年12月29日 示例省第十三届人民代表大会常务委员会第七次会议修订",
        "第一条 为了发展教育，制定本条例。",
        "第二条 本条例自2006年9月1日起施行。",
    )

    assert ("2018-12-29", "2006-09-01") == (found.issued, found.effective)
    assert "effective" in dict(found.inferences)


def test_title_twice_around_its_issuer():
    """A law that a database names, with its maker, above its own title has one title."""
    found = document_of(
        "示例省渔业条例", "示例省人大常委会", "示例省渔业条例",
        "（2005年11月25日示例省第十届人民代表大会常务委员会第十八次会议通过）", "第一条 为了发展渔业，制定本条例。",
    )  # fmt: skip

    assert ("示例省渔业条例", ("示例省人大常委会",), "2005-11-25") == (found.title, found.issuers, found.issued)


def test_history_in_one_line():
    """Of all passings and amendments in one line the last date counts."""
    found = document_of(
        "示例省教育条例",
        "（1995年3月18日示例省第八届人民代表大会第三次会议通过"
        " 根据2021年4月29日示例省第十三届人民代表大会常务委员会第八次会议《关于修改示例条例的决定》修正）",
        "第一条 为了发展教育，制定本条例。",
    )

    assert ("2021-04-29", ("示例省人民代表大会",)) == (found.issued, found.issuers)


def test_approved_by_the_province():
    """A city's regulation that the province approved is the city's."""
    found = document_of(
        "示例市教育条例",
        "（2019年8月30日示例市第五届人民代表大会常务委员会第二次会议通过",
        "2019年9月27日示例省第三届人民代表大会常务委员会第二次会议批准）",
        "第一条 为了发展教育，制定本条例。",
    )

    assert ("municipal", ("示例市人民代表大会常务委员会",)) == (found.level, found.issuers)


def test_number_and_date_in_a_bracket():
    """Number and date in a bracket below the title are read as those."""
    found = document_of(
        "示例省教育厅关于示例的通知", "（示教〔1999〕5号　一九九九年十月十六日）", "各市教育局：", *BODY
    )

    assert ("示教〔1999〕5号", "1999-10-16") == (found.number, found.issued)


def test_number_and_date_in_a_line():
    """Number and date in a line below the title are both read."""
    found = document_of("关于示例的意见", "示政〔2021〕2号　　2021年3月15日", "各学校：", *BODY)

    assert ("示政〔2021〕2号", "2021-03-15", "关于示例的意见") == (found.number, found.issued, found.title)


def test_bodies_in_a_bracket():
    """A bracket below the title that holds bodies names the issuers; one in the text says who must do something, and
    one that holds something else is of the title."""
    found = document_of("关于示例的意见", "（示例市教育局　示例市财政局）", "各学校：", *BODY)

    assert ("关于示例的意见", ("示例市教育局", "示例市财政局")) == (found.title, found.issuers)
    text = head_of("关于示例的意见", "一、甲。", "（示例市教育局）").layout.body
    assert ["一、甲。", "（示例市教育局）"] == [line.text for line in text]
    assert "关于示例的意见（第二版）" == document_of("关于示例的意见", "（第二版）", "各学校：", *BODY).title


def test_date_with_its_bodies():
    """Bodies that stand with the date, as in rules of the nineties, issued the text."""
    found = document_of("防止污染的规定", "1991年1月23日，国家环保局、能源部", "第一条 为了防止污染，制定本规定。")

    assert (("国家环保局", "能源部"), "1991-01-23", "national") == (found.issuers, found.issued, found.level)


@pytest.mark.parametrize(
    ("line", "issuers"),
    [
        ("（2020年3月20日）", ()),
        ("( 2020 年 3 月 20 日 )", ()),
        ("（二〇二〇年三月二十日印发）", ()),
        (
            "（中共示例市委办公厅 示例市人民政府办公厅 2020年3月20日印发）",
            ("中共示例市委办公厅", "示例市人民政府办公厅"),
        ),
        ("（中共示例市委办公厅、示例市人民政府办公厅2020年3月20日）", ("中共示例市委办公厅", "示例市人民政府办公厅")),
        ("（2020年3月20日示例市人民政府发布）", ("示例市人民政府",)),
        ("示例市教育局　2020年3月20日", ("示例市教育局",)),
    ],
)
def test_date_below_the_title(line, issuers):
    """A line below the title that says when, and by whom, is no part of title or text."""
    found = document_of("关于加强示例工作的意见", line, "为做好工作，提出如下意见。", *BODY)

    assert ("关于加强示例工作的意见", "2020-03-20", issuers) == (found.title, found.issued, found.issuers)


@pytest.mark.parametrize("stamp", ["（2020年3月20日）", "（示例市教育局 2020年3月20日印发）"])
def test_date_behind_the_title(stamp):
    """A date that stands behind the title in its line is no part of it; that of a document in a list is text."""
    found = document_of(f"关于加强示例工作的意见{stamp}", "为做好工作，提出如下意见。", *BODY)

    assert ("关于加强示例工作的意见", "2020-03-20") == (found.title, found.issued)
    listed = head_of("示例汇编", f"1.示例市教育局关于甲的意见{stamp}", "2.关于乙的意见").layout
    assert f"1.示例市教育局关于甲的意见{stamp}".replace(" ", "") in [line.text for line in listed.body]


@pytest.mark.parametrize("lines", [("中共中央　国务院关于示例的意见",), ("中共中央", "国务院", "关于示例的意见")])
def test_party_and_government(lines):
    """The party's centre and the government's are two issuers, parted in the title and not in the id."""
    found = document_of(*lines, "为做好工作，提出如下意见。", *BODY)

    assert ("中共中央国务院关于示例的意见", "中共中央 国务院关于示例的意见") == (found.id, found.title)
    assert (("中共中央", "国务院"), "national") == (found.issuers, found.level)


def test_torn_note_of_passing():
    """A note of passing that a line break tore is read whole."""
    found = document_of(
        "政府工作报告", "（2023年1月5日在示例市第五届人民代表", "大会第三次会议上）", "各位代表：", *BODY
    )

    assert ("2023年示例市政府工作报告", ("示例市人民政府",)) == (found.title, found.issuers)


def test_torn_note_of_two_passings():
    """Who passed a local law is read from a note over several lines; what follows no such note stays apart."""
    found = document_of(
        "示例市示例条例",
        "（2023年1月5日示例市第五届人民代表大会常务委员会第三次会议通过　2023年3月1日示例省第四届人民",
        "代表大会常务委员会第二次会议批准）",
        "第一条 为了做好工作，制定本条例。",
    )

    assert (("示例市人民代表大会常务委员会",), "2023-03-01") == (found.issuers, found.issued)
    kept = head_of("示例市示例条例", "2023年1月5日某某", "一、条例已经通过。").layout
    assert ["2023年1月5日某某", "一、条例已经通过。"] == [line.text for line in kept.body]


def test_notice_without_title():
    """A notice without a title is called after the work that it issues, which is a doubt."""
    head = head_of(
        "示例市范例区人民政府办公室", "范府办发〔2024〕48号", "各镇人民政府：",
        "《范例区服务体系实施方案》已经区政府同意，现印发给你们，请认真贯彻执行。",
        "示例市范例区人民政府办公室", "2024年6月11日", "为完善服务体系，制定本方案。", *BODY,
    )  # fmt: skip

    assert ("范例区服务体系实施方案", "2024-06-11") == (head.document.title, head.document.issued)
    assert ("示例市范例区人民政府办公室",) == head.document.issuers
    assert "title-missing" in rules(head)


def test_repealed_by_the_title():
    """Sites write behind the title of a document that it holds no longer: that is its status."""
    found = document_of(
        "关于印发《示例市环境规划》的通知（已失效）", "例府办〔2011〕110号", "各镇人民政府：", "现印发给你们。",
        "2011年9月1日", "示例市环境规划", *BODY,
    )  # fmt: skip

    assert ("示例市环境规划", "已废止") == (found.title, found.status)


def test_forwarded_under_a_shorter_title():
    """A text that is passed on names its first issuers in the notice's title, not in its own."""
    found = document_of(
        "示例省人民政府办公厅转发省教育厅等部门关于加强培训监管意见的通知", "示政办发〔2022〕5号", "各市人民政府：",
        "省教育厅《关于加强培训监管的意见》已经省政府同意，现转发给你们。", "示例省人民政府办公厅", "2022年1月20日",
        "关于加强培训监管的意见", "省教育厅 省市场监管局", "为加强监管，现提出如下意见。", *BODY,
    )  # fmt: skip

    assert "关于加强培训监管的意见" == found.title


def test_title_in_a_remark():
    """A title in quotation marks behind a remark is the title."""
    found = document_of("现转发通知如下“示例市教育局关于示例的通知”", "各学校：", *BODY)

    assert ("示例市教育局关于示例的通知", ("示例市教育局",)) == (found.title, found.issuers)


def test_title_twice():
    """A title that a database gives above the fields and the document gives again is one."""
    found = document_of(
        "示例市教育局关于印发《2023年全市教育工作要点》的通知", "【字号】例教〔2023〕2号", "【时效性】现行有效", "正文",
        "示例市教育局关于印发《2023年全市教育工作要点》的通知", "例教〔2023〕2号", "各学校：", "现印发给你们。",
        "示例市教育局", "2023年3月23日", "2023年全市教育工作要点", "2023年，全市推进改革。", *BODY,
    )  # fmt: skip

    assert ("2023年全市教育工作要点", "例教〔2023〕2号", None) == (found.title, found.number, found.status)


def test_speech_date_is_no_passing():
    """The date of a report to a congress is its date; the congress did not issue it, but the government did."""
    found = document_of(
        "2025年示例省政府工作报告",
        "——2025年1月18日在示例省第十四届人民代表大会第三次会议上",
        "各位代表：",
        "现在报告工作。",
        *BODY,
    )

    assert (("示例省人民政府",), "2025-01-18", "990000") == (found.issuers, found.issued, found.region)


@pytest.mark.parametrize("title", ["政府工作报告", "2023年政府工作报告"])
def test_report_without_its_place(title):
    """A report that is called as all of them are has year and place of its congress in its title, and says so."""
    found = document_of(title, "——2023年1月5日在示例市第五届人民代表大会第三次会议上", "各位代表：", *BODY)

    assert "2023年示例市政府工作报告" == found.title == found.id
    assert (("示例市人民政府",), "2023-01-05") == (found.issuers, found.issued)
    assert {"title", "issuers"} <= {field for field, _ in found.inferences}


def test_makers_of_a_text_passed_on():
    """Those who made a text that is passed on, and when, stand below its title and are no text; 的 in a title that
    the notice leaves out makes no other title."""
    found = head_of(
        "示例省人民政府办公厅转发省教育厅等部门关于加强示例工作意见的通知", "示政办〔2021〕6号", "各市人民政府：",
        "省教育厅、省财政厅《关于加强示例工作的意见》已经省政府同意，现转发给你们，请认真贯彻执行。",
        "示例省人民政府办公厅", "2021年12月31日",
        "关于加强示例工作的意见", "省教育厅　省财政厅", "（2021年12月1日）", "为做好工作，提出如下意见。", *BODY,
    )  # fmt: skip

    assert ("关于加强示例工作的意见", "2021-12-31") == (found.document.title, found.document.issued)
    assert "为做好工作，提出如下意见。" == found.layout.body[0].text
    assert "title-differs" not in rules(found)


def test_text_passed_on():
    """A text that a school passes on without a number of its own keeps its number, issuers, date and place."""
    found = document_of(
        "关于转发《示例省教育厅关于加强阅读的通知》的通知", "各年级组：", "现转发给你们，请落实。", "范例市第二中学",
        "2021年7月26日", "示例省教育厅关于加强阅读的通知", "示教函〔2021〕10号", "各市教育局：", "现通知如下。", *BODY,
        "示例省教育厅", "2021年7月7日",
    )  # fmt: skip

    assert ("示教函〔2021〕10号", ("示例省教育厅",)) == (found.number, found.issuers)
    assert ("2021-07-07", "provincial", "990000") == (found.issued, found.level, found.region)


def test_text_passed_on_under_a_number():
    """A notice that passes a text on under its own number is its issuer's document."""
    found = document_of(
        "示例市人民政府办公室转发市教育局关于加强阅读意见的通知", "示政办〔2021〕3号", "各县人民政府：",
        "现转发给你们。", "示例市人民政府办公室", "2021年7月26日", "关于加强阅读的意见", "市教育局", *BODY,
        "示例市教育局", "2021年7月7日",
    )  # fmt: skip

    assert ("示政办〔2021〕3号", ("示例市人民政府办公室",)) == (found.number, found.issuers)
    assert "2021-07-26" == found.issued


@pytest.mark.parametrize("said", ["《关于加强阅读的若干措施》主要内容如下。", "《关于加强阅读的若干措施》全文如下："])
def test_work_as_newspapers_print_it(said):
    """Under a headline 印发《…》 the work begins where it is said to follow."""
    found = head_of(
        "省委办公厅 省政府办公厅印发《关于加强阅读的若干措施》", "发布时间：2021-09-10 08:30　来源：示例日报", "",
        "近日，省委办公厅、省政府办公厅印发了《关于加强阅读的若干措施》，要求各地落实。", said,
        "为落实要求，制定本措施。", *BODY,
    )  # fmt: skip

    assert "关于加强阅读的若干措施" == found.document.title
    assert ("省委办公厅", "省政府办公厅") == found.document.issuers
    assert ("provincial", None) == (found.document.level, found.document.region)
    assert "为落实要求，制定本措施。" == found.layout.body[0].text


@pytest.mark.parametrize(
    ("source", "issuers"), [("示例市教育局", ("示例市教育局",)), ("示例日报", ()), ("本站", ()), ("市教育局", ())]
)
def test_source_of_a_page(source, issuers):
    """Where nothing else does, the source that a page names gives the issuer, when it is a body of a known place."""
    found = document_of("关于加强阅读的若干措施", f"信息来源：{source}　浏览量：12", "为落实要求，制定本措施。", *BODY)

    assert issuers == found.issuers
    assert "关于加强阅读的若干措施" == found.title


def test_property_line_above_the_title():
    """A field with a known name that is no title stands above the title and is none."""
    assert "关于加强阅读的通知" == document_of("索引号：0001", "关于加强阅读的通知", "各市教育局：", *BODY).title


@pytest.mark.parametrize(
    "front",
    [
        ("中华人民共和国教育部公告", "2020年第22号", "", "关于公布评审结果的公告"),
        ("教育部公告", "（2020年第22号）", "", "关于公布评审结果的公告"),
        ("关于公布评审结果的公告", "教育部公告2020年第22号"),
    ],
)
def test_number_of_an_announcement(front):
    """The number of an announcement has its maker and a year without brackets, in one line or in two."""
    found = document_of(*front, "", "根据规定，现公告如下：", *BODY, "特此公告。")

    assert ("教育部公告2020年第22号", "关于公布评审结果的公告") == (found.number, found.title)
    assert (("教育部",), "national") == (found.issuers, found.level)


def test_heading_of_a_markdown_text():
    """The heading of the first level is the title, whatever names the file above it."""
    assert (
        "示例市关于做好招生工作的通知"
        == document_of("2024年招生工作实施方案", "", "# 示例市关于做好招生工作的通知", "", "各学校：", *BODY).title
    )


@pytest.mark.parametrize("first", ["示例市人民政府关于印发", "示例市人民政府关于印发《示例市"])
def test_heading_of_the_rest_of_a_title(first):
    """Where Markdown marks only the second line of the title as the heading, the first belongs to it."""
    rest = "示例市应急预案的通知" if first.endswith("印发") else "应急预案》的通知"
    found = document_of(first, "", f"# {rest}", "", "各县人民政府：", *BODY, name="文件.md")

    assert first + rest == found.title


def test_issuers_set_letter_by_letter():
    """Joint issuers above a title keep their space also where one of them is set letter by letter; a date in a bracket
    below is the date."""
    found = document_of(
        "中 共 示 例 县 委", "示例县人民政府", "关于加强教师队伍建设的", "实 施 意 见", "（2019年8月15日）", "", *BODY
    )

    assert "中共示例县委 示例县人民政府关于加强教师队伍建设的实施意见" == found.title
    assert (("中共示例县委", "示例县人民政府"), "2019-08-15") == (found.issuers, found.issued)


def test_fields_around_the_text():
    """What a database wrote around the text gives number, issuers and date, and says so."""
    found = document_of(
        "【法规】 关于乡村教师培训的意见",
        "【正文】 各市教育局：",
        *BODY,
        "【文号】 示教师〔2019〕33号",
        "【发文单位】 示例省教育厅, 示例省财政厅",
        "【成文日期】 20191108",
    )

    assert ("示教师〔2019〕33号", "关于乡村教师培训的意见", "2019-11-08") == (found.number, found.title, found.issued)
    assert ("示例省教育厅", "示例省财政厅") == found.issuers
    assert {"issuers", "issued", "level", "region"} == {field for field, _ in found.inferences}


def test_property_table():
    """The table of properties above a text is read as fields, cell by cell."""
    rows = [
        Line("", 1, ("发文机关：", "示例省教育厅", "成文日期：", "2019年11月8日")),
        Line("", 2, ("发文字号：", "示教〔2019〕3号")),
    ]
    head = read_head(Page("x.html", (*rows, Line("关于示例的意见", 3), Line("现提出意见。", 4))))

    assert ("示教〔2019〕3号", "2019-11-08", ("示例省教育厅",)) == (
        head.document.number,
        head.document.issued,
        head.document.issuers,
    )


def test_title_number_and_recipients_in_one_line():
    """Title, number and recipients that share a line are parted."""
    found = document_of(
        "示例市人民政府关于公开清单的通知例府发〔2021〕20号各区人民政府，市政府各部门：为推进公开，现通知如下：",
        "一、公开。",
    )

    assert ("示例市人民政府关于公开清单的通知", "例府发〔2021〕20号") == (found.title, found.number)
    assert ("各区人民政府", "市政府各部门") == found.recipients


def test_letterhead_and_number_in_one_line():
    """Letterhead and number that share a line are parted, and so is a number from the name of who signs it."""
    together = document_of("示例市教育局文件　例教〔2021〕3号", "关于加强示例工作的通知", "各学校：", *BODY)
    signed = document_of(
        "示例市教育局文件", "例教〔2021〕3号　　签发人：王某某", "关于加强示例工作的请示", "市政府：", *BODY
    )

    assert ("例教〔2021〕3号", ("示例市教育局",)) == (together.number, together.issuers)
    assert ("例教〔2021〕3号", ("示例市教育局",)) == (signed.number, signed.issuers)


def test_department_of_a_ministry():
    """A department that writes on its ministry's paper is the issuer, known by its sign, and national."""
    found = document_of(
        "教育部司局函件", "教职成司函〔2022〕1号", "关于开展职业教育活动周的通知", "各省教育厅：", *BODY
    )

    assert (("教育部职业教育与成人教育司",), "national") == (found.issuers, found.level)
    assert ("issuers", "sign 教职成司函 of the number") in found.inferences


def test_signatories():
    """Without letterhead, the bodies above the date issue the document, one a line or before the date."""
    several = document_of(
        "关于发展竹产业的意见", "各省林业局：", *BODY, "国家林业和草原局", "财 政 部", "2021年11月11日"
    )
    one = document_of("关于发展竹产业的意见", "各省林业局：", *BODY, "示例省林业局　　2021年11月11日")

    assert ("国家林业和草原局", "财政部") == several.issuers
    assert (("示例省林业局",), "2021-11-11") == (one.issuers, one.issued)


def test_printed():
    """The printing date of the imprint is not the date of the document."""
    found = document_of(
        "示例市教育局关于示例的通知",
        "各学校：",
        *BODY,
        "二〇二一年六月五日",
        "抄送：市委办公室。",
        "示例市教育局办公室　2021年6月8日印发",
    )

    assert ("2021-06-05", "2021-06-08") == (found.issued, found.printed)


def test_first_day_in_the_note_of_passing():
    """A note of passing may say who passed a text after what (经), and from when it holds, which is not when it was
    issued."""
    found = document_of(
        "示例市示例条例",
        "（2021年3月15日经示例市第五届人民代表大会常务委员会第三次会议通过，自2021年5月1日起施行）",
        "第一条 为了做好工作，制定本条例。",
    )

    assert ("2021-03-15", "2021-05-01") == (found.issued, found.effective)
    assert ("示例市人民代表大会常务委员会",) == found.issuers


@pytest.mark.parametrize("line", ["2021-03-15 18:30 来源：示例网", "2021年3月15日 08:00", "（2021年3月）"])
def test_days_that_are_not_those_of_issue(line):
    """When a site put the text on its page, and a month, are no part of the title and no day of issue."""
    found = document_of("关于加强示例工作的意见", line, "为做好工作，提出如下意见。", *BODY)

    assert ("关于加强示例工作的意见", None) == (found.title, found.issued)
    assert "示例清单（2021年3月）" == document_of("示例清单（2021年3月）", *BODY).title


def test_printed_over_lines():
    """The day of printing is read where a line break tore the imprint."""
    for lines in (("示例市教育局办公室 2022年4月", "21日印发"), ("示例市教育局办公室 2022年4月21日", "印发")):
        found = document_of("关于示例的通知", "各学校：", *BODY, "示例市教育局", "2022年4月20日", *lines)

        assert ("2022-04-20", "2022-04-21") == (found.issued, found.printed)


def test_nothing_known():
    """A text without any head is called after its file, and every gap is a doubt."""
    head = head_of("今年以来，各项工作有序推进。", name="简报.txt")

    assert ("简报", None, (), None) == (
        head.document.title,
        head.document.number,
        head.document.issuers,
        head.document.level,
    )
    assert {"title-missing", "issuer-unknown", "region-unknown"} == rules(head)


def test_regions_of_the_head():
    """The head brings the document's region and all around it."""
    assert ["990102", "990100", "990000", "000000"] == [
        region.code for region in head_of("范例区教育局关于示例的通知", "各学校：", *BODY).regions
    ]
