"""The report on a document, looked at in a browser."""

import pytest
from looking import DESKTOP, PHONE, axe, overflow, screenshot

ADDRESS = "/report/示政〔2021〕7号"


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_report_is_legible_everywhere(open_page, viewport, scheme):
    """Nothing serious for axe-core, no wider than the window, on a desk and in a hand, by day and by night."""
    page = open_page(viewport=viewport, color_scheme=scheme)
    page.goto(ADDRESS)
    screenshot(page, f"report-{viewport['width']}-{scheme}", whole=False)

    assert [] == axe(page)
    assert overflow(page) <= 0


def test_the_contents_lead_to_each_part(open_page):
    """A click on a part in the contents shows its heading."""
    page = open_page()
    page.goto(ADDRESS)
    page.get_by_role("link", name="六、责任与期限").click()

    assert page.get_by_role("heading", name="六、责任与期限").evaluate("item => item.getBoundingClientRect().top < 400")


def test_the_report_in_english_is_read_aloud_rightly(open_page):
    """The page is English, and the texts that it quotes say that they are Chinese; nothing serious for axe-core."""
    page = open_page()
    page.goto(f"{ADDRESS}?lang=en")
    page.get_by_role("link", name="6. Who must act, by when").click()

    assert "en" == page.locator("html").get_attribute("lang")
    assert "zh-CN" == page.locator("td", has_text="四（十一）").first.get_attribute("lang")
    assert [] == axe(page)


def test_a_document_in_english_leads_to_the_report_in_english(open_page):
    """Who reads the page in English takes an English report away."""
    page = open_page()
    page.goto("/view/document?id=示政〔2021〕7号&lang=en")
    page.locator("a[href^='/report/']:not([href*='docx'])").first.click()

    assert "en" == page.locator("html").get_attribute("lang")
