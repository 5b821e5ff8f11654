"""A small invented cascade in a store, and `cascade` as a user runs it."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from serving import served
from small import FACTS, LINKS

from api.cli import main
from graph.store import open_store


@pytest.fixture(scope="session")
def cascade_store(tmp_path_factory) -> Path:
    """A file with the invented cascade, which no test changes."""
    path = tmp_path_factory.mktemp("store") / "policy.kgl"
    with open_store(str(path), writable=True) as store:
        for facts in FACTS:
            store.replace(facts, LINKS)
    return path


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    status: int
    out: str
    err: str


@pytest.fixture
def cascade(monkeypatch, capsys, tmp_path):
    """Run `cascade` with these arguments in an empty folder, where stdout is a pipe."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CASCADE_STORE", raising=False)

    def run(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["cascade", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            main()
        printed = capsys.readouterr()
        return Ran(stop.value.code or 0, printed.out, printed.err)

    return run


@pytest.fixture
def ask(cascade, cascade_store):
    """Run `cascade` on the invented cascade."""
    return lambda *arguments: cascade(*arguments, "--store", cascade_store)


@pytest.fixture(scope="session")
def client(cascade_store) -> Iterator[httpx.Client]:
    """A client of the API over the invented cascade."""
    with served(str(cascade_store)) as client:
        yield client
