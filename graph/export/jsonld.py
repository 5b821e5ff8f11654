"""JSON-LD 1.1: documents and clauses in the terms of ELI, how links came about in those of PROV, quotations in those of
Web Annotation. What they have no term for is in a namespace of our own (pc, see graph.export.iris).

`pc:implements` joins clauses by the links that hold, `eli:implements` by those that a person confirmed, and
`pc:derivesFrom` a task to all that it derives from over several links (see graph.sources). A candidate or rejected link
is there as a statement alone.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any, Self

from graph.canonical import canonical
from graph.export.iris import CONTEXT, iri
from graph.model import (
    Assignment,
    Citation,
    Clause,
    Decision,
    Discrepancy,
    Document,
    DocumentFacts,
    Doubt,
    Evidence,
    Implements,
    Indicator,
    Organization,
    PolicyGraph,
    Region,
    Span,
)
from graph.sources import sources
from graph.web import HOLDING, Web
from graph.xml_text import xml_text

Node = dict[str, Any]
SOFTWARE = iri("agent", "policy-cascade")
CHINESE = "http://publications.europa.eu/resource/authority/language/ZHO"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
BASIS = frozenset({"依据", "贯彻落实", "按照"})
"""What the opening of a document does with those that it is based on; in a clause the same words may mean 违反《…》."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What hangs on clauses and documents, by their ids."""

    assignments: Mapping[str, Sequence[Assignment]]
    indicators: Mapping[str, Sequence[Indicator]]
    citations: Mapping[str, Sequence[Citation]]
    links: Mapping[str, Sequence[Implements]]
    derived: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, graph: PolicyGraph) -> Self:
        """That of a graph."""
        facts = graph.documents
        return cls(
            _by_source(item for each in facts for item in each.assignments),
            _by_source(item for each in facts for item in each.indicators),
            _by_source(item for each in facts for item in each.citations),
            _by_source(link for link in all_links(graph) if link.status in HOLDING),
            {task: [item.clause for item in found] for task, found in sources(Web.of_graph(graph)).items()},
        )


def write(graph: PolicyGraph, stream: IO[bytes]) -> None:
    """Write the graph, a node a line."""
    stream.write(f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": [\n'.encode())
    for place, node in enumerate(_nodes(canonical(graph))):
        stream.write((",\n" if place else "").encode())
        stream.write(json.dumps(_whole(node), ensure_ascii=False).encode())
    stream.write(b"\n]}\n")


def all_links(graph: PolicyGraph) -> list[Implements]:
    """The links within documents and between them."""
    return [*(link for facts in graph.documents for link in facts.links), *graph.links]


def _whole(value: Any) -> Any:
    """A node without what has nothing to say, its texts without what no program reads."""
    if isinstance(value, dict):
        return {name: _whole(item) for name, item in value.items() if item not in (None, "", [])}
    if isinstance(value, list):
        return [_whole(item) for item in value]
    return xml_text(value) if isinstance(value, str) else value


def _nodes(graph: PolicyGraph) -> Iterator[Node]:
    joined, links = Joined.of(graph), all_links(graph)
    for facts in graph.documents:
        yield _document(facts, joined)
        for clause in facts.clauses:
            yield _clause(clause, joined)
    yield from _cited_only(graph)
    yield from _places_and_bodies(graph)
    yield _software()
    yield from _activities(links)
    decided = {(item.source, item.target): item for item in graph.decisions}
    for link in links:
        yield _link(link, decided.get((link.source, link.target)))
    yield from _decisions(graph.decisions)
    yield from (_discrepancy(item, n) for each in graph.documents for n, item in enumerate(each.discrepancies, 1))


# documents and clauses ----------------------------------------------------------------------------------------------


def _document(facts: DocumentFacts, joined: Joined) -> Node:
    document = facts.document
    opening = {document.id, *(clause.id for clause in facts.clauses if clause.type == "paragraph")}
    basis = [item.target for item in facts.citations if item.source in opening and item.relation in BASIS]
    return _head(document) | {
        "eli:has_part": [iri("clause", clause.id) for clause in facts.clauses if clause.parent is None],
        "eli:based_on": _documents(basis),
        **_citing(joined.citations.get(document.id, ())),
        "pc:doubt": [_doubt(doubt) for doubt in facts.doubts],
    }


def _head(document: Document) -> Node:
    dates = {
        "eli:date_document": document.issued,
        "eli:date_publication": document.printed,
        "eli:first_date_entry_in_force": document.effective,
        "eli:date_no_longer_in_force": document.expires,
    }
    return {
        "@id": iri("document", document.id),
        "@type": "eli:LegalResource",
        "eli:id_local": document.id,
        "eli:number": document.number,
        "eli:type_document": iri("genre", document.genre) if document.genre else None,
        "eli:passed_by": [iri("organization", name) for name in document.issuers],
        "eli:jurisdiction": iri("region", document.region) if document.region else None,
        **{name: day for name, day in dates.items() if day and DAY.fullmatch(day)},
        "eli:is_realized_by": {
            "@id": iri("text", document.id),
            "@type": "eli:LegalExpression",
            "eli:title": _chinese(document.title),
            "eli:language": CHINESE,
        },
        "rdfs:label": _chinese(document.title),
        "pc:level": document.level,
        "pc:status": document.status,
        "pc:loaded": document.loaded,
    }


def _clause(clause: Clause, joined: Joined) -> Node:
    links = joined.links.get(clause.id, ())
    given = joined.assignments.get(clause.id, ())
    return {
        "@id": iri("clause", clause.id),
        "@type": "eli:LegalResourceSubdivision",
        "eli:id_local": clause.id,
        "eli:type_subdivision": iri("subdivision", clause.type),
        "eli:is_part_of": iri("clause", clause.parent) if clause.parent else iri("document", clause.document),
        "rdfs:label": _chinese(clause.heading or clause.address),
        "pc:within": iri("document", clause.document),
        "pc:address": clause.address,
        "pc:order": clause.order,
        "pc:text": _chinese(clause.text),
        "pc:task": clause.task,
        "pc:obligation": clause.obligation,
        "pc:assignedTo": list(dict.fromkeys(iri("organization", item.target) for item in given)),
        "pc:assignment": [_assignment(item) for item in given],
        "pc:states": [_indicator(item) for item in joined.indicators.get(clause.id, ())],
        **_citing(joined.citations.get(clause.id, ())),
        "pc:implements": [iri("clause", link.target) for link in links],
        "eli:implements": [iri("clause", link.target) for link in links if link.status == "confirmed"],
        "pc:derivesFrom": [iri("clause", above) for above in joined.derived.get(clause.id, ())],
    }


def _citing(citations: Sequence[Citation]) -> Node:
    """What is cited, and with which words."""
    return {
        "eli:cites": _documents(item.target for item in citations),
        "pc:citation": [
            {
                "@type": "pc:Citation",
                "pc:cited": iri("document", item.target),
                "pc:asWritten": item.as_written,
                "pc:relation": item.relation,
            }
            for item in citations
        ],
    }


def _documents(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(iri("document", id) for id in ids))


def _cited_only(graph: PolicyGraph) -> Iterator[Node]:
    """The documents that are cited and not there."""
    there = {facts.document.id for facts in graph.documents}
    found: dict[str, Document] = {}
    for item in (item for facts in graph.documents for item in facts.citations):
        if item.target not in there:
            found.setdefault(item.target, Document(item.target, item.title or item.target, item.number, loaded=False))
    return (_head(document) for document in found.values())


def _assignment(item: Assignment) -> Node:
    return {
        "@type": "pc:Assignment",
        "pc:organization": iri("organization", item.target),
        "pc:role": item.role,
        "pc:asWritten": item.as_written,
        "pc:others": item.others,
    }


def _indicator(item: Indicator) -> Node:
    return {
        "@id": iri("indicator", item.id),
        "@type": "pc:Indicator",
        "pc:object": item.object,
        "pc:comparator": item.comparator,
        "pc:value": item.value,
        "pc:valueMax": item.value_max,
        "pc:unit": item.unit,
        "pc:normalValue": item.normal_value,
        "pc:normalMax": item.normal_max,
        "pc:normalUnit": item.normal_unit,
        "pc:measure": item.measure,
        "pc:kind": item.kind,
        "pc:deadline": item.deadline,
        "pc:due": item.due,
        "oa:hasTarget": _passage(item.source, item.span),
    }


def _doubt(doubt: Doubt) -> Node:
    return {"@type": "pc:Doubt", "pc:line": doubt.line, "pc:rule": doubt.rule, "pc:message": doubt.message}


def _places_and_bodies(graph: PolicyGraph) -> Iterator[Node]:
    """Regions, organizations and kinds of documents and of clauses, each once however many there are."""
    regions = {region.code: region for facts in graph.documents for region in facts.regions}
    yield from (_region(regions[code]) for code in sorted(regions))
    bodies = {body.id: body for facts in graph.documents for body in facts.organizations}
    issuers = {name: Organization(name) for facts in graph.documents for name in facts.document.issuers}
    bodies = issuers | bodies
    yield from (_organization(bodies[name]) for name in sorted(bodies))
    for genre in sorted({facts.document.genre for facts in graph.documents if facts.document.genre}):
        yield {"@id": iri("genre", genre), "@type": "eli:ResourceType", "rdfs:label": _chinese(genre)}
    for kind in sorted({clause.type for facts in graph.documents for clause in facts.clauses}):
        yield {"@id": iri("subdivision", kind), "@type": "eli:SubdivisionType", "rdfs:label": kind}


def _region(region: Region) -> Node:
    return {
        "@id": iri("region", region.code),
        "@type": "eli:AdministrativeArea",
        "rdfs:label": _chinese(region.name),
        "pc:code": region.code,
        "pc:level": region.level,
        "pc:within": iri("region", region.parent) if region.parent else None,
    }


def _organization(body: Organization) -> Node:
    return {
        "@id": iri("organization", body.id),
        "@type": "eli:Organization",
        "rdfs:label": _chinese(body.id),
        "pc:level": body.level,
        "pc:kind": body.kind,
        "pc:collective": body.collective,
    }


# how links came about ----------------------------------------------------------------------------------------------


def _software() -> Node:
    return {"@id": SOFTWARE, "@type": "prov:SoftwareAgent", "rdfs:label": "policy-cascade"}


def _activities(links: Iterable[Implements]) -> Iterator[Node]:
    """What made links: reading by one version of the rules, by method."""
    made = {(link.method, link.rules) for link in links if link.method != "hand"}
    for method, rules in sorted(made):
        yield {
            "@id": _reading(method, rules),
            "@type": "prov:Activity",
            "pc:method": method,
            "pc:rules": rules,
            "prov:wasAssociatedWith": SOFTWARE,
        }


def _reading(method: str, rules: str) -> str:
    return iri("activity", method, rules)


def _link(link: Implements, decision: Decision | None) -> Node:
    """A link as a statement, and what it rests on. One that a person made, or decided, is also that person's."""
    ends = [iri("clause", link.source), iri("clause", link.target)]
    agents = [] if link.method == "hand" else [SOFTWARE]
    acts = [] if link.method == "hand" else [_reading(link.method, link.rules)]
    if decision:
        agents.append(iri("person", decision.by))
        acts.append(iri("decision", decision.source, decision.target))
    return {
        "@id": iri("link", link.source, link.target),
        "@type": ["pc:Link", "prov:Entity", "rdf:Statement"],
        "rdf:subject": ends[0],
        "rdf:predicate": "pc:implements",
        "rdf:object": ends[1],
        "pc:status": link.status,
        "pc:carried": link.carried,
        "pc:scope": link.scope,
        "pc:score": link.score,
        "pc:reason": link.reason,
        "prov:wasGeneratedBy": acts,
        "prov:wasAttributedTo": agents,
        "prov:wasDerivedFrom": ends,
        "pc:evidence": [_evidence(link, item) for item in link.evidence],
    }


def _evidence(link: Implements, item: Evidence) -> Node:
    return {
        "@type": "pc:Evidence",
        "pc:kind": item.kind,
        "pc:name": item.name,
        "pc:weight": item.weight,
        "pc:below": _passage(link.source, item.source),
        "pc:above": _passage(link.target, item.target),
    }


def _passage(clause: str, span: Span) -> Node:
    """The words of a clause at a span, as an annotation points to them."""
    return {
        "@type": "oa:SpecificResource",
        "oa:hasSource": iri("clause", clause),
        "oa:hasSelector": [
            {"@type": "oa:TextQuoteSelector", "oa:exact": span.text},
            {"@type": "oa:TextPositionSelector", "oa:start": span.start, "oa:end": span.end},
        ],
        "pc:line": span.line,
    }


def _decisions(decisions: Sequence[Decision]) -> Iterator[Node]:
    """What people decided, and who they are."""
    for item in decisions:
        yield {
            "@id": iri("decision", item.source, item.target),
            "@type": ["pc:Decision", "prov:Activity"],
            "pc:verdict": item.status,
            "pc:note": item.note,
            "prov:endedAtTime": item.at,
            "prov:used": [iri("clause", item.source), iri("clause", item.target)],
            "prov:wasAssociatedWith": iri("person", item.by),
        }
    for name in sorted({item.by for item in decisions}):
        yield {"@id": iri("person", name), "@type": "prov:Person", "rdfs:label": name}


def _discrepancy(item: Discrepancy, number: int) -> Node:
    return {
        "@id": iri("discrepancy", item.a, str(number)),
        "@type": "pc:Discrepancy",
        "pc:kind": item.kind,
        "pc:severity": item.weight,
        "pc:note": item.note,
        "pc:says": [_passage(item.a, item.a_span), _passage(item.b, item.b_span)],
    }


def _chinese(text: str) -> Node | None:
    return {"@value": text, "@language": "zh"} if text else None


def _by_source(items: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for item in items:
        found[item.source].append(item)
    return found
