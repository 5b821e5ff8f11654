"""Facts in the one order that stores and exports keep, so that equal graphs are equal values and equal bytes."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace
from operator import attrgetter
from typing import Any, TypeVar

from graph.decisions import newest
from graph.model import DocumentFacts, Implements, PolicyGraph

Item = TypeVar("Item", bound=Hashable)


def canonical(graph: PolicyGraph) -> PolicyGraph:
    """The same graph: documents by id, each in canonical order, links and decisions by their ends, nothing twice."""
    documents = {facts.document.id: canonical_facts(facts) for facts in graph.documents}
    return PolicyGraph(
        tuple(documents[id] for id in sorted(documents)), canonical_links(graph.links), newest(graph.decisions)
    )


def canonical_facts(facts: DocumentFacts) -> DocumentFacts:
    """The same facts: clauses as they stand in the document, what hangs on them in the order of the clauses, the rest
    by id. Assignments and citations of one clause stay as given: they stand so in the text.

    Raises ValueError where a part of these facts points to what is not among them, or an id stands twice.
    """
    _check(facts)
    clauses = tuple(sorted(facts.clauses, key=attrgetter("order", "id")))
    place = {clause.id: n for n, clause in enumerate(clauses)}
    place[facts.document.id] = -1

    def by_source(fact: Any) -> int:
        return place[fact.source]

    return replace(
        facts,
        clauses=clauses,
        regions=_sorted(facts.regions, attrgetter("code")),
        organizations=_sorted(facts.organizations, attrgetter("id")),
        assignments=_sorted(facts.assignments, by_source),
        indicators=_sorted(facts.indicators, lambda item: (place[item.source], len(item.id), item.id)),  # #10 after #9
        citations=_sorted(facts.citations, by_source),
        links=canonical_links(facts.links),
        discrepancies=_sorted(facts.discrepancies, lambda item: (place[item.a], place[item.b], str(item))),
        doubts=_sorted(facts.doubts, attrgetter("line", "rule", "message")),
    )


def canonical_links(links: Iterable[Implements]) -> tuple[Implements, ...]:
    """One link for each pair of clauses, the one with the highest score, by source and target."""
    ranked = sorted(links, key=lambda link: (link.score, str(link)))
    best = {(link.source, link.target): link for link in ranked}
    return tuple(best[pair] for pair in sorted(best))


def _sorted(items: Iterable[Item], key: Callable[[Item], Any]) -> tuple[Item, ...]:
    return tuple(sorted(dict.fromkeys(items), key=key))


def _check(facts: DocumentFacts) -> None:
    if faults := list(_faults(facts)):
        raise ValueError(f"{facts.document.id}: {'; '.join(faults[:5])}")


def _faults(facts: DocumentFacts) -> Iterator[str]:
    clauses = {clause.id for clause in facts.clauses}
    organizations = {organization.id for organization in facts.organizations}
    sources = clauses | {facts.document.id}
    for clause in facts.clauses:
        if clause.document != facts.document.id:
            yield f"the clause {clause.id} is of {clause.document}"
    yield from _strangers("parent", clauses, (c.parent for c in facts.clauses if c.parent is not None))
    yield from _strangers("assigned clause", clauses, (item.source for item in facts.assignments))
    yield from _strangers("organization", organizations, (item.target for item in facts.assignments))
    yield from _strangers("clause of an indicator", clauses, (item.source for item in facts.indicators))
    yield from _strangers("source of a citation", sources, (item.source for item in facts.citations))
    yield from _strangers(
        "end of an internal link", clauses, (end for i in facts.links for end in (i.source, i.target))
    )
    yield from (f"the link from {link.source} is not internal" for link in facts.links if link.scope != "internal")
    yield from _strangers("end of a discrepancy", clauses, (end for i in facts.discrepancies for end in (i.a, i.b)))
    for parts in (facts.clauses, facts.indicators, facts.organizations):
        yield from _twice(part.id for part in parts)
    yield from _twice(region.code for region in facts.regions)


def _twice(ids: Iterable[str]) -> Iterator[str]:
    yield from (f"{id} stands twice" for id, n in Counter(ids).items() if n > 1)


def _strangers(what: str, known: set[str], named: Iterable[str]) -> Iterator[str]:
    yield from (f"no such {what}: {name}" for name in named if name not in known)
