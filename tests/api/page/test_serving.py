"""How pages are served: kept by browsers and never stale, nothing from elsewhere, errors in the same dress."""

import re
from importlib.metadata import version

import httpx
import pytest
from looking import PHONE, axe, overflow
from serving import served

from api.page.addresses import static_files, view
from graph.store import open_store
from loaders.implements import RULES

STATIC = [file.name for file in static_files().values()]


def test_pages_load_nothing_from_elsewhere(site):
    """No script, style or picture of another host, no script in the page, and a policy that says so."""
    answer = site.get("/")

    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert [] == re.findall(r"""(?:src|href|action)=["']?(?:https?:)?//""", answer.text)
    assert [] == re.findall(r"<script>|<style|\sstyle=|\son[a-z]+=", answer.text)


def test_every_page_says_what_it_rests_on_and_its_address(site):
    """How many documents, which rules, which program, never a time that nobody knows; the title and the address, to
    cite. An error page says neither."""
    for path in ("/", "/view/units?lang=en", "/view/review", "/view/targets"):
        page = site.get(path).text
        foot = page.partition('<footer class="state')[2].partition("</footer>")[0]
        title = page.partition("<title>")[2].partition("</title>")[0]

        assert all(part in foot for part in (RULES, version("policy-cascade"), title, str(site.base_url.join(path))))
        assert not re.search(r"20\d\d-", foot)
    loaded = [card for card in site.get("/documents", headers={"Accept": "application/json"}).json() if card["loaded"]]
    assert f"库中已载入公文 {len(loaded)} 件" in site.get("/").text
    assert '<footer class="state' not in site.get("/view/nothing").text


def test_a_page_that_did_not_change_is_not_sent_again(site):
    """The browser asks each time, and gets 304 where it has the page already."""
    first = site.get("/")

    assert "no-cache" == first.headers["cache-control"]
    assert 304 == site.get("/", headers={"If-None-Match": first.headers["etag"]}).status_code
    assert 200 == site.get("/?lang=en", headers={"If-None-Match": first.headers["etag"]}).status_code


@pytest.mark.parametrize("name", STATIC)
def test_files_of_pages_are_kept_for_long(site, name):
    """Their names tell their content, so what is kept is right."""
    answer = site.get(f"/static/{name}")

    assert 200 == answer.status_code
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_the_same_page_compressed_or_not(site, encoding):
    """A browser that takes gzip gets it, and both read the same."""
    answer = site.get("/", headers={"Accept-Encoding": encoding})

    assert ("gzip" == encoding) == ("content-encoding" in answer.headers)
    assert site.get("/").text == answer.text


@pytest.mark.parametrize("path", ["/view/nothing", "/view/document/more"])
def test_a_page_that_is_not_there(site, path):
    """404 as a page that leads back."""
    answer = site.get(path)

    assert (404, "text/html; charset=utf-8") == (answer.status_code, answer.headers["content-type"])
    assert 'href="/"' in answer.text


def test_answers_as_data_have_problems_as_before(site):
    """An address for programs tells a browser of an error in JSON too."""
    assert "application/problem+json" == site.get("/documents/示政〔2020〕99号").headers["content-type"]


def test_store_that_does_not_answer(tmp_path):
    """A page that says so, with the status and when to ask again; a program gets a problem."""
    path = tmp_path / "policy.kgl"
    open_store(str(path), writable=True).close()
    with served(str(path)) as client:
        path.unlink()
        page, data = (client.get("/", headers={"Accept": kind}) for kind in ("text/html", "application/json"))

    assert page.status_code == data.status_code != 200
    assert "<h1>" in page.text
    assert "application/problem+json" == data.headers["content-type"]


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_language_of_the_address(site, language):
    """The same address shows everybody the same language, and each leads to the other."""
    page = site.get("/" if language == "zh-CN" else "/?lang=en", headers={"Accept-Language": "en"}).text

    assert f'<html lang="{language}">' in page
    assert ("中文" if language == "en" else "English") in page


def test_the_language_goes_along(browser_page):
    """Whoever chose English reads English behind every link, and back."""
    browser_page.goto("/")
    browser_page.get_by_role("link", name="English").click()
    browser_page.get_by_role("search").get_by_role("searchbox").fill("学院")
    browser_page.get_by_role("button", name="Search").click()

    assert "lang=en" in browser_page.url
    browser_page.get_by_role("link", name="中文").click()
    assert "lang" not in browser_page.url
    assert "zh-CN" == browser_page.locator("html").get_attribute("lang")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 900}], ids=["phone", "desktop"])
def test_a_page_of_an_error(open_page, scheme, viewport):
    """Errors are read by everybody, on a phone and in the dark."""
    page = open_page(color_scheme=scheme, viewport=viewport, expected=("404",))
    page.goto(view("nothing"))

    assert [] == axe(page)
    assert overflow(page) <= 0


def test_the_way_in_by_keyboard(browser_page):
    """The first key leads past the head, and / goes to the search."""
    browser_page.goto("/")
    browser_page.keyboard.press("Tab")
    assert "#main" == browser_page.locator(":focus").get_attribute("href")
    browser_page.keyboard.press("Enter")
    browser_page.keyboard.press("/")
    assert "q" == browser_page.locator(":focus").get_attribute("name")


def test_a_client_that_takes_anything_is_a_program(site):
    """Without text/html in Accept an error is a problem."""
    answer = httpx.get(site.base_url.join("/view/document"), headers={"Accept": "*/*"})

    assert "application/problem+json" == answer.headers["content-type"]
