"""Answers over HTTP as files for a spreadsheet: `?format=csv` and `?format=xlsx`, in the words of `lang`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar

from fastapi import Depends, Query, Response

from api.page.words import Language
from api.problems import documented
from api.sheets import MEDIA_TYPES, Sheet, to_csv, to_xlsx
from api.wording import Wording
from graph.errors import MissingExtra

Answer = TypeVar("Answer")
Format = Literal["json", "csv", "xlsx"]
LanguageQuery = Annotated[Language, Query(description="heads and words of tables and pictures in Chinese or English")]
NOT_INSTALLED = MissingExtra("xlsx", "an Excel file")


@dataclass(frozen=True, slots=True)
class Outlet:
    """How an answer is given."""

    format: Annotated[
        Format, Query(description="json is the whole answer, csv its table, xlsx all its tables", examples=["json"])
    ] = "json"
    lang: LanguageQuery = "zh"

    def give(
        self, name: str, answer: Answer, tables: Callable[[Answer, Wording], Sequence[Sheet]]
    ) -> Answer | Response:
        """The answer itself, or as a file of this name without its suffix. Raises MissingExtra."""
        if self.format == "json":
            return answer
        sheets = tables(answer, Wording(self.lang))
        content = to_csv(sheets[0]) if self.format == "csv" else to_xlsx(sheets)
        headers = {"Content-Disposition": f'attachment; filename="{name}.{self.format}"'}
        return Response(content, media_type=MEDIA_TYPES[self.format], headers=headers)


GivenAs = Annotated[Outlet, Depends()]


def answers(instance: str, *errors: Exception) -> dict[int | str, dict[str, Any]]:
    """The `responses` of an endpoint whose answer may be a file, and which may fail with these errors."""
    files: dict[str, Any] = {media_type: {} for media_type in MEDIA_TYPES.values()}
    return {200: {"content": files}} | documented(instance, *errors, NOT_INSTALLED)
