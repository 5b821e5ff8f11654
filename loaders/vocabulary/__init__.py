"""Words, units and names as data files: one entry a line, `#` starts a comment, columns parted by tabs."""

from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of the data file `name` in its order, comments and blank lines left out."""
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return tuple(line.rstrip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of the data file `name`, split into columns at tabs."""
    return tuple(tuple(line.split("\t")) for line in lines(name))
