"""What is stated as a quantity (its forms are in test_quantities)."""

import pytest

from loaders.comparators import read_comparator
from loaders.counted import Quantity, find_counted
from loaders.masks import masked
from loaders.measures import measures
from loaders.stated import frequency_of, is_base, is_stated
from loaders.vocabulary import rows

PERIOD_WORDS = rows("period_words.tsv")


def stated(text):
    """Whether the last measure of a text states a quantity."""
    hidden = masked(text)
    measure = measures(hidden)[-1]
    reading = read_comparator(hidden, measure)
    quantity = Quantity(measure, reading, find_counted(text, hidden, measure, reading, (0, len(text))), 0)
    return not is_base(hidden, measure) and is_stated(hidden, quantity, joined=False)


def in_text(row, period):
    """A period beside one of the words."""
    return f"{row[0]}{period}，" if row[1] == "ahead" else f"{period}{row[0]}"


@pytest.mark.parametrize("row", PERIOD_WORDS, ids=lambda row: row[0])
def test_every_period_word_fires(row):
    """A period is a quantity beside each of these words, and not beside those that only look like them."""
    word, side, *guard = row

    assert stated(in_text(row, "5年"))
    for character in "".join(guard):
        other = (character + word, side) if side == "ahead" else (word + character, side)
        assert {other[0]} <= {row[0] for row in PERIOD_WORDS} or not stated(in_text(other, "5年"))


@pytest.mark.parametrize("reaching", ["达到", "为", "一般为", "缩短至", "延长到", "提高到"])
def test_reaching(reaching):
    """Words that lead over to the number may stand between."""
    assert stated(f"平均时间{reaching}5天。")


def test_no_word_twice():
    """Each word stands once in the file, on one side or the other."""
    assert {"ahead", "behind"} == {row[1] for row in PERIOD_WORDS}
    assert len({row[0] for row in PERIOD_WORDS}) == len(PERIOD_WORDS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每3年修订1次", "3年"),
        ("三年一次", "三年"),
        ("每学期不少于2次", "学期"),
        ("近三年1次", None),
        ("开展2次", None),
    ],
)
def test_frequency(text, expected):
    """The period of a frequency, with 每 or directly before the number."""
    hidden = masked(text)
    found = frequency_of(hidden, measures(hidden)[-1], 0)

    assert expected == (found["per"] if found else None)
