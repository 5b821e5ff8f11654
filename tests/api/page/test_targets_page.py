"""Figures along lineages and deadlines by year, as /compare and /timeline say them."""

import csv
from collections import Counter
from io import StringIO
from urllib.parse import parse_qs, urlsplit

import pytest
from looking import PHONE, axe, overflow, screenshot

from graph.comparison import KINDS, compare, counts, kind, kinds
from graph.store import open_store
from graph.timeline import timeline

PROVINCE = "示政〔2021〕7号"
CLAUSE = f"{PROVINCE}/四（十一）"
UNMOVED = "教体艺〔2021〕99号/二3"
VIEWS = (f"/view/targets?id={PROVINCE}", f"/view/targets?id={CLAUSE}", "/view/targets")
WORDS = {
    "raised": "▲ 加码",
    "lowered": "▼ 降标",
    "equal": "＝ 持平",
    "share": "％ 占总数的",
    "not comparable": "？ 不可比",
}


@pytest.fixture(scope="module")
def asked(sample_store):
    """The figures and deadlines of the sample's province, and all deadlines."""
    with open_store(str(sample_store)) as store:
        return compare(store, PROVINCE), timeline(store, PROVINCE), timeline(store)


def told(page):
    """The comparisons of the page, folded ones too: the clauses of both figures, the lower one's by its link, and the
    verdict."""
    found = Counter()
    if page.locator("#rest").count():
        page.locator("#rest").click()
    for row in page.locator(".chains tbody tr").all():
        above = clause_of(row.locator(".top-figure a").first.get_attribute("href"))
        for step in row.locator(".step").all():
            below = clause_of(step.locator("a.clause").first.get_attribute("href"))
            found[above, below, step.locator(".verdict").inner_text()[:4]] += 1
    return found


def clause_of(href):
    """The clause to whose cascade a link leads."""
    (id,) = parse_qs(urlsplit(href).query)["id"]
    return id


def said(rows):
    """The same of the answer."""
    return Counter((row.above.clause, row.below.clause, WORDS[kind(row)][:4]) for row in rows)


def due(page):
    """The years of the page, each with how many figures are due."""
    return [int(text) for text in page.locator(".years li .number").all_inner_texts()]


def test_each_comparison_stands_in_its_row(asked, browser_page):
    """Beside the figure above, in the column of its level, with the verdict in sign and word."""
    browser_page.goto(VIEWS[0])

    assert said(asked[0].rows) == told(browser_page)
    heads = browser_page.locator(".chains").first.locator("thead th").all_inner_texts()
    assert ["国家", "省级", "市级", "县级"] == heads


def test_a_chain_goes_on_below_its_figure(asked, browser_page):
    """A figure that stands below and above others is the head of a row within the chain of the one above it."""
    browser_page.goto(VIEWS[0])
    tops = {row.target.id for row in asked[0].rows}
    followed = {row.target.id for row in asked[0].rows} & {row.source.id for row in asked[0].rows}

    assert followed
    assert len(tops) == browser_page.locator(".chains tbody tr").count()
    assert len(tops - followed) == browser_page.locator(".chains tr.first").count()


def test_what_was_lowered_stands_first(asked, browser_page):
    """The head counts each kind, what accuses before the others; the figures that it counts stand before those that
    nobody moved, which are folded."""
    browser_page.goto(VIEWS[0])
    found = counts(asked[0].rows)
    heads = browser_page.locator(".tallies li").all_inner_texts()
    chains = browser_page.locator(".chains").all()

    assert [f"▼ 降标 {found['lowered']}", f"期限推后 {found['later']}", f"▲ 加码 {found['raised']}"] == heads[:3]
    assert 2 == len(chains)
    assert chains[0].locator(".verdict").first.is_visible()
    assert not chains[1].locator(".verdict").first.is_visible()
    assert found["lowered"] == chains[0].locator(".verdict.lowered").count()
    assert 0 == chains[1].locator(".verdict:is(.lowered, .raised, .later, .earlier)").count()


def test_that_nothing_was_lowered_is_said(sample_store, browser_page):
    """A kind that was not found is named and leads nowhere; what cannot be compared is no proof."""
    with open_store(str(sample_store)) as store:
        found = counts(compare(store, UNMOVED).rows)
    browser_page.goto(f"/view/targets?id={UNMOVED}")
    head = browser_page.locator(".tallies li").first

    assert 0 == found["lowered"]
    assert "▼ 未发现降标" == head.inner_text()
    assert 0 == head.locator("a").count()
    assert "▼ 降标（0）" in browser_page.locator("#by-verdict option").all_inner_texts()


def test_the_counts_choose(asked, browser_page):
    """A count of the head leaves what it counts, and once more leaves all again."""
    browser_page.goto(VIEWS[0])
    browser_page.locator("#only-lowered").click()
    browser_page.wait_for_url("**only=lowered**")

    assert said(row for row in asked[0].rows if kind(row) == "lowered") == told(browser_page)
    browser_page.locator("#only-lowered").click()
    browser_page.wait_for_url(lambda url: "only" not in url)
    assert said(asked[0].rows) == told(browser_page)


@pytest.mark.parametrize("only", KINDS)
def test_one_kind_of_comparison(only, asked, browser_page):
    """The menu names each kind with how many there are, and leaves these."""
    browser_page.goto(VIEWS[0])
    rows = [row for row in asked[0].rows if only in kinds(row)]
    option = browser_page.locator(f"#by-verdict option[value='{only}']")

    assert option.inner_text().endswith(f"（{len(rows)}）")
    browser_page.select_option("#by-verdict", only)
    browser_page.wait_for_url("**only=**")
    assert said(rows) == told(browser_page)


def test_a_raised_figure_says_by_how_much(asked, browser_page):
    """With the factor that the answer has, a percentage with the percentage points."""
    browser_page.goto(f"{VIEWS[0]}&only=raised")
    rows = [row for row in asked[0].rows if row.verdict == "raised"]
    factors = Counter(f"▲ 加码 ×{row.factor:.4g}" for row in rows if row.factor and row.points is None)
    points = Counter(f"▲ 加码 {row.points:+g} 个百分点".replace("-", "−") for row in rows if row.points is not None)
    texts = browser_page.locator(".chains .verdict").all_inner_texts()

    assert factors
    assert points
    assert factors + points == Counter(text.partition("，")[0] for text in texts)


def test_sums_of_shares(asked, browser_page):
    """What each total comes to on a level below, and that other figures of a region are told."""
    browser_page.goto(VIEWS[0])
    sums = browser_page.locator(".sum").all_inner_texts()

    assert len(asked[0].sums) == len(sums)
    for total, text in zip(asked[0].sums, sums, strict=True):
        assert f"占总数的 {total.share:.1%}" in text
        assert all(part.region_name in text for part in total.parts)
        assert any(part.others for part in total.parts) == ("另有表述" in text)


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
    written = [item.deadline for each in asked[2].years for item in each.due]
    cells = browser_page.locator(".due tbody td:first-child > span:first-child").all_inner_texts()
    assert written == cells


@pytest.mark.parametrize("scripts", [True, False])
def test_deadlines_of_a_level(scripts, asked, open_page):
    """With scripts at once, without them by the button."""
    page = open_page(java_script_enabled=scripts)
    page.goto("/view/targets")
    page.select_option("#by-level", "county")
    if not scripts:
        page.locator("main form button").click()
    page.wait_for_url("**level=county**")
    expected = [sum(item.clause.level == "county" for item in each.due) for each in asked[2].years]

    assert [count for count in expected if count] == due(page)


def test_one_filter_keeps_the_other(browser_page):
    """The level of the deadlines stays when a kind of comparison is chosen."""
    browser_page.goto(f"{VIEWS[0]}&level=county")
    before = due(browser_page)
    browser_page.select_option("#by-verdict", "lowered")
    browser_page.wait_for_url("**only=lowered**")

    assert "county" == browser_page.locator("#by-level").input_value()
    assert before == due(browser_page)


@pytest.mark.parametrize("view", [VIEWS[0], VIEWS[2]])
def test_the_deadlines_are_taken_away_as_a_table(view, browser_page):
    """A row each, those that the page shows."""
    browser_page.goto(view)
    link = browser_page.locator("main a[href^='/timeline'][href*='format=csv']").get_attribute("href")
    rows = list(csv.reader(StringIO(browser_page.request.get(link).body().decode("utf-8-sig"), newline="")))

    assert ["年份", "到期", "期限（原文）"] == rows[0][:3]
    assert sum(due(browser_page)) == len(rows) - 1


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_on_a_phone(view, scheme, open_page):
    """axe-core is content, and the page is no wider than the window, in both languages."""
    for language in ("zh", "en"):
        page = open_page(viewport=PHONE, color_scheme=scheme)
        page.goto(f"{view}{'&' if '?' in view else '?'}lang={language}")
        screenshot(page, f"targets-{len(view)}-{scheme}-{language}")

        assert [] == axe(page)
        assert overflow(page) <= 0


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_serious_on_a_desk(view, browser_page):
    """The same on a wide window."""
    browser_page.goto(view)

    assert [] == axe(browser_page)
    assert overflow(browser_page) <= 0


def test_a_clause_that_nobody_knows_is_a_page(site):
    """404 in the same dress."""
    assert 404 == site.get("/view/targets", params={"id": f"{PROVINCE}/九十"}).status_code
