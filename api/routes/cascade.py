"""The picture of a cascade: the view around a clause or document."""

from typing import Annotated

from fastapi import APIRouter, Query

from api import examples
from api.problems import documented
from api.routes.common import AMBIGUOUS, BAD_PARAMETER, UNKNOWN, OpenStore
from graph.answers import DEPTH_LIMIT, Direction
from graph.cascade import LIMIT, CascadeView, cascade_view
from graph.model import Level, LinkStatus

router = APIRouter(tags=["lineage"])
OfQuery = Annotated[str, Query(description="a clause or document as people write it", examples=[examples.AS_WRITTEN])]
DirectionQuery = Annotated[Direction, Query(description="up (依据), down (落实) or both")]
DepthQuery = Annotated[int, Query(description="how many links away", ge=1, le=DEPTH_LIMIT)]
ScoreQuery = Annotated[float, Query(description="only paths with at least this score", ge=0, le=1)]
LevelQuery = Annotated[Level | None, Query(description="only clauses of this level, and what leads to them")]
RegionQuery = Annotated[
    str | None, Query(description="only clauses in this region, and what lies above it: a code or a name")
]
StatusQuery = Annotated[list[LinkStatus], Query(description="links of these statuses; give it several times")]
LimitQuery = Annotated[int, Query(description="more boxes than this are folded by document", ge=1, le=5000)]
ExpandQuery = Annotated[
    list[str],
    Query(description="what is not folded: ids of documents or sections, level:county; of a clause also its links"),
]


@router.get(
    "/cascade",
    responses=documented("/cascade", UNKNOWN, AMBIGUOUS, BAD_PARAMETER),
    summary="The cascade around a clause or document, as pictures show it",
)
def cascade(  # noqa: PLR0913, PLR0917  # a question with filters
    store: OpenStore,
    of: OfQuery,
    direction: DirectionQuery = "both",
    depth: DepthQuery = DEPTH_LIMIT,
    min_score: ScoreQuery = 0.0,
    level: LevelQuery = None,
    region: RegionQuery = None,
    status: StatusQuery = ["proposed", "confirmed"],  # noqa: B006  # FastAPI shows it and copies it
    limit: LimitQuery = LIMIT,
    expand: ExpandQuery = [],  # noqa: B006  # likewise
) -> CascadeView:
    """What derives from it and what it derives from, by level from the nation down: boxes, lines, and what is left out.
    With the same filters it holds the tasks of /tasks."""
    return cascade_view(
        store,
        of,
        direction=direction,
        depth=depth,
        min_score=min_score,
        region=region,
        level=level,
        status=status,
        limit=limit,
        expand=expand,
    )
