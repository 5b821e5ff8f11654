"""Errors as pages for a browser and as problems for a program: bugs, stores away, addresses at which nothing is."""

import logging
import re

import httpx
import pytest
from looking import DESKTOP, PHONE, axe, overflow, screenshot
from serving import served, served_app

from api.app import create_app
from graph.store import open_store

PAGE, PROBLEM = "text/html; charset=utf-8", "application/problem+json"
VIEWS = ("/", "/view/units", "/view/targets", "/view/review", "/view/search?q=x", "/view/document?id=x")
REFERENCE = re.compile(r"\b[0-9a-f]{8}\b")


@pytest.fixture
def broken(tmp_path):
    """An app whose store is none, so that each question is a bug."""
    path = tmp_path / "policy.kgl"
    open_store(str(path), writable=True).close()
    app = create_app(str(path))
    with served_app(app) as client:
        client.headers["Accept"] = "text/html"
        opened, app.state.opening.opened = app.state.opening.opened, object()
        yield client
        app.state.opening.opened = opened


@pytest.mark.parametrize("path", VIEWS)
@pytest.mark.parametrize(("query", "says"), [({}, "程序出错"), ({"lang": "en"}, "Something went wrong")])
def test_a_bug(broken, caplog, path, query, says):
    """Its reader gets a page with a number and nothing of the inside; the log has all under that number."""
    with caplog.at_level(logging.ERROR):
        answer = broken.get(httpx.URL(path).copy_merge_params(query))

    assert (500, PAGE) == (answer.status_code, answer.headers["content-type"])
    assert says in answer.text
    assert not re.search("Traceback|AttributeError|object", answer.text)
    (reference,) = set(REFERENCE.findall(re.sub(r"<[^>]*>", "", answer.text)))
    assert reference in caplog.text
    assert "AttributeError" in caplog.text


@pytest.mark.parametrize("path", ["/view/units", "/overview"])
def test_a_bug_for_a_program(broken, caplog, path):
    """The same as a problem."""
    answer = broken.get(path, headers={"Accept": "application/json"})

    assert (500, PROBLEM) == (answer.status_code, answer.headers["content-type"])
    assert "/docs#bug" == answer.json()["type"]
    assert REFERENCE.search(answer.json()["detail"])[0] in caplog.text


@pytest.mark.parametrize("path", ["/nothing", "/view/nothing", "/view/document/more", "/static/none.css", "/%ED%A0%80"])
@pytest.mark.parametrize("lang", ["", "?lang=en"])
def test_an_address_at_which_nothing_is(site, path, lang):
    """404: a page that leads home for a browser, a problem for a program."""
    page = site.get(path + lang)
    data = site.get(path + lang, headers={"Accept": "*/*"})

    assert (404, PAGE, 404, PROBLEM) == (
        page.status_code,
        page.headers["content-type"],
        data.status_code,
        data.headers["content-type"],
    )
    assert f'href="/{lang}"' in page.text


@pytest.mark.parametrize(
    "path", ["//elsewhere.test/", "/%5Celsewhere.test/", "/%09/elsewhere.test", "///elsewhere.test"]
)
def test_a_page_leads_to_no_other_host(site, path):
    """Not even that of an address which looks like one."""
    page = site.get(f"{str(site.base_url).rstrip('/')}{path}")

    assert 404 == page.status_code
    assert [] == re.findall(r"""href="(?!/[a-z%]|/"|/\?|#)[^"]*""", page.text)


def test_an_address_that_is_used_otherwise(site):
    """405 as a page, which says what would do."""
    answer = site.post("/view/search")

    assert (405, PAGE, "GET") == (answer.status_code, answer.headers["content-type"], answer.headers["allow"])


@pytest.mark.parametrize("path", [*VIEWS[:-1], "/overview", "/docs", "/view/nothing", "/tasks"])
def test_what_an_address_would_answer(site, path):
    """HEAD has the status and the headers of GET, and no body."""
    head, get = site.head(path), site.get(path)

    assert get.status_code == head.status_code
    assert get.headers["content-type"] == head.headers["content-type"]
    assert b"" == head.content


@pytest.mark.parametrize("path", ["/view/search", "/view/units", "/view/review"])
def test_a_slash_at_the_end(site, path):
    """Leads to the view."""
    answer = site.get(f"{path}/?q=%E5%AD%A6", follow_redirects=True)

    assert (200, path) == (answer.status_code, answer.url.path)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/view/cascade?id=x&depth=999", "参数 depth 不能是「999」"),
        ("/view/cascade?id=x&status=maybe", "参数 status 不能是「maybe」"),
        ("/view/review?min_score=abc", "参数 min_score 不能是「abc」"),
        ("/view/document", "缺少参数 id"),
        ("/view/pair?lang=en", "The parameter target is missing"),
    ],
)
def test_parameters_that_are_not_as_documented(site, address, says):
    """422: the page names each in its reader's language."""
    answer = site.get(address)

    assert 422 == answer.status_code
    assert says in answer.text


def test_a_store_that_is_away(monkeypatch):
    """503 with the time after which to ask again, as a page and as a problem."""
    monkeypatch.setenv("CASCADE_PASSWORD", "none")
    with served("bolt://neo4j@127.0.0.1:1") as client:
        page = client.get("/", headers={"Accept": "text/html"})
        data = client.get("/overview")

    assert (503, PAGE) == (page.status_code, page.headers["content-type"])
    assert (503, PROBLEM) == (data.status_code, data.headers["content-type"])
    assert page.headers["retry-after"] == data.headers["retry-after"]
    assert "数据库暂时没有应答" in page.text


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("address", ["/view/cascade?id=x&depth=999", f"/view/document?id={'长' * 400}", "/nothing"])
def test_pages_of_errors_for_everybody(open_page, viewport, address):
    """axe-core finds nothing serious, and a long question does not stick out."""
    page = open_page(viewport=viewport, expected=("404", "422"))
    page.goto(address)
    screenshot(page, f"error-{viewport['width']}-{address[:20]}")

    assert [] == axe(page)
    assert overflow(page) <= 0
