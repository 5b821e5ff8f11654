"""The organizations of a clause as a reader takes them in: once for each role, those of one row together."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.answers import Unit
from graph.model import Role


@dataclass(frozen=True, slots=True)
class Handed:
    """Organizations that the same rows of the document's task list name; no rows where the clause itself does."""

    units: tuple[Unit, ...]
    rows: tuple[str, ...]


def handed(units: Iterable[Unit]) -> tuple[Handed, ...]:
    """The organizations in their order, each once for a role, with all rows that give it this role; for what the clause
    itself names no row is needed."""
    named: dict[tuple[str, Role], list[Unit]] = {}
    for unit in units:
        named.setdefault((unit.name, unit.role), []).append(unit)
    together: dict[tuple[str, ...], list[Unit]] = {}
    for found in named.values():
        rows = tuple(dict.fromkeys(unit.through for unit in found if unit.through))
        itself = any(unit.through is None for unit in found)
        together.setdefault(() if itself else rows, []).append(found[0])
    return tuple(Handed(tuple(found), rows) for rows, found in together.items())
