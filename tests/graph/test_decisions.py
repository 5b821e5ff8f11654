"""Prints of texts, and times of decisions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import decision

from graph.decisions import fingerprint, moment, newest, now


@given(st.text(), st.sampled_from([" ", "\n", "\t", "　", "\xa0"]), st.integers(0, 20))
def test_white_space_leaves_no_print(text, white, place):
    """Wherever a file breaks its lines, the print is the same."""
    assert fingerprint(text) == fingerprint(text[:place] + white + text[place:])


@given(st.text(), st.text())
def test_other_texts_have_other_prints(one, other):
    """Two texts have one print only where they are the same but for white space."""
    assert ("".join(one.split()) == "".join(other.split())) == (fingerprint(one) == fingerprint(other))


def test_a_print_is_the_same_on_every_machine():
    """Prints stand in files that others read: a change of this value makes every decision suspect."""
    assert "2284aacea99d" == fingerprint("办好手艺工坊。\n每个县至少办好3所工坊。")


@pytest.mark.parametrize("at", ["", "昨天", "2022", "2022-03-01", "2022-03-01T08:00:00", "2022-13-01T08:00:00Z"])
def test_a_time_without_its_offset_is_none(at):
    """Decisions of several places are compared: a time must be one moment."""
    with pytest.raises(ValueError, match="a time as 2024-05-01T08:30:00Z expected"):
        moment(at)


def test_now_is_a_moment():
    """What is written today is read again, to the second, in universal time."""
    assert now().endswith("Z")
    assert 0 == moment(now()).utcoffset().total_seconds()


def test_times_are_compared_as_moments():
    """Eight o'clock in Beijing is before one o'clock in London."""
    early = decision("甲/一", "乙/一", "rejected", at="2022-03-01T08:00:00+08:00")
    late = decision("甲/一", "乙/一", at="2022-03-01T01:00:00Z")

    assert (late,) == newest([late, early]) == newest([early, late])
