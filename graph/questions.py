"""What can be asked of a policy graph: typed answers from `store.run(query)`, which CLI, HTTP and files share."""

from collections import Counter, defaultdict

from graph import ids, lookup, records
from graph.answers import (
    DEPTH_LIMIT,
    OTHER_PATHS_LIMIT,
    ClauseAnswer,
    ClauseCard,
    DerivedTask,
    Direction,
    DocumentCard,
    LineageAnswer,
    LineageNode,
    LinkStep,
    TasksAnswer,
    Unit,
)
from graph.carrying import joins_by_measure
from graph.errors import InputError
from graph.model import LEVELS, Clause, Document, Level
from graph.queries import Reader
from graph.standing import dated
from graph.store import Store
from graph.walks import best_paths, count_paths, distances

__all__ = [
    "DEPTH_LIMIT",
    "OTHER_PATHS_LIMIT",
    "ClauseAnswer",
    "ClauseCard",
    "DerivedTask",
    "Direction",
    "DocumentCard",
    "LineageAnswer",
    "LineageNode",
    "LinkStep",
    "TasksAnswer",
    "Unit",
    "clause",
    "clauses",
    "document",
    "documents",
    "documents_in",
    "lineage",
    "resolve",
    "tasks",
]


def documents(store: Store) -> tuple[DocumentCard, ...]:
    """All documents, loaded ones first, by level, then id."""
    return documents_in(store.snapshot())


def documents_in(now: Reader) -> tuple[DocumentCard, ...]:
    """`documents` of one state."""
    types: dict[str, dict[str, int]] = defaultdict(dict)
    tasks_of: Counter[str] = Counter()
    for row in now.run("browse/clause_counts"):
        types[row["document"]][row["type"]] = row["clauses"]
        tasks_of[row["document"]] += row["tasks"]
    pairs = now.run("browse/linked_documents")
    uppers, lowers = Counter(row["source"] for row in pairs), Counter(row["target"] for row in pairs)
    cards = [
        DocumentCard(
            **{name: value for name, value in row.items() if name != "printed"},
            clauses=types[id],
            tasks=tasks_of[id],
            uppers=uppers[id],
            lowers=lowers[id],
            year=dated(row["issued"], row["printed"], row["number"])[:4] or None,
        )
        for row in now.run("browse/documents")
        for id in [row["id"]]
    ]
    return tuple(sorted(cards, key=lambda card: (not card.loaded, _rank(card.level), card.id)))


def document(store: Store, id: str) -> Document:
    """The document with this id. Raises UnknownReference."""
    return lookup.document_of(store.snapshot(), id)


def clauses(store: Store, document: str) -> tuple[Clause, ...]:
    """The clauses of a document in order. Raises UnknownReference."""
    now = store.snapshot()
    lookup.document_of(now, document)
    return tuple(records.fact(Clause, row) for row in now.run("read/clauses", documents=[document]))


def clause(store: Store, id: str) -> ClauseAnswer:
    """One clause with its units, indicators and links. Raises UnknownReference."""
    now = store.snapshot()
    card = lookup.card_of(now, id)
    family = now.run("browse/family", clause=id)
    return ClauseAnswer(
        clause=card,
        parent=family[0]["parent"] if family else None,
        children=tuple(row["child"] for row in family if row["child"]),
        units=lookup.units_of(now, [id])[id],
        indicators=lookup.indicators_of(now, [id])[id],
        implements=tuple(map(lookup.step_of, now.run("lineage/above", clauses=[id]))),
        implemented_by=tuple(map(lookup.step_of, now.run("lineage/below", clauses=[id]))),
        citations=tuple(dict.fromkeys(row["target"] for row in now.run("browse/citations", clause=id))),
    )


def resolve(store: Store, text: str) -> str:
    """The id of the document or clause that `text` means: see graph.ids.resolve. Loaded documents come before those
    that are only cited. Raises UnknownReference, AmbiguousReference."""
    return lookup.meant(store.snapshot(), text)


def tasks(
    store: Store, clause: str, *, level: Level | None = None, region: str | None = None, min_score: float = 0.0
) -> TasksAnswer:
    """Every task below that derives from `clause` over any number of links.

    `clause` is an id or what people write; `region` a code or name, with what it contains; `min_score` bounds the
    path's score. Raises UnknownReference, AmbiguousReference.
    """
    now = store.snapshot()
    root = lookup.card_of(now, lookup.meant(now, clause))
    within = lookup.region_code(now, region) if region else None
    _, links = distances(lambda front: now.run("lineage/below", clauses=front), "source", root.id, DEPTH_LIMIT)
    cards = {card.id: card for card in lookup.cards_of(now, sorted({root.id, *(row["source"] for row in links)}))}
    joins = joins_by_measure({card.id: card.text for card in cards.values()})
    paths, counts = best_paths(root.id, links, joins), count_paths(root.id, links, OTHER_PATHS_LIMIT + 1, joins)
    wanted = [
        card
        for card in cards.values()
        if card.task
        and card.id in paths
        and level in (None, card.level)
        and (within is None or (card.region is not None and ids.region_contains(within, card.region)))
        and paths[card.id].score >= min_score
    ]
    found = [card.id for card in wanted]
    units, indicators = lookup.units_of(now, found), lookup.indicators_of(now, found)
    derived = [
        DerivedTask(
            clause=card,
            score=paths[card.id].score,
            path=tuple(map(lookup.step_of, paths[card.id].links)),
            other_paths=counts[card.id] - 1,
            units=tuple(unit for unit in units[card.id] if unit.through is None or unit.through in paths),
            indicators=indicators[card.id],
        )
        for card in wanted
    ]
    return TasksAnswer(root, tuple(sorted(derived, key=lambda task: _rank(task.clause.level))))


def lineage(store: Store, clause: str, *, direction: Direction = "both", depth: int = 1) -> LineageAnswer:
    """The lineage of `clause` (as in `tasks`) upward (依据), downward (落实) or both.

    `nodes` are the clauses around it without itself, from the top down. Raises UnknownReference, AmbiguousReference,
    and InputError for a depth that is not 1 to DEPTH_LIMIT.
    """
    if not 1 <= depth <= DEPTH_LIMIT:
        raise InputError(f"depth must be 1 to {DEPTH_LIMIT}, not {depth}")
    now = store.snapshot()
    root = lookup.card_of(now, lookup.meant(now, clause))

    def around(query: str, end: str) -> dict[str, int]:
        return distances(lambda front: now.run(query, clauses=front), end, root.id, depth)[0]

    below = around("lineage/below", "source") if direction != "up" else {}
    above = around("lineage/above", "target") if direction != "down" else {}
    distance = below | {id: -steps for id, steps in above.items()}
    ups, downs = (now.run(query, clauses=sorted(distance)) for query in ("lineage/above", "lineage/below"))
    further = Counter(row["source"] for row in ups if distance[row["source"]] < 0 and row["target"] not in distance)
    further += Counter(row["target"] for row in downs if distance[row["target"]] > 0 and row["source"] not in distance)
    nodes = [LineageNode(card, distance[card.id], further[card.id]) for card in lookup.cards_of(now, list(distance))]
    return LineageAnswer(
        clause=root,
        direction=direction,
        depth=depth,
        nodes=tuple(
            sorted((n for n in nodes if n.distance), key=lambda node: (node.distance, _rank(node.clause.level)))
        ),
        links=tuple(lookup.step_of(row) for row in ups if row["target"] in distance),
    )


def _rank(level: Level | None) -> int:
    return LEVELS.index(level) if level else len(LEVELS)
