"""Answers on what is loaded, found and read that the documentation shows, of the invented sample (示例)."""

from api.examples import ABOVE, BELOW, CLAUSE, DOCUMENT, DOCUMENT_CARD, LINK
from graph.coverage import Share
from graph.overview import LevelOverview, LoadedDocument, Overview
from graph.reading import CitedIn, Neighbour, ReadClause, Reading
from graph.search import FoundClause, FoundUnit, SearchAnswer

SHARE = Share(below=3, counted=22, deep=14, partly=3)
OVERVIEW = Overview(
    levels=(
        LevelOverview("national", ()),
        LevelOverview("provincial", (LoadedDocument(DOCUMENT_CARD, SHARE),)),
        LevelOverview("municipal", ()),
        LevelOverview("county", ()),
    ),
    cited=(),
    links={"candidate": 17, "proposed": 206},
    waiting=223,
)
FOUND = SearchAnswer(
    asked="体育场馆",
    words=("体育场馆",),
    means=None,
    fitting=(),
    missing=False,
    documents=(),
    units=(FoundUnit("示例省体育场馆中心", "provincial", "990000", "示例省", 1),),
    clauses=(FoundClause(ABOVE, ((2, 6), (15, 19), (46, 50), (65, 69))),),
    total=2,
)
READING = Reading(
    document=DOCUMENT,
    region_name="示例省",
    share=SHARE,
    clauses=(
        ReadClause(
            clause=CLAUSE,
            depth=1,
            indicators=(),
            assignments=(),
            citations=(),
            discrepancies=(),
            doubts=(),
            above=(),
            below=(
                Neighbour(
                    BELOW.id,
                    BELOW.document,
                    BELOW.document_title,
                    BELOW.level,
                    BELOW.region,
                    BELOW.region_name,
                    LINK.score,
                    LINK.status,
                    LINK.carried,
                    LINK.scope,
                ),
            ),
            standing="partly",
            exempt=None,
            open=("推广“学校+社区”共管共用机制，开放学校统一投保公众责任保险，省财政按每校每年3万元左右给予补助",),
            near_above=0,
            near_below=0,
        ),
    ),
    citations=(),
    doubts=(),
    cited_in=(CitedIn(BELOW.document, f"{BELOW.document}/引言", "示政〔2021〕7号", "依据"),),
)
ANSWERS: dict[str, object] = {"/overview": OVERVIEW, "/search": FOUND, "/reading": READING}
"""What each endpoint answers to GET."""
