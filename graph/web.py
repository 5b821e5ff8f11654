"""All loaded documents with the links that hold between their clauses, for questions that follow many at once."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal, Self, TypeVar

from graph import records
from graph.carrying import joins_by_measure
from graph.facts import citations_of
from graph.keeping import kept
from graph.model import LEVELS, Assignment, Citation, Clause, Document, Indicator, Level, Organization, PolicyGraph
from graph.queries import Reader, Row
from graph.standing import cites_it, hindrance
from graph.walks import Joins

Way = Literal["up", "down"]
Fact = TypeVar("Fact")
HOLDING = ("proposed", "confirmed")
LESS = ("partial", "lowered")
"""How a link carries less than what is asked above."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A way from a clause to the clause `end` over links that carry the same measures, the link at the clause first."""

    end: str
    path: tuple[Row, ...]

    @property
    def whole(self) -> bool:
        """Whether no link on the way carries less than what is asked above it."""
        return all(row["carried"] not in LESS for row in self.path)


@dataclass(frozen=True, slots=True)
class Web:
    """Documents by id, their clauses in order, by id and by document (`within`), region names by code, the links by
    their upper and lower ends, how many near misses a clause has below and above it, and what stands in each clause
    (`children`)."""

    documents: Mapping[str, Document]
    clauses: Mapping[str, Clause]
    within: Mapping[str, Sequence[Clause]]
    regions: Mapping[str, str]
    below: Mapping[str, Sequence[Row]]
    above: Mapping[str, Sequence[Row]]
    near_below: Mapping[str, int]
    near_above: Mapping[str, int]
    joins: Joins
    texts: Mapping[str, str]
    children: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, now: Reader) -> Self:
        """All that is loaded."""
        documents = [records.fact(Document, row) for row in now.run("read/documents")]
        ids = [document.id for document in documents]
        clauses = [records.fact(Clause, row) for row in now.run("read/clauses", documents=ids)]
        regions = {row["code"]: row["name"] for row in now.run("browse/regions")}
        return cls._made(documents, clauses, regions, now.run("read/links_up", documents=ids))

    @classmethod
    def of_graph(cls, graph: PolicyGraph) -> Self:
        """All of a graph that is no longer, or not yet, in a store."""
        clauses = [clause for facts in graph.documents for clause in facts.clauses]
        regions = {region.code: region.name for facts in graph.documents for region in facts.regions}
        known = {clause.id for clause in clauses}
        links = [*graph.links, *(link for facts in graph.documents for link in facts.links)]
        rows = [
            records.relationship(link) | {"source": link.source, "target": link.target}
            for link in links
            if {link.source, link.target} <= known
        ]
        return cls._made([facts.document for facts in graph.documents], clauses, regions, rows)

    @classmethod
    def _made(
        cls, documents: Iterable[Document], clauses: Sequence[Clause], regions: Mapping[str, str], found: Sequence[Row]
    ) -> Self:
        links = [row for row in found if row["status"] in HOLDING]
        candidates = [row for row in found if row["status"] == "candidate"]
        texts = {clause.id: clause.text for clause in clauses}
        return cls(
            documents={document.id: document for document in documents},
            clauses={clause.id: clause for clause in clauses},
            within=_within(clauses),
            regions=regions,
            below=_grouped(links, "target"),
            above=_grouped(links, "source"),
            near_below=Counter(row["target"] for row in candidates),
            near_above=Counter(row["source"] for row in candidates),
            joins=joins_by_measure(texts),
            texts=texts,
            children=_children(clauses),
        )

    def of_document(self, document: str) -> list[Clause]:
        """The clauses of a document in order."""
        return list(self.within.get(document, ()))

    def document_of(self, clause: str) -> Document:
        """The document in which a clause stands."""
        return self.documents[self.clauses[clause].document]

    def passages(self, clause: str, way: Way) -> Iterator[Passage]:
        """The ways from a clause to all that it derives from (up) or that derives from it (down), for each link at the
        clause the shortest way to each link on."""
        links, end = (self.below, "source") if way == "down" else (self.above, "target")
        for first in links.get(clause, ()):
            seen = {(first["source"], first["target"])}
            found = [Passage(first[end], (first,))]
            for passage in found:  # grows while it is walked over
                yield passage
                for row in links.get(passage.end, ()):
                    ends = (row["source"], row["target"])
                    pair = (row, passage.path[-1]) if way == "down" else (passage.path[-1], row)
                    if ends not in seen and row[end] != clause and self.joins(*pair):
                        seen.add(ends)
                        found.append(Passage(row[end], (*passage.path, row)))

    def inside(self, clause: Clause) -> Iterator[Clause]:
        """The clauses inside a clause."""
        for child in self.children.get(clause.id, ()):
            yield self.clauses[child]
            yield from self.inside(self.clauses[child])

    def internal(self, clause: str) -> list[str]:
        """The rows that break the clause down, and the clauses that it breaks down as a row."""
        rows = [row["source"] for row in self.below.get(clause, ()) if row["scope"] == "internal"]
        return rows + [row["target"] for row in self.above.get(clause, ()) if row["scope"] == "internal"]

    def region_name(self, document: Document) -> str | None:
        """The name of the region that a document is for, its code where no name is known."""
        return self.regions.get(document.region, document.region) if document.region else None


def citations(now: Reader, documents: Sequence[str]) -> dict[str, list[Citation]]:
    """What these documents cite."""
    return _facts(citations_of(now, documents), Citation)


def can_carry_out(web: Web, document: str, cited: Mapping[str, Sequence[Citation]]) -> list[Document]:
    """The loaded documents that can carry out `document`, or have a link that does, from the nation down; `cited` is
    what each document cites."""
    target = web.documents[document]
    linked = {web.clauses[row["source"]].document for row in _links_to(web, document) if row["scope"] == "between"}
    found = [
        item
        for item in web.documents.values()
        if item.id != document
        and (item.id in linked or hindrance(item, target, cites=cites_it(cited.get(item.id, ()), target)) is None)
    ]
    return sorted(found, key=lambda item: (rank(item.level), item.region or "", item.id))


def follows(web: Web, now: Reader, document: str, above: str) -> bool:
    """Whether a document cites the one above, or a clause of it carries out one of that."""
    linked = any(web.clauses[row["source"]].document == document for row in _links_to(web, above))
    return linked or cites_it(citations(now, [document]).get(document, ()), web.documents[above])


def indicators(now: Reader, documents: Iterable[str]) -> dict[str, list[Indicator]]:
    """The quantities that the clauses of these documents state, by clause."""
    return _facts(now.run("read/indicators", documents=list(documents)), Indicator, "source")


def all_citations(now: Reader) -> dict[str, list[Citation]]:
    """What all loaded documents cite; to be kept."""
    return citations(now, list(kept(now, Web.of).documents))


def all_indicators(now: Reader) -> dict[str, list[Indicator]]:
    """The quantities of all clauses; to be kept."""
    return indicators(now, kept(now, Web.of).documents)


def assignments(now: Reader, documents: Iterable[str]) -> dict[str, list[Assignment]]:
    """Who must do the clauses of these documents, by clause."""
    return _facts(now.run("read/assignments", documents=list(documents)), Assignment, "source")


def organizations(now: Reader, documents: Iterable[str]) -> dict[str, list[Organization]]:
    """The organizations that these documents name, by document."""
    return _facts(now.run("read/organizations", documents=list(documents)), Organization)


def rank(level: Level | None) -> int:
    """The place of a level from the nation down; what is unknown comes last."""
    return LEVELS.index(level) if level else len(LEVELS)


def _links_to(web: Web, document: str) -> Iterator[Row]:
    return (row for clause in web.of_document(document) for row in web.below.get(clause.id, ()))


def _within(clauses: Iterable[Clause]) -> dict[str, list[Clause]]:
    found: dict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        found[clause.document].append(clause)
    return found


def _children(clauses: Iterable[Clause]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for clause in clauses:
        if clause.parent:
            found[clause.parent].append(clause.id)
    return found


def _grouped(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found


def _facts(rows: Iterable[Row], cls: type[Fact], key: str = "document") -> dict[str, list[Fact]]:
    read: Callable[[Row], Fact] = partial(records.fact, cls)
    return {name: [read(row) for row in found] for name, found in _grouped(rows, key).items()}
