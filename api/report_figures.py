"""The part of the report on figures: raised and lowered ones side by side, what cannot be compared, what adds up."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from api.chains import change
from api.paper import Block, Cell, Grid, Heading, Marked, Paragraph, Weight
from api.report_wording import ReportWording
from api.tables import number
from graph.comparing import Verdict
from graph.comparison import ComparedFigures, Place, Sum
from graph.ids import split_clause_id
from graph.report import Report

WIDTHS = (4, 6, 4, 6, 3)
WEIGHTS: Mapping[Verdict, Weight] = {
    "raised": "raised",
    "lowered": "lowered",
    "equal": "plain",
    "not comparable": "plain",
}


def figure_blocks(say: ReportWording, report: Report) -> Iterator[Block]:
    """The figures of the document against those above and below it."""
    found = report.figures.rows
    if not found:
        return
    heads = say.heads("above", "figure above", "under", "figure under", "verdict")
    for verdict in ("raised", "lowered"):
        if of_kind := [row for row in found if row.verdict == verdict]:
            yield Heading(say.phrase("figures title", verdict=say.said(verdict), count=len(of_kind)), 2)
            yield Grid(heads, tuple(_row(say, row) for row in of_kind), WIDTHS)
    yield Heading(say.phrase("rest"), 2)
    yield Paragraph(_rest(say, found))
    if report.figures.sums:
        yield Heading(say.phrase("sums"), 2)
        sums = tuple(_sum(say, total) for total in report.figures.sums)
        yield Grid(say.heads("total", "level", "places", "sum"), sums, (7, 2, 8, 3))
        yield Paragraph(say.phrase("sums are"), note=True)


def _rest(say: ReportWording, found: Iterable[ComparedFigures]) -> str:
    verdicts = Counter(row.verdict for row in found)
    obstacles = Counter(say.said(row.obstacle) for row in found if row.obstacle)
    reasons = (say.phrase("reason", reason=reason, count=count) for reason, count in obstacles.most_common())
    why = say.phrase("why", reasons=say.semicolons(reasons)) if obstacles else ""
    return say.phrase("rest are", equal=verdicts["equal"], apart=obstacles.total(), why=why)


def _row(say: ReportWording, row: ComparedFigures) -> tuple[Cell, ...]:
    return (
        _place(say, row.above),
        say.figure(row.target),
        _place(say, row.below),
        say.figure(row.source),
        _verdict(say, row),
    )


def _place(say: ReportWording, place: Place) -> str:
    addresses = say.listed(split_clause_id(clause)[1] for clause in (place.clause, *place.also))
    return f"{say.place(place.document, place.region_name)}\n{addresses}"


def _verdict(say: ReportWording, row: ComparedFigures) -> Cell:
    """加码\n×1.06\n期限提前; 降标\n−5 个百分点."""
    parts = [say.said(row.verdict)]
    if by := change(row, say.language):
        parts.append(by)
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
