"""How far a load or a copy has come."""

import sys
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import TypeVar

from rich.console import Console
from rich.progress import track

Item = TypeVar("Item")


def tracked(items: Sequence[Item], doing: str = "reading") -> Iterable[Item]:
    """The same items, with progress on stderr when that is a terminal."""
    return track(items, doing, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())


def working(doing: str) -> AbstractContextManager[object]:
    """What is being done stands on stderr for as long as it takes, when that is a terminal."""
    return Console(stderr=True).status(doing)
