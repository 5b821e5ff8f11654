"""Target, baseline or standard."""

import pytest

from graph.model import Clause, Document, DocumentFacts
from loaders.indicator_kinds import is_review
from loaders.quantities import read_indicators, with_indicators
from loaders.vocabulary import rows

WORDS = rows("indicator_words.tsv")


def kinds(text, address="一", type_="clause"):
    """The kinds of the quantities in a clause."""
    found, _ = read_indicators(Clause(f"示政〔2021〕2号/{address}", "示政〔2021〕2号", address, type_, text))
    return [indicator.kind for indicator in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建设50所学校。", "target"),
        ("到2025年，比例不低于60%。", "target"),
        ("毛入园率达到90%以上。", "target"),
        ("年培训人次不低于在校生数的2倍。", "target"),
        ("通过3—5年的努力，基本达标。", "target"),
        ("教育费附加用于职业教育的比例不低于30%。", "standard"),
        ("按编制数额20%左右的比例招聘。", "standard"),
        ("生均拨款不低于12000元。", "standard"),
        ("每周不少于1课时。", "standard"),
        ("每3年修订1次教材。", "standard"),
        ("师生比不低于1:18。", "standard"),
        ("力争用3—5年时间，全面达标。", "target"),
        ("近年来新建学校50所。", "baseline"),
        ("自2019年1月1日起可继续免征五年租金。", "standard"),
        ("到2025年，平均受教育年限不低于11年。", "target"),
        ("2022年起，生均拨款不低于12000元。", "target"),
        ("自印发之日起施行，有效期5年。", "standard"),
        ("目前，在校生13.8万人。", "baseline"),
        ("招收5名以上残疾学生的学校应设立资源教室。", "standard"),
        ("300人以上的学校应当设立卫生室。", "standard"),
        ("50人以下的教学点，单独核定经费。", "standard"),
        ("出勤率未达到90%的，取消评优资格。", "standard"),
        ("满意率达到95%的，予以表彰。", "standard"),
        ("培育2个以上有影响的品牌。", "target"),
        ("支持10所以上的学校应用平台。", "target"),
        ("不得收取时间跨度超过3个月的费用。", "standard"),
        ("作业完成时间不超过60分钟。", "standard"),
        ("截至2020年底，全省共有高校151所。", "baseline"),
    ],
)
def test_kind(text, expected):
    """What is to be reached, what is a rule, and what is so today."""
    assert [expected] == kinds(text)


def test_deadline_after_today():
    """目前 does not reach over a deadline."""
    assert ["baseline", "target"] == kinds("目前，在校生13万人，到2025年达到28万人。")


def test_change_starts_from_the_baseline():
    """What a change starts from is today's figure."""
    assert ["baseline", "target"] == kinds("入园率由85%提高到90%。")
    assert ["baseline", "standard"] == kinds("时限由10个工作日压缩至5个工作日。")


def test_what_there_is_now_is_changed():
    """现有 does not reach over what it is changed to, and what is said of that."""
    assert ["baseline", "target", "standard"] == kinds("现有58家机构压减至5家以内，压减率90%以上。")


def test_given_out():
    """What 分别 gives out is of one kind."""
    assert ["target"] * 3 == kinds("入园率、巩固率、毛入学率分别达到92%、97.5%和94%。")


def test_goal():
    """A rate in a bullet of goals is to be reached."""
    assert ["target"] == kinds("教师占比70%以上。", "一—1", "goal")


def test_statute():
    """Every quantity of a statute is a rule."""
    assert ["standard"] == kinds("学校设校长1名。", "第五条")


def test_review():
    """All quantities below a heading that looks back are baselines without deadline, but for what makes a demand."""
    number = "示政〔2021〕2号"
    text = "2020年，新建5所学校，满意率95%以上，开放不少于10小时。"
    section = Clause(f"{number}/一", number, "一", "section", "2020年工作回顾", heading="2020年工作回顾")
    below = Clause(f"{number}/一（一）", number, "一（一）", "clause", text, parent=section.id)
    other = Clause(f"{number}/二", number, "二", "clause", "新建5所学校。", heading="任务")
    facts = with_indicators(DocumentFacts(Document(number, "意见"), (section, below, other)))

    assert ["baseline", "baseline", "target", "target"] == [indicator.kind for indicator in facts.indicators]
    assert [None, None] == [indicator.deadline for indicator in facts.indicators[:2]]


@pytest.mark.parametrize("word", [row[0] for row in WORDS if row[1] == "review"])
def test_every_word_of_review(word):
    """A heading that ends with one of these words looks back, whatever the field."""
    assert all(map(is_review, [word, f"上年{word}", f"竹产业{word}", f"我市教育{word}和存在的不足"]))


@pytest.mark.parametrize("word", [row[0] for row in WORDS if row[1] == "review_alone"])
def test_every_word_of_review_alone(word):
    """A heading that is one of these words looks back; with a verb it says what is to be done."""
    assert all(map(is_review, [word, f"“十三五”时期{word}", f"我市教育{word}"]))
    assert not any(map(is_review, [f"落实{word}", f"完善办学{word}", f"{word}建设"]))


@pytest.mark.parametrize("word", [row[0] for row in WORDS if row[1] == "forward"])
def test_every_word_of_forward(word):
    """A heading that begins with what is to be done looks ahead."""
    assert not is_review(f"{word}发展现状")


@pytest.mark.parametrize(
    "heading",
    ["2024年工作总结", "上半年工作完成情况", "今年以来工作进展情况", "“十三五”规划实施情况"],
)
def test_a_time_gone_by(heading):
    """What is summed up or reported of a time looks back."""
    assert is_review(heading)


@pytest.mark.parametrize(
    "heading",
    [
        None, "", "主要任务", "夯实基础条件", "提升工作成效", "摸清现状", "建设发展基础",
        "2025年工作安排", "工作开展情况", "监测规划实施情况",
        "现状与目标", "存在的问题和整改措施", "发展现状及主要任务", "2024年工作回顾与2025年安排",
    ],
)  # fmt: skip
def test_no_review(heading):
    """Other headings look ahead."""
    assert not is_review(heading)


@pytest.mark.parametrize(
    ("text", "made", "expected"),
    [
        ("2020年，毛入园率达到90%。", "2021-03-01", "baseline"),
        ("2021年2月，毛入园率达到90%。", "2021-03-01", "baseline"),
        ("“十三五”期间，累计投入5亿元。", "2021-03-01", "baseline"),
        ("2020年，毛入园率达到90%。", "2020-03-01", "target"),
        ("2020年，毛入园率达到90%。", None, "target"),
        ("到2020年，毛入园率达到90%。", "2021-03-01", "target"),  # what was to be reached
    ],
)
def test_past_years(text, made, expected):
    """A bare year before that of the document says what was."""
    (found,), _ = read_indicators(Clause("示政〔2021〕2号/一", "示政〔2021〕2号", "一", "clause", text), made)

    assert expected == found.kind
    assert (found.deadline is None) == (expected == "baseline")


@pytest.mark.parametrize("row", [row for row in WORDS if row[1] in ("today", "baseline", "target")], ids=lambda r: r[0])
def test_every_word_fires(row):
    """Each word makes a rate what the file says, unless it is part of another."""
    word, role, *guard = row
    kind = "target" if role == "target" else "baseline"

    assert [kind] == kinds(f"入园率{word}90%。")
    assert kind not in {found for character in "".join(guard) for found in kinds(f"入园率{character}{word}90%。")}


@pytest.mark.parametrize("row", [row for row in WORDS if row[1] in ("today", "baseline")], ids=lambda r: r[0])
@pytest.mark.parametrize("mark", ["不低于", "不超过", "至少"])
def test_a_demand_is_no_baseline(row, mark):
    """不低于 and its like make a demand, which is today's figure only where 目前 or 现有 governs it."""
    (found,) = kinds(f"{row[0]}每周开放{mark}10小时。")

    assert (row[1] == "today") == (found == "baseline")
