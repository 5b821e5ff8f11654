"""The style, the guide and the favourites of Neo4j Browser, which fetches them from pages of the database's server."""

from typing import Literal

from fastapi import APIRouter, Request, Response

from graph import guide

router = APIRouter(prefix="/browser", include_in_schema=False)

Name = Literal["guide.zh.html", "guide.en.html", "style.grass", "queries.zip"]
ANY_ORIGIN = {"Access-Control-Allow-Origin": "*"}  # these files say nothing of what is in the store
ASKED_FIRST = ANY_ORIGIN | {"Access-Control-Allow-Methods": "GET", "Access-Control-Allow-Headers": "*"}


@router.get("/{name}")
def file(request: Request, name: Name) -> Response:
    """One of the files, its addresses those by which it was asked for."""
    content = guide.file(name, f"{request.base_url}browser/")
    return Response(content, media_type=guide.MEDIA_TYPES[name], headers=ANY_ORIGIN)


@router.options("/{name}")
async def allowed(name: Name) -> Response:
    """Browser asks with headers of its own, so it asks first whether it may."""
    return Response(status_code=204, headers=ASKED_FIRST)
