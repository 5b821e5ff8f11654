"""How alike the clauses of two documents are as wholes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.likeness import LEAST, Likeness, grams

BELOW = ("传承竹编技艺，修缮展馆。", "疏浚河道，架设泵站。", "加强领导。")
ABOVE = ("修缮竹编展馆，保护技艺。", "疏浚河道，更换雨水篦子。", "印发手册。")

TEXTS = st.lists(st.text(alphabet="竹编技艺展馆河道，。0", max_size=20), max_size=5)


def test_the_same_text_is_most_alike():
    """A text is wholly like itself, less like one that shares a part, and not like one that shares nothing."""
    alike = Likeness(BELOW, (BELOW[0], ABOVE[0], ABOVE[1]))

    assert pytest.approx(1.0) == alike.of(0, 0)
    assert 1.0 > alike.of(0, 1) > alike.of(0, 2) == 0.0


def test_the_best_of_each_is_one():
    """Among all above the clause most like is 1, and so it is among all below; others are the share that they have."""
    alike = Likeness(BELOW, ABOVE)

    assert [1.0, 1.0] == [alike.among_targets(0, 0), alike.among_targets(1, 1)]
    assert [1.0, 1.0] == [alike.among_sources(0, 0), alike.among_sources(1, 1)]
    assert 0.0 == alike.among_targets(0, 1) == alike.among_sources(1, 0)


def test_nothing_is_most_like_a_stranger():
    """A clause that is hardly like any has no likest one: what is less than the least counts as a share of that."""
    alike = Likeness((f"竹编{'甲乙丙丁戊己庚辛壬癸'}",), (f"竹编{'子丑寅卯辰巳午未申酉戌亥'}",))

    assert 0.0 < alike.of(0, 0) < LEAST
    assert pytest.approx(alike.of(0, 0) / LEAST) == alike.among_targets(0, 0) == alike.among_sources(0, 0)


def test_what_all_texts_hold_makes_less_alike():
    """A string that all clauses hold says less than one that only two hold."""
    common = [f"竹编{mark * 2}" for mark in "甲乙丙丁"]
    alike = Likeness(("竹编，榫卯",), (*common, "榫卯戊戊"))

    assert alike.of(0, 4) > alike.of(0, 0) > 0


def test_texts_without_words():
    """Empty texts and texts of marks alone are like nothing, not even each other."""
    alike = Likeness(("", "，。", "竹编"), ("", "竹编"))

    assert [0.0, 0.0, 0.0, 0.0] == [alike.of(source, target) for source in (0, 1) for target in (0, 1)]
    assert [0.0, 0.0] == [alike.among_targets(0, 0), alike.among_sources(0, 0)]
    assert pytest.approx(1.0) == alike.of(2, 1)


def test_strings_cross_no_mark():
    """Strings of two and three characters are counted between marks."""
    assert {"竹编": 2, "编技": 1, "技艺": 1, "竹编技": 1, "编技艺": 1} == grams("竹编，竹编技艺。艺")


@given(TEXTS, TEXTS)
def test_bounds(sources, targets):
    """Likeness and its shares lie between 0 and 1, and it is the same whichever document comes first."""
    one, other = Likeness(sources, targets), Likeness(targets, sources)

    for rank in range(len(sources)):
        for above in range(len(targets)):
            values = one.of(rank, above), one.among_targets(rank, above), one.among_sources(rank, above)
            assert all(0.0 <= value <= 1.0 + 1e-9 for value in values)
            assert pytest.approx(one.of(rank, above)) == other.of(above, rank)
            assert pytest.approx(one.among_targets(rank, above)) == other.among_sources(above, rank)


@given(TEXTS, TEXTS)
def test_a_best_one_is_one(sources, targets):
    """Of the clauses above that are like one below by the least or more, the likest has the share 1."""
    alike = Likeness(sources, targets)

    for rank in range(len(sources)):
        found = [above for above in range(len(targets)) if alike.of(rank, above) >= LEAST]
        if found:
            assert pytest.approx(1.0) == max(alike.among_targets(rank, above) for above in found)
