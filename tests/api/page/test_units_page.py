"""Organizations and their tasks, as /organizations and /units say them."""

from urllib.parse import parse_qs, urlsplit

import pytest
from looking import PHONE, axe, overflow, screenshot
from playwright.sync_api import expect

from graph.store import open_store
from graph.units import organizations, units

ROWS = "tbody tr:not(.of)"
BUREAU, SEVERAL = "范例区教体局", "样本市教育局"
VIEWS = ("/view/units", f"/view/unit?name={BUREAU}", f"/view/unit?name={SEVERAL}")


@pytest.fixture(scope="module")
def asked(sample_store):
    """All organizations of the sample, and the tasks of one."""
    with open_store(str(sample_store)) as store:
        return organizations(store), units(store, BUREAU)


def clause_of(href):
    """The clause or document to which a link leads."""
    (id,) = parse_qs(urlsplit(href).query)["id"]
    return id


def counted(answer, standing, role=None):
    """How many tasks of these bodies, in a role."""
    return sum(task.unit.standing == standing and role in (None, task.role) for task in answer.tasks)


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
    expect(browser_page.locator("h1")).to_have_text(BUREAU)


def test_organizations_of_a_region_or_a_kind(asked, browser_page):
    """The region is chosen from those that there are; words are sought in the kind too."""
    browser_page.goto("/view/units")
    region = next(item.region for item in asked[0] if item.name == BUREAU)
    browser_page.select_option("#by-region", region)
    browser_page.wait_for_url(f"**region={region}**")
    rows = browser_page.locator("main tbody tr")

    assert sum(item.region == region for item in asked[0]) == rows.count()
    browser_page.goto("/view/units?name=体育")
    assert sum("体育" in item.name or item.kind == "体育" for item in asked[0]) == rows.count()


def test_counts_of_each_role(asked, browser_page):
    """Each organization with how many clauses it leads, is responsible for and cooperates in."""
    browser_page.goto("/view/units")
    item = max(asked[0], key=lambda item: item.lead)
    row = browser_page.locator("main tbody tr", has=browser_page.get_by_role("link", name=item.name, exact=True))

    assert [str(count or "") for count in (item.lead, item.responsible, item.cooperate)] == row.locator(
        "td.number"
    ).all_inner_texts()


def test_tasks_of_one_organization(asked, browser_page):
    """Its own first, then those of its counterparts above and below, which can be left out."""
    answer = asked[1]
    browser_page.goto(VIEWS[1])
    own, above = browser_page.locator(".tasks").all()

    assert counted(answer, "asked") == own.locator(ROWS).count()
    assert counted(answer, "above") == above.locator(ROWS).count()
    assert [card.name for card in answer.counterparts] == browser_page.locator(".bodies a").all_inner_texts()
    browser_page.check("#own")
    browser_page.wait_for_url("**own=1**")
    assert counted(answer, "asked") == browser_page.locator(f".tasks {ROWS}").count()


def test_a_document_is_named_once(asked, browser_page):
    """Above its tasks; where these are ordered by deadline each says its document."""
    browser_page.goto(VIEWS[1])
    documents = [
        list(dict.fromkeys(task.clause.document for task in asked[1].tasks if task.unit.standing == standing))
        for standing in ("asked", "above")
    ]
    heads = [
        [clause_of(link.get_attribute("href")) for link in table.locator(".of a").all()]
        for table in browser_page.locator(".tasks").all()
    ]

    assert documents == heads
    browser_page.goto(f"{VIEWS[1]}&order=deadline")
    assert 0 == browser_page.locator(".tasks .of").count()


def test_further_sources_are_counted(asked, browser_page):
    """With a way to the cascade above the task."""
    browser_page.goto(f"{VIEWS[1]}&own=1")
    own = [task for task in asked[1].tasks if task.unit.standing == "asked"]
    others = {task.clause.id: task.source.others for task in own if task.source and task.source.others}
    told = {
        clause_of(link.get_attribute("href")): link.inner_text()
        for link in browser_page.locator(".tasks .others").all()
    }

    assert others
    assert others.keys() == told.keys()
    assert all(told[clause].startswith(f"另 {count} 处依据") for clause, count in others.items())


def test_tasks_in_one_role(asked, browser_page):
    """Those that it leads, by the menu."""
    browser_page.goto(f"{VIEWS[1]}&own=1")
    browser_page.select_option("#by-role", "lead")
    browser_page.wait_for_url("**role=lead**")

    assert counted(asked[1], "asked", "lead") == browser_page.locator(f".tasks {ROWS}").count()


def test_tasks_by_deadline(asked, browser_page):
    """By date and not by how it is written; what runs on without an end, or has no deadline, comes last."""
    browser_page.goto(f"{VIEWS[1]}&own=1")
    browser_page.select_option("#by-order", "deadline")
    browser_page.wait_for_url("**order=deadline**")
    told = browser_page.locator(".tasks tbody td:nth-of-type(2)").all_inner_texts()

    own = [task for task in asked[1].tasks if task.unit.standing == "asked"]
    assert ["2023年底前、到2025年", "2023年底前", "2024年6月底前", "2024年底前", "2025年底前"] == told[:5]
    assert sum(not task.due for task in own) == len(told) - 5


def test_what_must_be_checked(sample_store, browser_page):
    """Conflicts stand before the tasks: several leads of one clause, with their names."""
    with open_store(str(sample_store)) as store:
        found = units(store, SEVERAL).conflicts
    browser_page.goto(f"/view/unit?name={SEVERAL}")
    lines = browser_page.locator(".conflicts li").all_inner_texts()

    assert len(found) == len(lines) > 0
    for item, line in zip(found, lines, strict=True):
        assert all(name in line for name in item.units)


def test_the_source_of_a_task_is_read_beside_it(asked, browser_page):
    """A link opens both texts; the score stands in a column of its own, with how the link stands."""
    browser_page.goto(f"{VIEWS[1]}&own=1")
    first = next(task.source for task in asked[1].tasks if task.source)
    told = browser_page.locator(".tasks td.number:not(.blank)").first.inner_text()

    assert told.startswith(f"{first.score:.2f}")
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


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_serious_on_a_desk(view, browser_page):
    """The same on a wide window."""
    browser_page.goto(view)

    assert [] == axe(browser_page)
    assert overflow(browser_page) <= 0


def test_it_works_without_scripts(open_page, asked):
    """The form has a button."""
    page = open_page(java_script_enabled=False)
    page.goto("/view/units")
    page.select_option("#by-level", "county")
    page.locator("main form button").click()

    expect(page.locator("main tbody tr")).to_have_count(sum(item.level == "county" for item in asked[0]))


def test_an_unknown_organization_is_a_page(site):
    """404, with what comes near."""
    answer = site.get("/view/unit", params={"name": "范例区教育局"})

    assert 404 == answer.status_code
    assert BUREAU in answer.text
