"""Target, baseline or standard."""

from typing import get_args

import pytest

from graph.model import Clause, Document, DocumentFacts, IndicatorKind
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
        ("自印发之日起施行，有效期5年。", "standard"),
        ("目前，在校生13.8万人。", "baseline"),
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


def test_goal():
    """A rate in a bullet of goals is to be reached."""
    assert ["target"] == kinds("教师占比70%以上。", "一—1", "goal")


def test_statute():
    """Every quantity of a statute is a rule."""
    assert ["standard"] == kinds("学校设校长1名。", "第五条")


@pytest.mark.parametrize("word", [row[0] for row in WORDS if row[1] == "review"])
def test_review(word):
    """All quantities below a heading that looks back are baselines."""
    number = "示政〔2021〕2号"
    section = Clause(f"{number}/一", number, "一", "section", f"上年{word}", heading=f"上年{word}")
    below = Clause(f"{number}/一（一）", number, "一（一）", "clause", "2020年，新建5所学校。", parent=section.id)
    other = Clause(f"{number}/二", number, "二", "clause", "新建5所学校。", heading="任务")
    facts = with_indicators(DocumentFacts(Document(number, "意见"), (section, below, other)))

    assert ["baseline", "target"] == [indicator.kind for indicator in facts.indicators]
    assert facts.indicators[0].deadline is None


@pytest.mark.parametrize("row", [row for row in WORDS if row[1] != "review"], ids=lambda row: row[0])
def test_every_word_fires(row):
    """Each word makes a rate what the file says, unless it is part of another."""
    word, kind, *guard = row

    assert kind in get_args(IndicatorKind)
    assert [kind] == kinds(f"入园率{word}90%。")
    assert {"standard"} >= {found for character in "".join(guard) for found in kinds(f"入园率{character}{word}90%。")}
