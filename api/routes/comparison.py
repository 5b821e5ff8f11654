"""Figures against those above and below them."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api import examples, following_sheets
from api.routes.common import AMBIGUOUS, BAD_PARAMETER, UNKNOWN, OpenStore
from api.routes.pictures import DrawnAs, answers
from graph import comparison as questions
from graph.comparison import CompareAnswer, Only

router = APIRouter(tags=["what follows"])


@router.get(
    "/compare",
    response_model=CompareAnswer,
    responses=answers("/compare", UNKNOWN, AMBIGUOUS, BAD_PARAMETER),
    summary="Figures against those above and below them",
)
def compare(
    store: OpenStore,
    given: DrawnAs,
    of: Annotated[str, Query(description="a clause or document as people write it", examples=[examples.AS_WRITTEN])],
    only: Annotated[Only | None, Query(description="only pairs that stand so, or whose deadline was moved so")] = None,
) -> CompareAnswer | Response:
    """Each figure with the likest one above along the lineages: equal, raised, lowered, a share of a total, or why they
    cannot be compared; whether it is due earlier or later; what the shares of one level add up to."""
    return given.give("compare", questions.narrowed(questions.compare(store, of), only), following_sheets.compare)
