"""Where the policy graph is kept: the Store protocol that every engine fulfils, and `open_store`."""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from graph.errors import InputError
from graph.model import DocumentFacts, Implements, LinkStatus
from graph.queries import Reader, Row

__all__ = ["Reader", "Row", "Store", "open_store"]

MEMORY = ":memory:"
SERVER = re.compile(r"(?:bolt|neo4j)(?:\+s|\+ssc)?://")
URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


class Store(Reader, Protocol):
    """A place for one policy graph. All engines give the same rows for the same queries of cypher/.

    A store may be shared by threads. A load does not hold up questions, nor they it. What the embedded engine answers
    is one whole state; Neo4j reads what is committed, and a question asked during a load may find part of it.
    """

    def snapshot(self) -> Reader:
        """The state of now, for questions of several queries. Neo4j keeps no states: there, each query sees its own."""
        ...

    def replace(self, facts: DocumentFacts, links: Iterable[Implements] = ()) -> None:
        """Put a document in the store in place of what it brought in before, with its links to and from documents
        that are there already: whole or not at all. Links that a person decided (confirmed, rejected) keep their
        status, and stay when they are not among `links`, as long as both clauses are there."""
        ...

    def remove(self, document: str) -> None:
        """Take a document out with what it alone brought in; a stub stays where others cite it. Raises
        UnknownReference."""
        ...

    def decide(self, source: str, target: str, status: LinkStatus) -> None:
        """Write down what a person decided of the link by which `source` implements `target`. Raises
        UnknownReference."""
        ...

    def close(self) -> None:
        """Let go of files and connections. The store is a context manager that calls this."""
        ...

    def __enter__(self) -> "Store": ...

    def __exit__(self, *_: object) -> None: ...


def open_store(url: str, *, writable: bool = False) -> Store:
    """Open the store at `url`: a file (policy.kgl), `:memory:`, or bolt://user@host:7687, neo4j+s://…/database.

    A store in memory is always writable and begins empty; a file that is not there is made when `writable`.
    Passwords come from CASCADE_PASSWORD alone. Raises InputError for a URL that is none, Unavailable, Conflict.
    """
    if SERVER.match(url):
        from graph.neo4j_store import Neo4jStore  # noqa: PLC0415  # the driver takes long to import

        return Neo4jStore(url, os.environ.get("CASCADE_PASSWORD"), writable=writable)
    from graph.embedded_store import FileReader, FileStore, MemoryStore  # noqa: PLC0415  # as above

    if url == MEMORY:
        return MemoryStore()
    if not url.strip() or URL.match(url):
        raise InputError(f"no store can be at {url!r}: give a file, {MEMORY}, or bolt://user@host:7687")
    return FileStore(Path(url)) if writable else FileReader(Path(url))
