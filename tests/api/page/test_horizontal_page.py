"""A document across the places below: as /coverage counts it, told by sign and word, each cell with its texts."""

import re
from collections import Counter

import pytest
from looking import DESKTOP, PHONE, axe, overflow, screenshot

from graph.coverage import coverage
from graph.store import open_store

PROVINCE = "示政〔2021〕7号"
CLAUSE = f"{PROVINCE}/四（十一）"
SIGNS = {"●": "deep", "◐": "partly", "○": "none"}


@pytest.fixture(scope="module")
def answer(sample_store):
    """The coverage of the sample's province."""
    with open_store(str(sample_store)) as store:
        return coverage(store, PROVINCE)


def places(answer):
    """The columns of /coverage that are places: a region of a level."""
    return [rank for rank, item in enumerate(answer.columns) if item.region and item.level and not item.document]


def test_the_matrix_says_what_coverage_says(answer, browser_page):
    """Each clause that counts is at each place what /coverage says, and the heads say how many."""
    browser_page.goto(f"/view/horizontal?id={PROVINCE}")
    rows = browser_page.locator(".matrix tbody tr:not(.exempt)")
    found = [[SIGNS[sign] for sign in row.locator("td .sign").all_inner_texts()] for row in rows.all()]
    counted = [item for item in answer.clauses if item.exempt is None]
    expected = [[item.cells[rank].standing for rank in places(answer)] for item in counted]

    assert expected == found
    heads = browser_page.locator(".matrix thead .sums").all_inner_texts()
    sums = [
        (item.deep, item.partly, item.none, answer.counted) for item in map(answer.columns.__getitem__, places(answer))
    ]
    assert sums == [tuple(map(int, re.findall(r"\d+", head))) for head in heads]


def test_standings_are_told_in_words_too(answer, browser_page):
    """Sign and word agree: nobody needs the colour."""
    browser_page.goto(f"/view/horizontal?id={PROVINCE}")
    words = Counter(browser_page.locator(".matrix td .stands").all_inner_texts())
    kinds = {text.split()[0]: text.split()[1] for text in words}

    assert {"●": "落实较深", "◐": "部分落实", "○": "未见落实"} == kinds


def test_exempt_clauses_say_why(answer, browser_page):
    """They stand in their place, with the reason, and count nowhere."""
    browser_page.goto(f"/view/horizontal?id={PROVINCE}")

    assert sum(item.exempt is not None for item in answer.clauses) == browser_page.locator(".matrix tr.exempt").count()
    assert "不计：标题" in browser_page.locator(".matrix tr.exempt").all_inner_texts()[1]


def test_a_cell_leads_to_both_texts(browser_page):
    """A click anywhere in a cell opens the two texts."""
    browser_page.goto(f"/view/horizontal?id={PROVINCE}")
    cell = browser_page.locator("td.deep").filter(has=browser_page.locator("a[data-dialog]")).first
    cell.click(position={"x": 3, "y": 3})

    browser_page.get_by_role("dialog").wait_for()
    assert 2 == browser_page.get_by_role("dialog").locator(".sides article").count()


def test_an_empty_cell_leads_to_why(browser_page):
    """It leads to the place in the view of the clause, which says what came near, or that nothing did."""
    browser_page.goto(f"/view/horizontal?id={PROVINCE}")
    browser_page.locator("tr:not(.exempt) td.none").first.click()
    browser_page.locator(".at:target").wait_for()

    assert re.search("没有成立的关联|没有与本条相近的条款", browser_page.locator(".at:target").inner_text())


def test_one_clause_across_places(answer, browser_page):
    """Each place with the texts of all clauses that carry it out, each step with its evidence."""
    browser_page.goto(f"/view/horizontal?id={CLAUSE}")
    item = next(item for item in answer.clauses if item.clause.id == CLAUSE)

    for section, rank in zip(browser_page.locator(".at").all(), places(answer), strict=True):
        articles = section.locator("article").evaluate_all("all => all.map(each => each.id)")
        assert sorted(item.cells[rank].by) == sorted(articles)
    browser_page.locator(".path a").first.click()
    browser_page.get_by_role("dialog").wait_for()
    assert 2 == browser_page.get_by_role("dialog").locator(".sides article").count()


def test_the_filter_by_level(answer, browser_page):
    """Only places of a level; the takeaways are those of it, and the numbers stay."""
    browser_page.goto(f"/view/horizontal?id={PROVINCE}")
    all_places = browser_page.locator(".matrix .place").count()
    browser_page.get_by_label("层级").select_option("municipal")
    browser_page.wait_for_url("**level=municipal*")
    shown = [rank for rank in places(answer) if answer.columns[rank].level == "municipal"]

    assert len(shown) == browser_page.locator(".matrix .place").count() < all_places
    first = answer.columns[shown[0]]
    assert str(first.deep) in browser_page.locator(".matrix .sums").first.inner_text()
    assert "level=municipal" in browser_page.get_by_role("link", name="CSV").get_attribute("href")


def test_the_filter_without_scripts(open_page):
    """A button does."""
    page = open_page(java_script_enabled=False)
    page.goto(f"/view/horizontal?id={PROVINCE}")
    page.get_by_label("层级").select_option("county")
    page.get_by_role("button", name="筛选").click()

    page.wait_for_url("**level=county*")
    assert page.locator(".matrix .place").count() > 0


def test_the_takeaways(site):
    """CSV and Excel are those of /matrix."""
    page = site.get("/view/horizontal", params={"id": PROVINCE}).text
    for kind in ("csv", "xlsx"):
        address = re.search(rf'href="(/matrix[^"]*format={kind})"', page).group(1).replace("&amp;", "&")
        assert 200 == site.get(address).status_code


def test_heads_stay_while_the_table_scrolls(open_page):
    """Clauses on the left, places above."""
    page = open_page(viewport=PHONE)
    page.goto(f"/view/horizontal?id={PROVINCE}")
    head, first = page.locator(".matrix thead th").nth(1), page.locator(".matrix tbody th").nth(8)
    left = first.bounding_box()["x"]
    page.locator(".matrix").evaluate("each => each.scrollTo(120, 200)")

    assert left == first.bounding_box()["x"]
    assert abs(head.bounding_box()["y"] - page.locator(".matrix").bounding_box()["y"]) <= 2


def test_without_a_document_there_is_a_choice(browser_page):
    """Documents with something below, each leads to its matrix."""
    browser_page.goto("/view/horizontal")
    browser_page.locator("main a[href*=horizontal]").first.click()

    browser_page.locator(".matrix").wait_for()


@pytest.mark.parametrize("id", ["示政〔1999〕1号", f"{PROVINCE}/九十九"])
def test_what_is_not_loaded(site, id):
    """404, with what is near."""
    assert 404 == site.get("/view/horizontal", params={"id": id}).status_code


def test_a_document_with_nothing_below(site):
    """The page says that there is nothing to compare."""
    lowest = site.get("/overview").json()["levels"][3]["documents"][0]["card"]["id"]

    assert "无从比较" in site.get("/view/horizontal", params={"id": lowest}).text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(
    "address", [f"?id={PROVINCE}", f"?id={CLAUSE}&lang=en", ""], ids=["document", "clause", "choice"]
)
def test_the_view_for_everybody(open_page, scheme, viewport, address):
    """axe-core finds nothing serious, and nothing sticks out."""
    page = open_page(color_scheme=scheme, viewport=viewport)
    page.goto(f"/view/horizontal{address}")
    screenshot(page, f"horizontal-{len(address)}-{viewport['width']}-{scheme}")

    assert [] == axe(page)
    assert overflow(page) <= 0


@pytest.mark.parametrize("id", [PROVINCE, CLAUSE, ""])
def test_the_view_in_english(site, id):
    """No word of ours stays Chinese."""
    page = site.get("/view/horizontal", params={"id": id, "lang": "en"}).text
    without = re.sub(r"<title>.*?</title>|<(\w+)[^>]*lang=\"zh-CN\".*?</\1>", "", page, flags=re.DOTALL)

    assert [] == re.findall(r"[\u4e00-\u9fff]+", re.sub(r"<[^>]*>", "", without))
