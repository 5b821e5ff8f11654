"""The organizations of a clause, each once for a role."""

from api.page.handed import handed
from graph import questions
from graph.answers import Unit
from graph.store import open_store

CLAUSE = "示政〔2021〕7号/四（九）"
ROW, OTHER = "示政〔2021〕7号/附件第3项", "示政〔2021〕7号/附件第5项"


def unit(name, through=None, role="responsible"):
    """An organization of a clause."""
    return Unit(name, role, name, collective=False, through=through)


def told(units):
    """The names that stand together, each with its role, and the rows behind them."""
    return [([(each.name, each.role) for each in group.units], group.rows) for group in handed(units)]


def test_what_one_row_names_stands_together():
    """In the order of the text, with the row once behind them."""
    units = [unit("甲局", ROW, "lead"), unit("乙局", ROW), unit("丙局", OTHER)]

    assert [([("甲局", "lead"), ("乙局", "responsible")], (ROW,)), ([("丙局", "responsible")], (OTHER,))] == told(units)


def test_a_unit_of_several_rows_stands_once():
    """With all of its rows."""
    units = [unit("甲局", ROW), unit("乙局", ROW), unit("甲局", OTHER)]

    assert [([("甲局", "responsible")], (ROW, OTHER)), ([("乙局", "responsible")], (ROW,))] == told(units)


def test_another_role_is_told_apart():
    """What leads by one row only is not said to lead by the other."""
    units = [unit("甲局", ROW), unit("甲局", OTHER, "lead")]

    assert [([("甲局", "responsible")], (ROW,)), ([("甲局", "lead")], (OTHER,))] == told(units)


def test_a_unit_that_the_clause_names_needs_no_row():
    """It stands with the others that the clause names."""
    units = [unit("甲局"), unit("甲局", ROW), unit("乙局")]

    assert [([("甲局", "responsible"), ("乙局", "responsible")], ())] == told(units)


def test_the_page_of_a_clause_names_a_row_once(sample_store, browser_page):
    """Behind the organizations that it names, each of which stands once."""
    with open_store(str(sample_store)) as store:
        found = questions.clause(store, CLAUSE)
    browser_page.goto(f"/view/cascade?id={CLAUSE}")
    line = browser_page.locator(".asked dd").first
    rows = {unit.through for unit in found.units}

    assert len(rows) < len(found.units)
    assert len(rows) == line.locator("a.clause").count()
    assert [unit.name for unit in found.units] == line.locator("a:not(.clause)").all_inner_texts()
