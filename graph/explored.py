"""Answers as plain rows, which graph.explore makes frames of: text, numbers and nothing nested."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from graph.answers import LineageAnswer, LinkStep, TasksAnswer
from graph.comparing import Obstacle, Timing, Verdict
from graph.comparison import CompareAnswer
from graph.coverage import CoverageAnswer, Standing
from graph.exempt import Exemption
from graph.model import Carried, Level, LinkStatus, Role, Scope
from graph.units import UnitsAnswer

Row = TypeVar("Row")
Rows = tuple[type[Row], list[Row]]
"""The class of the rows, which names the columns, and the rows."""
SEVERAL, STEP = "；", " → "


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task that derives from the clause asked for; `path` are the clauses from it up to that one, `steps` the links
    between them, `figures` the places that state a quantity, as written."""

    clause: str
    document: str
    address: str
    level: Level | None
    region: str | None
    heading: str | None
    text: str
    score: float
    steps: int
    path: str
    other_paths: int
    units: str
    figures: str


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A clause of a lineage; `distance` in links, negative above."""

    clause: str
    document: str
    address: str
    level: Level | None
    region: str | None
    heading: str | None
    text: str
    distance: int
    further: int


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link: `source` implements `target`."""

    source: str
    target: str
    score: float
    carried: Carried
    status: LinkStatus
    scope: Scope
    method: str


@dataclass(frozen=True, slots=True)
class CoveredRow:
    """A clause of a document, and how it is carried out anywhere below; `by` are the clauses that do so."""

    clause: str
    address: str
    heading: str | None
    text: str
    exempt: Exemption | None
    standing: Standing
    measures: int
    carried: int
    by: str
    open: str
    near: int


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure below and the one above that it stands to, as written and by value."""

    above: str
    above_level: Level | None
    above_figure: str
    above_value: float
    above_deadline: str | None
    below: str
    below_level: Level | None
    below_region: str | None
    below_figure: str
    below_value: float
    below_deadline: str | None
    verdict: Verdict
    factor: float | None
    share: float | None
    obstacle: Obstacle | None
    timing: Timing | None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A clause that an organization must do, and the likest clause above it, its `origin`."""

    unit: str
    role: Role
    clause: str
    document: str
    address: str
    level: Level | None
    text: str
    as_written: str
    deadlines: str
    origin: str | None
    origin_score: float | None


def task_rows(answer: TasksAnswer) -> Rows[TaskRow]:
    """The tasks that derive."""
    return TaskRow, [
        TaskRow(
            clause=task.clause.id,
            document=task.clause.document,
            address=task.clause.address,
            level=task.clause.level,
            region=task.clause.region_name,
            heading=task.clause.heading,
            text=task.clause.text,
            score=task.score,
            steps=len(task.path),
            path=STEP.join([*(step.source for step in task.path), answer.clause.id]),
            other_paths=task.other_paths,
            units=_several(unit.name for unit in task.units),
            figures=_several(indicator.span.text for indicator in task.indicators),
        )
        for task in answer.tasks
    ]


def node_rows(answer: LineageAnswer) -> Rows[NodeRow]:
    """The clauses above and below."""
    return NodeRow, [
        NodeRow(
            clause=node.clause.id,
            document=node.clause.document,
            address=node.clause.address,
            level=node.clause.level,
            region=node.clause.region_name,
            heading=node.clause.heading,
            text=node.clause.text,
            distance=node.distance,
            further=node.further,
        )
        for node in answer.nodes
    ]


def link_rows(steps: Iterable[LinkStep]) -> Rows[LinkRow]:
    """These links."""
    return LinkRow, [
        LinkRow(step.source, step.target, step.score, step.carried, step.status, step.scope, step.method)
        for step in steps
    ]


def covered_rows(answer: CoverageAnswer) -> Rows[CoveredRow]:
    """The clauses of the document; the first cell of each is that of everywhere below."""
    return CoveredRow, [
        CoveredRow(
            clause=item.clause.id,
            address=item.clause.address,
            heading=item.clause.heading,
            text=item.clause.text,
            exempt=item.exempt,
            standing=item.cells[0].standing,
            measures=item.measures,
            carried=item.cells[0].carried,
            by=_several(item.cells[0].by),
            open=_several(item.open),
            near=item.near,
        )
        for item in answer.clauses
    ]


def figure_rows(answer: CompareAnswer) -> Rows[FigureRow]:
    """The pairs of figures."""
    return FigureRow, [
        FigureRow(
            above=pair.above.clause,
            above_level=pair.above.level,
            above_figure=pair.target.span.text,
            above_value=pair.target.value,
            above_deadline=pair.target.deadline,
            below=pair.below.clause,
            below_level=pair.below.level,
            below_region=pair.below.region_name,
            below_figure=pair.source.span.text,
            below_value=pair.source.value,
            below_deadline=pair.source.deadline,
            verdict=pair.verdict,
            factor=pair.factor,
            share=pair.share,
            obstacle=pair.obstacle,
            timing=pair.timing,
        )
        for pair in answer.rows
    ]


def unit_rows(answer: UnitsAnswer) -> Rows[UnitRow]:
    """The tasks of the organization and of its counterparts."""
    return UnitRow, [
        UnitRow(
            unit=task.unit.name,
            role=task.role,
            clause=task.clause.id,
            document=task.clause.document,
            address=task.clause.address,
            level=task.clause.level,
            text=task.clause.text,
            as_written=task.as_written,
            deadlines=_several(task.deadlines),
            origin=task.source.clause.id if task.source else None,
            origin_score=task.source.score if task.source else None,
        )
        for task in answer.tasks
    ]


def _several(words: Iterable[str]) -> str:
    return SEVERAL.join(words)
