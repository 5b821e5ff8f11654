"""How much of one text stands in another."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.restating import blocks, grams, measures, restated

TEXT = st.text(alphabet="竹编技艺展馆，。；", max_size=40)


def test_measures():
    """The measures of a clause are parted by 。 and ； of either width; a comma parts none."""
    text = "建展馆，办学校；传技艺;评名师。"

    assert ["建展馆，办学校", "传技艺", "评名师"] == [text[start:end] for start, end in measures(text)]


def test_restated():
    """A text's share in another is that of its characters in rows of four; marks do not count."""
    assert 1.0 == restated("传承竹编技艺", grams("大力传承竹编、技艺。"))
    assert 0.5 == restated("竹编技艺漆器木雕", grams("传承竹编技艺"))
    assert 0.0 == restated("竹编", grams("竹编"))


@given(TEXT, TEXT)
def test_restated_is_a_share(text, other):
    """The share lies between none and all, and a text of four characters or more stands wholly in itself."""
    assert 0.0 <= restated(text, grams(other)) <= 1.0
    assert restated(text, grams(text)) in (0.0, 1.0)


@given(TEXT, TEXT)
def test_blocks_are_common(text, other):
    """Each block is the same text on both sides and long enough."""
    found = blocks(text, other, 3)

    assert all(text[a : a + size] == other[b : b + size] and size >= 3 for a, b, size in found)
