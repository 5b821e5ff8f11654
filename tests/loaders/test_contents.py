"""Tables of contents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.contents import without_contents
from loaders.readers.grids import with_cells
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


def test_contents_with_tabs():
    """Page numbers that a tab parts from their entries make no table."""
    lines = [Line(text, n) for n, text in enumerate(("目录", *(f"{entry}\t1" for entry in ENTRIES), *TEXT), 1)]

    assert list(TEXT) == [line.text for line in without_contents(clean(with_cells(lines)))]


def test_entries_that_stand_twice_in_the_contents():
    """第一节 of every chapter may have the same heading; the contents end where their first entry stands again."""
    contents = ("第一章 甲", "第一节 一般规定", "第二章 乙", "第一节 一般规定")
    text = [part for heading in contents for part in (heading, "第一条 丙。")]

    assert [line.replace(" ", "") for line in text] == [
        line.replace(" ", "") for line in read("目录", *contents, *text)
    ]


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
