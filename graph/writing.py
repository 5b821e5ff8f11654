"""What a store writes, in queries of cypher/write/: the same steps on every engine, inside one transaction of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from graph import records
from graph.canonical import canonical_facts, canonical_links
from graph.citing import Citable, target_of
from graph.decisions import fingerprint, id_of, moment, newest
from graph.errors import InputError, UnknownReference
from graph.facts import citations_of
from graph.ids import region_contains
from graph.model import Citation, Decision, DocumentFacts, Implements
from graph.queries import Reader, Row

Links = Iterable[Implements] | Callable[[], Iterable[Implements]]
"""Links, or what finds them when no other writer can come in between."""

BATCH = 5_000  # rows a statement: Neo4j keeps a transaction's changes in memory


class Transaction(Reader, Protocol):
    """Runs read and write queries of cypher/ that take effect together or not at all; it sees its own writes."""


@dataclass(frozen=True, slots=True)
class _Before:
    """What a document has in the store before it is written anew."""

    loaded: bool
    keys: frozenset[str]  # its id and titles: what citations call it
    cited: frozenset[str] = frozenset()
    organizations: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()


def settled(links: Links) -> Links:
    """Links that may be gone over again, when a transaction is tried again."""
    return links if callable(links) else tuple(links)


def put(tx: Transaction, facts: DocumentFacts, links: Links) -> None:
    """Put a document in place of what it brought in before; links that do not touch it are passed over.

    Raises ValueError for facts that do not fit together.
    """
    facts = canonical_facts(facts)
    id = facts.document.id
    given = tuple(links() if callable(links) else links)
    tx.run("write/hold", document=id)
    before = _before(tx, id)
    if before.loaded:
        _drop(tx, id)
    _put_document(tx, facts)
    _put_clauses(tx, facts)
    own = {clause.id for clause in facts.clauses}
    _put_links(tx, (*facts.links, *(link for link in given if own & {link.source, link.target})))
    _apply(tx, [records.fact(Decision, row) for row in tx.run("read/decisions_of", prefix=f"{id}/")])
    cited = _put_citations(tx, list(enumerate(facts.citations)))
    _settle(tx, before, records.keys_of(facts.document), cited)


def take_out(tx: Transaction, document: str) -> None:
    """Take a document out. Raises UnknownReference where it is not loaded."""
    if not any(row["loaded"] for row in tx.run("read/document", document=document)):
        raise UnknownReference(document)
    tx.run("write/hold", document=document)
    before = _before(tx, document)
    _drop(tx, document)
    tx.run("write/document", document=document, level=None, properties=records.stub_properties(document, None))
    _settle(tx, before, frozenset(), frozenset())


def decide(tx: Transaction, decision: Decision) -> Decision:
    """Write down what a person decided on the texts of now, in place of what was decided before. Returns it with the
    prints of these texts. Raises UnknownReference for clauses that are not there, InputError for a link by hand that
    cannot be one, ValueError for a time that is none."""
    moment(decision.at)
    _hold(tx, [decision])
    source, target = _ends(tx, decision)
    if decision.status == "confirmed" and not tx.run("read/link", source=source["id"], target=target["id"]):
        _check_direction(source, target)
    seen = replace(decision, source_print=fingerprint(source["text"]), target_print=fingerprint(target["text"]))
    _keep(tx, [seen])
    return seen


def _ends(tx: Transaction, decision: Decision) -> tuple[Row, Row]:
    rows = {row["id"]: row for row in tx.run("read/texts", clauses=[decision.source, decision.target])}
    for end in (decision.source, decision.target):
        if end not in rows:
            raise UnknownReference(end)
    return rows[decision.source], rows[decision.target]


def _check_direction(source: Row, target: Row) -> None:
    """A link goes from what carries out to what is carried out: the two may be given the wrong way round."""
    if source["id"] == target["id"]:
        raise InputError(f"{source['id']}: a clause does not carry out itself")
    above, below = source["region"], target["region"]
    if above and below and above != below and region_contains(above, below):
        raise InputError(
            f"{source['id']} stands above {target['id']} and does not carry it out: is it the other way round?"
        )


def undo(tx: Transaction, source: str, target: str) -> None:
    """Take back what was decided: the link is again what the rules say. Raises UnknownReference where nothing was."""
    rows = [{"source": source, "target": target}]
    found = tx.run("read/decisions_between", ids=[id_of(source, target)])
    if not found:
        raise UnknownReference(f"a decision on {id_of(source, target)}")
    _hold(tx, [records.fact(Decision, row) for row in found])
    tx.run("write/drop_decisions", ids=[id_of(source, target)])
    tx.run("write/drop_hand_links", rows=rows)
    tx.run("write/undecide", rows=rows)


def merge(tx: Transaction, decisions: Iterable[Decision]) -> int:
    """Take in decisions as they are, where they are newer than what was decided of the same pair. Returns how many
    those are. Raises ValueError for a time that is none."""
    given = newest(decisions)
    rows = tx.run("read/decisions_between", ids=[id_of(item.source, item.target) for item in given])
    known = {records.fact(Decision, row) for row in rows}
    taken = [item for item in newest((*given, *known)) if item not in known]
    _hold(tx, taken)
    _keep(tx, taken)
    return len(taken)


def _hold(tx: Transaction, decisions: Iterable[Decision]) -> None:
    ends = {end for item in decisions for end in (item.source, item.target)}
    tx.run("write/hold_loaded", ids=sorted({end.rpartition("/")[0] for end in ends}))


def _keep(tx: Transaction, decisions: Sequence[Decision]) -> None:
    rows = [records.properties(item) | {"id": id_of(item.source, item.target)} for item in decisions]
    _each(tx, "write/decisions", rows)
    _apply(tx, decisions)


def _apply(tx: Transaction, decisions: Sequence[Decision]) -> None:
    """Give the links between clauses that are there the statuses that people decided, and make those by hand that the
    rules did not find. What comes out depends on the rules and the decisions alone, not on what was there before."""
    rows = [{"source": item.source, "target": item.target, "status": item.status} for item in decisions]
    confirmed = [item for item in decisions if item.status == "confirmed"]
    _each(tx, "write/drop_hand_links", rows)
    _each(tx, "write/decide", rows)
    _each(tx, "write/hand_links", [_edge(item.source, item.target, _by_hand(item)) for item in confirmed])


def _by_hand(decision: Decision) -> Implements:
    """The link that a person says is there. How it carries its target is not asked: refined says the least."""
    internal = decision.source.rpartition("/")[0] == decision.target.rpartition("/")[0]
    return Implements(
        decision.source,
        decision.target,
        score=1.0,
        method="hand",
        scope="internal" if internal else "between",
        status=decision.status,
        carried="refined",
    )


def _each(tx: Transaction, query: str, rows: Sequence[Any], **more: Any) -> None:
    """Run a query on rows, a batch at a time; not at all where there are none."""
    for start in range(0, len(rows), BATCH):
        tx.run(query, rows=rows[start : start + BATCH], **more)


def _before(tx: Transaction, document: str) -> _Before:
    rows = tx.run("read/document", document=document)
    if not any(row["loaded"] for row in rows):
        return _Before(loaded=False, keys=frozenset({document}))
    titles = {key for row in rows for key in (row["title_key"], row["notice_key"]) if key}
    return _Before(
        loaded=True,
        keys=frozenset(titles | {document}),
        cited=frozenset(row["target"] for row in citations_of(tx, [document])),
        organizations=frozenset(row["id"] for row in tx.run("read/organizations", documents=[document])),
        regions=frozenset(row["code"] for row in tx.run("read/regions", documents=[document])),
    )


def _drop(tx: Transaction, document: str) -> None:
    """Take out what a document alone can have: all but its node and the organizations and regions."""
    for query in ("write/drop_indicators", "write/drop_clauses", "write/drop_document_links"):
        tx.run(query, document=document)


def _put_document(tx: Transaction, facts: DocumentFacts) -> None:
    id, codes = facts.document.id, [region.code for region in facts.regions]
    properties, level = records.document_properties(facts), facts.document.level
    tx.run("write/document", document=id, level=level, properties=properties)
    regions = [records.properties(region) | {"id": region.code} for region in facts.regions]
    _each(tx, "write/regions", regions, document=id)
    _each(tx, "write/organizations", [records.properties(item) for item in facts.organizations], document=id)
    tx.run("write/region_parents", codes=codes)
    tx.run("write/applies_to", document=id, region=facts.document.region)


def _put_clauses(tx: Transaction, facts: DocumentFacts) -> None:
    clauses = facts.clauses
    _each(tx, "write/clauses", [records.properties(clause) for clause in clauses], level=facts.document.level)
    tx.run("write/contains_top", document=facts.document.id, ids=[c.id for c in clauses if c.parent is None])
    _each(tx, "write/contains", [{"parent": c.parent, "child": c.id} for c in clauses if c.parent is not None])
    _each(tx, "write/indicators", [records.properties(i) | {"rank": n} for n, i in enumerate(facts.indicators)])
    _each(tx, "write/assignments", [_edge(i.source, i.target, i, rank=n) for n, i in enumerate(facts.assignments)])
    _each(tx, "write/discrepancies", [_edge(i.a, i.b, i, rank=n) for n, i in enumerate(facts.discrepancies)])


def _edge(source: str, target: str, fact: Any, **more: Any) -> Row:
    return {"source": source, "target": target, "properties": records.relationship(fact) | more}


def _put_links(tx: Transaction, links: Iterable[Implements]) -> None:
    _each(tx, "write/links", [_edge(link.source, link.target, link) for link in canonical_links(links)])


def _put_citations(tx: Transaction, citations: Sequence[tuple[int, Citation]]) -> frozenset[str]:
    """Write citations, each with its rank in its document, to the documents that they mean: stubs where those are not
    loaded. Returns the ids of these documents."""
    keys = [records.citation_keys(citation) for _, citation in citations]
    loaded = _citable(tx, keys)
    rows = [
        _edge(citation.source, target_of(citation, loaded), citation, rank=rank, **found_by)
        for (rank, citation), found_by in zip(citations, keys, strict=True)
    ]
    targets = frozenset(row["target"] for row in rows)
    stubs = targets - {document.id for document in loaded}
    _each(tx, "write/stubs", [records.stub_properties(id, None) for id in sorted(stubs)])
    _each(tx, "write/clause_citations", rows)
    _each(tx, "write/document_citations", rows)
    return targets


def _citable(tx: Transaction, found_by: Iterable[Row]) -> list[Citable]:
    keys = {row[name] for row in found_by for name in ("number_key", "title_key")} - {None}
    if not keys:
        return []
    return [Citable(**row) for row in tx.run("read/citable", keys=sorted(keys))]


def _settle(tx: Transaction, before: _Before, keys: frozenset[str], cited: frozenset[str]) -> None:
    """Put right what others have to do with the document: citations that mean it now or did before, stubs, and the
    organizations and regions that no document mentions any more."""
    named = before.keys | keys
    moved = _moved(tx, named)
    rows = [{"source": citation.source, "rank": rank} for rank, citation in moved]
    _each(tx, "write/drop_clause_citations", rows)
    _each(tx, "write/drop_document_citations", rows)
    left = {citation.target for _, citation in moved}
    _settle_stubs(tx, named | before.cited | cited | left | _put_citations(tx, moved))
    _each(tx, "write/drop_organizations", sorted(before.organizations))
    _each(tx, "write/drop_regions", sorted(before.regions))


def _moved(tx: Transaction, keys: frozenset[str]) -> list[tuple[int, Citation]]:
    """The citations that are found by these keys and do not point to what they mean."""
    rows = tx.run("read/citations_of_keys", keys=sorted(keys))
    loaded = _citable(tx, rows)
    citations = [(row["rank"], records.fact(Citation, row)) for row in rows]
    return [(rank, citation) for rank, citation in citations if target_of(citation, loaded) != citation.target]


def _settle_stubs(tx: Transaction, ids: Iterable[str]) -> None:
    """Take out stubs that nobody cites and give the others the first of the titles that they are cited by."""
    stubs = tx.run("read/stubs", ids=sorted(ids))
    _each(tx, "write/stubs", [records.stub_properties(row["id"], row["title"]) for row in stubs if row["cited"]])
    _each(tx, "write/drop_documents", [row["id"] for row in stubs if not row["cited"]])
