"""Figures along lineages and deadlines by year, as /compare and /timeline say them."""

import pytest
from looking import PHONE, axe, overflow, screenshot

from graph.comparison import compare
from graph.store import open_store
from graph.timeline import timeline

PROVINCE = "示政〔2021〕7号"
VIEWS = (f"/view/targets?id={PROVINCE}", f"/view/targets?id={PROVINCE}/四（十一）", "/view/targets")
SIGNS = {"raised": "▲ 加码", "lowered": "▼ 降标", "equal": "＝ 持平", "not comparable": "？ 不可比"}


@pytest.fixture(scope="module")
def asked(sample_store):
    """The figures and deadlines of the sample's province, and all deadlines."""
    with open_store(str(sample_store)) as store:
        return compare(store, PROVINCE), timeline(store, PROVINCE), timeline(store)


def due(page):
    """The years of the page, each with how many figures are due."""
    years = page.locator(".years li").all_inner_texts()
    return [int(text.split()[-1]) for text in years]


def test_each_comparison_is_a_row(asked, browser_page):
    """With its verdict in sign and word; a share of a total is told as that."""
    browser_page.goto(VIEWS[0])
    told = browser_page.locator(".chains .verdict").all_inner_texts()

    assert len(asked[0].rows) == len(told)
    for row, text in zip(asked[0].rows, told, strict=True):
        assert SIGNS[row.verdict].split()[0] in text
        assert row.share is not None or text.startswith(SIGNS[row.verdict])


def test_both_texts_of_a_comparison(browser_page):
    """They open beside one another."""
    browser_page.goto(VIEWS[0])
    browser_page.locator(".chains a[data-dialog]").first.click()

    browser_page.locator("dialog article").nth(1).wait_for()
    assert 2 == browser_page.locator("dialog article").count()


def test_deadlines_by_year(asked, browser_page):
    """Those of the lineages beneath the figures; those of all documents on a page of their own."""
    browser_page.goto(VIEWS[0])
    assert [len(each.due) for each in asked[1].years] == due(browser_page)
    browser_page.locator("section a[href='/view/targets']").click()
    browser_page.wait_for_url("**/view/targets")

    assert [len(each.due) for each in asked[2].years] == due(browser_page)
    assert sum(len(each.due) for each in asked[2].years) == browser_page.locator(".due tbody tr").count()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_on_a_phone(view, scheme, open_page):
    """axe-core is content, and the page is no wider than the window, in both languages, without scripts too."""
    for language in ("zh", "en"):
        page = open_page(viewport=PHONE, color_scheme=scheme)
        page.goto(f"{view}{'&' if '?' in view else '?'}lang={language}")
        screenshot(page, f"targets-{len(view)}-{scheme}-{language}")

        assert [] == axe(page)
        assert overflow(page) <= 0


def test_a_clause_that_nobody_knows_is_a_page(site):
    """404 in the same dress."""
    assert 404 == site.get("/view/targets", params={"id": f"{PROVINCE}/九十"}).status_code
