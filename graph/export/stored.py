"""A policy graph as the nodes and relationships that a store keeps: what is imported past a store is the same graph."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from graph import records
from graph.canonical import canonical
from graph.citing import Citable, number_key, target_of, title_key
from graph.decisions import id_of
from graph.model import Citation, DocumentFacts, Implements, PolicyGraph
from graph.records import Properties

OWNED: Properties = {"cascade": True}  # what a store writes on every node of its own
LIKELY = 0.5  # a link with less was a candidate: as write/decide.cypher says


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its label, its id, which is unique among those of the label, and its other properties."""

    label: str
    id: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship between two nodes, each by label and id. Those with a rank may join the same two nodes often."""

    kind: str
    source: tuple[str, str]
    target: tuple[str, str]
    properties: Properties


@dataclass(frozen=True, slots=True)
class Stored:
    """Nodes and relationships, in an order that follows from the graph alone."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def stored(graph: PolicyGraph) -> Stored:
    """What a store that loaded this graph would hold. Properties that say nothing are left out, as stores do."""
    graph = canonical(graph)
    cites = list(_cites(graph))
    nodes = {(node.label, node.id): node for node in _nodes(graph, cites)}
    edges = (*_edges(graph), *_links(graph), *cites)
    return Stored(tuple(nodes.values()), tuple(e for e in edges if e.source in nodes and e.target in nodes))


def _node(label: str, id: str, properties: Properties) -> Node:
    given = properties | OWNED
    return Node(label, id, {name: v for name, v in given.items() if v is not None and name != "id"})


def _nodes(graph: PolicyGraph, cites: Iterable[Edge]) -> Iterator[Node]:
    for facts in graph.documents:
        yield _node("Document", facts.document.id, records.document_properties(facts))
        yield from (_node("Region", region.code, records.properties(region)) for region in facts.regions)
        yield from (_node("Organization", item.id, records.properties(item)) for item in facts.organizations)
        yield from (_node("Clause", clause.id, records.properties(clause)) for clause in facts.clauses)
        for rank, item in enumerate(facts.indicators):
            yield _node("Indicator", item.id, records.properties(item) | {"rank": rank})
    yield from _stubs(graph, cites)
    for decision in graph.decisions:
        yield _node("Decision", id_of(decision.source, decision.target), records.properties(decision))


def _stubs(graph: PolicyGraph, cites: Iterable[Edge]) -> Iterator[Node]:
    """Documents that are only cited, each with the first of the titles that it is cited by."""
    titles: dict[str, set[str]] = defaultdict(set)
    for edge in cites:
        title = edge.properties.get("title")
        titles[edge.target[1]].update([title] if title is not None else ())
    for id in sorted(titles.keys() - {facts.document.id for facts in graph.documents}):
        yield _node("Document", id, records.stub_properties(id, min(titles[id], default=None)))


def _edges(graph: PolicyGraph) -> Iterator[Edge]:
    regions = {region.code: region for facts in graph.documents for region in facts.regions}
    for region in regions.values():
        yield _edge("PART_OF", ("Region", region.code), ("Region", region.parent or ""))
    for facts in graph.documents:
        yield from _edges_of(facts)


def _edges_of(facts: DocumentFacts) -> Iterator[Edge]:
    document = ("Document", facts.document.id)
    for region in facts.regions:
        yield _edge("MENTIONS", document, ("Region", region.code))
    for organization in facts.organizations:
        yield _edge("MENTIONS", document, ("Organization", organization.id))
    yield _edge("APPLIES_TO", document, ("Region", facts.document.region or ""))
    for clause in facts.clauses:
        yield _edge("CONTAINS", ("Clause", clause.parent) if clause.parent else document, ("Clause", clause.id))
    for item in facts.indicators:
        yield _edge("QUANTIFIES", ("Clause", item.source), ("Indicator", item.id))
    for rank, task in enumerate(facts.assignments):
        yield _edge("ASSIGNED_TO", ("Clause", task.source), ("Organization", task.target), task, rank=rank)
    for rank, found in enumerate(facts.discrepancies):
        yield _edge("DIFFERS_FROM", ("Clause", found.a), ("Clause", found.b), found, rank=rank)


def _edge(kind: str, source: tuple[str, str], target: tuple[str, str], fact: Any = None, **more: Any) -> Edge:
    properties = (records.relationship(fact) if fact else {}) | more
    return Edge(kind, source, target, {name: v for name, v in properties.items() if v is not None})


def _links(graph: PolicyGraph) -> Iterator[Edge]:
    """Links with the statuses that people decided; what the rules said is kept beside, where the link is theirs."""
    decided = {(item.source, item.target): item.status for item in graph.decisions}
    for link in (*(link for facts in graph.documents for link in facts.links), *graph.links):
        status = decided.get((link.source, link.target))
        found = _found(link) if status and link.method != "hand" else None
        given = replace(link, status=status or link.status)
        yield _edge("IMPLEMENTS", ("Clause", link.source), ("Clause", link.target), given, found=found)


def _found(link: Implements) -> str:
    if link.status in ("candidate", "proposed"):
        return link.status
    return "candidate" if link.score < LIKELY or link.reason else "proposed"


def _cites(graph: PolicyGraph) -> Iterator[Edge]:
    """Citations, each to the document that it means among those of the graph."""
    known = _Citables(graph)
    clauses = {clause.id for facts in graph.documents for clause in facts.clauses}
    for facts in graph.documents:
        for rank, citation in enumerate(facts.citations):
            source = ("Clause" if citation.source in clauses else "Document", citation.source)
            target, keys = ("Document", known.target(citation)), records.citation_keys(citation)
            yield _edge("CITES", source, target, citation, rank=rank, **keys)


class _Citables:
    """The documents of a graph by what citations may call them."""

    def __init__(self, graph: PolicyGraph) -> None:
        self._by_key: dict[str, list[Citable]] = defaultdict(list)
        for facts in graph.documents:
            document = facts.document
            titles = title_key(document.title) or "", title_key(document.notice_title)
            for key in records.keys_of(document):
                self._by_key[key].append(Citable(document.id, document.number, *titles))

    def target(self, citation: Citation) -> str:
        """The id of the document that a citation means."""
        keys = {number_key(citation.number), title_key(citation.title)} - {None}
        found = {item.id: item for key in keys for item in self._by_key.get(key or "", ())}
        return target_of(citation, [found[id] for id in sorted(found)])
