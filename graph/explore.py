"""Answers as py2neo subgraphs, for notebooks that are written for py2neo. Needs the extra `notebook`.

py2neo is no longer developed: its own page says that there will be no more updates and recommends the official driver.
For new work use that, `neo4j`, whose `execute_query(..., result_transformer_=neo4j.Result.graph)` gives a graph, or
the networkx graph of graph.export.common, which needs no server.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from graph.answers import ClauseAnswer, ClauseCard, LineageAnswer, LinkStep, TasksAnswer, Unit
from graph.errors import MissingExtra

if TYPE_CHECKING:
    from py2neo import Subgraph

Answer = TasksAnswer | LineageAnswer | ClauseAnswer


def subgraph(answer: Answer) -> "Subgraph":
    """The clauses of an answer with the links between them, and the organizations that must do them.

    Clauses that an answer only names by id have nothing but their id. Raises MissingExtra.
    """
    try:
        import py2neo  # noqa: PLC0415  # an optional part
    except ImportError as error:
        raise MissingExtra("notebook", "a py2neo subgraph") from error

    known = {card.id: card for card, _ in _clauses(answer)}
    steps = _steps(answer)
    duties = {(unit.through or card.id, unit.name): unit.role for card, units in _clauses(answer) for unit in units}
    ids = {*known, *(end for step in steps for end in (step.source, step.target)), *(clause for clause, _ in duties)}
    clauses = {id: py2neo.Node("Clause", id=id, **_properties(known.get(id))) for id in sorted(ids)}
    links = [
        py2neo.Relationship(clauses[step.source], "IMPLEMENTS", clauses[step.target], **_link(step)) for step in steps
    ]
    bodies = {name: py2neo.Node("Organization", id=name) for _, name in duties}
    tasks = [
        py2neo.Relationship(clauses[clause], "ASSIGNED_TO", bodies[name], role=role)
        for (clause, name), role in duties.items()
    ]
    return py2neo.Subgraph([*clauses.values(), *bodies.values()], [*links, *tasks])


def _clauses(answer: Answer) -> list[tuple[ClauseCard, tuple[Unit, ...]]]:
    """The clauses that an answer shows, with who must do them where it says so."""
    if isinstance(answer, TasksAnswer):
        return [(answer.clause, ()), *((task.clause, task.units) for task in answer.tasks)]
    if isinstance(answer, LineageAnswer):
        return [(answer.clause, ()), *((node.clause, ()) for node in answer.nodes)]
    return [(answer.clause, answer.units)]


def _steps(answer: Answer) -> list[LinkStep]:
    """The links of an answer, each once."""
    if isinstance(answer, TasksAnswer):
        return _once(step for task in answer.tasks for step in task.path)
    if isinstance(answer, LineageAnswer):
        return list(answer.links)
    return [*answer.implements, *answer.implemented_by]


def _once(steps: Iterable[LinkStep]) -> list[LinkStep]:
    return list({(step.source, step.target): step for step in steps}.values())


def _properties(card: ClauseCard | None) -> dict[str, Any]:
    if card is None:
        return {}
    values = {name: getattr(card, name) for name in ClauseCard.__slots__ if name not in ("id", "type")}
    return values | {"clause_type": card.type}


def _link(step: LinkStep) -> dict[str, Any]:
    return {name: getattr(step, name) for name in ("score", "method", "scope", "status", "carried")}
