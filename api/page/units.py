"""Who must do what: all organizations, and the tasks of one with its counterparts."""

from typing import Literal

from fastapi import APIRouter, Request, Response

from api.page.addresses import address
from api.page.serving import PageRoute, Takeaway, show
from api.routes.common import OpenStore
from graph.model import LEVELS, Level
from graph.units import UnitTask
from graph.units import organizations as all_organizations
from graph.units import units as units_of

router = APIRouter(route_class=PageRoute)
Order = Literal["text", "deadline"]
UNDATED = "\uffff"  # after all that have a deadline


@router.get("/view/units")
def organizations(request: Request, store: OpenStore, level: Level | Literal[""] = "", name: str = "") -> Response:
    """All organizations by level and region, or those whose name holds `name`."""
    found = all_organizations(store)
    shown = [item for item in found if (not level or item.level == level) and name.strip() in item.name]
    groups = [(each, [item for item in shown if item.level == each]) for each in (*LEVELS, None)]
    return show(
        request,
        "units.html",
        takeaways=[Takeaway("json", address("/organizations"))],
        groups=[(each, items) for each, items in groups if items],
        levels=[each for each in LEVELS if any(item.level == each for item in found)],
        level=level,
        asked=name.strip(),
        shown=len(shown),
        total=len(found),
    )


@router.get("/view/unit")
def unit(request: Request, store: OpenStore, name: str, order: Order = "text", own: str = "") -> Response:
    """The tasks of the organization that people call `name`; `own` leaves out those of its counterparts."""
    answer = units_of(store, name)
    tasks = [task for task in answer.tasks if not own or task.unit.standing == "asked"]
    return show(
        request,
        "unit.html",
        takeaways=[
            Takeaway("json", address("/units", name=answer.unit.name)),
            Takeaway("csv", address("/units", name=answer.unit.name, format="csv")),
            Takeaway("xlsx", address("/units", name=answer.unit.name, format="xlsx")),
        ],
        answer=answer,
        tasks=sorted(tasks, key=_deadline if order == "deadline" else _its_own_first),
        order=order,
        own=own,
    )


def _its_own_first(task: UnitTask) -> bool:
    return task.unit.standing != "asked"


def _deadline(task: UnitTask) -> str:
    return min(task.deadlines, default=UNDATED)
