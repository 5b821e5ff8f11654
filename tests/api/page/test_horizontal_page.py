"""A document across the places below: as /coverage counts it, told by sign and word, each cell with its texts."""

import csv
import io
import re
from collections import Counter
from itertools import pairwise

import pytest
from looking import DESKTOP, PHONE, axe, overflow, screenshot
from serving import served

from api import sample
from api.loading import files_of, load
from graph.coverage import coverage
from graph.model import Clause, Document, DocumentFacts, Region
from graph.store import open_store

PROVINCE = "示政〔2021〕7号"
CLAUSE = f"{PROVINCE}/四（十一）"
SIGNS = {"●": "deep", "◐": "partly", "○": "none"}


@pytest.fixture(scope="module")
def answer(sample_store):
    """The coverage of the sample's province."""
    with open_store(str(sample_store)) as store:
        return coverage(store, PROVINCE)


@pytest.fixture(scope="module")
def with_another_city(tmp_path_factory):
    """A client of the sample with one more city, whose only document is of another subject."""
    path = tmp_path_factory.mktemp("another") / "policy.kgl"
    own = Document("川政〔2023〕9号", "关于加固堤坝的通知", level="municipal", region="990900")
    clause = Clause(f"{own.id}/一", own.id, "一", "clause", "加固堤坝。", task=True)
    region = Region("990900", "例川市", "municipal", "990000")
    with open_store(str(path), writable=True) as store:
        load(store, files_of([sample.home()]))
        store.replace(DocumentFacts(own, (clause,), regions=(region,)), ())
    with served(str(path)) as client:
        yield client


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
    """They are folded, with their number by reason; unfolded they stand in their place, with it, and have no sign."""
    browser_page.goto(f"/view/horizontal?id={PROVINCE}")
    assert 0 == browser_page.locator(".matrix tr.exempt").count()
    told = browser_page.locator(".uncounted").inner_text()
    assert {sum(answer.exempt.values()), *answer.exempt.values()} <= set(map(int, re.findall(r"\d+", told)))
    browser_page.get_by_role("link", name="在表中列出").click()
    browser_page.wait_for_url("**exempt=true*")

    assert 0 == browser_page.locator(".matrix tr.exempt .sign").count()
    assert "折起" == browser_page.evaluate("document.activeElement.textContent")
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
    browser_page.get_by_label("地区、文件").select_option("municipal")
    browser_page.wait_for_url("**at=municipal*")
    shown = [rank for rank in places(answer) if answer.columns[rank].level == "municipal"]

    assert len(shown) == browser_page.locator(".matrix .place").count() < all_places
    first = answer.columns[shown[0]]
    assert str(first.deep) in browser_page.locator(".matrix .sums").first.inner_text()
    assert "level=municipal" in browser_page.get_by_role("link", name="CSV").get_attribute("href")


def test_what_a_place_does_not_take_up(answer, browser_page):
    """The number in its head leads to just these clauses, in the order of the text; the CSV has the same."""
    rank = max(places(answer), key=lambda rank: answer.columns[rank].none)
    column = answer.columns[rank]
    expected = [
        item.clause.address for item in answer.clauses if item.cells[rank].standing == "none" and not item.exempt
    ]
    browser_page.goto(f"/view/horizontal?id={PROVINCE}")
    head = browser_page.locator(".matrix thead th", has_text=column.region_name)
    head.get_by_role("link", name=f"未见落实 {column.none}").click()
    browser_page.wait_for_url("**only=none*")
    table = browser_page.request.get(browser_page.get_by_role("link", name="CSV").get_attribute("href")).text()

    assert expected == browser_page.locator(".matrix tbody th a").all_inner_texts()
    assert f"{column.region_name}未见落实的条款 {column.none} 条" in browser_page.locator(".found").inner_text()
    assert expected == [row[0] for row in list(csv.reader(io.StringIO(table)))[1:]]


def test_the_filter_by_standing(browser_page):
    """Over several places it keeps what stands so at one of them, and takes it back."""
    browser_page.goto(f"/view/horizontal?id={PROVINCE}")
    every = browser_page.locator(".matrix tbody tr").count()
    browser_page.get_by_label("只看").select_option("partly")
    browser_page.wait_for_url("**only=partly*")
    found = browser_page.locator(".matrix tbody tr")

    assert 0 < found.count() < every
    assert all("◐" in row.inner_text() for row in found.all())
    browser_page.get_by_role("link", name="清除筛选").click()
    browser_page.wait_for_url(lambda url: "only" not in url)
    assert every == browser_page.locator(".matrix tbody tr").count()


def test_places_without_relation_are_named(with_another_city, browser_page):
    """A city whose document is of another subject is no column until somebody asks for it, by itself too."""
    browser_page.goto(f"{with_another_city.base_url}/view/horizontal?id={PROVINCE}")
    shown = browser_page.locator(".matrix .place").count()
    assert "另有 1 个地区不列" in browser_page.locator(".uncounted", has_text="例川市").inner_text()
    browser_page.locator("#apart").click()
    browser_page.wait_for_url("**unrelated=true*")
    assert shown + 1 == browser_page.locator(".matrix .place").count()
    browser_page.goto(f"{with_another_city.base_url}/view/horizontal?id={PROVINCE}&at=例川市")

    assert ["例川市"] == browser_page.locator(".matrix .place .region").all_inner_texts()


def test_nothing_stands_so(with_another_city):
    """The page says that there is none."""
    asked = {"id": PROVINCE, "at": "例川市", "only": "deep"}

    assert "没有这样的条款" in with_another_city.get("/view/horizontal", params=asked).text


def test_the_filter_without_scripts(open_page):
    """A button does."""
    page = open_page(java_script_enabled=False)
    page.goto(f"/view/horizontal?id={PROVINCE}")
    page.get_by_label("地区、文件").select_option("county")
    page.get_by_label("只看").select_option("none")
    page.get_by_role("button", name="筛选").click()

    page.wait_for_url("**at=county*only=none*")
    assert page.locator(".matrix .place").count() > 0


def test_the_takeaways(site):
    """CSV and Excel are those of /matrix."""
    page = site.get("/view/horizontal", params={"id": PROVINCE}).text
    for kind in ("csv", "xlsx"):
        address = re.search(rf'href="(/matrix[^"]*format={kind})"', page).group(1).replace("&amp;", "&")
        assert 200 == site.get(address).status_code


def test_heads_stay_while_the_page_scrolls(browser_page):
    """No box of its own scrolls: the page does, and the places stay above."""
    browser_page.goto(f"/view/horizontal?id={PROVINCE}&exempt=true")
    head, frame = browser_page.locator(".matrix thead th").nth(1), browser_page.locator(".matrix")
    browser_page.locator(".matrix tbody tr").last.scroll_into_view_if_needed()

    assert abs(head.bounding_box()["y"]) <= 1
    assert frame.evaluate("each => each.scrollHeight === each.clientHeight")


def test_cards_on_a_phone(open_page):
    """A clause is a card with each place on a line of its own, none beside another, and its name."""
    page = open_page(viewport=PHONE)
    page.goto(f"/view/horizontal?id={PROVINCE}")
    names = page.locator(".matrix .place .region").all_inner_texts()
    cells = page.locator(".matrix tbody tr").first.locator("td")
    boxes = [cell.bounding_box() for cell in cells.all()]

    assert names == cells.evaluate_all("all => all.map(each => each.dataset.head)")
    assert all(upper["y"] + upper["height"] <= lower["y"] for upper, lower in pairwise(boxes))
    assert all(box["x"] + box["width"] <= PHONE["width"] for box in boxes)


def test_the_header_on_a_phone(open_page):
    """It leaves the screen to the page: no more than a sixth of it."""
    page = open_page(viewport={"width": 390, "height": 844})
    page.goto("/view/horizontal")

    assert page.locator("header.top").bounding_box()["height"] <= 120


def test_without_a_document_there_is_a_choice(browser_page):
    """From the navigation: documents with others linked below, those with most first, each leads to its matrix."""
    browser_page.goto("/")
    browser_page.get_by_role("navigation").get_by_role("link", name="横向比较").click()
    counts = [
        int(re.search(r"关联的下级公文 (\d+)", each)[1])
        for each in browser_page.locator(".related li").all_inner_texts()
    ]
    assert counts == sorted(counts, reverse=True)
    assert all(counts)
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
    "address",
    [f"?id={PROVINCE}&exempt=true", f"?id={PROVINCE}&at=county&only=none", f"?id={CLAUSE}&lang=en", ""],
    ids=["document", "narrowed", "clause", "choice"],
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
    """No word of ours stays Chinese: names and addresses may."""
    page = site.get("/view/horizontal", params={"id": id, "lang": "en"}).text
    without = re.sub(r"<title>.*?</title>|<(\w+)[^>]*lang=\"(?:zh-CN|mul|zxx)\".*?</\1>", "", page, flags=re.DOTALL)

    assert [] == re.findall(r"[\u4e00-\u9fff]+", re.sub(r"<[^>]*>", "", without))
