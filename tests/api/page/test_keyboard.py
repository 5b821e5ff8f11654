"""The keyboard alone is enough: the walk of the README, a review, a dialog, and the way back."""

import re
from pathlib import Path

import pytest
from looking import axe, screenshot
from playwright.sync_api import Page, expect
from serving import served

from api import access
from graph.decisions import decisions
from graph.model import LEVELS
from graph.store import open_store

ASKED = "示政〔2021〕7号第十一条"
TOKEN = "示例口令"
FOCUS = """() => {
  const on = document.activeElement, style = getComputedStyle(on), box = on.getBoundingClientRect();
  const name = on.getAttribute("aria-label") || on.labels?.[0]?.innerText || on.innerText || on.textContent || "";
  return {
    tag: on.tagName.toLowerCase(), id: on.id, name: name.trim(), data: {...on.dataset},
    seen: on === document.body || (parseFloat(style.outlineWidth) > 1 && style.outlineStyle !== "none"),
    inside: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""
MOST = 400  # times Tab is pressed to come to something


def focused(page: Page) -> dict:
    """What has the focus: its tag, id and name, and whether it is seen that it has it."""
    return page.evaluate(FOCUS)


def tab_to(page: Page, *, tag: str = "", name: str = "", data: str = "", back: bool = False) -> None:
    """Press Tab until the focus is on an element of this tag with `name` in its name; each that is passed shows it."""
    passed = []
    for _ in range(MOST):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        at = focused(page)
        passed.append(at["name"][:20])
        assert at["seen"], f"the focus is not seen on {at}"
        if (not tag or at["tag"] == tag) and re.search(name, at["name"]) and (not data or data in at["data"]):
            assert at["inside"], f"the focus is outside of the window on {at}"
            return
    pytest.fail(f"no {tag} {name} by Tab: {passed}")


def test_the_walk_by_keyboard(browser_page):
    """Search, filter, evidence, picture and table by Tab, arrows and Enter; each step shows where the focus is."""
    page = browser_page
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type(ASKED)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("四（十一）")
    page.wait_for_load_state()

    tab_to(page, tag="select", name="层级")
    for _ in LEVELS:  # each asks at once, and what was asked last is shown
        page.keyboard.press("ArrowDown")
    expect(page.locator("main[aria-busy]")).to_have_count(0)
    expect(page.locator("#reset")).to_be_visible()
    assert ("select", "县级") == (focused(page)["tag"], page.get_by_label("层级").locator(":checked").inner_text())
    assert "level=county" in page.url

    tab_to(page, tag="a", data="dialog")
    page.keyboard.press("Enter")
    page.locator("dialog mark").first.wait_for()
    screenshot(page, "keyboard-evidence", whole=False)
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    assert "dialog" in focused(page)["data"]  # and came back to what opened it

    for name in ("PNG", "CSV"):
        tab_to(page, tag="a", name=name)
        with page.expect_download() as saved:
            page.keyboard.press("Enter")
        assert Path(saved.value.path()).stat().st_size > 1000


def test_a_dialog_holds_the_focus(browser_page):
    """Tab goes round in it, it has a name, axe-core finds nothing serious in it, and its button closes it."""
    page = browser_page
    page.goto(f"/view/cascade?id={ASKED}")
    page.wait_for_load_state()
    page.locator(".links a[data-dialog]").first.focus()
    page.keyboard.press("Enter")
    page.locator("dialog mark").first.wait_for()
    expect(page.get_by_role("dialog")).to_have_accessible_name(re.compile("."))
    assert [] == axe(page)
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('dialog') || document.activeElement === document.body")
    page.get_by_role("button", name="关闭").press("Enter")

    expect(page.locator("dialog")).to_have_count(0)


def test_back_and_again(browser_page):
    """After a filter in place Back gives the state before, Forward the one after, and reload the same."""
    page = browser_page
    page.goto(f"/view/cascade?id={ASKED}")
    page.wait_for_load_state()
    first, rows = page.url, page.locator("main").inner_text()
    page.get_by_label("层级").select_option("县级")
    expect(page.locator("#reset")).to_be_visible()
    second, filtered = page.url, page.locator("main").inner_text()

    page.go_back()
    expect(page.locator("#reset")).to_have_count(0)
    assert (first, rows) == (page.url, page.locator("main").inner_text())
    assert "" == page.get_by_label("层级").input_value()
    page.go_forward()
    expect(page.locator("#reset")).to_be_visible()
    assert (second, filtered) == (page.url, page.locator("main").inner_text())
    page.reload()
    assert (second, filtered) == (page.url, page.locator("main").inner_text())
    assert "county" == page.get_by_label("层级").input_value()


@pytest.fixture
def desk(tmp_path, sample_store, monkeypatch):
    """The address of a review on which the token lets people decide, and what is decided there."""
    monkeypatch.setenv(access.TOKEN, TOKEN)
    path = tmp_path / "policy.kgl"
    path.write_bytes(sample_store.read_bytes())

    def decided() -> list[tuple[str, str]]:
        with open_store(str(path)) as store:
            return [(item.status, item.note) for item in decisions(store)]

    with served(str(path)) as client:
        yield f"{client.base_url}".rstrip("/") + "/view/review", decided


def test_a_review_by_keyboard(desk, browser_page):
    """Sign in, reject with a note, take back, confirm, by Tab, Enter and the keys that the page names."""
    (address, decided), page = desk, browser_page
    page.goto(address)
    tab_to(page, tag="input", name="姓名")
    page.keyboard.type("张三")
    tab_to(page, tag="input", name="口令")
    page.keyboard.type(TOKEN)
    page.keyboard.press("Enter")
    page.locator(".decide").wait_for()
    page.wait_for_load_state()

    page.keyboard.press("m")
    page.keyboard.type("人数不同 yn")
    tab_to(page, tag="button", name="否，不认定")
    page.keyboard.press("Enter")
    page.locator(".notice.done").wait_for()
    assert [("rejected", "人数不同 yn")] == decided()
    page.keyboard.press("u")
    page.get_by_text("已撤销判定").wait_for()
    assert [] == decided()
    page.wait_for_load_state()
    with page.expect_navigation():
        page.keyboard.press("y")
    assert [("confirmed", "")] == decided()


def test_landmarks(open_page, site):
    """Who hears the page finds its head, its search, its parts by name, the content and the foot."""
    page = open_page()
    page.goto("/")

    for role in ("banner", "search", "main", "contentinfo"):
        expect(page.get_by_role(role)).to_have_count(1)
    names = page.get_by_role("navigation").evaluate_all("all => all.map(each => each.getAttribute('aria-label'))")
    assert len(names) == len(set(names)) >= 2
    assert all(names)


def test_who_wants_no_motion(open_page):
    """With prefers-reduced-motion nothing moves: no transition, no animation, no smooth scrolling."""
    page = open_page(reduced_motion="reduce")
    page.goto(f"/view/cascade?id={ASKED}")
    page.wait_for_load_state()
    moving = """() => [...document.querySelectorAll("*")].filter(each => {
      const style = getComputedStyle(each);
      const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0.01);
      return lasts(style.transitionDuration) || lasts(style.animationDuration) || style.scrollBehavior === "smooth";
    }).map(each => each.outerHTML.slice(0, 80))"""

    assert [] == page.evaluate(moving)
