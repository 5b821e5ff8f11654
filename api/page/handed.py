"""The organizations of a clause as a reader takes them in: each once, and together what one row hands out."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from graph.answers import Unit
from graph.model import Role

GRAVEST: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Handed:
    """Organizations that the same rows of the document's task list name; no rows where the clause itself does."""

    units: tuple[Unit, ...]
    rows: tuple[str, ...]


def handed(units: Iterable[Unit]) -> tuple[Handed, ...]:
    """The organizations in their order, each once in the first role that it has anywhere (lead before responsible);
    what the clause itself names needs no row."""
    named: dict[str, list[Unit]] = {}
    for unit in units:
        named.setdefault(unit.name, []).append(unit)
    together: dict[tuple[str, ...], list[Unit]] = {}
    for found in named.values():
        rows = dict.fromkeys(unit.through for unit in found if unit.through)
        key = () if any(unit.through is None for unit in found) else tuple(rows)
        together.setdefault(key, []).append(min(found, key=lambda unit: GRAVEST.index(unit.role)))
    return tuple(Handed(tuple(found), rows) for rows, found in together.items())
