"""Two clauses side by side: both texts whole, marked by number, with what each piece of evidence weighs."""

from urllib.parse import quote

import pytest
from looking import DESKTOP, PHONE, axe, overflow, screenshot
from lxml import html
from serving import served

from api.deciding import decide
from graph.explaining import explain
from graph.facts import read_graph
from graph.store import open_store

BELOW, ABOVE = "范例区学校体育与学生健康提升实施方案/二（三）6", "示政〔2021〕7号/四（十一）"
NEAR, NEAR_ABOVE = "示政〔2021〕7号/三（八）", "教体艺〔2021〕99号/二3"


def address(source=BELOW, target=ABOVE, view="/view/pair", **more):
    """The address of a pair."""
    given = {"source": source, "target": target} | more
    return f"{view}?" + "&".join(f"{name}={quote(value)}" for name, value in given.items())


@pytest.fixture(scope="module")
def answer(sample_store):
    """What is known of the pair."""
    with open_store(str(sample_store)) as store:
        return explain(store, BELOW, ABOVE)


def test_both_texts_whole_and_marked(site, answer):
    """Each number of the evidence stands in both texts, and in the table under its weight."""
    tree = html.fromstring(site.get(address()).text)
    numbers = [str(number) for number in range(1, len(answer.evidence) + 1)]

    for article, card in zip(tree.xpath("//article"), (answer.source, answer.target), strict=True):
        (text,) = article.xpath("p[@class='text']")
        assert numbers == sorted(text.xpath("sup/text()"), key=int)
        assert card.text == "".join(text.xpath("text() | mark/text()"))
    assert numbers == tree.xpath("//tbody//b/text()")
    assert [f"{item.weight:.2f}" for item in answer.evidence] == tree.xpath("//td[@class='number']/text()")


def test_indicators_stand_side_by_side(site, answer):
    """A row each, with the verdict."""
    tree = html.fromstring(site.get(address()).text)
    (table,) = tree.xpath("//h2[text()='指标对照']/following::table[1]")

    assert len(answer.indicators) == len(table.xpath(".//tbody/tr"))
    assert "降标" in table.text_content()


def test_a_pair_that_is_no_link_says_why(site):
    """What it lacks, in place of how it carries."""
    page = site.get(address(NEAR, NEAR_ABOVE)).text

    assert "共同内容不足以认定为同一措施" in page
    assert "落实方式" not in page


@pytest.mark.parametrize(("source", "target"), [(ABOVE, BELOW), (BELOW, BELOW), (NEAR_ABOVE, BELOW)])
def test_any_pair_can_be_asked_for(site, source, target):
    """Where nothing was compared, the page says so."""
    answer = site.get(address(source, target))

    assert 200 == answer.status_code
    assert "无关联" in answer.text


def test_a_decision_is_shown(tmp_path, sample_store):
    """Who decided, when, and the note."""
    path = tmp_path / "policy.kgl"
    path.write_bytes(sample_store.read_bytes())
    decide(str(path), BELOW, ABOVE, "confirmed", by="张三", note="<b>原文一致</b>")
    with served(str(path)) as client:
        page = client.get(address(), headers={"Accept": "text/html"}).text

    assert "人工确认" in page
    assert "张三" in page
    assert "&lt;b&gt;原文一致" in page


def test_takeaways(site, answer):
    """The same as data, in pictures, and as one file to attach; review is a link away."""
    tree = html.fromstring(site.get(address()).text)
    data, *files = tree.xpath("//section[@class='take']//a/@href")
    review, _, report = tree.xpath("//p[contains(@class, 'go')]/a/@href")
    file = site.get(report)

    assert answer.source.id == site.get(data, headers={"Accept": "application/json"}).json()["source"]["id"]
    assert ["image/png", "image/svg+xml", "application/pdf"] == [
        site.get(picture).headers["content-type"].partition(";")[0] for picture in files[-3:]
    ]
    assert "attachment" in file.headers["content-disposition"]
    assert 2 == len(html.fromstring(file.text).xpath("//article"))
    assert review.startswith("/view/review?source=")


def test_what_speaks_against_a_link_is_said(site, sample_store):
    """A link that a single passage carries says so, and how its score comes about."""
    with open_store(str(sample_store)) as store:
        links = [link for link in read_graph(store.snapshot()).links if link.status == "proposed"]
    alone = next(link for link in links if len(link.evidence) == 1)
    page = site.get(address(alone.source, alone.target)).text

    assert "只有一处依据" in page
    assert "置信度怎样得出" in page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(("source", "target"), [(BELOW, ABOVE), (NEAR, NEAR_ABOVE)])
def test_a_pair_for_everybody(open_page, scheme, viewport, source, target):
    """axe-core finds nothing serious, and nothing sticks out."""
    page = open_page(color_scheme=scheme, viewport=viewport)
    page.goto(address(source, target, lang="en") if scheme == "dark" else address(source, target))
    screenshot(page, f"pair-{len(source)}-{viewport['width']}-{scheme}")

    assert [] == axe(page)
    assert overflow(page) <= 0


def test_an_unknown_clause_is_a_page(site):
    """With what is near."""
    answer = site.get(address("示政〔2021〕7号第九十条"))

    assert 404 == answer.status_code
    assert "未找到" in answer.text
