"""Tables of contents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.contents import without_contents
from loaders.readers.page import Line
from loaders.text import clean

TEXT = ("一、甲", "做甲。", "（一）乙", "做乙。", "二、丙", "做丙。")
ENTRIES = ("一、甲", "（一）乙", "二、丙")


def read(*lines):
    """The lines that are left."""
    return [line.text for line in without_contents(clean(Line(text, n) for n, text in enumerate(lines, 1)))]


@pytest.mark.parametrize("heading", ["目录", "目录：", "目 录", "目　　次", "【目录】"])
@pytest.mark.parametrize("end", ["", "1", "……1", " ..... 1", "········（1）", " 1"])
def test_contents(heading, end):
    """From 目录 to where an entry stands again there is no text, whatever leads to the page numbers."""
    assert list(TEXT) == read(heading, *(entry + end for entry in ENTRIES), *TEXT)


def test_contents_without_their_heading():
    """Headings one below the other that all stand again in their order are contents."""
    assert list(TEXT) == read(*ENTRIES, *TEXT)


def test_foreword_that_is_no_heading_below():
    """An entry that does not stand again ends no contents."""
    assert ["根据丁，制定本规划。", *TEXT] == read("目录", "前言", *ENTRIES, "根据丁，制定本规划。", *TEXT)


def test_lists_are_no_contents():
    """Numbered lines that do not all stand again are clauses."""
    assert ["一、甲", "二、乙", "三、丙", "一、甲"] == read("一、甲", "二、乙", "三、丙", "一、甲")


@given(st.lists(st.sampled_from((*TEXT, *ENTRIES, "目录")), max_size=12))
def test_every_sentence_stays(lines):
    """Whatever is taken for contents, no sentence goes."""
    assert [line for line in lines if line.endswith("。")] == [line for line in read(*lines) if line.endswith("。")]
