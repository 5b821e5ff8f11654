"""Ids of documents and clauses, and what people write for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import AmbiguousReference, UnknownReference
from graph.ids import (
    CIRCLED,
    Address,
    DocumentNumber,
    clause_id,
    document_id,
    region_contains,
    resolve,
    split_clause_id,
    step_kind,
)
from graph.numerals import write_numeral

NUMBER = "示政〔2021〕7号"
TITLE = "示范区实施方案"
ADDRESSES = {
    NUMBER: [
        "引言",
        "一",
        "一（一）",
        "二",
        "二（二）",
        "四",
        "四（十一）",
        "附件1",
        "附件1第1项",
        "附件2",
        "附件2第1项",
        "附件2第3项",
    ],
    TITLE: ["一", "一—1", "二", "二（三）", "二（三）7", "二（四）17", "附件", "附件第9项"],
}
NAMES = {NUMBER: ["示例省人民政府 关于振兴的意见"], TITLE: ["示范区实施方案"]}


def meaning(text: str) -> str:
    """What `text` means among two invented documents."""
    return resolve(text, NAMES, ADDRESSES.__getitem__)


def numeral(limit: int = 99) -> st.SearchStrategy[str]:
    """Chinese numerals up to `limit`."""
    return st.integers(1, limit).map(write_numeral)


def steps() -> st.SearchStrategy[tuple[str, ...]]:
    """The steps of an address, outermost first."""
    arabic = st.integers(1, 99).map(str)
    outer = st.tuples(numeral(), st.sampled_from(("编", "分编", "篇", "部分", "章", "节", "条")))
    head = st.one_of(
        numeral(),
        st.just("附件"),
        arabic.map("附件{}".format),
        st.tuples(arabic, arabic).map(lambda pair: f"附件{pair[0]}-{pair[1]}"),
        arabic.map("专栏{}".format),
        outer.map(lambda pair: f"第{pair[0]}{pair[1]}"),
    )
    tail = st.one_of(
        numeral().map("（{}）".format),
        arabic.map("（{}）".format),
        st.sampled_from(CIRCLED),
        arabic.map("—{}".format),
        arabic.map("第{}项".format),
    )
    return st.tuples(head, st.lists(tail, max_size=3)).map(lambda parts: (parts[0], *parts[1]))


@given(steps())
def test_address_parse_and_str_are_inverses(parts):
    """Any chain of numbers reads back as the same chain."""
    assert Address(parts) == Address.parse(str(Address(parts)))


@given(st.text("豫政教函办发", min_size=1, max_size=6), st.integers(1950, 2049), st.integers(1, 9999))
def test_number_parse_and_str_are_inverses(code, year, serial):
    """Any document number reads back as the same number."""
    number = DocumentNumber(code, year, serial)

    assert number == DocumentNumber.parse(str(number))


@pytest.mark.parametrize(
    "text",
    [
        "示政〔2021〕7号",
        "示政[2021]7号",
        "示政（2021） 7 号",
        "示政【2021】第7号",
        "示政﹝2021﹞7号",
        "示政［2021］7号",
    ],
)
def test_number_in_every_bracket(text):
    """The brackets and spaces of a document number do not matter."""
    assert NUMBER == str(DocumentNumber.parse(text))


def test_order_number():
    """An order has a code that ends in 令 and no year."""
    assert "示例市人民政府令第179号" == str(DocumentNumber.parse("示例市人民政府令 第 179 号"))


@pytest.mark.parametrize("text", ["示例局公告2020年第22号", "示例局公告 2020年 22号", "示例局公告〔2020〕22号"])
def test_number_of_an_announcement(text):
    """An announcement has a code that ends in 公告 and a year without brackets, however it is written."""
    number = DocumentNumber.parse(text)

    assert ("示例局公告2020年第22号", 2020) == (str(number), number.year)


@pytest.mark.parametrize("text", ["", "豫政", "第65次", "〔2021〕7号", "2021年7号"])
def test_no_number(text):
    """What is no document number raises ValueError."""
    with pytest.raises(ValueError, match="not a document number"):
        DocumentNumber.parse(text)


@pytest.mark.parametrize(
    ("number", "address"),
    [
        (11, "四（十一）"),
        (7, "二（三）7"),
        (13, "附件2第13项"),
        (1, "一—1"),
        (5, "第五条"),
        (3, "①②③"),
        (2, "1.2"),
        (4, "四·2"),
        (None, "引言"),
        (None, "附件"),
        (2, "附件2"),
        (3, "专栏3"),
        (None, "专栏"),
    ],
)
def test_number_of_an_address(number, address):
    """The number of an address is that of its last step."""
    assert number == Address.parse(address).number


@pytest.mark.parametrize(
    ("kind", "step"),
    [
        ("section", "四"),
        ("bracket", "（十一）"),
        ("item", "7"),
        ("article", "第五条"),
        ("row", "第3项"),
        ("annex", "附件"),
        ("annex", "附件2"),
        ("bullet", "—1"),
        ("box", "专栏3"),
        ("part", "第一章"),
        ("lead", "引言"),
        ("circled", "①"),
    ],
)
def test_kind_of_a_step(kind, step):
    """Each form of number has a kind."""
    assert kind == step_kind(step)


def test_document_id_is_the_number_else_the_bare_title():
    """White space and draft mark are no part of an id."""
    assert NUMBER == document_id("示政[2021] 7号", "意见")
    assert TITLE == document_id(None, "示范区 实施方案（征求意见稿）")


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("四（十一）", "示政〔2021〕7号 clause 十一"),
        ("四（十一）", "示政[2021]7号 第十一条"),
        ("四（十一）", "示政（2021）7号第11条"),
        ("四（十一）", "示政〔2021〕7号（十一）"),
        ("四（十一）", "示政〔2021〕7号 四(十一)"),
        ("四（十一）", "示政〔2021〕7号/四（十一）"),
        ("四（十一）", "请看示政〔2021〕7号第十一条"),
        ("四（十一）", "《示例省人民政府关于振兴的意见》第十一条"),
        ("四", "示政〔2021〕7号 四"),
        ("二（二）", "示政〔2021〕7号 第二条"),
        ("附件2第3项", "示政〔2021〕7号 附件2第3项"),
        ("附件2第3项", "示政〔2021〕7号 第3项"),
    ],
)
def test_resolves_what_people_write(address, text):
    """Number or title, any bracket, with or without the section: one clause."""
    assert clause_id(NUMBER, address) == meaning(text)


STATUTE = (
    "第二章",
    "第五条",
    "第五条之一",
    "第十九条",
    "第十九条（一）",
    "第十九条（一）1",
    "第十九条（二）",
    "第十九条（二）·2",
    "附件1第五条",
)


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("第五条", "第二章第五条"),
        ("第五条", "第5条"),
        ("第五条", "第五条第二款"),
        ("第五条之一", "第五条之一第一款"),
        ("第十九条（一）", "第十九条第一款第（一）项"),
        ("第十九条（一）", "第19条第1项"),
        ("第十九条（一）1", "第十九条第一项第1目"),
        ("附件1第五条", "附件一第五条"),
        ("第二章", "第二章"),
    ],
)
def test_resolves_as_statutes_are_cited(address, text):
    """Chapter, paragraph (款) and the words 项 and 目 may be named or not."""
    assert clause_id("某法", address) == resolve(f"某法{text}", {"某法": ()}, lambda _: STATUTE)


def test_point_of_several_paragraphs():
    """A point that the lists of two paragraphs have is refused: which is meant cannot be told."""
    with pytest.raises(AmbiguousReference) as refused:
        resolve("某法第十九条第二款第二项", {"某法": ()}, lambda _: STATUTE)

    assert ["某法/第十九条（二）", "某法/第十九条（二）·2"] == list(refused.value.candidates)


def test_resolves_a_document_without_number():
    """A title serves where there is no number, and 7 is not 17."""
    assert TITLE == meaning("示范区实施方案")
    assert clause_id(TITLE, "二（三）7") == meaning("示范区实施方案 7")


@pytest.mark.parametrize(
    ("candidates", "text"),
    [
        ((clause_id(NUMBER, "附件1第1项"), clause_id(NUMBER, "附件2第1项")), "示政〔2021〕7号 第1项"),
        ((clause_id(NUMBER, "二"), clause_id(NUMBER, "二（二）")), "示政〔2021〕7号 clause 二"),
    ],
)
def test_ambiguous_text_lists_what_it_may_be(candidates, text):
    """What fits several clauses is an error that names them."""
    with pytest.raises(AmbiguousReference) as caught:
        meaning(text)

    assert candidates == caught.value.candidates


def test_unknown_clause_lists_the_nearest():
    """An address that is not there is an error with addresses like it."""
    with pytest.raises(UnknownReference) as caught:
        meaning("示政〔2021〕7号 附件2第4项")

    assert clause_id(NUMBER, "附件2第3项") in caught.value.nearest


@pytest.mark.parametrize(
    ("nearest", "text"),
    [
        ("四（十一）", "示政〔2021〕7号 第九十条"),
        ("四（十一）", "示政〔2021〕7号（十二）"),
        ("二", "示政〔2021〕7号 clause 3"),
    ],
)
def test_unknown_number_lists_the_next_ones_first(nearest, text):
    """Somebody who asks for clause 90 of eleven is told of the eleventh."""
    with pytest.raises(UnknownReference) as caught:
        meaning(text)

    assert clause_id(NUMBER, nearest) == caught.value.nearest[0]


def test_unknown_document_lists_the_nearest():
    """A number that is not there is an error with numbers like it."""
    with pytest.raises(UnknownReference) as caught:
        meaning("示政〔2021〕8号 第一条")

    assert (NUMBER,) == caught.value.nearest


def test_clause_id_splits_at_the_last_slash():
    """A title may hold a slash."""
    assert ("甲/乙", "四（十一）") == split_clause_id("甲/乙/四（十一）")


@pytest.mark.parametrize("text", ["四", "/四", "甲/", "甲/xyz"])
def test_no_clause_id(text):
    """What is no clause id raises ValueError."""
    with pytest.raises(ValueError, match="not a"):
        split_clause_id(text)


@pytest.mark.parametrize(
    ("contains", "outer", "inner"),
    [
        (True, "000000", "410000"),
        (True, "410000", "411502"),
        (True, "411500", "411502"),
        (True, "411502", "411502"),
        (False, "410200", "411502"),
        (False, "411502", "411500"),
        (False, "410000", "000000"),
    ],
)
def test_regions_nest_by_code(contains, outer, inner):
    """GB/T 2260 codes nest by pairs of digits."""
    assert contains is region_contains(outer, inner)


@given(st.text(max_size=30))
def test_any_text_resolves_or_is_refused_as_input(text):
    """No text breaks the reader."""
    try:
        meant = meaning(text)
    except (AmbiguousReference, UnknownReference):
        return
    assert meant.startswith((NUMBER, TITLE))
