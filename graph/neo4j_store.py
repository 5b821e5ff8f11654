"""The engine on a server: Neo4j 5 over Bolt, with the official driver. The only module that knows the driver."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Self, TypeVar
from urllib.parse import unquote, urlsplit

import neo4j
from neo4j import exceptions

from graph import writing
from graph.errors import Conflict, InputError, Unavailable
from graph.model import Decision, DocumentFacts, Implements
from graph.queries import EngineError, Row, queries_for

Result = TypeVar("Result")

QUERIES = queries_for("neo4j")
DEFAULT_USER = "neo4j"
CONNECT_SECONDS = 5.0  # then the server counts as down: a person waits for the answer
RETRY_SECONDS = 15.0  # how long a transaction that lost a lock to another is tried again

REFUSED = (exceptions.AuthError, exceptions.Forbidden)
MISTAKEN = (exceptions.ConfigurationError, exceptions.UnsupportedServerProduct)
CHANGED = (exceptions.ConstraintError,)  # facts are checked before: only another writer can be in the way
DOWN = (
    exceptions.TransientError,
    exceptions.ServiceUnavailable,
    exceptions.SessionExpired,
    exceptions.ConnectionPoolError,
    OSError,
)
DEADLOCK = "Neo.TransientError.Transaction.DeadlockDetected"
NO_DATABASE = "Neo.ClientError.Database.DatabaseNotFound"
SECURITY = "Neo.ClientError.Security."
SCHEMA_IS_THERE = "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"


@contextmanager
def our_errors(place: str) -> Iterator[None]:
    """Turn what the driver raises into our errors; `place` is the server that they speak of."""
    try:
        yield
    except REFUSED as error:
        raise InputError(f"{place} refuses the user, or the password in CASCADE_PASSWORD: {_said(error)}") from error
    except MISTAKEN as error:
        raise InputError(f"{place} cannot be opened: {_said(error)}") from error
    except CHANGED as error:
        raise Conflict(f"{place} was changed meanwhile, or holds what we bring: {_said(error)}") from error
    except DOWN as error:
        if _code(error) == DEADLOCK:
            raise Conflict(f"{place} is being written by others; try again") from error
        raise Unavailable(f"{place} does not answer: {_said(error)}") from error
    except (exceptions.Neo4jError, exceptions.DriverError) as error:
        if _code(error) == NO_DATABASE:
            raise InputError(f"{place} has no such database") from error
        if _code(error).startswith(SECURITY):
            raise InputError(f"{place} does not let us in: {_said(error)}") from error
        raise EngineError(_said(error)) from error


def _code(error: BaseException) -> str:
    return getattr(error, "code", None) or ""


def _said(error: Exception) -> str:
    """The server's or driver's words, on one line."""
    return " ".join((getattr(error, "message", None) or str(error)).split())


class View:
    """A transaction of the driver that runs queries of cypher/."""

    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, query: str, **parameters: Any) -> list[Row]:
        """The rows of a query of cypher/."""
        text = QUERIES.text(query, parameters)
        return [dict(record) for record in self._transaction.run(text, parameters)]


class Neo4jStore:
    """A database of a Neo4j server. Writers of the same document take turns; a lost race is tried again."""

    def __init__(self, url: str, password: str | None, *, writable: bool = False) -> None:
        parts = urlsplit(url)
        if parts.password is not None:
            raise InputError("a store's URL holds no password: set CASCADE_PASSWORD")
        self._place = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        self._database = unquote(parts.path.strip("/")) or None
        self._writable = writable
        user = unquote(parts.username or DEFAULT_USER)
        with our_errors(self._place):
            self._driver = neo4j.GraphDatabase.driver(
                self._place,
                auth=(user, password) if password else None,
                connection_timeout=CONNECT_SECONDS,
                max_transaction_retry_time=RETRY_SECONDS,
                notifications_min_severity="OFF",  # it warns of every label that an empty graph lacks
            )
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise

    def _prepare(self) -> None:
        with our_errors(self._place):
            self._driver.verify_connectivity()  # says that the server is down at once, where a query would try again
        self.run("browse/ready")
        for name in QUERIES.names("schema/") if self._writable else ():
            self._make(name)

    def _make(self, name: str) -> None:
        """Run a query of schema/. Two writers that open an empty database may both try: IF NOT EXISTS does not help
        while the other is at it."""
        try:
            self._write(lambda tx: tx.run(name))
        except EngineError as error:
            if _code(error.__cause__ or error) != SCHEMA_IS_THERE:
                raise

    def snapshot(self) -> Self:
        """The store itself: a server keeps no states, each query sees what is committed when it runs."""
        return self

    def run(self, query: str, **parameters: Any) -> list[Row]:
        """The rows of a read query of cypher/; the server refuses to write for it."""
        with our_errors(self._place), self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(lambda transaction: View(transaction).run(query, **parameters))

    def replace(self, facts: DocumentFacts, links: Iterable[Implements] = ()) -> None:
        """Put a document in the store."""
        given = tuple(links)
        self._write(lambda tx: writing.put(tx, facts, given))

    def remove(self, document: str) -> None:
        """Take a document out."""
        self._write(lambda tx: writing.take_out(tx, document))

    def decide(self, decision: Decision) -> Decision:
        """Write down what a person decided of a link."""
        return self._write(lambda tx: writing.decide(tx, decision))

    def undo(self, source: str, target: str) -> None:
        """Take back what was decided of a link."""
        self._write(lambda tx: writing.undo(tx, source, target))

    def merge(self, decisions: Iterable[Decision]) -> int:
        """Take in decisions from elsewhere."""
        given = tuple(decisions)
        return self._write(lambda tx: writing.merge(tx, given))

    def _write(self, work: Callable[[View], Result]) -> Result:
        if not self._writable:
            raise EngineError(f"{self._place} was opened for reading only")
        with our_errors(self._place), self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(lambda transaction: work(View(transaction)))

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(database=self._database, default_access_mode=access)

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
