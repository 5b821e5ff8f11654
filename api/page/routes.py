"""The addresses of all views, and of the files that they load."""

from http import HTTPStatus

from fastapi import APIRouter, FastAPI, Request, Response
from starlette.exceptions import HTTPException

from api import problems
from api.page import cascade, document, home, horizontal, objection, pair, review, search, targets, units
from api.page.addresses import static_files
from api.page.serving import PageRoute, Told, reads_pages, said, sent

VIEWS = (home, document, cascade, pair, search, horizontal, targets, units, review, objection)
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


router.include_router(rest)


def install(app: FastAPI) -> None:
    """Have `app` tell a browser by a page what HTTP itself refuses."""
    app.add_exception_handler(HTTPException, refused)


async def refused(request: Request, error: Exception) -> Response:
    """An address at which nothing is, or that cannot be used so: a page for a browser, a problem for a program."""
    if not isinstance(error, HTTPException) or not reads_pages(request):
        return problems.on_http_error(request, error)
    kind = "no-view" if error.status_code == HTTPStatus.NOT_FOUND else "not-so"
    return said(request, Told(kind, error.status_code, asked=request.url.path), error.headers)
