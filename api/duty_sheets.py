"""All organizations, and all deadlines, as tables for a spreadsheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from api.sheets import Sheet
from api.wording import Wording
from graph.timeline import Due, TimelineAnswer
from graph.units import Organized


def organizations(answer: Sequence[Organized], words: Wording) -> tuple[Sheet, ...]:
    """Who must do something, and how many clauses in which role."""
    return (
        words.table(
            ("责任单位", "organizations"),
            [
                ("责任单位", "unit", lambda item: item.name),
                ("层级", "level", lambda item: words.said(item.level)),
                ("地区", "region", lambda item: item.region_name or item.region),
                ("系统", "kind", lambda item: item.kind),
                ("统称", "collective", lambda item: words.yes(answer=True) if item.collective else None),
                ("牵头", "lead", lambda item: item.lead),
                ("负责", "responsible", lambda item: item.responsible),
                ("配合", "cooperate", lambda item: item.cooperate),
            ],
            answer,
        ),
    )


@dataclass(frozen=True, slots=True)
class _Dated:
    year: int | None
    item: Due


def timeline(answer: TimelineAnswer, words: Wording) -> tuple[Sheet, ...]:
    """Figures and tasks with deadlines by year; a deadline stands here, or before: in a clause above or an earlier
    sentence."""
    return (
        words.table(
            ("完成期限", "timeline"),
            [
                ("年份", "year", lambda line: line.year),
                ("到期", "due", lambda line: line.item.due),
                ("期限（原文）", "deadline as written", lambda line: line.item.deadline),
                ("期限出处", "stands", lambda line: _stands(line.item, words)),
                ("公文", "document", lambda line: line.item.clause.document),
                ("条款", "address", lambda line: line.item.clause.address),
                ("层级", "level", lambda line: words.said(line.item.clause.level)),
                ("地区", "region", lambda line: line.item.clause.region_name or line.item.clause.region),
                ("指标", "figure", lambda line: words.figure(line.item.indicator) if line.item.indicator else None),
                ("要求", "asked for", lambda line: line.item.asks),
                ("另见", "also in", lambda line: words.addresses(line.item.also)),
                ("责任单位", "units", lambda line: words.units(line.item.units)),
                ("条文", "text", lambda line: line.item.clause.text),
            ],
            [_Dated(year.year, item) for year in answer.years for item in year.due],
        ),
    )


def _stands(item: Due, words: Wording) -> str:
    return words.choose("上文", "before") if item.inherited else words.choose("本条", "here")
