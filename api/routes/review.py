"""What people decide: what waits for them, and their decisions, which need the server's token."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, Field

from api import deciding, examples, link_sheets
from api.access import TooManyAttempts, WritingOff, WrongToken
from api.attempts import MayWrite
from api.problems import documented
from api.routes.common import AMBIGUOUS, BAD_PARAMETER, UNKNOWN, OpenStore
from api.routes.files import GivenAs, answers
from graph import review as questions
from graph.decisions import DecisionCard, decision_cards
from graph.errors import Conflict
from graph.explanations import Caution
from graph.model import Verdict
from graph.review import LIMIT, ReviewAnswer, Reviewed
from graph.waiting import Asked, Order, Waiting

router = APIRouter(tags=["review"])
MOST = 1_000  # links of one answer
WRITING = documented(
    "/review",
    UNKNOWN,
    AMBIGUOUS,
    BAD_PARAMETER,
    WritingOff(),
    WrongToken(),
    TooManyAttempts(),
    Conflict("policy.kgl is open for writing by process 4711; try again when that is done"),
)


class Judgement(BaseModel):
    """What a person says of two clauses, both as people write them."""

    source: str = Field(description="the clause that carries out")
    target: str = Field(description="the clause that it carries out")
    status: Verdict
    by: str = Field(description="who decides", min_length=1, max_length=200)
    note: str = Field(default="", description="why", max_length=2_000)


def asked(  # noqa: PLR0913, PLR0917  # the parameters of a question are its arguments
    document: Annotated[
        str | None, Query(description="only what has an end in this document, or in this clause")
    ] = None,
    other: Annotated[str | None, Query(description="only what has its other end in this document")] = None,
    status: Annotated[Waiting | None, Query(description="only links of this status")] = None,
    min_score: Annotated[float, Query(description="only links with at least this score", ge=0, le=1)] = 0.0,
    max_score: Annotated[float, Query(description="only links with at most this score", ge=0, le=1)] = 1.0,
    caution: Annotated[Caution | None, Query(description="only links against which this speaks")] = None,
    order: Annotated[Order, Query(description="in which order")] = "doubtful",
) -> Asked:
    """Which of what waits is asked for."""
    return Asked(document, other, status, min_score, max_score, caution, order)


@router.get(
    "/review",
    response_model=ReviewAnswer,
    responses=answers("/review", UNKNOWN, AMBIGUOUS, BAD_PARAMETER),
    summary="What waits for a person",
)
def review(
    store: OpenStore,
    given: GivenAs,
    asked: Annotated[Asked, Depends(asked)],
    limit: Annotated[int, Query(description="how many links", ge=1, le=MOST)] = LIMIT,
) -> ReviewAnswer | Response:
    """Decisions whose texts changed since, then the links that nobody decided, with both clauses, the evidence and what
    speaks against them. The most doubtful come first: links that count before near misses; the most spoken against,
    then the least likely, first."""
    return given.give("review", questions.review(store, asked, limit=limit), link_sheets.review)


@router.put("/review", dependencies=[MayWrite], responses=WRITING, summary="Decide on a link")
def decide(request: Request, body: Judgement) -> Reviewed:
    """Confirm or reject that the source carries out the target, in place of what was decided before. A confirmed pair
    without a link becomes one by hand. Needs the server's token."""
    return deciding.decide(
        request.app.state.opening.url, body.source, body.target, body.status, by=body.by, note=body.note
    )


@router.delete("/review", dependencies=[MayWrite], responses=WRITING, summary="Take a decision back")
def undo(
    request: Request,
    source: Annotated[str, Query(description="the clause that carries out", examples=[examples.BELOW.id])],
    target: Annotated[str, Query(description="the clause that it carries out", examples=[examples.AS_WRITTEN])],
) -> Reviewed:
    """The link is again what the rules say. Needs the server's token."""
    return deciding.undo(request.app.state.opening.url, source, target)


@router.get("/decisions", responses=documented("/decisions", BAD_PARAMETER), summary="What people decided")
def decisions(
    store: OpenStore,
    suspect: Annotated[bool, Query(description="only those whose texts changed since")] = False,
) -> tuple[DecisionCard, ...]:
    """All decisions: suspect where the text at an end changed since, dangling where a clause is not in the store."""
    cards = decision_cards(store.snapshot())
    return tuple(card for card in cards if not suspect or card.state == "suspect")
