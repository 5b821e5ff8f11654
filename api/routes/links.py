"""Why clauses are linked, or are not."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api import examples, link_sheets
from api.problems import documented
from api.routes.common import AMBIGUOUS, BAD_PARAMETER, UNKNOWN, AddressPath, DocumentPath, OpenStore
from api.routes.files import GivenAs, answers
from graph import explaining
from graph.explanations import Explanation, WhyNot

router = APIRouter(tags=["links"])


@router.get(
    "/links",
    response_model=Explanation,
    responses=answers("/links", UNKNOWN, AMBIGUOUS, BAD_PARAMETER),
    summary="Why two clauses are linked, or are not",
)
def explain(
    store: OpenStore,
    given: GivenAs,
    source: Annotated[
        str, Query(description="the lower or later clause, as people write it", examples=[examples.BELOW.id])
    ],
    target: Annotated[str, Query(description="the higher or earlier clause", examples=[examples.AS_WRITTEN])],
) -> Explanation | Response:
    """Both texts, the evidence at both ends with what each piece weighs, and the indicators side by side. Without a
    link or candidate `status` is null and `reason` says why. The clauses stand in the query: ids hold slashes."""
    return given.give("link", explaining.explain(store, source, target), link_sheets.pair)


# Before /clauses/{document}/{address}, which would take why-not for an address.
@router.get(
    "/clauses/{document:path}/{address}/why-not",
    responses=documented("/clauses/…", UNKNOWN, AMBIGUOUS, BAD_PARAMETER),
    summary="Why a clause carries out nothing above",
)
def why_not(store: OpenStore, document: DocumentPath, address: AddressPath) -> WhyNot:
    """What came near above and why it was refused, and which documents the clause could carry out at all."""
    return explaining.why_not(store, f"{document}/{address}")
