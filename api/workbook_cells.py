"""What the tables of a workbook have in common: where each line stands, so that cells lead to it, and how cells say a
fact."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from api.page.words import Language
from api.sheets import Cell, Jump, Sheet
from api.wording import Columns, Line, Wording
from graph.ledger import Ledger
from graph.model import Indicator
from graph.sources import Source

TITLES: Mapping[str, tuple[str, str]] = {
    "about": ("说明", "about"),
    "documents": ("公文", "documents"),
    "tasks": ("任务", "tasks"),
    "sources": ("任务来源", "sources"),
    "clauses": ("条款与落实", "clauses"),
    "targets": ("指标对照", "targets"),
    "sums": ("指标合计", "sums"),
    "units": ("责任单位", "units"),
    "links": ("关联与证据", "links"),
    "discrepancies": ("出入", "discrepancies"),
    "doubts": ("存疑", "doubts"),
    "definitions": ("用语说明", "definitions"),
}
"""The names of the sheets."""


@dataclass(frozen=True, slots=True)
class TaskSource:
    """A clause that a task derives from: a line of its own."""

    task: str
    source: Source


@dataclass(frozen=True, slots=True)
class Book(Wording):
    """A workbook that is made: its language, what stands in it, and where, from 0, the lines of documents, clauses,
    tasks, of the first source of each task, and of links are."""

    ledger: Ledger
    documents: Mapping[str, int]
    clauses: Mapping[str, int]
    tasks: Mapping[str, int]
    sources: Mapping[str, int]
    links: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, ledger: Ledger, language: Language) -> Self:
        """The workbook of this ledger."""
        first: dict[str, int] = {}
        for place, line in enumerate(task_sources(ledger)):
            first.setdefault(line.task, place)
        return cls(
            language,
            ledger,
            {item.card.id: place for place, item in enumerate(ledger.documents)},
            {clause: place for place, clause in enumerate(ledger.cards)},
            {task.clause.id: place for place, task in enumerate(ledger.tasks)},
            first,
            {(item.link.source, item.link.target): place for place, item in enumerate(ledger.links)},
        )

    def sheet(self, name: str, columns: Columns[Line], lines: Iterable[Line], *, fixed: int = 0) -> Sheet:
        """The sheet of this name: a row a line."""
        return self.table(TITLES[name], columns, lines, fixed=fixed)

    def title(self, name: str) -> str:
        """What a sheet is called."""
        return self.choose(*TITLES[name])

    def document(self, id: str) -> Cell:
        """A document, leading to its line."""
        return Jump(id, self.title("documents"), self.documents[id]) if id in self.documents else id

    def clause(self, id: str, shown: str | None = None) -> Cell:
        """A clause, leading to its line with its whole text."""
        return Jump(shown or id, self.title("clauses"), self.clauses[id])

    def address(self, id: str) -> Cell:
        """The address of a clause, leading to its line."""
        return self.clause(id, self.ledger.cards[id].address)

    def task(self, id: str, shown: str) -> Cell:
        """What leads to the line of a task; the text alone where the clause is none."""
        return Jump(shown, self.title("tasks"), self.tasks[id]) if id in self.tasks else shown

    def source(self, task: str, shown: int) -> Cell:
        """What leads to the first line of what a task derives from."""
        return Jump(shown, self.title("sources"), self.sources[task])

    def link(self, source: str, target: str, shown: str) -> Cell:
        """What leads to the line of a link with its evidence."""
        return Jump(shown, self.title("links"), self.links[source, target])


def task_sources(ledger: Ledger) -> Iterator[TaskSource]:
    """The tasks with each clause that they derive from."""
    return (TaskSource(task.clause.id, source) for task in ledger.tasks for source in task.sources)


def document_of(clause: str) -> str:
    """The document in which a clause stands."""
    return clause.rpartition("/")[0]


def deadlines(figures: Iterable[Indicator]) -> str:
    """The deadlines of figures as written, each once."""
    return "；".join(dict.fromkeys(item.deadline for item in figures if item.deadline))
