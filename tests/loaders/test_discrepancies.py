"""Places where body and task list, or goals and measures, say different things."""

from dataclasses import replace

from written import PROVINCE, written

from loaders.discrepancies import with_discrepancies
from loaders.implements import with_internal_links
from loaders.quantities import with_indicators

NUMBER = "示政〔2021〕7号"
BODY = (
    "传承技艺。新建竹编展馆30座，培养竹编名师。鼓励合作社开设漆器网店，减免网店佣金。每年举办“竹韵”博览会，"
    "加快竹编成果转化，提升传承水平。"
)


def found(clauses):
    """The discrepancies of a document with these clauses."""
    facts = with_indicators(written(NUMBER, PROVINCE, clauses))
    return with_discrepancies(with_internal_links(facts)).discrepancies


def summary(clauses):
    """The discrepancies as kind, weight, addresses and texts."""
    return [
        (d.kind, d.weight, d.a.rpartition("/")[2], d.b.rpartition("/")[2], d.a_span.text, d.b_span.text)
        for d in found(clauses)
    ]


def test_copies_do_not_differ():
    """Rows that copy the body, with other marks and widths, give nothing."""
    rows = {
        "附件第1项": "新建竹编展馆 30 座,培养竹编名师;鼓励合作社开设漆器网店,减免网店佣金。",
        "附件第2项": "每年举办“竹韵”博览会，加快竹编成果转化。",
    }

    assert [] == summary({"一1": BODY, **rows})


def test_another_figure():
    """Another figure in the row is a discrepancy of quantity, with both texts in their place and in the note."""
    clauses = {"一1": "传承技艺。新建竹编展馆30座，培养竹编名师。", "附件第1项": "新建竹编展馆20座，培养竹编名师。"}
    (item,) = found(clauses)

    assert ("quantity", "material", f"{NUMBER}/一1", f"{NUMBER}/附件第1项") == (item.kind, item.weight, item.a, item.b)
    assert ("新建竹编展馆30座", "新建竹编展馆20座") == (item.a_span.text, item.b_span.text)
    assert item.a_span.text == clauses["一1"][item.a_span.start : item.a_span.end]
    assert item.b_span.text == clauses["附件第1项"][item.b_span.start : item.b_span.end]
    assert item.a_span.text in item.note
    assert item.b_span.text in item.note


def test_a_dropped_qualifier():
    """A qualifier that only one text has is a discrepancy of scope."""
    body, row = "评选名师。完善竹编名师标准和认定办法。", "完善竹编名师标准和办法。"

    assert [("scope", "material", "一1", "附件第1项", body[5:-1], row[:-1])] == summary({"一1": body, "附件第1项": row})


def test_what_stands_elsewhere_is_not_missing():
    """What a row takes over in another of its measures is neither left out nor added."""
    row = (
        "减免网店佣金；鼓励合作社开设漆器网店。新建竹编展馆30座，培养竹编名师。每年举办“竹韵”博览会，加快竹编成果转化。"
    )

    assert [] == summary({"一1": BODY, "附件第1项": row})


def test_a_measure_left_out_between_copied_ones():
    """A measure between copied ones that no row holds is an omission of the row before it; aims are none."""
    rows = {"附件第1项": "新建竹编展馆30座，培养竹编名师。", "附件第2项": "每年举办“竹韵”博览会，加快竹编成果转化。"}
    ((kind, weight, a, b, text, _),) = summary({"一1": BODY, **rows})

    assert ("scope", "omission", "一1", "附件第1项", "鼓励合作社开设漆器网店") == (kind, weight, a, b, text)


def test_a_measure_left_out_of_a_sentence():
    """The rest of a copied sentence is an omission too, named in the note."""
    rows = {
        "附件第1项": "新建竹编展馆30座，培养竹编名师。鼓励合作社开设漆器网店，减免网店佣金。",
        "附件第2项": "每年举办“竹韵”博览会。",
    }
    (item,) = found({"一1": BODY, **rows})

    assert ("omission", "加快竹编成果转化") == (item.weight, item.a_span.text)
    assert "加快竹编成果转化" in item.note


def test_who_must_is_left_out():
    """A row that cuts off who is to do it changes the measure."""
    body = "办好学校。各漆器学校要发挥区位优势，新建竹编展馆30座，培养竹编名师。"

    assert [("scope", "material", "各漆器学校要发挥区位优势")] == [
        (kind, weight, text)
        for kind, weight, _, _, text, _ in summary({"一1": body, "附件第1项": "新建竹编展馆30座，培养竹编名师。"})
    ]


def test_who_must_stands_in_the_next_part_too():
    """A part with a doer that is left out before one with a doer of its own is an omission: it does not say who must do
    what follows."""
    body = "办好学校。各漆器学校要切实落实责任，示例市政府把竹编展馆建设情况纳入对各区考核的重要内容。"
    told = summary({"一1": body, "附件第1项": "示例市政府把竹编展馆建设情况纳入对各区考核的重要内容。"})

    assert [("scope", "omission", "各漆器学校要切实落实责任")] == [
        (kind, weight, text) for kind, weight, _, _, text, _ in told
    ]


def test_one_part_is_told_once():
    """All changes of words in one part of a measure are one discrepancy; what only moved in it is other words."""
    moved = summary(
        {
            "一1": "传承技艺。社企合作中，学校可从中获得竹编、漆器、号子等项目的报酬。",
            "附件第1项": "允许学校从社企合作中获得竹编、漆器、号子等项目的报酬。",
        }
    )
    several = summary(
        {
            "一1": "传承技艺。办好竹编活动周、漆器活动周和号子比赛活动。",
            "附件第1项": "办好竹编活动周、漆器活动周，组织师生参加号子比赛。",
        }
    )

    assert [("wording", "minor")] == [item[:2] for item in moved]
    assert [("scope", "material")] == [item[:2] for item in several]


def test_an_exception_is_no_measure():
    """What a clause excepts is not what a row asks for; two exceptions are compared."""
    clause = "评选名师。除竹编名师传承工作室、漆器名师传承工作室外，各区评选名师。"

    assert [] == summary({"一1": clause, "附件第1项": "竹编名师传承工作室、漆器名师传承工作室。"})
    row = "除竹编名师传承工作室、漆器名师传承工作室和高校外，各区评选名师。"
    assert [("scope", "material")] == [item[:2] for item in summary({"一1": clause, "附件第1项": row})]


def test_a_figure_and_a_word_are_two():
    """A figure and a qualifier that differ in one part are two discrepancies."""
    body = "评选名师。在各区推广竹编技艺的省级示范展馆建设30座。"
    told = summary({"一1": body, "附件第1项": "在各区推广竹编技艺的示范展馆建设20座。"})

    assert ["scope", "quantity"] == [kind for kind, *_ in told]


def test_what_is_no_task_copies_nothing():
    """A row of a table or a term of a glossary, which hand out nothing, differ from nothing."""
    facts = written(
        NUMBER, PROVINCE, {"一1": "评选名师。完善竹编名师标准和认定办法。", "附件第1项": "完善竹编名师标准和办法。"}
    )
    idle = tuple(replace(item, task=item.type != "row") for item in facts.clauses)

    assert 1 == len(with_discrepancies(with_internal_links(facts)).discrepancies)
    assert () == with_discrepancies(with_internal_links(replace(facts, clauses=idle))).discrepancies


def test_loose_copies_are_compared_by_figures_alone():
    """Of a row in other words only figures and deadlines are set against the clause."""
    body = "办好学校。每年组织漆器学校师生到竹编展馆参加研学活动，人均不少于2天。"
    row = "安排孩子们到竹编展馆体验研学活动，人均不少于3天。"

    assert {"quantity"} == {kind for kind, *_ in summary({"一1": body, "附件第1项": row})}


def test_the_only_clause_without_a_row():
    """Where all but one of many clauses have a row, the one is named; one on organization alone is not missed."""
    bodies = {
        f"一{n}": f"第{n}件事。修缮{name}码头，保护{name}号子。" for n, name in enumerate("甲乙丙丁戊己庚辛壬癸", 1)
    }
    rows = {f"附件第{n}项": f"修缮{name}码头，保护{name}号子。" for n, name in enumerate("甲乙丙丁戊己庚辛壬", 1)}

    assert [("scope", "omission", "一10", "附件", "第10件事", "任务清单")] == summary({**bodies, **rows})
    assert [] == summary({**bodies, "一10": "加强组织领导。各地要高度重视。", **rows})


def test_a_goal_with_another_figure():
    """A goal and a measure with other figures for one object and deadline differ."""
    clauses = {"一—1": "建成30座竹编展馆。", "二1": "传承技艺。到2025年，建成20座竹编展馆。"}

    assert [("quantity", "material", "一—1", "二1", "30座竹编展馆", "20座竹编展馆")] == summary(clauses)


def test_goals_of_other_years_do_not_differ():
    """A goal for one year and a measure for another do not contradict each other."""
    clauses = {"一—1": "到2025年，建成30座竹编展馆。", "二1": "传承技艺。到2023年，建成20座竹编展馆。"}

    assert [] == summary(clauses)


def test_a_goal_of_another_degree():
    """A goal that asks for all and a clause that asks for most differ; the row that copies the clause is not named."""
    clause = "改善条件。推动竹编学校办学条件基本达到标准，新建竹编展馆，培养竹编名师。"
    row = {"附件第1项": clause[5:]}
    expected = [("scope", "material", "一—1", "二1", "竹编学校办学条件全部达标", "推动竹编学校办学条件基本达到标准")]

    assert expected == summary({"一—1": "竹编学校办学条件全部达标。", "二1": clause, **row})
    assert [("一—1", "附件第1项")] == [
        (a, b) for _, _, a, b, *_ in summary({"一—1": "竹编学校办学条件全部达标。", **row})
    ]


def times(clause, due, row="新建竹编展馆30座，培养竹编名师。"):
    """Kind, and deadlines as the note says them, of a clause set against a row with a column of times."""
    facts = written(NUMBER, PROVINCE, {"一1": clause, "附件第1项": row})
    cells = (("工作任务", row), ("完成时限", due))
    clauses = tuple(replace(item, cells=cells) if item.type == "row" else item for item in facts.clauses)
    read = with_discrepancies(with_internal_links(with_indicators(replace(facts, clauses=clauses))))
    return [(item.kind, item.note.partition(": ")[2]) for item in read.discrepancies]


def test_another_time_in_the_column():
    """A column of times with another year than the clause gives for the same figure differs from it; a month of that
    year does not."""
    clause = "传承技艺。到2025年，新建竹编展馆30座，培养竹编名师。"

    assert [("deadline", "the clause says “到2025年”, the row “2024年底”.")] == times(clause, "2024年底")
    assert [] == times(clause, "2025年6月底")
    assert [] == times("传承技艺。新建竹编展馆30座，培养竹编名师。", "2024年底")


def test_what_other_cells_say_is_not_missing():
    """A figure or time that the row has in another cell is not left out of its task."""
    clause = "传承技艺。到2025年，新建竹编展馆30座，培养竹编名师。"

    assert [] == times("传承技艺。3年内新建竹编展馆30座，培养竹编名师。", "2025年底")

    assert [] == times(clause, "2025年底，30座", "新建竹编展馆，培养竹编名师。")


def test_no_list_no_discrepancies():
    """A document without a task list and goals has none."""
    assert [] == summary({"一1": BODY})
