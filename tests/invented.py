"""A small invented cascade for tests of stores, questions and exports: province, two cities, a district.

district 三 -> city 二（一）1 -> province 四（十一）      0.8 x 0.9 = 0.72, better than straight: 0.6
district 附件第9项 -> district 三                        internal, 0.9
district 四 -> city 二（一）2 -> province 四（十一）      0.5 x 0.7 = 0.35
other city 一 -> province 四（十一）                     a candidate: not a link
other city 二 -> province 四（十一）                     0.95
province 附件1第1项 -> province 四（十一）               internal, 1.0
"""

from dataclasses import replace

from graph.ids import clause_id
from graph.model import (
    Assignment,
    Citation,
    Clause,
    Decision,
    Discrepancy,
    Document,
    DocumentFacts,
    Doubt,
    Evidence,
    Implements,
    Indicator,
    Level,
    Organization,
    PolicyGraph,
    Region,
    Verdict,
)

NATION = Region("000000", "中华人民共和国", "national", None)
PROVINCE_REGION = Region("990000", "示例省", "provincial", "000000")
CITY_REGION = Region("990100", "例城市", "municipal", "990000")
OTHER_REGION = Region("990200", "例川市", "municipal", "990000")
DISTRICT_REGION = Region("990102", "例东区", "county", "990100")

PROVINCE, CITY, OTHER, DISTRICT = "示政〔2021〕7号", "例政〔2021〕3号", "川政办〔2022〕11号", "例东区手艺振兴实施方案"
TITLES = {
    PROVINCE: "示例省人民政府关于振兴传统手艺的意见",
    CITY: "例城市手艺振兴行动方案",
    OTHER: "例川市手艺振兴工作要点",
    DISTRICT: DISTRICT,
}
ABSENT = "国手〔2019〕4号"
"""The number of a document that is cited and never loaded."""


def clause(
    document: str, address: str, text: str, order: int, parent: str | None = None, *, task: bool = True
) -> Clause:
    """A clause that stands at source line `order` + 1."""
    kind = "row" if address.endswith("项") else "clause" if task else "section"
    above = clause_id(document, parent) if parent else None
    return Clause(
        clause_id(document, address),
        document,
        address,
        kind,
        text,
        heading=None if kind == "row" else text.partition("。")[0],
        number=address[-1],
        parent=above,
        order=order,
        task=task,
        cells=(("序号", "1"), ("工作任务", text)) if kind == "row" else (),
        lines=((0, order + 1),),
    )


def link(source: str, target: str, score: float, status: str = "proposed", carried: str = "refined") -> Implements:
    """A link between clauses of one document or of two, with one pair of spans as its evidence."""
    internal = source.rpartition("/")[0] == target.rpartition("/")[0]
    texts = {item.id: item for facts in DOCUMENTS for item in facts.clauses}
    spans = (texts[source].span(0, 2), texts[target].span(0, 2)) if texts else ()
    evidence = (Evidence("phrase", 1.5, *spans),) if spans else ()
    scope = "internal" if internal else "between"
    return Implements(source, target, score, "phrases", scope, status, carried, evidence)


def decision(source: str, target: str, status: Verdict = "confirmed", at: str = "2022-03-01T08:00:00Z") -> Decision:
    """What 示例人 decided of a link."""
    return Decision(source, target, status, "示例人", at, "看过原文")


def facts(
    id: str, level: Level, regions: tuple[Region, ...], clauses: tuple[Clause, ...], unit: str, **more: object
) -> DocumentFacts:
    """A document whose last clause is the task of `unit` and states an indicator."""
    last = clauses[-1]
    return DocumentFacts(
        Document(
            id,
            TITLES.get(id, id),
            number=id if id.endswith("号") else None,
            genre="意见",
            issuers=("示例机关",),
            recipients=("各有关单位", "各县区"),
            level=level,
            region=regions[-1].code,
            issued="2021-11-23",
            source=f"{id}.txt",
            inferences=(("level", "机关名称"),),
        ),
        clauses,
        regions=(NATION, *regions),
        organizations=(Organization("示例省财政厅"), Organization(unit, level, regions[-1].code, "department")),
        assignments=(
            Assignment(last.id, unit, "lead", unit[-3:], "牵头"),
            Assignment(last.id, "示例省财政厅", "cooperate", "财政厅", "配合", others=True),
        ),
        indicators=(
            Indicator(
                f"{last.id}#1", last.id, 3.0, "所", ">=", "工坊", "target", last.span(0, 2), "至少", deadline="2025年"
            ),
            Indicator(
                f"{last.id}#2", last.id, 3.0, "年", "range", "学制", "standard", last.span(0, 1), "—", value_max=5.0
            ),
        ),
        doubts=(Doubt(id, 3, "numbering", "“四”之后是“六”"),),
        **more,  # type: ignore[arg-type]  # fields of DocumentFacts
    )


DOCUMENTS: tuple[DocumentFacts, ...] = ()

_province = (
    clause(PROVINCE, "四", "传承与创新", 0, task=False),
    clause(PROVINCE, "四（十一）", "办好手艺工坊。每个县至少办好3所工坊。", 1, "四"),
    clause(PROVINCE, "四（十二）", "推行师徒制。探索多种形式。", 2, "四"),
    clause(PROVINCE, "附件1", "任务清单", 3, task=False),
    clause(PROVINCE, "附件1第1项", "每个县办好3所工坊。", 4, "附件1"),
)
_city = (
    clause(CITY, "二", "重点任务", 0, task=False),
    clause(CITY, "二（一）", "工坊建设", 1, "二", task=False),
    clause(CITY, "二（一）1", "办好手艺工坊。全市办好5所工坊。", 2, "二（一）"),
    clause(CITY, "二（一）2", "扶持工坊经营。", 3, "二（一）"),
)
_other = (clause(OTHER, "一", "宣传手艺。", 0), clause(OTHER, "二", "新建工坊3所。", 1))
_district = (
    clause(DISTRICT, "三", "建设工坊。新建手艺工坊2所。", 0),
    clause(DISTRICT, "四", "工坊减免租金。", 1),
    clause(DISTRICT, "附件第9项", "新建手艺工坊2所。", 2),
)
_between = Discrepancy(
    _province[1].id, _province[4].id, "scope", "omission", _province[1].span(0, 2), _province[4].span(0, 2), "至少"
)
DOCUMENTS = (
    facts(
        PROVINCE,
        "provincial",
        (PROVINCE_REGION,),
        _province,
        "示例省教育厅",
        citations=(
            Citation(PROVINCE, ABSENT, "国手〔2019〕4号", "依据", number=ABSENT),
            Citation(_province[2].id, "师徒制办法", "《师徒制办法》", "修订", title="师徒制办法"),
        ),
        discrepancies=(_between, replace(_between, kind="wording", note="县")),
    ),
    facts(
        CITY,
        "municipal",
        (PROVINCE_REGION, CITY_REGION),
        _city,
        "例城市教育局",
        citations=(
            Citation(_city[2].id, TITLES[PROVINCE], f"《{TITLES[PROVINCE]}》", "贯彻落实", title=TITLES[PROVINCE]),
            Citation(_city[3].id, ABSENT, "《国家手艺方案》", "依据", title="国家手艺方案", number=ABSENT),
        ),
    ),
    facts(OTHER, "municipal", (PROVINCE_REGION, OTHER_REGION), _other, "例川市教育局"),
    facts(
        DISTRICT,
        "county",
        (PROVINCE_REGION, CITY_REGION, DISTRICT_REGION),
        _district,
        "例东区教体局",
        citations=(Citation(_district[0].id, PROVINCE, PROVINCE, "贯彻落实", number=PROVINCE),),
    ),
)
ASKED = clause_id(PROVINCE, "四（十一）")
"""The clause that everything derives from."""
INTERNAL = (
    link(clause_id(PROVINCE, "附件1第1项"), ASKED, 1.0, carried="verbatim"),
    link(clause_id(DISTRICT, "附件第9项"), clause_id(DISTRICT, "三"), 0.9),
)
LINKS = (
    link(clause_id(CITY, "二（一）1"), ASKED, 0.9, carried="raised"),
    link(clause_id(CITY, "二（一）2"), ASKED, 0.7),
    link(clause_id(OTHER, "一"), ASKED, 0.3, "candidate"),
    link(clause_id(OTHER, "二"), ASKED, 0.95),
    link(clause_id(DISTRICT, "三"), clause_id(CITY, "二（一）1"), 0.8),
    link(clause_id(DISTRICT, "三"), ASKED, 0.6),
    link(clause_id(DISTRICT, "四"), clause_id(CITY, "二（一）2"), 0.5),
)
DOCUMENTS = tuple(
    replace(item, links=tuple(each for each in INTERNAL if each.source.startswith(f"{item.document.id}/")))
    for item in DOCUMENTS
)
GRAPH = PolicyGraph(DOCUMENTS, LINKS)
"""All of it."""
