"""Where the policy graph is kept: the Store protocol that every engine fulfils, and `open_store`."""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from graph.errors import InputError
from graph.model import Decision, DocumentFacts
from graph.queries import Reader, Row
from graph.writing import Links

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

    def replace(self, facts: DocumentFacts, links: Links = ()) -> None:
        """Put a document in the store in place of what it brought in before, with its links to and from documents
        that are there already: whole or not at all. Links that are given as a function are looked for while no other
        writer can come in between, so that two loads at once find the same links as one after the other. What people
        decided of its links is applied to them: their status, and a link by hand where a confirmed one is not among
        `links`."""
        ...

    def remove(self, document: str) -> None:
        """Take a document out with what it alone brought in; a stub stays where others cite it. Raises
        UnknownReference."""
        ...

    def decide(self, decision: Decision) -> Decision:
        """Write down what a person decided on the texts of now, in place of what was decided of the same pair before;
        confirmed where there is no link, it is one by hand. A decision outlives both clauses. Returns it with the
        prints of the texts. Raises UnknownReference, and InputError for a link by hand that goes the wrong way."""
        ...

    def undo(self, source: str, target: str) -> None:
        """Take back what was decided: the link is again what the rules say. Raises UnknownReference."""
        ...

    def merge(self, decisions: Iterable[Decision]) -> int:
        """Take in decisions from elsewhere as they are, all or none, where they are newer than what was decided of the
        same pair; their clauses need not be there. Returns how many those are."""
        ...

    def ready(self) -> None:
        """Return when the store answers. Raises Unavailable within a second when it does not, InputError when what was
        opened is gone."""
        ...

    def close(self) -> None:
        """Let go of files and connections. The store is a context manager that calls this."""
        ...

    def __enter__(self) -> "Store": ...

    def __exit__(self, *_: object) -> None: ...


def open_store(url: str, *, writable: bool = False) -> Store:
    """Open the store at `url`: a file (policy.kgl), `:memory:`, or bolt://user@host:7687, neo4j+s://…/database.

    A store in memory is always writable and begins empty; a file that is not there is made when `writable`.
    Passwords come from CASCADE_PASSWORD, else from the local server that runs at this address. Raises InputError for a
    URL that is none, Unavailable, Conflict.
    """
    if SERVER.match(url):
        from graph.neo4j_store import Neo4jStore  # noqa: PLC0415  # the driver takes long to import
        from graph.server.home import local_password  # noqa: PLC0415  # files have no use for it

        return Neo4jStore(url, os.environ.get("CASCADE_PASSWORD") or local_password(url), writable=writable)
    from graph.embedded_store import FileReader, FileStore, MemoryStore  # noqa: PLC0415  # as above

    if url == MEMORY:
        return MemoryStore()
    if not url.strip() or URL.match(url):
        raise InputError(f"no store can be at {url!r}: give a file, {MEMORY}, or bolt://user@host:7687")
    return FileStore(Path(url)) if writable else FileReader(Path(url))
