"""A policy graph as a networkx graph, which the formats of other programs are written from.

Nodes have `kind` and `label`, edges the relationship's name as both; other attributes are text, numbers or booleans,
and absent where there is nothing to say. Links that are none (candidate, rejected) are there with their status.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import networkx as nx

from graph import codec
from graph.canonical import canonical
from graph.model import Clause, Document, DocumentFacts, Evidence, Implements, PolicyGraph, Span
from graph.xml_text import xml_text

Attributes = dict[str, Any]
Edge = tuple[str, str, str, Attributes]
LABEL_LENGTH = 24  # characters: what a drawing has room for
NAMES = {"type": "clause_type", "value": "quantity", "value_max": "quantity_max"}  # formats use these names themselves
LEFT_OUT = frozenset({"id", "source", "target", "a", "b", "lines"})  # ends of edges, and the map of source lines


def to_networkx(graph: PolicyGraph) -> "nx.MultiDiGraph[str]":
    """Nodes and edges, in canonical order: documents (cited ones too), clauses, organizations, indicators, regions."""
    graph = canonical(graph)
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for facts in graph.documents:
        _add_nodes(made, facts)
    for facts in graph.documents:
        _add_edges(made, _edges(facts))
    _add_edges(made, (_link(link) for link in graph.links))
    return made


def _add_nodes(made: "nx.MultiDiGraph[str]", facts: DocumentFacts) -> None:
    made.add_node(xml_text(facts.document.id), **_node("document", facts.document.title, facts.document))
    for clause in facts.clauses:
        made.add_node(xml_text(clause.id), **_node("clause", _label(clause), clause))
    for organization in facts.organizations:
        id = xml_text(organization_node(organization.id))
        made.add_node(id, **_node("organization", organization.id, organization))
    for indicator in facts.indicators:
        made.add_node(xml_text(indicator.id), **_node("indicator", indicator.span.text, indicator))
    for region in facts.regions:
        made.add_node(xml_text(region_node(region.code)), **_node("region", region.name, region))


def organization_node(name: str) -> str:
    """The node of an organization: its name could be a document's too."""
    return f"organization:{name}"


def region_node(code: str) -> str:
    """The node of a region."""
    return f"region:{code}"


def _label(clause: Clause) -> str:
    said = clause.heading or clause.text
    return f"{clause.address} {said[:LABEL_LENGTH]}{'…' if len(said) > LABEL_LENGTH else ''}"


def _node(kind: str, label: str, fact: Any) -> Attributes:
    return {"kind": kind, "label": xml_text(label), **_attributes(fact)}


def _attributes(fact: Any) -> Attributes:
    """The fields of a fact but its id and ends, as text, numbers and booleans."""
    flat = {name: _flat(value) for name, value in codec.values_of(fact).items() if name not in LEFT_OUT}
    names = NAMES | {name: f"{type(fact).__name__.lower()}_{name}" for name in ("kind", "weight")}
    return {names.get(name, name): value for name, value in flat.items() if value not in (None, "")}


def _flat(value: Any, *, within: bool = True) -> str | float | bool | None:
    if isinstance(value, tuple):
        return ("；" if within else "：").join(str(_flat(item, within=False)) for item in value)
    if isinstance(value, Span):
        return xml_text(value.text)
    if isinstance(value, Evidence):
        return xml_text(f"{value.source.text} → {value.target.text}")
    return xml_text(value) if isinstance(value, str) else value


def _edges(facts: DocumentFacts) -> Iterator[Edge]:
    document = facts.document
    for region in facts.regions:
        if region.parent:
            yield region_node(region.code), region_node(region.parent), "PART_OF", {}
    if document.region:
        yield document.id, region_node(document.region), "APPLIES_TO", {}
    for clause in facts.clauses:
        yield clause.parent or document.id, clause.id, "CONTAINS", {}
    for assignment in facts.assignments:
        yield assignment.source, organization_node(assignment.target), "ASSIGNED_TO", _attributes(assignment)
    for indicator in facts.indicators:
        yield indicator.source, indicator.id, "QUANTIFIES", {}
    for citation in facts.citations:
        yield citation.source, citation.target, "CITES", _attributes(citation)
    for item in facts.discrepancies:
        yield item.a, item.b, "DIFFERS_FROM", _attributes(item)
    for link in facts.links:
        yield _link(link)


def _link(link: Implements) -> Edge:
    return link.source, link.target, "IMPLEMENTS", _attributes(link)


def _add_edges(made: "nx.MultiDiGraph[str]", edges: Iterable[Edge]) -> None:
    """Add edges, each with a key that no other has; ends that are not there become nodes where a citation leads to
    them, and else the edge falls away. Regions are joined once, however many documents mention them."""
    for given, aim, kind, attributes in edges:
        source, target = xml_text(given), xml_text(aim)
        if kind == "CITES" and target not in made:
            stub = _stub(target, attributes)
            made.add_node(target, **_node("document", stub.title, stub))
        if source in made and target in made and not (kind == "PART_OF" and made.has_edge(source, target)):
            made.add_edge(source, target, key=f"e{made.number_of_edges()}", kind=kind, label=kind, **attributes)


def _stub(id: str, citation: Mapping[str, Any]) -> Document:
    return Document(id, citation.get("title", id), citation.get("number"), loaded=False)
