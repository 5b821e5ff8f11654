"""How tests look at pages in a real browser: what is wrong for somebody who does not see them, and pictures."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
SERIOUS = {"serious", "critical"}
PICTURES = "CASCADE_SCREENSHOTS"  # a folder: screenshots are kept there


def axe(page: Page) -> Sequence[str]:
    """What axe-core calls serious or critical on the page as it stands, a line each with the elements."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{item['id']}: {item['help']}: {[node['target'] for node in item['nodes'][:3]]}"
        for item in found
        if item["impact"] in SERIOUS
    ]


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def screenshot(page: Page, name: str, *, whole: bool = True) -> None:
    """Keep a picture of the page as <name>.png where CASCADE_SCREENSHOTS names a folder."""
    if folder := os.environ.get(PICTURES):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / f"{re.sub(r'[^0-9A-Za-z_.-]+', '-', name)}.png", full_page=whole)
