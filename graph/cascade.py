"""The cascade around a clause or a document: one answer that page, pictures and files draw from.

It holds what derives, as graph.questions.tasks tells it: a path goes on from link to link only where both carry the
same measure. So with the same filters its tasks are those of `tasks`; of the clauses of `lineage` those are missing,
and counted, that are reached only by other measures.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from graph import ids, lookup, records
from graph.answers import DEPTH_LIMIT, ClauseCard, Direction
from graph.cascade_answers import (
    CascadeColumn,
    CascadeLink,
    CascadeNode,
    CascadeQuestion,
    CascadeView,
    LeftOut,
    NodeKind,
    Place,
)
from graph.deriving import ENDS, Pair, Reach, reach
from graph.errors import InputError
from graph.folding import folded, joined
from graph.model import LEVELS, Clause, Level, LinkStatus
from graph.queries import Reader, Row
from graph.store import Store
from graph.web import HOLDING, Way, rank

__all__ = [
    "LIMIT",
    "STATUSES",
    "CascadeColumn",
    "CascadeLink",
    "CascadeNode",
    "CascadeQuestion",
    "CascadeView",
    "LeftOut",
    "NodeKind",
    "Place",
    "cascade_view",
]

WAYS: dict[Direction, tuple[Way, ...]] = {"up": ("up",), "down": ("down",), "both": ("down", "up")}
LIMIT = 60  # boxes that a person reads at once
STATUSES: tuple[LinkStatus, ...] = ("proposed", "confirmed")


def cascade_view(  # noqa: PLR0913  # a question with filters
    store: Store,
    reference: str,
    *,
    direction: Direction = "both",
    depth: int = DEPTH_LIMIT,
    min_score: float = 0.0,
    region: str | None = None,
    level: Level | None = None,
    status: Collection[LinkStatus] = STATUSES,
    limit: int = LIMIT,
    expand: Collection[str] = (),
) -> CascadeView:
    """The cascade around a clause or a loaded document, as people write it: up (依据), down (落实) or both.

    `depth` is in links, `min_score` bounds a path's score. `level` and `region` narrow what is shown; what lies above
    stays where its region contains the one asked for, and what a path leads over stays anyway. Of `status` proposed and
    confirmed are walked over; candidate and rejected show such links at what was asked for and between what is shown.
    More than `limit` nodes are folded. `expand` names what is not to be folded: documents, level:county, and clauses,
    which bring in what they are linked to; a name that nothing here has does nothing.
    Raises UnknownReference, AmbiguousReference, and InputError for a document that is only cited and for a depth that
    is not 1 to DEPTH_LIMIT.
    """
    if not 1 <= depth <= DEPTH_LIMIT:
        raise InputError(f"depth must be 1 to {DEPTH_LIMIT}, not {depth}")
    now = store.snapshot()
    id = lookup.meant(now, reference)
    found = lookup.cards_of(now, [id])
    document = found[0].document if found else lookup.loaded_document(now, id)
    within = lookup.region_code(now, region) if region else None
    question = CascadeQuestion(
        id=id,
        kind="clause" if found else "document",
        document=document,
        document_title=lookup.document_of(now, document).title,
        address=found[0].address if found else None,
        direction=direction,
        depth=depth,
        min_score=min_score,
        level=level,
        region=within,
        region_name=lookup.region_name(now, within),
        status=tuple(sorted(status)),
        limit=limit,
        expand=tuple(sorted(expand)),
    )
    return _view(now, question)


@dataclass(slots=True)
class _Picture:
    """What the picture shows so far: clauses with their place and score, and links by their ends."""

    cards: dict[str, ClauseCard] = field(default_factory=dict)
    place: dict[str, Place] = field(default_factory=dict)
    score: dict[str, float] = field(default_factory=dict)
    on_the_way: set[str] = field(default_factory=set)
    rows: dict[Pair, Row] = field(default_factory=dict)

    def put(self, card: ClauseCard, place: Place, score: float) -> None:
        """Show a clause; what is there stays."""
        if card.id not in self.place:
            self.cards[card.id], self.place[card.id], self.score[card.id] = card, place, score


def _view(now: Reader, question: CascadeQuestion) -> CascadeView:
    roots = lookup.cards_of(now, _roots(now, question))
    picture = _Picture()
    for card in roots:
        picture.put(card, "asked", 1.0)
    holding = [status for status in question.status if status in HOLDING]
    reached = [
        reach(now, [card.id for card in roots], way, question.depth, holding) for way in WAYS[question.direction]
    ]
    filtered = sum(_put_derived(picture, found, question) for found in reached)
    near = _put_beside(now, picture, question)
    _put_expanded(now, picture, question)
    nodes = _nodes(now, picture, question)
    others = [id for found in reached for id in sorted(found.cards.keys() - found.best.keys() - found.roots)]
    pinned = {*question.expand, question.id} & picture.cards.keys()
    boxes, links = joined(
        map(lookup.step_of, picture.rows.values()),
        folded(nodes, picture.rows.keys(), question.limit, pinned, question.expand),
    )
    return CascadeView(
        question=question,
        columns=_columns(boxes),
        nodes=tuple(boxes),
        links=tuple(links),
        clauses=len(nodes),
        documents=len({node.document for node in nodes}),
        derived=sum(node.place == "below" and not node.on_the_way and node.clauses[0].task for node in nodes),
        steps=len(picture.rows),
        direct=sum(_joins_asked(picture, row) for row in picture.rows.values()),
        internal=sum(row["scope"] == "internal" for row in picture.rows.values()),
        left_out=LeftOut(
            folded=sum(len(box.clauses) for box in boxes if box.kind != "clause"),
            further=sum(found.further for found in reached),
            filtered=filtered,
            other_measures=len(others),
            unlinked=len(picture.cards) - len(nodes),
            near=near,
            others=tuple(others),
        ),
    )


def _joins_asked(picture: _Picture, row: Row) -> bool:
    ends = (picture.place[row["source"]], picture.place[row["target"]])
    return row["scope"] == "between" and "asked" in ends


def _roots(now: Reader, question: CascadeQuestion) -> list[str]:
    if question.kind == "clause":
        return [question.id]
    return [ids.clause_id(question.id, row["address"]) for row in now.run("read/addresses", document=question.id)]


def _put_derived(picture: _Picture, found: Reach, question: CascadeQuestion) -> int:
    """Put in what is reached and fits the filters, and what the best paths lead over; how many clauses do not fit."""
    best = {id: path for id, path in found.best.items() if id not in found.roots}
    kept = {
        id
        for id, path in best.items()
        if path.score >= question.min_score and _fits(found.cards[id], question, found.way)
    }
    ways = {row[end] for id in kept for row in best[id].links for end in ("source", "target")} - found.roots - kept
    for id in sorted(kept | ways):
        picture.put(found.cards[id], "below" if found.way == "down" else "above", best[id].score)
    picture.on_the_way |= ways
    shown = kept | ways | found.roots
    for pair, path in found.paths.items():
        if shown.issuperset(pair) and path.score >= question.min_score:
            picture.rows[pair] = path.links[0]
    return len(best) - len(kept | ways)


def _fits(card: ClauseCard, question: CascadeQuestion, way: Way | None = None) -> bool:
    """Whether level and region fit; what lies above a region concerns it too."""
    if question.level not in (None, card.level):
        return False
    if question.region is None:
        return True
    if card.region is None:
        return False
    inside = ids.region_contains(question.region, card.region)
    return inside or (way != "down" and ids.region_contains(card.region, question.region))


def _put_beside(now: Reader, picture: _Picture, question: CascadeQuestion) -> int:
    """Put in the links of other statuses that are asked for, at what was asked for and between what is shown; how many
    near misses are not asked for."""
    roots = {id for id, place in picture.place.items() if place == "asked"}
    rows = [row for row in now.run("lineage/any_above", clauses=sorted(picture.place)) if row["status"] not in HOLDING]
    if question.direction != "up":
        below = now.run("lineage/any_below", clauses=sorted(roots))
        rows += [row for row in below if row["status"] not in HOLDING and row["source"] not in picture.place]
    upward = question.direction != "down"
    rows = [row for row in rows if row["target"] in picture.place or (upward and row["source"] in roots)]
    shown = [row for row in rows if row["status"] in question.status and row["score"] >= question.min_score]
    _put_rows(now, picture, shown, question)
    return sum(row["status"] == "candidate" for row in rows) if "candidate" not in question.status else 0


def _put_expanded(now: Reader, picture: _Picture, question: CascadeQuestion) -> None:
    """Put in what the expanded clauses are linked to, whatever measure it is."""
    clauses = sorted({*question.expand} & picture.place.keys())
    rows = [row for query in ("lineage/above", "lineage/below") for row in now.run(query, clauses=clauses)]
    _put_rows(now, picture, [row for row in rows if row["status"] in question.status], question)


def _put_rows(now: Reader, picture: _Picture, rows: Sequence[Row], question: CascadeQuestion) -> None:
    ends = sorted({row[end] for row in rows for end in ("source", "target")} - picture.place.keys())
    fitting = {card.id: card for card in lookup.cards_of(now, ends) if _fits(card, question)}
    for row in sorted(rows, key=lambda row: -row["score"]):
        for end in (row["source"], row["target"]):
            if end in fitting:
                picture.put(fitting[end], "beside", row["score"])
        if row["source"] in picture.place and row["target"] in picture.place:
            picture.rows.setdefault((row["source"], row["target"]), row)


def _nodes(now: Reader, picture: _Picture, question: CascadeQuestion) -> list[CascadeNode]:
    """A node a clause, by level, region, document and place in it; clauses of the document asked for only where a link
    meets them."""
    linked = {end for pair in picture.rows for end in pair} | {question.id}
    cards = [card for card in lookup.cards_of(now, sorted(picture.place)) if card.id in linked]
    shown, sections = {card.id for card in cards}, _sections(now, question)
    up, down = (_leading_out(now, shown, way, question.status) for way in WAYS["both"][::-1])
    return sorted(
        (
            CascadeNode(
                id=card.id,
                kind="clause",
                place=picture.place[card.id],
                level=card.level,
                region=card.region,
                region_name=card.region_name,
                document=card.document,
                document_title=card.document_title,
                section=sections[card.id].id if card.id in sections else None,
                section_heading=sections[card.id].heading if card.id in sections else None,
                clauses=(card,),
                documents=1,
                score=picture.score[card.id],
                on_the_way=card.id in picture.on_the_way,
                up=up[card.id],
                down=down[card.id],
            )
            for card in cards
        ),
        key=lambda node: (rank(node.level), node.region or "", node.document),
    )


def _sections(now: Reader, question: CascadeQuestion) -> dict[str, Clause]:
    """The outermost clause around each clause of the document asked for and of those to be unfolded, parents coming
    before it."""
    found: dict[str, Clause] = {}
    documents = [*question.expand, *([question.id] if question.kind == "document" else [])]
    for row in now.run("read/clauses", documents=sorted({*documents})) if documents else ():
        clause = records.fact(Clause, row)
        found[clause.id] = found.get(clause.parent or "", clause)
    return found


def _leading_out(now: Reader, shown: set[str], way: Way, status: Collection[LinkStatus]) -> Counter[str]:
    """How many links lead from each clause that is shown, one way, to clauses that are not."""
    query, end = ENDS[way]
    near = "source" if end == "target" else "target"
    rows = now.run(query, clauses=sorted(shown))
    return Counter(row[near] for row in rows if row[end] not in shown and row["status"] in status)


def _columns(boxes: Sequence[CascadeNode]) -> tuple[CascadeColumn, ...]:
    found = []
    for level in (*LEVELS, None):
        within = [box for box in boxes if box.level == level]
        cards = [card for box in within for card in box.clauses]
        if within:
            documents = len({card.document for card in cards})
            found.append(CascadeColumn(level, tuple(box.id for box in within), documents, len(cards)))
    return tuple(found)
