"""`cascade explain` and `why-not`, the same over HTTP, and the page to attach to a report."""

import json
import re
from dataclasses import replace
from typing import get_args
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from serving import served
from small import CITY_COLLEGE, COLLEGE, PROVINCE, TEACHERS

from api import sample
from api.explained import pieces
from api.explanation_page import page
from api.loading import files_of, load
from api.page.words import catalogue
from api.tables import indicator
from graph.comparing import Obstacle, Timing
from graph.comparing import Verdict as FigureVerdict
from graph.decisions import State
from graph.explaining import explain
from graph.explanations import ComparedIndicators
from graph.model import Carried, Evidence, IndicatorKind, Level, LinkStatus, Span
from graph.standing import HINDERED, Hindrance
from graph.store import open_store
from loaders.implements import PROPOSED

BELOW, ABOVE = "范例区学校体育与学生健康提升实施方案/二（三）6", "示政〔2021〕7号/四（十一）"
NEAR, NEAR_ABOVE = "示政〔2021〕7号/三（八）", "教体艺〔2021〕99号/二3"
NOVEL = "例政〔2021〕15号/二（一）4"


@pytest.fixture(scope="module")
def sample_store(tmp_path_factory):
    """A file with the sample."""
    path = tmp_path_factory.mktemp("sample") / "sample.kgl"
    with open_store(str(path), writable=True) as store:
        load(store, files_of([sample.home()]))
    return path


@pytest.fixture
def said(cascade, sample_store):
    """Run `cascade` on the sample."""
    return lambda *arguments: cascade(*arguments, "--store", sample_store)


@pytest.fixture(scope="module")
def answer(sample_store):
    """The explanation of a link of the sample."""
    with open_store(str(sample_store)) as store:
        return explain(store, BELOW, ABOVE)


# in the terminal --------------------------------------------------------------------------------------------------


def test_explain_to_the_letter(ask):
    """Both texts with their marks, what holds, evidence."""
    expected = """\
below  例政〔2024〕2号/一  示例市, municipal
全市建成⟦1 社区学院⟧6所。

above  示政〔2024〕1号/一（一）  示例省, provincial
每个县建成⟦1 社区学院⟧不少于1所。

   status    proposed
   score     0.90
   method    measure
   carried   refined
   decision  none
   against   the document below does not cite the one above; all rests on one passage

evidence
   1  measure 0.90: 「社区学院」 lines 10 and 11
"""
    printed = ask("explain", CITY_COLLEGE.id, COLLEGE.id)

    assert (0, expected) == (printed.status, printed.out)


def test_no_link_is_an_answer(ask):
    """A pair without a link: exit status 0, `status` null, and why."""
    printed, data = ask("explain", CITY_COLLEGE.id, TEACHERS.id), ask("explain", CITY_COLLEGE.id, TEACHERS.id, "--json")

    assert (0, 0) == (printed.status, data.status)
    assert "   status    no link\n   reason    the texts have too little in common" in printed.out
    assert json.loads(data.out)["status"] is None


def test_an_unknown_clause_is_an_error(ask):
    """Exit status 2, and the nearest addresses."""
    for ran in (ask("explain", CITY_COLLEGE.id, f"{PROVINCE}/九"), ask("why-not", f"{PROVINCE}/九")):
        assert (2, "") == (ran.status, ran.out)
        assert "nearest" in ran.err


def test_indicators_side_by_side(said):
    """A row for each object, with what came of the comparison."""
    rows = said("explain", BELOW, ABOVE).out.partition("\nindicators\n")[2].splitlines()

    assert ["lowered", "equal", "only below", "only above"] == [re.split(" {2,}", row)[-1] for row in rows[1:]]


def test_why_not_a_miss(said):
    """What came near, and what it lacks."""
    printed = said("why-not", NEAR).out

    assert "   finding  possible miss: " in printed
    assert f"\nrefused\n   {NEAR_ABOVE}  " in printed
    assert "too little in common for one measure: both have" in printed


def test_why_not_a_local_innovation(said):
    """Nothing near, and which documents it could carry out."""
    printed = said("why-not", NOVEL).out

    assert "   finding  nothing near: nothing above comes near: a local innovation" in printed
    assert "refused" not in printed
    assert "\ndocuments that it could carry out\n   教体艺〔2021〕99号  教育部关于" in printed
    refused = "   1: it was issued first, and does not cite the other\n   1: it is of a level above the other\n"
    assert f"\ndocuments that it could not (it: the document of this clause)\n{refused}" in printed


# over HTTP --------------------------------------------------------------------------------------------------------


def test_the_same_over_http(said, sample_store):
    """HTTP answers what the commands answer in JSON."""
    with served(str(sample_store)) as client:
        link = client.get("/links", params={"source": BELOW, "target": "示政[2021]7号 第十一条"})
        near = client.get("/clauses/" + "/".join(quote(part, safe="") for part in [*NEAR.split("/"), "why-not"]))

        assert json.loads(said("explain", BELOW, ABOVE, "--json").out) == link.json()
        assert json.loads(said("why-not", NEAR, "--json").out) == near.json()


def test_no_link_and_no_clause_over_http(client):
    """No link is an answer; an unknown clause is 404 with the nearest."""
    unlinked = client.get("/links", params={"source": CITY_COLLEGE.id, "target": TEACHERS.id})
    unknown = client.get("/links", params={"source": CITY_COLLEGE.id, "target": f"{PROVINCE}/九"})

    assert (200, None) == (unlinked.status_code, unlinked.json()["status"])
    assert 404 == unknown.status_code
    assert unknown.json()["nearest"]


# the page ---------------------------------------------------------------------------------------------------------


def test_page_holds_both_texts_with_numbered_marks(said, answer, tmp_path):
    """Each text whole, and each piece of evidence marked in it and listed under the same number."""
    ran = said("explain", BELOW, ABOVE, "--html", tmp_path / "link.html")
    tree = html.parse(str(tmp_path / "link.html"), html.HTMLParser(encoding="utf-8"))
    numbers = [str(number) for number in range(1, len(answer.evidence) + 1)]

    assert (0, "") == (ran.status, ran.out)
    for article, card in zip(tree.xpath("//article"), (answer.source, answer.target), strict=True):
        (text,) = article.xpath("p[2]")
        assert numbers == sorted(text.xpath("sup/text()"), key=int)
        assert card.text == "".join(text.xpath("text() | mark/text()"))
    assert numbers == tree.xpath("//tbody//b/text()")
    assert [f"{item.weight:.2f}" for item in answer.evidence] == tree.xpath("//td[@class='number']/text()")


def test_page_takes_nothing_from_elsewhere_and_no_markup_from_texts(answer):
    """No script, address or style sheet; what a text holds stays text."""
    evil = "<script>alert(1)</script>"
    named = Evidence("measure", 1.0, Span(0, 2, evil, 1), Span(0, 2, evil, 1), name="<b>名</b>")
    written = page(replace(answer, evidence=(named,)))

    assert "<script" not in written
    assert "&lt;script&gt;" in written
    assert not re.search(r"(?:src|href)=|url\(|@import|https?:", written)
    assert "&lt;b&gt;名&lt;/b&gt;" in written


def test_page_is_for_screen_and_print(answer):
    """Light and dark, print without colour, Chinese first."""
    written = page(answer)

    assert "prefers-color-scheme: dark" in written
    assert "@media print" in written
    assert '<html lang="zh-CN">' in written
    assert written.index("降标") < written.index("lowered")


def test_page_of_a_pair_that_is_no_link(said, tmp_path):
    """The reason stands in place of how it carries its target."""
    said("explain", NEAR, NEAR_ABOVE, "--html", tmp_path / "near.html")
    written = (tmp_path / "near.html").read_text(encoding="utf-8")

    assert "不足以认定关联" in written
    assert "落实方式" not in written


def test_page_says_what_a_link_needs(answer):
    """The score is told beside what the rules ask for; where a person made the link, they asked for nothing."""
    asked = f"a link needs at least {PROPOSED}"

    assert asked in page(answer)
    assert "a link needs" not in page(replace(answer, method="hand"))


@pytest.mark.parametrize(("value", "expected"), [(1234567.0, "1234567"), (1200000.7, "1200000.7"), (0.1 + 0.2, "0.3")])
def test_figures_have_all_their_digits(answer, value, expected):
    """A figure is shown as it is written, in the table and on the page: a rounded one is another figure."""
    (figure, *_) = (row.source for row in answer.indicators if row.source)
    changed = replace(figure, value=value)

    assert f" {expected} " in indicator(changed)
    assert f"{expected} " in page(replace(answer, indicators=(ComparedIndicators(changed, None),)))


def test_page_and_data_at_once(said, tmp_path):
    """`--html` with `--json` writes both."""
    ran = said("explain", BELOW, ABOVE, "--html", tmp_path / "link.html", "--json")

    assert "lowered" == json.loads(ran.out)["carried"]
    assert (tmp_path / "link.html").is_file()


def test_a_page_that_cannot_be_written(said, tmp_path):
    """A folder that is not there is an input error."""
    assert 2 == said("explain", BELOW, ABOVE, "--html", tmp_path / "none" / "link.html").status


@pytest.mark.parametrize(
    "words",
    [LinkStatus, Carried, Level, IndicatorKind, FigureVerdict, Obstacle, Timing, State],
    ids=["status", "carried", "level", "kind", "verdict", "obstacle", "timing", "state"],
)
def test_words_have_chinese(words):
    """Every word that an answer may use has its Chinese, but for what the page does not say."""
    assert set(get_args(words)) - set(catalogue()) <= {"holds"}


def test_hindrances_are_said_in_words():
    """Each way in which a document stands to one that it cannot carry out has words for people."""
    assert set(get_args(Hindrance)) == set(HINDERED)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted), max_size=6))
def test_pieces_make_up_the_text(places):
    """Cut at any spans, overlapping or not, the pieces are the text, and those of a span are that span."""
    text = "学校体育场馆在课后和节假日向社会有序开放"
    spans = [Span(start, end, text[start:end], 1) for start, end in places if start < end]
    cut = pieces(text, spans)

    assert text == "".join(piece.text for piece in cut)
    for number, span in enumerate(spans, 1):
        assert span.text == "".join(piece.text for piece in cut if number in piece.numbers)
        assert 1 == sum(number in piece.begins for piece in cut)
