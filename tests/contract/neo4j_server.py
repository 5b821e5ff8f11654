"""A real Neo4j for the tests: the local server of graph/server, small, on free ports and without passwords."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from graph.server.home import Home
from graph.server.java import COORDINATES, VERSION
from graph.server.local import LocalServer
from graph.server.settings import Settings, free_port

__all__ = ["COORDINATES", "VERSION", "free_port", "running"]


@contextlib.contextmanager
def running(home: Path) -> Iterator[str]:
    """The URL of a server that runs with its data in `home`."""
    server = LocalServer(Home(home))
    settings = Settings(bolt_port=free_port(), http_port=free_port(), heap="512m", password=False)
    try:
        yield server.start(settings).bolt
    finally:
        server.stop()
