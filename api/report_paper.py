"""The report on a document as a paper in Chinese or English: what of the answer stands where, and in which words."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from api.page.words import Language
from api.paper import Block, Cell, Grid, Heading, Marked, Paper, Paragraph
from api.reader_words import doubt_named, doubt_said, note_said
from api.report_figures import figure_blocks
from api.report_summary import about, method, summary
from api.report_wording import ReportWording
from graph.answers import ClauseCard
from graph.coverage import CoveredClause
from graph.model import Discrepancy, Evidence, Span
from graph.report import Action, Joint, Report, TakenUp

NUMERALS = "一二三四五六七八九十"
Part = Callable[[ReportWording, Report], Iterable[Block]]


def paper(report: Report, language: Language = "zh") -> Paper:
    """The report in this language, its parts numbered 一、二、三… or 1. 2. 3.; a part without content is left out.
    Official texts stay as they are written."""
    say, blocks = ReportWording(language), list[Block]()
    parts = [(name, list(make(say, report))) for name, make in PARTS]
    for rank, (name, made) in enumerate(part for part in parts if part[1]):
        number = say.choose(f"{NUMERALS[rank]}、", f"{rank + 1}. ")
        blocks += [Heading(f"{number}{say.phrase(f'part {name}')}"), *made]
    document = report.document
    subtitle = (document.number or "", report.coverage.region_name or "", document.issued or "")
    return Paper(
        say.phrase("title", title=document.title),
        "　".join(filter(None, subtitle)),
        tuple(blocks),
        language,
        say.phrase("contents"),
    )


def _bases(say: ReportWording, report: Report) -> Iterator[Block]:
    if not report.bases:
        return
    yield Paragraph(say.phrase("bases are"))
    rows = [
        (_place(joint.lower), f"{joint.upper.document}\n{_place(joint.upper)}", _how(say, joint), _proof(say, joint))
        for joint in report.bases
    ]
    yield Grid(say.heads("own clause", "upper", "way", "proof above"), tuple(rows), (4, 5, 2, 9))
    if report.unfounded:
        yield Heading(say.phrase("unfounded"), 2)
        yield Grid(say.heads("clause", "text"), tuple((card.address, card.text) for card in report.unfounded), (1, 7))


def _place(card: ClauseCard) -> str:
    """四（十一） 促进学校体育场地开放."""
    return f"{card.address}　{card.heading}" if card.heading else card.address


def _how(say: ReportWording, joint: Joint) -> str:
    status = say.phrase("confirmed" if joint.link.status == "confirmed" else "waiting")
    return f"{say.said(joint.link.carried)}\n{joint.link.score:.2f}\n{status}"


def _proof(say: ReportWording, joint: Joint) -> str:
    """The passages that carry a link, the likest first, with their source lines."""
    if not joint.link.evidence:
        return say.phrase("by hand")
    told = [item for item in joint.link.evidence if item.kind != "heading"] or list(joint.link.evidence)
    shown = sorted(told, key=lambda item: -item.weight)[:SHOWN]
    more = [say.phrase("more proof", count=len(told) - SHOWN)] if len(told) > SHOWN else []
    return "\n".join([*(_passages(say, item) for item in shown), *more])


SHOWN = 2  # passages of a link: a meeting reads no more


def _passages(say: ReportWording, item: Evidence) -> str:
    lower, upper = item.source, item.target
    if lower.text == upper.text:
        return say.phrase("same words", text=lower.text, lower=lower.line, upper=upper.line)
    return say.phrase("two words", below=lower.text, lower=lower.line, above=upper.text, upper=upper.line)


def _taken_up(say: ReportWording, report: Report) -> Iterator[Block]:
    if not report.below:
        yield Paragraph(say.phrase("nothing below"))
    else:
        yield Paragraph(say.phrase("shares", counted=report.coverage.counted))
        yield _shares(say, report)
        yield from _standings(say, report)
    yield from _exempt(say, report)


def _shares(say: ReportWording, report: Report) -> Grid:
    """How much each document below took up."""
    rows = [
        (
            column.region_name or "",
            f"{column.document}　{column.title}" if column.title != column.document else column.document,
            *map(str, (column.deep, column.partly, column.none)),
        )
        for column in report.coverage.columns
        if column.document
    ]
    return Grid(say.heads("region", "below", "deep", "partly", "none"), tuple(rows), (2, 7, 2, 2, 2))


def _exempt(say: ReportWording, report: Report) -> Iterator[Block]:
    """The clauses that do not count, by reason: what the report does not judge."""
    if not report.coverage.exempt:
        return
    clauses: dict[str, list[str]] = {}
    for item in report.coverage.clauses:
        if item.exempt:
            clauses.setdefault(item.exempt, []).append(item.clause.address)
    yield Heading(say.phrase("exempt"), 2)
    yield Paragraph(say.phrase("exempt are"))
    rows = ((say.said(f"exempt {reason}"), str(len(found)), say.listed(found)) for reason, found in clauses.items())
    yield Grid(say.heads("reason", "count", "clause"), tuple(rows), (3, 1, 9))


def _standings(say: ReportWording, report: Report) -> Iterator[Block]:
    counted = [item for item in report.coverage.clauses if not item.exempt]
    none = [item for item in counted if item.cells[0].standing == "none"]
    if none:
        yield Heading(say.phrase("none", count=len(none)), 2)
        rows = tuple((item.clause.address, item.clause.text, str(item.near)) for item in none)
        yield Grid(say.heads("clause", "text", "near"), rows, (2, 11, 2))
        yield Paragraph(say.phrase("near is"), note=True)
    partly = [item for item in counted if item.cells[0].standing == "partly"]
    if partly:
        yield Heading(say.phrase("partly", count=len(partly)), 2)
        yield Grid(say.heads("clause", "carried", "open"), tuple(_open(say, item) for item in partly), (4, 2, 9))
    if report.taken_up:
        yield Heading(say.phrase("taken up"), 2)
        heads = say.heads("own clause", "lower", "way", "proof below")
        yield Grid(heads, tuple(row for item in report.taken_up for row in _rows(say, item)), (3, 5, 2, 9))


def _open(say: ReportWording, item: CoveredClause) -> tuple[Cell, ...]:
    cell = item.cells[0]
    left = "\n".join(item.open) or say.phrase("all carried")
    return (_place(item.clause), say.phrase("carried", carried=cell.carried, all=item.measures), left)


def _rows(say: ReportWording, item: TakenUp) -> Iterator[tuple[Cell, ...]]:
    clause = f"{_place(item.clause.clause)}\n{say.said(item.clause.cells[0].standing)}"
    for joint in item.links:
        yield (clause, f"{joint.lower.document}\n{_place(joint.lower)}", _how(say, joint), _proof(say, joint))
        clause = "〃"
    if item.over:
        places = say.listed(f"{card.document} {card.address}" for card in item.over)
        yield (clause, say.phrase("others", count=len(item.over)), say.phrase("over"), places)


def _actions(say: ReportWording, report: Report) -> Iterator[Block]:
    if not report.actions:
        return
    yield Paragraph(say.phrase("actions are"))
    by_document: dict[str, list[Action]] = {}
    for action in report.actions:
        by_document.setdefault(action.task.document, []).append(action)
    for document, actions in by_document.items():
        place = say.place(document, actions[0].task.region_name)
        yield Heading(say.phrase("of document", document=place, count=len(actions)), 2)
        named = any(action.units for action in actions)
        nobody = Marked(say.phrase("nobody"), "doubt") if named else say.phrase("nobody at all")
        heads = say.heads("deadline", "units", "task", "clause", "source")
        yield Grid(heads, tuple(_action(say, action, nobody) for action in actions), (2, 4, 7, 2, 2))


def _action(say: ReportWording, action: Action, nobody: Cell) -> tuple[Cell, ...]:
    deadlines = "；".join(dict.fromkeys(item.deadline for item in action.figures if item.deadline))
    source = _address(action.source.clause) if action.source else "—"
    return (deadlines, say.units(action.units) or nobody, action.task.text, action.task.address, source)


def _differing(say: ReportWording, report: Report) -> Iterator[Block]:
    if report.discrepancies:
        yield Paragraph(say.phrase("differing are"))
        rows = [
            (_weight(say, item.weight), say.said(item.kind), _passage(say, item.a, item.a_span), _other_end(say, item))
            for item in sorted(report.discrepancies, key=lambda item: WEIGHTS.index(item.weight))
        ]
        yield Grid(say.heads("weight", "kind", "body", "list"), tuple(rows), (2, 2, 6, 6))
    if report.doubts:
        yield Heading(say.phrase("doubts"), 2)
        doubts = [
            (str(item.line), doubt_named(item.rule, say.language), doubt_said(item, say.language))
            for item in report.doubts
        ]
        yield Grid(say.heads("line", "doubt", "message"), tuple(doubts), (1, 3, 6))


def _passage(say: ReportWording, clause: str, span: Span) -> str:
    return say.phrase("passage", address=_address(clause), text=span.text, line=span.line)


def _other_end(say: ReportWording, item: Discrepancy) -> str:
    """What the row says, or all that it leaves out: it has no words of its own for that."""
    note = note_said(item, say.language) if item.weight == "omission" else ""
    if not note:
        return _passage(say, item.b, item.b_span)
    return say.phrase("left out", address=_address(item.b), line=item.b_span.line, note=note)


WEIGHTS = ("material", "minor", "omission")


def _weight(say: ReportWording, weight: str) -> Cell:
    word = say.said(weight)
    return Marked(word, "lowered") if weight == "material" else word


def _address(clause: str) -> str:
    return clause.rpartition("/")[2]


PARTS: Sequence[tuple[str, Part]] = (
    ("summary", summary),
    ("facts", about),
    ("bases", _bases),
    ("taken up", _taken_up),
    ("figures", figure_blocks),
    ("actions", _actions),
    ("differing", _differing),
    ("method", method),
)
