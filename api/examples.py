"""Answers that the documentation shows, of the invented sample (示例)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from api.answers import Health, Resolved
from graph import model
from graph.codec import plain
from graph.decisions import DecisionCard, fingerprint
from graph.explaining import MEANINGS
from graph.explanations import ComparedIndicators, Explanation, UpperDocument, WhyNot
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
from graph.review import ReviewAnswer, Reviewed, WaitingLink

AS_WRITTEN = "示政[2021]7号 第十一条"
DOCUMENT = model.Document(
    id="示政〔2021〕7号",
    title="示例省人民政府关于加强学校体育工作促进青少年健康成长的意见",
    number="示政〔2021〕7号",
    genre="意见",
    issuers=("示例省人民政府",),
    recipients=("各市、县（市、区）人民政府", "省人民政府各部门"),
    level="provincial",
    region="990000",
    issued="2021-06-15",
    printed="2021-06-18",
    source="2-province-opinion.txt",
    inferences=(("level", "issuer 示例省人民政府"), ("region", "issuer 示例省人民政府")),
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
    clauses={"annex": 1, "clause": 23, "paragraph": 1, "row": 20, "section": 8},
    tasks=41,
    uppers=1,
    lowers=3,
    year=(DOCUMENT.issued or "")[:4],
)
CLAUSE = model.Clause(
    id="示政〔2021〕7号/四（十一）",
    document=DOCUMENT.id,
    address="四（十一）",
    type="clause",
    text="推进体育场馆双向开放。支持学校体育场馆在课后和节假日向社会有序开放，到2025年，符合条件的公办中小学体育场馆"
    "开放率不低于80%。公共体育场馆每周向中小学生免费或低收费开放不少于14小时。推广“学校+社区”共管共用机制，开放学校统一"
    "投保公众责任保险，省财政按每校每年3万元左右给予补助。",
    heading="推进体育场馆双向开放",
    number="（十一）",
    parent="示政〔2021〕7号/四",
    order=15,
    task=True,
    lines=((0, 44), (116, 46)),
)
ABOVE = ClauseCard(
    id=CLAUSE.id,
    document=DOCUMENT.id,
    document_title=DOCUMENT.title,
    address=CLAUSE.address,
    type=CLAUSE.type,
    heading=CLAUSE.heading,
    text=CLAUSE.text,
    task=CLAUSE.task,
    level="provincial",
    region="990000",
    region_name="示例省",
)
BELOW = ClauseCard(
    id="样政〔2022〕3号/三（三）",
    document="样政〔2022〕3号",
    document_title="样本市人民政府关于实施青少年体质健康促进计划的通知",
    address="三（三）",
    type="clause",
    heading="开放体育场馆",
    text="开放体育场馆。学校体育场馆在课后和节假日向社会有序开放，到2025年，符合条件的公办中小学体育场馆开放率不低于80%。"
    "公共体育场馆每周向中小学生免费或低收费开放不少于12小时。(市体育局牵头,市教育局、市财政局配合)",
    task=True,
    level="municipal",
    region="990200",
    region_name="样本市",
)
HOURS = model.Span(59, 87, "公共体育场馆每周向中小学生免费或低收费开放不少于12小时", 35)
LINK = LinkStep(
    source=BELOW.id,
    target=ABOVE.id,
    score=0.995,
    method="alignment",
    scope="between",
    status="proposed",
    carried="lowered",
    evidence=(
        model.Evidence(
            "indicator", 1.0, HOURS, model.Span(65, 93, "公共体育场馆每周向中小学生免费或低收费开放不少于14小时", 44)
        ),
    ),
)
UNITS = (
    Unit(name="样本市体育局", role="lead", as_written="市体育局", collective=False),
    Unit(name="样本市教育局", role="cooperate", as_written="市教育局", collective=False),
)
INDICATOR = model.Indicator(
    id=f"{BELOW.id}#2",
    source=BELOW.id,
    value=12.0,
    unit="小时",
    comparator=">=",
    object="公共体育场馆每周向中小学生免费或低收费开放",
    kind="standard",
    span=HOURS,
    rule="period",
)
TASKS = TasksAnswer(
    clause=ABOVE,
    tasks=(DerivedTask(clause=BELOW, score=0.995, path=(LINK,), other_paths=0, units=UNITS, indicators=(INDICATOR,)),),
)
LINEAGE = LineageAnswer(
    clause=ABOVE,
    direction="down",
    depth=1,
    nodes=(LineageNode(clause=BELOW, distance=1, further=0),),
    links=(LINK,),
)
CLAUSE_ANSWER = ClauseAnswer(
    clause=BELOW,
    parent="样政〔2022〕3号/三",
    children=(),
    units=UNITS,
    indicators=(INDICATOR,),
    implements=(LINK,),
    implemented_by=(),
    citations=(),
)
ABOVE_HOURS = replace(
    INDICATOR,
    id=f"{ABOVE.id}#2",
    source=ABOVE.id,
    value=14.0,
    object="公共体育场馆每周向中小学生免费或低收费开放",
    span=LINK.evidence[0].target,
)
EXPLANATION = Explanation(
    source=BELOW,
    target=ABOVE,
    status=LINK.status,
    score=LINK.score,
    method=LINK.method,
    scope=LINK.scope,
    carried=LINK.carried,
    evidence=LINK.evidence,
    indicators=(ComparedIndicators(INDICATOR, ABOVE_HOURS, "lowered"),),
    cause=None,
    reason="",
    decision=None,
    rules="3",
)
WHY_NOT = WhyNot(
    clause=BELOW,
    finding="linked",
    meaning=MEANINGS["linked"],
    links=(LINK,),
    around=(),
    refusals=(),
    documents=(UpperDocument(DOCUMENT.id, DOCUMENT.title, DOCUMENT.level, DOCUMENT_CARD.region_name, DOCUMENT.issued),),
    hindered={"for another region": 1, "of a level above it": 1},
    rules=EXPLANATION.rules,
)
PROPOSAL = model.Implements(
    source=BELOW.id,
    target=ABOVE.id,
    score=LINK.score,
    method=LINK.method,
    scope="between",
    status="proposed",
    carried="lowered",
    evidence=LINK.evidence,
)
DECISION = model.Decision(
    source=BELOW.id,
    target=ABOVE.id,
    status="confirmed",
    by="审核员",
    at="2022-03-01T08:30:00Z",
    note="同一项措施，时长降低",
    source_print=fingerprint(BELOW.text),
    target_print=fingerprint(ABOVE.text),
)
CONFIRMED = Reviewed(BELOW.id, ABOVE.id, DECISION, replace(PROPOSAL, status="confirmed"))
JUDGEMENT = {
    "source": BELOW.id,
    "target": AS_WRITTEN,
    "status": DECISION.status,
    "by": DECISION.by,
    "note": DECISION.note,
}


ANSWERS: dict[str, object] = {
    "/documents": (DOCUMENT_CARD,),
    "/documents/{id}/clauses": (CLAUSE,),
    "/documents/{id}": DOCUMENT,
    "/links": EXPLANATION,
    "/clauses/{document}/{address}/why-not": WHY_NOT,
    "/clauses/{document}/{address}": CLAUSE_ANSWER,
    "/resolve": Resolved.of(CLAUSE.id),
    "/tasks": TASKS,
    "/lineage": LINEAGE,
    "/review": ReviewAnswer(suspect=(), waiting=(WaitingLink(PROPOSAL, BELOW, ABOVE),), total=1),
    "/decisions": (DecisionCard(DECISION, "holds"),),
    "/health/live": Health(),
    "/health/ready": Health(),
}
"""What each endpoint answers to GET."""
WRITTEN: Mapping[tuple[str, str], object] = {
    ("put", "/review"): CONFIRMED,
    ("delete", "/review"): replace(CONFIRMED, decision=None, link=PROPOSAL),
}
"""What the endpoints answer to other methods."""


def add_to(paths: Mapping[str, Any], more: Mapping[str, object]) -> None:
    """Put the answers, `more` of them to GET, and the one body that is sent, into the `paths` of an OpenAPI
    description: FastAPI would leave out their nulls."""
    answers = {("get", path): answer for path, answer in (ANSWERS | dict(more)).items()} | dict(WRITTEN)
    for (method, path), answer in answers.items():
        content = paths[path][method]["responses"]["200"]["content"]
        content["application/json"]["example"] = plain(answer)
    paths["/review"]["put"]["requestBody"]["content"]["application/json"]["example"] = JUDGEMENT
