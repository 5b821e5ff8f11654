"""First clauses in the line of the sentence that leads in to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.paragraphs import paragraphs
from loaders.readers.page import Line
from loaders.text import clean


def read(*lines):
    """The paragraphs of these lines as (number as written, text)."""
    found = paragraphs(clean(Line(text, number) for number, text in enumerate(lines, 1)))
    return [(item.mark.written if item.mark else "", item.passage.text) for item in found]


@given(st.sampled_from([("一、", "二、"), ("（一）", "（二）"), ("1.", "2."), ("（1）", "（2）")]))
def test_first_of_a_list(marks):
    """The first number behind a colon begins a clause where the second one begins a line."""
    first, second = marks

    assert [("", "现通知如下："), (first, "甲。"), (second, "乙。")] == read(
        f"现通知如下：{first}甲。", f"{second}乙。"
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("符合下列条件：（一）甲；（二）乙。", "（二）丙。"),  # whole in its sentence
        ("现通知如下：一、甲。", "（二）乙。"),
        ("一、下列工作：（一）甲。", "二、乙。"),
        ("如下：2.甲。", "2.乙。"),
    ],
)
def test_no_first_of_a_list(lines):
    """A list that is whole in its sentence, of another kind, or in another clause stays in its line."""
    assert len(lines) == len(read(*lines))
