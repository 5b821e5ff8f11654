"""The whole graph in formats that other programs read."""

from io import BytesIO
from typing import Annotated, Any

from fastapi import APIRouter, Path, Response

from api.answers import ExportFormat
from api.problems import documented
from api.routes.common import BAD_PARAMETER, OpenStore
from graph.export import FORMATS
from graph.facts import read_graph

router = APIRouter(tags=["export"])
FILES: dict[int | str, dict[str, Any]] = {200: {"content": {each.media_type: {} for each in FORMATS.values()}}}
FormatPath = Annotated[ExportFormat, Path(description="jsonl holds all and can be loaded again", examples=["jsonl"])]


@router.get(
    "/export/{format}",
    response_class=Response,
    responses=FILES | documented("/export/pdf", BAD_PARAMETER),
    summary="The whole graph as a file",
)
def export(store: OpenStore, format: FormatPath) -> Response:
    """All documents with all their facts, and the links between them."""
    chosen, body = FORMATS[format], BytesIO()
    chosen.write(read_graph(store.snapshot()), body)
    name = f'attachment; filename="policy{chosen.suffix}"'
    return Response(body.getvalue(), media_type=chosen.media_type, headers={"Content-Disposition": name})
