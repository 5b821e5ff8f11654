"""What an organization and its counterparts above and below must do, and where the handing down of tasks breaks."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal, get_args

from graph import lookup
from graph.answers import ClauseCard
from graph.bodies import Bodies, all_bodies, kinds_of, place_of
from graph.carrying import carried_over
from graph.deadlines import deadlines, first_due, last_day
from graph.exempt import parents_of
from graph.keeping import kept
from graph.model import Assignment, Level, LinkStatus, Organization, Role
from graph.queries import Row
from graph.store import Store
from graph.web import Web, indicators, rank

Order = Literal["text", "deadline"]
ConflictKind = Literal[
    "several leads",  # of one clause
    "lead lost",  # above a body leads, below none of its kind does
    "no unit",  # a task below that names nobody, in a document which hands out others
]


@dataclass(frozen=True, slots=True)
class UnitCard:
    """An organization and where it is at work; `standing` is that to the one that was asked for."""

    name: str
    kind: str | None
    level: Level | None
    region: str | None
    region_name: str | None
    standing: Literal["asked", "above", "below"]


@dataclass(frozen=True, slots=True)
class Origin:
    """The likest clause above a task, in another document; `through` is the clause that the task's row breaks down and
    from which the link leads up, None where the task itself is linked. `status` says whether a person has confirmed
    that link, `others` how many further clauses of other documents the task is linked to so."""

    clause: ClauseCard
    score: float
    through: str | None
    status: LinkStatus
    others: int


@dataclass(frozen=True, slots=True)
class _Up:
    """A link that leads from a task up to another document; `through` and `others` as an Origin has them."""

    row: Row
    through: str | None
    others: int


@dataclass(frozen=True, slots=True)
class UnitTask:
    """A clause that an organization must do. `deadlines` are all that it states, with and without figures, as written;
    `due` is the first day, month or year in which something is due, empty where none tells."""

    unit: UnitCard
    clause: ClauseCard
    role: Role
    as_written: str
    deadlines: tuple[str, ...]
    due: str
    source: Origin | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something to look at: a clause, the document where it shows (its own, or one that carries it out), the bodies
    concerned, and the clauses of that document which carry it out. Two bodies may lead one clause on purpose."""

    kind: ConflictKind
    clause: str
    document: str
    units: tuple[str, ...]
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitsAnswer:
    """All tasks of an organization and of its counterparts above and below, from the nation down, and the conflicts."""

    unit: UnitCard
    counterparts: tuple[UnitCard, ...]
    tasks: tuple[UnitTask, ...]
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class Organized:
    """An organization with how many clauses it leads, is responsible for and cooperates in; a collective name
    (各市政府) stands for many."""

    name: str
    kind: str | None
    level: Level | None
    region: str | None
    region_name: str | None
    collective: bool
    lead: int
    responsible: int
    cooperate: int


def organizations(store: Store) -> list[Organized]:
    """All organizations that must do something, from the nation down, by region, the busiest first. One whose name
    tells no place is at work where its documents are for; of several such places none is told."""
    now = store.snapshot()
    web = kept(now, Web.of)
    bodies = kept(now, all_bodies)
    roles: dict[str, Counter[Role]] = defaultdict(Counter)
    for item in chain.from_iterable(bodies.assignments.values()):
        roles[item.target][item.role] += 1
    found = [_organized(web, bodies, bodies.by_name[name], roles[name]) for name in roles if name in bodies.by_name]
    return sorted(found, key=lambda item: (rank(item.level), item.region or "", -_tasks(item), item.name))


def fitting(
    found: Iterable[Organized], *, level: Level | None = None, region: str | None = None, name: str = ""
) -> list[Organized]:
    """Those of a level, of a region (its code), and with `name` in their name or kind."""
    return [
        item
        for item in found
        if level in (None, item.level)
        and region in (None, item.region)
        and any(name in text for text in (item.name, item.kind or ""))
    ]


def _organized(web: Web, bodies: Bodies, body: Organization, roles: Mapping[Role, int]) -> Organized:
    card = _card(web, bodies, body, body)
    counts = {role: roles.get(role, 0) for role in get_args(Role)}
    return Organized(card.name, card.kind, card.level, card.region, card.region_name, body.collective, **counts)


def _tasks(item: Organized) -> int:
    return item.lead + item.responsible + item.cooperate


def units(store: Store, name: str) -> UnitsAnswer:
    """What the organization that people call `name` must do, and its counterparts: bodies of the same kind and sort
    whose regions contain its own or lie in it. See graph.bodies. Raises UnknownReference, AmbiguousReference."""
    now = store.snapshot()
    web = kept(now, Web.of)
    bodies = kept(now, all_bodies)
    asked = bodies.meant(name)
    line = [asked, *bodies.counterparts(asked)]
    cards = {body.id: _card(web, bodies, asked, body) for body in line}
    given = list(_given(web, bodies, asked, {body.id for body in line}))
    origins = {item.source: _origin(web, item.source) for item in given}
    wanted = {*origins, *(up.row["target"] for up in filter(None, origins.values()))}
    clauses = {card.id: card for card in lookup.cards_of(now, sorted(wanted))}
    figures = indicators(now, {clause.document for clause in clauses.values()})
    dated = {id: deadlines(web.clauses[id], figures.get(id, ())) for id in origins}
    tasks = [
        UnitTask(
            unit=cards[item.target],
            clause=clauses[item.source],
            role=item.role,
            as_written=item.as_written,
            deadlines=tuple(dict.fromkeys(each.deadline or "" for each in dated[item.source])),
            due=first_due(dated[item.source]),
            source=_shown(origins[item.source], clauses),
        )
        for item in given
    ]
    counterparts = sorted(
        (cards[body.id] for body in line[1:]), key=lambda card: (rank(card.level), card.region or "", card.name)
    )
    return UnitsAnswer(
        unit=cards[asked.id],
        counterparts=tuple(counterparts),
        tasks=tuple(sorted(tasks, key=lambda task: (_order(task.clause), task.clause.document))),
        conflicts=tuple(_conflicts(web, bodies, given)),
    )


def narrowed(answer: UnitsAnswer, *, role: Role | None = None, own: bool = False, order: Order = "text") -> UnitsAnswer:
    """The answer with its tasks in one role, with those of the organization itself alone (`own`), or by deadline."""
    tasks = [task for task in answer.tasks if role in (None, task.role) and (not own or task.unit.standing == "asked")]
    if order == "deadline":
        tasks.sort(key=lambda task: last_day(task.due))
    return replace(answer, tasks=tuple(tasks))


def _order(card: UnitCard | ClauseCard) -> tuple[int, str]:
    return rank(card.level), card.region or ""


def _given(web: Web, bodies: Bodies, asked: Organization, line: set[str]) -> Iterator[Assignment]:
    """Who of the line must do what. A counterpart whose name tells no place counts where its document is in line."""
    for clause in web.clauses.values():
        for item in bodies.assignments.get(clause.id, ()):
            if item.target == asked.id:
                yield item
            elif item.target in line:
                place = place_of(bodies.by_name[item.target], web.documents[clause.document])
                if bodies.in_line(asked, [place]):
                    yield item


def _card(web: Web, bodies: Bodies, asked: Organization, body: Organization) -> UnitCard:
    places = sorted(bodies.places[body.id], key=lambda place: (rank(place[0]), place[1] or ""))
    level, region = places[0] if len(places) == 1 else (body.level, body.region)
    own = min((rank(place[0]) for place in bodies.places[asked.id]), default=0)
    standing: Literal["above", "below"] = "above" if rank(places[0][0]) < own else "below"
    name = web.regions.get(region, region) if region else None
    return UnitCard(body.id, body.kind, level, region, name, "asked" if body == asked else standing)


def _origin(web: Web, clause: str) -> _Up | None:
    """The likest link up to another document, of the clause itself or over the clause that it breaks down as a row."""
    rows = web.above.get(clause, ())
    found: list[tuple[float, Row, str | None]] = [
        (row["score"], row, None) for row in rows if row["scope"] == "between"
    ]
    for inner in (row for row in rows if row["scope"] == "internal"):
        found += [
            (inner["score"] * row["score"], row, inner["target"])
            for row in web.above.get(inner["target"], ())
            if row["scope"] == "between" and web.joins(inner, row)
        ]
    best = max(found, key=lambda item: (item[2] is None, item[0], item[1]["target"]), default=None)
    return _Up(best[1], best[2], len({row["target"] for _, row, _ in found}) - 1) if best else None


def _shown(up: _Up | None, clauses: Mapping[str, ClauseCard]) -> Origin | None:
    if up is None:
        return None
    row = up.row
    return Origin(clauses[row["target"]], row["score"], up.through, row["status"], up.others)


# where the handing down breaks -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Handing:
    """A clause above, and the clauses of one document that carry it out, with the bodies that are named near these."""

    clause: str
    document: str
    carriers: Sequence[str]
    named: Mapping[str, Sequence[Assignment]]


def _conflicts(web: Web, bodies: Bodies, given: Sequence[Assignment]) -> Iterator[Conflict]:
    order = {clause: place for place, clause in enumerate(web.clauses)}
    for clause in sorted({item.source for item in given}, key=order.__getitem__):
        leads = _leads(bodies.assignments[clause])
        if len(leads) > 1:
            yield Conflict("several leads", clause, web.clauses[clause].document, leads, ())
        leading = _leads(item for item in given if item.source == clause)
        for handing in _handings(web, bodies, clause):
            yield from _nobody(web, handing)
            yield from _lost(bodies, handing, leading)


def _handings(web: Web, bodies: Bodies, clause: str) -> Iterator[Handing]:
    """What carries a clause out, by document; documents that name no bodies at all hand nothing out."""
    found: dict[str, list[str]] = {}
    for end in dict.fromkeys(_below(web, clause)):
        found.setdefault(web.clauses[end].document, []).append(end)
    for document, carriers in found.items():
        if any(item.id in bodies.assignments for item in web.of_document(document)):
            yield Handing(clause, document, carriers, {end: _named_near(web, bodies, end) for end in carriers})


def _below(web: Web, clause: str) -> Iterator[str]:
    """The clauses of other documents that carry out the clause, or the same measure of a clause that it breaks down."""
    own = web.clauses[clause].document
    ways = list(web.passages(clause, "down"))
    for inner in (row for row in web.above.get(clause, ()) if row["scope"] == "internal"):
        drawn = carried_over([inner], web.texts)
        ways += [way for way in web.passages(inner["target"], "down") if drawn & carried_over(way.path, web.texts)]
    return (way.end for way in ways if web.clauses[way.end].document != own)


def _named_near(web: Web, bodies: Bodies, clause: str) -> list[Assignment]:
    """Who is named in a clause, in what is around or inside it, breaks it down or is broken down by it."""
    item = web.clauses[clause]
    around = [each.id for each in (*parents_of(item, web.clauses), *web.inside(item))]
    return [given for each in (clause, *web.internal(clause), *around) for given in bodies.assignments.get(each, ())]


def _nobody(web: Web, handing: Handing) -> Iterator[Conflict]:
    bare = tuple(end for end in handing.carriers if web.clauses[end].task and not handing.named[end])
    if bare:
        yield Conflict("no unit", handing.clause, handing.document, (), bare)


def _lost(bodies: Bodies, handing: Handing, leading: Sequence[str]) -> Iterator[Conflict]:
    """Bodies that lead above and have nobody of their kind who leads below, or is responsible where nobody leads."""
    below = [item for found in handing.named.values() for item in found]
    heads = _leads(below) or _leads(below, "responsible")
    kinds = {kind for name in heads for kind in kinds_of(bodies.by_name[name])}
    lost = tuple(name for name in leading if bodies.by_name[name].kind and not kinds & kinds_of(bodies.by_name[name]))
    if lost and heads:
        yield Conflict("lead lost", handing.clause, handing.document, lost, tuple(handing.carriers))


def _leads(items: Iterable[Assignment], role: Role = "lead") -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.target for item in items if item.role == role))
