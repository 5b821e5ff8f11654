"""Answers on what follows from links that the documentation shows, of the invented sample (示例)."""

from api.examples import ABOVE, ABOVE_HOURS, BELOW, CLAUSE, DOCUMENT, INDICATOR, LINK, UNITS
from graph.comparison import CompareAnswer, ComparedFigures, Place
from graph.coverage import DEFINITIONS, Cell, Column, CoverageAnswer, CoveredClause
from graph.matrix import Matrix, MatrixRow, PlaceCell, TakenUp
from graph.matrix import Place as Spot
from graph.timeline import Due, TimelineAnswer, Year
from graph.units import Conflict, Organized, Origin, UnitCard, UnitsAnswer, UnitTask

CITY = Column("municipal", "990200", "样本市", BELOW.document, BELOW.document_title, partly=1)
COVERAGE = CoverageAnswer(
    document=DOCUMENT.id,
    title=DOCUMENT.title,
    level=DOCUMENT.level,
    region_name="示例省",
    counted=1,
    exempt={"heading": 8, "lead": 1},
    columns=(Column(partly=1), CITY),
    clauses=(
        CoveredClause(
            clause=ABOVE,
            measures=3,
            exempt=None,
            counted_with=(),
            open=(
                "公共体育场馆每周向中小学生免费或低收费开放不少于14小时",
                "推广“学校+社区”共管共用机制，开放学校统一投保公众责任保险，省财政按每校每年3万元左右给予补助",
            ),
            near=0,
            cells=(Cell("partly", 1, (BELOW.id,)), Cell("partly", 1, (BELOW.id,))),
        ),
    ),
    orphans=(),
    definitions=dict(DEFINITIONS),
)
MATRIX = Matrix(
    document=DOCUMENT.id,
    title=DOCUMENT.title,
    number=DOCUMENT.number,
    clause=ABOVE,
    level="municipal",
    levels=("municipal", "county"),
    counted=22,
    exempt=31,
    places=(
        Spot("municipal", "990200", "样本市", ((BELOW.document, BELOW.document_title),), deep=8, partly=7, none=7),
    ),
    rows=(
        MatrixRow(
            clause=ABOVE,
            measures=3,
            exempt=None,
            counted_with=(),
            open=(),
            cells=(PlaceCell("partly", 1, (TakenUp(BELOW, (LINK,)),), ()),),
        ),
    ),
)
COMPARISON = CompareAnswer(
    asked=CLAUSE.id,
    rows=(
        ComparedFigures(
            source=INDICATOR,
            below=Place(BELOW.id, BELOW.document, BELOW.level, BELOW.region, BELOW.region_name),
            target=ABOVE_HOURS,
            above=Place(ABOVE.id, ABOVE.document, ABOVE.level, ABOVE.region, ABOVE.region_name),
            verdict="lowered",
            factor=0.857143,
            points=None,
            share=None,
            obstacle=None,
            timing=None,
            direct=True,
        ),
    ),
    sums=(),
    alone=(),
)
UNIT = UnitCard(UNITS[0].name, "体育", "municipal", "990200", "样本市", "asked")
UNITS_ANSWER = UnitsAnswer(
    unit=UNIT,
    counterparts=(UnitCard("示例省体育局", "体育", "provincial", "990000", "示例省", "above"),),
    tasks=(
        UnitTask(
            UNIT,
            BELOW,
            "lead",
            UNITS[0].as_written,
            ("到2025年",),
            "2025",
            Origin(ABOVE, LINK.score, None, LINK.status, 0),
        ),
    ),
    conflicts=(
        Conflict("several leads", "样政〔2022〕3号/三（一）", BELOW.document, ("样本市体育局", "样本市教育局"), ()),
    ),
)
ORGANIZED = Organized(UNIT.name, UNIT.kind, UNIT.level, UNIT.region, UNIT.region_name, False, 1, 0, 0)
TIMELINE = TimelineAnswer(CLAUSE.id, DOCUMENT.id, DOCUMENT.title, (Year(2025, (Due.of(BELOW, INDICATOR, UNITS),)),))
ANSWERS: dict[str, object] = {
    "/coverage": COVERAGE,
    "/matrix": MATRIX,
    "/compare": COMPARISON,
    "/units": UNITS_ANSWER,
    "/organizations": (ORGANIZED,),
    "/timeline": TIMELINE,
}
"""What each endpoint answers to GET."""
