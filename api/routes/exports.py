"""The whole graph in formats that other programs read."""

from io import BytesIO
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from api.answers import ExportFormat, SheetName
from api.problems import documented
from api.routes.common import BAD_PARAMETER, OpenStore
from api.routes.files import NOT_INSTALLED, LanguageQuery
from api.sheets import MEDIA_TYPES, SheetFormat, to_csv, to_xlsx
from api.workbook import workbook
from graph.export import FORMATS
from graph.facts import read_graph
from graph.ledger import ledger

router = APIRouter(tags=["export"])
FILES: dict[int | str, dict[str, Any]] = {200: {"content": {each.media_type: {} for each in FORMATS.values()}}}
FormatPath = Annotated[ExportFormat, Path(description="jsonl holds all and can be loaded again", examples=["jsonl"])]


TABLE: dict[int | str, dict[str, Any]] = {200: {"content": {media_type: {} for media_type in MEDIA_TYPES.values()}}}


@router.get(
    "/export/xlsx",
    response_class=Response,
    responses=TABLE | documented("/export/xlsx", BAD_PARAMETER, NOT_INSTALLED),
    summary="The whole graph as a workbook",
)
def xlsx(store: OpenStore, lang: LanguageQuery = "zh") -> Response:
    """Documents, tasks with what they derive from, clauses with what became of them below, figures against those above,
    units, links with their evidence, discrepancies and doubts, a sheet each."""
    return _file(to_xlsx(list(workbook(ledger(store), lang).values())), "xlsx", "policy.xlsx")


@router.get(
    "/export/csv",
    response_class=Response,
    responses=TABLE | documented("/export/csv", BAD_PARAMETER),
    summary="A table of the whole graph",
)
def csv(
    store: OpenStore,
    sheet: Annotated[SheetName, Query(description="which table of the workbook")] = "tasks",
    lang: LanguageQuery = "zh",
) -> Response:
    """One sheet of the workbook as CSV in UTF-8 with the mark by which Excel knows it."""
    return _file(to_csv(workbook(ledger(store), lang)[sheet]), "csv", f"{sheet}.csv")


def _file(content: bytes, kind: SheetFormat, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=MEDIA_TYPES[kind], headers=headers)


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
