"""The HTML picture, as a file that somebody took away, in Chromium without a network."""

from io import BytesIO

import pytest
from PIL import Image

ASKED = "示政[2021]7号 第十一条"


@pytest.fixture(scope="module")
def page(tmp_path_factory, site, browser):
    """The file, with what went wrong in it."""
    file = tmp_path_factory.mktemp("picture") / "cascade.html"
    file.write_bytes(site.get("/export/draw/html", params={"of": ASKED}).content)
    shown = browser.new_page(viewport={"width": 1200, "height": 700}, offline=True)
    wrong: list[str] = []
    shown.on("console", lambda message: wrong.append(message.text))
    shown.on("pageerror", lambda error: wrong.append(str(error)))
    shown.goto(file.as_uri())
    yield shown
    shown.close()
    assert [] == wrong


def test_a_click_shows_both_texts(page):
    """A line opens the two texts side by side, with the passages marked and what they are."""
    page.locator("g.label").first.click()

    assert 2 == page.locator("aside h2").count()
    assert page.locator("aside mark").count()
    assert "置信度" in page.locator("aside .pair p").first.inner_text()
    page.keyboard.press("Escape")
    assert not page.locator("aside").is_visible()


def test_keyboard_is_enough(page):
    """A box is reached and opened by keys."""
    page.locator("g.node").first.focus()
    page.keyboard.press("Enter")

    assert page.locator("aside h2").is_visible()
    page.keyboard.press("Escape")


def test_wheel_and_button_zoom(page):
    """The wheel zooms, the button shows all again."""
    page.get_by_role("button", name="看全图").click()
    whole = page.locator("svg").get_attribute("viewBox")
    page.mouse.move(400, 400)
    page.mouse.wheel(0, -400)
    page.wait_for_function("before => svg.getAttribute('viewBox') !== before", arg=whole)
    page.get_by_role("button", name="看全图").click()

    assert whole == page.locator("svg").get_attribute("viewBox")


def test_chinese_comes_with_the_page(page):
    """The characters are set in the font that the page brings."""
    assert page.evaluate("document.fonts.ready.then(() => [...document.fonts].some(font => font.status === 'loaded'))")


def test_the_outlined_picture_is_the_same_everywhere(tmp_path, site, browser):
    """Chromium paints the characters of the SVG from their outlines: there is ink where the title stands."""
    file = tmp_path / "cascade.svg"
    file.write_bytes(site.get("/export/draw/svg", params={"of": ASKED}).content)
    shown = browser.new_page(viewport={"width": 1200, "height": 700}, offline=True)
    shown.goto(file.as_uri())
    title = Image.open(BytesIO(shown.screenshot(clip={"x": 28, "y": 28, "width": 300, "height": 26}))).convert("L")
    shown.close()

    assert 0.02 < sum(title.histogram()[:128]) / (300 * 26) < 0.5
