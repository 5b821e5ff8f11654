"""A document as it is read: its whole text, the tree, marks, what is above and below, doubts; on paper too."""

import time
from io import BytesIO
from urllib.parse import quote, unquote

import pdfplumber
import pytest
from looking import DESKTOP, PHONE, axe, overflow, screenshot
from lxml import html

from api.inspection import Piece
from api.page.document import split
from graph.reading import reading
from graph.store import open_store

PROVINCE, COUNTY = "示政〔2021〕7号", "范例区学校体育与学生健康提升实施方案"
LAW = "中华人民共和国体育法"
SECONDS, BYTES = 0.2, 300_000


def address(document, **more):
    """The address of a document's view."""
    return f"/view/document?id={quote(document)}" + "".join(f"&{name}={value}" for name, value in more.items())


@pytest.fixture(scope="module", params=[PROVINCE, COUNTY])
def read(request, sample_store):
    """A document of the sample."""
    with open_store(str(sample_store)) as store:
        return reading(store, request.param)


def test_the_whole_text_in_order(site, read):
    """Every clause stands at its anchor with its text whole, in the order of the document."""
    tree = html.fromstring(site.get(address(read.document.id)).text)
    parts = tree.xpath("//*[contains(@class, 'part') or self::tr][@id]")

    assert [item.clause.address for item in read.clauses] == [part.get("id") for part in parts]
    for item, part in zip(read.clauses, parts, strict=True):
        shown = "".join("".join(part.xpath(".//*[contains(@class, 'text')]//text()")).split())
        assert "".join(item.clause.text.split()) in shown
        for _, cell in item.clause.cells:
            assert "".join(cell.split()) in shown


def test_what_is_above_and_below_is_linked(site, read):
    """Each clause leads to the clauses that it carries out and that carry it out, or says how many there are more."""
    tree = html.fromstring(site.get(address(read.document.id)).text)
    for item in read.clauses:
        (part,) = tree.xpath("//*[@id=$id]", id=item.clause.address)
        numbers = [int(each) for each in part.xpath(".//dt/span[@class='number']/text()")[:2]]
        counts = [len(each) for each in (item.above, item.below) if each]

        assert counts == numbers[: len(counts)]


def test_finds_are_marked_and_lead_on(browser_page):
    """A unit leads to its tasks, a citation to what is cited, a figure says what it is."""
    browser_page.goto(address(PROVINCE))
    unit = browser_page.locator("tr .find.unit").first
    citation = browser_page.locator(".text .find.citation").first

    assert "/view/unit?name=" in unit.get_attribute("href")
    assert "/view/document?id=" in citation.get_attribute("href")
    assert "不低于 80 %" in browser_page.locator("[id='四（十一）'] .find.figure").first.get_attribute("title")


def test_the_tree_follows_what_is_read(browser_page):
    """A click in the tree leads to the clause, and the clause that is read is marked in the tree."""
    browser_page.goto(address(PROVINCE))
    browser_page.locator("nav.tree").get_by_role("link", name="（十一）推进体育场馆双向开放").click()

    assert browser_page.locator("[id='四（十一）']:target").count() == 1
    browser_page.locator("nav.tree [aria-current]", has_text="（十一）").wait_for()


def test_the_tree_folds_on_a_phone(open_page):
    """It is one line until it is wanted."""
    page = open_page(viewport=PHONE)
    page.goto(address(PROVINCE))
    link = page.locator("nav.tree").get_by_role("link", name="（十一）推进体育场馆双向开放")

    assert not link.is_visible()
    page.locator("nav.tree summary").click()
    assert link.is_visible()


def test_discrepancies_unfold(browser_page):
    """Where the text and the task list differ, both wordings stand there, and the other place is a link."""
    browser_page.goto(address(PROVINCE))
    note = browser_page.locator("details:has(> summary.doubt)").first
    note.locator("summary").click()

    assert "↔" in note.inner_text()
    assert note.locator("a").first.get_attribute("href").startswith("#")


def test_a_document_that_is_only_cited(site):
    """Says so, and where."""
    page = site.get(address(LAW)).text

    assert "没有它的原文" in page
    assert "教体艺〔2021〕99号/引言" in page


@pytest.mark.parametrize(
    ("id", "status", "words"),
    [("示政〔2021〕8号", 404, PROVINCE), (f"{PROVINCE}/一", 422, "无法"), ("", 404, "未找到")],
)
def test_what_is_no_document(site, id, status, words):
    """A page with the right status that names what is near."""
    answer = site.get(address(id))

    assert status == answer.status_code
    assert words in answer.text


def test_near_documents_are_links(site):
    """Each leads to this view of it."""
    tree = html.fromstring(site.get(address("示政〔2021〕8号")).text)
    (first, *_) = tree.xpath("//ul[@class='choices']//a")

    assert unquote(address(PROVINCE)) in unquote(first.get("href"))
    assert 200 == site.get(first.get("href")).status_code


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("document", [PROVINCE, COUNTY, LAW])
def test_a_document_for_everybody(open_page, scheme, viewport, document):
    """axe-core finds nothing serious, and nothing sticks out."""
    page = open_page(color_scheme=scheme, viewport=viewport)
    page.goto(address(document, lang="en") if scheme == "dark" else address(document))
    screenshot(page, f"document-{len(document)}-{viewport['width']}-{scheme}", whole=False)

    assert [] == axe(page)
    assert overflow(page) <= 0


def test_a_document_on_paper(browser_page):
    """The text is printed, the tree and the search are not; what is folded on the screen is open."""
    browser_page.goto(address(PROVINCE))
    with pdfplumber.open(BytesIO(browser_page.pdf(format="A4"))) as file:
        words = "".join("".join(page.extract_text().split()) for page in file.pages)

    assert "推进体育场馆双向开放" in words
    assert "目录" not in words
    assert "查找" not in words


def test_a_document_is_fast_and_small(site):
    """Under 200 ms of the server's processor and 300 KB, uncompressed."""
    site.get(address(PROVINCE))
    started = time.process_time()  # the server runs in this process
    page = site.get(address(PROVINCE))

    assert time.process_time() - started < SECONDS
    assert len(page.content) < BYTES


@pytest.mark.parametrize("length", range(8))
def test_pieces_are_split_without_loss(length):
    """Cut anywhere, both parts together are the text, and each keeps what it was."""
    pieces = [Piece("一二"), Piece("三四", "unit", "x"), Piece("五六")]
    first, rest = split(pieces, length)

    assert "一二三四五六" == "".join(piece.text for piece in (*first, *rest))
    assert min(length, 6) == sum(len(piece.text) for piece in first)
    assert {"三", "四"} == {letter for piece in (*first, *rest) if piece.kind == "unit" for letter in piece.text}
