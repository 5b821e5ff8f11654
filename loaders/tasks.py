"""Which clauses oblige someone."""

import re

from graph.model import Clause
from loaders.tables import Table
from loaders.vocabulary import lines

BACKGROUND = re.compile("|".join(lines("background_headings.txt")))
DUTY = re.compile("|".join(lines("duty_words.txt")))


def is_task(clause: Clause, parent: Clause | None, table: Table | None) -> bool:
    """Whether the clause is a task: an item, clause or article that says what someone shall do, or a row of a
    table with a column of tasks or units; not background, guiding thought or overall goals, nor what stands below them.
    """
    if clause.type == "row":
        return table is not None and ("task" in table.columns or "unit" in table.columns)
    if clause.type not in ("clause", "item"):
        return False
    above = [item.heading or "" for item in (clause, parent) if item]
    if any(BACKGROUND.search(heading) for heading in above):
        return False
    if re.match(r"第.*条", clause.address) or (parent and re.match(r"第.*条", parent.address)):
        return bool(DUTY.search(clause.text))
    return True
