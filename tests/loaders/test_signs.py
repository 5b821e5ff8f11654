"""What speaks for a link, and the score that follows."""

from dataclasses import asdict, fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.signs import Signs, link_weights, weighed
from loaders.vocabulary import rows

NAMES = [field.name for field in fields(Signs)]
NONE = Signs(**dict.fromkeys(NAMES, 0.0))
SIGNS = st.builds(Signs, **dict.fromkeys(NAMES, st.floats(0, 20)))


def test_every_sign_has_a_weight():
    """Each sign stands once in the sheet of weights with what a sign of 1 is, and nothing else does but the start."""
    listed = rows("link_weights.tsv")

    assert ["start", *NAMES] == [row[0] for row in listed]
    assert all(len(row) == 3 and row[2] for row in listed)
    assert set(link_weights()) == {"start", *NAMES}


def test_all_signs_speak_for_a_link():
    """No sign weighs against a link; only that there is none does."""
    assert link_weights()["start"] < 0 < min(link_weights()[name] for name in NAMES)


def test_no_sign_no_link():
    """Without any sign the score is next to nothing."""
    assert NONE.score < 0.01


@pytest.mark.parametrize("name", NAMES)
def test_no_sign_alone_makes_a_link(name):
    """One usual sign by itself, a sign of 1, is not enough."""
    assert replace(NONE, **{name: 1.0}).score < 0.5


def test_all_signs_make_a_link():
    """A sign of 1 in all is as good as sure."""
    assert Signs(**dict.fromkeys(NAMES, 1.0)).score > 0.95


@given(SIGNS, st.sampled_from(NAMES), st.floats(0, 5))
def test_more_of_a_sign_never_scores_less(signs, name, more):
    """The score grows with each sign and lies between 0 and 1."""
    stronger = replace(signs, **{name: asdict(signs)[name] + more})

    assert 0.0 <= signs.score <= stronger.score <= 1.0
    assert signs.sum <= stronger.sum + 1e-9


@given(st.floats(0, 100), st.floats(0, 100))
def test_more_weight_says_less_and_less(weight, more):
    """What runs weigh becomes a sign that grows ever more slowly from 0."""
    assert 0.0 == weighed(0.0)
    assert weighed(weight) <= weighed(weight + more) <= weighed(weight) + weighed(more) + 1e-9
