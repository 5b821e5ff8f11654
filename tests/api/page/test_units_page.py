"""Organizations and their tasks, as /organizations and /units say them."""

import pytest
from looking import PHONE, axe, overflow, screenshot

from graph.store import open_store
from graph.units import organizations, units

BUREAU = "范例区教体局"
VIEWS = ("/view/units", f"/view/unit?name={BUREAU}")


@pytest.fixture(scope="module")
def asked(sample_store):
    """All organizations of the sample, and the tasks of one."""
    with open_store(str(sample_store)) as store:
        return organizations(store), units(store, BUREAU)


def test_all_organizations_are_listed(asked, browser_page):
    """By level, each with a link to its tasks; those of a level, or whose name holds a word."""
    browser_page.goto("/view/units")
    rows = browser_page.locator("main tbody tr")

    assert len(asked[0]) == rows.count()
    browser_page.select_option("#by-level", "county")
    browser_page.wait_for_url("**level=county**")
    assert sum(item.level == "county" for item in asked[0]) == rows.count()
    browser_page.fill("#by-name", "教体局")
    browser_page.press("#by-name", "Enter")
    browser_page.wait_for_url("**name=**")
    browser_page.get_by_role("link", name=BUREAU).click()
    assert BUREAU == browser_page.locator("h1").inner_text()


def test_tasks_of_one_organization(asked, browser_page):
    """Its own first, each with role, deadline and source; those of its counterparts can be left out."""
    answer = asked[1]
    browser_page.goto(VIEWS[1])
    rows = browser_page.locator(".tasks tbody tr")

    assert len(answer.tasks) == rows.count()
    assert BUREAU in rows.first.inner_text()
    assert [card.name for card in answer.counterparts] == browser_page.locator(".bodies a").all_inner_texts()
    browser_page.check("#own")
    browser_page.wait_for_url("**own=1**")
    assert sum(task.unit.standing == "asked" for task in answer.tasks) == rows.count()


def test_tasks_by_deadline(asked, browser_page):
    """Those without one come last."""
    browser_page.goto(f"{VIEWS[1]}&order=deadline")
    first = browser_page.locator(".tasks tbody tr td:nth-child(4)").all_inner_texts()

    assert sorted(first, key=lambda text: (text == "—", text.split("、")[0])) == first
    assert sum(not task.deadlines for task in asked[1].tasks) == first.count("—")


def test_the_source_of_a_task_is_read_beside_it(asked, browser_page):
    """The score opens both texts."""
    browser_page.goto(f"{VIEWS[1]}&own=1")
    browser_page.locator(".tasks a[data-dialog]").first.click()

    browser_page.locator("dialog article").nth(1).wait_for()
    assert 2 == browser_page.locator("dialog article").count()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_on_a_phone(view, scheme, open_page):
    """axe-core is content, and the page is no wider than the window, in both languages."""
    for language in ("zh", "en"):
        page = open_page(viewport=PHONE, color_scheme=scheme)
        page.goto(f"{view}{'&' if '?' in view else '?'}lang={language}")
        screenshot(page, f"units-{len(view)}-{scheme}-{language}")

        assert [] == axe(page)
        assert overflow(page) <= 0


def test_it_works_without_scripts(open_page, asked):
    """The form has a button."""
    page = open_page(java_script_enabled=False)
    page.goto("/view/units")
    page.select_option("#by-level", "county")
    page.locator("main form button").click()

    assert sum(item.level == "county" for item in asked[0]) == page.locator("main tbody tr").count()


def test_an_unknown_organization_is_a_page(site):
    """404, with what comes near."""
    answer = site.get("/view/unit", params={"name": "范例区教育局"})

    assert 404 == answer.status_code
    assert BUREAU in answer.text
