"""Two clauses side by side: what both say marked with the same number, what it weighs, how their figures compare."""

from fastapi import APIRouter, Request, Response

from api import explanation_page
from api.page import addresses
from api.page.serving import TABLES, PageRoute, Takeaway, cascade_pictures, forms, language_of, naming, show
from api.routes.common import OpenStore
from graph.cascade import STATUSES
from graph.explaining import explain
from graph.explanations import Explanation

router = APIRouter(route_class=PageRoute)


@router.get("/view/pair")
def pair(request: Request, store: OpenStore, source: str, target: str) -> Response:
    """Whether and why `source` carries out `target`."""
    answer = explain(store, source, target)
    ends = {"source": answer.source.id, "target": answer.target.id}
    return show(
        request,
        "pair.html",
        takeaways=[*forms(request, "/links", TABLES, **ends), *link_pictures(request, answer)],
        answer=answer,
        shown=explanation_page.shown(answer, language_of(request)),
        report=addresses.address("/view/pair/report", **ends),
    )


def link_pictures(request: Request, answer: Explanation) -> list[Takeaway]:
    """The lower clause with what it carries out: the links that count, and those that stand as this pair does."""
    others = () if answer.status is None or answer.status in STATUSES else (answer.status,)
    asked = {"of": answer.source.id, "direction": "up", "depth": 1, "status": (*STATUSES, *others)}
    return naming("cascade", cascade_pictures(request, **asked))


@router.get("/view/pair/report")
def report(store: OpenStore, source: str, target: str) -> Response:
    """The same as one file to attach to a report."""
    page = explanation_page.page(explain(store, source, target))
    return Response(page, media_type="text/html", headers={"Content-Disposition": 'attachment; filename="link.html"'})
