"""`cascade inspect`: what is read in one document, as text, as data and as a page; `load --strict`."""

import json
import re

import pytest
from lxml import html
from papers import CITY, DISTRICT

from api.inspection import finds, page, pieces
from loaders.build import read


@pytest.fixture
def city(tmp_path):
    """The city's document as a file."""
    file = tmp_path / "city.txt"
    file.write_text(CITY, encoding="utf-8")
    return file


def test_inspect_prints_each_clause_with_its_finds(cascade, city):
    """Head, addresses, then what was found below each, and the count."""
    printed = cascade("inspect", city).out

    assert "   number: 例政〔2023〕8号\n" in printed
    assert "\n一  (clause task)\n建设社区学院。" in printed
    assert "   indicator: 每个县（市、区）社区学院 >= 2 所, deadline 到2025年 (target)\n" in printed
    assert "   unit: 示例市教育局 (responsible), written 市教育局\n" in printed
    assert re.search(r"\n3 clauses, \d+ warnings\n$", printed)


def test_inspect_as_data(cascade, city):
    """`--json` gives the facts of the document."""
    facts = json.loads(cascade("inspect", city, "--json").out)

    assert ["引言", "一", "二"] == [clause["address"] for clause in facts["clauses"]]


def test_inspect_as_a_page(cascade, city, tmp_path):
    """The page holds each clause's text whole, with units, quantities and citations marked where they stand."""
    cascade("inspect", city, "--html", tmp_path / "city.html")
    tree = html.parse(str(tmp_path / "city.html"), html.HTMLParser(encoding="utf-8"))

    assert [c.text for c in read(city).clauses] == [each.text_content() for each in tree.xpath("//article/p[2]")]
    assert {"indicator", "unit", "citation"} == set(tree.xpath("//article//mark/@class"))
    assert "市教育局" in tree.xpath("//article//mark[@class='unit']/text()")


def test_page_takes_nothing_from_elsewhere_and_no_markup_from_the_text(tmp_path):
    """A document's own angle brackets are text, and the page loads nothing."""
    file = tmp_path / "odd.txt"
    file.write_text(CITY.replace("建设社区学院。", "建设<b onload=x>社区学院。"), encoding="utf-8")
    written = page(read(file))

    assert not re.search(r"<(script|link|img|b )|url\(|@import", written)


def test_pieces_join_to_the_text(city):
    """Cutting a text at its finds loses nothing."""
    for item in finds(read(city)):
        assert item.clause.text == "".join(piece.text for piece in pieces(item))


def test_a_page_that_cannot_be_written_is_an_input_error(cascade, city, tmp_path):
    """One line that names the file, and exit status 2."""
    ran = cascade("inspect", city, "--html", tmp_path / "no" / "city.html")

    assert (2, f"cascade: {tmp_path}/no/city.html: No such file or directory\n") == (ran.status, ran.err)


def test_strict_load_with_warnings_exits_with_2(cascade, tmp_path):
    """The document is loaded all the same: strictness is about the status."""
    file = tmp_path / "district.md"
    file.write_text(DISTRICT, encoding="utf-8")

    assert 0 == cascade("load", file).status
    strict = cascade("load", file, "--strict")
    assert 2 == strict.status
    assert "issuer-unknown" in strict.out
