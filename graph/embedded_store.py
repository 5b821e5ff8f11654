"""The embedded engine: kglite, in process, in memory or in a file with a write-ahead log beside it.

The only module that knows kglite. Readers of a file take no lock and see its last checkpoint, which a writer makes when
it closes; a reader that stays open looks for a newer one before each answer.
"""

import logging
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn, Self, TypeVar

import kglite

from graph import schema, writing
from graph.errors import Conflict, InputError, Unavailable, UnreadableFile
from graph.keeping import State
from graph.model import Decision, DocumentFacts
from graph.queries import EngineError, Row, queries_for

kglite.set_query_warning_policy("silent")  # it warns of every label that an empty graph lacks

Result = TypeVar("Result")

QUERIES = queries_for("embedded")
IN_MEMORY = "the store in memory"
LOG = logging.getLogger(__name__)
UNPUBLISHED = "cascade: %s: a load is under way, or was cut off: what it wrote shows after the next one"

ABSENT = (kglite.FileError,)
BROKEN = (kglite.FileFormatError,)
HELD = (kglite.WriterLeaseHeldError,)
CHANGED = (kglite.TransactionConflictError, kglite.ConstraintError)  # facts are checked before they are written
DUPLICATE = "duplicate id"  # what the log of a file says before the constraint is looked at
DOWN = (
    kglite.FileIoError,
    kglite.LoadMemoryLimitError,
    kglite.WriteBudgetExceededError,
    kglite.CypherTimeoutError,
    OSError,
)


@contextmanager
def our_errors(place: str) -> Iterator[None]:
    """Turn what kglite raises into our errors; `place` is the store that they speak of."""
    try:
        yield
    except HELD as error:
        raise Conflict(f"{place} is open for writing{_holder(error.holder)}; try again when that is done") from error
    except CHANGED as error:
        raise Conflict(f"{place} was changed meanwhile, or holds what we bring: {error}") from error
    except ABSENT as error:
        raise InputError(f"{place}: there is no store; `cascade load` makes one") from error
    except BROKEN as error:
        raise UnreadableFile(place, f"is no store of ours: {error}") from error
    except DOWN as error:
        raise Unavailable(f"{place}: {error}") from error
    except kglite.KgError as error:
        if DUPLICATE in str(error):
            raise Conflict(f"{place} was changed meanwhile, or holds what we bring: {error}") from error
        raise EngineError(str(error)) from error


def _holder(holder: dict[str, Any]) -> str:
    if holder.get("self"):
        return " by this very process"
    return f" by process {holder['pid']}" if holder.get("pid") else " elsewhere"


class View:
    """One state of the graph, or the inside of a transaction."""

    def __init__(self, graph: kglite.FrozenGraph | kglite.Transaction, place: str) -> None:
        self._graph, self._place = graph, place

    def run(self, query: str, **parameters: Any) -> list[Row]:
        """The rows of a query of cypher/."""
        text = QUERIES.text(query, parameters)
        with our_errors(self._place):
            return list(self._graph.cypher(text, params=parameters).to_list())


class Frozen(View, State):
    """One state of the graph."""

    def __init__(self, graph: kglite.FrozenGraph, place: str) -> None:
        View.__init__(self, graph, place)
        State.__init__(self)


class MemoryStore:
    """A graph in memory, or in whatever `graph` is bound to. Writes wait for each other, questions for nobody."""

    def __init__(self, graph: kglite.KnowledgeGraph | None = None, place: str = IN_MEMORY) -> None:
        self._graph = kglite.KnowledgeGraph() if graph is None else graph  # an empty one is false
        self._place = place
        self._writing = threading.Lock()
        with our_errors(place):
            self._now = self._frozen()
            if self._graph:
                _check_version(self._now, place)
            schema.bring_up(self, QUERIES, self._make, self._record)
            self._now = self._frozen()

    def _frozen(self) -> Frozen:
        return Frozen(self._graph.freeze(), self._place)

    def _make(self, name: str) -> None:
        self._graph.cypher(QUERIES.text(name, {}))

    def _record(self, id: str) -> None:
        self._write(lambda tx: tx.run("write/migration", id=id))

    def ready(self) -> None:
        """Nothing to wait for."""

    def snapshot(self) -> Frozen:
        """The state of now."""
        return self._now

    def run(self, query: str, **parameters: Any) -> list[Row]:
        """The rows of a read query of cypher/ on the state of now."""
        return self.snapshot().run(query, **parameters)

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
        with self._writing, our_errors(self._place):
            with self._graph.begin() as transaction:
                result = work(View(transaction, self._place))
            self._now = self._frozen()
            return result

    def close(self) -> None:
        """Nothing to let go of."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class FileStore(MemoryStore):
    """A file that this process alone writes; what is committed survives a crash, and close() shows it to readers."""

    def __init__(self, path: Path) -> None:
        if path.is_dir() or not path.parent.is_dir():
            raise InputError(f"{path}: a store is a file in a folder that is there")
        is_new = not path.exists()
        super().__init__(_open(path), str(path))
        if is_new:
            self._checkpoint()

    def _checkpoint(self) -> None:
        with our_errors(self._place):
            self._graph.save()

    def close(self) -> None:
        """Write a checkpoint and let others write."""
        with self._writing, our_errors(self._place):
            self._graph.close()


def _open(path: Path) -> kglite.KnowledgeGraph:
    with our_errors(str(path)):
        try:
            return kglite.open(str(path), durable="full")
        except RuntimeError as error:  # what kglite raises where the log does not fit the file
            raise UnreadableFile(str(path), f"has a log that does not fit it: {error}") from error


def _check_version(view: View, place: str) -> None:
    """Raise InputError for a store of a newer version, and for one of the time before nodes were marked as ours:
    nothing in it would be found."""
    if schema.missing(view, QUERIES) == QUERIES.names(schema.FOLDER):
        raise InputError(f"{place} was made by an earlier version of this program: load the documents into a new one")


class FileReader:
    """A file that others may write meanwhile: each question is answered from its newest checkpoint."""

    def __init__(self, path: Path) -> None:
        self._path, self._loading = path, threading.Lock()
        self._seen: tuple[int, ...] = ()
        self.snapshot()

    def snapshot(self) -> Frozen:
        """The newest state that a writer has published."""
        with self._loading, our_errors(str(self._path)):
            stamp = _stamp(self._path)
            if stamp != self._seen:
                now = Frozen(self._checkpoint(), str(self._path))
                _check_version(now, str(self._path))
                self._now, self._seen = now, stamp
            return self._now

    def _checkpoint(self) -> Any:
        """The newest checkpoint; what a writer has not published yet is said in our words, for the engine's tell how to
        discard it."""
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            graph = kglite.load(str(self._path)).freeze()
        if caught:
            LOG.warning(UNPUBLISHED, self._path)
        return graph

    def ready(self) -> None:
        """Look whether the file is still there and can be read."""
        self.snapshot()

    def run(self, query: str, **parameters: Any) -> list[Row]:
        """The rows of a read query of cypher/ on the newest state."""
        return self.snapshot().run(query, **parameters)

    def replace(self, facts: DocumentFacts, links: writing.Links = ()) -> None:
        """Refused: see open_store."""
        self._refuse()

    def remove(self, document: str) -> None:
        """Refused: see open_store."""
        self._refuse()

    def decide(self, decision: Decision) -> Decision:
        """Refused: see open_store."""
        self._refuse()

    def undo(self, source: str, target: str) -> None:
        """Refused: see open_store."""
        self._refuse()

    def merge(self, decisions: Iterable[Decision]) -> int:
        """Refused: see open_store."""
        self._refuse()

    def _refuse(self) -> NoReturn:
        raise EngineError(f"{self._path} was opened for reading only")

    def close(self) -> None:
        """Nothing to let go of."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _stamp(path: Path) -> tuple[int, ...]:
    """What changes when a file is written anew: writers put a new file in its place."""
    if not path.is_file():
        raise kglite.FileError(f"{path} is no file")
    state = path.stat()
    return state.st_ino, state.st_mtime_ns, state.st_size
