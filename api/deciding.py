"""Writing down what people decide: the store is opened for writing only while that is done, whoever serves it.

The embedded engine has one writer at a time: whoever decides while documents are loaded is told of a Conflict. Those
who decide over one server take turns.
"""

import threading
from collections.abc import Callable

from graph.decisions import now
from graph.model import Decision, Verdict
from graph.review import Reviewed, pair, reviewed
from graph.store import Store, open_store

_TURN = threading.Lock()


def decide(store: str, source: str, target: str, status: Verdict, *, by: str, note: str = "") -> Reviewed:  # noqa: PLR0913  # what a decision says
    """Decide whether `source` carries out `target`, both as people write them. Raises UnknownReference,
    AmbiguousReference, InputError for a link by hand that goes the wrong way, Conflict."""

    def write(to: Store, low: str, high: str) -> None:
        to.decide(Decision(low, high, status, by, now(), note))

    return _written(store, source, target, write)


def undo(store: str, source: str, target: str) -> Reviewed:
    """Take a decision back. Raises UnknownReference, AmbiguousReference, Conflict."""
    return _written(store, source, target, lambda to, low, high: to.undo(low, high))


def look(store: str, source: str, target: str) -> Reviewed:
    """What is decided of a pair of clauses now. Raises UnknownReference, AmbiguousReference."""
    with open_store(store) as opened:
        return reviewed(opened, *pair(opened, source, target))


def _written(store: str, source: str, target: str, write: Callable[[Store, str, str], object]) -> Reviewed:
    with open_store(store) as opened:  # a mistaken name makes no store
        ends = pair(opened, source, target)
    with _TURN, open_store(store, writable=True) as opened:
        write(opened, *ends)
        return reviewed(opened, *ends)
