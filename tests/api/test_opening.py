"""The API begins without its store, says so, and opens it when it is there."""

import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest
from serving import served

from api import opening
from api.opening import Opening
from graph.errors import InputError, Unavailable
from graph.server.settings import free_port
from graph.store import open_store

CASCADE = Path(sys.executable).with_name("cascade")
DOWN = Unavailable("bolt://host does not answer")


@pytest.fixture
def late(monkeypatch):
    """A list of what goes wrong when a store is opened, one after the other; then it opens. And how often it did."""
    wrong, opened = [], []

    def slowly(url: str):
        if wrong:
            raise wrong.pop(0)
        opened.append(url)
        time.sleep(0.1)
        return open_store(url)

    monkeypatch.setattr(opening, "open_store", slowly)
    return wrong, opened


def test_it_is_opened_once_for_all_who_ask(late):
    """Many questions at once, while the store comes up, make one store."""
    wrong, opened = late
    wrong += [DOWN]
    stores = []
    with Opening(":memory:") as waiting:
        asking = [threading.Thread(target=lambda: stores.append(waiting.store())) for _ in range(8)]
        for thread in asking:
            thread.start()
        for thread in asking:
            thread.join()

    assert [":memory:"] == opened
    assert 8 == len(stores)
    assert 1 == len({id(store) for store in stores})


def test_each_question_tries_again(late):
    """What is wrong now is what is told, until nothing is."""
    wrong, _ = late
    wrong += [DOWN, Unavailable("still away"), InputError("too new")]
    with Opening(":memory:") as waiting:
        with pytest.raises(Unavailable, match="still away"):
            waiting.store()
        with pytest.raises(InputError, match="too new"):
            waiting.store()

        assert [] == waiting.store().run("read/names")


def test_a_store_that_cannot_be_is_told_at_once():
    """A missing file will not come by itself."""
    with pytest.raises(InputError, match="there is no store"), Opening("absent.kgl"):
        pass


def test_a_store_that_comes_after_the_end_is_closed(late, monkeypatch):
    """Nobody is left to close it."""
    wrong, opened = late
    wrong += [DOWN]
    closed = threading.Event()
    monkeypatch.setattr(opening, "PATIENCE_SECONDS", 0.01)
    monkeypatch.setattr("graph.embedded_store.MemoryStore.close", lambda _: closed.set())

    with Opening(":memory:") as waiting, pytest.raises(Unavailable):
        waiting.store()

    assert closed.wait(5)
    assert [":memory:"] == opened
    assert waiting.opened is None


def test_a_server_that_only_listens_is_not_waited_for():
    """Its port is open and nothing is said: each answer comes within a second, and the API lives."""
    with socket.create_server(("127.0.0.1", 0)) as mute, served(f"bolt://127.0.0.1:{mute.getsockname()[1]}") as client:
        for path in ("/health/ready", "/documents"):
            start = time.monotonic()
            answer = client.get(path)
            assert (503, "5") == (answer.status_code, answer.headers["Retry-After"])
            assert time.monotonic() - start < 1.5
        assert 200 == client.get("/health/live").status_code


def test_serve_begins_without_its_server():
    """`cascade serve` says in one line what is missing, and answers 503 until it is there."""
    url, port = f"bolt://127.0.0.1:{free_port()}", free_port()
    command = [CASCADE, "serve", "--port", str(port), "--store", url]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as serving:
        said = []
        while "running" not in (said or [""])[-1]:
            said.append(serving.stderr.readline())
        answer = httpx.get(f"http://127.0.0.1:{port}/documents")
        serving.send_signal(signal.SIGINT)

    told = [line for line in said if line.startswith("cascade: ")]
    assert 1 == len(told)
    assert told[0].startswith(f"cascade: {url} does not answer: ")
    assert told[0].endswith(": the API answers 503 until it does\n")
    assert (503, "5") == (answer.status_code, answer.headers["Retry-After"])
