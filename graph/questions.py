"""What can be asked of a policy graph: typed answers from `store.run(query)`, which CLI, HTTP and files share."""

import difflib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from graph import ids, records
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
from graph.errors import AmbiguousReference, InputError, UnknownReference
from graph.model import LEVELS, Clause, Document, Indicator, Level
from graph.queries import Reader, Row
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
    "lineage",
    "resolve",
    "tasks",
]

Fact = TypeVar("Fact")


def documents(store: Store) -> tuple[DocumentCard, ...]:
    """All documents, loaded ones first, by level, then id."""
    now = store.snapshot()
    types: dict[str, dict[str, int]] = defaultdict(dict)
    tasks_of: Counter[str] = Counter()
    for row in now.run("browse/clause_counts"):
        types[row["document"]][row["type"]] = row["clauses"]
        tasks_of[row["document"]] += row["tasks"]
    pairs = now.run("browse/linked_documents")
    uppers, lowers = Counter(row["source"] for row in pairs), Counter(row["target"] for row in pairs)
    cards = [
        DocumentCard(**row, clauses=types[id], tasks=tasks_of[id], uppers=uppers[id], lowers=lowers[id])
        for row in now.run("browse/documents")
        for id in [row["id"]]
    ]
    return tuple(sorted(cards, key=lambda card: (not card.loaded, _rank(card.level), card.id)))


def document(store: Store, id: str) -> Document:
    """The document with this id. Raises UnknownReference."""
    return _document(store.snapshot(), id)


def clauses(store: Store, document: str) -> tuple[Clause, ...]:
    """The clauses of a document in order. Raises UnknownReference."""
    now = store.snapshot()
    _document(now, document)
    return tuple(records.fact(Clause, row) for row in now.run("read/clauses", documents=[document]))


def clause(store: Store, id: str) -> ClauseAnswer:
    """One clause with its units, indicators and links. Raises UnknownReference."""
    now = store.snapshot()
    card = _card(now, id)
    family = now.run("browse/family", clause=id)
    return ClauseAnswer(
        clause=card,
        parent=family[0]["parent"] if family else None,
        children=tuple(row["child"] for row in family if row["child"]),
        units=_units(now, [id])[id],
        indicators=_indicators(now, [id])[id],
        implements=tuple(map(_step, now.run("lineage/above", clauses=[id]))),
        implemented_by=tuple(map(_step, now.run("lineage/below", clauses=[id]))),
        citations=tuple(dict.fromkeys(row["target"] for row in now.run("browse/citations", clause=id))),
    )


def resolve(store: Store, text: str) -> str:
    """The id of the document or clause that `text` means: see graph.ids.resolve. Loaded documents come before those
    that are only cited. Raises UnknownReference, AmbiguousReference."""
    return _meant(store.snapshot(), text)


def tasks(
    store: Store, clause: str, *, level: Level | None = None, region: str | None = None, min_score: float = 0.0
) -> TasksAnswer:
    """Every task below that derives from `clause` over any number of links.

    `clause` is an id or what people write; `region` a code or name, with what it contains; `min_score` bounds the
    path's score. Raises UnknownReference, AmbiguousReference.
    """
    now = store.snapshot()
    root = _card(now, _meant(now, clause))
    within = _region_code(now, region) if region else None
    _, links = distances(lambda front: now.run("lineage/below", clauses=front), "source", root.id, DEPTH_LIMIT)
    cards = {card.id: card for card in _cards(now, sorted({root.id, *(row["source"] for row in links)}))}
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
    units, indicators = _units(now, found), _indicators(now, found)
    derived = [
        DerivedTask(
            clause=card,
            score=paths[card.id].score,
            path=tuple(map(_step, paths[card.id].links)),
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
    root = _card(now, _meant(now, clause))

    def around(query: str, end: str) -> dict[str, int]:
        return distances(lambda front: now.run(query, clauses=front), end, root.id, depth)[0]

    below = around("lineage/below", "source") if direction != "up" else {}
    above = around("lineage/above", "target") if direction != "down" else {}
    distance = below | {id: -steps for id, steps in above.items()}
    ups, downs = (now.run(query, clauses=sorted(distance)) for query in ("lineage/above", "lineage/below"))
    further = Counter(row["source"] for row in ups if distance[row["source"]] < 0 and row["target"] not in distance)
    further += Counter(row["target"] for row in downs if distance[row["target"]] > 0 and row["source"] not in distance)
    nodes = [LineageNode(card, distance[card.id], further[card.id]) for card in _cards(now, list(distance))]
    return LineageAnswer(
        clause=root,
        direction=direction,
        depth=depth,
        nodes=tuple(
            sorted((n for n in nodes if n.distance), key=lambda node: (node.distance, _rank(node.clause.level)))
        ),
        links=tuple(_step(row) for row in ups if row["target"] in distance),
    )


def _rank(level: Level | None) -> int:
    return LEVELS.index(level) if level else len(LEVELS)


def _meant(now: Reader, text: str) -> str:
    if now.run("browse/cards", clauses=[text]):
        return text
    rows = now.run("read/names")
    loaded = [row for row in rows if row["loaded"]]
    try:
        return _resolve(now, text, loaded)
    except UnknownReference:
        if len(loaded) == len(rows):
            raise
    return _resolve(now, text, rows)


def _resolve(now: Reader, text: str, rows: Iterable[Row]) -> str:
    names = {row["id"]: [name for name in (row["number"], row["title"], row["notice_title"]) if name] for row in rows}
    return ids.resolve(text, names, lambda document: _addresses(now, document))


def _addresses(now: Reader, document: str) -> list[str]:
    return [row["address"] for row in now.run("read/addresses", document=document)]


def _document(now: Reader, id: str) -> Document:
    rows = now.run("read/document", document=id)
    if not rows:
        known = [row["id"] for row in now.run("read/names")]
        raise UnknownReference(id, difflib.get_close_matches(id, known, n=5, cutoff=0.3))
    return records.fact(Document, rows[0])


def _card(now: Reader, id: str) -> ClauseCard:
    """The card of one clause. Raises UnknownReference, with clauses of the same document that look like it."""
    if cards := _cards(now, [id]):
        return cards[0]
    document = id.rpartition("/")[0] or id
    known = [ids.clause_id(document, address) for address in _addresses(now, document)]
    if document == id:
        raise UnknownReference(f"a clause of {id}", known[:5])
    raise UnknownReference(id, difflib.get_close_matches(id, known, n=5, cutoff=0.3))


def _cards(now: Reader, clauses: Sequence[str]) -> list[ClauseCard]:
    """The cards of these clauses, by document and order in it."""
    rows = now.run("browse/cards", clauses=clauses)
    return [ClauseCard(**{name: value for name, value in row.items() if name != "order"}) for row in rows]


def _units(now: Reader, clauses: Sequence[str]) -> dict[str, tuple[Unit, ...]]:
    """Who must do these clauses: the bodies that each names, and those of the rows that break it down."""
    rows = now.run("lineage/units", clauses=clauses)
    found = _grouped(rows, "clause", lambda row: Unit(**{name: row[name] for name in Unit.__slots__}))
    for clause, units in found.items():
        named = {unit.name for unit in units if not unit.through}
        found[clause] = tuple(unit for unit in units if not unit.through or unit.name not in named)
    return found


def _indicators(now: Reader, clauses: Sequence[str]) -> dict[str, tuple[Indicator, ...]]:
    rows = now.run("lineage/indicators", clauses=clauses)
    return _grouped(rows, "source", lambda row: records.fact(Indicator, row))


def _grouped(rows: Iterable[Row], key: str, read: Callable[[Row], Fact]) -> dict[str, tuple[Fact, ...]]:
    found: dict[str, tuple[Fact, ...]] = defaultdict(tuple)
    for row in rows:
        found[row[key]] += (read(row),)
    return found


def _step(row: Row) -> LinkStep:
    values: dict[str, Any] = {name: row[name] for name in LinkStep.__slots__}
    return LinkStep(**values | {"evidence": records.evidence(row["evidence"])})


def _region_code(now: Reader, region: str) -> str:
    """The code of the region with this code or name, the name's beginning where only one has it (示例 for 示例省)."""
    known: dict[str, str] = {row["code"]: row["name"] for row in now.run("browse/regions")}
    if region in known:
        return region
    same = [code for code, name in known.items() if name == region]
    fitting = same or [code for code, name in known.items() if len(region) > 1 and name.startswith(region)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise AmbiguousReference(region, [f"{code} {known[code]}" for code in fitting])
    near = difflib.get_close_matches(region, known.values(), n=5, cutoff=0.3)
    raise UnknownReference(f"region {region}", near)
