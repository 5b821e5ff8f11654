"""Answers that the command line and HTTP share beyond those of graph.questions, and answers as JSON."""

import json
from dataclasses import dataclass, fields
from typing import Any, Literal

from graph.ids import split_clause_id

ExportFormat = Literal["jsonl", "json", "graphml", "gexf", "cytoscape", "cypher", "jsonld"]
"""The names of graph.export.FORMATS, which takes long to import."""
PictureFormat = Literal["svg", "png", "pdf", "html", "dot", "mermaid", "graphml", "gexf", "cytoscape", "drawio"]
"""The names of graph.drawing.PICTURES, which takes as long."""
AnyFormat = Literal[ExportFormat, "neo4j-import", "xlsx", "csv"]
"""Those, the names of graph.export.FOLDERS, and the tables of api.workbook."""
ReportFormat = Literal["html", "docx", "json"]
SheetName = Literal[
    "about",
    "documents",
    "tasks",
    "sources",
    "clauses",
    "targets",
    "sums",
    "units",
    "links",
    "discrepancies",
    "doubts",
    "definitions",
]
"""The tables of api.workbook, in order."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a reference means; `address` is that of a clause."""

    id: str
    kind: Literal["document", "clause"]
    document: str
    address: str | None

    @classmethod
    def of(cls, id: str) -> "Resolved":
        """The parts of a document's or clause's id."""
        try:
            document, address = split_clause_id(id)
        except ValueError:
            return cls(id, "document", id, None)
        return cls(id, "clause", document, address)


@dataclass(frozen=True, slots=True)
class Health:
    """That all is well: what is not well is a problem."""

    status: Literal["ok"] = "ok"


@dataclass(frozen=True, slots=True)
class DecisionsRead:
    """How many decisions a file has, and how many of them were taken in: those that were newer."""

    read: int
    taken: int


def to_json(answer: object) -> str:
    """An answer as people and programs read it: UTF-8 as it is, fields in the order of the dataclass."""
    return json.dumps(answer, ensure_ascii=False, indent=2, default=_fields)


def _fields(value: Any) -> dict[str, Any]:
    return {field.name: getattr(value, field.name) for field in fields(value)}
