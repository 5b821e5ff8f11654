"""The part of the report on figures: raised and lowered ones side by side, what cannot be compared, what adds up."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from api.definitions import said, stated
from api.paper import Block, Cell, Grid, Heading, Marked, Paragraph, Weight
from api.tables import number
from graph.comparing import Verdict
from graph.comparison import ComparedFigures, Place, Sum
from graph.model import Indicator
from graph.report import Report

HEADS = ("上级", "上级指标", "下级", "下级指标", "对照")
WIDTHS = (4, 6, 4, 6, 3)
WEIGHTS: Mapping[Verdict, Weight] = {
    "raised": "raised",
    "lowered": "lowered",
    "equal": "plain",
    "not comparable": "plain",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures that stand to one another, and the addresses at which each document says its own: in its text, and
    again in its task list."""

    row: ComparedFigures
    above: tuple[str, ...]
    below: tuple[str, ...]


def pairs(report: Report) -> list[Pair]:
    """The compared figures, what a task list says again being one with what it breaks down."""
    found: dict[Hashable, list[ComparedFigures]] = {}
    for row in report.figures.rows:
        ends = (_once(report, row.target), _once(report, row.source))
        found.setdefault((*ends, row.verdict), []).append(row)
    return [
        Pair(rows[0], _addresses(row.above.clause for row in rows), _addresses(row.below.clause for row in rows))
        for rows in found.values()
    ]


def _once(report: Report, figure: Indicator) -> Hashable:
    """What is the same of a figure where a clause states it and where the row that breaks it down does."""
    clause = report.breaks_down.get(figure.source, figure.source)
    return clause, figure.object, figure.comparator, figure.value, figure.value_max, figure.unit


def _addresses(clauses: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clause.rpartition("/")[2] for clause in clauses))


def figure_blocks(report: Report) -> Iterator[Block]:
    """The figures of the document against those above and below it."""
    found = pairs(report)
    if not found:
        return
    for verdict, title in (("raised", "加码"), ("lowered", "降标")):
        if of_kind := [pair for pair in found if pair.row.verdict == verdict]:
            yield Heading(f"{title}（{len(of_kind)} 处）", 2)
            yield Grid(HEADS, tuple(map(_row, of_kind)), WIDTHS)
    equal = sum(pair.row.verdict == "equal" for pair in found)
    obstacles = Counter(said(pair.row.obstacle, "zh") for pair in found if pair.row.obstacle)
    reasons = "；".join(f"{reason} {count} 处" for reason, count in obstacles.most_common())
    yield Heading("持平与不可比", 2)
    why = f"（{reasons}）" if reasons else ""
    yield Paragraph(f"持平 {equal} 处；不可比 {obstacles.total()} 处{why}。逐条见台账的“指标对照”表。")
    if report.figures.sums:
        yield Heading("各地合计与总量", 2)
        yield Grid(("总量", "下级层级", "各地", "合计占总量"), tuple(map(_sum, report.figures.sums)), (7, 2, 8, 3))
        yield Paragraph("只计已载入并建立关联的文件，未载入的地区不在其内；合计不足不等于未完成。", note=True)


def _row(pair: Pair) -> tuple[Cell, ...]:
    row = pair.row
    return (
        _place(row.above, pair.above),
        stated(row.target),
        _place(row.below, pair.below),
        stated(row.source),
        _verdict(row),
    )


def _place(place: Place, addresses: Iterable[str]) -> str:
    region = f"（{place.region_name}）" if place.region_name else ""
    return f"{place.document}{region}\n{'、'.join(addresses)}"


def _verdict(row: ComparedFigures) -> Cell:
    """加码\n1.06 倍\n期限提前."""
    parts = [said(row.verdict, "zh")]
    if row.factor is not None:
        parts.append(f"{number(round(row.factor, 2))} 倍")
    if row.timing in ("earlier", "later"):
        parts.append(said(row.timing, "zh"))
    if not row.direct:
        parts.append("（逐级传导）")
    return Marked("\n".join(parts), WEIGHTS[row.verdict])


def _sum(total: Sum) -> tuple[Cell, ...]:
    parts = "\n".join(
        f"{part.region_name or part.document} {number(part.value)}（{part.share:.1%}）" for part in total.parts
    )
    return (f"{total.above.clause}\n{stated(total.target)}", said(total.level, "zh"), parts, f"{total.share:.1%}")
