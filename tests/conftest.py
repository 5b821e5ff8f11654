"""Fixtures that the tests share: an empty store on each engine.

A Neo4j server is started once for the tests that are marked `server`; when it cannot start, they fail.
"""

from collections.abc import Iterator
from pathlib import Path

import chromium
import pytest
from contract import neo4j_server
from playwright.sync_api import Browser
from readers.programs import Programs, started

from graph.decisions import decisions
from graph.facts import read_documents
from graph.store import Store, open_store

ENGINES = ("memory", "file", pytest.param("neo4j", marks=pytest.mark.server))


@pytest.fixture(scope="session")
def neo4j_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a running Neo4j."""
    with neo4j_server.running(tmp_path_factory.mktemp("neo4j")) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium without a window, for all tests; without one they are skipped."""
    if not chromium.executable():
        pytest.skip(chromium.INSTALL)
    with chromium.opened() as opened:
        yield opened


@pytest.fixture(scope="session")
def programs(browser: Browser) -> Iterator[Programs]:
    """The programs that graph files are for, on one page."""
    with started(browser) as programs:
        yield programs


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store, on each engine in turn."""
    url = {"memory": ":memory:", "file": str(tmp_path / "policy.kgl")}.get(request.param)
    with open_store(url or request.getfixturevalue("neo4j_url"), writable=True) as opened:
        empty(opened)
        yield opened


def empty(store: Store) -> None:
    """Take all documents out, and with them everything; what people decided is taken back."""
    for facts in list(read_documents(store)):
        store.remove(facts.document.id)
    for decision in decisions(store):
        store.undo(decision.source, decision.target)


@pytest.fixture
def memory() -> Iterator[Store]:
    """An empty store in memory."""
    with open_store(":memory:") as opened:
        yield opened
