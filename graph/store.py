"""Where the policy graph is kept: the Store protocol that every engine fulfils, and `open_store`."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from graph.model import DocumentFacts, Implements

Row = Mapping[str, Any]


class Store(Protocol):
    """A place for one policy graph. All engines give the same rows for the same queries of cypher/."""

    def run(self, query: str, **parameters: Any) -> list[Row]:
        """The rows of the read query `query` of cypher/ (lineage/tasks), in the order that it states."""
        ...

    def replace(self, facts: DocumentFacts, links: Iterable[Implements] = ()) -> None:
        """Put a document in the store in place of what it brought in before, with its links to and from documents
        that are there already: whole or not at all. Decided links (confirmed, rejected) keep their status."""
        ...

    def remove(self, document: str) -> None:
        """Take a document out with what it alone brought in; a stub stays where others cite it."""
        ...

    def close(self) -> None:
        """Let go of files and connections. The store is a context manager that calls this."""
        ...

    def __enter__(self) -> "Store": ...

    def __exit__(self, *_: object) -> None: ...


def open_store(url: str, *, writable: bool = False) -> Store:
    """Open the store at `url`: a file (policy.kgl), `:memory:`, or bolt://user@host:7687, neo4j+s://…/database.

    Passwords come from CASCADE_PASSWORD alone. Raises InputError for a URL that is none, Unavailable, Conflict.
    """
    raise NotImplementedError
