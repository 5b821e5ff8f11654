"""Answers over HTTP that can be drawn: `?format=svg`, `png` and `pdf`, besides json, csv and xlsx."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar

from fastapi import Depends, Query, Response

from api.pictures.drawn import drawn
from api.pictures.frame import Frame
from api.problems import documented
from api.routes.common import OpenStore
from api.routes.files import LanguageQuery, Outlet
from api.sheets import MEDIA_TYPES, Sheet
from api.wording import Wording
from graph.drawing import PICTURES, TABLE_FORMATS, draw_table
from graph.errors import MissingExtra

Answer = TypeVar("Answer")
NOT_INSTALLED = MissingExtra("draw", "a picture with its own characters")


@dataclass(frozen=True, slots=True)
class DrawnOutlet:
    """How an answer is given that can be drawn."""

    store: OpenStore
    format: Annotated[
        Literal["json", "csv", "xlsx", "svg", "png", "pdf"],
        Query(
            description="json is the whole answer, csv its table, xlsx all its tables; svg, png and pdf are a picture",
            examples=["json"],
        ),
    ] = "json"
    lang: LanguageQuery = "zh"

    def give(
        self, name: str, answer: Answer, tables: Callable[[Answer, Wording], Sequence[Sheet]]
    ) -> Answer | Response:
        """The answer itself, or as a file of this name without its suffix. Raises MissingExtra."""
        if self.format == "json" or self.format == "csv" or self.format == "xlsx":  # noqa: PLR1714  # mypy knows ==
            return Outlet(self.format, self.lang).give(name, answer, tables)
        table = drawn(answer, Frame.of(self.store, self.lang))
        headers = {"Content-Disposition": f'attachment; filename="{name}.{self.format}"'}
        media_type = PICTURES[self.format].media_type
        return Response(draw_table(table, self.format), media_type=media_type, headers=headers)


DrawnAs = Annotated[DrawnOutlet, Depends()]


def answers(instance: str, *errors: Exception) -> dict[int | str, dict[str, Any]]:
    """The `responses` of an endpoint whose answer may be a table or a picture, and which may fail with these errors."""
    media_types = (*MEDIA_TYPES.values(), *(PICTURES[format].media_type for format in TABLE_FORMATS))
    return {200: {"content": {media_type: {} for media_type in media_types}}} | documented(
        instance, *errors, NOT_INSTALLED
    )
