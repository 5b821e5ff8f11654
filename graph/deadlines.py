"""When figures and tasks are due, as far as the texts tell it."""

from collections.abc import Iterable
from typing import Protocol

from graph.model import Clause, Due, Indicator

NEVER = "9999-99-99"


class Dated(Protocol):
    """What has a deadline, in ISO 8601 as far as the text tells it."""

    @property
    def due(self) -> str | None:
        """A day, month, year or interval; None where it is not told."""


def first_due(dated: Iterable[Dated]) -> str:
    """The first day, month or year in which one of these is due; empty where none tells."""
    return min(filter(None, map(due_by, dated)), key=last_day, default="")


def due_by(dated: Dated) -> str:
    """When it is due at the latest: the end of its interval; empty for one without (自2022年起)."""
    last = (dated.due or "").rpartition("/")[2]
    return last if last[:1].isdigit() else ""


def last_day(due: str) -> str:
    """By what days, months and years stand in order: a year ends after each of its months, what has none comes last."""
    return due + "-99-99"[max(len(due) - 4, 0) :] if due else NEVER


def deadlines(clause: Clause, figures: Iterable[Indicator]) -> tuple[Indicator | Due, ...]:
    """The deadlines of a clause: those of its figures, and of what it asks for without one, in the order of the text;
    what stands outside the text (another cell of the row, a clause above) comes last."""
    dated = [figure for figure in figures if figure.deadline]
    told = {figure.deadline for figure in dated}
    found: list[Indicator | Due] = [*dated, *(item for item in clause.dues if item.deadline not in told)]
    return tuple(sorted(found, key=lambda item: _place(clause.text, item)))


def _place(text: str, dated: Indicator | Due) -> int:
    at = text.find(dated.deadline or "")
    return at if at >= 0 else len(text)
