"""The tasks of an organization and of its counterparts."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api import examples, following_sheets
from api.routes.common import AMBIGUOUS, BAD_PARAMETER, UNKNOWN, OpenStore
from api.routes.files import Format, answers, given
from graph import units as questions
from graph.units import UnitsAnswer

router = APIRouter(tags=["what follows"])


@router.get(
    "/units",
    response_model=UnitsAnswer,
    responses=answers("/units", UNKNOWN, AMBIGUOUS, BAD_PARAMETER),
    summary="The tasks of an organization and of its counterparts",
)
def units(
    store: OpenStore,
    name: Annotated[str, Query(description="an organization as people write it", examples=[examples.UNITS[0].name])],
    format: Format = "json",
) -> UnitsAnswer | Response:
    """All clauses that the organization must do, and those of the bodies of its kind above and below it, with role,
    deadlines and the likest clause above; then several leads of one clause, leads lost on the way down, and tasks that
    name nobody."""
    return given(questions.units(store, name), format, following_sheets.units)
