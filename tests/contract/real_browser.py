"""Neo4j Browser of a real server with the sample, in a headless Chromium: its guide is turned over, its queries run.

As a program it makes the picture of the documents:
PYTHONPATH=tests .venv/bin/python tests/contract/real_browser.py docs/images/browser.png
"""

import contextlib
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from chromium import opened
from playwright.sync_api import Browser, Locator, Page, expect

from api import sample
from api.loading import files_of, load
from graph.server.local import LocalServer, ephemeral
from graph.server.settings import Settings, free_port
from graph.store import open_store

SECONDS = 20
OPENS = {"zh": "怎样使用这份导览", "en": "How to use this guide"}
PICTURE = {"width": 1500, "height": 620, "scale": 1.5}
AT_REST = 4_000  # milliseconds: the nodes have come to rest
CIRCLE, ROW = "circle.b-outline", "tbody tr"


@dataclass(frozen=True)
class Shown:
    """What Browser shows for a statement: the colours and captions of the nodes that it draws, the rows of a table, and
    all its words."""

    colours: tuple[str, ...]
    captions: tuple[str, ...]
    rows: int
    text: str


@contextlib.contextmanager
def sample_server() -> Iterator[LocalServer]:
    """A server of its own, with a password and the sample."""
    settings = Settings(bolt_port=free_port(), http_port=free_port(), heap="512m")
    with ephemeral(settings) as (server, addresses):
        with open_store(addresses.bolt, writable=True) as store:
            load(store, files_of([sample.home()]))
        yield server


@contextlib.contextmanager
def page_of(browser: Browser, width: int = 1600, height: int = 1000, scale: float = 1) -> Iterator[Page]:
    """A page of someone who was never here."""
    context = browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=scale)
    context.set_default_timeout(SECONDS * 1000)
    try:
        yield context.new_page()
    finally:
        context.close()


def sign_in(page: Page, server: LocalServer) -> None:
    """As `cascade neo4j browser` does it, until the guide is there."""
    page.goto(server.opener().as_uri())
    await_guide(page)


def await_guide(page: Page, language: str = "zh") -> None:
    """Wait until the guide is open."""
    expect(slide(page).locator("h3")).to_have_text(OPENS[language], timeout=SECONDS * 1000)


def slide(page: Page) -> Locator:
    """The slide that is open."""
    return page.get_by_test_id("guidesDrawer").locator(".slide:visible")


def slides(page: Page) -> Iterator[Locator]:
    """The slides after the first, one after the other."""
    following = page.get_by_test_id("guideNextSlide")
    while following.is_visible() and following.is_enabled():
        before = slide(page).locator("h3").text_content()
        following.click()
        expect(slide(page).locator("h3")).not_to_have_text(before)
        yield slide(page)


def run(page: Page, statement: Locator) -> Shown:
    """Click a statement of a slide, and run it as it then stands in the editor."""
    words = statement.text_content().split()
    statement.click()
    page.get_by_test_id("editor-Run").click()
    return shown(page, " ".join(words[:4]))


def shown(page: Page, begins: str) -> Shown:
    """What the newest frame shows, once it is that of a statement that begins so and has something to show."""
    frame = page.get_by_test_id("frame").first
    expect(frame.get_by_test_id("frameCommand")).to_contain_text(begins)
    contents = frame.get_by_test_id("frameContents")
    contents.locator(f"{CIRCLE}, {ROW}, pre, h4").first.wait_for()
    nodes = contents.locator(CIRCLE)
    return Shown(
        colours=tuple(nodes.evaluate_all("nodes => nodes.map(node => getComputedStyle(node).fill)")),
        captions=tuple(text.strip() for text in contents.locator("g.node").all_text_contents()),
        rows=contents.locator(ROW).count(),
        text=contents.inner_text(),
    )


def picture(file: Path) -> None:
    """Make the picture: the clause that is followed most, beside the guide."""
    from PIL import Image  # noqa: PLC0415  # for the picture alone

    with sample_server() as server, opened() as browser, page_of(browser, **PICTURE) as page:
        sign_in(page, server)
        _, followed = next(turned := slides(page)), next(turned)
        run(page, followed.locator("pre"))
        page.get_by_label("Collapse the node properties display").first.click()
        page.wait_for_timeout(AT_REST)
        page.get_by_label("zoom-to-fit").first.click()
        page.wait_for_timeout(AT_REST)
        taken = Image.open(io.BytesIO(page.screenshot()))
    taken.convert("P", palette=Image.Palette.ADAPTIVE).save(file, optimize=True)


if __name__ == "__main__":
    picture(Path(sys.argv[1]))
