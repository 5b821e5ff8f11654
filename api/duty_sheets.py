"""All organizations, and all deadlines, as tables for a spreadsheet."""

from collections.abc import Sequence

from api.sheets import Sheet
from api.tables import indicator
from graph.timeline import TimelineAnswer
from graph.units import Organized


def organizations(answer: Sequence[Organized]) -> tuple[Sheet, ...]:
    """Who must do something, and how many clauses in which role."""
    heads = ("unit", "level", "region", "kind", "collective", "lead", "responsible", "cooperate")
    rows = [
        (
            item.name,
            item.level,
            item.region_name or item.region,
            item.kind,
            "yes" if item.collective else None,
            item.lead,
            item.responsible,
            item.cooperate,
        )
        for item in answer
    ]
    return (Sheet("organizations", heads, tuple(rows)),)


def timeline(answer: TimelineAnswer) -> tuple[Sheet, ...]:
    """The figures with deadlines by year. `stands`: here, or in a clause above or an earlier sentence."""
    heads = (
        "year",
        "due",
        "deadline as written",
        "stands",
        "document",
        "address",
        "level",
        "region",
        "figure",
        "units",
        "text",
    )
    rows = [
        (
            year.year,
            item.indicator.due,
            item.indicator.deadline,
            "before" if item.indicator.inherited else "here",
            item.clause.document,
            item.clause.address,
            item.clause.level,
            item.clause.region_name or item.clause.region,
            indicator(item.indicator),
            "; ".join(f"{unit.name} ({unit.role})" for unit in item.units),
            item.clause.text,
        )
        for year in answer.years
        for item in year.due
    ]
    return (Sheet("timeline", heads, tuple(rows)),)
