"""quantifies: the quantities of clauses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Clause, Document, DocumentFacts
from graph.numerals import write_numeral
from loaders.quantities import read_indicators, with_indicators
from loaders.vocabulary import lines, rows

NUMBER = "示政〔2021〕2号"


def clause(text, address="一", **fields):
    """A clause with this text."""
    return Clause(f"{NUMBER}/{address}", NUMBER, address, fields.pop("type", "clause"), text, **fields)


def read(text, **fields):
    """Value, unit and comparator of the quantities in a text."""
    found, _ = read_indicators(clause(text, **fields))
    return [(item.value, item.unit, item.comparator) for item in found]


def deadlines(text, **fields):
    """The deadlines of the quantities in a text."""
    return [item.deadline for item in read_indicators(clause(text, **fields))[0]]


def test_all_fields():
    """A quantity with its comparator, object, deadline, kind, place and the rule that read it."""
    text = "坚持德技并修。到2025年，全市“双师型”教师占专业课教师总数的比例不低于60%。"
    (found,), doubts = read_indicators(clause(text, lines=((0, 7), (7, 9))))

    assert [] == doubts
    assert (f"{NUMBER}/一#1", f"{NUMBER}/一", 60, None, "%") == (
        found.id, found.source, found.value, found.value_max, found.unit,
    )  # fmt: skip
    assert (">=", "target", "到2025年", "rate") == (found.comparator, found.kind, found.deadline, found.rule)
    assert "全市“双师型”教师占专业课教师总数的比例" == found.object
    assert (
        "全市“双师型”教师占专业课教师总数的比例不低于60%" == found.span.text == text[found.span.start : found.span.end]
    )
    assert 9 == found.span.line


def test_numbered_in_order():
    """Quantities are numbered in the order of the text."""
    found, _ = read_indicators(clause("建设8个专业和20个基地。"))

    assert [f"{NUMBER}/一#1", f"{NUMBER}/一#2"] == [item.id for item in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每3年修订1次教材", (1, "次/3年", "=")),
        ("每学期组织不少于2次培训", (2, "次/学期", ">=")),
        ("每月召开一次联席会议", (1, "次/月", "=")),
        ("委员调整每年不得超过一次", (1, "次/年", "<=")),
        ("开展专项检查3次", (3, "次", "=")),
    ],
)
def test_frequency(text, expected):
    """How often in which period; a count of times without a period keeps its unit."""
    assert [expected] == read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("通过3—5年的努力，基本达标", (3, "年", "range")),
        ("累计不少于6个月到企业实践", (6, "个月", ">=")),
        ("应当在20个工作日内作出决定", (20, "工作日", "<=")),
        ("本办法有效期五年", (5, "年", "=")),
        ("任职满3年以上", (3, "年", ">=")),
        ("年满18周岁", (18, "周岁", ">=")),
    ],
)
def test_periods(text, expected):
    """A period is a quantity where it is a measure or a rule."""
    assert [expected] == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "制订五年规划", "三年行动计划", "实行五年一贯制", "近5年未受处罚", "连续3年增长", "24小时值班",
        "每满1年计算", "3年级以上学生", "2021—2025年", "第65次会议", "2022年6月",
    ],
)  # fmt: skip
def test_spans_of_time_without_a_rule(text):
    """Names of plans, years gone by, dates and bases are no quantities."""
    assert [] == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "建设一批学校", "建立若干所学院", "形成一个体系", "打造一支高素质教师队伍", "三级联动", "两个维护",
        "坚持“两个确保”", "开展1+X证书试点", "“3+2”培养", "深化“三教”改革", "一校一品", "一地一策", "一站式服务",
        "实施十大行动", "百名企业家进校园", "数十所学校", "在一个时期内", "这两个单位", "具体抓好9个方面的工作",
        "统一部署", "进一步完善", "十分重视", "二元结构", "示政〔2021〕2号", "《示例省3所学校建设办法》", "第二批5",
        "上级第十一条", "一次性补贴", "1至3项中一项", "3.10种",
    ],
)  # fmt: skip
def test_not_quantities(text):
    """Names, slogans, ordinals, vague numbers and ways of speaking state no quantity."""
    assert [] == read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("规划新建一所中等职业学校", (1, "所", "=")),
        ("建好了两个基地", (2, "个", "=")),
        ("至少有一名校长", (1, "名", ">=")),
        ("两个以上单位", (2, "个", ">=")),
        ("三百名教师参加", (300, "名", "=")),
        ("学校设校长一名，", (1, "名", "=")),
    ],
)
def test_counts_in_chinese_numerals(text, expected):
    """One counts after a verb of founding, with a comparator, from a hundred on, or behind its noun."""
    assert [expected] == read(text)


def test_joined_count_in_chinese_numerals():
    """What is joined to a count is one."""
    assert [(5, "所", "="), (3, "个", "=")] == read("建设五所学校和三个基地")


@pytest.mark.parametrize("verb", lines("founding_verbs.txt"))
def test_every_founding_verb_fires(verb):
    """After each verb 一所 is a count."""
    assert [(1, "所", "=")] == read(f"规划{verb}一所学校")


@pytest.mark.parametrize("row", rows("not_counted.tsv"), ids=lambda row: row[0])
def test_every_uncountable_fires(row):
    """What each noun numbers is no quantity, in Chinese numerals or in any."""
    noun, numerals = row

    assert [] == read(f"建设三个{noun}")
    assert (numerals == "any") == ([] == read(f"建设3个{noun}"))


def test_deadline_governs_its_sentence():
    """A deadline at the head of a sentence holds up to the next one, or to the end of the sentence."""
    assert ["到2022年底", "到2022年底", "到2023年底", None] == deadlines(
        "到2022年底，建成5所、达标30%；到2023年底，达标60%。建设2个团队。"
    )


def test_period_that_governs():
    """A period before other quantities is their deadline and no quantity; alone it is one."""
    assert ["5年"] == deadlines("5年共认定30所示范中心。")
    assert ["用3年时间"] == deadlines("用3年时间，培育10个学院。")
    assert [None] == deadlines("3年内完成整改。")


def test_baseline_has_no_deadline():
    """The day of a count is no deadline."""
    assert [None] == deadlines("2021年，目前共有学校5所。")


def test_deadline_in_a_column():
    """A row's column that says when gives the deadline where the text has none."""
    cells = (("工作任务", "新建5所学校"), ("完成时限", "2025年底"))

    assert ["2025年底"] == deadlines("新建5所学校", type="row", cells=cells)
    assert ["到2024年"] == deadlines("到2024年，新建5所学校", type="row", cells=cells)


def test_growth_is_of_the_quantity_before():
    """增长3.3% behind a sum is the growth of that."""
    found, _ = read_indicators(clause("生产总值3100亿元、增长3.3%"))

    assert ["生产总值", "生产总值增长"] == [item.object for item in found]


def test_shared_object():
    """分别 shares one object among several quantities."""
    found, _ = read_indicators(clause("城镇、农村居民收入分别增长5%、6%"))

    assert ["城镇、农村居民收入分别增长"] * 2 == [item.object for item in found]


def test_doubt_instead_of_a_turned_comparator():
    """Where the comparator is unsure there is no indicator but a doubt that says where."""
    found, (doubt,) = read_indicators(clause("建设至少20个左右基地。", lines=((0, 12),)))

    assert [] == found
    assert (NUMBER, 12, "comparator") == (doubt.document, doubt.line, doubt.rule)
    assert f"{NUMBER}/一: 20个" in doubt.message


def test_facts():
    """All clauses but annexes are read, and what the facts held before stays."""
    clauses = (
        clause("建设5所学校"),
        clause("3个清单", "附件1", type="annex"),
        clause("至少2个左右", "附件1第1项", type="row"),
    )
    facts = with_indicators(DocumentFacts(Document(NUMBER, "意见", NUMBER), clauses))

    assert clauses == facts.clauses
    assert [f"{NUMBER}/一#1"] == [item.id for item in facts.indicators]
    assert 1 == len(facts.doubts)
    assert facts.indicators * 2 == with_indicators(facts).indicators


@given(st.integers(1, 999), st.sampled_from(["不低于", "不超过", "至少", "超过"]))
def test_chinese_numerals_with_comparators(number, mark):
    """A marked count in Chinese numerals gives its value."""
    expected = {"不低于": ">=", "不超过": "<=", "至少": ">=", "超过": ">"}[mark]

    assert [(number, "名", expected)] == read(f"{mark}{write_numeral(number)}名")


PIECES = [
    "到2025年", "每3年", "每年", "不", "不得", "低于", "超过", "至少", "以上", "左右", "内", "5", "10", "3—5", "一",
    "两三", "百分之八十", "%", "个", "所", "年", "次", "万元", "人次", "建设", "新建", "学校", "的", "分别", "和",
    "比例", "增长", "按", "投资额", "第", "条", "1+X", "示政〔2021〕2号", *"，。、；（）“”《》\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES)).map("".join) | st.text())
def test_spans_lie_in_the_text(text):
    """Whatever the text, nothing is raised and each span is the text at its place, the quantity within."""
    found, doubts = read_indicators(clause(text))

    assert all(item.span.text == text[item.span.start : item.span.end] != "" for item in found)
    assert all(item.value_max is None or item.comparator == "range" for item in found)
    assert len({item.id for item in found}) == len(found)
    assert all(doubt.rule == "comparator" for doubt in doubts)
