"""Pages of sites, read: what stands in them is what the same document says as text."""

import random
import time

import pytest
from html_pages import LAYOUTS, modern, named, old
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import UnreadableFile
from graph.numerals import write_numeral
from loaders.heads import read_head
from loaders.outline import read_clauses
from loaders.readers import read_page
from loaders.readers.html import read_lines
from loaders.readers.page import Line, Page

TITLE = "示例市教育局关于加强职业教育工作的通知"
PARAGRAPHS = (
    TITLE,
    "例教〔2021〕15号",
    "各县区教育局，市直学校：",
    "为了加强职业教育工作，现将有关事项通知如下：",
    "一、提高认识",
    "各县区要提高认识，落实责任。",
    "二、主要任务",
    "（一）开展培训。每年培训教师500名。",
    "（二）组织比赛。每年组织比赛1次。",
    "三、有关要求",
    "1.加强领导。各县区要成立工作专班。",
    "2.按时报送。请于2021年6月30日前报送总结。",
    "示例市教育局",
    "2021年3月1日",
)


def facts_of(lines):
    """What is read in these lines."""
    page = Page("x.html", tuple(lines))
    return read_clauses(page, read_head(page))


def facts_in(page, encoding="utf-8"):
    """What is read in a page."""
    return facts_of(read_lines(page.encode(encoding), "x.html"))


def clauses_of(facts):
    """Address to text."""
    return {clause.address: clause.text for clause in facts.clauses}


def text_facts(paragraphs):
    """What is read in the same paragraphs as a text file has them."""
    return facts_of(Line(f"\u3000\u3000{text}", number) for number, text in enumerate(paragraphs, 1))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_says_the_same(layout):
    """A document is read from a page as from a text file, whatever the site puts around it."""
    found, expected = facts_in(layout(TITLE, PARAGRAPHS)), text_facts(PARAGRAPHS)

    assert clauses_of(expected) == clauses_of(found)
    assert (expected.document.number, expected.document.title) == (found.document.number, found.document.title)
    assert expected.document.issued == found.document.issued


@given(
    sections=st.lists(st.integers(0, 4), min_size=1, max_size=6),
    layout=st.sampled_from(LAYOUTS),
    words=st.lists(st.text("教育局学校开展培训工作任务要求落实", min_size=12, max_size=40), min_size=30, max_size=30),
)
@settings(max_examples=60, deadline=None)
def test_any_clauses_in_any_layout(sections, layout, words):
    """Sections with any number of clauses below them have their addresses and texts in every layout."""
    sentence = iter(words)
    paragraphs = [TITLE, "各县区教育局：", "现将有关事项通知如下："]
    expected = {"引言": "现将有关事项通知如下："}
    for number, count in enumerate(sections, 1):
        section = write_numeral(number)
        paragraphs.append(f"{section}、{(head := next(sentence))}。")
        expected[section] = f"{head}。"
        for inner in map(write_numeral, range(1, count + 1)):
            paragraphs.append(f"（{inner}）{(text := next(sentence))}。")
            expected[f"{section}（{inner}）"] = f"{text}。"

    assert expected == clauses_of(facts_in(layout(TITLE, paragraphs)))


def test_lines_are_those_of_the_file():
    """A line knows where it stands in the file, whatever scripts, comments and attributes stand before it."""
    page = (
        "<script>\nvar a = '<p>';\n</script>\n<!-- 一、\n -->\n<div\n class=a\n>"
        "<p>示例市人民政府关于某事的通知</p>\n<p>各县区：</p>\n\n<p>\n  一、要求，\n  二、任务。</p></div>"
    )

    assert [(8, "示例市人民政府关于某事的通知"), (9, "各县区："), (12, "一、要求， 二、任务。")] == [
        (line.number, line.text.strip()) for line in read_lines(page.encode(), "x.html")
    ]


def test_lines_beyond_what_the_parser_counts():
    """Lines are counted beyond 65,535, where the parser ends to."""
    page = "<p>现将要求通知如下。</p>" + "\n" * 70_000 + "<p>一、甲，乙。</p>\n<p>二、丙，丁。</p>"

    assert [1, 70_001, 70_002] == [line.number for line in read_lines(page.encode(), "x.html")]


def test_reading_a_file(tmp_path):
    """A page is read by the suffixes that pages have."""
    for suffix in (".html", ".htm", ".xhtml", ".HTML"):
        path = tmp_path / f"page{suffix}"
        path.write_text(modern(TITLE, PARAGRAPHS), encoding="utf-8")

        assert any(line.text.strip() == "一、提高认识" for line in read_page(path).lines)


@pytest.mark.parametrize("page", ["", "<html></html>", "<script>var text = '一、';</script>", "<p>&nbsp;</p>"])
def test_nothing_in_it(tmp_path, page):
    """A page that shows no text is refused as an empty file is."""
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")

    with pytest.raises(UnreadableFile, match="nothing stands in it"):
        read_page(path)


PIECES = (
    *("<table>", "</table>", "<td>", "</td>", "<tr>", "<div>", "</div>", "<!--", "-->", "<script>", '"', "'", "<p "),
    *("=", ">", "<", "&#", "&nbsp;", "\x00", "<![CDATA[", "<td colspan=999999 rowspan=999999>", "<ol start=99999>"),
    *("<pre>", "<title>", "<li value=0>", "<plaintext>", "<svg>", "<frameset>", "<body hidden>", "<select>"),
    *('<?xml version="1.0" encoding="gbk"?>', '<!DOCTYPE html [<!ENTITY a "b">]>', "&a;", "\r", "一、", "附件："),
)


def damaged(page, chance):
    """A page with some of its characters lost, doubled, changed or parted by a piece of another page."""
    text = page
    for _ in range(chance.choice((1, 5, 40))):
        at, length = chance.randrange(len(text) + 1), chance.choice((1, 10, 200))
        piece = chance.choice(("", text[at : at + length] * 2, chance.choice(PIECES), chr(chance.randrange(1, 0x9FFF))))
        text = text[:at] + piece + text[at + chance.choice((0, length)) :]
    return text


@pytest.mark.parametrize("seed", range(20))
def test_damaged_pages(seed):
    """A page damaged anywhere is read or refused, in less than two seconds; its words are never a crash."""
    chance = random.Random(seed)
    for layout in (modern, named, old) * 3:
        page = damaged(layout(TITLE, PARAGRAPHS), chance).encode("utf-8", "replace")
        began = time.process_time()
        try:
            lines = read_lines(page, "x.html")
        except UnreadableFile:
            lines = ()

        assert time.process_time() - began < 2
        assert all(line.text and line.number > 0 for line in lines)


MANY = {
    "tags": ("<p>甲" * 120_000, "120,000 tags; at most 80,000"),
    "characters": ("<p>" + "要求，" * 2_000_000, "6,000,003 characters; at most 5,000,000"),
    "deep": ("<div>" * 5_000 + "甲", "nested deeper"),
}


@pytest.mark.parametrize("kind", MANY)
def test_too_much_is_refused(kind):
    """Pages beyond any document are refused, with what is too much and how much is read."""
    page, reason = MANY[kind]

    with pytest.raises(UnreadableFile, match=reason):
        read_lines(page.encode(), "x.html")


HARMFUL = {
    "attributes": "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">甲，乙。",
    "tags of attributes": ("<p " + " ".join(f"a{number}" for number in range(180)) + ">甲") * 3_000,
    "entities": '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><p>甲，乙。&b;</p>',
    "spans": "<table>" + ("<tr>" + "<td rowspan=9999 colspan=9999>甲</td>" * 2) * 500 + "</table>",
    "nested tables": "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>" * 300,
    "nested lists": "<ol><li>" * 900 + "甲",
    "comments": "<!--" * 500_000,
    "quotes": '<a href="' * 40_000,
    "labels": "<p>" + "文号：甲 " * 100_000,
    "titles": f"<h1>{'关于' * 300_000}</h1><p>一、甲，乙。</p>",
    "spaces": "<p>" + " \xa0" * 1_000_000 + "一、甲，乙。",
}


@pytest.mark.parametrize("kind", HARMFUL)
def test_harmful_pages(kind):
    """Pages that are made to take long are read in no more time than others."""
    began = time.process_time()
    read_lines(HARMFUL[kind].encode(), "x.html")

    assert time.process_time() - began < 2


def test_heading_over_several_lines():
    """A heading with line breaks in it is one title."""
    page = (
        "<title>网站</title><h1>示例市人民政府办公厅关于<br>对甲予以表扬的通报</h1>"
        "<div class='TRS_Editor'><p>各区人民政府：</p><p>经市政府同意，对甲予以通报表扬。</p></div>"
    )

    assert "示例市人民政府办公厅关于对甲予以表扬的通报" == read_lines(page.encode(), "x.html")[0].text
