"""What is computed of all that a store holds, kept for as long as nothing is written."""

from collections.abc import Callable
from typing import Any, TypeVar

from graph.queries import Reader

Made = TypeVar("Made")


class State:
    """A state of a store that never changes: a store has a new one after each load and each decision."""

    def __init__(self) -> None:
        self.kept: dict[Callable[..., Any], Any] = {}


def kept(now: Reader, make: Callable[[Reader], Made]) -> Made:
    """What the function `make` makes of this state: once, and at each call where what is read may change meanwhile (on
    Neo4j, and inside of a transaction). Nobody may change it."""
    if not isinstance(now, State):
        return make(now)
    if make not in now.kept:  # two threads at once make it twice, and the same
        now.kept[make] = make(now)
    made: Made = now.kept[make]
    return made
