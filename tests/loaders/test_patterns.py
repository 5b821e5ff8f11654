"""Alternatives of words."""

import re

from loaders.patterns import one_of, one_of_guarded


def test_longest_word_first():
    """A word that begins another does not hide it."""
    assert "不低于" == re.compile(one_of(["不低", "不低于"])).match("不低于30%").group()


def test_guard_behind():
    """A word does not stand before a character of its guard."""
    assert not re.search(one_of_guarded([("年", "级")], ahead=False), "3年级")
    assert re.search(one_of_guarded([("年", "级")], ahead=False), "3年内")


def test_guard_ahead():
    """A word does not stand after a character of its guard."""
    assert not re.search(one_of_guarded([("约", "节")], ahead=True), "节约5元")
    assert re.search(one_of_guarded([("约", "节")], ahead=True), "大约5元")
