"""The sample, loaded and served, and a browser that looks at it: an error in the console fails the test."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from looking import DESKTOP
from playwright.sync_api import Browser, Page
from serving import served

from api import sample
from api.loading import files_of, load
from graph.store import open_store

HTML = {"Accept": "text/html"}


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory) -> Path:
    """A file with the sample, which no test changes."""
    path = tmp_path_factory.mktemp("sample") / "policy.kgl"
    with open_store(str(path), writable=True) as store:
        load(store, files_of([sample.home()]))
    return path


@pytest.fixture(scope="session")
def site(sample_store) -> Iterator[httpx.Client]:
    """A client of the pages over the sample, which asks as a browser does; `site.base_url` is where they are."""
    with served(str(sample_store)) as client:
        client.headers.update(HTML)
        yield client


@pytest.fixture
def open_page(site, browser) -> Iterator[Callable[..., Page]]:
    """Open a new page of somebody who was never here, with a context's options (viewport, color_scheme,
    java_script_enabled) and what errors in the console are expected: the test fails on any other."""
    with _pages(browser, str(site.base_url)) as opened:
        yield opened


@pytest.fixture
def browser_page(open_page) -> Page:
    """A page of a desktop's size."""
    return open_page()


@contextmanager
def _pages(browser: Browser, base: str) -> Iterator[Callable[..., Page]]:
    contexts, errors = [], []

    def opened(*, expected: tuple[str, ...] = (), **options: object) -> Page:
        context = browser.new_context(**{"base_url": base, "viewport": DESKTOP, "locale": "zh-CN", **options})
        contexts.append(context)
        page = context.new_page()

        def note(text: str) -> None:
            if not any(words in text for words in expected):
                errors.append(text)

        page.on("console", lambda message: note(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: note(str(error)))
        return page

    try:
        yield opened
    finally:
        for context in contexts:
            context.close()
    assert errors == []
