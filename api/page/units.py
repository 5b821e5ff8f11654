"""Who must do what: all organizations, and the tasks of one with its counterparts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from fastapi import APIRouter, Request, Response

from api.page.serving import PICTURES, TABLES, PageRoute, forms, show
from api.routes.common import OpenStore
from graph import questions
from graph.answers import DocumentCard
from graph.model import LEVELS, Level, Role
from graph.store import Store
from graph.units import Order, UnitTask, fitting, narrowed
from graph.units import organizations as all_organizations
from graph.units import units as units_of

router = APIRouter(route_class=PageRoute)
STANDINGS = ("asked", "above", "below")


@dataclass(frozen=True, slots=True)
class Listed:
    """Tasks of one document, whose title stands above them; without one (None) each says its document."""

    document: DocumentCard | None
    tasks: tuple[UnitTask, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The tasks of the organization itself, or of its counterparts above or below."""

    standing: str
    count: int
    lists: tuple[Listed, ...]


@router.get("/view/units")
def organizations(
    request: Request, store: OpenStore, level: Level | Literal[""] = "", region: str = "", name: str = ""
) -> Response:
    """All organizations by level and region, or those of a level, of a region, or with `name` in name or kind."""
    found = all_organizations(store)
    asked = name.strip()
    shown = fitting(found, level=level or None, region=region or None, name=asked)
    groups = [(each, [item for item in shown if item.level == each]) for each in (*LEVELS, None)]
    return show(
        request,
        "units.html",
        takeaways=forms(request, "/organizations", (*TABLES, *PICTURES), level=level, region=region, name=asked),
        groups=[(each, items) for each, items in groups if items],
        levels=[each for each in LEVELS if any(item.level == each for item in found)],
        regions=sorted({(item.region, item.region_name or item.region) for item in found if item.region}),
        level=level,
        region=region,
        asked=asked,
        shown=len(shown),
        total=len(found),
    )


@router.get("/view/unit")
def unit(  # noqa: PLR0913, PLR0917  # the parameters of the address
    request: Request,
    store: OpenStore,
    name: str,
    order: Order = "text",
    role: Role | Literal[""] = "",
    own: str = "",
) -> Response:
    """The tasks of the organization that people call `name`, its own first; `own` leaves out those of its counterparts,
    `role` keeps those in one role."""
    answer = units_of(store, name)
    shown = narrowed(answer, role=role or None, own=bool(own), order=order)
    asked = {"name": answer.unit.name, "role": role, "own": "true" if own else None}
    by_deadline = {"order": order} if order == "deadline" else {}
    return show(
        request,
        "unit.html",
        takeaways=forms(request, "/units", (*TABLES, *PICTURES), **asked, **by_deadline),
        answer=answer,
        groups=_groups(shown.tasks, ("asked",) if own else STANDINGS, {} if order == "deadline" else _cards(store)),
        roles=[
            each for each in ("lead", "responsible", "cooperate") if any(task.role == each for task in answer.tasks)
        ],
        order=order,
        role=role,
        own=own,
    )


def _cards(store: Store) -> dict[str, DocumentCard]:
    return {card.id: card for card in questions.documents(store)}


def _groups(tasks: Sequence[UnitTask], standings: Sequence[str], cards: Mapping[str, DocumentCard]) -> list[Group]:
    """Tasks by standing, and by the documents of `cards`; its own are a group even where there are none."""
    groups = [(each, [task for task in tasks if task.unit.standing == each]) for each in standings]
    return [
        Group(standing, len(found), tuple(_lists(found, cards)))
        for standing, found in groups
        if found or standing == "asked"
    ]


def _lists(tasks: Iterable[UnitTask], cards: Mapping[str, DocumentCard]) -> Iterator[Listed]:
    for document, found in groupby(tasks, key=lambda task: cards.get(task.clause.document)):
        yield Listed(document, tuple(found))
