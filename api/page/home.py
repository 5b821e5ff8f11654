"""The home: what is loaded, from the nation down, how much of it is carried out below, and how the links stand."""

from fastapi import APIRouter, Request, Response

from api.page.addresses import address
from api.page.serving import PICTURES, TABLES, PageRoute, Takeaway, forms, language_of, show
from api.routes.common import OpenStore
from graph.overview import overview

router = APIRouter(route_class=PageRoute)
SHOWN = 6  # documents of a level; the others are folded


@router.get("/")
def home(request: Request, store: OpenStore) -> Response:
    """What is loaded, and where to look."""
    lang = "en" if language_of(request) == "en" else None
    whole = Takeaway("workbook", address("/export/xlsx", lang=lang), of="take all")
    takeaways = [*forms(request, "/overview", (*TABLES, *PICTURES)), whole]
    return show(request, "home.html", takeaways=takeaways, answer=overview(store), shown=SHOWN)
