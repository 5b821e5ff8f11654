"""Answers for people. On a terminal text is fitted to its width; in a pipe every line is whole and plain."""

import sys
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from api.answers import Resolved
from graph.ids import split_clause_id
from graph.model import Clause, Evidence, Indicator
from graph.questions import (
    ClauseCard,
    DerivedTask,
    DocumentCard,
    LineageAnswer,
    LinkStep,
    TasksAnswer,
    Unit,
)
from graph.search import SearchAnswer

if TYPE_CHECKING:
    from api.loading import LoadedDocument, LoadReport

UNBOUNDED = 1_000_000  # columns; no clause comes near


def show(answer: RenderableType) -> None:
    """Write to stdout: fitted and emphasized for a terminal, else plain, unwrapped and without trailing blanks."""
    if sys.stdout.isatty():
        Console(markup=False, highlight=False, emoji=False).print(answer)
        return
    plain = Console(file=StringIO(), width=UNBOUNDED, color_system=None, markup=False, highlight=False, emoji=False)
    with plain.capture() as capture:
        plain.print(answer)
    sys.stdout.writelines(f"{line.rstrip()}\n" for line in capture.get().removesuffix("\n").split("\n"))


def new_table(*heads: str) -> Table:
    """A plain table with these heads."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for head in heads:
        table.add_column(head, overflow="fold")
    return table


def documents(cards: Sequence[DocumentCard]) -> RenderableType:
    """The documents of a store."""
    table = new_table("document", "title", "level", "region", "issued", "clauses", "tasks", "above", "below")
    for card in cards:
        counts = (sum(card.clauses.values()), card.tasks, card.uppers, card.lowers) if card.loaded else ("",) * 4
        level = card.level if card.loaded else "not loaded"
        table.add_row(*as_cells(card.id, card.title, level, card.region_name or card.region, card.issued, *counts))
    return table


def clauses(clauses: Iterable[Clause]) -> RenderableType:
    """The clauses of a document in order; a task is marked."""
    table = new_table("address", "type", "task", "text")
    for clause in clauses:
        table.add_row(*as_cells(clause.address, clause.type, "task" if clause.task else "", clause.text))
    return table


def search(answer: SearchAnswer) -> RenderableType:
    """What a text names, then what holds its words, a line each."""
    table = new_table("found", "id", "text")
    for id in (answer.means,) if answer.means else answer.fitting:
        table.add_row("named" if answer.means else "perhaps", id)
    for card in answer.documents:
        table.add_row(*as_cells("document", card.id, card.title))
    for unit in answer.units:
        table.add_row(*as_cells("unit", unit.name, _count(unit.tasks, "task")))
    for found in answer.clauses:
        table.add_row(*as_cells("clause", found.clause.id, found.clause.text))
    if not table.rows:
        return Text("nothing found")
    if not answer.total:
        return Group(table, Text("no document has this number; these are near")) if answer.missing else table
    shown = f", the first {len(answer.clauses)} shown" if len(answer.clauses) < answer.total else ""
    return Group(table, Text(f"{_count(answer.total, 'clause')} with these words{shown}"))


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def tasks(answer: TasksAnswer) -> RenderableType:
    """The tasks that derive from a clause, a block each."""
    derive = f"{_count(len(answer.tasks), 'task')} {'derives' if len(answer.tasks) == 1 else 'derive'}"
    blocks = (_task(rank, task) for rank, task in enumerate(answer.tasks, 1))
    return Group(_clause(answer.clause), Text(), *blocks, Text(f"{derive} from {answer.clause.id}"))


def _clause(clause: ClauseCard) -> RenderableType:
    return Group(Text(f"{clause.id}  {_place(clause)}", style="bold"), Text(clause.text))


def _place(clause: ClauseCard) -> str:
    return ", ".join(word for word in (clause.region_name or clause.region, clause.level) if word)


def new_grid() -> Table:
    """Labels and what they say."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    return grid


def _task(rank: int, task: DerivedTask) -> RenderableType:
    grid = new_grid()
    grid.add_row("   task", task.clause.text)
    grid.add_row("   units", joined(map(unit, task.units)))
    grid.add_row("   indicators", joined(map(indicator, task.indicators)))
    for link in task.path:
        grid.add_row("   path", step(link))
        grid.add_row("   evidence", joined(map(evidence, link.evidence)))
    grid.add_row("   other paths", str(task.other_paths))
    head = f"{rank}. {task.clause.id}  {_place(task.clause)}  score {task.score:.2f}"
    return Group(Text(head, style="bold"), grid, Text())


def joined(items: Iterable[str]) -> str:
    """Items, one a line."""
    return "\n".join(items) or "none"


def unit(unit: Unit) -> str:
    """示例区教育局 (lead), or where a row of the task list hands the clause out 示例区教育局 (lead, 附件第9项)."""
    row = f", {split_clause_id(unit.through)[1]}" if unit.through else ""
    return f"{unit.name} ({unit.role}{row})"


def indicator(indicator: Indicator) -> str:
    """社区学院 >= 1 所, deadline 2026年底 (target)."""
    value = number(indicator.value)
    if indicator.value_max is not None:
        value += f" to {number(indicator.value_max)}"
    sign = "" if indicator.comparator == "range" else f"{indicator.comparator} "
    deadline = f", deadline {indicator.deadline}" if indicator.deadline else ""
    return f"{indicator.object} {sign}{value} {indicator.unit}{deadline} ({indicator.kind})"


def number(value: float) -> str:
    """1234567 and 12.5: all digits that are written, for a rounded figure is another one."""
    return f"{value:.15g}"


def step(link: LinkStep) -> str:
    """例教〔2024〕7号/附件第2项 -> 示政〔2024〕1号/二（三）  0.86 measure, raised."""
    status = "" if link.status == "proposed" else f", {link.status}"
    return f"{link.source} -> {link.target}  {link.score:.2f} {link.method}, {link.carried}{status}"


def evidence(evidence: Evidence) -> str:
    """indicator 0.86: 「不少于2所」 line 4 = 「不少于1所」 line 2; what both say once: 「社区学院」 lines 4 and 2."""
    ends = (evidence.source, evidence.target)
    if evidence.source.text == evidence.target.text:
        words = f"「{evidence.source.text}」 lines {evidence.source.line} and {evidence.target.line}"
    else:
        words = " = ".join(f"「{span.text}」 line {span.line}" for span in ends)
    return f"{evidence.kind} {evidence.weight:.2f}: {words}"


def lineage(answer: LineageAnswer) -> RenderableType:
    """The clauses above, the clause, the clauses below; how many links lead further; then the links."""
    table = new_table("distance", "clause", "place", "text", "further")
    for node in sorted(answer.nodes, key=lambda node: node.distance):
        table.add_row(
            *as_cells(f"{node.distance:+d}", node.clause.id, _place(node.clause), node.clause.text, node.further)
        )
    links = (Text(step(link)) for link in answer.links)
    return Group(_clause(answer.clause), Text(), table, Text(), *links)


def report(report: "LoadReport") -> RenderableType:
    """What a load did: a block a document, with the doubts of the reader at their file and line."""
    count = len(report.documents)
    return Group(*map(_loaded, report.documents), Text(f"{count} document{'' if count == 1 else 's'} loaded"))


def _loaded(item: "LoadedDocument") -> RenderableType:
    counts = {"tasks": item.tasks, "links up": item.links_up, "units": item.units, "indicators": item.indicators}
    grid = new_grid()
    grid.add_row("   place", ", ".join(word for word in (item.region, item.level) if word) or "unknown")
    grid.add_row("   clauses", ", ".join(f"{count} {kind}" for kind, count in item.clauses.items()) or "none")
    grid.add_row("   contents", ", ".join(f"{count} {name}" for name, count in counts.items()))
    for doubt in item.doubts:
        grid.add_row("   warning", f"{item.file}:{doubt.line}: {doubt.rule}: {doubt.message}")
    return Group(Text(f"{item.id}  {item.title}", style="bold"), grid, Text())


def as_cells(*values: object) -> tuple[str, ...]:
    """Values as the cells of a row."""
    return tuple("" if value is None else str(value) for value in values)


def resolved(answer: Resolved) -> RenderableType:
    """The id alone."""
    return Text(answer.id)
