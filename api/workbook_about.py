"""The first sheet of the workbook: what each sheet holds in how many rows, how to read it, what it does not know."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version

from api.answers import SheetName
from api.page.words import word
from api.sheets import Cell, Jump, Sheet
from api.workbook_cells import Book
from graph.ledger import Ledger


@dataclass(frozen=True, slots=True)
class _Line:
    item: Cell
    count: int | None
    meaning: str


def about(book: Book, sheets: Mapping[SheetName, Sheet]) -> Sheet:
    """The sheet that says what the others (`sheets`, by name) are."""
    return book.sheet(
        "about",
        [
            ("项目", "item", lambda line: line.item),
            ("数量", "count", lambda line: line.count),
            ("说明", "meaning", lambda line: line.meaning),
        ],
        _lines(book, sheets),
        fixed=1,
    )


def _lines(book: Book, sheets: Mapping[SheetName, Sheet]) -> Iterator[_Line]:
    for name, sheet in sheets.items():
        head = Jump(sheet.name, sheet.name, -1)
        yield _Line(head, len(sheet.rows), word(f"about sheet {name}", book.language))
    for key, count in _unknown(book.ledger).items():
        yield _said(book, key, count)
    rules = sorted({item.link.rules for item in book.ledger.links if item.link.rules})
    yield _said(book, "reading", None)
    yield _said(book, "made", None, program=version("policy-cascade"), rules=book.listed(rules) or "—")


def _said(book: Book, key: str, count: int | None, **values: str) -> _Line:
    item, meaning = word(f"about {key}", book.language), word(f"about {key} is", book.language, **values)
    return _Line(item, count, meaning)


def _unknown(ledger: Ledger) -> dict[str, int]:
    """How much there is that the workbook does not know, or leaves out of its counts."""
    status = [item.link.status for item in ledger.links]
    return {
        "unloaded": len(ledger.cited),
        "exempt": sum(bool(item.exempt) for each in ledger.covered.values() for item in each.clauses),
        "nobody": sum(not task.units for task in ledger.tasks),
        "proposed": status.count("proposed"),
        "candidate": status.count("candidate"),
    }
