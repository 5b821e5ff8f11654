"""The graph as JSON-LD: rdflib reads it without fetching anything, and finds in it what the store answers."""

import io
import json
import re
import socket
import warnings
from dataclasses import replace

import pytest
from arbitrary import graphs
from hypothesis import given, settings
from invented import ABSENT, ASKED, DISTRICT, DOCUMENTS, GRAPH, LINKS, PROVINCE, decision
from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef

from graph.export import FORMATS
from graph.export.iris import CONTEXT, OWN, PREFIXES, iri
from graph.export.jsonld import all_links
from graph.model import PolicyGraph
from graph.questions import tasks

ELI, PROV, OA = (Namespace(PREFIXES[name]) for name in ("eli", "prov", "oa"))
PC = Namespace(PREFIXES["pc"])
DECIDED = PolicyGraph(
    DOCUMENTS,
    (replace(LINKS[0], status="confirmed"), *LINKS[1:]),
    (decision(LINKS[0].source, LINKS[0].target),),
)
KNOWN = {
    ELI: {
        "LegalResource",
        "LegalResourceSubdivision",
        "LegalExpression",
        "Organization",
        "AdministrativeArea",
        "ResourceType",
        "SubdivisionType",
        "id_local",
        "number",
        "type_document",
        "type_subdivision",
        "passed_by",
        "jurisdiction",
        "date_document",
        "date_publication",
        "first_date_entry_in_force",
        "date_no_longer_in_force",
        "is_realized_by",
        "title",
        "language",
        "has_part",
        "is_part_of",
        "based_on",
        "cites",
        "implements",
    },
    PROV: {
        "Entity",
        "Activity",
        "Person",
        "SoftwareAgent",
        "wasDerivedFrom",
        "wasGeneratedBy",
        "wasAttributedTo",
        "wasAssociatedWith",
        "used",
        "endedAtTime",
    },
    OA: {
        "SpecificResource",
        "TextQuoteSelector",
        "TextPositionSelector",
        "hasSource",
        "hasSelector",
        "hasTarget",
        "exact",
        "start",
        "end",
    },
}
"""The terms of ELI 1.5, PROV-O and Web Annotation that we use, as these define them."""


def written(graph: PolicyGraph = DECIDED) -> bytes:
    """The graph as JSON-LD."""
    stream = io.BytesIO()
    FORMATS["jsonld"].write(graph, stream)
    return stream.getvalue()


def read(graph: PolicyGraph = DECIDED) -> Graph:
    """The same as rdflib reads it, which warns of a class of its own."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "ConjunctiveGraph is deprecated", DeprecationWarning)
        return Graph().parse(data=written(graph), format="json-ld")


@pytest.fixture(scope="module")
def found() -> Graph:
    """The invented cascade with one link that a person confirmed."""
    return read()


def clause(id: str) -> URIRef:
    """The node of a clause."""
    return URIRef(iri("clause", id))


def test_it_counts_like_the_graph(found):
    """Documents (cited ones too), clauses, links, organizations, figures: as many as there are."""
    clauses = [each.id for facts in DOCUMENTS for each in facts.clauses]
    cited = {item.target for facts in DOCUMENTS for item in facts.citations}
    counts = {
        ELI.LegalResource: len({facts.document.id for facts in DOCUMENTS} | cited),
        ELI.LegalResourceSubdivision: len(clauses),
        PC.Link: len(all_links(GRAPH)),
        PC.Indicator: sum(len(facts.indicators) for facts in DOCUMENTS),
        PC.Assignment: sum(len(facts.assignments) for facts in DOCUMENTS),
        PC.Citation: sum(len(facts.citations) for facts in DOCUMENTS),
        PC.Discrepancy: sum(len(facts.discrepancies) for facts in DOCUMENTS),
        PC.Doubt: sum(len(facts.doubts) for facts in DOCUMENTS),
        PC.Evidence: sum(len(link.evidence) for link in all_links(GRAPH)),
        PC.Decision: 1,
    }

    assert counts == {kind: len(set(found.subjects(RDF.type, kind))) for kind in counts}


def test_sparql_finds_the_district_tasks(found, memory):
    """What derives from the clause of the province in the district: the same as `tasks` says."""
    for facts in GRAPH.documents:
        memory.replace(facts, GRAPH.links)
    rows = found.query(
        """
        PREFIX pc: <urn:policy-cascade:term:>
        PREFIX eli: <http://data.europa.eu/eli/ontology#>
        SELECT ?id WHERE {
          ?task pc:derivesFrom ?asked ; pc:within/pc:level "county" ; eli:id_local ?id .
          ?asked eli:id_local ?of .
        }""",
        initBindings={"of": Literal(ASKED)},
    )

    assert {task.clause.id for task in tasks(memory, ASKED, level="county").tasks} == {str(row.id) for row in rows}
    assert 3 == len(rows)


def test_documents_in_terms_of_eli(found):
    """Number, date, issuer, place, title of the text, parts, what it is based on."""
    document = URIRef(iri("document", PROVINCE))
    text = found.value(document, ELI.is_realized_by)

    assert Literal(PROVINCE) == found.value(document, ELI.number)
    assert "2021-11-23" == str(found.value(document, ELI.date_document))
    assert {"示例机关"} == {str(found.value(body, RDFS.label)) for body in found.objects(document, ELI.passed_by)}
    assert "示例省" == str(found.value(found.value(document, ELI.jurisdiction), RDFS.label))
    assert Literal("示例省人民政府关于振兴传统手艺的意见", lang="zh") == found.value(text, ELI.title)
    assert {URIRef(iri("document", ABSENT))} == set(found.objects(document, ELI.based_on))
    assert clause(ASKED) in set(found.transitive_objects(clause(ASKED), ELI.is_part_of))
    assert document in set(found.transitive_objects(clause(ASKED), ELI.is_part_of))


def test_parts_are_said_from_both_ends(found):
    """A document has the parts at its top that are part of it."""
    document = URIRef(iri("document", DISTRICT))

    assert set(found.objects(document, ELI.has_part)) == set(found.subjects(ELI.is_part_of, document)) != set()


def test_what_is_pointed_to_is_there(found):
    """No property leads to a thing of ours of which nothing is said: parts, bodies, places, kinds, acts, people."""
    ours = {term for triple in found for term in triple[::2] if isinstance(term, URIRef) and term.startswith(OWN)}
    told = set(found.subjects(RDF.type))

    assert set() == {str(term) for term in ours - told if not term.startswith(str(PC))}


def test_domains_and_ranges_of_eli(found):
    """The ends of each property are of the kinds that ELI gives it."""
    parts = {ELI.LegalResource, ELI.LegalResourceSubdivision}
    kinds = {
        ELI.has_part: (parts, parts),
        ELI.is_part_of: (parts, parts),
        ELI.based_on: ({ELI.LegalResource}, {ELI.LegalResource}),
        ELI.cites: (parts, {ELI.LegalResource}),
        ELI.implements: (parts, parts),
        ELI.passed_by: ({ELI.LegalResource}, {ELI.Organization}),
        ELI.jurisdiction: ({ELI.LegalResource}, {ELI.AdministrativeArea}),
        ELI.type_document: ({ELI.LegalResource}, {ELI.ResourceType}),
        ELI.type_subdivision: ({ELI.LegalResourceSubdivision}, {ELI.SubdivisionType}),
        ELI.is_realized_by: ({ELI.LegalResource}, {ELI.LegalExpression}),
    }

    for term, (domain, range_) in kinds.items():
        pairs = list(found.subject_objects(term))
        assert pairs, term
        assert {found.value(start, RDF.type) for start, _ in pairs} <= domain
        assert {found.value(end, RDF.type) for _, end in pairs} <= range_


def test_only_the_opening_of_a_document_says_what_it_is_based_on(found):
    """A clause that cites (修订, 违反) makes no basis: it cites."""
    district = URIRef(iri("document", DISTRICT))
    citing = URIRef(iri("clause", f"{DISTRICT}/三"))

    assert URIRef(iri("document", PROVINCE)) in set(found.objects(citing, ELI.cites))
    assert [] == list(found.objects(district, ELI.based_on))


def test_links_that_hold_and_what_a_person_confirmed(found):
    """pc:implements for those that hold, eli:implements for what a person confirmed, neither for a candidate."""
    held = {(clause(link.source), clause(link.target)) for link in all_links(GRAPH) if link.status == "proposed"}
    confirmed = {(clause(LINKS[0].source), clause(LINKS[0].target))}
    (candidate,) = [link for link in LINKS if link.status == "candidate"]
    statement = URIRef(iri("link", candidate.source, candidate.target))

    assert held == set(found.subject_objects(PC.implements))
    assert confirmed == set(found.subject_objects(ELI.implements))
    assert Literal("candidate") == found.value(statement, PC.status)
    assert PC.implements == found.value(statement, RDF.predicate)


def test_how_a_link_came_about(found):
    """By the rules of a version and, where somebody decided, by that person; from the two clauses; with quotations."""
    link = URIRef(iri("link", LINKS[0].source, LINKS[0].target))
    agents = {found.value(agent, RDF.type) for agent in found.objects(link, PROV.wasAttributedTo)}
    acts = {kind for act in found.objects(link, PROV.wasGeneratedBy) for kind in found.objects(act, RDF.type)}
    (evidence,) = found.objects(link, PC.evidence)
    lower = found.value(evidence, PC.below)
    exact = {
        str(text) for selector in found.objects(lower, OA.hasSelector) for text in found.objects(selector, OA.exact)
    }

    assert {PROV.SoftwareAgent, PROV.Person} == agents
    assert {PROV.Activity, PC.Decision} == acts
    assert {clause(LINKS[0].source), clause(LINKS[0].target)} == set(found.objects(link, PROV.wasDerivedFrom))
    assert {LINKS[0].evidence[0].source.text} == exact
    assert clause(LINKS[0].source) == found.value(lower, OA.hasSource)
    assert LINKS[0].evidence[0].source.line == found.value(lower, PC.line).value


def test_every_foreign_term_is_one_that_exists(found):
    """No word of ELI, PROV or Web Annotation is of our own making."""
    used = {term for triple in found for term in triple if isinstance(term, URIRef)}

    for namespace, known in KNOWN.items():
        assert {str(term).removeprefix(str(namespace)) for term in used if term.startswith(namespace)} <= known
    assert {name for name in CONTEXT if name.startswith("eli:")} <= {f"eli:{name}" for name in KNOWN[ELI]}


def test_nothing_is_fetched(monkeypatch):
    """The context stands in the file: it is read without a network."""

    def refuse(*_arguments, **_more):
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)

    assert len(read())
    assert isinstance(json.loads(written())["@context"], dict)


@settings(max_examples=20)
@given(graphs())
def test_any_graph_is_read(graph):
    """Ids and texts of any characters make IRIs and literals that rdflib takes, all clauses apart from one another."""
    found = read(graph)
    clauses = {each.id for facts in graph.documents for each in facts.clauses}

    assert len(clauses) == len(set(found.subjects(RDF.type, ELI.LegalResourceSubdivision)))


def test_two_ids_never_have_one_iri():
    """What an IRI cannot hold is escaped, and so is the sign of escaping."""
    ids = ["a b", "a%20b", "a|b", "a#b", "a?b", 'a"b', "示政〔2021〕7号/四（十一）", "a<b", "a\\b"]
    made = [iri("clause", id) for id in ids] + [iri("clause", "a", "b")]

    assert len(set(made)) == len(ids)
    assert iri("clause", "a|b") == iri("clause", "a", "b")
    assert f"{OWN}clause:示政〔2021〕7号/四（十一）" in made
    assert not [each for each in made if re.search(r"[\s<>\"{}|\\^`#?]", each)]
