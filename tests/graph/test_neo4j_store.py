"""Stores on a server: addresses, refusals, two writers at once, reads after writes, and errors in our words."""

import inspect
import threading
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import neo4j
import pytest
from contract.answered import clear
from contract.neo4j_server import free_port
from invented import DOCUMENTS, LINKS, PROVINCE
from neo4j import exceptions
from neo4j.api import BookmarkManager

from graph import neo4j_store, questions
from graph.errors import CascadeError, Conflict, InputError, Unavailable
from graph.model import DocumentFacts
from graph.queries import EngineError
from graph.store import Store, open_store


def test_a_server_that_is_down_can_be_tried_again():
    """Nobody listens there: a retry can help, and the message says where."""
    url = f"bolt://127.0.0.1:{free_port()}"

    with pytest.raises(Unavailable, match=f"^{url} does not answer"):
        open_store(url)


@pytest.mark.parametrize("url", ["bolt://neo4j:secret@127.0.0.1:7687", "neo4j+s://u:@example.org/policy"])
def test_a_url_holds_no_password(url):
    """A password in a URL ends in logs and shell histories; it is refused without being repeated."""
    with pytest.raises(InputError, match="set CASCADE_PASSWORD") as caught:
        open_store(url)

    assert "secret" not in str(caught.value)


@pytest.mark.server
def test_a_database_is_named_in_the_url(neo4j_url):
    """bolt://user@host/database opens that database, and one that is not there is an error."""
    address = neo4j_url.replace("//", "//neo4j@")

    with open_store(f"{address}/neo4j") as store:
        assert [{"ready": True}] == store.run("browse/ready")
    with pytest.raises(Unavailable, match="has no such database"):
        open_store(f"{address}/nowhere")


@pytest.mark.server
def test_a_reader_does_not_write(neo4j_url):
    """Writing to a store that was opened for reading is a bug, and is said to be one."""
    with open_store(neo4j_url) as reader, pytest.raises(EngineError, match="opened for reading only"):
        reader.remove(PROVINCE)


@pytest.mark.server
def test_two_writers_take_turns(neo4j_url):
    """Two processes that load the same documents at once leave each of them there once, whole."""
    failures: list[BaseException] = []

    def load(documents: tuple[DocumentFacts, ...]) -> None:
        try:
            with open_store(neo4j_url, writable=True) as store:
                for facts in documents:
                    store.replace(facts, LINKS)
        except Exception as error:  # the thread must not swallow it
            failures.append(error)

    writers = [threading.Thread(target=load, args=(order,)) for order in (DOCUMENTS, DOCUMENTS[::-1])]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert [] == failures
    with open_store(neo4j_url, writable=True) as store:
        assert {facts.document.id: facts.clauses for facts in DOCUMENTS} == {
            facts.document.id: questions.clauses(store, facts.document.id) for facts in DOCUMENTS
        }
        for facts in DOCUMENTS:
            store.remove(facts.document.id)


@pytest.fixture
def written(neo4j_url: str) -> Iterator[Store]:
    """An empty store for writing."""
    with open_store(neo4j_url, writable=True) as store:
        clear(store)
        yield store
        clear(store)


@pytest.mark.server
def test_who_asks_after_a_write_sees_it(neo4j_url, written):
    """Whoever it is: the store that wrote, in this thread or another, and a store that was open before."""
    document = DOCUMENTS[0].document
    with open_store(neo4j_url) as other, ThreadPoolExecutor(1) as thread:
        for title in ("第一版", "第二版", "第三版", "第四版"):
            written.replace(replace(DOCUMENTS[0], document=replace(document, title=title)))

            assert [title] == titles(written) == titles(other) == thread.submit(titles, written).result()
        written.remove(PROVINCE)

        assert [] == titles(written) == titles(other) == thread.submit(titles, written).result()


def titles(store: Store) -> list[str]:
    """The titles of the loaded documents."""
    return [row["title"] for row in store.run("read/documents")]


class Watched(BookmarkManager):
    """A manager of the driver, and what it told each session to begin with."""

    def __init__(self) -> None:
        self.manager = neo4j.GraphDatabase.bookmark_manager()
        self.told: list[set[str]] = []

    def update_bookmarks(self, previous_bookmarks: Collection[str], new_bookmarks: Collection[str]) -> None:
        """A session ended."""
        self.manager.update_bookmarks(previous_bookmarks, new_bookmarks)

    def get_bookmarks(self) -> set[str]:
        """A session begins."""
        self.told.append(set(self.manager.get_bookmarks()))
        return self.told[-1]


@pytest.mark.server
def test_a_question_names_the_last_write(neo4j_url, monkeypatch):
    """So that another member of a cluster does not answer before it has the write: a session begins with the bookmark
    that the write left."""
    watched = Watched()
    monkeypatch.setattr(neo4j.GraphDatabase, "bookmark_manager", lambda: watched)
    with open_store(neo4j_url, writable=True) as store:
        clear(store)
        store.replace(DOCUMENTS[0])
        before = watched.told[-1]
        titles(store)
        after = watched.told[-1]
        store.remove(PROVINCE)
        titles(store)

    assert after
    assert not before & after
    assert not after & watched.told[-1]


def errors_of_the_driver() -> list[type[Exception]]:
    """What the driver can raise, by reflection."""
    bases = (exceptions.Neo4jError, exceptions.DriverError)
    return [each for _, each in inspect.getmembers(exceptions, inspect.isclass) if issubclass(each, bases)]


EXPECTED = {
    InputError: {"ConfigurationError", "AuthConfigurationError", "CertificateConfigurationError"},
    Unavailable: {
        "ConstraintError",
        "AuthError", "TokenExpired", "Forbidden", "UnsupportedServerProduct",
        "TransientError", "DatabaseUnavailable", "NotALeader", "ForbiddenOnReadOnlyDatabase", "ServiceUnavailable",
        "RoutingServiceUnavailable", "ReadServiceUnavailable", "WriteServiceUnavailable", "IncompleteCommit",
        "SessionExpired", "ConnectionPoolError", "ConnectionAcquisitionTimeoutError",
    },
    EngineError: {
        "Neo4jError", "ClientError", "CypherSyntaxError", "CypherTypeError", "DatabaseError", "DriverError",
        "SessionError", "TransactionError", "TransactionNestingError", "ResultError", "ResultFailedError",
        "ResultConsumedError", "ResultNotSingleError", "BrokenRecordError",
    },
}  # fmt: skip


def test_every_error_of_the_driver_is_known():
    """A new release of the driver with a new error makes us decide what it means to the user."""
    assert set().union(*EXPECTED.values()) == {each.__name__ for each in errors_of_the_driver()}


@pytest.mark.parametrize("foreign", errors_of_the_driver(), ids=lambda each: each.__name__)
def test_every_error_of_the_driver_becomes_ours(foreign):
    """What the driver raises reaches the caller as one of our errors, with the driver's as its cause."""
    raised = foreign("the driver says no")

    with pytest.raises((CascadeError, EngineError)) as caught, neo4j_store.our_errors("bolt://host"):
        raise raised

    assert foreign.__name__ in EXPECTED[type(caught.value)]
    assert raised is caught.value.__cause__


@pytest.mark.parametrize(
    ("ours", "code"),
    [
        (Conflict, "Neo.TransientError.Transaction.DeadlockDetected"),
        (Unavailable, "Neo.TransientError.General.OutOfMemoryError"),
        (Unavailable, "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase"),
        (Unavailable, "Neo.ClientError.Database.DatabaseNotFound"),
        (Unavailable, "Neo.ClientError.Security.Unauthorized"),
        (Unavailable, "Neo.ClientError.Security.AuthenticationRateLimit"),
        (Unavailable, "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration"),
        (EngineError, "Neo.ClientError.Statement.AccessMode"),
    ],
)
def test_what_the_server_says_by_code(ours, code):
    """A lost lock, a database that is not there, a wrong password, and a question that would write."""
    said = exceptions.Neo4jError._hydrate_neo4j(code=code, message="no")

    with pytest.raises(ours), neo4j_store.our_errors("bolt://host"):
        raise said
