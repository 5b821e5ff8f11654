"""A folder for `neo4j-admin database import full`: the fast way into a database of Neo4j 5 that is not there yet.

| file | holds |
|---|---|
| clause.csv, document.csv … | the nodes of one label: `id:ID(Clause)`, their properties with types, `:LABEL` |
| cites_clause_document.csv … | one kind of relationship: `:START_ID(Clause)`, `:END_ID(Document)`, …, `:TYPE` |
| import.args, import.sh | the arguments, and the command that takes them |
| after-import.cypher | constraints and indexes, the empty lists, which CSV cannot tell from nothing, labels by level |

Files are UTF-8. Text is quoted, whatever lines and quotes it holds; what is not there is empty and not quoted. Lists
have a sign between their items that none of them holds; what is nested in a property is JSON, as in stores.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from graph.errors import InputError
from graph.export import cypher
from graph.export.stored import Stored, stored
from graph.model import PolicyGraph
from graph.records import Properties

DELIMITERS = (0x1F, *range(0xE000, 0xF8FF))  # the sign that ASCII has for this, and those that mean nothing anywhere
BUFFER = 4 * 1024 * 1024  # bytes: what the importer takes by itself; no row may be longer
QUOTE = '"'
TYPES = {str: "string", bool: "boolean", int: "long", float: "double"}
SCRIPT = """\
#!/bin/sh
# Import this folder into a database of Neo4j 5 that is not there yet: ./import.sh [DATABASE [OPTION...]]
# The server does not run meanwhile. Start it then, and run after-import.cypher with cypher-shell or Browser.
set -eu
cd "$(dirname "$0")"
database="${1:-neo4j}"
[ $# -eq 0 ] || shift
exec "${NEO4J_ADMIN:-neo4j-admin}" database import full @import.args "$@" "$database"
"""
ARGUMENTS = ("--multiline-fields=true", "--bad-tolerance=0")


class Row(NamedTuple):
    """A line: which node, or which two, and the properties."""

    ids: tuple[str, ...]
    properties: Properties


@dataclass(frozen=True, slots=True)
class Table:
    """A file of nodes of one label, or of relationships of one kind between two labels; `ids` are the heads of the
    columns that say which node, or which two, and `types` those of the properties, by name."""

    option: str
    name: str
    ids: tuple[str, ...]
    label: str
    types: dict[str, str]
    rows: tuple[Row, ...]

    @property
    def head(self) -> str:
        """The first line."""
        last = ":LABEL" if self.option == "nodes" else ":TYPE"
        return ",".join((*self.ids, *(f"{name}:{type}" for name, type in self.types.items()), last))

    @property
    def repairs(self) -> Iterator[str]:
        """Statements that write the empty lists."""
        pattern = f"(x:{self.label})" if self.option == "nodes" else f"()-[x:{self.label}]->()"
        for name in (name for name, type in self.types.items() if type.endswith("[]")):
            yield f"MATCH {pattern} WHERE x.{name} IS NULL SET x.{name} = []"


def write(graph: PolicyGraph, folder: Path) -> None:
    """Fill an empty folder. Raises InputError where lists hold every sign that could stand between their items."""
    found = stored(graph)
    tables, delimiter = [*_tables(found)], _delimiter(found)
    buffer = max([BUFFER, *(2 * _fill(folder / table.name, table, chr(delimiter)) for table in tables)])
    options = (f"--array-delimiter=U+{delimiter:04X}", f"--read-buffer-size={buffer}", *ARGUMENTS)
    _lines(folder / "import.args", (*(f"--{table.option}={table.name}" for table in tables), *options))
    repairs = dict.fromkeys(statement for table in tables for statement in table.repairs)
    _lines(
        folder / "after-import.cypher",
        (f"{statement};" for statement in (*cypher.schema(), *repairs, *cypher.levels())),
    )
    (folder / "import.sh").write_text(SCRIPT, encoding="utf-8")
    (folder / "import.sh").chmod(0o755)


def _lines(file: Path, lines: Iterable[str]) -> None:
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _tables(found: Stored) -> Iterator[Table]:
    for label, nodes in cypher.grouped(found.nodes, lambda node: node.label):
        rows = tuple(Row((node.id,), node.properties) for node in nodes)
        yield Table("nodes", f"{label.lower()}.csv", (f"id:ID({label})",), label, _types(rows), rows)
    for (kind, source, target), edges in cypher.grouped(found.edges, lambda e: (e.kind, e.source[0], e.target[0])):
        rows = tuple(Row((edge.source[1], edge.target[1]), edge.properties) for edge in edges)
        ids = f":START_ID({source})", f":END_ID({target})"
        yield Table("relationships", f"{kind}_{source}_{target}.csv".lower(), ids, kind, _types(rows), rows)


def _types(rows: Iterable[Row]) -> dict[str, str]:
    """The properties of these rows, each with the type of its values."""
    return {name: _type(value) for row in rows for name, value in row.properties.items()}


def _type(value: Any) -> str:
    return "string[]" if isinstance(value, list) else TYPES[type(value)]


def _delimiter(found: Stored) -> int:
    """The first of DELIMITERS that stands in no list."""
    properties = (*(node.properties for node in found.nodes), *(edge.properties for edge in found.edges))
    values = (value for item in properties for value in item.values())
    taken = {ord(sign) for value in values if isinstance(value, list) for text in value for sign in text}
    free: int | None = next((code for code in DELIMITERS if code not in taken), None)
    if free is None:
        raise InputError("no sign is left that could stand between the items of lists")
    return free


def _fill(file: Path, table: Table, delimiter: str) -> int:
    """Write a table. Returns the bytes of its longest row."""
    longest = 0
    with file.open("wb") as stream:
        stream.write(f"{table.head}\n".encode())
        for row in table.rows:
            values = (*row.ids, *(row.properties.get(name) for name in table.types), table.label)
            line = ",".join(_field(value, delimiter) for value in values).encode() + b"\n"
            longest = max(longest, len(line))
            stream.write(line)
    return longest


def _field(value: Any, delimiter: str) -> str:
    """A value in quotes; nothing at all for what is not there."""
    if value is None:
        return ""
    text = delimiter.join(value) if isinstance(value, list) else str(value)
    text = text.lower() if isinstance(value, bool) else text
    return f'"{text.replace(QUOTE, QUOTE + QUOTE)}"'
