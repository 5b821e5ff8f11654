"""Differences of words in one part are one change."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.differences import bare, differences
from loaders.one_change import told_once

MOVED = (
    "社企合作中，学校可从中获得竹编、漆器、号子等项目的报酬。",
    "允许学校从社企合作中获得竹编、漆器、号子等项目的报酬。",
)


def told(text, copy):
    """Kind and weight of the changes of a copy."""
    a, b = bare(text), bare(copy)
    return [(item.kind, item.weight) for item in told_once(differences(a, b, (0, len(b.text))), a, b)]


def test_what_moved_is_other_words():
    """What a copy says at another place of the same part is neither left out nor added."""
    assert [("wording", "minor")] == told(*MOVED)


def test_what_is_gone_has_not_moved():
    """Another piece put in where one was left out stays a matter of substance."""
    assert [("scope", "material")] == told(
        "支持漆器学校在各区开展技艺传承示范活动。", "支持学校在各区开展竹编技艺传承示范活动。"
    )


def test_parts_are_told_apart():
    """Changes in two parts are two."""
    text, copy = "完善竹编名师标准和认定办法，扩充漆器学校资源。", "完善竹编名师标准和办法，扩大漆器学校资源。"

    assert [("scope", "material"), ("wording", "minor")] == told(text, copy)


@given(st.text("竹编漆器传承，。名师", max_size=40), st.text("竹编漆器传承，。名师", max_size=40))
def test_no_more_than_was_found(text, copy):
    """Never more changes than differences, and each is shown by characters of both texts."""
    a, b = bare(text), bare(copy)
    found = list(differences(a, b, (0, len(b.text))))
    once = told_once(found, a, b)

    assert bool(once) == bool(found)
    assert len(once) <= len(found)
    assert all(0 <= item.a[0] <= item.a[1] <= len(a.text) and item.b[1] <= len(b.text) for item in once)
