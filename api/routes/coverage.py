"""Which clauses of a document are carried out below."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api import examples, following_sheets, looking_sheets
from api.routes.common import AMBIGUOUS, BAD_PARAMETER, UNKNOWN, OpenStore
from api.routes.pictures import DrawnAs, answers
from graph import coverage as questions
from graph.coverage import CoverageAnswer
from graph.matrix import Matrix, matrix
from graph.model import Level

router = APIRouter(tags=["what follows"])


@router.get(
    "/coverage",
    response_model=CoverageAnswer,
    responses=answers("/coverage", UNKNOWN, AMBIGUOUS, BAD_PARAMETER),
    summary="Which clauses of a document are carried out below",
)
def coverage(
    store: OpenStore,
    given: DrawnAs,
    document: Annotated[str, Query(description="a document as people write it", examples=[examples.DOCUMENT.id])],
    level: Annotated[Level | None, Query(description="only what is below at this level")] = None,
    region: Annotated[
        str | None, Query(description="only what is below in this region: a code or a name", examples=["样本市"])
    ] = None,
) -> CoverageAnswer | Response:
    """Each clause deep, partly or not at all, per level, region and document below, with the clauses that carry it out;
    what is exempt and why; orphans: clauses below that carry out nothing above. `definitions` tells what words mean."""
    answer = questions.coverage(store, document, level=level, region=region)
    return given.give("coverage", answer, following_sheets.coverage)


@router.get(
    "/matrix",
    response_model=Matrix,
    responses=answers("/matrix", UNKNOWN, AMBIGUOUS, BAD_PARAMETER),
    summary="A document or clause across the places below",
)
def across(
    store: OpenStore,
    given: DrawnAs,
    of: Annotated[str, Query(description="a clause or document as people write it", examples=[examples.AS_WRITTEN])],
    level: Annotated[Level | None, Query(description="only places of this level")] = None,
) -> Matrix | Response:
    """Each clause with a cell for each city or district below: deep, partly or not at all, the clauses that carry it
    out there with the links that lead to them, and what came near."""
    return given.give("matrix", matrix(store, of, level), looking_sheets.matrix)
