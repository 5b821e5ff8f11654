"""What Neo4j Browser shows to whoever starts a local Neo4j: the real one, in a real Chromium."""

import base64
import re

import pytest
import real_browser
from playwright.sync_api import expect
from real_browser import await_guide, page_of, run, shown, sign_in, slide, slides

from graph import guide
from graph.guide import queries
from graph.store import open_store

pytestmark = pytest.mark.server

LEVELS = {"National", "Provincial", "Municipal", "County"}
RULE = re.compile(r"node\.(\w+) \{[^}]*?\n  color: #(\w\w)(\w\w)(\w\w);")
ANSWERED = ("word", "clause")  # what a slide sets before it asks
DROP = """([name, content]) => {
  const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], name));
  const send = (kind) => document.querySelector(".filedrop, [data-testid=stream]").dispatchEvent(
    new DragEvent(kind, {dataTransfer, bubbles: true, cancelable: true}));
  send("dragenter");
  send("dragover");
  requestAnimationFrame(() => requestAnimationFrame(() => send("drop")));
}"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server with the sample; who started it has the user's data in a folder of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        patch.delenv("CASCADE_PASSWORD", raising=False)
        with real_browser.sample_server() as server:
            yield server


@pytest.fixture
def page(browser):
    """A page of someone who was never here."""
    with page_of(browser) as page:
        yield page


def colours():
    """The colours of the style by label, as a browser says them."""
    style = guide.file("style.grass", "").decode()
    return {label: f"rgb({int(r, 16)}, {int(g, 16)}, {int(b, 16)})" for label, r, g, b in RULE.findall(style)}


def test_every_slide_answers_with_a_graph(page, server):
    """Whoever opens Browser as `cascade neo4j browser` does is signed in and has the guide; each of its queries draws
    something on the sample, or fills a table. The guide in English is a click away and asks the same."""
    sign_in(page, server)
    assert server.home.addresses().browser == page.url
    slide(page).get_by_text("English guide").click()
    await_guide(page, "en")
    english = [each.locator("pre").all_text_contents() for each in slides(page)]
    page.get_by_test_id("pagination-1").click()
    slide(page).get_by_text("中文导览").click()
    await_guide(page)
    empty, chinese = [], []
    for each in slides(page):
        *settings, query = each.locator("pre").all()
        for setting in settings:
            assert any(f'"{name}": "' in run(page, setting).text for name in ANSWERED)
        answer = run(page, query)
        chinese.append(each.locator("pre").all_text_contents())
        if not (answer.captions or answer.rows):
            empty.append(query.text_content())

    assert [] == empty
    assert chinese == english
    assert len(queries()) == len(chinese)


def test_levels_are_coloured_and_nothing_is_drawn_unasked(page, server):
    """The style is on: clauses of all four levels in their colours, with their address and how they begin. And Browser
    does not add what else there is between them, which near misses would be."""
    sign_in(page, server)
    next(turned := slides(page))
    answer = run(page, next(turned).locator("pre"))

    assert {colours()[level] for level in LEVELS} == set(answer.colours)
    assert all(re.match(r"(?:附件|[一二三四五六七八九十])", caption) for caption in answer.captions)
    assert not any("/" in caption for caption in answer.captions)
    with open_store(server.home.addresses().bolt) as store:
        assert f"IMPLEMENTS ({len(store.run('guide/followed'))})" in answer.text


def test_saved_queries_are_among_the_favourites(page, server):
    """All of them in one folder, from where one click runs them; opening Browser again does not bring them twice."""
    sign_in(page, server)
    sign_in(page, server)
    page.get_by_test_id("navigationFavorites").click()
    page.get_by_test_id(f"expandFolder-{guide.FAVOURITES}").click()
    scripts = page.get_by_test_id("savedScriptListItem")
    expect(scripts).to_have_count(len(queries()))
    query = queries()["followed"]
    scripts.filter(has_text=query.meaning).hover()
    scripts.filter(has_text=query.meaning).get_by_test_id("savedScriptsButton-Run").click()

    assert shown(page, query.meaning[:10]).captions


def test_who_types_the_password_has_guide_and_style_too(page, server):
    """Someone who opens the address by hand; the zip of queries becomes favourites where it is dropped on the page."""
    addresses = server.home.addresses()
    page.goto(f"{addresses.browser}?connectURL={addresses.bolt.replace('//', '//neo4j@')}")
    page.get_by_test_id("password").fill(server.home.password())
    page.get_by_test_id("connect").click()
    await_guide(page)
    expect(page.get_by_test_id("stream")).to_contain_text("node.Provincial")
    page.get_by_test_id("navigationFavorites").click()
    page.evaluate(DROP, ["queries.zip", base64.b64encode(guide.file("queries.zip", "")).decode()])
    page.get_by_test_id(f"expandFolder-{guide.FAVOURITES}").click()

    expect(page.get_by_test_id("savedScriptListItem")).to_have_count(len(queries()))


def test_the_password_stays_where_it_is(server):
    """The page that signs in, which holds it, is its owner's alone."""
    opener = server.opener()

    assert 0o600 == opener.stat().st_mode & 0o777
    assert server.home.password() in opener.read_text()
