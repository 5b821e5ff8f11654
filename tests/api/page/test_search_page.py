"""The search: what names one thing leads there, all else is listed and marked."""

from urllib.parse import unquote

import pytest
from looking import DESKTOP, PHONE, axe, overflow, screenshot
from lxml import html

from api.page.search import SHOWN, snippets
from graph.answers import ClauseCard
from graph.search import FoundClause, marks

PROVINCE = "示政〔2021〕7号"


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("示政[2021]7号 第十一条", f"/view/cascade?id={PROVINCE}/四（十一）"),
        ("示政〔2021〕7号", f"/view/document?id={PROVINCE}"),
        ("示例省人民政府关于加强学校体育工作促进青少年健康成长的意见", f"/view/document?id={PROVINCE}"),
        ("示例省教育厅", "/view/unit?name=示例省教育厅"),
    ],
)
@pytest.mark.parametrize("lang", [None, "en"])
def test_what_names_one_thing_leads_there(site, asked, leads_to, lang):
    """A clause, a document by number or title, a unit; the language goes along."""
    answer = site.get("/view/search", params={"q": asked} | ({"lang": lang} if lang else {}))

    assert 303 == answer.status_code
    assert leads_to + ("&lang=en" if lang else "") == unquote(answer.headers["location"])


def test_words_of_a_text_are_marked(browser_page):
    """Every clause that is listed has the words, marked, and leads to its place in the document."""
    browser_page.goto("/view/search?q=体育场馆 社区")
    hits = browser_page.locator(".clauses > li")

    assert hits.count() > 0
    for hit in hits.all():
        assert {"体育场馆", "社区"} >= set(hit.locator("mark").all_inner_texts()) != set()
    hits.first.get_by_role("link", name="在原文中查看").click()
    browser_page.locator(".part:target, tr:target").wait_for()


def test_part_of_a_title_and_of_a_unit(browser_page):
    """Documents and units are listed too, by part of their names."""
    browser_page.goto("/view/search?q=体育")

    assert browser_page.get_by_role("link", name="示例省体育局").count() == 1
    assert browser_page.get_by_role("link", name="示例省人民政府关于加强学校体育").count() > 0


def test_an_ambiguous_reference_is_a_choice(browser_page):
    """Each clause that may be meant is a link that leads to it."""
    browser_page.goto("/view/search?q=样政〔2022〕3号（一）")
    choices = browser_page.locator(".choices a")

    assert 4 == choices.count()
    assert "样政〔2022〕3号/二（一）" == choices.first.inner_text()


def test_the_limit_is_said_and_can_be_raised(site):
    """Who is shown a part knows that, and gets the rest."""
    page = site.get("/view/search", params={"q": "学校", "limit": 5}).text

    assert "先列出" in page
    assert "limit=500" in page
    assert "先列出" not in site.get("/view/search", params={"q": "学校", "limit": 500}).text


@pytest.mark.parametrize("asked", ["", "不存在的词", "<b>x</b>", "'\"\\"])
def test_nothing_found_says_how_to_ask(site, asked):
    """No error, no markup from the question."""
    answer = site.get("/view/search", params={"q": asked})

    assert 200 == answer.status_code
    assert "可以输入" in answer.text
    assert "<b>x" not in answer.text


def test_the_example_of_the_search_leads_to_a_clause_that_is_there(site):
    """It is taken from what is loaded."""
    tree = html.fromstring(site.get("/view/search").text)
    (example,) = tree.xpath("//main//a[contains(@href, 'q=')]/@href")

    assert "/view/cascade?id=" in site.get(example).headers["location"]


def test_a_number_that_no_document_has_is_said_to_be_so(site):
    """With the documents that are near."""
    page = site.get("/view/search", params={"q": "示政〔2021〕8号第十一条"}).text

    assert "库中没有这一文号" in page
    assert f">{PROVINCE}<" in page


@pytest.mark.parametrize("at", [0, 100, 400])
def test_a_snippet_shows_the_word(at):
    """However far into a long text it stands, with … where the text is cut."""
    text = "前" * at + "学院" + "后" * 300
    item = FoundClause(
        ClauseCard("d/一", "d", "d", "一", "clause", None, text, True, None, None, None), marks(text, ["学院"])
    )
    cut = list(snippets(item))

    assert ["学院"] == [piece.text for piece in cut if piece.marked]
    assert len("".join(piece.text for piece in cut).strip("…")) <= SHOWN
    assert (at > 0) == cut[0].text.startswith("…")
    assert cut[-1].text.endswith("…")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_search_for_everybody(open_page, scheme, viewport):
    """axe-core finds nothing serious, and nothing sticks out."""
    page = open_page(color_scheme=scheme, viewport=viewport)
    page.goto("/view/search?q=教育局&lang=en" if scheme == "dark" else "/view/search?q=体育")
    screenshot(page, f"search-{viewport['width']}-{scheme}")

    assert [] == axe(page)
    assert overflow(page) <= 0
