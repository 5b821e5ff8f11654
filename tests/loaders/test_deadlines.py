"""By when."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.deadlines import date_at, find_deadlines, read_deadlines
from loaders.vocabulary import lines


def place(text, part):
    """Where a part of a text stands."""
    return text.index(part), text.index(part) + len(part)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年，比例达到70%", "到2025年"),
        ("到2024年前，建成2个", "到2024年前"),
        ("到2022年底，达标30%", "到2022年底"),
        ("力争到2025年底完成", "到2025年底"),
        ("2022年6月底前，设立机构", "2022年6月底前"),
        ("2025年9月1日前建成", "2025年9月1日前"),
        ("9月底前完成", "9月底前"),
        ("年底前完成", "年底前"),
        ("2022年起，每年完成", "2022年起"),
        ("自2023年秋季学期起执行", "自2023年秋季学期起"),
        ("从2024年开始实施", "从2024年开始"),
        ("2025年底，覆盖率达到", "2025年底"),
        ("2022年要制定制度", "2022年"),
        ("2025年，全省达到", "2025年"),
        ("2021—2025年，新增", "2021—2025年"),
        ("2021-2025年累计新增", "2021-2025年"),
        ("“十四五”期间，建成", "“十四五”期间"),
        ("到“十四五”末，达到", "到“十四五”末"),
        ("三年内完成", "三年内"),
        ("今后5年，培养", "今后5年"),
        ("用3年左右时间，培育", "用3年左右时间"),
        ("5年共增加11.4万人", "5年"),
        ("通过3—5年的努力", "3—5年"),
        ("到2025年、2030年，分别达到", "到2025年、2030年"),
        ("按示政〔2021〕2号要求，2025年底前完成", "2025年底前"),
        ("2023年年底前完成", "2023年年底前"),
        ("今年年底前完成", "今年年底前"),
        ("每年12月底前报送", "每年12月底前"),
        ("2022年9月份起实施课后服务", "2022年9月份起"),
        ("2022年春季学期开学前", "2022年春季学期开学前"),
        ("2023年上半年，完成60%", "2023年上半年"),
        ("2023年第三季度末完成", "2023年第三季度末"),
        ("力争2027年建成6个", "2027年"),
        ("其中2023年新增2万个", "2023年"),
        ("2023年9月投入使用", "2023年9月"),
        ("到二〇二五年，达到90%", "到二〇二五年"),
        ("三年左右时间", "三年左右时间"),
    ],
)
def test_reads(text, expected):
    """The forms of deadlines, as written."""
    assert [expected] == [due.text for due in find_deadlines(text)]


@pytest.mark.parametrize(
    "text",
    [
        "每年完成2800人次", "每3年修订1次", "近5年内获奖", "近十五年内", "连续3年增长", "三年前", "五年一贯制",
        "举办2022年全国大赛", "《示例省行动计划（2021—2025年）》", "截至2020年底",
        "有效期至2026年12月31日", "2025年前后", "“百年名校”建设", "第5年完成", "自2024年1月1日起施行",
        "2021年11月23日，会议通过", "数量比2020年提高", "较2020年增加10所",
    ],
)  # fmt: skip
def test_no_deadline(text):
    """Frequencies, years gone by, years that name a thing, and days of a count are none."""
    assert () == find_deadlines(text)


@pytest.mark.parametrize("word", lines("deadline_year_words.txt"))
def test_every_word_behind_a_year_fires(word):
    """Each word shows the year before it to be a deadline, and no span of years."""
    assert ["2025年"] == [due.text for due in find_deadlines(f"2025年{word}…")]
    assert () == find_deadlines(f"服务期5年{word}…")


@pytest.mark.parametrize("word", lines("deadline_words.txt"))
def test_every_word_fires(word):
    """Each word shows the year before it to be a deadline."""
    assert ["2025年"] == [due.text for due in find_deadlines(f"2025年{word}…")]


def test_the_last_before_a_place_governs():
    """A deadline governs what follows in its sentence, until another one."""
    text = "到2022年底，30%；到2023年底，60%。建设5所"
    deadlines = read_deadlines(text)
    sentence = (0, text.index("建设"))

    assert "到2022年底" == deadlines.governing(sentence, place(text, "30%")).text
    assert "到2023年底" == deadlines.governing(sentence, place(text, "60%")).text
    assert deadlines.governing((sentence[1], len(text)), place(text, "5所")) is None


def test_inside_a_part():
    """A year behind what it is for governs no further than the next ；, one at the head of a sentence all of it."""
    inside = "拨款水平2023年不低于1.3万元、2025年不低于1.5万元；占地面积不低于54平方米。"
    ahead = "力争到2025年，覆盖率达到90%；占地面积不低于54平方米。"
    governing = read_deadlines(inside).governing

    assert "2023年" == governing((0, len(inside)), place(inside, "1.3万元")).text
    assert "2025年" == governing((0, len(inside)), place(inside, "1.5万元")).text
    assert governing((0, len(inside)), place(inside, "54平方米")) is None
    assert "到2025年" == read_deadlines(ahead).governing((0, len(ahead)), place(ahead, "54平方米")).text


def test_touch():
    """A number is part of a deadline or not."""
    text = "3年内，建设5所"
    deadlines = read_deadlines(text)

    assert deadlines.touch(*place(text, "3年"))
    assert not deadlines.touch(*place(text, "5所"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建成5所公办幼儿园（2025年底前）。", "2025年底前"),
        ("建成5所公办幼儿园（2023年9月底前完成，责任单位：教育局）", "2023年9月底前"),
        ("建成5所公办幼儿园，2025年底前完成。", "2025年底前"),
        ("建成5所公办幼儿园，2024年9月投入使用；", "2024年9月"),
        ("建成5所公办幼儿园。（责任单位：教育局；完成时限：2023年12月底）", "2023年12月底"),
        ("建成5所公办幼儿园，完成时间：2024年8月。", "2024年8月"),
        ("建成5所公办幼儿园，2025年底前全市基本普及学前教育并通过评估。", None),  # the deadline of something else
        ("建成5所公办幼儿园。2025年底前完成验收。", None),
        ("建成5所公办幼儿园（完成时限：长期坚持）", None),
    ],
)
def test_behind(text, expected):
    """A deadline may follow the quantity, in a bracket, by itself, or for the whole clause."""
    sentence = (0, text.find("。") + 1 or len(text))
    found = read_deadlines(text).governing(sentence, place(text, "5所"))

    assert expected == (found.text if found else None)


@pytest.mark.parametrize("text", ["2025年", "2023年9月", "2023年12月底前", "2024年秋季学期；"])
def test_date_of_a_column(text):
    """A cell that is a date is a deadline without any other word."""
    assert text.rstrip("；") == date_at(text).text


@pytest.mark.parametrize("text", ["长期", "2025年度计划", "每月25日"])
def test_no_date_of_a_column(text):
    """Other cells are none."""
    assert date_at(text) is None


@given(st.text("到至自从在20213年月日底末前起，。“十四五”期间—、内《》共近每"))
def test_offsets(text):
    """A deadline is the text at its place."""
    assert all(due.text == text[due.start : due.end] != "" for due in find_deadlines(text))
