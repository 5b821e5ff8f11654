"""Answers on what follows from links as tables for a spreadsheet: the first one is what CSV holds."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, fields

from api.sheets import Sheet, Value
from api.tables import indicator
from graph.answers import TasksAnswer
from graph.comparison import CompareAnswer, Sum
from graph.coverage import Cell, Column, CoverageAnswer, CoveredClause, Orphan
from graph.explored import task_rows
from graph.ids import split_clause_id
from graph.units import Origin, UnitsAnswer

EVERYWHERE = "all below"
FIGURE_HEADS = (
    "above",
    "figure above",
    "level below",
    "region",
    "below",
    "figure below",
    "verdict",
    "factor",
    "share",
    "why not comparable",
    "due",
    "link",
)
SUM_HEADS = (
    "above",
    "figure above",
    "level below",
    "region",
    "document",
    "figure",
    "share",
    "sum of shares",
    "warning",
)


def coverage(answer: CoverageAnswer) -> tuple[Sheet, ...]:
    """Clauses × documents, what that comes to for each level, region and document, the orphans, what the words mean."""
    shown = matrix_columns(answer)
    heads = (
        "address",
        "text",
        "measures",
        "exempt",
        *(column_name(answer.columns[place]) for place in shown),
        "open",
        "near misses",
    )
    rows: list[tuple[Value, ...]] = []
    for item in answer.clauses:
        cells = [cell(item.cells[place], item) for place in shown]
        rows.append(
            (
                item.clause.address,
                item.clause.text,
                item.measures,
                exempt(item),
                *cells,
                "\n".join(item.open),
                item.near,
            )
        )
    return (
        Sheet("coverage", heads, tuple(rows)),
        totals(answer),
        Sheet(
            "orphans",
            ("document", "address", "level", "region", "text", "near misses"),
            tuple(map(_orphan, answer.orphans)),
        ),
        Sheet("definitions", ("word", "meaning"), tuple(answer.definitions.items())),
    )


def exempt(item: CoveredClause) -> str:
    """guiding thought; counted with the clause that it breaks down: 四（十一）; nothing where the clause counts."""
    return f"{item.exempt}: {addresses(item.counted_with)}" if item.counted_with else item.exempt or ""


def totals(answer: CoverageAnswer) -> Sheet:
    """How many clauses are covered on each level, in each region of it and in each document of that."""
    rows = [
        (column.level, column.region_name, column.document, answer.counted, column.deep, column.partly, column.none)
        for column in answer.columns
    ]
    return Sheet("totals", ("level", "region", "document", "counted", "deep", "partly", "none"), tuple(rows))


def matrix_columns(answer: CoverageAnswer) -> list[int]:
    """The places of the columns of the matrix: everywhere, then each document that carries out something."""
    covering = {place for item in answer.clauses for place, found in enumerate(item.cells) if found.by}
    return [
        place for place, column in enumerate(answer.columns) if not place or (column.document and place in covering)
    ]


def column_name(column: Column) -> str:
    """开封市 汴政〔2021〕42号."""
    return f"{column.region_name or column.region or ''} {column.document}".strip() if column.document else EVERYWHERE


def cell(found: Cell, item: CoveredClause) -> str:
    """partly 3/7: three of seven measures are carried; none; nothing where that is no lack."""
    if not found.by:
        return "" if item.exempt else found.standing
    return f"{found.standing} {found.carried}/{item.measures}"


def addresses(clauses: Sequence[str]) -> str:
    """四（十）, 四（十一）."""
    return ", ".join(split_clause_id(clause)[1] for clause in clauses)


def compare(answer: CompareAnswer) -> tuple[Sheet, ...]:
    """The pairs of figures, the sums against totals above, and the figures that meet none."""
    rows = [
        (
            row.above.clause,
            indicator(row.target),
            row.below.level,
            row.below.region_name,
            row.below.clause,
            indicator(row.source),
            row.verdict,
            row.factor,
            row.share,
            row.obstacle,
            row.timing,
            "direct" if row.direct else "over others",
        )
        for row in answer.rows
    ]
    return (
        Sheet("figures", FIGURE_HEADS, tuple(rows)),
        Sheet("sums", SUM_HEADS, tuple(row for total in answer.sums for row in _sum(total))),
        Sheet("alone", ("clause", "figure"), tuple((item.source, indicator(item)) for item in answer.alone)),
    )


def _sum(total: Sum) -> Iterator[tuple[Value, ...]]:
    for part in total.parts:
        yield (
            total.above.clause,
            indicator(total.target),
            total.level,
            part.region_name,
            part.document,
            part.value,
            part.share,
            total.share,
            total.warning,
        )


def units(answer: UnitsAnswer) -> tuple[Sheet, ...]:
    """The tasks of the organization and its counterparts, who these are, and the conflicts."""
    tasks = [
        (
            task.unit.name,
            task.unit.standing,
            task.clause.document,
            task.clause.address,
            task.role,
            "; ".join(task.deadlines),
            task.clause.text,
            source(task.source),
        )
        for task in answer.tasks
    ]
    bodies = [
        (unit.name, unit.standing, unit.level, unit.region_name, unit.kind)
        for unit in (answer.unit, *answer.counterparts)
    ]
    conflicts = [
        (item.kind, item.clause, item.document, ", ".join(item.units), addresses(item.clauses))
        for item in answer.conflicts
    ]
    heads = ("unit", "standing", "document", "address", "role", "deadlines", "task", "derives from")
    return (
        Sheet("tasks", heads, tuple(tasks)),
        Sheet("units", ("unit", "standing", "level", "region", "kind"), tuple(bodies)),
        Sheet("conflicts", ("conflict", "clause", "document", "units", "carried out by"), tuple(conflicts)),
    )


def tasks(answer: TasksAnswer) -> tuple[Sheet, ...]:
    """The tasks that derive from a clause, with the columns that a notebook has."""
    kind, rows = task_rows(answer)
    return (Sheet("tasks", tuple(field.name for field in fields(kind)), tuple(map(astuple, rows))),)


def source(origin: Origin | None) -> str:
    """示政〔2021〕7号/四（十一） 0.95, over 二（三）6."""
    if origin is None:
        return ""
    over = f", over {addresses([origin.through])}" if origin.through else ""
    return f"{origin.clause.id} {origin.score:.2f}{over}"


def _orphan(orphan: Orphan) -> tuple[Value, ...]:
    card = orphan.clause
    return (card.document, card.address, card.level, card.region_name or card.region, card.text, orphan.near)
