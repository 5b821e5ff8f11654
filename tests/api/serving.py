"""The API served by uvicorn, as users have it."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

import httpx
import uvicorn
from fastapi import FastAPI

from api.app import create_app

PATIENCE = 60  # seconds: a machine that is busy with something else fails no test


@contextlib.contextmanager
def served(url: str) -> Iterator[httpx.Client]:
    """A client of the API over the store at `url`, served by uvicorn on a free port."""
    with served_app(create_app(url)) as client:
        yield client


@contextlib.contextmanager
def served_app(app: FastAPI) -> Iterator[httpx.Client]:
    """The same of an app that a test has in hand."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        config = uvicorn.Config(app, log_level="critical")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [free]})
        thread.start()
        try:
            while not server.started and thread.is_alive():
                time.sleep(0.01)
            with httpx.Client(base_url=f"http://127.0.0.1:{free.getsockname()[1]}", timeout=PATIENCE) as client:
                yield client
        finally:  # a test that fails must not leave the server running, and pytest waiting for its thread
            server.should_exit = True
            thread.join()
