"""Which documents can carry out which."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import LEVELS, Citation, Document
from graph.standing import cites_it, dated, hindrance, is_before, may_implement

OPINION = Document(
    "示政〔2021〕7号",
    "示例省人民政府关于保护竹编技艺的意见",
    "示政〔2021〕7号",
    level="provincial",
    region="990000",
    issued="2021-06-15",
)
PLAN = Document("例政〔2021〕9号", "方案", "例政〔2021〕9号", level="municipal", region="990100", issued="2021-11-01")
LATER = replace(OPINION, id="示教〔2022〕5号", number="示教〔2022〕5号", issued="2022-04-11")
STATUTE = Document(
    "示例省竹编技艺保护条例",
    "示例省竹编技艺保护条例",
    genre="条例",
    level="provincial",
    region="990000",
    issued="2019-11-30",
)
UNKNOWN = "of unknown level or region, and does not cite it"
SAME_LEVEL = "of the same level, and neither later nor citing it"


@pytest.mark.parametrize(
    ("source", "target", "cites", "expected"),
    [
        (PLAN, OPINION, False, None),
        (LATER, OPINION, False, None),
        (PLAN, PLAN, True, "one document"),
        (replace(PLAN, issued="2020-01-01"), OPINION, False, "issued before it"),
        (replace(PLAN, issued="2020-01-01"), OPINION, True, None),
        (PLAN, STATUTE, False, "a statute that it does not cite"),
        (PLAN, replace(STATUTE, genre="法"), False, "a statute that it does not cite"),
        (PLAN, replace(STATUTE, genre="实施条例"), False, "a statute that it does not cite"),
        (replace(PLAN, genre="条例"), OPINION, False, "a statute, and does not cite it"),
        (replace(PLAN, genre="条例"), OPINION, True, None),
        (PLAN, STATUTE, True, None),
        (PLAN, replace(STATUTE, genre="办法"), False, None),
        (PLAN, replace(STATUTE, issued="2022-09-01"), True, None),
        (replace(PLAN, region="980100"), STATUTE, True, "for another region"),
        (replace(PLAN, issued=None), replace(OPINION, issued="2022-06-15"), False, "issued before it"),
        (replace(PLAN, region="980100"), OPINION, False, "for another region"),
        (replace(LATER, region="980000"), OPINION, True, "for another region"),
        (replace(OPINION, issued=None), replace(PLAN, number=None, issued=None), True, "of a level above it"),
        (replace(OPINION, id="示教〔2021〕5号"), OPINION, False, SAME_LEVEL),
        (replace(OPINION, id="示教〔2021〕5号"), OPINION, True, None),
        (replace(PLAN, level=None), OPINION, False, UNKNOWN),
        (PLAN, replace(OPINION, region=None), False, UNKNOWN),
        (PLAN, replace(OPINION, region=None), True, None),
    ],
)
def test_hindrances(source, target, cites, expected):
    """A document carries out what lies around and above it, or before it at its own level; else it is said why not.

    A citation counts more than dates, which a later amendment moves, and no document carries out a statute without one.
    """
    assert expected == hindrance(source, target, cites=cites)
    assert (expected is None) == may_implement(source, target, cites=cites)


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ({"number": "示政〔2021〕7号"}, True),
        ({"title": "《示例省人民政府关于保护竹编技艺的意见》"}, True),
        ({"title": "关于保护竹编技艺的意见"}, True),
        ({"title": "保护竹编技艺的意见"}, False),
        ({"title": "关于保护漆器技艺的意见"}, False),
    ],
)
def test_citations(cited, expected):
    """A document is cited by its number or a title, with or without the issuer before 关于."""
    assert expected == cites_it([Citation("例政〔2021〕9号/一", "x", "x", "basis", **cited)], OPINION)


@pytest.mark.parametrize("title", ["示例教育法", "《中华人民共和国示例教育法》", "示例教育法（草案）"])
def test_a_law_is_cited_with_or_without_its_country(title):
    """A law is cited by its short title too, whatever else a store holds: what it found it to mean does not count."""
    law = Document("中华人民共和国示例教育法", "中华人民共和国示例教育法", genre="法")

    assert cites_it([Citation("x/一", "x", "x", "basis", title=title)], law)
    assert not cites_it([Citation("x/一", law.id, "x", "basis", title="示例教师法")], law)


DATES = st.one_of(st.none(), st.dates().map(str))
DOCUMENTS = st.builds(
    Document,
    id=st.sampled_from("ab"),
    title=st.just("t"),
    number=st.sampled_from([None, "例政〔2021〕9号"]),
    level=st.sampled_from([None, *LEVELS]),
    region=st.sampled_from([None, "990000", "990100", "980000"]),
    issued=DATES,
    printed=DATES,
)


@given(DOCUMENTS, DOCUMENTS)
def test_never_both_ways(one, other):
    """Without a citation no two documents carry each other out, and neither is before the other both ways."""
    assert not (may_implement(one, other) and may_implement(other, one))
    assert not (is_before(one, other) and is_before(other, one))


@pytest.mark.parametrize(
    ("issued", "printed", "number", "expected"),
    [
        ("2021-06-15", "2021-06-20", "示政〔2020〕7号", "2021-06-15"),
        (None, "2021-06-20", "示政〔2020〕7号", "2021-06-20"),
        (None, None, "示政〔2020〕7号", "2020"),
        (None, None, "国务院令第741号", ""),
        (None, None, None, ""),
    ],
)
def test_when_a_document_is_of(issued, printed, number, expected):
    """The day of issue, else of print, else the year of the number."""
    assert expected == dated(issued, printed, number)
