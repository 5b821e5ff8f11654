"""Answers that the documentation shows, of the invented sample (示例)."""

from collections.abc import Mapping
from typing import Any

from api.answers import Health, Resolved
from graph import model
from graph.codec import plain
from graph.questions import (
    ClauseAnswer,
    ClauseCard,
    DerivedTask,
    DocumentCard,
    LineageAnswer,
    LineageNode,
    LinkStep,
    TasksAnswer,
    Unit,
)

AS_WRITTEN = "示政[2024]1号 第三条"

DOCUMENT = model.Document(
    id="示政〔2024〕1号",
    title="示例省人民政府关于发展社区教育的意见",
    number="示政〔2024〕1号",
    genre="意见",
    issuers=("示例省人民政府",),
    recipients=("各市人民政府",),
    level="provincial",
    region="990000",
    issued="2024-03-01",
    source="示例省.txt",
)
CLAUSE = model.Clause(
    id="示政〔2024〕1号/二（三）",
    document=DOCUMENT.id,
    address="二（三）",
    type="clause",
    text="建设社区学院。到2026年，每个县至少建成1所社区学院。",
    heading="建设社区学院。",
    number="（三）",
    parent="示政〔2024〕1号/二",
    order=5,
    task=True,
    lines=((0, 21),),
)
DOCUMENT_CARD = DocumentCard(
    id=DOCUMENT.id,
    title=DOCUMENT.title,
    number=DOCUMENT.number,
    level=DOCUMENT.level,
    region=DOCUMENT.region,
    region_name="示例省",
    issued=DOCUMENT.issued,
    status=None,
    loaded=True,
    clauses={"section": 3, "clause": 8},
    tasks=8,
    uppers=1,
    lowers=2,
)

TARGET = ClauseCard(
    id=CLAUSE.id,
    document=DOCUMENT.id,
    document_title=DOCUMENT.title,
    address=CLAUSE.address,
    type=CLAUSE.type,
    heading=CLAUSE.heading,
    text=CLAUSE.text,
    task=True,
    level="provincial",
    region="990000",
    region_name="示例省",
)
SOURCE = ClauseCard(
    id="例教〔2024〕7号/附件第2项",
    document="例教〔2024〕7号",
    document_title="示例区教育局关于发展社区教育的实施方案",
    address="附件第2项",
    type="row",
    heading=None,
    text="年底前建成社区学院2所。",
    task=True,
    level="county",
    region="990102",
    region_name="示例区",
)
LINK = LinkStep(
    source=SOURCE.id,
    target=TARGET.id,
    score=0.86,
    method="measure",
    scope="between",
    status="proposed",
    carried="raised",
    evidence=(
        model.Evidence(
            "measure", 0.86, model.Span(3, 9, "建成社区学院", 40), model.Span(16, 24, "建成1所社区学院", 21)
        ),
    ),
)
UNIT = Unit(name="示例区教育局", role="lead", as_written="区教育局", collective=False)
INDICATOR = model.Indicator(
    id=f"{SOURCE.id}#1",
    source=SOURCE.id,
    value=2.0,
    unit="所",
    comparator="=",
    object="社区学院",
    kind="target",
    span=model.Span(9, 11, "2所", 40),
    rule="count",
    deadline="年底前",
)
TASKS = TasksAnswer(
    clause=TARGET,
    tasks=(
        DerivedTask(clause=SOURCE, score=0.86, path=(LINK,), other_paths=1, units=(UNIT,), indicators=(INDICATOR,)),
    ),
)
LINEAGE = LineageAnswer(
    clause=TARGET,
    direction="down",
    depth=1,
    nodes=(LineageNode(clause=SOURCE, distance=1, further=0),),
    links=(LINK,),
)
CLAUSE_ANSWER = ClauseAnswer(
    clause=SOURCE,
    parent="例教〔2024〕7号/附件",
    children=(),
    units=(UNIT,),
    indicators=(INDICATOR,),
    implements=(LINK,),
    implemented_by=(),
    citations=(),
)


ANSWERS: Mapping[str, object] = {
    "/documents": (DOCUMENT_CARD,),
    "/documents/{id}/clauses": (CLAUSE,),
    "/documents/{id}": DOCUMENT,
    "/clauses/{document}/{address}": CLAUSE_ANSWER,
    "/resolve": Resolved.of(CLAUSE.id),
    "/tasks": TASKS,
    "/lineage": LINEAGE,
    "/health/live": Health(),
    "/health/ready": Health(),
}
"""An answer of each endpoint."""


def add_to(paths: Mapping[str, Any]) -> None:
    """Put the answers into the `paths` of an OpenAPI description. FastAPI would leave out their nulls."""
    for path, answer in ANSWERS.items():
        content = paths[path]["get"]["responses"]["200"]["content"]
        content["application/json"]["example"] = plain(answer)
