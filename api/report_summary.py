"""The parts of the report that are read first and last: in short, what document it is, how it was found, what to
check."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import get_args

from api.definitions import TERMS
from api.page import as_of
from api.paper import Block, Cell, Grid, Heading, Paragraph, Points
from api.report_wording import ReportWording
from graph.answers import DocumentCard
from graph.comparing import Verdict
from graph.deadlines import first_due, last_day
from graph.model import LinkStatus
from graph.report import Report

NAMED = 12  # clauses or documents that a point names one by one


def summary(say: ReportWording, report: Report) -> Iterator[Block]:
    """What the meeting has to know if it reads nothing else."""
    yield Points(tuple(_points(say, report)))
    yield Paragraph(say.phrase("by program"), note=True)


def _points(say: ReportWording, report: Report) -> Iterator[str]:
    covered = report.coverage
    exempt = sum(covered.exempt.values())
    yield say.phrase("counted", all=len(covered.clauses), counted=covered.counted, exempt=exempt)
    yield from _taken_up(say, report)
    if report.bases:
        unfounded = len(report.unfounded)
        yield say.phrase(
            "rests",
            counted=covered.counted,
            founded=covered.counted - unfounded,
            unfounded=unfounded,
            uppers=len(report.above),
        )
    yield from _compared(say, report)
    yield from _acting(say, report)
    if report.discrepancies or report.doubts:
        material = sum(item.weight == "material" for item in report.discrepancies)
        yield say.phrase("doubtful", differing=len(report.discrepancies), material=material, doubts=len(report.doubts))
    yield say.phrase("links", **{status: report.links.get(status, 0) for status in get_args(LinkStatus)})
    if report.unloaded:
        titles = (f"《{card.title}》" for card in report.unloaded)
        yield say.phrase("unloaded", count=len(report.unloaded), documents=_first(say, titles))


def _taken_up(say: ReportWording, report: Report) -> Iterator[str]:
    covered = report.coverage
    if not report.below:
        yield say.phrase("nothing below")
        return
    all_below = covered.columns[0]
    linked = sum(bool(column.document and column.deep + column.partly) for column in covered.columns)
    yield say.phrase(
        "covered",
        below=len(report.below),
        linked=linked,
        counted=covered.counted,
        deep=all_below.deep,
        partly=all_below.partly,
        none=all_below.none,
    )
    none = [item.clause.address for item in covered.clauses if not item.exempt and item.cells[0].standing == "none"]
    if none:
        yield say.phrase("none are", clauses=_first(say, none))


def _compared(say: ReportWording, report: Report) -> Iterator[str]:
    verdicts = Counter(row.verdict for row in report.figures.rows if row.above.document == report.document.id)
    if verdicts:
        counts = (
            say.phrase("verdict count", verdict=say.said(key), count=verdicts[key])
            for key in get_args(Verdict)
            if verdicts[key]
        )
        yield say.phrase("verdicts", counts=say.choose("，", ", ").join(counts))


def _acting(say: ReportWording, report: Report) -> Iterator[str]:
    """Who must act, and by when: what is due first."""
    if not report.actions:
        return
    derived = sum(action.source is not None for action in report.actions)
    yield say.phrase(
        "act",
        own=len(report.actions) - derived,
        derived=derived,
        units=len({unit.name for action in report.actions for unit in action.units}),
        nobody=sum(not action.units for action in report.actions),
    )
    dues = Counter(due for action in report.actions if (due := first_due(action.figures)))
    if not dues:
        yield say.phrase("no dues")
        return
    told = (say.phrase("due", due=say.day(due), count=dues[due]) for due in sorted(dues, key=last_day))
    yield say.phrase("dues", dated=dues.total(), dues=say.semicolons(told))


def _first(say: ReportWording, items: Iterable[str]) -> str:
    """The first of these, and how many there are."""
    named = list(items)
    more = say.phrase("more", count=len(named)) if len(named) > NAMED else ""
    return say.listed([*named[:NAMED], *filter(None, [more])])


def about(say: ReportWording, report: Report) -> Iterator[Block]:
    """The head of the document, and the documents that it is compared with."""
    document = report.document
    place = say.choose("，", ", ").join(filter(None, (say.said(document.level), report.coverage.region_name)))
    rows = (
        ("title", document.title),
        ("number", document.number or say.phrase("no number")),
        ("issuers", say.listed(document.issuers)),
        ("place", place),
        ("issued", document.issued),
        ("effective", document.effective),
        ("expires", document.expires),
        ("status", document.status),
    )
    yield Grid((), tuple((say.phrase(f"fact {name}"), value) for name, value in rows if value), (1, 5))
    if document.inferences:
        fields = say.listed(say.phrase(f"fact {name}") for name, _ in document.inferences)
        yield Paragraph(say.phrase("inferred", fields=fields), note=True)
    others = [("above", card) for card in report.above] + [("below", card) for card in report.below]
    if not others:
        yield Paragraph(say.phrase("no compared"))
        return
    yield Heading(say.phrase("compared", count=len(others)), 2)
    rows_of = tuple(_other(say, side, card) for side, card in others)
    yield Grid(say.heads("side", "document", "region", "issued"), rows_of, (2, 9, 2, 2))


def _other(say: ReportWording, side: str, card: DocumentCard) -> tuple[Cell, ...]:
    name = f"{card.id}　{card.title}" if card.title != card.id else card.id
    return (say.phrase(f"side {side}"), name, card.region_name or say.said(card.level), card.issued or "")


def method(say: ReportWording, report: Report) -> Iterator[Block]:
    """What the words mean, and what a person has to check."""
    yield Paragraph(say.phrase("method"))
    yield Grid((), tuple((say.choose(*term[:2]), say.choose(*term[2:])) for term in TERMS), (2, 9))
    yield Heading(say.phrase("check"), 2)
    yield Points(tuple(_checks(say, report)))
    yield Paragraph(as_of.said(report.as_of, say.language), note=True)


def _checks(say: ReportWording, report: Report) -> Iterator[str]:
    if waiting := report.links.get("proposed", 0):
        yield say.phrase("check waiting", count=waiting)
    if report.suspect:
        yield say.phrase("check suspect", count=len(report.suspect))
    near = sum(item.near for item in report.coverage.clauses if not item.exempt and not item.cells[0].by)
    if near:
        yield say.phrase("check near", count=near)
    yield say.phrase("check loaded")
    if any(row.verdict in ("raised", "lowered") for row in report.figures.rows):
        yield say.phrase("check figures")
    if report.discrepancies:
        yield say.phrase("check differing")
