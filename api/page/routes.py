"""The addresses of all views, and of the files that they load."""

from http import HTTPStatus

from fastapi import APIRouter, HTTPException, Request, Response

from api.page import cascade, document, home, horizontal, pair, review, search, targets, units
from api.page.addresses import static_files
from api.page.serving import PageRoute, sent, show

VIEWS = (home, document, cascade, pair, search, horizontal, targets, units, review)
FOREVER = {"Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}

router = APIRouter(include_in_schema=False)
for view in VIEWS:
    router.include_router(view.router)

rest = APIRouter(route_class=PageRoute)


@rest.get("/static/{name}")
async def static(request: Request, name: str) -> Response:
    """A file of static/ by the name that tells its content: what a browser has of it stays right."""
    for file in static_files().values():
        if file.name == name:
            return sent(request, file.content, file.media_type, FOREVER)
    raise HTTPException(HTTPStatus.NOT_FOUND)


@rest.get("/view/{name:path}")
async def nothing(request: Request, name: str) -> Response:
    """No view has this name."""
    return show(
        request, "error.html", status=HTTPStatus.NOT_FOUND, kind="no-view", asked=name, detail="", links=(), near=False
    )


router.include_router(rest)
