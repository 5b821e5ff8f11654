"""When figures are due, as far as the texts tell it."""

from collections.abc import Iterable

from graph.model import Indicator

NEVER = "9999-99-99"


def first_due(figures: Iterable[Indicator]) -> str:
    """The first day, month or year in which one of the figures is due; empty where none tells."""
    return min(filter(None, map(due_by, figures)), key=last_day, default="")


def due_by(figure: Indicator) -> str:
    """When a figure is due at the latest: the end of its interval; empty for one without (自2022年起)."""
    last = (figure.due or "").rpartition("/")[2]
    return last if last[:1].isdigit() else ""


def last_day(due: str) -> str:
    """By what days, months and years stand in order: a year ends after each of its months, what has none comes last."""
    return due + "-99-99"[max(len(due) - 4, 0) :] if due else NEVER
