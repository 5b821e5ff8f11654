"""Where two texts of one measure differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.differences import bare, differences, is_measure
from loaders.vocabulary import lines, rows


def found(text, copy, places=()):
    """Kind and weight of the differences of a copy, with the parts of both texts around them."""
    a, b = bare(text), bare(copy)
    return [
        (item.kind, item.weight, text[slice(*a.original(*item.a))], copy[slice(*b.original(*item.b))])
        for item in differences(a, b, (0, len(b.text)), places)
    ]


def kinds(text, copy, places=()):
    """Kind and weight of the differences of a copy."""
    return [item[:2] for item in found(text, copy, places)]


@pytest.mark.parametrize(
    ("text", "copy", "kind", "weight"),
    [
        ("新建和改造竹编展馆2000座。", "新建和改造竹编展馆1800座。", "quantity", "material"),
        ("竹编技艺课程不少于16个学时。", "竹编技艺课程每学期不少于16个学时。", "quantity", "material"),
        ("到2024年底，补充竹编教师600名。", "到2025年底，补充竹编教师600名。", "deadline", "material"),
        ("到2025年漆器学校全部建成。", "到2025年底漆器学校全部建成。", "deadline", "material"),
        ("力争2027年前建成漆器展馆。", "2027年前建成漆器展馆。", "scope", "material"),
        ("到2025年建成漆器展馆。", "到2025年基本建成漆器展馆。", "scope", "material"),
        ("2022年6月底前，漆器学校要设立认定机构。", "2022年底前，漆器学校要设立认定机构。", "deadline", "material"),
        ("完善竹编名师标准和认定办法。", "完善竹编名师标准和办法。", "scope", "material"),
        ("将竹编技艺纳入经济社会规划。", "将竹编技艺纳入经济社会总体规划。", "scope", "material"),
        ("示例省政府把竹编技艺纳入考核。", "把竹编技艺纳入考核。", "scope", "material"),
        ("建成500个竹漆融合的展馆。", "建成500个竹器融合的展馆。", "typo", "material"),
        ("市民政局建设竹编展馆。", "市财政局建设竹编展馆。", "scope", "material"),
        ("扩充竹编技艺学校。", "扩大竹编技艺学校。", "wording", "minor"),
        ("培养100名竹编名师、300名漆器教师。", "培养100名竹编名师。", "scope", "omission"),
        ("培养100名竹编名师。", "培养100名竹编名师、300名漆器教师。", "scope", "material"),
        ("建成500个左右竹编展馆。", "建成竹编展馆。", "quantity", "material"),
        ("发挥竹编协会等重要作用。", "发挥竹编协会等作用。", "wording", "minor"),
        ("制定竹编技艺标准。", "开发竹编技艺标准。", "wording", "minor"),
    ],
)
def test_kinds(text, copy, kind, weight):
    """A figure, a deadline, a qualifier, a slip and other words for the same are told apart."""
    assert [(kind, weight, text[:-1].split("，")[0], copy[:-1].split("，")[0])] == found(text, copy)


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("传承竹编技艺，建设展馆；", "传承竹编技艺, 建设展馆。"),
        ("建设100座展馆，比例不低于30%。", "建设 100 座展馆，比例不低于30％。"),
        ("每个县（市、区）建成2座展馆。", "每个县(市、区)建成2座展馆。"),
        ("新建一所漆器学校。", "新建1所漆器学校。"),
        ("漆器教师持证率达到100%。", "漆器教师持证率达到百分之百。"),
        ("面向高等学校毕业生开设漆器班。", "面向高校毕业生开设漆器班。"),
        ("漆器学校按照规定自主设置岗位。", "漆器学校按规定自主设置岗位。"),
        ("各地要制定漆器实施方案。", "各地制定漆器实施方案。"),
        ("加强漆器学校（含竹编学校，下同）课程建设。", "加强漆器学校课程建设。"),
        ("每年督导工作任务清单（见附件）落实情况。", "每年督导工作任务清单落实情况。"),
    ],
)
def test_no_differences(text, copy):
    """Marks, widths, white space, numerals, short forms, brackets and particles say nothing else."""
    assert [] == found(text, copy)


def test_own_region_counts_for_nothing():
    """The name of the document's own region may be left out."""
    text, copy = "示例省有关部门对竹编展馆给予支持。", "省有关部门对竹编展馆给予支持。"

    assert [] == kinds(text, copy, ("示例省", "示例"))
    assert [("scope", "material")] == kinds(text, copy)


def test_a_phrase_written_twice():
    """A phrase that the copy doubles is a slip."""
    text = "实施竹编展馆提升工程，推动漆器学校达标。"

    (item,) = found(text, f"实施竹编展馆提升工程，{text}")

    assert ("typo", "material", "实施竹编展馆提升工程", "实施竹编展馆提升工程，实施竹编展馆提升工程") == item


def test_a_measure_that_only_the_copy_has():
    """A further measure of the copy is a difference of substance."""
    copy = "传承竹编技艺，将漆器学校培育为省级示范试点单位，建设竹编展馆。"

    assert [("scope", "material")] == kinds("传承竹编技艺，建设竹编展馆。", copy)


def test_what_the_copy_leaves_out_is_not_judged_here():
    """A longer piece that the copy lacks is an omission, not a change of the measure."""
    text = "传承竹编技艺，鼓励漆器学校开设培训班，建设竹编展馆。"

    assert [] == found(text, "传承竹编技艺，建设竹编展馆。")


def test_two_measures_joined():
    """A copy that joins what the text says in two sentences with measures between is shown by what it joins, and may
    mean the same."""
    text = "支持共建竹编技艺研究中心。开设漆器培训班。总结推广竹编技艺传承模式和经验。"
    copy = "支持共建竹编技艺研究中心，总结推广竹编技艺传承模式和经验。"

    assert [("scope", "minor", "总结推广竹编技艺传承模式和经验", copy[:-1])] == found(text, copy)


def test_nothing_in_common():
    """Texts without four characters in a row in common are not compared."""
    assert [] == found("传承竹编技艺。", "改造沿线民宿。")


@pytest.mark.parametrize("word", lines("trivial_differences.txt"))
def test_trivial_words(word):
    """Every trivial word may be there or not."""
    assert [] == found("传承竹编技艺建设展馆。", f"传承竹编技艺{word}建设展馆。")


@pytest.mark.parametrize("word", lines("minor_differences.txt"))
def test_minor_words(word):
    """Every minor word is a matter of wording."""
    assert [("wording", "minor")] == kinds("传承竹编技艺建设展馆。", f"传承竹编技艺{word}建设展馆。")


@pytest.mark.parametrize("short", [row[0] for row in rows("abbreviations.tsv")])
def test_short_forms(short):
    """Every short form may stand for its long one."""
    full = next(row[1] for row in rows("abbreviations.tsv") if row[0] == short)

    assert [] == found(f"面向各地{full}、漆器工坊办班。", f"面向各地{short}、漆器工坊办班。")


@pytest.mark.parametrize("verb", lines("action_verbs.txt"))
def test_action_verbs(verb):
    """Every verb opens a measure, alone, after an adverb and after the one who must."""
    assert is_measure(f"{verb}竹编技艺")
    assert is_measure(f"大力{verb}竹编技艺")
    assert is_measure(f"各学校要{verb}竹编技艺")


@pytest.mark.parametrize("adverb", lines("adverbs.txt"))
def test_adverbs(adverb):
    """Every adverb may stand before the verb."""
    assert is_measure(f"{adverb}建设竹编展馆")


@pytest.mark.parametrize("text", ["坚持面向实践", "提升竹编技艺水平", "让更多青年成才", "实现互促共进", "作为重要内容"])
def test_aims_are_no_measures(text):
    """Aims, principles and results do not open a measure."""
    assert not is_measure(text)


@given(st.text(alphabet="竹编技艺展馆建设，。；（） 12年底", max_size=40))
def test_a_text_does_not_differ_from_itself(text):
    """No text differs from itself."""
    assert [] == found(text, text)


@given(st.text(alphabet="竹编技艺，。；（）(), 12", max_size=40))
def test_bare_keeps_its_place(text):
    """Each character that is compared stands where it was, and breaks are where the marks are."""
    made = bare(text)

    assert len(made.text) == len(made.offsets) == len(made.breaks)
    assert list(made.offsets) == sorted(made.offsets)
    assert not set(made.text) & set("，。；, ")
    assert not made.text or made.breaks[0] == 3
