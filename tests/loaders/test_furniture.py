"""Running heads and feet of pages."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.furniture import without_furniture
from loaders.readers.page import Line
from loaders.text import clean


def read(*lines):
    """The lines that are left."""
    return [line.text for line in without_furniture(clean(Line(text, n) for n, text in enumerate(lines, 1)))]


def pages(*texts, head="示例省人民政府公报", foot=()):
    """Pages of one line each, with a page number, a head and lines below the number."""
    return [line for number, text in enumerate(texts, 1) for line in (head, text, "", f"— {number} —", "", *foot)]


def test_running_heads():
    """What stands beside the page number on every page is no text."""
    assert ["示例省人民政府公报", "甲", "乙", "丙"] == read(*pages("甲", "乙", "丙"))


def test_running_feet():
    """So are lines above or below the number."""
    assert ["甲", "乙", "丙"] == read("甲", "内部资料", "— 1 —", "乙", "内部资料", "— 2 —", "丙", "内部资料", "— 3 —")


def test_text_beside_page_numbers():
    """A line that stands beside a page number once is text, and so are sentences, clauses and rows."""
    lines = ("甲地", "— 1 —", "乙地", "— 2 —", "做好工作。", "— 3 —", "做好工作。", "一、甲", "— 4 —", "一、甲")

    assert [line for line in lines if "—" not in line] == read(*lines)


def test_sentence_around_a_head():
    """The line below a head is torn off the one above it, as below a page number."""
    lines = without_furniture(clean(Line(text, n) for n, text in enumerate(pages("各校要", "加强", "管理。"), 1)))

    assert [False, False, True, True] == [line.torn for line in lines]


@given(st.lists(st.sampled_from(("甲", "乙", "", "— 1 —", "一、丙", "丁。")), max_size=20))
def test_only_lines_beside_page_numbers_go(lines):
    """Without page numbers nothing is left out."""
    plain = [line for line in lines if "1" not in line]

    assert [line for line in plain if line] == read(*plain)
