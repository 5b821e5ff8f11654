"""Facts read back from a store: what went in comes out, in canonical order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from graph import records
from graph.canonical import canonical_links
from graph.decisions import decisions
from graph.errors import UnknownReference
from graph.model import (
    Assignment,
    Citation,
    Clause,
    Discrepancy,
    Document,
    DocumentFacts,
    Implements,
    Indicator,
    Organization,
    PolicyGraph,
    Region,
)
from graph.queries import Reader, Row

Fact = TypeVar("Fact")

DOCUMENTS_AT_ONCE = 32
"""Whole documents that are read together."""


def read_graph(reader: Reader) -> PolicyGraph:
    """All loaded documents, the links between them, and what people decided."""
    documents = tuple(read_documents(reader))
    ids = [facts.document.id for facts in documents]
    links = [records.fact(Implements, row) for row in reader.run("read/links_up", documents=ids)]
    between = canonical_links(link for link in links if link.scope == "between")
    return PolicyGraph(documents, between, decisions(reader))


def read_document(reader: Reader, id: str) -> DocumentFacts:
    """What a loaded document brought in. Raises UnknownReference."""
    rows = [row for row in reader.run("read/document", document=id) if row["loaded"]]
    if not rows:
        raise UnknownReference(id)
    return next(_documents(reader, rows))


def read_documents(reader: Reader) -> Iterator[DocumentFacts]:
    """What each loaded document brought in, by id. Its citations name the documents that they turned out to mean."""
    return _documents(reader, reader.run("read/documents"))


def documents_of(reader: Reader, ids: Sequence[str]) -> Iterator[DocumentFacts]:
    """What those of these documents that are loaded brought in; DOCUMENTS_AT_ONCE are held at a time."""
    for start in range(0, len(ids), DOCUMENTS_AT_ONCE):
        yield from _documents(reader, reader.run("read/documents_of", ids=ids[start : start + DOCUMENTS_AT_ONCE]))


def citations_of(reader: Reader, documents: Sequence[str]) -> list[Row]:
    """What these documents and their clauses cite, each document's as the text has it."""
    queries = ("read/document_citations", "read/clause_citations")
    rows = (row for query in queries for row in reader.run(query, documents=documents))
    return sorted(rows, key=lambda row: (row["document"], row["rank"]))


def _documents(reader: Reader, rows: Iterable[Row]) -> Iterator[DocumentFacts]:
    documents = list(rows)
    ids = [row["id"] for row in documents]

    def parts(query: str, cls: type[Fact]) -> dict[str, list[Fact]]:
        return _by_document(reader.run(query, documents=ids), cls)

    clauses, regions, organizations = (
        parts("read/clauses", Clause),
        parts("read/regions", Region),
        parts("read/organizations", Organization),
    )
    assignments, indicators = parts("read/assignments", Assignment), parts("read/indicators", Indicator)
    discrepancies = parts("read/discrepancies", Discrepancy)
    citations = _by_document(citations_of(reader, ids), Citation)
    links = _internal(reader.run("read/links_up", documents=ids))
    for row in documents:
        id = row["id"]
        yield DocumentFacts(
            document=records.fact(Document, row),
            clauses=tuple(clauses[id]),
            regions=tuple(regions[id]),
            organizations=tuple(organizations[id]),
            assignments=tuple(assignments[id]),
            indicators=tuple(indicators[id]),
            citations=tuple(citations[id]),
            links=canonical_links(links[id]),
            discrepancies=tuple(discrepancies[id]),
            doubts=records.doubts(row["doubts"]),
        )


def _by_document(rows: Iterable[Row], cls: type[Fact]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for row in rows:
        found[row["document"]].append(records.fact(cls, row))
    return found


def _internal(rows: Iterable[Row]) -> dict[str, list[Implements]]:
    found: dict[str, list[Implements]] = defaultdict(list)
    for row in rows:
        if row["scope"] == "internal":
            found[row["document"]].append(records.fact(Implements, row))
    return found
