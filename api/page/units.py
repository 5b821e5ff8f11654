"""Who must do what: all organizations, and the tasks of one with its counterparts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter, Request, Response

from api.page.serving import PICTURES, TABLES, PageRoute, forms, show
from api.routes.common import OpenStore
from graph.deadlines import last_day
from graph.model import LEVELS, Level, Role
from graph.units import Organized, UnitTask
from graph.units import organizations as all_organizations
from graph.units import units as units_of

router = APIRouter(route_class=PageRoute)
Order = Literal["text", "deadline"]
STANDINGS = ("asked", "above", "below")


@dataclass(frozen=True, slots=True)
class Group:
    """The tasks of the organization itself, or of its counterparts above or below."""

    standing: str
    tasks: tuple[UnitTask, ...]


@router.get("/view/units")
def organizations(
    request: Request, store: OpenStore, level: Level | Literal[""] = "", region: str = "", name: str = ""
) -> Response:
    """All organizations by level and region, or those of a level, of a region, or with `name` in name or kind."""
    found = all_organizations(store)
    shown = [item for item in found if _fits(item, level, region, name.strip())]
    groups = [(each, [item for item in shown if item.level == each]) for each in (*LEVELS, None)]
    return show(
        request,
        "units.html",
        takeaways=forms(request, "/organizations", (*TABLES, *PICTURES)),
        groups=[(each, items) for each, items in groups if items],
        levels=[each for each in LEVELS if any(item.level == each for item in found)],
        regions=sorted({(item.region, item.region_name or item.region) for item in found if item.region}),
        level=level,
        region=region,
        asked=name.strip(),
        shown=len(shown),
        total=len(found),
    )


def _fits(item: Organized, level: Level | Literal[""], region: str, name: str) -> bool:
    placed = (not level or item.level == level) and (not region or item.region == region)
    return placed and any(name in text for text in (item.name, item.kind or ""))


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
    tasks = [task for task in answer.tasks if not role or task.role == role]
    if order == "deadline":
        tasks.sort(key=lambda task: last_day(task.due))
    return show(
        request,
        "unit.html",
        takeaways=forms(request, "/units", (*TABLES, *PICTURES), name=answer.unit.name),
        answer=answer,
        groups=_groups(tasks, ("asked",) if own else STANDINGS),
        roles=[
            each for each in ("lead", "responsible", "cooperate") if any(task.role == each for task in answer.tasks)
        ],
        order=order,
        role=role,
        own=own,
    )


def _groups(tasks: Sequence[UnitTask], standings: Sequence[str]) -> list[Group]:
    """Tasks by standing; its own are a group even where there are none."""
    found = [Group(each, tuple(task for task in tasks if task.unit.standing == each)) for each in standings]
    return [group for group in found if group.tasks or group.standing == "asked"]
