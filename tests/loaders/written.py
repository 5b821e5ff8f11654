"""Small invented documents for the tests of links and discrepancies."""

from graph.ids import clause_id
from graph.model import Citation, Clause, Document, DocumentFacts, Region

NATION = Region("000000", "全国", "national", None)
PROVINCE = Region("990000", "示例省", "provincial", "000000")
CITY = Region("990100", "示例市", "municipal", "990000")
OTHER_CITY = Region("990200", "样本市", "municipal", "990000")
DISTRICT = Region("990102", "范例区", "county", "990100")
AROUND = {
    NATION: (NATION,),
    PROVINCE: (PROVINCE, NATION),
    CITY: (CITY, PROVINCE, NATION),
    OTHER_CITY: (OTHER_CITY, PROVINCE, NATION),
    DISTRICT: (DISTRICT, CITY, PROVINCE, NATION),
}


def written(number, region, clauses, *, cites=(), **fields):
    """A document of a region with these clauses, address to text; 附件第1项 is a row of an annex, 一—1 a goal.

    The heading is the first sentence where more follow.
    """
    made = [made_clause(number, address, text) for address, text in clauses.items()]
    if any(clause.type == "row" for clause in made):
        made.append(Clause(clause_id(number, "附件"), number, "附件", "annex", "任务清单", "任务清单"))
    document = Document(number, fields.pop("title", number), number, level=region.level, region=region.code, **fields)
    citations = tuple(Citation(number, target, f"（{target}）", "basis", number=target) for target in cites)
    return DocumentFacts(document, tuple(made), AROUND[region], citations=citations)


def made_clause(document, address, text):
    """One clause of an invented document."""
    row, goal = address.startswith("附件"), "—" in address
    head, stop, rest = text.partition("。")
    return Clause(
        clause_id(document, address),
        document,
        address,
        "row" if row else "goal" if goal else "item",
        text,
        head if stop and rest and not row and not goal else None,
        parent=clause_id(document, "附件") if row else None,
        task=not goal,
    )
