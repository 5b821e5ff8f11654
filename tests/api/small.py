"""A small invented cascade: a province, a city, a district whose title holds a slash and quotes, a law they cite."""

from graph.model import (
    Assignment,
    Citation,
    Clause,
    Document,
    DocumentFacts,
    Doubt,
    Evidence,
    Implements,
    Indicator,
    Organization,
    Region,
)

PROVINCE, CITY, COUNTY = "示政〔2024〕1号", "例政〔2024〕2号", "范例区“家/校”社区教育方案"
TITLE = "示例省政府关于社区教育的意见"
LAW = "教育法"  # as laws are called: the id of the stub of a law that is cited with or without its country
LAW_TITLE = f"中华人民共和国{LAW}"
NATION = Region("000000", "全国", "national", None)
REGIONS = {
    "990000": Region("990000", "示例省", "provincial", "000000"),
    "990100": Region("990100", "示例市", "municipal", "990000"),
    "990102": Region("990102", "范例区", "county", "990100"),
}


def clause(document: str, address: str, text: str, order: int, **fields) -> Clause:
    """A clause; what is not said is that of a task at the top."""
    known = {"type": "clause", "task": True, "lines": ((0, order + 10),)}
    return Clause(f"{document}/{address}", document, address, text=text, order=order, **{**known, **fields})


def link(source: Clause, target: Clause, score: float, carried: str = "refined") -> Implements:
    """A link whose evidence is 社区学院 at both ends."""
    spans = [end.span(end.text.index("社区学院"), end.text.index("社区学院") + 4) for end in (source, target)]
    evidence = (Evidence("measure", score, *spans),)
    return Implements(source.id, target.id, score, "measure", "between", "proposed", carried, evidence)


GENERAL = clause(PROVINCE, "一", "总体要求", 0, type="section", task=False)
COLLEGE = clause(PROVINCE, "一（一）", "每个县建成社区学院不少于1所。", 1, parent=GENERAL.id, number="（一）")
TEACHERS = clause(PROVINCE, "一（二）", "加强队伍建设。", 2, parent=GENERAL.id, number="（二）")
CITY_COLLEGE = clause(CITY, "一", "全市建成社区学院6所。", 0)
ROW = clause(COUNTY, "附件第1项", "年底前建成社区学院2所。", 1, type="row", parent=f"{COUNTY}/附件")
ANNEX = clause(COUNTY, "附件", "任务清单", 0, type="annex", task=False)
LINKS = (
    link(CITY_COLLEGE, COLLEGE, 0.9),
    link(ROW, CITY_COLLEGE, 0.8),
    link(ROW, COLLEGE, 0.7, "raised"),
)

FACTS = (
    DocumentFacts(
        Document(
            PROVINCE,
            "示例省政府关于社区教育的意见",
            PROVINCE,
            level="provincial",
            region="990000",
            issued="2024-03-01",
        ),
        clauses=(GENERAL, COLLEGE, TEACHERS),
        regions=(NATION, REGIONS["990000"]),
        citations=(Citation(GENERAL.id, LAW_TITLE, f"《{LAW_TITLE}》", "依据", title=LAW_TITLE),),
    ),
    DocumentFacts(
        Document(CITY, "示例市社区教育计划", CITY, level="municipal", region="990100", issued="2024-05-01"),
        clauses=(CITY_COLLEGE,),
        regions=(NATION, REGIONS["990000"], REGIONS["990100"]),
    ),
    DocumentFacts(
        Document(COUNTY, COUNTY, level="county", region="990102", issued="2024-06-01"),
        clauses=(ANNEX, ROW),
        regions=(NATION, *REGIONS.values()),
        organizations=(Organization("范例区教育局", "county", "990102", "教育局"),),
        assignments=(Assignment(ROW.id, "范例区教育局", "lead", "区教育局", "cell"),),
        indicators=(
            Indicator(
                f"{ROW.id}#1", ROW.id, 2.0, "所", "=", "社区学院", "target", ROW.span(9, 11), "count", deadline="年底前"
            ),
        ),
        doubts=(Doubt(COUNTY, 12, "row-without-unit", "第2项 names no unit"),),
    ),
)
