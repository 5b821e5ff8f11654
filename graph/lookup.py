"""What questions look up in a store: the clause that people mean, and clauses as answers show them with what hangs on
them."""

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from graph import ids, records
from graph.answers import ClauseCard, LinkStep, Unit
from graph.errors import AmbiguousReference, InputError, UnknownReference
from graph.model import Document, Indicator
from graph.queries import Reader, Row

Fact = TypeVar("Fact")


def meant(now: Reader, text: str) -> str:
    """The id of the document or clause that `text` means: see graph.ids.resolve. Loaded documents come before those
    that are only cited. Raises UnknownReference, AmbiguousReference."""
    if now.run("browse/cards", clauses=[text]):
        return text
    rows = now.run("read/names")
    loaded = [row for row in rows if row["loaded"]]
    try:
        return _resolve(now, text, loaded)
    except UnknownReference:
        if len(loaded) == len(rows):
            raise
    return _resolve(now, text, rows)


def _resolve(now: Reader, text: str, rows: Iterable[Row]) -> str:
    names = {row["id"]: [name for name in (row["number"], row["title"], row["notice_title"]) if name] for row in rows}
    return ids.resolve(text, names, lambda document: _addresses(now, document))


def _addresses(now: Reader, document: str) -> list[str]:
    return [row["address"] for row in now.run("read/addresses", document=document)]


def document_of(now: Reader, id: str) -> Document:
    """The document with this id. Raises UnknownReference."""
    rows = now.run("read/document", document=id)
    if not rows:
        known = [row["id"] for row in now.run("read/names")]
        raise UnknownReference(id, difflib.get_close_matches(id, known, n=5, cutoff=0.3))
    return records.fact(Document, rows[0])


def card_of(now: Reader, id: str) -> ClauseCard:
    """The card of one clause. Raises UnknownReference, with clauses of the same document that look like it."""
    if cards := cards_of(now, [id]):
        return cards[0]
    document = id.rpartition("/")[0] or id
    known = [ids.clause_id(document, address) for address in _addresses(now, document)]
    if document == id:
        raise UnknownReference(f"a clause of {id}", known[:5])
    raise UnknownReference(id, difflib.get_close_matches(id, known, n=5, cutoff=0.3))


def cards_of(now: Reader, clauses: Sequence[str]) -> list[ClauseCard]:
    """The cards of these clauses, by document and order in it."""
    rows = now.run("browse/cards", clauses=clauses)
    return [ClauseCard(**{name: value for name, value in row.items() if name != "order"}) for row in rows]


def units_of(now: Reader, clauses: Sequence[str]) -> dict[str, tuple[Unit, ...]]:
    """Who must do these clauses: the bodies that each names, and those of the rows that break it down."""
    rows = now.run("lineage/units", clauses=clauses)
    found = _grouped(rows, "clause", lambda row: Unit(**{name: row[name] for name in Unit.__slots__}))
    for clause, units in found.items():
        named = {unit.name for unit in units if not unit.through}
        found[clause] = tuple(unit for unit in units if not unit.through or unit.name not in named)
    return found


def indicators_of(now: Reader, clauses: Sequence[str]) -> dict[str, tuple[Indicator, ...]]:
    """The quantities that these clauses state."""
    rows = now.run("lineage/indicators", clauses=clauses)
    return _grouped(rows, "source", lambda row: records.fact(Indicator, row))


def _grouped(rows: Iterable[Row], key: str, read: Callable[[Row], Fact]) -> dict[str, tuple[Fact, ...]]:
    found: dict[str, tuple[Fact, ...]] = defaultdict(tuple)
    for row in rows:
        found[row[key]] += (read(row),)
    return found


def step_of(row: Row) -> LinkStep:
    """The link in a row of lineage/above or lineage/below."""
    values: dict[str, Any] = {name: row[name] for name in LinkStep.__slots__}
    return LinkStep(**values | {"evidence": records.evidence(row["evidence"])})


def loaded_document(now: Reader, text: str) -> str:
    """The id of the loaded document that `text` means. Raises UnknownReference, AmbiguousReference, and InputError for
    a clause and for a document that is only cited."""
    id = meant(now, text)
    rows = now.run("read/document", document=id)
    if not rows:
        raise InputError(f"{id} is a clause: give its document")
    if not rows[0]["loaded"]:
        raise InputError(f"{id} is only cited: load it to see what follows from it")
    return id


def region_name(now: Reader, code: str | None) -> str | None:
    """The name of the region with this code, None where there is none."""
    return next((row["name"] for row in now.run("browse/regions") if row["code"] == code), None)


def region_code(now: Reader, region: str) -> str:
    """The code of the region with this code or name, the name's beginning where only one has it (示例 for 示例省)."""
    known: dict[str, str] = {row["code"]: row["name"] for row in now.run("browse/regions")}
    if region in known:
        return region
    same = [code for code, name in known.items() if name == region]
    fitting = same or [code for code, name in known.items() if len(region) > 1 and name.startswith(region)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise AmbiguousReference(region, [f"{code} {known[code]}" for code in fitting])
    near = difflib.get_close_matches(region, known.values(), n=5, cutoff=0.3)
    raise UnknownReference(f"region {region}", near)
