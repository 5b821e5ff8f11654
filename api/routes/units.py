"""The tasks of an organization and of its counterparts."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api import duty_sheets, examples, following_sheets
from api.routes.common import AMBIGUOUS, BAD_PARAMETER, UNKNOWN, OpenStore
from api.routes.pictures import DrawnAs, answers
from graph import units as questions
from graph.model import Level, Role
from graph.timeline import TimelineAnswer, of_level, timeline
from graph.units import Order, Organized, UnitsAnswer

router = APIRouter(tags=["what follows"])


@router.get(
    "/units",
    response_model=UnitsAnswer,
    responses=answers("/units", UNKNOWN, AMBIGUOUS, BAD_PARAMETER),
    summary="The tasks of an organization and of its counterparts",
)
def units(  # noqa: PLR0913, PLR0917  # the parameters of a question are its arguments
    store: OpenStore,
    given: DrawnAs,
    name: Annotated[str, Query(description="an organization as people write it", examples=[examples.UNITS[0].name])],
    role: Annotated[Role | None, Query(description="only tasks in this role")] = None,
    own: Annotated[bool, Query(description="only its own tasks, none of its counterparts")] = False,
    order: Annotated[Order, Query(description="tasks by document and place in it, or by deadline")] = "text",
) -> UnitsAnswer | Response:
    """All clauses that the organization must do, and those of the bodies of its kind above and below it, with role,
    deadlines and the likest clause above; then several leads of one clause, leads lost on the way down, and tasks that
    name nobody."""
    answer = questions.narrowed(questions.units(store, name), role=role, own=own, order=order)
    return given.give("units", answer, following_sheets.units)


@router.get(
    "/organizations",
    response_model=list[Organized],
    responses=answers("/organizations"),
    summary="All organizations with their tasks counted",
)
def organizations(
    store: OpenStore,
    given: DrawnAs,
    level: Annotated[Level | None, Query(description="only those of this level")] = None,
    region: Annotated[str | None, Query(description="only those of this region: a code", examples=["990200"])] = None,
    name: Annotated[str, Query(description="only those with this in name or kind")] = "",
) -> list[Organized] | Response:
    """Who must do something in the loaded documents, from the nation down, with how many clauses in which role."""
    found = questions.fitting(questions.organizations(store), level=level, region=region, name=name.strip())
    return given.give("organizations", found, duty_sheets.organizations)


@router.get(
    "/timeline",
    response_model=TimelineAnswer,
    responses=answers("/timeline", UNKNOWN, AMBIGUOUS),
    summary="What is due in which year",
)
def deadlines(
    store: OpenStore,
    given: DrawnAs,
    of: Annotated[
        str | None,
        Query(description="a clause or document; without one, all that is loaded", examples=[examples.AS_WRITTEN]),
    ] = None,
    level: Annotated[Level | None, Query(description="only deadlines of this level")] = None,
) -> TimelineAnswer | Response:
    """Figures with deadlines by year, with the clauses that state them and who must do these: of a clause or document
    with all above and below it along its lineages, or of everything."""
    return given.give("timeline", of_level(timeline(store, of), level), duty_sheets.timeline)
