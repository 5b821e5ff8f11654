"""The cascade around a clause or document: as an answer, and as a picture."""

from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Response

from api import examples, link_sheets
from api.answers import PictureFormat
from api.problems import documented
from api.routes.common import AMBIGUOUS, BAD_PARAMETER, UNKNOWN, OpenStore
from api.routes.files import GivenAs, answers
from graph.answers import DEPTH_LIMIT, Direction
from graph.cascade import LIMIT, STATUSES, CascadeView, cascade_view
from graph.drawing import PICTURES, Language, draw
from graph.errors import MissingExtra
from graph.model import Level, LinkStatus
from graph.store import Store

router = APIRouter(tags=["lineage"])
MOST = 5000  # boxes; no picture comes near
NOT_INSTALLED = MissingExtra("draw", "a picture with its own characters")
FILES: dict[int | str, dict[str, Any]] = {200: {"content": {each.media_type: {} for each in PICTURES.values()}}}


@dataclass(frozen=True, slots=True)
class Asked:
    """The parameters of a cascade."""

    of: Annotated[str, Query(description="a clause or document as people write it", examples=[examples.AS_WRITTEN])]
    direction: Annotated[Direction, Query(description="up (依据), down (落实) or both")] = "both"
    depth: Annotated[int, Query(description="how many links away", ge=1, le=DEPTH_LIMIT)] = DEPTH_LIMIT
    min_score: Annotated[float, Query(description="only paths with at least this score", ge=0, le=1)] = 0.0
    level: Annotated[Level | None, Query(description="only this level, and what leads to it")] = None
    region: Annotated[str | None, Query(description="only this region, and what lies above it: a code or a name")] = (
        None
    )
    status: Annotated[tuple[LinkStatus, ...], Query(description="links of these statuses; give it several times")] = (
        STATUSES
    )
    limit: Annotated[int, Query(description="more boxes than this are folded by document", ge=1, le=MOST)] = LIMIT
    expand: Annotated[
        tuple[str, ...],
        Query(description="what is not folded: ids of documents or sections, level:county; of a clause also its links"),
    ] = ()

    def view(self, store: Store) -> CascadeView:
        """The cascade that is asked for."""
        return cascade_view(
            store,
            self.of,
            direction=self.direction,
            depth=self.depth,
            min_score=self.min_score,
            region=self.region,
            level=self.level,
            status=self.status,
            limit=self.limit,
            expand=self.expand,
        )


AskedFor = Annotated[Asked, Depends()]


@router.get(
    "/cascade",
    response_model=CascadeView,
    responses=answers("/cascade", UNKNOWN, AMBIGUOUS, BAD_PARAMETER),
    summary="The cascade around a clause or document, as pictures show it",
)
def cascade(store: OpenStore, asked: AskedFor, given: GivenAs) -> CascadeView | Response:
    """What derives from it and what it derives from, by level from the nation down: boxes, lines, and what is left out.
    With the same filters it holds the tasks of /tasks. As a table: its links, a line each, with both clauses."""
    shown = asked if given.format == "json" else replace(asked, limit=MOST)  # a table has room for all
    return given.give("cascade", shown.view(store), link_sheets.cascade)


@router.get(
    "/export/draw/{format}",
    tags=["export"],
    response_class=Response,
    responses=FILES | documented("/export/draw/pdf", UNKNOWN, AMBIGUOUS, BAD_PARAMETER, NOT_INSTALLED),
    summary="The cascade around a clause or document as a picture",
)
def picture(
    store: OpenStore,
    asked: AskedFor,
    format: Annotated[PictureFormat, Path(description="a picture, or a graph for other programs", examples=["svg"])],
    lang: Annotated[Language, Query(description="Chinese or English words")] = "zh",
    plain: Annotated[bool, Query(description="svg, html: leave characters to the reader's fonts")] = False,
) -> Response:
    """The same as `cascade draw`, byte for byte. What is left out is said in it."""
    chosen = PICTURES[format]
    name = f'attachment; filename="cascade{chosen.suffix}"'
    content = draw(asked.view(store), format, language=lang, plain=plain)
    return Response(content, media_type=chosen.media_type, headers={"Content-Disposition": name})
