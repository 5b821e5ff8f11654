"""Deadlines by year, on small invented cascades."""

from dataclasses import replace

import pytest
from handed import figure, link, put, task

from graph.deadlines import first_due
from graph.model import Due
from graph.timeline import timeline, year_of

TOP = task("省", "一", "到2025年，全省办好工坊70所。")
CITY = task("市", "1", "到2024年，办好工坊10所。")
OTHER = task("邻市", "1", "5年内办好工坊20所。")


def dated(clause, value, deadline, due):
    """A figure with a deadline as written and as a date."""
    return replace(figure(clause, value, "所", "工坊", due=due), deadline=deadline)


@pytest.fixture
def cascade(memory):
    """A province with one city below it, and a city that follows nothing."""
    figures = (dated(TOP, 70, "到2025年", "2025"), dated(CITY, 10, "到2024年", "2024"), dated(OTHER, 20, "5年内", None))
    return put(memory, [TOP, CITY, OTHER], (link(CITY, TOP, ("工坊", "工坊")),), figures=figures)


def shown(answer):
    """The years with the clauses that are due in them."""
    return [(each.year, [item.clause.id for item in each.due]) for each in answer.years]


def test_all_deadlines_by_year(cascade):
    """What the text alone does not place comes last."""
    answer = timeline(cascade)

    assert (None, None, None) == (answer.asked, answer.document, answer.title)
    assert [(2024, ["市/1"]), (2025, ["省/一"]), (None, ["邻市/1"])] == shown(answer)


@pytest.mark.parametrize(("of", "document"), [("市", "市"), ("市/1", "市"), ("省", "省")])
def test_deadlines_along_a_lineage(cascade, of, document):
    """Of a clause or document with what stands above and below; what has no part in it is left out."""
    answer = timeline(cascade, of)

    assert document == answer.document
    assert [(2024, ["市/1"]), (2025, ["省/一"])] == shown(answer)


@pytest.mark.parametrize(
    ("due", "year"),
    [("2025", 2025), ("2022-06", 2022), ("2021/2025", 2025), ("2021-01-01/2023-06-30", 2023), ("2022/..", 2022)],
)
def test_the_year_of_a_deadline(due, year):
    """That in which it ends, or from which one without an end runs."""
    assert year == year_of(figure(TOP, 1, "所", "工坊", due=due))
    assert year_of(figure(TOP, 1, "所", "工坊")) is None


def test_deadlines_without_a_figure_are_told(memory):
    """What a clause asks for by a day is told in its words."""
    span = OTHER.span(0, 8)
    put(memory, [replace(OTHER, dues=(Due("2022年底前", "2022", span),))])
    (year,) = timeline(memory).years

    assert (2022, [("2022年底前", None, span.text)]) == (
        year.year,
        [(item.deadline, item.indicator, item.asks) for item in year.due],
    )


def test_what_a_task_list_says_again_is_one_deadline(memory):
    """The figure and the task of a clause stand once, with the row that says them again; another row's own stays."""
    dues = (Due("2023年底前", "2023", TOP.span(8, 12)),)
    top = replace(TOP, dues=dues)
    row, other = (task("省", f"附件第{n}项", TOP.text, order=n, dues=dues if n == 1 else ()) for n in (1, 2))
    figures = [dated(clause, value, "到2025年", "2025") for clause, value in ((top, 70), (row, 70), (other, 8))]
    inner = (link(each, top, ("工坊", "工坊"), scope="internal") for each in (row, other))
    put(memory, [top, row, other], tuple(inner), figures=tuple(figures))

    assert [(2023, [("省/一", (row.id,))]), (2025, [("省/一", (row.id,)), (other.id, ())])] == [
        (year.year, [(item.clause.id, item.also) for item in year.due]) for year in timeline(memory).years
    ]


@pytest.mark.parametrize(("due", "since"), [("2022/..", True), ("2022", False), ("2021/2025", False), (None, False)])
def test_what_runs_on_is_not_due(memory, due, since):
    """2022年起 stands in the year from which it runs, and is told from what is due then."""
    put(memory, [TOP], figures=(dated(TOP, 70, "2022年起", due),))
    (year,) = timeline(memory).years

    assert since == year.due[0].since


def test_a_year_ends_after_its_months(memory):
    """Within a year what is due first comes first, and that year's end after its months; what has no end comes last."""
    dues = ("2022/..", "2022", "2022-09", "2021/2022-06", "2022-06-30")
    figures = [replace(figure(TOP, 1, "所", due, due=due), deadline="写明") for due in dues]
    put(memory, [TOP], figures=figures)
    (year,) = timeline(memory).years

    assert ["2022-06-30", "2021/2022-06", "2022-09", "2022", "2022/.."] == [item.indicator.due for item in year.due]
    assert "2022-06-30" == first_due(figures)
    assert "2022-06" == first_due(figures[:4])
    assert "" == first_due(figures[:1])
