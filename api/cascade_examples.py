"""The answer on a cascade that the documentation shows, of the invented sample (示例)."""

from api.examples import ABOVE, BELOW, DOCUMENT, LINK
from graph.answers import DEPTH_LIMIT, ClauseCard
from graph.cascade import (
    LIMIT,
    STATUSES,
    CascadeColumn,
    CascadeLink,
    CascadeNode,
    CascadeQuestion,
    CascadeView,
    LeftOut,
    Place,
)


def _node(card: ClauseCard, place: Place, score: float) -> CascadeNode:
    return CascadeNode(
        id=card.id,
        kind="clause",
        place=place,
        level=card.level,
        region=card.region,
        region_name=card.region_name,
        document=card.document,
        document_title=card.document_title,
        section=None,
        section_heading=None,
        clauses=(card,),
        documents=1,
        score=score,
        on_the_way=False,
        up=0,
        down=0,
    )


CASCADE = CascadeView(
    question=CascadeQuestion(
        id=ABOVE.id,
        kind="clause",
        document=DOCUMENT.id,
        document_title=DOCUMENT.title,
        address=ABOVE.address,
        direction="down",
        depth=DEPTH_LIMIT,
        min_score=0.9,
        level=None,
        region=BELOW.region,
        region_name=BELOW.region_name,
        status=STATUSES,
        limit=LIMIT,
        expand=(),
    ),
    columns=(CascadeColumn("provincial", (ABOVE.id,), 1, 1), CascadeColumn("municipal", (BELOW.id,), 1, 1)),
    nodes=(_node(ABOVE, "asked", 1.0), _node(BELOW, "below", LINK.score)),
    links=(
        CascadeLink(
            LINK.source, LINK.target, LINK.score, LINK.carried, LINK.status, LINK.method, LINK.scope, steps=(LINK,)
        ),
    ),
    clauses=2,
    documents=2,
    derived=1,
    steps=1,
    direct=1,
    internal=0,
    left_out=LeftOut(folded=0, further=0, filtered=4, other_measures=0, unlinked=0, near=0),
)
ANSWERS: dict[str, object] = {"/cascade": CASCADE}
"""What the endpoint answers."""
