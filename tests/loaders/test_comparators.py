"""How a number is meant."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Comparator
from loaders.comparators import INSIDE, TURNED, UnsureError, read_comparator
from loaders.masks import masked
from loaders.measures import measures
from loaders.vocabulary import lines, rows

UNITS = [row[0] for row in rows("units.tsv")]
MARKS = rows("comparators.tsv")
RELATIONS = [row for row in MARKS if row[1] in ("relation", "weak")]
ORDERING = [row for row in MARKS if row[1] == "relation" and row[2] in TURNED]


def read_all(text):
    """The comparators of the measures in a text, read in order."""
    hidden, before, carried = masked(text), 0, frozenset()
    found = []
    for measure in measures(hidden):
        reading = read_comparator(hidden, measure, before, carried)
        before, carried = measure.end, reading.ahead
        found.append(reading.comparator)
    return found


def read(text):
    """The comparator of the last measure in a text."""
    return read_all(text)[-1]


@pytest.mark.parametrize("row", RELATIONS, ids=lambda row: row[0])
def test_every_relation_by_every_unit(row):
    """A relation directly before a number gives its comparator, whatever the unit."""
    assert {row[2]} == {read(f"应当{row[0]}5{unit}") for unit in UNITS}


@pytest.mark.parametrize("row", ORDERING, ids=lambda row: row[0])
@pytest.mark.parametrize("denial", [row[0] for row in rows("denials.tsv") if row[1] == "turn"])
def test_every_denied_relation(row, denial):
    """A denial directly before a relation turns it round: 不低于 is at least, 不得超过 at most."""
    assert {TURNED[row[2]]} == {read(f"应当{denial}{row[0]}5{unit}") for unit in UNITS}


@pytest.mark.parametrize("row", [row for row in rows("denials.tsv") if row[1] != "vanish"], ids=lambda row: row[0])
def test_every_far_denial(row):
    """A denial farther off, or one that never turns, makes the reading unsure; a single character does not."""
    text = f"各地{row[0]}因此低于5元"

    if len(row[0]) == 1:
        assert "<" == read(text)
    else:
        with pytest.raises(UnsureError):
            read(text)


@pytest.mark.parametrize("row", [row for row in MARKS if row[1] == "adverb"], ids=lambda row: row[0])
def test_every_adverb_by_every_unit(row):
    """An adverb gives its comparator with a verb between."""
    assert {row[2]} == {read(f"每县{row[0]}要建好、办好5{unit}") for unit in UNITS}


@pytest.mark.parametrize("row", [row for row in MARKS if row[1] == "bound"], ids=lambda row: row[0])
def test_every_bound_by_every_unit(row):
    """A bound gives its comparator with a word of giving between."""
    assert {row[2]} == {read(f"{row[0]}可补助5{unit}") for unit in UNITS}


@pytest.mark.parametrize("row", [row for row in MARKS if row[1] == "after"], ids=lambda row: row[0])
def test_every_mark_behind_by_every_unit(row):
    """A mark directly behind the unit gives its comparator."""
    assert {row[2]} == {read(f"建设5{unit}{row[0]}学校") for unit in UNITS}


@pytest.mark.parametrize("unit", UNITS)
def test_no_mark(unit):
    """A number without mark is exact."""
    assert "=" == read(f"达到5{unit}。")


def test_marks_are_known():
    """Each mark has a place and a comparator that the rules know, and stands once."""
    assert {row[1] for row in MARKS} == {"relation", "adverb", "bound", "weak", "after", "inside"}
    assert {row[2] for row in MARKS} <= set(get_args(Comparator))
    assert len({row[0] for row in MARKS}) == len(MARKS)


@pytest.mark.parametrize("row", [row for row in MARKS if row[1] == "inside"], ids=lambda row: row[0])
def test_every_mark_inside_by_every_unit(row):
    """内 makes a measure the most that it may be, but not a count (3个内设机构)."""
    inside = {unit[0] for unit in rows("units.tsv") if unit[1] in INSIDE or unit[0] == "字"}

    assert {row[2]} == {read(f"距学校5{unit}{row[0]}，") for unit in inside}


@pytest.mark.parametrize("row", [row for row in MARKS if len(row) > 3 and row[1] in ("after", "inside")], ids=str)
def test_guards_behind(row):
    """A mark that begins another word (上下游, 内设) is none."""
    assert {"="} == {read(f"5年{row[0]}{character}") for character in row[3]}


@pytest.mark.parametrize("row", [row for row in RELATIONS if len(row) > 3], ids=lambda row: row[0])
def test_guards(row):
    """A mark that ends another word (节约, 提高于) is none."""
    others = {mark[0] for mark in MARKS}  # 接近 holds 近 and is a mark itself

    assert {"="} == {read(f"{character}{row[0]}5元") for character in row[3] if character + row[0] not in others}


@pytest.mark.parametrize("row", rows("comparator_fillers.tsv"), ids=lambda row: row[0])
def test_every_filler(row):
    """Words that may stand between a mark and its number."""
    word, place = row

    assert ("<=" if place == "bound" else ">=") == read(f"{'最高' if place == 'bound' else '不低于'}{word}5元")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("教育费附加用于职业教育的比例不低于30%", ">="),
        ("达标学校原则上不低于全市中等职业学校总量的30%", ">="),
        ("按不低于工资总额1.5%的比例提取", ">="),
        ("不超过编制总数的20%", "<="),
        ("年培训人次不低于在校生数的2倍", ">="),
        ("生均拨款应不低于每生每年12000元", ">="),
        ("不少于（含）10名", ">="),
        ("60分（含）以上", ">="),
        ("各地至少要建好、办好1所中等职业学校", ">="),
        ("占专业课教师总数70%以上", ">="),
        ("70%及以上", ">="),
        ("达到或超过50%", ">="),
        ("合格率>=95%", ">="),
        ("师生比不低于1:18", ">="),
        ("生师比不高于18:1", "<="),
        ("至少提前30日公告", ">="),
        ("年满18周岁", ">="),
        ("比例超过50%", ">"),
        ("累计突破1万人", ">"),
        ("6万元以上（不含6万元）", ">"),
        ("5年以下（不含本数）", "<"),
        ("1000万元（不含）以下", "<"),
        ("100万元以上（不含税）", ">="),
        ("引进项目超500个", ">"),
        ("不突破编制总数的10%", "<="),
        ("资助最高不超过50万元", "<="),
        ("最多可推荐3个", "<="),
        ("班额控制在45人以内", "<="),
        ("控制在5%", "<="),
        ("20个工作日内", "<="),
        ("学校周边200米范围内", "<="),
        ("摘要300字内", "<="),
        ("最高提至90%", "<="),
        ("立项数≤75%", "<="),
        ("不足5人", "<"),
        ("入学率不达95%", "<"),
        ("教职工少于20人", "<"),
        ("重点建设20个左右", "~"),
        ("大约20个", "~"),
        ("约占教师总数的30%", "~"),
        ("约有50所", "~"),
        ("建设30个基地左右", "~"),
        ("十来个", "~"),
        ("近50万人次", "~"),
        ("十余个", "~"),
        ("2000多名", "~"),
        ("控制在5%左右", "~"),
        ("通过3—5年的努力", "range"),
        ("3—5年左右", "range"),
        ("3—5年内", "range"),
        ("控制在3—5人", "range"),
        ("处1万元以上5万元以下罚款", "range"),
    ],
)
def test_reads(text, expected):
    """The marks of documents, ahead of the number and behind it."""
    assert expected == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "节约500万元",
        "对高于标准的学校给予10万元",  # the relation belongs to the schools
        "高于全国平均水平3个百分点",  # a distance, which is exact
        "10家（以下简称企业）",
        "3家上下游企业",
        "3个内设机构",
        "特约5家媒体",
        "最低工资标准2000元",
        "省级以上重点专业5个",
        "近视率50%",
        "超出部分的50%由财政补贴",
        "不低于60分，建设5所",  # another part of the sentence
    ],
)
def test_marks_that_bear_on_something_else(text):
    """A mark of another word leaves the number exact."""
    assert "=" == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "至少20个左右",
        "超过50%以上",
        "不低于约30%",
        "超过300余所",
        "不低于60—70%",
        "至少1—2所",
        "不得因调整而低于4%",
        "同一人不得在3个以上委员会任职",
        "两年内未发生2次以上事故",
        "平均分超过全市平均分1分",
        "不低于国家规定的生均标准30%",
        "不少于规定的10名",
        "超过规定标准扣减30%",
        "不低于全国平均水平3个百分点",
        "是否低于30%",
        "达到60%和70%以上",
        "配备2名教师以上",
        "100名寄宿生以下的学校",
        "每天30分钟至1小时",
        "6个月至1年",
    ],
)
def test_refuses(text):
    """Where marks disagree or their reach is unsure, there is no reading rather than a turned one."""
    with pytest.raises(UnsureError):
        read_all(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("至少建设1所社区学院和1个老年教育中心", ">="),
        ("不少于3名专职教师、2名兼职教师", ">="),
        ("至少检查2个市、2个县、4个单位", ">="),
        ("认定2个行业、1个企业", "="),
        ("建设2个以上专业和1个基地", "="),
        ("至少建设1所学院，1个中心", "="),
        ("至少建设1所学院和2个左右中心", "~"),
        ("累计发送旅客超4500万人次、货物5000万吨", "="),
    ],
)
def test_joined(text, expected):
    """What is joined directly takes over the marks ahead, and nothing else does."""
    assert expected == read(text)


@pytest.mark.parametrize("word", [row[0] for row in rows("denials.tsv") if row[1] == "vanish"])
def test_every_word_for_what_is_to_vanish(word):
    """A size that is to vanish (消除56人以上大班额) is none to be reached; what vanishes by the number is counted."""
    with pytest.raises(UnsureError):
        read(f"{word}56人以上大班额")

    assert ">=" == read(f"{word}隐患50处以上")


@pytest.mark.parametrize("deed", lines("limited_deeds.txt"))
def test_every_limited_deed(deed):
    """What may not be done with more than a number is limited by it."""
    assert "<=" == read(f"不得{deed}时间超过3个月的")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("不得一次性收取时间跨度超过3个月或60课时的费用", ["<=", "<="]),
        ("收费不得超过3个月或60课时", ["<=", "<="]),
        ("没有违法所得或者违法所得不足五万元的", ["<"]),
        ("没有明确保质期的不得少于2年", [">="]),
        ("20万人口以上的县", [">="]),
    ],
)
def test_denials_that_bear_on_something_else(text, expected):
    """A denial of who is meant, or of what is beside the number, leaves the comparator as it is."""
    assert expected == read_all(text)


def test_given_out():
    """分别 gives the mark behind the last number to all of them."""
    assert [">=", ">="] == read_all("小学、初中分别达到60%、70%以上")
    assert ["<=", "<="] == read_all("失业率、涨幅分别控制在5%和3%以内")


def test_span_of_the_reading():
    """The reading reaches from the first mark to the last."""
    text = "原则上不低于全市总量的30%（含）以上。"
    reading = read_comparator(text, measures(text)[0])

    assert "不低于全市总量的30%（含）以上" == text[reading.start : reading.end]


@given(
    st.lists(
        st.sampled_from(
            ["不", "低于", "超过", "至少", "5", "10%", "个", "的", "以上", "左右", "和", "，", "不得", "学校"]
        )
    )
)
def test_never_breaks(parts):
    """Any order of marks and numbers is read or refused."""
    text = "".join(parts)
    for measure in measures(text):
        try:
            reading = read_comparator(text, measure)
        except UnsureError:
            continue
        assert reading.comparator in get_args(Comparator)
        assert reading.start <= measure.start < measure.end <= reading.end
