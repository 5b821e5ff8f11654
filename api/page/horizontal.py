"""A document, or one clause, across the cities or districts below: where it is taken up, and how far."""

from typing import Literal

from fastapi import APIRouter, Request, Response

from api.page.serving import PICTURES, TABLES, PageRoute, cascade_pictures, forms, naming, show
from api.routes.common import OpenStore
from graph.matrix import matrix
from graph.model import Level
from graph.overview import overview
from graph.store import Store

router = APIRouter(route_class=PageRoute)
SIGNS = {"deep": "●", "partly": "◐", "none": "○"}
SHORT = 36  # characters of a clause that the matrix shows
NAMED = 3  # clauses below that a cell of the matrix names


@router.get("/view/horizontal")
def horizontal(request: Request, store: OpenStore, id: str = "", level: Level | Literal[""] = "") -> Response:
    """The document or clause that people call `id`; without one, which documents there are."""
    if not id.strip():
        return _choice(request, store)
    answer = matrix(store, id, level or None)
    asked = answer.clause.id if answer.clause else answer.document
    takeaways = forms(request, "/matrix", (*TABLES, *PICTURES), of=asked, level=answer.level)
    if answer.clause:
        takeaways += naming("cascade", cascade_pictures(request, of=asked, direction="down", level=answer.level))
    return show(
        request,
        "horizontal_clause.html" if answer.clause else "horizontal.html",
        takeaways=takeaways,
        answer=answer,
        signs=SIGNS,
        short=SHORT,
        named=NAMED,
    )


def _choice(request: Request, store: Store) -> Response:
    answer = overview(store, below=True)
    loaded = [item for level in answer.levels for item in level.documents]
    takeaways = forms(request, "/overview", (*TABLES, *PICTURES), below="true")
    return show(request, "horizontal_choice.html", takeaways=takeaways, documents=loaded)
