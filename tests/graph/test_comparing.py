"""Two quantities set against one another."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.comparing import GRANT, RATE_UNITS, Comparison, carried_by, is_intensive, timing
from graph.model import Comparator, Indicator, Span

LOWER, UPPER = "例政〔2021〕9号/一1", "示政〔2021〕7号/一1"


def stated(clause, text, value, unit, comparator: Comparator = ">=", **more):
    """A quantity that is the whole text of its clause."""
    known = {"object": "开放率", "kind": "target", "span": Span(0, len(text), text, 1), "rule": "r"}
    return Indicator(f"{clause}#1", clause, value, unit, comparator, **{**known, **more})


def compared(one, other):
    """The comparison of two quantities."""
    return Comparison.of(one, other, {item.source: item.span.text for item in (one, other)})


def rates(below, above, lower: Comparator = ">=", upper: Comparator = ">=", **more):
    """The comparison of two rates of one object."""
    one = stated(LOWER, f"开放率{below}%", below, "%", lower, **more)
    return compared(one, stated(UPPER, f"开放率{above}%", above, "%", upper, due="2025"))


@pytest.mark.parametrize(
    ("pair", "verdict", "obstacle"),
    [
        (rates(85, 80), "raised", None),
        (rates(75, 80), "lowered", None),
        (rates(80, 80), "equal", None),
        (rates(80, 80, "=", ">="), "equal", None),
        (rates(20, 30, "<=", "<="), "raised", None),
        (rates(40, 30, "<=", "<="), "lowered", None),
        (rates(80, 80, "<=", ">="), "not comparable", "other side"),
        (rates(30, 30, "<", "<="), "not comparable", "limit in or out"),
        (rates(50, 50, "=", ">"), "not comparable", "limit in or out"),
        (rates(50, 50, ">", ">"), "equal", None),
        (rates(80, 90, "~"), "not comparable", "approximate"),
        (rates(80, 90, "range", value_max=95), "not comparable", "range"),
        (rates(85, 80, object="学生达标率合格率"), "not comparable", "other object"),
        (rates(60, 80, "=", kind="baseline"), "not comparable", "figure of today"),
        (rates(85, 80, due="2030"), "not comparable", "other deadline"),
        (rates(75, 80, due="2023"), "not comparable", "other deadline"),
        (rates(85, 80, due="2023"), "raised", None),
        (rates(75, 80, due="2030"), "lowered", None),
        (rates(80, 80, due="2030"), "equal", None),
    ],
)
def test_verdicts(pair, verdict, obstacle):
    """Equal, raised or lowered, or the reason why that cannot be said."""
    assert (verdict, obstacle) == (pair.verdict, pair.obstacle)


@pytest.mark.parametrize(
    ("below", "above", "verdict", "obstacle"),
    [
        ((2, "所", {}), (20, "所", {}), "not comparable", "grows with the territory"),
        ((8, "所", {}), (100, "所", {"comparator": "~"}), "not comparable", "grows with the territory"),
        ((2, "所", {}), (2, "所", {}), "equal", None),
        ((2, "所", {}), (2, "处", {}), "not comparable", "other unit"),
        (
            (1.5, "亿元", {"normal_value": 1.5e8, "normal_unit": "元"}),
            (15000, "万元", {"normal_value": 1.5e8, "normal_unit": "元"}),
            "equal",
            None,
        ),
    ],
)
def test_counts(below, above, verdict, obstacle):
    """Counts grow with the territory: only equal ones are said to be so; units of one base are one."""
    (value, unit, more), (other, other_unit, other_more) = below, above
    pair = compared(
        stated(LOWER, "展馆", value, unit, object="展馆", **more),
        stated(UPPER, "展馆", other, other_unit, object="展馆", **other_more),
    )

    assert (verdict, obstacle) == (pair.verdict, pair.obstacle)


@pytest.mark.parametrize("level", ["国家级", "省级", "市级", "县区级", "全省", "我市", "本县", "“", "（含民办）", ""])
def test_levels_do_not_part_objects(level):
    """What each level counts of its own is one object."""
    pair = rates(85, 80, object=f"{level}开放率")

    assert (1.0, True) == (pair.likeness, pair.same)


def test_short_forms_are_written_out_where_they_are_known():
    """Who knows short forms passes a spelling."""
    texts = {LOWER: "高职生", UPPER: "高等职业生"}
    one, other = (stated(id, text, 80, "%", object=text) for id, text in texts.items())

    assert not Comparison.of(one, other, texts).same
    assert Comparison.of(one, other, texts, lambda text: text.replace("高职", "高等职业")).same


def test_ratios_compare_by_what_they_divide():
    """A doctor for 500 pupils is more than one for 600; 2:1000 is the same as 1:500."""

    def ratio(clause, value, normal):
        return stated(clause, "校医", value, "1:", object="校医", measure="ratio", normal_value=normal)

    assert compared(ratio(LOWER, 500, 0.002), ratio(UPPER, 600, 0.00167)).verdict == "raised"
    assert compared(ratio(LOWER, 1000, 0.002), ratio(UPPER, 500, 0.002)).verdict == "equal"


@pytest.mark.parametrize("unit", sorted(RATE_UNITS))
def test_rates_do_not_grow(unit):
    """Figures in these units can be set against those of a larger territory, other counts where each must have them."""
    assert is_intensive(stated(LOWER, "开放率", 1, unit), "开放率")
    assert not is_intensive(stated(LOWER, "展馆", 1, "处"), "展馆")
    assert is_intensive(stated(LOWER, "每个县展馆", 1, "处"), "每个县展馆")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每所学校", True),
        ("每年每校", True),
        ("每天", True),
        ("每万人", True),
        ("班额", True),
        ("生均", True),
        ("人均", True),
        ("每年", False),
        ("每学年", False),
        ("每5年", False),
        ("每三年", False),
        ("每个学期", False),
        ("每季度", False),
    ],
)
def test_so_many_a_year_grows_with_the_territory(text, expected):
    """A city that trains fewer people a year than its province does not ask for less; a school is like any other."""
    assert expected == is_intensive(stated(LOWER, f"{text}培训", 1, "人次"), f"{text}培训1人次")


def test_so_often_does_not_grow_with_the_territory():
    """视力监测每学期不少于2次 is asked of every school."""
    assert is_intensive(stated(LOWER, "每学期监测", 2, "次/学期", measure="frequency"), "每学期监测2次")


@pytest.mark.parametrize(
    ("pairs", "carried"),
    [
        ((rates(85, 80), rates(80, 80)), "raised"),
        ((rates(75, 80),), "lowered"),
        ((rates(85, 80), rates(75, 80)), "refined"),
        ((), "refined"),
    ],
)
def test_carried_by(pairs, carried):
    """A link raises or lowers where all figures that differ say so."""
    assert carried == carried_by(pairs)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2025", "2025", "same"),
        ("2021/2025", "2025", "same"),
        ("2024-06", "2025", "earlier"),
        ("2026", "2025-06", "later"),
        ("2025-06", "2025", None),
        ("2022/..", "2025", None),
        (None, "2025", None),
    ],
)
def test_timing(one, other, expected):
    """Deadlines are compared by their ends, as far as both are known."""
    first, second = (stated(LOWER, "开放率", 80, "%", due=due) for due in (one, other))

    assert expected == timing(first, second)


@given(
    st.tuples(*[st.integers(1, 99)] * 2),
    st.sampled_from(["=", ">=", ">", "<=", "<", "~"]),
    st.sampled_from(["=", ">=", ">", "<=", "<", "~"]),
)
def test_turned_round(values, lower, upper):
    """What is raised from below is lowered from above, and the rest stays as it is."""
    there, back = rates(*values, lower, upper), rates(*reversed(values), upper, lower)

    turned = {"raised": "lowered", "lowered": "raised"}
    assert turned.get(there.verdict, there.verdict) == back.verdict
    assert there.obstacle == back.obstacle


@pytest.mark.parametrize(
    ("expected", "pair"),
    [
        (1.25, rates(75, 60)),
        (0.5, rates(15, 30, "<=", "<=")),
        (None, rates(80, 80)),
        (None, rates(80, 90, "~")),
        (None, rates(80, 0)),
    ],
)
def test_the_factor_of_what_is_raised_or_lowered(expected, pair):
    """The lower figure by the upper, where both can be compared and differ."""
    assert expected == pair.factor


@pytest.mark.parametrize(
    ("expected", "below", "above"),
    [
        (0.1, {}, {}),
        (0.1, {}, {"comparator": "~"}),
        (0.1, {"object": "市级工坊"}, {"object": "市级工坊"}),
        (None, {"object": "市级工坊"}, {"object": "省级工坊"}),
        (None, {"object": "市级工坊"}, {}),
        (None, {"object": "剧场"}, {}),
        (None, {"unit": "个"}, {}),
        (None, {"kind": "baseline"}, {}),
        (None, {"value_max": 9.0, "comparator": "range"}, {}),
        (None, {"comparator": "<="}, {}),
        (None, {"value": 20.0}, {"comparator": ">"}),
        (None, {}, {"value": 0.0}),
        (None, {"object": "每县工坊"}, {"object": "每县工坊"}),
    ],
)
def test_the_share_of_a_total(expected, below, above):
    """2 of 20 所: amounts that are asked for, of one object, tier and unit, that grow with the territory."""
    one, other = (
        stated(
            clause, f"工坊{value}所", **{"value": value, "unit": "所", "comparator": "=", "object": "工坊", **changed}
        )
        for clause, value, changed in ((LOWER, 2.0, below), (UPPER, 20.0, above))
    )

    assert expected == compared(one, other).share


@pytest.mark.parametrize(
    ("expected", "pair"),
    [
        (-5, rates(75, 80)),
        (-10, rates(20, 30, "<=", "<=")),
        (None, rates(80, 80)),
        (None, rates(80, 90, "~")),
        (None, compared(stated(LOWER, "每周5课时", 5, "课时"), stated(UPPER, "每周4课时", 4, "课时"))),
        (-2, compared(stated(LOWER, "提高3个百分点", 3, "百分点"), stated(UPPER, "提高5个百分点", 5, "百分点"))),
    ],
)
def test_percentages_differ_by_points(expected, pair):
    """The lower less the upper, where both can be compared and differ; other figures have no points."""
    assert expected == pair.points


@pytest.mark.parametrize("word", GRANT.pattern.split("|"))
def test_the_most_of_a_grant(word):
    """Who gives at most more than the level above asks for neither more nor less; who gives at least less, for less."""
    texts = (f"{word}学徒最高8000元", f"{word}学徒最高5000元")
    one, other = (
        stated(clause, text, value, "元", "<=")
        for clause, text, value in zip((LOWER, UPPER), texts, (8000, 5000), strict=True)
    )
    least, more = replace(one, comparator=">="), replace(other, comparator=">=")

    assert ("not comparable", "most of a grant") == (compared(one, other).verdict, compared(one, other).obstacle)
    assert "raised" == compared(least, more).verdict
    assert "equal" == compared(one, replace(other, value=8000)).verdict


@pytest.mark.parametrize(
    ("below", "above", "verdict"),
    [
        ("辍学率降低到1%", "辍学率降低到2%", "raised"),
        ("辍学率降低到3%", "辍学率降低到2%", "lowered"),
        ("辍学率控制在2%", "辍学率降低到2%", "equal"),
        ("入园率由50%提高到1%", "入园率提高到2%", "lowered"),
        ("辍学率降低到5%、入园率提高到1%", "入园率达到2%", "lowered"),
        ("辍学率降低到5%，入园率1%", "入园率2%", "lowered"),
    ],
)
def test_what_is_to_come_down(below, above, verdict):
    """Where something is to come down to a figure, less is asked more; the last verb before the figure tells."""
    one, other = (stated(clause, text, float(text[-2]), "%", "=") for clause, text in ((LOWER, below), (UPPER, above)))

    assert verdict == compared(one, other).verdict
