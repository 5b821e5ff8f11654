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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年，在校学生人数达到39.1万。", (391000, "人")),
        ("到2025年，在校学生人数达到39.1万人。", (391000, "人")),
        ("到2025年，旅居人数达到600万。", (6000000, "人")),
    ],
)
def test_people_without_a_unit(text, expected):
    """A number of people counts people, whether 人 is written or not."""
    (found,), _ = read_indicators(clause(text))

    assert expected == (found.normal_value, found.normal_unit)


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
        ("每三年轮训一次", (1, "次/3年", "=")),
        ("每半年报告一次", (1, "次/半年", "=")),
        ("每两个月召开一次会议", (1, "次/2月", "=")),
        ("三年一次专业测评", (1, "次/3年", "=")),
        ("一年一次体检", (1, "次/年", "=")),
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
        ("力争用3—5年时间，全面达标", (3, "年", "range")),
        ("平均受教育年限达到11.3年", (11.3, "年", "=")),
        ("应当提前六个月通知", (6, "个月", "=")),
        ("至少提前30日公告", (30, "日", ">=")),
        ("设置3年过渡期", (3, "年", "=")),
        ("重污染天气减少38天", (38, "天", "=")),
        ("保证每天锻炼1小时", (1, "小时", "=")),
        ("课后服务每周5天", (5, "天", "=")),
        ("审批时间缩短至3个工作日", (3, "工作日", "=")),
        ("工作半年以上", (0.5, "年", ">=")),
        ("具有连续3年以上工作经历", (3, "年", ">=")),
        ("有效期届满前一个月内申请", (1, "个月", "<=")),
        ("处一年以上三年以下有期徒刑", (1, "年", "range")),
        ("每节课时间小学40分钟", (40, "分钟", "=")),
    ],
)
def test_periods(text, expected):
    """A period is a quantity where it is a measure or a rule."""
    assert [expected] == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "制订五年规划", "三年行动计划", "实行五年一贯制", "近5年未受处罚", "连续3年增长", "24小时值班",
        "每满1年计算", "3年级以上学生", "2021—2025年", "第65次会议", "2022年6月", "近3个纳税年度", "15分钟生活圈",
        "前12个月",
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
        "上级第十一条", "一次性补贴", "1至3项中一项", "3.10种", "上述第2、4、5项情况", "以上两项", "以下4项标准",
        "排名前10名的学校", "一县一所", "建立一套制度", "50米跑",
        "二十届三中全会", "十一届六次、七次全会", "深化最多跑一次改革",
        "8:30上班", "比例尺1:500", "由高一15班承办", "在3号楼5层召开",
        "奖励考核前10%的学校", "一成不变", "五成", "建设三成果库",
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
        ("每县一所，", (1, "所", "=")),
        ("2025年底前三分之一的学校达标", (1 / 3, "", "=")),
    ],
)
def test_counts_in_chinese_numerals(text, expected):
    """One counts after a verb of founding, with a comparator, from a hundred on, or behind its noun."""
    assert [expected] == read(text)


def test_joined_count_in_chinese_numerals():
    """What is joined to a count is one."""
    assert [(5, "所", "="), (3, "个", "=")] == read("建设五所学校和三个基地")


def test_changed_period():
    """What a period is changed to is a quantity as what it was."""
    assert [(10.8, "年", "="), (11.3, "年", "=")] == read("平均受教育年限由10.8年提高到11.3年")


def test_a_verb_names_nothing():
    """Behind a mere verb or year, what is counted is that of the last figure with this unit."""
    found, _ = read_indicators(clause("新建幼儿园86所，新增学位2万个，其中2022年新建20所。"))
    money, _ = read_indicators(clause("公用经费标准达到600元，2025年提高到每生每年800元。"))

    assert found[0].object == found[2].object
    assert [("公用经费标准", None), ("公用经费标准", "2025年")] == [(item.object, item.deadline) for item in money]


def test_conditions_have_no_deadline():
    """Whom a rule is for is not due by the deadline before it, and periods joined to a bound are bounds."""
    assert [None] == deadlines("年底进行考核，低于80分的学校由市政府约谈。")
    assert [(10, "年", ">="), (20, "年", ">=")] == read("任教满10年、20年的，可以评聘高级职称")


def test_joined_to_what_is_left_out():
    """What is joined to a number whose comparator stays unsure is left out with it."""
    assert [] == read("不得因调整而低于3课时或30分钟")


def test_hours_of_a_list():
    """Hours and minutes that go on with a list of times are quantities, a time of duty is none."""
    assert [(10, "小时", "="), (9, "小时", "=")] == read("睡眠时间小学生达到10小时，初中生9小时。")
    assert [] == read("严格执行24小时值班，全天24小时开放。")


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


def test_period_with_a_deadline():
    """What is measured in years has the deadline of its sentence too."""
    assert ["到2025年"] == deadlines("到2025年，平均受教育年限达到11.3年。")


def test_time_limit_of_a_rule():
    """In a rule 1年内 is no deadline but a part of the rule, and a quantity itself."""
    text = "1年内计分不超过2分。"

    assert [(1, "年", "<="), (2, "分", "<=")] == read(text)
    assert [None, None] == deadlines(text)
    assert ["3年内"] == deadlines("3年内建成5所学校。")


def test_deadline_behind():
    """A deadline may follow its quantity."""
    assert ["2025年底前"] == deadlines("建成5所公办幼儿园（2025年底前）。")
    assert ["2023年12月底"] == deadlines("建成标准化考点20个。（责任单位：教育局；完成时限：2023年12月底）")
    assert [None] == deadlines("覆盖率为90%，2024年实现全覆盖。")
    assert ["2022年", "2023年"] == deadlines("覆盖率2022年达80%，2023年达90%，2024年实现全覆盖。")
    assert [None, "2023年9月底前"] == deadlines("每套面积控制在35平方米以内，2023年9月底前竣工300套。")


def test_those_who_are_late():
    """What happens to those who missed a deadline has none."""
    assert [None] == deadlines("2023年9月底前完成整改，逾期未完成的扣减10%。")


def test_deadline_in_a_column():
    """A row's column that says when gives the deadline where the text has none."""
    cells = (("工作任务", "新建5所学校"), ("完成时限", "2025年底"))

    assert ["2025年底"] == deadlines("新建5所学校", type="row", cells=cells)
    assert ["2025年9月"] == deadlines("新建5所学校", type="row", cells=(("时间节点", "2025年9月"),))
    assert [None] == deadlines("新建5所学校", type="row", cells=(("完成时限", "长期坚持"),))
    assert ["到2024年"] == deadlines("到2024年，新建5所学校", type="row", cells=cells)


def test_growth_is_of_the_quantity_before():
    """增长3.3% behind a sum is the growth of that."""
    found, _ = read_indicators(clause("生产总值3100亿元、增长3.3%"))

    assert ["生产总值", "生产总值增长"] == [item.object for item in found]


def test_shared_object():
    """分别 shares one object among several quantities."""
    found, _ = read_indicators(clause("城镇、农村居民收入分别增长5%、6%"))

    assert ["城镇、农村居民收入分别增长"] * 2 == [item.object for item in found]


def test_object_of_the_quantity_before():
    """A list of sums, and what a change leads to, is of the object of the quantity before."""
    found, _ = read_indicators(clause("给予奖励50万元、30万元。入学率由85%提高到90%。完成投资5亿元，增长8%。"))

    names = ["奖励", "奖励", "入学率", "入学率", "完成投资", "完成投资增长"]
    assert names == [item.object.removeprefix("给予") for item in found]


def test_what_is_aimed_at_besides():
    """A figure that is aimed at beyond the one before it is of the same object."""
    found, _ = read_indicators(clause("产值增长7%以上、力争达到8%，培训5万人，力争达到6万人。"))

    assert ["产值增长", "产值增长", "培训", "培训"] == [item.object for item in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("师生比不低于1:18", (18, "1:", ">=")),
        ("师生比不低于1∶200", (200, "1:", ">=")),
        ("生师比不高于18:1", (18, ":1", "<=")),
        ("生师比≤17.5:1", (17.5, ":1", "<=")),
        ("教职工与学生比为1：19", (19, "1:", "=")),
        ("中央与地方按8:2分担", (8, ":2", "=")),
        ("按照1:1的比例配套", (1, "1:", "=")),
    ],
)
def test_ratios(text, expected):
    """A ratio keeps its direction and its comparator as written."""
    assert [expected] == read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("65岁以上老年人健康管理率达到65%以上", [(65, "%", ">=")]),
        ("总投资10亿元以上项目30个", [(30, "个", "=")]),
        ("招收65岁以上老年人", [(65, "岁", ">=")]),
        ("金额在50万元以上不足200万元的", [(50, "万元", ">="), (200, "万元", "<")]),
        ("男性60周岁以上、女性55周岁以上", [(60, "周岁", ">="), (55, "周岁", ">=")]),
        ("6岁儿童近视率控制在5%左右", [(5, "%", "~")]),
        ("办好3—6岁幼儿的活动", []),
        ("发展3岁以下婴幼儿照护服务", []),
        ("年满6周岁的儿童入学", [(6, "周岁", ">=")]),
        ("纳税3万元以上（含3万元）（8分）", [(3, "万元", ">="), (8, "分", "=")]),
    ],
)
def test_qualifiers(text, expected):
    """An age or sum that only says whose quantity follows is none."""
    assert expected == read(text)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("毛入园率提高5个百分点", "growth"),
        ("年均增长8%左右", "growth"),
        ("增幅不超过0.5个百分点", "growth"),
        ("经费投入翻一番", "growth"),
        ("占比提高到4%", "rate"),
    ],
)
def test_growth(text, rule):
    """By how much something changes is told from what it comes to."""
    assert [rule] == [item.rule for item in read_indicators(clause(text))[0]]


def test_normal_and_due():
    """A quantity knows its measure, its value in base units, and its deadline as a date."""
    (found,), _ = read_indicators(clause("到2025年，完成培训110万—120万人。"))

    assert ("count", 1100000, 1200000, "人") == (
        found.measure, found.normal_value, found.normal_max, found.normal_unit,
    )  # fmt: skip
    assert ("到2025年", "2025", False) == (found.deadline, found.due, found.inherited)


def test_due_of_each():
    """Where a sentence names as many dates as quantities, each has its own; else none is certain."""
    each, _ = read_indicators(clause("到2023年、2025年，普惠率分别达到85%、90%。"))
    few, _ = read_indicators(clause("到2023年、2025年，普惠率达到90%。"))

    assert ["2023", "2025"] == [item.due for item in each]
    assert [None] == [item.due for item in few]


def test_due_counts_from_the_document():
    """5年内 counts from the day on which the document takes effect, else from that of its issue."""
    goal = clause("5年内，建成20所学校。")

    def due(**dates):
        return with_indicators(DocumentFacts(Document(NUMBER, "意见", **dates), (goal,))).indicators[0].due

    assert "2027-04-11" == due(issued="2022-04-11")
    assert "2027-05-01" == due(issued="2022-04-11", effective="2022-05-01")
    assert due() is None


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


def test_not_the_first():
    """目前50所 counts, 前50所 ranks."""
    assert [(50, "所", "=")] == read("目前50所学校开设")
    assert [] == read("前50所学校")


def test_decimal_counts():
    """4.2人 for each hundred is a quantity, 3.10种 at the head of a line is the tenth item of the third."""
    assert [(4.2, "人", ">=")] == read("每百名学生拥有教师4.2人以上")
    assert [(10, "种", "=")] == read("3．10种教材")


@given(st.integers(1, 999), st.sampled_from(["不低于", "不超过", "至少", "超过"]))
def test_chinese_numerals_with_comparators(number, mark):
    """A marked count in Chinese numerals gives its value."""
    expected = {"不低于": ">=", "不超过": "<=", "至少": ">=", "超过": ">"}[mark]

    assert [(number, "名", expected)] == read(f"{mark}{write_numeral(number)}名")


PIECES = [
    "到2025年", "每3年", "每年", "不", "不得", "低于", "超过", "至少", "以上", "左右", "内", "5", "10", "3—5", "一",
    "两三", "百分之八十", "%", "个", "所", "年", "次", "万元", "人次", "建设", "新建", "学校", "的", "分别", "和",
    "比例", "增长", "按", "投资额", "第", "条", "1+X", "示政〔2021〕2号", "1:18", "师生比", "翻", "番", "99999", "半",
    "2025年底前", "完成时限：", "提高到", "由", "5岁以上", "10/10万", *"，。、；（）“”《》\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES)).map("".join) | st.text())
def test_spans_lie_in_the_text(text):
    """Whatever the text, nothing is raised and each span is the text at its place, the quantity within."""
    found, doubts = read_indicators(clause(text))

    assert all(item.span.text == text[item.span.start : item.span.end] != "" for item in found)
    assert all((item.value_max is None) == (item.comparator != "range") for item in found)
    assert all((item.normal_value is None) <= (item.normal_max is None) for item in found)
    assert all(item.deadline is not None for item in found if item.due)
    assert len({item.id for item in found}) == len(found)
    assert all(doubt.rule == "comparator" for doubt in doubts)
