"""What the words of a text say."""

import pytest

from loaders.vocabulary import lines
from loaders.wording import CHARACTER, COMMON_WORD, NAME_WEIGHT, Wording, common_words, telling, themes

SILENT = ("slogans.txt", "function_words.txt")
LISTS = ("general_words.txt", *SILENT)


def weights(text, common=()):
    """The words of a text with their weights."""
    return [(text[piece.start : piece.end], piece.weight) for piece in Wording(common).pieces(text)]


@pytest.mark.parametrize("name", LISTS)
def test_entries_fire(name):
    """Every entry of the word lists is read as one word with the weight of its list."""
    weight = 0.0 if name in SILENT else COMMON_WORD

    assert [] == [word for word in lines(name) if weights(f"、{word}、")[1] != (word, weight)]


def test_no_entry_twice():
    """No word stands in two lists or twice in one."""
    words = [word for name in LISTS for word in lines(name)]

    assert [] == sorted({word for word in words if words.count(word) > 1})


def test_unlisted_characters_weigh():
    """What is in no list weighs by its characters, numbers and marks weigh nothing, Latin names do."""
    assert [("竹", CHARACTER), ("材", CHARACTER), ("、", 0.0), ("30所左右", 0.0)] == weights("竹材、30所左右")
    assert [("1+X", NAME_WEIGHT), ("、", 0.0), ("20%", 0.0)] == weights("1+X、20%")


def test_longest_entry_counts():
    """加强组织领导 is a slogan, not 加强 and 组织 and 领导."""
    assert [("加强组织领导", 0.0)] == weights("加强组织领导")


def test_common_words_say_little():
    """What stands in many clauses of a document is a word of its subject, whole and not in parts."""
    texts = ["竹材加工能力", "竹材加工补贴", "竹材加工园区", "林区道路", "苗圃"]

    assert frozenset({"竹材加工"}) == common_words(texts)
    assert [("竹材加工", COMMON_WORD), ("园", CHARACTER), ("区", CHARACTER)] == weights("竹材加工园区", {"竹材加工"})


def test_six_clauses_make_a_word_common():
    """In a long document six clauses are enough, in a short one a fifth of them and at least three."""
    other = [chr(0x4E00 + number) * 2 for number in range(100)]

    assert "竹材" in common_words(["竹材"] * 6 + other)
    assert "竹材" not in common_words(["竹材"] * 5 + other)
    assert "竹材" not in common_words(["竹材"] * 2 + other[:5])


def test_common_words_cross_no_mark():
    """A common word neither crosses a mark nor begins or ends in a particle."""
    assert frozenset({"竹材"}) == common_words(["竹材，的笋"] * 3)


def test_themes():
    """Parts of titles and headings from four characters on are themes."""
    assert {"竹材加工", "材加工业", "竹材加工业"} == themes(["竹材加工业"])


def test_words_that_leave_a_word_behind_them():
    """Of two words that begin alike the one is read that leaves a word behind it: 竹编工|匠 is 竹编 and 工匠."""
    assert ["竹编", "工匠"] == [word for word, _ in weights("竹编工匠", {"竹编", "竹编工", "工匠"})]


def test_telling():
    """What says nothing is a mark in its place, and the rest stands where it stood."""
    text = "加强组织领导，传承竹编技艺，建设20个展馆。"

    assert len(text) == len(telling(text))
    assert all(mark in (char, "，") for char, mark in zip(text, telling(text), strict=True))
    assert telling(text).startswith("，" * 7)
    assert "竹编技艺" in telling(text)
    assert "20" not in telling(text)
    assert "" == telling("")
