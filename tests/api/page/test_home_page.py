"""The home: what is loaded, by level, and what an empty store says."""

import re
from dataclasses import replace

import pytest
from invented import DOCUMENTS, LINKS
from looking import DESKTOP, PHONE, axe, overflow, screenshot
from lxml import html
from serving import served

from api.page.home import SHOWN
from graph.model import DocumentFacts
from graph.overview import overview
from graph.store import open_store

PROVINCE = "示政〔2021〕7号"


def test_every_document_stands_in_the_column_of_its_level(browser_page):
    """From the nation down, each leads to its text."""
    browser_page.goto("/")
    heads = browser_page.locator(".column > h2").all_inner_texts()

    assert ["国家", "省级", "市级", "县级"] == [head.split()[0] for head in heads]
    assert [1, 1, 2, 1] == [column.locator("article").count() for column in browser_page.locator(".column").all()]
    browser_page.get_by_role("link", name="示例省人民政府关于加强学校体育").click()
    assert "示例省人民政府关于加强学校体育工作促进青少年健康成长的意见" == browser_page.locator("h1").inner_text()


def test_the_home_says_what_the_answer_says(site, sample_store):
    """Counts and shares are those of /overview."""
    page = site.get("/").text
    with open_store(str(sample_store)) as store:
        answer = overview(store)

    for level in answer.levels:
        for item in level.documents:
            if item.share.below:
                assert f"{item.share.deep + item.share.partly}/{item.share.counted}</strong>" in page
    assert f">{answer.waiting}</a>" in page
    assert f"（{len(answer.cited)}）" in page


def test_more_documents_than_fit_are_folded(tmp_path):
    """Those with links stay in sight, and how many are folded is said."""
    path = tmp_path / "policy.kgl"
    with open_store(str(path), writable=True) as store:
        for facts in DOCUMENTS:
            store.replace(facts, LINKS)
        for number in range(1, SHOWN + 1):
            own = replace(
                DOCUMENTS[0].document, id=f"示政〔2025〕{number}号", number=None, title="通知", issued="2025-01-01"
            )
            store.replace(DocumentFacts(own, (), DOCUMENTS[0].regions), ())
    with served(str(path)) as client:
        tree = html.fromstring(client.get("/", headers={"Accept": "text/html"}).text)
    (column,) = tree.xpath("//section[contains(@class, 'provincial')]")
    shown, folded = column.xpath("./article"), column.xpath("./details/article")

    assert (SHOWN, 1) == (len(shown), len(folded))
    assert PROVINCE in shown[0].text_content()
    assert "其余 1 份" in column.text_content()


def test_an_empty_store_says_how_to_load(tmp_path):
    """Who opens the page before loading is not left alone."""
    path = tmp_path / "policy.kgl"
    open_store(str(path), writable=True).close()
    with served(str(path)) as client:
        page = client.get("/", headers={"Accept": "text/html"}).text

    assert "库中还没有公文" in page
    assert "cascade load" in page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("address", ["/", "/?lang=en"])
def test_the_home_for_everybody(open_page, scheme, viewport, address):
    """On a phone, in the dark, in English: axe-core finds nothing serious, and nothing sticks out."""
    page = open_page(color_scheme=scheme, viewport=viewport)
    page.goto(address)
    screenshot(page, f"home-{viewport['width']}-{scheme}-{'en' if 'en' in address else 'zh'}")

    assert [] == axe(page)
    assert overflow(page) <= 0


def test_english_says_all_in_english(site):
    """No word of ours stays Chinese; titles and places do."""
    page = site.get("/?lang=en").text
    without = re.sub(r"""<(\w+)[^>]*lang="zh-CN".*?</\1>""", "", page, flags=re.DOTALL)

    assert [] == re.findall(r"[\u4e00-\u9fff]+", re.sub(r"<[^>]*>", "", without))


def test_the_home_without_scripts(open_page):
    """All is there, and the search works."""
    page = open_page(java_script_enabled=False)
    page.goto("/")
    page.get_by_role("searchbox").fill("近视")
    page.get_by_role("button", name="查找").click()

    assert page.locator("main mark").count() > 0
