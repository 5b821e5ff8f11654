"""The tasks of an organization and of its counterparts."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api import duty_sheets, examples, following_sheets
from api.routes.common import AMBIGUOUS, BAD_PARAMETER, UNKNOWN, OpenStore
from api.routes.pictures import DrawnAs, answers
from graph import units as questions
from graph.timeline import TimelineAnswer, timeline
from graph.units import Organized, UnitsAnswer

router = APIRouter(tags=["what follows"])


@router.get(
    "/units",
    response_model=UnitsAnswer,
    responses=answers("/units", UNKNOWN, AMBIGUOUS, BAD_PARAMETER),
    summary="The tasks of an organization and of its counterparts",
)
def units(
    store: OpenStore,
    given: DrawnAs,
    name: Annotated[str, Query(description="an organization as people write it", examples=[examples.UNITS[0].name])],
) -> UnitsAnswer | Response:
    """All clauses that the organization must do, and those of the bodies of its kind above and below it, with role,
    deadlines and the likest clause above; then several leads of one clause, leads lost on the way down, and tasks that
    name nobody."""
    return given.give("units", questions.units(store, name), following_sheets.units)


@router.get(
    "/organizations",
    response_model=list[Organized],
    responses=answers("/organizations"),
    summary="All organizations with their tasks counted",
)
def organizations(store: OpenStore, given: DrawnAs) -> list[Organized] | Response:
    """Who must do something in the loaded documents, from the nation down, with how many clauses in which role."""
    return given.give("organizations", questions.organizations(store), duty_sheets.organizations)


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
) -> TimelineAnswer | Response:
    """Figures with deadlines by year, with the clauses that state them and who must do these: of a clause or document
    with all above and below it along its lineages, or of everything."""
    return given.give("timeline", timeline(store, of), duty_sheets.timeline)
