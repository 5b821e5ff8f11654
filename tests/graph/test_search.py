"""What people look for by a word."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api import sample
from api.loading import files_of, load
from graph.search import marks, search
from graph.store import open_store

PROVINCE = "示政〔2021〕7号"


@pytest.fixture(scope="module")
def store():
    """The sample."""
    with open_store(":memory:") as opened:
        load(opened, files_of([sample.home()]))
        yield opened


@pytest.mark.parametrize(
    ("asked", "means"),
    [
        ("示政〔2021〕7号第十一条", f"{PROVINCE}/四（十一）"),
        ("示政[2021]7号 （十一）", f"{PROVINCE}/四（十一）"),
        ("示政〔2021〕7号", PROVINCE),
        ("示例省人民政府关于加强学校体育工作促进青少年健康成长的意见", PROVINCE),
        ("《示例省人民政府关于加强学校体育工作促进青少年健康成长的意见》", PROVINCE),
        ("促进青少年健康成长", None),
        ("体育", None),
    ],
)
def test_what_is_named_is_meant(store, asked, means):
    """A number, a whole title or a clause names one thing; part of a title is a word as any other."""
    assert means == search(store, asked).means


def test_part_of_a_title_finds_the_document(store):
    """By words of the title, in any order."""
    assert [PROVINCE] == [card.id for card in search(store, "成长 加强学校体育").documents]


def test_a_number_that_is_not_there_has_near_ones(store):
    """Who writes a number wrongly sees what is near."""
    answer = search(store, "示政〔2021〕8号")

    assert (None, PROVINCE) == (answer.means, answer.fitting[0])
    assert answer.missing
    assert not search(store, f"{PROVINCE} 第九十条").missing


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ("四（十一）", f"{PROVINCE}/四（十一）"),
        ("第十一条", f"{PROVINCE}/四（十一）"),
        ("(十一)", f"{PROVINCE}/四（十一）"),
    ],
)
def test_an_address_alone_lists_the_clauses_of_all_documents_that_have_it(store, asked, fits):
    """Who knows the clause and not the number finds it."""
    answer = search(store, asked)

    assert answer.means is None
    assert fits in answer.fitting
    assert not answer.missing


@pytest.mark.parametrize("asked", ["11", "第一轮", "十一"])
def test_a_number_in_words_is_no_address(store, asked):
    """They are looked for in texts."""
    assert () == search(store, asked).fitting


def test_a_reference_that_fits_several_clauses_lists_them(store):
    """What is ambiguous is not guessed."""
    answer = search(store, "样政〔2022〕3号 （一）")

    assert answer.means is None
    assert [f"样政〔2022〕3号/{section}（一）" for section in "二三四五"] == list(answer.fitting)


def test_units_by_part_of_their_name(store):
    """The busiest first, each with the number of its tasks."""
    units = search(store, "教育局").units

    assert all("教育局" in unit.name for unit in units)
    assert [unit.tasks for unit in units] == sorted((unit.tasks for unit in units), reverse=True)
    assert units[0].tasks > 0


def test_clauses_hold_all_words(store):
    """Several words must all be there; each is marked where it stands."""
    answer = search(store, "体育场馆 社区")

    assert answer.clauses
    for item in answer.clauses:
        assert {"体育场馆", "社区"} <= {item.clause.text[start:end] for start, end in item.marks}


def test_the_heading_comes_first_then_who_says_it_most(store):
    """A clause about the word stands before one that only names it."""
    found = search(store, "近视").clauses
    ranks = [("近视" in (item.clause.heading or ""), len(item.marks)) for item in found]

    assert ranks == sorted(ranks, reverse=True)


def test_the_limit_is_said(store):
    """`total` counts what is not shown too."""
    whole, some = search(store, "体育"), search(store, "体育", limit=3)

    assert (3, whole.total) == (len(some.clauses), some.total)
    assert whole.clauses[:3] == some.clauses


@pytest.mark.parametrize("asked", ["", "  ", "\t\n"])
def test_no_words_find_nothing(store, asked):
    """Nothing was asked."""
    answer = search(store, asked)

    assert ((), (), (), 0) == (answer.documents, answer.units, answer.clauses, answer.total)


@given(st.text("体育场馆ab"), st.lists(st.text("体育ABab", min_size=1, max_size=3), max_size=4))
def test_marks_cover_every_word_and_nothing_else(text, words):
    """Each place of a word lies in one mark; marks lie apart, in order, and each begins with a word."""
    found = marks(text, words)

    assert list(found) == sorted(found)
    assert all(end < start for (_, end), (start, _) in pairwise(found))
    for word in words:
        place = text.lower().find(word.lower())
        assert place < 0 or any(start <= place and place + len(word) <= end for start, end in found)
    for start, _ in found:
        assert any(text.lower().startswith(word.lower(), start) for word in words)
