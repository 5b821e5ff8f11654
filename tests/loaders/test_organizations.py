"""Who must do which clause, from cells, brackets, lines and sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Assignment, Clause, Document, DocumentFacts, Organization
from loaders.organizations import with_assignments

CITY = "990100"  # 示例市 in 示例省


def facts(
    *texts: str,
    region: str | None = CITY,
    cells: tuple[tuple[str, str], ...] = (),
    type: str = "item",
    issuers: tuple[str, ...] = (),
):
    """The facts of a document whose clauses have these texts; all have the same cells."""
    clauses = tuple(
        Clause(f"例/{n}", "例", str(n), type, text, cells=cells, lines=((0, 10 * n),))
        for n, text in enumerate(texts, 1)
    )
    return with_assignments(DocumentFacts(Document("例", "例", region=region, issuers=issuers), clauses))


def units(*texts: str, **options) -> list[tuple[str, str]]:
    """First letter of the role, and name, of all assignments."""
    return [(item.role[0], item.target) for item in facts(*texts, **options).assignments]


EDUCATION, FINANCE, STAFF = "示例市教体局", "示例市财政局", "示例市人社局"


@pytest.mark.parametrize(
    ("head", "cell", "expected"),
    [
        ("责任单位（按职责分工负责）", "市教体局、财政局", [("r", EDUCATION), ("r", FINANCE)]),
        ("牵头单位", "市教体局", [("l", EDUCATION)]),
        ("配合部门", "市财政局", [("c", FINANCE)]),
        ("牵头(责任)单位", "市教体局", [("l", EDUCATION)]),
        ("责任单位（排第一位的为牵头单位）", "市教体局、市财政局", [("l", EDUCATION), ("r", FINANCE)]),
        ("责任单位", "牵头单位：市教体局；配合单位：市财政局", [("l", EDUCATION), ("c", FINANCE)]),
        ("责任人", "市教体局", []),
        ("完成时限", "2025年底", []),
    ],
)
def test_columns(head, cell, expected):
    """The head of a column says that its cells list bodies, and their role."""
    assert expected == units("推进试点。", cells=(("工作任务", "推进试点。"), (head, cell)), type="row")


@pytest.mark.parametrize(
    "bracket",
    [
        "（牵头单位：市教体局；配合单位：市财政局、人社局；完成时限：2025年底）",
        "(牵头单位:市教体局;配合单位:市财政局、人社局)",
        "（市教体局牵头，市财政局、人社局配合，持续推进）",
        "【市教体局牵头，市财政局、人社局配合】",
        "（由市教体局牵头，市财政局、人社局协助）",
        "\n牵头单位：市教体局\n配合单位：市财政局、人社局",
        "牵头单位：市教体局；配合单位：市财政局、人社局。",
        "（牵头单位：市教体局 配合单位：市财政局、人社局）",
        "（第一牵头单位：市教体局；配合单位：市财政局、人社局）",
        "牵头领导：张三 牵头单位：市教体局 配合单位：市财政局、人社局",
    ],
)
def test_brackets_and_lines(bracket):
    """Every form of bracket and line that documents use gives the same bodies and roles."""
    assert [("l", EDUCATION), ("c", FINANCE), ("c", STAFF)] == units(f"健全机制。{bracket}")


@pytest.mark.parametrize(
    "text",
    [
        "健全机制（市教体局负责）。",
        "健全机制。（市教体局）",
        "健全机制。（责任分工：市教体局）",
        "健全机制。（责任单位为市教体局）",
    ],
)
def test_one_body(text):
    """A bracket of one body counts where a verb, a label or its place after a sentence says so."""
    assert [("r", EDUCATION)] == units(text)


@pytest.mark.parametrize(
    "text",
    [
        "依托学校（市教体局）建设。",
        "健全机制。（详见附件）",
        "（略）",
        "报主管部门（含民办）备案。",
        "开放场馆。（含民办学校、幼儿园）",
        "开放场馆。（除市教体局外）",
        "开展评估认定。（教育部）",
        "由主要负责人（市长）负责。",
        "建立由市政府牵头的联席会议制度。",
        "支持行业龙头企业牵头组建联盟。",
        "学生家长要配合学校教育。",
        "申报单位应提交材料。",
        "省级示范学校要开放课堂。",
        "其有关部门应当配合。",
    ],
)
def test_nobody_is_accused(text):
    """What does not plainly oblige a body of known name obliges none."""
    assert [] == units(text)


@pytest.mark.parametrize(
    ("issuers", "names"),
    [
        (("示例市教育局",), ["示例市教育局基教科", "示例市教育局机关党委", "示例市教育局各科室", "示例市财政局"]),
        (("示例市教育局办公室",), ["示例市教育局基教科", "示例市教育局机关党委", "示例市教育局各科室", "示例市财政局"]),
        (("示例市教育局", "示例市财政局"), ["示例市财政局"]),
        (("示例市人民政府",), ["示例市财政局"]),
    ],
)
def test_offices_of_the_issuer(issuers, names):
    """A list of offices (责任科室) names those of the body that issues the document alone, and nobody's elsewhere."""
    text = "推进。（责任科室：基教科、机关党委、各科室，市财政局）"

    assert names == [name for _, name in units(text, issuers=issuers)]
    assert names == [
        name
        for _, name in units("推进。", cells=(("责任处室", "基教科、机关党委、各科室，市财政局"),), issuers=issuers)
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "（责任单位：厅职成处、厅机关各处室、财务处）",
            ["示例省教育厅职成处", "示例省教育厅机关各处室", "示例省教育厅财务处"],
        ),
        ("（责任单位：省教育厅职成处、财务处）", ["示例省教育厅职成处", "示例省教育厅财务处"]),
    ],
)
def test_offices_in_a_list_of_bodies(text, names):
    """厅 and an office without its body are those of the department that writes, or of the one just named."""
    assert names == [name for _, name in units(text, region="990000", issuers=("示例省教育厅",))]


def test_offices_of_nobody():
    """Without a body that writes alone, 局办公室 is a doubt."""
    found = facts("推进。（责任单位：局办公室、基教股）", issuers=("示例市人民政府",))

    assert () == found.assignments
    assert 2 == len(found.doubts)


def test_a_list_says_it_all():
    """Where a clause lists its bodies, its sentences add none; nor do words of introduction."""
    assert [("r", EDUCATION)] == units("各县（区）政府要支持。（责任单位：市教体局）")
    assert [] == units("各县（区）政府要支持。", type="paragraph")


def test_first_leads_from_the_note_on():
    """排名第一位为牵头单位，下同 counts for the lists after it, not for those before."""
    first, noted, later = (
        "（市教体局，市财政局）",
        "（市财政局，市教体局，排名第一位为牵头单位，下同）",
        "（市教体局，市财政局）",
    )
    lists = (first, noted, later)

    assert ["r", "r", "l", "r", "l", "r"] == [role for role, _ in units(*(f"推进试点。{text}" for text in lists))]


def test_short_names():
    """A short name that the document defines anywhere is written out everywhere."""
    texts = (
        "支持一职高建设。（责任单位：一职高）",
        "完成示例市第一职业高级中学（以下简称“一职高”）改造。",
        "完成市第二职业高级中学（以下简称二职高）改造。由二职高负责。",
    )

    assert ["示例市第一职业高级中学", "示例市第二职业高级中学"] == [name for _, name in units(*texts)]


def test_no_short_names():
    """A short name of something else than a body, or of one without a place before it, means no body."""
    assert [] == units("落实示例市校企合作条例（以下简称条例）。由条例负责。")
    assert [] == units("依托职教联盟（以下简称联盟）。由联盟负责。")


def test_a_body_once_in_a_clause():
    """A body named twice in a clause is assigned once, in the role named first."""
    assert [("l", EDUCATION)] == units("推进试点。（牵头单位：市教体局；责任单位：市教体局）")


def test_the_weightiest_role_of_a_sentence():
    """Of several roles that plain sentences of a clause give a body, the one that asks most of it counts."""
    assert [("r", EDUCATION), ("r", FINANCE)] == units("市教体局会同市财政局制定办法。市财政局应当安排经费。")


def test_assignment():
    """An assignment keeps what is written, the rule that found it, and that the list names only some."""
    found = facts("推进。（责任单位：市教体局等市直有关部门）")

    assert found.assignments[0] == Assignment("例/1", EDUCATION, "responsible", "市教体局", "bracket", others=True)
    assert found.organizations[0] == Organization(EDUCATION, "municipal", CITY, "教育")


def test_doubts():
    """What a list holds besides bodies, roles and dates is a doubt with its line, and no body."""
    found = facts("推进。（责任单位：市教体局、张三，2025年底前完成）")

    assert [("r", EDUCATION)] == [(item.role[0], item.target) for item in found.assignments]
    assert [(10, "unit-unknown", "1: not read as a unit: 张三")] == [(d.line, d.rule, d.message) for d in found.doubts]


def test_unknown_region():
    """Without the document's region 市教体局 names no body: a doubt, not a guess."""
    found = facts("推进。（责任单位：市教体局、教育部）", region=None)

    assert ["教育部"] == [item.target for item in found.assignments]
    assert ["1: not read as a unit: 市教体局"] == [doubt.message for doubt in found.doubts]


TEXT = st.text(
    st.one_of(st.characters(), st.sampled_from("（）()：；，、。\n市县局责任单位牵头负责要应当以下简称等")), max_size=60
)


@given(TEXT, TEXT, TEXT, st.sampled_from([None, "000000", CITY]))
def test_any_clause_is_read(text, head, cell, region):
    """Any clause at all is read; every body assigned is described, and others' facts stay as they are."""
    found = facts(text, region=region, cells=((head, cell), ("责任单位", cell)))

    assert {item.target for item in found.assignments} == {body.id for body in found.organizations}
    assert "例" == found.document.id
