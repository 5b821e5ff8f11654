"""A document written up for a meeting."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from api.answers import ReportFormat
from api.page.words import Language
from api.problems import documented
from api.report_files import MEDIA_TYPES, report_file
from api.routes.common import AMBIGUOUS, BAD_PARAMETER, UNKNOWN, DocumentPath, OpenStore
from graph.errors import MissingExtra
from graph.report import report as report_on

router = APIRouter(tags=["export"])
NOT_INSTALLED = MissingExtra("docx", "a Word file")
FILES: dict[int | str, dict[str, Any]] = {200: {"content": {media_type: {} for media_type in MEDIA_TYPES.values()}}}


@router.get(
    "/report/{id:path}",
    response_class=Response,
    responses=FILES | documented("/report/…", UNKNOWN, AMBIGUOUS, BAD_PARAMETER, NOT_INSTALLED),
    summary="A document written up for a meeting",
)
def report(
    store: OpenStore,
    id: DocumentPath,
    format: Annotated[ReportFormat, Query(description="a page, a Word file, or the answer as JSON")] = "html",
    lang: Annotated[Language, Query(description="Chinese or English; official texts are quoted as written")] = "zh",
) -> Response:
    """The same as `cascade report`, byte for byte: what it rests on, what was taken up below and what was not, figures
    side by side, who must act by when, discrepancies, with evidence, and what a person has to check."""
    content = report_file(report_on(store, id), format, lang)
    headers = {"Content-Disposition": f'attachment; filename="report.{format}"'} if format == "docx" else {}
    return Response(content, media_type=MEDIA_TYPES[format], headers=headers)
