"""Answers in the forms that notebooks work with: a pandas frame, a networkx graph, a py2neo subgraph.

`frame` needs pandas and `subgraph` py2neo, both of the extra `notebook`. `to_networkx` needs nothing more, and no form
needs a server. docs/explore.ipynb shows them.

py2neo is no longer developed: its own page says that there will be no more updates, and recommends the official driver.
2021.2.4, the last one, still speaks to Neo4j 5.26 over bolt (queries, subgraphs, matchers). Where it fails, use the
driver, `neo4j`: `GraphDatabase.driver(url, auth=…).execute_query(query, result_transformer_=neo4j.Result.graph)` gives
nodes and relationships, `neo4j.Result.to_df` a pandas frame; or `to_networkx` here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from graph.answers import ClauseAnswer, ClauseCard, LineageAnswer, LinkStep, TasksAnswer, Unit
from graph.codec import field_names
from graph.comparison import CompareAnswer
from graph.coverage import CoverageAnswer
from graph.errors import MissingExtra
from graph.explored import Row, covered_rows, figure_rows, link_rows, node_rows, task_rows, unit_rows
from graph.export.common import organization_node
from graph.model import Role
from graph.units import UnitsAnswer

if TYPE_CHECKING:
    from pandas import DataFrame
    from py2neo import Subgraph

Answer = TasksAnswer | LineageAnswer | ClauseAnswer
"""What has clauses with links between them: a graph."""
Table = Answer | CoverageAnswer | CompareAnswer | UnitsAnswer
Properties = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Parts:
    """An answer taken apart: all clauses by id, None where it only names them; its links, each once; and the role of
    each organization that must do a clause, by both."""

    clauses: Mapping[str, ClauseCard | None]
    links: Sequence[LinkStep]
    duties: Mapping[tuple[str, str], Role]


def frame(answer: Table) -> "DataFrame":
    """A row for each task, clause of a lineage, link of a clause, clause that is covered, pair of figures, or task of
    an organization: whatever the answer lists. The columns are the fields of graph.explored's rows, whether there are
    rows or not; what several stand in is joined by ；. Raises MissingExtra."""
    match answer:
        case TasksAnswer():
            return _frame(*task_rows(answer))
        case LineageAnswer():
            return _frame(*node_rows(answer))
        case CoverageAnswer():
            return _frame(*covered_rows(answer))
        case CompareAnswer():
            return _frame(*figure_rows(answer))
        case UnitsAnswer():
            return _frame(*unit_rows(answer))
    return link_frame(answer)


def link_frame(answer: Answer) -> "DataFrame":
    """A row for each link of an answer. Raises MissingExtra."""
    return _frame(*link_rows(_steps(answer)))


def _frame(kind: type[Row], rows: Iterable[Row]) -> "DataFrame":
    try:
        import pandas  # noqa: PLC0415  # an optional part
    except ImportError as error:
        raise MissingExtra("notebook", "a pandas frame") from error

    names = field_names(kind)
    return pandas.DataFrame([[getattr(row, name) for name in names] for row in rows], columns=names)


def to_networkx(answer: Answer) -> "nx.DiGraph[str]":
    """The clauses of an answer with the links between them, and the organizations that must do them, as
    graph.export.common names them: nodes have `kind` and `label`, edges the relationship's name as both, and what is
    not known is absent. A link leads from the clause below to the one above."""
    parts = _parts(answer)
    made: nx.DiGraph[str] = nx.DiGraph()
    for id, card in parts.clauses.items():
        label = card.heading or card.address if card else id
        made.add_node(id, kind="clause", label=label, **_properties(card))
    for _, name in parts.duties:
        made.add_node(organization_node(name), kind="organization", label=name)
    for step in parts.links:
        made.add_edge(step.source, step.target, kind="IMPLEMENTS", label="IMPLEMENTS", **_link(step))
    for (clause, name), role in parts.duties.items():
        made.add_edge(clause, organization_node(name), kind="ASSIGNED_TO", label="ASSIGNED_TO", role=role)
    return made


def subgraph(answer: Answer) -> "Subgraph":
    """The clauses of an answer with the links between them, and the organizations that must do them.

    Clauses that an answer only names by id have nothing but their id. The nodes are new ones, not those of a store:
    written into a database that holds a store of ours, they stand beside its nodes, as a stranger's. Raises
    MissingExtra.
    """
    try:
        import py2neo  # noqa: PLC0415  # an optional part
    except ImportError as error:
        raise MissingExtra("notebook", "a py2neo subgraph") from error

    parts = _parts(answer)
    clauses = {id: py2neo.Node("Clause", id=id, **_properties(card)) for id, card in parts.clauses.items()}
    links = [
        py2neo.Relationship(clauses[step.source], "IMPLEMENTS", clauses[step.target], **_link(step))
        for step in parts.links
    ]
    bodies = {name: py2neo.Node("Organization", id=name) for _, name in parts.duties}
    tasks = [
        py2neo.Relationship(clauses[clause], "ASSIGNED_TO", bodies[name], role=role)
        for (clause, name), role in parts.duties.items()
    ]
    return py2neo.Subgraph([*clauses.values(), *bodies.values()], [*links, *tasks])


def _parts(answer: Answer) -> _Parts:
    known = {card.id: card for card, _ in _clauses(answer)}
    steps = _steps(answer)
    duties = {(unit.through or card.id, unit.name): unit.role for card, units in _clauses(answer) for unit in units}
    ids = {*known, *(end for step in steps for end in (step.source, step.target)), *(clause for clause, _ in duties)}
    return _Parts({id: known.get(id) for id in sorted(ids)}, steps, duties)


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


def _properties(card: ClauseCard | None) -> Properties:
    """What is known of a clause but its id; Cypher and formats of graphs have a `type` of their own."""
    if card is None:
        return {}
    values = {name: getattr(card, name) for name in ClauseCard.__slots__ if name not in ("id", "type")}
    known = {name: value for name, value in values.items() if value is not None}
    return known | {"clause_type": card.type}


def _link(step: LinkStep) -> Properties:
    return {name: getattr(step, name) for name in ("score", "method", "scope", "status", "carried")}
