"""Answers on what follows from links for people: coverage, figures along lineages, tasks of an organization."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from api import following_sheets as sheets
from api.chains import verdict
from api.tables import as_cells, indicator, new_table, number
from api.wording import ENGLISH
from graph.answers import ClauseCard
from graph.comparison import CompareAnswer, Part, Sum, counts
from graph.coverage import CoverageAnswer, Orphan
from graph.units import Conflict, UnitsAnswer


def coverage(answer: CoverageAnswer) -> RenderableType:
    """How many clauses count and are covered where, then the matrix of those that count, what is exempt, orphans."""
    place = ", ".join(word for word in (answer.region_name, answer.level) if word)
    exempt = sum(answer.exempt.values())
    return Group(
        Text(f"{answer.document}  {answer.title}  {place}", style="bold"),
        Text(f"{answer.counted} clauses count, {exempt} are exempt"),
        *_section("covered", _totals(answer)),
        *_section("clauses", [_matrix(answer)]),
        *_section("exempt", map(Text, _exempt(answer))),
        *_section("orphans", map(Text, map(orphan, answer.orphans))),
        *_section("words", (Text(f"   {word}: {meaning}") for word, meaning in answer.definitions.items())),
    )


def title(card: ClauseCard) -> str:
    """The heading of a clause, else its first line."""
    return card.heading or card.text.partition("\n")[0]


def orphan(item: Orphan) -> str:
    """例政〔2021〕15号/二（一）4  推行学生“运动存折”, 1 near miss."""
    near = f", {item.near} near miss{'es' * (item.near > 1)}" if item.near else ""
    return f"   {item.clause.id}  {title(item.clause)}{near}"


def compare(answer: CompareAnswer) -> RenderableType:
    """The figures in pairs, the sums, how many figures meet none."""
    table = new_table("above", "figure", "below", "figure", "verdict")
    for row in answer.rows:
        above, below = indicator(row.target), indicator(row.source)
        table.add_row(*as_cells(row.above.clause, above, row.below.clause, below, verdict(row, "en")))
    summary = ", ".join(f"{count} {ENGLISH.said(word)}" for word, count in counts(answer.rows).items() if count)
    return Group(
        Text(answer.asked, style="bold"),
        Text(f"{len(answer.rows)} pairs of figures{f': {summary}' if summary else ''}"),
        *_section("figures", [table] if answer.rows else ()),
        *_section("sums", map(Text, map(total, answer.sums))),
        *_section("alone", (Text(f"   {item.source}  {indicator(item)}") for item in answer.alone)),
    )


def units(answer: UnitsAnswer) -> RenderableType:
    """The tasks of an organization and its counterparts, and the conflicts."""
    table = new_table("unit", "task", "role", "deadlines", "derives from", "text")
    for task in answer.tasks:
        deadlines, words = "; ".join(task.deadlines), title(task.clause)
        table.add_row(
            *as_cells(task.unit.name, task.clause.id, task.role, deadlines, sheets.source(task.source, ENGLISH), words)
        )
    counterparts = (
        Text(f"   {unit.name}  {unit.standing}, {unit.region_name or unit.region or '–'}, {unit.level or '–'}")
        for unit in answer.counterparts
    )
    return Group(
        Text(answer.unit.name, style="bold"),
        *_section("counterparts", counterparts),
        *_section("tasks", [table] if answer.tasks else ()),
        *_section("conflicts", map(Text, map(conflict, answer.conflicts))),
    )


def total(item: Sum) -> str:
    """…/四（八）  学校 ~ 70 所: municipal 20.0 % (例城市 10, 例川市 4); what is missing."""
    parts = ", ".join(map(_part, item.parts))
    restating = f"; the total itself is said by {', '.join(item.restating)}" if item.restating else ""
    level = item.level or "level unknown"
    head = f"   {item.above.clause}  {indicator(item.target)}: {level} {item.share:.1%} ({parts}){restating}"
    return f"{head}; {item.warning}"


def _part(part: Part) -> str:
    """例城市 10; 例城市 10 (also said: 12)."""
    also = f" (also said: {', '.join(map(number, part.others))})" if part.others else ""
    return f"{part.region_name or part.document} {number(part.value)}{also}"


def conflict(item: Conflict) -> str:
    """several leads: 样政〔2022〕3号/三（一）: 样本市体育局, 样本市教育局."""
    where = f" in {item.document}: {ENGLISH.addresses(item.clauses)}" if item.clauses else ""
    bodies = f": {', '.join(item.units)}" if item.units else ""
    return f"   {item.kind}: {item.clause}{where}{bodies}"


def _matrix(answer: CoverageAnswer) -> RenderableType:
    places = sheets.matrix_columns(answer)
    table = new_table(
        "clause", *(sheets.column_name(answer.columns[place], ENGLISH) for place in places), "near misses", "heading"
    )
    for item in answer.clauses:
        if item.exempt is None:
            cells = (sheets.cell(item.cells[place], item, ENGLISH) for place in places)
            table.add_row(*as_cells(item.clause.address, *cells, item.near, title(item.clause)))
    return table


def _exempt(answer: CoverageAnswer) -> Iterator[str]:
    for reason, count in answer.exempt.items():
        found = [item.clause.id for item in answer.clauses if item.exempt == reason]
        yield f"   {reason}: {count} ({ENGLISH.addresses(found)})"


def _totals(answer: CoverageAnswer) -> Iterator[RenderableType]:
    """The totals of what carries out something, then how many documents carry out nothing."""
    sheet, silent = sheets.totals(answer, ENGLISH), 0
    table = new_table(*sheet.heads)
    for column, (level, *row) in zip(answer.columns, sheet.rows, strict=True):
        if column.deep or column.partly or column == answer.columns[0]:
            table.add_row(*as_cells(level or "all", *row))
        elif column.document:
            silent += 1
    yield table
    if silent:
        yield Text(f"{silent} more document{'s' * (silent > 1)} could carry it out, but no link leads there")


def _section(head: str, lines: Iterable[RenderableType]) -> Iterator[RenderableType]:
    found = list(lines)
    if found:
        yield Text(f"\n{head}", style="bold")
        yield from found
