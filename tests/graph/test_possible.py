"""Regions around and inside one, as queries look them up."""

from hypothesis import given
from hypothesis import strategies as st

from graph.ids import region_contains
from graph.possible import codes_within, regions_around

PAIRS = st.sampled_from(["00", "01", "10", "41", "90"])
CODES = st.builds(lambda a, b, c: f"{a}{b}{c}", PAIRS, PAIRS, PAIRS)


def test_a_district_lies_in_four_regions():
    """Itself, its city, its province and the nation; the nation lies in itself alone."""
    assert ("411502", "411500", "410000", "000000") == regions_around("411502")
    assert ("000000",) == regions_around("000000")


@given(CODES, CODES)
def test_codes_are_looked_up_as_regions_contain_each_other(outer, inner):
    """Both ways of looking up find what `region_contains` says, for districts right under a province too."""
    first, after = codes_within(outer)

    assert region_contains(outer, inner) == (outer in regions_around(inner)) == (first <= inner < after)
