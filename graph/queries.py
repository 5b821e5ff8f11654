"""Reads and checks cypher/: one query a file, with a header that says its name, its parameters and what it does.

    // lineage/below(clauses)
    // The links that carry out one of `clauses`.
    UNWIND $clauses AS id ...

The name is the file's path below cypher/ without its suffix. Where an engine needs another text, it stands beside the
shared one as <name>.<engine>.cypher and is found first.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

Row = Mapping[str, Any]

HEADER = re.compile(r"// (?P<name>[a-z0-9_/]+)\((?P<parameters>[a-z_, ]*)\)\Z")
SUFFIX = re.compile(r"(?P<name>[a-z0-9_/]+)(?:\.(?P<engine>[a-z0-9]+))?\.cypher\Z")
QUOTED = re.compile(r"//[^\n]*|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`")
PARAMETER = re.compile(r"\$(\w+)")


class QueryError(Exception):
    """A bug: a file of cypher/ that is wrong in itself, or a query that is not there."""


class EngineError(Exception):
    """A bug: an engine refused what we sent, or broke."""


@dataclass(frozen=True, slots=True)
class Query:
    """One query: `engine` is None for the text that all engines share."""

    name: str
    engine: str | None
    parameters: tuple[str, ...]
    meaning: str
    text: str
    path: Path


def parse(path: Path, folder: Path) -> Query:
    """The query in this file of `folder`. Raises QueryError that names the file and what is wrong in it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    place = SUFFIX.match(path.relative_to(folder).as_posix())
    header = HEADER.match(lines[0]) if lines else None
    if not place or not header:
        raise QueryError(f"{path}: the first line must be `// folder/name(parameters)`")
    if header["name"] != place["name"]:
        raise QueryError(f"{path}: it calls itself {header['name']}, but stands at {place['name']}")
    rest = next((n for n, line in enumerate(lines[1:], 1) if not line.startswith("//")), len(lines))
    meaning = " ".join(line.removeprefix("//").strip() for line in lines[1:rest])
    text = "\n".join(lines[rest:]).strip()
    if not meaning or not text:
        raise QueryError(f"{path}: it has no {'body' if meaning else 'sentence that says what it does'}")
    declared = tuple(name.strip() for name in header["parameters"].split(",") if name.strip())
    _check_parameters(path, declared, text)
    return Query(place["name"], place["engine"], declared, meaning, text, path)


def _check_parameters(path: Path, declared: tuple[str, ...], text: str) -> None:
    """Raise QueryError where the header and the body differ."""
    used = set(PARAMETER.findall(QUOTED.sub("", text)))
    if unused := sorted(set(declared) - used):
        raise QueryError(f"{path}: declared and not used: {', '.join(unused)}")
    if undeclared := sorted(used - set(declared)):
        raise QueryError(f"{path}: used and not declared: {', '.join(undeclared)}")


class Queries:
    """The queries of a folder, as one engine runs them."""

    def __init__(self, queries: Iterable[Query], engine: str) -> None:
        self._by_name: dict[str, Query] = {}
        for query in sorted(queries, key=lambda query: (query.name, query.engine or "")):
            if query.engine in (None, engine):
                self._add(query)

    def _add(self, query: Query) -> None:
        earlier = self._by_name.get(query.name)
        if earlier and earlier.engine == query.engine:
            raise QueryError(f"{query.path}: {query.name} stands in {earlier.path} too")
        self._by_name[query.name] = query

    def text(self, name: str, parameters: Mapping[str, object]) -> str:
        """The text of a query. Raises QueryError where it is not there or takes other parameters."""
        query = self._by_name.get(name)
        if not query:
            raise QueryError(f"there is no query {name}")
        if set(parameters) != set(query.parameters):
            raise QueryError(f"{name} takes ({', '.join(query.parameters)}), not ({', '.join(parameters)})")
        return query.text

    def names(self, folder: str = "") -> list[str]:
        """The names of the queries in a folder, in order."""
        return [name for name in self._by_name if name.startswith(folder)]


class Reader(Protocol):
    """What answers the read queries of cypher/ from one state of the graph."""

    def run(self, query: str, **parameters: Any) -> list[Row]:
        """The rows of the read query `query` of cypher/ (lineage/below), in the order that it states."""
        ...


def home() -> Path:
    """The folder cypher/: in an installed package inside it, in a checkout beside it."""
    installed = Path(__file__).parent / "_cypher"
    return installed if installed.is_dir() else Path(__file__).parents[1] / "cypher"


def read_folder(folder: Path) -> tuple[Query, ...]:
    """All queries below a folder, checked. Raises QueryError."""
    return tuple(parse(path, folder) for path in sorted(folder.rglob("*.cypher")))


@cache
def queries_for(engine: str) -> Queries:
    """The project's queries as `engine` (embedded, neo4j) runs them."""
    return Queries(read_folder(home()), engine)
