"""The questions along the links: which tasks derive from a clause, and what stands above and below it."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api import examples, following_sheets, link_sheets
from api.routes.common import AMBIGUOUS, BAD_PARAMETER, UNKNOWN, OpenStore
from api.routes.files import GivenAs, answers
from graph import questions
from graph.model import Level
from graph.questions import DEPTH_LIMIT, Direction, LineageAnswer, TasksAnswer

router = APIRouter(tags=["lineage"])
ClauseQuery = Annotated[str, Query(description="a clause as people write it", examples=[examples.AS_WRITTEN])]


@router.get(
    "/tasks",
    response_model=TasksAnswer,
    responses=answers("/tasks", UNKNOWN, AMBIGUOUS, BAD_PARAMETER),
    summary="Which tasks derive from a clause",
)
def tasks(  # noqa: PLR0913, PLR0917  # the parameters of a question are its arguments
    store: OpenStore,
    given: GivenAs,
    derives_from: ClauseQuery,
    level: Annotated[Level | None, Query(description="only tasks of this level", examples=["municipal"])] = None,
    region: Annotated[
        str | None, Query(description="only tasks in this region: a GB/T 2260 code or a name", examples=["样本市"])
    ] = None,
    min_score: Annotated[float, Query(description="only paths with at least this score", ge=0, le=1)] = 0.0,
) -> TasksAnswer | Response:
    """Every task below that derives from the clause over any number of links, each with its best path, units,
    indicators and the evidence at both ends of each link."""
    answer = questions.tasks(store, derives_from, level=level, region=region, min_score=min_score)
    return given.give("tasks", answer, following_sheets.tasks)


@router.get(
    "/lineage",
    response_model=LineageAnswer,
    responses=answers("/lineage", UNKNOWN, AMBIGUOUS, BAD_PARAMETER),
    summary="What stands above and below a clause",
)
def lineage(
    store: OpenStore,
    given: GivenAs,
    clause: ClauseQuery,
    direction: Annotated[Direction, Query(description="up (依据), down (落实) or both")] = "both",
    depth: Annotated[int, Query(description="how many links away", ge=1, le=DEPTH_LIMIT)] = 1,
) -> LineageAnswer | Response:
    """The clauses above and below up to `depth` links away, the links between them, and how many links lead further."""
    return given.give(
        "lineage", questions.lineage(store, clause, direction=direction, depth=depth), link_sheets.lineage
    )
