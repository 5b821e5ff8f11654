"""The tasks of organizations and their counterparts, on small invented cascades."""

import pytest
from handed import body, figure, link, put, task

from graph.bodies import alike, kinds_of
from graph.errors import AmbiguousReference, UnknownReference
from graph.model import Due
from graph.units import organizations, units

TOP = task("省", "一", "办好工坊。")
CITY = task("市", "1", "办好工坊。")
NEXT = task("市", "2", "宣传手艺。", order=1)
OTHER = task("邻市", "1", "办好工坊。")
DISTRICT = task("区", "1", "办好工坊。")
PROVINCIAL = body("示例省教育厅", "教育", "省")
MUNICIPAL = body("例城市教体局", "教育", "市")
NEIGHBOUR = body("例川市教育局", "教育", "邻市")
COUNTY = body("例东区教育局", "教育", "区")
MONEY = body("例城市财政局", "财政", "市")
UP = (
    link(CITY, TOP, ("工坊", "工坊")),
    link(OTHER, TOP, ("工坊", "工坊"), score=0.9),
    link(DISTRICT, CITY, ("工坊", "工坊")),
)
CLAUSES = [TOP, CITY, NEXT, OTHER, DISTRICT]
GIVEN = (
    (TOP, PROVINCIAL, "lead"),
    (CITY, MUNICIPAL, "lead"),
    (NEXT, MONEY, "responsible"),
    (OTHER, NEIGHBOUR, "lead"),
    (DISTRICT, COUNTY, "responsible"),
)


def given(store, *changed):
    """A store in which each of these clauses is handed out as given, the others as in GIVEN."""
    replaced = {clause.id for clause, *_ in changed}
    kept = [item for item in GIVEN if item[0].id not in replaced]
    return put(store, CLAUSES, UP, given=(*kept, *(item for item in changed if item[1])))


def conflicts(answer):
    """The conflicts of an answer."""
    return {(item.kind, item.clause, item.document, item.units) for item in answer.conflicts}


def test_tasks_of_a_body_and_its_counterparts(memory):
    """A city's bureau has the province's above it and the district's below; the next city's stands beside it."""
    answer = units(given(memory), "例城市教体局")

    assert [("示例省教育厅", "above"), ("例东区教育局", "below")] == [
        (unit.name, unit.standing) for unit in answer.counterparts
    ]
    assert [("省/一", "above", "lead"), ("市/1", "asked", "lead"), ("区/1", "below", "responsible")] == [
        (task.clause.id, task.unit.standing, task.role) for task in answer.tasks
    ]


def test_a_task_comes_with_the_best_clause_above(memory):
    """The likest clause of another document is where the task comes from."""
    tasks = {item.clause.id: item for item in units(given(memory), "示例省教育厅").tasks}

    assert tasks["省/一"].source is None
    assert ("省/一", 0.9, None) == (
        tasks["邻市/1"].source.clause.id,
        tasks["邻市/1"].source.score,
        tasks["邻市/1"].source.through,
    )


def test_a_row_derives_over_the_clause_that_it_breaks_down(memory):
    """A row without a link of its own takes that of its clause, and says so."""
    row = task("市", "附件第1项", "办好工坊。", order=2)
    inner = link(row, CITY, ("工坊", "工坊"), scope="internal", carried="verbatim", score=1.0)
    put(memory, [TOP, CITY, row], (UP[0], inner), given=((row, MUNICIPAL, "responsible"),))
    (found,) = units(memory, "例城市教体局").tasks

    assert ("省/一", "市/1") == (found.source.clause.id, found.source.through)


def test_further_clauses_above_are_counted(memory):
    """A clause that the row and what it breaks down are both linked to counts once."""
    other, row = task("省", "二", "发展工坊。"), task("市", "附件第1项", "办好工坊。", order=2)
    inner = link(row, CITY, ("工坊", "工坊"), scope="internal", carried="verbatim", score=1.0)
    ups = [link(item, TOP, ("工坊", "工坊")) for item in (row, CITY)]
    further = link(CITY, other, ("工坊", "工坊"))
    put(memory, [TOP, other, CITY, row], (*ups, inner, further), given=((row, MUNICIPAL, "responsible"),))
    (found,) = units(memory, "例城市教体局").tasks

    assert ("省/一", None, 1) == (found.source.clause.id, found.source.through, found.source.others)


def test_all_deadlines_of_a_task_are_told(memory):
    """Those of figures and those of what is asked for without one, in the order of the text, and what is due first."""
    text = "到2025年建工坊2所，2022年底前设立机构，2023年起开放。"
    dues = tuple(Due(words, due, None) for words, due in (("2022年底前", "2022"), ("2023年起", "2023/..")))
    city = task("市", "1", text, dues=dues)
    dated = figure(city, 2, "所", "工坊", deadline="到2025年", due="2025")
    put(memory, [city], figures=(dated,), given=((city, MUNICIPAL, "lead"),))
    (told,) = units(memory, "例城市教体局").tasks

    assert (("到2025年", "2022年底前", "2023年起"), "2022") == (told.deadlines, told.due)


@pytest.mark.parametrize("status", ["proposed", "confirmed"])
def test_a_source_says_whether_a_person_confirmed_it(memory, status):
    """The status of the link up stands with the task."""
    put(memory, [TOP, CITY], (link(CITY, TOP, ("工坊", "工坊"), status=status),), given=GIVEN[:2])
    answer = units(memory, "例城市教体局")

    assert [status] == [item.source.status for item in answer.tasks if item.source]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("示例省教育厅", "示例省教育厅"),
        ("教体局", "例城市教体局"),
        ("财政", "例城市财政局"),
        (" 教 育 厅 ", "示例省教育厅"),
    ],
)
def test_names_as_people_write_them(memory, asked, expected):
    """A full name, an ending or a part means the one body that fits."""
    assert expected == units(given(memory), asked).unit.name


def test_a_name_that_several_bear_lists_them(memory):
    """教育局 may be that of the next city or of the district."""
    with pytest.raises(AmbiguousReference, match="例东区教育局, 例川市教育局"):
        units(given(memory), "教育局")


@pytest.mark.parametrize("asked", ["卫生健康委", " "])
def test_an_unknown_body_is_refused(memory, asked):
    """A name that no document has is an error."""
    with pytest.raises(UnknownReference):
        units(given(memory), asked)


def test_two_leads_of_one_clause(memory):
    """Both are named, for a person to see whether that is meant."""
    given(memory, (CITY, MUNICIPAL, "lead"), (CITY, MONEY, "lead"))

    assert {("several leads", "市/1", "市", ("例城市教体局", "例城市财政局"))} == conflicts(
        units(memory, "例城市教体局")
    )


def test_a_lead_lost_on_the_way_down(memory):
    """Above the field of education leads, in the city that of finance: a lead is lost there, not in the next city."""
    given(memory, (CITY, MONEY, "lead"), (CITY, MUNICIPAL, "cooperate"))

    assert {("lead lost", "省/一", "市", ("示例省教育厅",))} == conflicts(units(memory, "示例省教育厅"))


def test_where_nobody_leads_whoever_is_responsible_keeps_the_task(memory):
    """A document without leads has lost none where a body of the kind is responsible."""
    given(memory, (CITY, MUNICIPAL, "responsible"), (CITY, MONEY, "responsible"))

    assert set() == conflicts(units(memory, "示例省教育厅"))


def test_a_task_that_names_nobody(memory):
    """In a document that hands out other tasks it is a conflict; in one that names no bodies at all it is not."""
    given(memory, (CITY, None, "lead"), (OTHER, None, "lead"))

    found = units(memory, "示例省教育厅").conflicts

    assert [("no unit", "省/一", "市", ("市/1",))] == [(i.kind, i.clause, i.document, i.clauses) for i in found]


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        (True, "示例省教育厅:教育", "例城市教体局:教育"),
        (True, "示例省体育局:体育", "例城市教体局:教育"),
        (True, "示例省文化和旅游厅:文旅", "例东区文广旅局:文旅"),
        (True, "示例省总工会:群团", "例城市总工会:群团"),
        (False, "示例省总工会:群团", "例城市妇联:群团"),
        (False, "示例省教育厅:教育", "例城市政府教育督导委员会办公室:教育"),
        (False, "示例省体育局:体育", "例东区教育局:教育"),
        (False, "示例大学:院校", "例城学院:院校"),
        (False, "示例省文史馆:", "例城市文史馆:"),
        (False, "教育部教材局:教育", "例东区教育体育局:教育"),
        (False, "示例省教育厅基础教育局:教育", "例城市教育局:教育"),
        (True, "示例省公安厅:公安", "例城市公安局例东分局:公安"),
        (True, "示例省教育厅:教育", "例东示范区管委会教育局:教育"),
    ],
)
def test_who_is_a_counterpart(expected, one, other):
    """Bureaus of one field stand in line, merged ones in two; centres, offices of committees, schools and departments
    inside a body do not."""
    bodies = [body(*(part or None for part in text.split(":")), None) for text in (one, other)]

    assert expected is alike(*bodies)


def test_a_collective_name_is_no_counterpart():
    """各县教育局 stands for no one body."""
    assert not alike(PROVINCIAL, body("各县教育局", "教育", "区", collective=True))


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("例城市教体局", "教育", {"教育", "体育"}),
        ("例城市教育体育局", "教育", {"教育", "体育"}),
        ("例东区教科文体局", "教育", {"教育", "科技", "文旅", "体育"}),
        ("例东区文广旅局", "文旅", {"文旅", "广电"}),
        ("例东区科工局", "科技", {"科技", "工信"}),
        ("例城市财政局", "财政", {"财政"}),
        ("例城市卫健委", "卫生健康", {"卫生健康"}),
        ("例城市文史馆", None, set()),
    ],
)
def test_kinds_of_merged_bureaus(name, kind, expected):
    """A merged bureau has the kinds of all its fields."""
    assert expected == kinds_of(body(name, kind, None))


def test_all_organizations_with_their_tasks(memory):
    """From the nation down, by region, with how many clauses each leads, is responsible for and cooperates in."""
    found = organizations(given(memory, (NEXT, MUNICIPAL, "cooperate")))

    assert [
        ("示例省教育厅", "provincial", (1, 0, 0)),
        ("例城市教体局", "municipal", (1, 0, 1)),
        ("例川市教育局", "municipal", (1, 0, 0)),
        ("例东区教育局", "county", (0, 1, 0)),
    ] == [(item.name, item.level, (item.lead, item.responsible, item.cooperate)) for item in found]
