"""The cascade as a page: picture and table tell what the answer tells, each filter narrows it, folded boxes unfold in
place, a link opens both texts, and a clause without a basis says why."""

import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from looking import DESKTOP, PHONE, axe, overflow, screenshot
from lxml import html

from api.page.addresses import legible
from api.page.cascade import Filters
from graph.cascade import cascade_view
from graph.explaining import why_not
from graph.questions import tasks
from graph.store import open_store

PROVINCE, CLAUSE = "示政〔2021〕7号", "示政〔2021〕7号/四（十一）"
NATION = "教体艺〔2021〕99号"
NEAR, NEAR_ABOVE = "示政〔2021〕7号/三（八）", "教体艺〔2021〕99号/二3"
CITY, COUNTY = "例政〔2021〕15号/二（三）2", "范例区学校体育与学生健康提升实施方案"
BYTES = 300_000


def address(id, **more):
    """The address of a cascade."""
    return f"/view/cascade?id={quote(id)}" + "".join(f"&{name}={quote(str(value))}" for name, value in more.items())


def asked(id, sample_store, **filters):
    """The answer that the page shows."""
    with open_store(str(sample_store)) as store:
        return cascade_view(store, id, **filters)


def pictured(page):
    """The ids of the boxes, and the ends of the lines, in the picture of a page in a browser."""
    nodes = page.locator(".picture g.node").evaluate_all("all => all.map(each => each.dataset.node)")
    lines = page.locator(".picture g.link").evaluate_all(
        "all => all.map(each => [each.dataset.source, each.dataset.target]"
        ".map(id => document.getElementById(id).dataset.node))"
    )
    return set(nodes), {tuple(line) for line in lines}


def assert_shows(page, view):
    """The page has the boxes and lines of the view, and a row for each line."""
    assert ({node.id for node in view.nodes}, {(link.source, link.target) for link in view.links}) == pictured(page)
    assert len(view.links) == page.locator("table.links tr:not(.of) td:last-child a").count()


@pytest.mark.parametrize("id", [CLAUSE, PROVINCE])
def test_picture_and_table_tell_the_answer(browser_page, sample_store, id):
    """Each box and line of the answer, and a row a line."""
    browser_page.goto(address(id))

    assert_shows(browser_page, asked(id, sample_store))


def test_county_tasks_that_derive_are_found_on_the_page(browser_page, sample_store):
    """The table names every task of the county that derives from the clause, and each row leads to both texts."""
    with open_store(str(sample_store)) as store:
        found = [task.clause for task in tasks(store, CLAUSE, level="county").tasks]
    browser_page.goto(address(CLAUSE))
    table = browser_page.locator("table.links")

    assert found
    for card in found:
        assert table.get_by_role("link", name=card.address, exact=True).count()
    assert COUNTY in table.inner_text()


def test_the_clause_says_who_must_do_what_by_when(site):
    """Its text, its units as links, its figures with their deadlines."""
    tree = html.fromstring(site.get(address(CLAUSE)).text)
    (about,) = tree.xpath("//div[@class='asked']")

    assert "推广“学校+社区”共管共用机制" in about.text_content()
    assert "示例省体育局" in [link.text for link in about.xpath(".//a[contains(@href, '/view/unit')]")]
    assert "期限：到2025年" in about.text_content()


@pytest.mark.parametrize(
    ("field", "value", "filters"),
    [
        ("direction", "up", {"direction": "up"}),
        ("direction", "down", {"direction": "down"}),
        ("level", "municipal", {"level": "municipal"}),
        ("region", "990200", {"region": "990200"}),
        ("min_score", "0.9", {"min_score": 0.9}),
        ("depth", "1", {"depth": 1}),
    ],
)
def test_each_filter_narrows_the_picture(browser_page, sample_store, field, value, filters):
    """As soon as a field changes; the address tells it, and one link takes all filters away."""
    browser_page.goto(address(CLAUSE))
    whole = pictured(browser_page)
    browser_page.locator(f"#by-{field}").select_option(value)
    browser_page.locator("#reset").wait_for()

    assert_shows(browser_page, asked(CLAUSE, sample_store, **filters))
    assert [value] == parse_qs(urlsplit(browser_page.url).query)[field]
    browser_page.locator("#reset").click()
    browser_page.locator("#reset").wait_for(state="detached")
    assert whole == pictured(browser_page)


def test_near_misses_are_shown_when_asked_for(browser_page, sample_store):
    """By their box among the statuses, drawn and called otherwise than links."""
    browser_page.goto(address(NEAR))
    browser_page.locator("#by-candidate").check()
    browser_page.locator("#reset").wait_for()

    assert_shows(browser_page, asked(NEAR, sample_store, status=("proposed", "confirmed", "candidate")))
    above = browser_page.locator(f".picture g.node[data-node='{NEAR_ABOVE}']").get_attribute("id")
    line = browser_page.locator(f".picture g.link[data-target='{above}']")
    assert "candidate" in line.get_attribute("class").split()
    assert "备选" in browser_page.locator(f".picture g.label[data-target='{above}']").text_content()


def test_folded_boxes_unfold_in_place(browser_page, sample_store):
    """A click on one shows its clauses, without another page; what is folded is counted, and folds again."""
    view = asked(PROVINCE, sample_store)
    (box,) = [node for node in view.nodes if node.document == COUNTY]
    browser_page.goto(address(PROVINCE))
    browser_page.evaluate("window.here = true")

    assert str(view.left_out.folded) in browser_page.locator(".out").inner_text()
    browser_page.locator(f".picture g.node[data-node='{box.id}'] a").click()
    browser_page.locator(".chip").wait_for()
    assert {card.id for card in box.clauses} <= pictured(browser_page)[0]
    assert browser_page.evaluate("window.here")
    browser_page.locator(".chip").click()
    browser_page.locator(".chip").wait_for(state="detached")
    assert_shows(browser_page, view)


def test_who_unfolds_by_keys_goes_on_from_there(browser_page, sample_store):
    """Enter on a folded box leads to the first of its clauses, Enter on what a clause does not show back to it."""
    box = next(node for node in asked(PROVINCE, sample_store).nodes if node.document == COUNTY)
    browser_page.goto(address(PROVINCE))
    browser_page.locator(f".picture g.node[data-node='{box.id}'] a").focus()
    browser_page.keyboard.press("Enter")
    browser_page.locator(".chip").wait_for()
    focused = "document.activeElement.closest('[data-node]')?.dataset.node"
    assert browser_page.evaluate(focused) in {card.id for card in box.clauses}

    view = asked(CITY, sample_store, direction="up")
    clause = next(node.id for node in view.nodes if node.down and node.place == "above")
    browser_page.goto(address(CITY, direction="up"))
    browser_page.locator(f".picture g.node[data-node='{clause}'] a[data-swap]").focus()
    browser_page.keyboard.press("Enter")
    browser_page.locator(".chip").wait_for()
    assert clause == browser_page.evaluate(focused)


def test_a_clause_unfolds_what_it_is_linked_to(browser_page, sample_store):
    """The last line of a box tells how many links are not drawn; a click draws them."""
    view = asked(CITY, sample_store, direction="up")
    box = next(node for node in view.nodes if node.down and node.place == "above")
    browser_page.goto(address(CITY, direction="up"))
    browser_page.locator(f".picture g.node[data-node='{box.id}'] a[data-swap]").click()
    browser_page.locator(".chip").wait_for()

    assert_shows(browser_page, asked(CITY, sample_store, direction="up", expand=[box.id]))
    assert len(view.nodes) < len(pictured(browser_page)[0])


def test_all_is_unfolded_at_once(browser_page, sample_store):
    """One link shows every clause; none is left folded."""
    browser_page.goto(address(PROVINCE))
    browser_page.locator("#unfold").click()
    browser_page.locator(".chip").wait_for()
    view = asked(PROVINCE, sample_store, limit=5000)

    assert view.clauses == len(pictured(browser_page)[0])
    assert_shows(browser_page, view)


def test_a_link_opens_both_texts(browser_page):
    """The words on a line, the line itself, and the row of the table show the two texts in a dialog."""
    browser_page.goto(address(CLAUSE))
    first = browser_page.locator(".picture g.label a").first
    for click in (
        first.click,
        lambda: browser_page.locator(".picture g.link .tip").first.dispatch_event("click"),
        browser_page.locator("table.links a[data-dialog]").first.click,
    ):
        click()
        dialog = browser_page.locator("dialog[open]")
        dialog.locator("h1").wait_for()
        assert 2 == dialog.locator("article").count()
        assert [] == axe(browser_page)
        browser_page.keyboard.press("Escape")
        dialog.wait_for(state="detached")


def test_keyboard_alone_is_enough(browser_page):
    """Enter on the words of a line opens both texts, Escape leads back to them; Enter on a box opens its cascade."""
    browser_page.goto(address(CLAUSE))
    label = browser_page.locator(".picture g.label a").first
    label.focus()
    browser_page.keyboard.press("Enter")
    browser_page.locator("dialog[open] h1").wait_for()
    browser_page.keyboard.press("Escape")
    assert label.evaluate("each => each === document.activeElement")
    browser_page.locator(".picture g.node a").first.focus()
    browser_page.keyboard.press("Enter")
    browser_page.wait_for_url(re.compile("99"))
    assert "四10" in browser_page.locator("h1").inner_text()


def test_what_is_looked_at_stands_out(browser_page):
    """Over a box only its own lines stay as they are."""
    browser_page.goto(address(CLAUSE))
    box = browser_page.locator(f".picture g.node[data-node='{CLAUSE}']")
    box.hover()
    aside = browser_page.locator(".picture g.link.aside").evaluate_all("all => all.map(each => each.dataset)")

    assert aside
    assert not [each for each in aside if box.get_attribute("id") in (each["source"], each["target"])]


def test_why_nothing_stands_above(browser_page, sample_store):
    """What came near, why each was refused, and both texts at a click."""
    with open_store(str(sample_store)) as store:
        (refused,) = why_not(store, NEAR).refusals
    browser_page.goto(address(NEAR))
    row = browser_page.locator(".why tbody tr")

    assert NEAR_ABOVE in row.inner_text()
    assert f"{refused.score:.2f}" in row.inner_text()
    assert "共同内容不足以认定为同一措施" in row.inner_text()
    row.locator("a[data-dialog]").click()
    assert "不算关联" in browser_page.locator("dialog[open]").inner_text()


@pytest.mark.parametrize("id", [CLAUSE, f"{PROVINCE}/附件第10项"])
def test_what_has_a_basis_says_no_why_not(site, id):
    """A clause that carries out another, and a row of the task list whose clause does."""
    assert "为什么没有上位依据" not in site.get(address(id)).text


def test_without_scripts(open_page, sample_store):
    """Filters by a button, boxes, unfolding and both texts by links."""
    page = open_page(java_script_enabled=False)
    page.goto(address(PROVINCE))
    page.locator("#by-level").select_option("county")
    page.get_by_role("button", name="筛选").click()
    assert "level=county" in page.url
    page.goto(address(PROVINCE))
    page.locator("#unfold").click()
    assert page.locator(".picture g.node").count() == asked(PROVINCE, sample_store).clauses
    page.locator("table.links a[data-dialog]").first.click()
    assert "/view/pair" in page.url
    assert 2 == page.locator("article").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("id", [CLAUSE, PROVINCE, NEAR])
def test_a_cascade_for_everybody(open_page, scheme, viewport, id):
    """axe-core finds nothing serious, and nothing sticks out."""
    page = open_page(color_scheme=scheme, viewport=viewport)
    page.goto(address(id, lang="en") if scheme == "dark" else address(id))
    screenshot(page, f"cascade-{len(id)}-{viewport['width']}-{scheme}")

    assert [] == axe(page)
    assert overflow(page) <= 0


def test_the_picture_is_dark_where_the_system_is(open_page):
    """Its ground is dark, and its text light."""
    page = open_page(color_scheme="dark")
    page.goto(address(CLAUSE))
    fill = "each => getComputedStyle(each).fill.match(/[\\d.]+/g).slice(0, 3).reduce((a, b) => a + +b, 0)"

    assert page.locator(".picture .ground").first.evaluate(fill) < 150
    assert page.locator(".picture .node .strong").first.evaluate(fill) > 500


LETTERS = """all => Math.min(...all.map(each => parseFloat(getComputedStyle(each).fontSize)
    * each.ownerSVGElement.getBoundingClientRect().width / each.ownerSVGElement.viewBox.baseVal.width))"""
WIDER = "each => each.scrollWidth - each.clientWidth"


def test_a_phone_leads_to_the_list_and_shows_the_picture_to_be_read(open_page):
    """Before the picture a button leads to the same as a list; the picture scrolls sideways, with what was asked for in
    sight, and is shrunk only by who wants to see the whole."""
    page = open_page(viewport=PHONE)
    page.goto(address(CLAUSE))
    picture, asked_for = page.locator(".picture"), page.locator(".picture .node.asked")

    assert page.locator(".picture .node .text, .picture .node text:not(.quiet)").evaluate_all(LETTERS) >= 12
    assert picture.evaluate(WIDER) > 0
    assert "滚动" in page.locator(".hint").inner_text()
    assert page.locator(".hint a").get_attribute("href") == f"#{asked_for.get_attribute('id')}"
    inside, box = picture.bounding_box(), asked_for.bounding_box()
    assert inside["x"] <= box["x"] + box["width"] / 2 <= inside["x"] + inside["width"]
    page.locator("#fit").check()
    assert picture.evaluate(WIDER) <= 0
    page.get_by_role("link", name="按清单看").click()
    assert page.url.endswith("#table")


@pytest.mark.parametrize("id", [CLAUSE, PROVINCE, COUNTY])
def test_letters_of_a_picture_can_be_read(open_page, id):
    """In a window of 1280 pixels the picture needs no scrolling sideways, its letters have 12 pixels, and what is
    secondary has 11."""
    page = open_page(viewport=DESKTOP)
    page.goto(address(id))

    assert page.locator(".picture text:not(.quiet)").evaluate_all(LETTERS) >= 12
    assert page.locator(".picture text.quiet").evaluate_all(LETTERS) >= 11
    assert page.locator(".picture").evaluate(WIDER) <= 0
    assert not page.locator(".hint").is_visible()


def test_rows_of_folded_clauses_name_them(site, sample_store):
    """A line of the picture that stands for several links is a row that says between which clauses, all told."""
    view = asked(PROVINCE, sample_store)
    folded = {node.id for node in view.nodes if node.kind == "document"}
    lines = [link for link in view.links if link.source in folded and len(link.steps) <= 6]
    rows = html.fromstring(site.get(address(PROVINCE)).text).xpath("//table[@class='links']//tr")
    told = {tuple(row.xpath("td[1]//span[@class='ids']/a/text()")) for row in rows}

    assert lines
    for link in lines:
        ends = {step.source for step in link.steps}
        cards = next(node.clauses for node in view.nodes if node.id == link.source)
        assert tuple(card.address for card in cards if card.id in ends) in told


def test_signs_and_what_is_left_out_are_explained(site):
    """The key says what its words mean, in a fold and where the pointer rests; what is linked by other measures only is
    named, each with its own cascade."""
    tree = html.fromstring(site.get(address(NATION)).text)
    others = tree.xpath("//ul[@class='others']//a/@href")
    (count,) = re.findall(r"不算派生的条款 (\d+) 条", tree.text_content())

    assert {"照抄", "细化", "加码", "降标", "缺项"} <= {
        text.strip() for text in tree.xpath("//details[contains(@class,'means')]//dt/text()")
    }
    assert all(tree.xpath("//ul[contains(@class,'key')]/li[position() < last()]/@title"))
    assert int(count) == len(others)
    assert all("/view/cascade" in each for each in others)


def test_takeaways_are_the_same_answer(site, sample_store):
    """JSON and pictures are asked for with the filters of the page."""
    tree = html.fromstring(site.get(address(CLAUSE, level="county")).text)
    view = asked(CLAUSE, sample_store, level="county")
    data = site.get(tree.xpath("//section[@class='take']//a/@href")[0], headers={"Accept": "application/json"}).json()
    pictures = tree.xpath("//p[contains(@class, 'save')]/a/@href")

    assert [node.id for node in view.nodes] == [node["id"] for node in data["nodes"]]
    assert view.steps == data["steps"]
    for picture in pictures:
        assert 200 == site.get(picture).status_code
    assert len(view.nodes) == site.get(pictures[0]).text.count('<g class="node"')


@pytest.mark.parametrize(
    ("id", "more", "status"),
    [(f"{PROVINCE}第九十条", {}, 404), (CLAUSE, {"depth": 0}, 422), (CLAUSE, {"level": "x"}, 422), ("第一条", {}, 404)],
)
def test_what_cannot_be_asked_is_a_page(site, id, more, status):
    """With the right status."""
    assert status == site.get(address(id, **more)).status_code


@pytest.mark.parametrize("id", [CLAUSE, PROVINCE, COUNTY, NEAR])
def test_a_cascade_is_small(site, id):
    """Under 300 KB, uncompressed."""
    assert len(site.get(address(id)).content) < BYTES


def test_nothing_in_the_picture_needs_a_style_attribute(site):
    """The policy of the pages forbids them."""
    assert "style=" not in site.get(address(PROVINCE)).text


def test_filters_that_change_nothing_are_no_filters():
    """A form sends all of its fields, the usual statuses in any order; the address of the data has what differs."""
    sent = Filters(CLAUSE, status=("confirmed", "proposed"), level="", region="")

    assert {"of": CLAUSE} == sent.query(id="of")
    assert {"id": CLAUSE, "status": ("candidate",)} == Filters(CLAUSE, status=("candidate",)).query()


@pytest.mark.parametrize("text", ["示政〔2021〕7号/四（十一）", "a b&c=d#e%f", "“一地一策”　方案"])
def test_legible_addresses_mean_the_same(text):
    """What is asked for is the same with its Chinese written out."""
    there = f"/view/cascade?id={quote(text, safe='')}"

    assert [text] == parse_qs(urlsplit(legible(there)).query)["id"]
    assert len(legible(there)) <= len(there)
