"""The part of the report on figures: raised and lowered ones side by side, what cannot be compared, what adds up."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from api.paper import Block, Cell, Grid, Heading, Marked, Paragraph, Weight
from api.report_wording import ReportWording
from api.tables import number
from graph.comparing import Verdict
from graph.comparison import ComparedFigures, Place, Sum
from graph.model import Indicator
from graph.report import Report

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


def figure_blocks(say: ReportWording, report: Report) -> Iterator[Block]:
    """The figures of the document against those above and below it."""
    found = pairs(report)
    if not found:
        return
    heads = say.heads("above", "figure above", "under", "figure under", "verdict")
    for verdict in ("raised", "lowered"):
        if of_kind := [pair for pair in found if pair.row.verdict == verdict]:
            yield Heading(say.phrase("figures title", verdict=say.said(verdict), count=len(of_kind)), 2)
            yield Grid(heads, tuple(_row(say, pair) for pair in of_kind), WIDTHS)
    yield Heading(say.phrase("rest"), 2)
    yield Paragraph(_rest(say, found))
    if report.figures.sums:
        yield Heading(say.phrase("sums"), 2)
        sums = tuple(_sum(say, total) for total in report.figures.sums)
        yield Grid(say.heads("total", "level", "places", "sum"), sums, (7, 2, 8, 3))
        yield Paragraph(say.phrase("sums are"), note=True)


def _rest(say: ReportWording, found: Iterable[Pair]) -> str:
    verdicts = Counter(pair.row.verdict for pair in found)
    obstacles = Counter(say.said(pair.row.obstacle) for pair in found if pair.row.obstacle)
    reasons = (say.phrase("reason", reason=reason, count=count) for reason, count in obstacles.most_common())
    why = say.phrase("why", reasons=say.semicolons(reasons)) if obstacles else ""
    return say.phrase("rest are", equal=verdicts["equal"], apart=obstacles.total(), why=why)


def _row(say: ReportWording, pair: Pair) -> tuple[Cell, ...]:
    row = pair.row
    return (
        _place(say, row.above, pair.above),
        say.figure(row.target),
        _place(say, row.below, pair.below),
        say.figure(row.source),
        _verdict(say, row),
    )


def _place(say: ReportWording, place: Place, addresses: Iterable[str]) -> str:
    return f"{say.place(place.document, place.region_name)}\n{say.listed(addresses)}"


def _verdict(say: ReportWording, row: ComparedFigures) -> Cell:
    """加码\n1.06 倍\n期限提前."""
    parts = [say.said(row.verdict)]
    if row.factor is not None:
        parts.append(say.phrase("times", factor=number(round(row.factor, 2))))
    if row.timing in ("earlier", "later"):
        parts.append(say.said(row.timing))
    if not row.direct:
        parts.append(say.phrase("over levels"))
    return Marked("\n".join(parts), WEIGHTS[row.verdict])


def _sum(say: ReportWording, total: Sum) -> tuple[Cell, ...]:
    parts = "\n".join(
        say.place(f"{part.region_name or part.document} {number(part.value)}", f"{part.share:.1%}")
        for part in total.parts
    )
    figure = f"{total.above.clause}\n{say.figure(total.target)}"
    return (figure, say.said(total.level), parts, f"{total.share:.1%}")
