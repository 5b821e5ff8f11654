"""Figures along the lineages, level by level, and when they are due."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from api.chains import SIGNS, Rung, levels_of, named, rungs, tallies, verdict
from api.chains import Cell as Step
from api.pictures.frame import Frame, band
from api.tables import number
from graph.comparison import CompareAnswer, ComparedFigures, Part, Place, Sum, kind
from graph.drawing.table import Cell, Column, Row, Said, Style, Table
from graph.model import Level
from graph.timeline import Due, TimelineAnswer, Year
from graph.web import rank

STYLES: dict[str, Style] = {"raised": "raised", "lowered": "lowered", "not comparable": "quiet"}
ROOM = 236.0
MOST_CHAINED = 24  # figures with what stands to them
MOST_SUMS = 12  # totals with what their shares add up to
MOST_DUE = 6  # deadlines of one level and year that are written out


def compare(answer: CompareAnswer, frame: Frame) -> Table:
    """A row for each figure with what stands to it below, a column a level; then what shares add up to."""
    levels = levels_of(answer.rows)
    found = list(rungs(answer.rows, levels))
    heads = [frame.level(level) for level in levels] or [frame.word("targets chains")]
    rows = [_rung(rung, frame) for rung in found[:MOST_CHAINED]] or [band(Said(frame.word("targets no chains")))]
    heading = (Said(frame.word("targets sums"), "strong"), Said(frame.word("targets sums warning"), "quiet"))
    sums = [band(*heading), *(_sum(each, frame) for each in answer.sums[:MOST_SUMS])]
    language = frame.words.language
    documents = {place.document for row in answer.rows for place in (row.above, row.below)}
    documents |= {part.document for each in answer.sums for part in each.parts}
    return Table(
        title=frame.word("picture compare", asked=answer.asked),
        under=(
            " · ".join(each.says for each in tallies(answer.rows, language)),
            frame.word("picture compared", rows=len(answer.rows)),
        ),
        columns=tuple(Column(Cell((Said(head, "strong"),)), ROOM) for head in heads),
        rows=(*rows, *(sums if answer.sums else ())),
        key=tuple(Said(named(each, language), STYLES.get(each, "text"), sign) for each, sign in SIGNS.items()),
        notes=frame.notes(_left_out(answer, frame, found), frame.source(_ordered(frame, documents))),
    )


def _ordered(frame: Frame, documents: set[str]) -> list[str]:
    """From the nation down."""
    return [id for id in frame.documents if id in documents]


def _rung(rung: Rung, frame: Frame) -> Row:
    return Row(tuple(_step(rung, cell, frame) for cell in rung.cells), rung.target.id, heavy=rung.first)


def _step(rung: Rung, cell: Step, frame: Frame) -> Cell:
    top = _figure(frame.words.figure(rung.target), rung.above, frame, "strong") if cell.top else ()
    below = (said for row in cell.rows for said in _compared(row, frame))
    return Cell((*top, *below), "shaded" if cell.top else "plain")


def _compared(row: ComparedFigures, frame: Frame) -> Iterator[Said]:
    what = kind(row)
    style = STYLES.get(what, "text")
    yield Said(verdict(row, frame.words.language), style, SIGNS[what], apart=True)
    yield from _figure(frame.words.figure(row.source), row.below, frame, over=not row.direct)


def _figure(text: str, place: Place, frame: Frame, style: Style = "text", *, over: bool = False) -> tuple[Said, ...]:
    where = frame.clause(place.clause, None if place.level == "national" else place.region_name)
    note = frame.word("picture over others") if over else ""
    return Said(text, style, most=3), Said(f"{where}{note}", "quiet")


def _sum(each: Sum, frame: Frame) -> Row:
    share = frame.word("targets share", level=frame.level(each.level), share=f"{each.share * 100:.1f}")
    parts = frame.words.listed(_part(part, each.target.unit, frame) for part in each.parts)
    head = Said(f"{frame.words.figure(each.target)} {frame.clause(each.above.clause)}", "strong", most=3)
    return Row((Cell((head, Said(share), Said(parts, most=6))),))


def _part(part: Part, unit: str, frame: Frame) -> str:
    """示例市 620 名（10.3%）, and what else the texts of the region say of it."""
    share = f"{part.share:.1%}"
    if part.others:
        share += f" {frame.word('targets others', values=frame.words.listed(map(number, part.others)))}"
    value = f"{number(part.value)} {unit}"
    return frame.word("picture part", name=part.region_name or part.document, value=value, share=share)


def _left_out(answer: CompareAnswer, frame: Frame, found: Sequence[Rung]) -> Iterator[str]:
    if answer.alone:
        yield frame.word("picture alone", count=len(answer.alone))
    if len(found) > MOST_CHAINED:
        yield frame.word("picture more figures", count=len(found) - MOST_CHAINED)
    if len(answer.sums) > MOST_SUMS:
        yield frame.word("picture more sums", count=len(answer.sums) - MOST_SUMS)


def timeline(answer: TimelineAnswer, frame: Frame) -> Table:
    """A row a year, a column a level: what is due, the first ones in words."""
    due = [item for year in answer.years for item in year.due]
    levels = sorted({item.clause.level for item in due}, key=rank)
    asked = answer.asked or frame.word("timeline title")
    heads = [Column(Cell((Said(frame.level(level), "strong"),)), ROOM) for level in levels]
    nothing = [] if due else [band(Said(frame.word("timeline nothing")))]
    return Table(
        title=frame.word("picture timeline", asked=asked) if answer.asked else asked,
        under=(frame.word("timeline along" if answer.asked else "timeline lead") + frame.word("timeline how"),),
        columns=(Column(Cell((Said(frame.word("picture year"), "strong"),)), 110), *heads),
        rows=(*(_year(year, levels, frame) for year in answer.years), *nothing),
        notes=frame.notes(
            _not_written(answer, frame), frame.source(_ordered(frame, {item.clause.document for item in due}))
        ),
    )


def _year(year: Year, levels: Sequence[Level | None], frame: Frame) -> Row:
    name = frame.word("timeline year", year=year.year) if year.year else frame.word("timeline undated")
    head = Cell((Said(name, "strong"), Said(frame.word("picture items", count=len(year.due)), "quiet")))
    return Row((head, *(_dues(_of(year, level), frame) for level in levels)), str(year.year or ""), heavy=True)


def _of(year: Year, level: Level | None) -> list[Due]:
    return [item for item in year.due if item.clause.level == level]


def _dues(found: Sequence[Due], frame: Frame) -> Cell:
    told = [said for item in found[:MOST_DUE] for said in _due(item, frame)]
    if len(found) > MOST_DUE:
        told.append(Said(frame.word("picture more items", count=len(found) - MOST_DUE), "strong", apart=True))
    return Cell(tuple(told))


def _due(item: Due, frame: Frame) -> tuple[Said, ...]:
    figure = frame.words.figure(replace(item.indicator, deadline=None)) if item.indicator else item.asks
    region = None if item.clause.level == "national" else item.clause.region_name
    since = frame.word("picture since") if item.since else ""
    deadline = f"{item.deadline}{since}"
    return (
        Said(frame.word("picture due", deadline=deadline, figure=figure), most=3, apart=True),
        Said(frame.clause(item.clause.id, region), "quiet"),
    )


def _not_written(answer: TimelineAnswer, frame: Frame) -> Iterator[str]:
    """How many deadlines stand only in a number."""
    beyond = 0
    for year in answer.years:
        levels = {item.clause.level for item in year.due}
        beyond += sum(max(0, len(_of(year, level)) - MOST_DUE) for level in levels)
    if beyond:
        yield frame.word("picture more dues", count=beyond)
