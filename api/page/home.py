"""The home: what is loaded, from the nation down."""

from fastapi import APIRouter, Request, Response

from api.page.addresses import address
from api.page.serving import PageRoute, Takeaway, show
from api.routes.common import OpenStore
from graph import questions

router = APIRouter(route_class=PageRoute)


@router.get("/")
def home(request: Request, store: OpenStore) -> Response:
    """What is loaded."""
    return show(
        request, "home.html", takeaways=[Takeaway("json", address("/documents"))], documents=questions.documents(store)
    )
