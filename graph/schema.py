"""The numbered files of cypher/schema/: each is run once on a store, in order, and recorded there."""

from collections.abc import Callable

from graph.errors import InputError
from graph.queries import Queries, Reader

FOLDER = "schema/"


def missing(reader: Reader, queries: Queries) -> list[str]:
    """The queries of schema/ that a store has not run yet, in order. Raises InputError where a newer version of this
    program wrote the store."""
    known = {name.removeprefix(FOLDER): name for name in queries.names(FOLDER)}
    run = {row["id"] for row in reader.run("read/migrations")}
    if unknown := sorted(run - known.keys()):
        raise InputError(f"the store was written by a newer version of this program ({unknown[-1]}): upgrade it here")
    return [name for id, name in known.items() if id not in run]


def bring_up(reader: Reader, queries: Queries, make: Callable[[str], None], record: Callable[[str], None]) -> None:
    """Run what a store has not run yet: `make` runs a query of schema/, `record` writes its id down."""
    for name in missing(reader, queries):
        make(name)
        record(name.removeprefix(FOLDER))
