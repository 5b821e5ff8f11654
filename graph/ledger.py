"""The ledger (台账): all that is in a store as one answer of rows, which tables are made of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph import coverage, lookup, questions
from graph.answers import ClauseCard, DocumentCard, Unit
from graph.comparison import CompareAnswer, compare_in
from graph.coverage import CoveredByLevel, Share
from graph.decisions import DecisionCard, decision_cards
from graph.facts import read_graph
from graph.keeping import kept
from graph.model import (
    Assignment,
    Discrepancy,
    Document,
    Doubt,
    Implements,
    Indicator,
    Organization,
    PolicyGraph,
)
from graph.queries import Reader
from graph.sources import Source, sources
from graph.store import Store
from graph.web import Web, rank


@dataclass(frozen=True, slots=True)
class LedgerDocument:
    """A loaded document, and how much of it is carried out below."""

    card: DocumentCard
    document: Document
    share: Share


@dataclass(frozen=True, slots=True)
class LedgerTask:
    """A task with the clauses that it derives from, who must do it, and its figures."""

    clause: ClauseCard
    sources: tuple[Source, ...]
    units: tuple[Unit, ...]
    figures: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class LedgerUnit:
    """A clause that an organization must do."""

    organization: Organization
    assignment: Assignment
    clause: ClauseCard
    figures: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class LedgerLink:
    """A link, also one that is none (candidate, rejected), and what a person decided of it."""

    link: Implements
    source: ClauseCard
    target: ClauseCard
    decision: DecisionCard | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All documents, clauses, tasks, figures, units, links, discrepancies and doubts, each from the nation down.

    `cards` are all clauses by id, `covered` says by document how each of its clauses is carried out below, `figures`
    are all indicators against those above.
    """

    documents: tuple[LedgerDocument, ...]
    cited: tuple[DocumentCard, ...]
    cards: Mapping[str, ClauseCard]
    covered: Mapping[str, CoveredByLevel]
    tasks: tuple[LedgerTask, ...]
    indicators: tuple[Indicator, ...]
    figures: CompareAnswer
    units: tuple[LedgerUnit, ...]
    links: tuple[LedgerLink, ...]
    discrepancies: tuple[Discrepancy, ...]
    doubts: tuple[Doubt, ...]


def ledger(store: Store) -> Ledger:
    """All that is in the store, from one state of it."""
    return ledger_in(store.snapshot())


def ledger_in(now: Reader) -> Ledger:
    """`ledger` of one state."""
    web, graph = kept(now, Web.of), _from_the_nation_down(read_graph(now))
    covered = coverage.covered_by_level(web, now)
    ordered = (item.clause for facts in graph.documents for item in covered[facts.document.id].clauses)
    cards = {card.id: card for card in ordered}
    listed = questions.documents_in(now)
    known = {card.id: card for card in listed}
    indicators = tuple(item for facts in graph.documents for item in facts.indicators)
    figures = _by_clause(indicators)
    return Ledger(
        documents=tuple(
            LedgerDocument(known[facts.document.id], facts.document, covered[facts.document.id].share)
            for facts in graph.documents
        ),
        cited=tuple(card for card in listed if not card.loaded),
        cards=cards,
        covered={facts.document.id: covered[facts.document.id] for facts in graph.documents},
        tasks=tuple(_tasks(web, now, cards, figures)),
        indicators=indicators,
        figures=compare_in(web, now, "", list(web.clauses)),
        units=tuple(_units(graph, cards, figures)),
        links=tuple(_links(graph, now, cards)),
        discrepancies=tuple(item for facts in graph.documents for item in facts.discrepancies),
        doubts=tuple(item for facts in graph.documents for item in facts.doubts),
    )


def _from_the_nation_down(graph: PolicyGraph) -> PolicyGraph:
    ordered = sorted(
        graph.documents,
        key=lambda facts: (rank(facts.document.level), facts.document.region or "", facts.document.id),
    )
    return PolicyGraph(tuple(ordered), graph.links, graph.decisions)


def _by_clause(indicators: Iterable[Indicator]) -> dict[str, tuple[Indicator, ...]]:
    found: dict[str, list[Indicator]] = defaultdict(list)
    for item in indicators:
        found[item.source].append(item)
    return {clause: tuple(items) for clause, items in found.items()}


def _tasks(
    web: Web, now: Reader, cards: Mapping[str, ClauseCard], figures: Mapping[str, tuple[Indicator, ...]]
) -> Iterable[LedgerTask]:
    above, tasks = sources(web), [card for card in cards.values() if card.task]
    units = lookup.units_of(now, [card.id for card in tasks])
    for card in tasks:
        yield LedgerTask(card, above.get(card.id, ()), units[card.id], figures.get(card.id, ()))


def _units(
    graph: PolicyGraph, cards: Mapping[str, ClauseCard], figures: Mapping[str, tuple[Indicator, ...]]
) -> Iterable[LedgerUnit]:
    """By organization, then as the documents have them."""
    bodies = {item.id: item for facts in graph.documents for item in facts.organizations}
    given = [item for facts in graph.documents for item in facts.assignments]
    for item in sorted(given, key=lambda item: (rank(bodies[item.target].level), item.target)):
        yield LedgerUnit(bodies[item.target], item, cards[item.source], figures.get(item.source, ()))


def _links(graph: PolicyGraph, now: Reader, cards: Mapping[str, ClauseCard]) -> Iterable[LedgerLink]:
    """By the lower clause as the documents have it, best first."""
    decided = {(card.decision.source, card.decision.target): card for card in decision_cards(now)}
    places = {clause: place for place, clause in enumerate(cards)}
    links = [*graph.links, *(link for facts in graph.documents for link in facts.links)]
    for link in sorted(links, key=lambda link: (places[link.source], -link.score, places[link.target])):
        yield LedgerLink(link, cards[link.source], cards[link.target], decided.get((link.source, link.target)))
