"""What a document says twice: in a clause, and again in the row of its own task list that breaks the clause down."""

from collections.abc import Hashable, Mapping, Sequence

from graph.model import Indicator
from graph.web import Web


def broken_down(web: Web) -> dict[str, str]:
    """The likest clause that each row of a task list breaks down."""
    found: dict[str, str] = {}
    for clause, rows in web.above.items():
        if inner := [row for row in rows if row["scope"] == "internal"]:
            found[clause] = max(inner, key=lambda row: (row["score"], row["target"]))["target"]
    return found


def clauses_of(web: Web, row: str) -> list[str]:
    """The clauses that a row of a task list breaks down."""
    return [link["target"] for link in web.above.get(row, ()) if link["scope"] == "internal"]


def figures_once(web: Web, figures: Mapping[str, Sequence[Indicator]]) -> dict[str, str]:
    """For each figure of a row that a clause which the row breaks down states too, that of the clause, by id."""
    found: dict[str, str] = {}
    for row in web.above:
        stated = {_says(figure): figure.id for clause in clauses_of(web, row) for figure in figures.get(clause, ())}
        found |= {figure.id: stated[_says(figure)] for figure in figures.get(row, ()) if _says(figure) in stated}
    return found


def _says(figure: Indicator) -> Hashable:
    return figure.object, figure.comparator, figure.value, figure.value_max, figure.unit
