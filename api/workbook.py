"""The whole graph as tables (台账): a sheet each for documents, tasks, what they derive from, clauses, figures, units,
links and doubts, whose cells lead to one another."""

from collections.abc import Mapping

from api import workbook_facts as facts
from api import workbook_tables as tables
from api.answers import SheetName
from api.page.words import Language
from api.sheets import Sheet
from api.workbook_about import about
from api.workbook_cells import Book
from graph.ledger import Ledger

MADE: Mapping[SheetName, tables.Table] = {
    "documents": tables.documents,
    "tasks": tables.tasks,
    "sources": tables.sources,
    "clauses": tables.clauses,
    "targets": tables.targets,
    "sums": tables.sums,
    "units": facts.units,
    "links": facts.links,
    "discrepancies": facts.discrepancies,
    "doubts": facts.doubts,
    "definitions": facts.definitions,
}
"""What makes each sheet, in order. Before them stands what they are: about."""


def workbook(ledger: Ledger, language: Language = "zh") -> dict[SheetName, Sheet]:
    """All sheets by name, with heads and words in this language."""
    book = Book.of(ledger, language)
    sheets: dict[SheetName, Sheet] = {name: make(book) for name, make in MADE.items()}
    return {"about": about(book, sheets), **sheets}
