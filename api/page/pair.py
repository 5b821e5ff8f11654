"""Two clauses side by side: what both say marked with the same number, what it weighs, how their figures compare."""

from fastapi import APIRouter, Request, Response

from api import explanation_page
from api.page import addresses
from api.page.serving import PageRoute, Takeaway, language_of, show
from api.routes.common import OpenStore
from graph.explaining import explain

router = APIRouter(route_class=PageRoute)


@router.get("/view/pair")
def pair(request: Request, store: OpenStore, source: str, target: str) -> Response:
    """Whether and why `source` carries out `target`."""
    answer = explain(store, source, target)
    ends = {"source": answer.source.id, "target": answer.target.id}
    return show(
        request,
        "pair.html",
        takeaways=[Takeaway("json", addresses.address("/links", **ends))],
        answer=answer,
        shown=explanation_page.shown(answer, language_of(request)),
        report=addresses.address("/view/pair/report", **ends),
    )


@router.get("/view/pair/report")
def report(store: OpenStore, source: str, target: str) -> Response:
    """The same as one file to attach to a report."""
    page = explanation_page.page(explain(store, source, target))
    return Response(page, media_type="text/html", headers={"Content-Disposition": 'attachment; filename="link.html"'})
