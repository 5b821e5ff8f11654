"""How much of a file is read, and how a user raises it."""

import pytest

from graph.errors import InputError, UnreadableFile
from loaders.readers import read_page
from loaders.readers.limits import USUAL, Limits, as_bytes
from loaders.readers.plain import read_lines


@pytest.mark.parametrize(
    ("written", "size"),
    [("20000000", 20_000_000), ("50MB", 50_000_000), ("1.5 GB", 1_500_000_000), ("800k", 800_000), ("7b", 7)],
)
def test_sizes(written, size):
    """A size is a number, with a unit or without."""
    assert size == as_bytes(written)


@pytest.mark.parametrize("written", ["", "MB", "-1MB", "0", "5 TB", "1e9", "５MB"])
def test_no_sizes(written):
    """What is no size is the caller's mistake, and the message shows sizes."""
    with pytest.raises(InputError, match=r"50MB or 1\.5GB would fit"):
        as_bytes(written)


def test_what_is_not_given_is_usual():
    """A user sets one limit and leaves the others as they are."""
    assert USUAL == Limits.of()
    assert Limits(pages=7) == Limits.of(pages=7)
    assert Limits(size=5_000_000, seconds=0.5) == Limits.of("5MB", seconds=0.5)


PARTS = ("text", "characters", "tags", "word_tags", "pixels", "members")


@pytest.mark.parametrize("part", PARTS)
def test_parts_grow_with_the_size(part):
    """Twice the size allows twice as much of all that a file is made of; half of it leaves a small file as it is."""
    assert 2 * getattr(USUAL, part) == getattr(Limits(size=2 * USUAL.size), part)
    assert getattr(USUAL, part) == getattr(Limits(size=USUAL.size // 2), part)


@pytest.mark.parametrize("part", PARTS)
def test_the_size_that_a_refusal_names_is_enough(part):
    """Who does what the message says gets the file read."""
    most, found = getattr(USUAL, part), getattr(USUAL, part) * 3 + 1
    with pytest.raises(UnreadableFile, match="--max-size") as caught:
        USUAL.refuse_more("x", found, most, part)
    larger = Limits.of(caught.value.reason.rpartition("--max-size ")[2].split()[0])

    larger.refuse_more("x", found, getattr(larger, part), part)


def test_a_larger_file_is_read_when_it_is_allowed(tmp_path):
    """A text beyond the limit is refused with the option that raises it, and read with it."""
    path = tmp_path / "x.txt"
    path.write_text("示例市教育局\n" * 10, encoding="utf-8")

    with pytest.raises(UnreadableFile, match="190 bytes; at most 100 are read; --max-size"):
        read_page(path, Limits(size=100))
    assert 11 == len(read_page(path, Limits(size=200)).lines)


def test_text_in_memory_has_limits_too():
    """What is unpacked from elsewhere is limited as a file is."""
    with pytest.raises(UnreadableFile, match="9 bytes of text; at most 8 are read"):
        read_lines("示例市".encode(), "x.txt", Limits(size=8))
