"""What a document says twice: in a clause, and again in the row of its own task list that breaks the clause down."""

from collections.abc import Hashable, Mapping

from graph.model import Indicator
from graph.web import Web


def broken_down(web: Web) -> dict[str, str]:
    """The likest clause that each row of a task list breaks down."""
    found: dict[str, str] = {}
    for clause, rows in web.above.items():
        if inner := [row for row in rows if row["scope"] == "internal"]:
            found[clause] = max(inner, key=lambda row: (row["score"], row["target"]))["target"]
    return found


def figure_once(figure: Indicator, rows_of: Mapping[str, str]) -> Hashable:
    """What is the same of a figure where a clause states it and where the row that breaks it down does."""
    clause = rows_of.get(figure.source, figure.source)
    return clause, figure.object, figure.comparator, figure.value, figure.value_max, figure.unit
