"""Answers over HTTP as files for a spreadsheet: `?format=csv` and `?format=xlsx`."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal, TypeVar

from fastapi import Query, Response

from api.problems import documented
from api.sheets import MEDIA_TYPES, Sheet, to_csv, to_xlsx
from graph.errors import MissingExtra

Answer = TypeVar("Answer")
Format = Annotated[
    Literal["json", "csv", "xlsx"],
    Query(description="json is the whole answer, csv its table, xlsx all its tables", examples=["json"]),
]
NOT_INSTALLED = MissingExtra("xlsx", "an Excel file")


def answers(instance: str, *errors: Exception) -> dict[int | str, dict[str, Any]]:
    """The `responses` of an endpoint whose answer may be a file, and which may fail with these errors."""
    files: dict[str, Any] = {media_type: {} for media_type in MEDIA_TYPES.values()}
    return {200: {"content": files}} | documented(instance, *errors, NOT_INSTALLED)


def given(
    answer: Answer, format: Literal["json", "csv", "xlsx"], sheets: Callable[[Answer], Sequence[Sheet]]
) -> Answer | Response:
    """The answer itself, or as a file. Raises MissingExtra."""
    if format == "json":
        return answer
    tables = sheets(answer)
    content = to_csv(tables[0]) if format == "csv" else to_xlsx(tables)
    headers = {"Content-Disposition": f'attachment; filename="{tables[0].name}.{format}"'}
    return Response(content, media_type=MEDIA_TYPES[format], headers=headers)
