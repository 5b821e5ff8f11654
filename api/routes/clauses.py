"""One clause, and what a reference means."""

from typing import Annotated

from fastapi import APIRouter, Query

from api import examples
from api.answers import Resolved
from api.problems import documented
from api.routes.common import AMBIGUOUS, BAD_PARAMETER, UNKNOWN, AddressPath, DocumentPath, OpenStore
from graph import questions
from graph.questions import ClauseAnswer

router = APIRouter(tags=["clauses"])


@router.get(
    "/clauses/{document:path}/{address}",
    responses=documented("/clauses/…", UNKNOWN, AMBIGUOUS, BAD_PARAMETER),
    summary="One clause",
)
def clause(store: OpenStore, document: DocumentPath, address: AddressPath) -> ClauseAnswer:
    """One clause with its units, indicators, citations and the links to and from it."""
    return questions.clause(store, questions.resolve(store, f"{document}/{address}"))


@router.get(
    "/resolve",
    responses=documented("/resolve", UNKNOWN, AMBIGUOUS, BAD_PARAMETER),
    summary="What a reference means",
)
def resolve(
    store: OpenStore,
    q: Annotated[str, Query(description="a document or clause as people write it", examples=[examples.AS_WRITTEN])],
) -> Resolved:
    """The one document or clause that the text means."""
    return Resolved.of(questions.resolve(store, q))
