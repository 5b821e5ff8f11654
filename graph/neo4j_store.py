"""The engine on a server: Neo4j 5 over Bolt, with the official driver. The only module that knows the driver."""

import logging
import os
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any, Self, TypeVar
from urllib.parse import unquote, urlsplit

import neo4j
from neo4j import exceptions

from graph import schema, writing
from graph.errors import CascadeError, Conflict, InputError, Unavailable
from graph.model import Decision, DocumentFacts
from graph.queries import EngineError, Row, queries_for

Result = TypeVar("Result")

QUERIES = queries_for("neo4j")
logging.getLogger("neo4j").addHandler(logging.NullHandler())  # else each try of the driver is a line on stderr
DEFAULT_USER = "neo4j"
NEEDED = (5, 23)  # the first version that takes CALL () { … }
AGENT = re.compile(r"Neo4j/(\d+)\.(\d+)")
CONNECT_SECONDS = 5.0  # then the server counts as down: a person waits for the answer
GREET_SECONDS = 8.0  # likewise one that lets us connect and then says nothing
READY_SECONDS = 0.8  # then the server counts as down for those who watch it
ASK_AGAIN_SECONDS = 2.0  # how long a question is tried again
WRITE_AGAIN_SECONDS = 15.0  # how long a write is: a server that starts anew is back by then
QUESTION_SECONDS = 60.0  # how long the server works on a question, unless CASCADE_TIMEOUT says otherwise
WRITE_SECONDS = 600.0  # how long a writer may hold up the others

NEEDS = f"needs to be Neo4j {'.'.join(map(str, NEEDED))} or later"
MEANWHILE = "was changed meanwhile, or holds what we bring"
STRANGE = "has a constraint of somebody else that our nodes break"
OURS = "`cascade`"  # a property in every constraint of ours, and in what the server says of it

BY_CLASS: tuple[tuple[tuple[type[Exception], ...], type[CascadeError], str], ...] = (
    (
        (exceptions.AuthError, exceptions.Forbidden),
        Unavailable,
        "refuses the user, or the password in CASCADE_PASSWORD",
    ),
    ((exceptions.UnsupportedServerProduct,), Unavailable, NEEDS),
    ((exceptions.ConfigurationError,), InputError, "cannot be opened"),
    ((exceptions.ForbiddenOnReadOnlyDatabase,), Unavailable, "is read-only"),
)
"""What errors of the driver are to us, the first that fits."""
BY_CODE = (
    ("Neo.ClientError.Database.DatabaseNotFound", "has no such database"),
    ("Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", "is read-only"),
    ("Neo.ClientError.Security.", "does not let us in"),
    ("Neo.ClientError.Transaction.TransactionTimedOut", "took too long; CASCADE_TIMEOUT gives it more seconds"),
)
"""What the server means by codes that begin so."""
CHANGED = (exceptions.ConstraintError,)  # facts are checked before: only others can be in the way
DOWN = (
    exceptions.TransientError,
    exceptions.ServiceUnavailable,
    exceptions.SessionExpired,
    exceptions.ConnectionPoolError,
    OSError,
)
DEADLOCK = "Neo.TransientError.Transaction.DeadlockDetected"
SCHEMA_IS_THERE = "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"


@contextmanager
def our_errors(place: str) -> Iterator[None]:
    """Turn what the driver raises into our errors; `place` is the server that they speak of."""
    try:
        yield
    except (exceptions.Neo4jError, exceptions.DriverError, OSError) as error:
        raise _ours(place, error) from error


def _ours(place: str, error: Exception) -> Exception:
    """Our error for one of the driver, by its class first and then by the server's code."""
    said = _said(error)
    for kinds, ours, says in BY_CLASS:
        if isinstance(error, kinds):
            return ours(f"{place} {says}: {said}")
    if isinstance(error, CHANGED):
        return _by_constraint(place, said)
    return _by_code(place, _code(error), said, down=isinstance(error, DOWN))


def _by_constraint(place: str, said: str) -> CascadeError:
    """One of ours: another writer was quicker. One of somebody else: nothing is written until whoever runs the server
    lets our nodes in."""
    return Conflict(f"{place} {MEANWHILE}: {said}") if OURS in said else Unavailable(f"{place} {STRANGE}: {said}")


def _by_code(place: str, code: str, said: str, *, down: bool) -> Exception:
    if code == DEADLOCK:
        return Conflict(f"{place} is being written by others; try again")
    if down:
        return Unavailable(f"{place} does not answer: {said}")
    says = next((says for prefix, says in BY_CODE if code.startswith(prefix)), None)
    return Unavailable(f"{place} {says}: {said}") if says else EngineError(said)


def _code(error: BaseException) -> str:
    return getattr(error, "code", None) or ""


def _said(error: Exception) -> str:
    """The server's or driver's words, on one line."""
    return " ".join((getattr(error, "message", None) or str(error)).split())


def check_version(place: str, agent: str) -> None:
    """Raise Unavailable where a server that calls itself `agent` (Neo4j/5.26.0) is too old or none of Neo4j's."""
    found = AGENT.match(agent)
    if not found or tuple(map(int, found.groups())) < NEEDED:
        raise Unavailable(f"{place} {NEEDS}, and is {agent}")


def question_seconds(text: str | None) -> float:
    """How long the server may work on a question: what CASCADE_TIMEOUT says, in seconds. Raises InputError."""
    try:
        seconds = float(text) if text else QUESTION_SECONDS
    except ValueError:
        seconds = 0
    if not 0 < seconds < float("inf"):
        raise InputError(f"CASCADE_TIMEOUT is a number of seconds, not {text!r}")
    return seconds


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
        self._seconds = question_seconds(os.environ.get("CASCADE_TIMEOUT"))
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
                connection_acquisition_timeout=GREET_SECONDS,
                max_transaction_retry_time=WRITE_AGAIN_SECONDS if writable else ASK_AGAIN_SECONDS,
                notifications_min_severity="OFF",  # it warns of every label that an empty graph lacks
            )
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()  # what is asked after a write sees the write
        self._probing, self._probe = threading.Lock(), Future[None]()
        self._probe.set_result(None)
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise

    def _prepare(self) -> None:
        with our_errors(self._place):
            check_version(self._place, self._driver.get_server_info().agent)  # does not try again, as queries do
        if self._writable:
            schema.bring_up(self, QUERIES, self._make, self._record)
        else:
            schema.missing(self, QUERIES)

    def _make(self, name: str) -> None:
        """Run a query of schema/. Two writers that open an empty database may both try: IF NOT EXISTS does not help
        while the other is at it."""
        try:
            self._in_transaction(lambda tx: tx.run(name))
        except EngineError as error:
            if _code(error.__cause__ or error) != SCHEMA_IS_THERE:
                raise

    def _record(self, id: str) -> None:
        self._in_transaction(lambda tx: tx.run("write/migration", id=id))

    def ready(self) -> None:
        """Ask the server aside: one that hangs keeps a thread of ours waiting, and nobody else."""
        with self._probing:
            if self._probe.done():
                self._probe = Future()
                threading.Thread(target=self._answer, args=(self._probe,), daemon=True).start()
            probe = self._probe
        try:
            with our_errors(self._place):
                probe.result(READY_SECONDS)
        except TimeoutError as error:
            raise Unavailable(f"{self._place} does not answer within a second") from error

    def _answer(self, probe: Future[None]) -> None:
        try:
            try:
                self._ask_once()
            except DOWN:  # perhaps a connection of the time before a restart; now none of them is left
                self._ask_once()
        except Exception as error:  # whoever waits for the probe gets it
            probe.set_exception(error)
        else:
            probe.set_result(None)

    def _ask_once(self) -> None:
        with self._session(neo4j.READ_ACCESS) as session:
            session.run(QUERIES.text("browse/ready", {})).consume()

    def snapshot(self) -> Self:
        """The store itself: a server keeps no states, each query sees what is committed when it runs."""
        return self

    def run(self, query: str, **parameters: Any) -> list[Row]:
        """The rows of a read query of cypher/; the server refuses to write for it."""
        with our_errors(self._place), self._session(neo4j.READ_ACCESS) as session:
            ask = neo4j.unit_of_work(timeout=self._seconds)
            return session.execute_read(ask(lambda transaction: View(transaction).run(query, **parameters)))

    def replace(self, facts: DocumentFacts, links: writing.Links = ()) -> None:
        """Put a document in the store."""
        given = writing.settled(links)
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
        def in_turn(tx: View) -> Result:
            tx.run("write/turn")
            return work(tx)

        return self._in_transaction(in_turn)

    def _in_transaction(self, work: Callable[[View], Result]) -> Result:
        if not self._writable:
            raise EngineError(f"{self._place} was opened for reading only")
        with our_errors(self._place), self._session(neo4j.WRITE_ACCESS) as session:
            write = neo4j.unit_of_work(timeout=WRITE_SECONDS)
            return session.execute_write(write(lambda transaction: work(View(transaction))))

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(
            database=self._database, default_access_mode=access, bookmark_manager=self._bookmarks
        )

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
