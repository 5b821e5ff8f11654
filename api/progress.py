"""How far a load has come."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import track


def tracked(files: Sequence[Path]) -> Iterable[Path]:
    """The same files, with progress on stderr when that is a terminal."""
    return track(files, "reading", console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())
