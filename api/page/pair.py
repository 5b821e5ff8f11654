"""Two clauses side by side: what both say marked with the same number, what it weighs, how their figures compare."""

from fastapi import APIRouter, Request, Response

from api import explanation_page
from api.page import addresses
from api.page.serving import TABLES, PageRoute, cascade_pictures, forms, language_of, show
from api.routes.common import OpenStore
from graph.cascade import STATUSES
from graph.explaining import explain
from graph.explanations import Explanation
from graph.model import LinkStatus

router = APIRouter(route_class=PageRoute)


@router.get("/view/pair")
def pair(request: Request, store: OpenStore, source: str, target: str) -> Response:
    """Whether and why `source` carries out `target`."""
    answer = explain(store, source, target)
    ends = {"source": answer.source.id, "target": answer.target.id}
    return show(
        request,
        "pair.html",
        takeaways=[
            *forms(request, "/links", TABLES, **ends),
            *cascade_pictures(request, of=answer.source.id, direction="up", depth=1, status=_status(answer)),
        ],
        answer=answer,
        shown=explanation_page.shown(answer, language_of(request)),
        report=addresses.address("/view/pair/report", **ends),
    )


def _status(answer: Explanation) -> tuple[LinkStatus, ...]:
    """The statuses of the links that the picture shows: those that count, and that of this pair."""
    return STATUSES if answer.status is None or answer.status in STATUSES else (*STATUSES, answer.status)


@router.get("/view/pair/report")
def report(store: OpenStore, source: str, target: str) -> Response:
    """The same as one file to attach to a report."""
    page = explanation_page.page(explain(store, source, target))
    return Response(page, media_type="text/html", headers={"Content-Disposition": 'attachment; filename="link.html"'})
