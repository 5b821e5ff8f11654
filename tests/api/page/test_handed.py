"""The organizations of a clause, each once."""

from api.page.handed import handed
from graph.answers import Unit

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
    """With all of its rows, in the role that asks most of it."""
    units = [unit("甲局", ROW), unit("乙局", ROW), unit("甲局", OTHER, "lead")]

    assert [([("甲局", "lead")], (ROW, OTHER)), ([("乙局", "responsible")], (ROW,))] == told(units)


def test_a_unit_that_the_clause_names_needs_no_row():
    """It stands with the others that the clause names."""
    units = [unit("甲局"), unit("甲局", ROW), unit("乙局")]

    assert [([("甲局", "responsible"), ("乙局", "responsible")], ())] == told(units)
