"""Sentences and the segments in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.segments import segment, sentences


def test_sentences_end_at_full_stops_and_line_breaks():
    """。！？ and a line break end a sentence, ； does not."""
    text = "目标任务\n建成5所；建成3个。完成！"

    assert ["目标任务\n", "建成5所；建成3个。", "完成！"] == [text[start:end] for start, end in sentences(text)]


@given(st.text("建成5所，。；\n！（）"))
def test_sentences_cover_the_text(text):
    """Every character lies in one sentence."""
    assert text == "".join(text[start:end] for start, end in sentences(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("确保投入，比例不低于30%，并提高", "比例不低于30%"),
        ("高中（部、班）不低于30%", "高中（部、班）不低于30%"),  # a bracket that closes is passed over
        ("完成80万人（其中30%为女生）", "其中30%为女生"),  # and one around the number parts
        ("总数1,000的30%,其余", "总数1,000的30%"),  # a comma between digits parts nothing
        ("30%", "30%"),
    ],
)
def test_segment(text, expected):
    """The segment around a number."""
    start = text.index("30%")
    low, high = segment(text, start, start + 3)

    assert expected == text[low:high]


@given(st.text("建30%，。；：（）()[]\n"), st.integers(0, 20))
def test_segment_lies_around_its_place(text, place):
    """The segment contains what it was asked for."""
    place = min(place, len(text))
    low, high = segment(text, place, place)

    assert 0 <= low <= place <= high <= len(text)
