"""What people look for by a word; what is loaded; a document as it is read."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api import examples, looking_sheets
from api.routes.common import AMBIGUOUS, BAD_PARAMETER, UNKNOWN, OpenStore
from api.routes.files import GivenAs, answers
from api.routes.pictures import DrawnAs
from api.routes.pictures import answers as drawn_answers
from graph import overview as overviews
from graph import reading as readings
from graph import search as searches
from graph.overview import Overview
from graph.reading import Reading
from graph.search import LIMIT, MOST, SearchAnswer

router = APIRouter(tags=["looking around"])


@router.get("/overview", response_model=Overview, responses=drawn_answers("/overview"), summary="What is loaded")
def overview(
    store: OpenStore,
    given: DrawnAs,
    below: Annotated[bool, Query(description="only documents below which others are loaded")] = False,
) -> Overview | Response:
    """The loaded documents by level, each with how much of it is carried out below; those that are only cited; how many
    links have each status."""
    return given.give("overview", overviews.overview(store, below=below), looking_sheets.overview)


@router.get(
    "/search",
    response_model=SearchAnswer,
    responses=answers("/search", BAD_PARAMETER),
    summary="What a word finds",
)
def search(
    store: OpenStore,
    given: GivenAs,
    q: Annotated[
        str, Query(description="a reference, a title, a unit, or words of a text", examples=["体质健康 监测"])
    ],
    limit: Annotated[int, Query(description="how many clauses", ge=1, le=MOST)] = LIMIT,
) -> SearchAnswer | Response:
    """What the text names, else the documents and organizations whose names hold all its words, and the clauses whose
    texts do."""
    return given.give("search", searches.search(store, q, limit=limit), looking_sheets.search)


@router.get(
    "/reading",
    response_model=Reading,
    responses=answers("/reading", UNKNOWN, AMBIGUOUS, BAD_PARAMETER),
    summary="A document as it is read",
)
def reading(
    store: OpenStore,
    given: GivenAs,
    document: Annotated[str, Query(description="a document as people write it", examples=[examples.DOCUMENT.id])],
) -> Reading | Response:
    """The clauses of a document in order, each with what was found in it, what it carries out, what carries it out, and
    how far."""
    return given.give("document", readings.reading(store, document), looking_sheets.reading)
