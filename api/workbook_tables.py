"""The sheets of the workbook that answer questions: documents, tasks, their sources, clauses, figures and sums."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from api.looking_sheets import DocumentLine, of_card, of_share
from api.sheets import Cell, Percent, Sheet, day
from api.workbook_cells import Book, TaskSource, deadlines, document_of, task_sources
from graph.comparison import ComparedFigures, Part, Sum
from graph.coverage import CoveredByLevel, CoveredClause
from graph.deadlines import due_by, first_due
from graph.ledger import LedgerTask
from graph.model import LEVELS, Document, Indicator, Level

Table = Callable[[Book], Sheet]


@dataclass(frozen=True, slots=True)
class _Document(DocumentLine):
    head: Document


def documents(book: Book) -> Sheet:
    """The documents with how much of each is carried out below; those that are only cited come last."""
    ledger = book.ledger
    loaded = [
        _Document(item.card, item.share if item.share.below else None, item.document) for item in ledger.documents
    ]
    return book.sheet(
        "documents",
        [
            *of_card(book),
            ("发文机关", "issued by", lambda line: book.listed(line.head.issuers)),
            ("施行日期", "in force from", lambda line: day(line.head.effective)),
            ("有效期至", "expires", lambda line: day(line.head.expires)),
            *of_share(),
        ],
        [*loaded, *(_Document(card, None, Document(card.id, card.title)) for card in ledger.cited)],
        fixed=1,
    )


def tasks(book: Book) -> Sheet:
    """The tasks with what each derives from on each level, who must do it, and by when."""

    def above(level: Level) -> Callable[[LedgerTask], Cell]:
        return lambda line: _sources(book, line, level)

    def number(line: LedgerTask) -> Cell:
        count = len(_outside(line))
        return book.source(line.clause.id, count) if count else 0

    return book.sheet(
        "tasks",
        [
            ("公文", "document", lambda line: book.document(line.clause.document)),
            ("条款", "clause", lambda line: book.address(line.clause.id)),
            ("层级", "level", lambda line: book.said(line.clause.level)),
            ("地区", "region", lambda line: line.clause.region_name or line.clause.region),
            ("任务", "task", lambda line: line.clause.text),
            ("责任单位", "units", lambda line: book.units(line.units)),
            ("指标", "figures", lambda line: book.figures(line.figures)),
            ("期限", "deadlines", lambda line: deadlines(line.figures)),
            ("最早到期", "first due", lambda line: first_due(line.figures)),
            ("上位依据数", "derives from", number),
            *((f"{book.said(level)}依据", f"{level} source", above(level)) for level in LEVELS),
            ("所分解的本文件条款", "breaks down", lambda line: _own(book, line)),
        ],
        book.ledger.tasks,
        fixed=2,
    )


def _outside(line: LedgerTask) -> list[str]:
    return [item.clause for item in line.sources if document_of(item.clause) != line.clause.document]


def _sources(book: Book, line: LedgerTask, level: Level) -> Cell:
    """The likest clause of another document of this level, and how many there are: a cell leads to one place."""
    found = [
        item
        for item in line.sources
        if book.ledger.cards[item.clause].level == level and document_of(item.clause) != line.clause.document
    ]
    if not found:
        return None
    more = book.choose("（共 {} 条）", " ({} in all)").format(len(found)) if found[1:] else ""
    return book.clause(found[0].clause, f"{found[0].clause} {found[0].score:.2f}{more}")


def _own(book: Book, line: LedgerTask) -> Cell:
    found = [item.clause for item in line.sources if document_of(item.clause) == line.clause.document]
    return book.clause(found[0], "、".join(book.ledger.cards[clause].address for clause in found)) if found else None


def sources(book: Book) -> Sheet:
    """A line for each clause that a task derives from, with the way that leads there."""
    cards = book.ledger.cards

    def way(line: TaskSource) -> Cell:
        first, second = line.source.path[:2]
        return book.link(first, second, " → ".join(line.source.path))

    return book.sheet(
        "sources",
        [
            ("任务所在公文", "task's document", lambda line: book.document(cards[line.task].document)),
            ("任务条款", "task", lambda line: book.task(line.task, cards[line.task].address)),
            ("任务层级", "task's level", lambda line: book.said(cards[line.task].level)),
            ("任务地区", "task's region", lambda line: cards[line.task].region_name),
            ("依据所在公文", "source's document", lambda line: book.document(cards[line.source.clause].document)),
            ("依据条款", "source", lambda line: book.address(line.source.clause)),
            ("依据层级", "source's level", lambda line: book.said(cards[line.source.clause].level)),
            ("置信度", "score", lambda line: round(line.source.score, 4)),
            ("关系", "way", lambda line: book.said("direct" if line.source.direct else "over others")),
            ("传导路径", "path", way),
            ("任务", "task's text", lambda line: cards[line.task].text),
            ("依据条文", "source's text", lambda line: cards[line.source.clause].text),
        ],
        task_sources(book.ledger),
        fixed=2,
    )


@dataclass(frozen=True, slots=True)
class _Clause:
    item: CoveredClause
    document: CoveredByLevel
    tasks: int


def clauses(book: Book) -> Sheet:
    """All clauses with how they are carried out below: everywhere, and on each level of which something is loaded."""
    derived: dict[str, set[str]] = {}
    for line in task_sources(book.ledger):
        derived.setdefault(line.source.clause, set()).add(line.task)

    def lines() -> Iterator[_Clause]:
        for document in book.ledger.covered.values():
            for item in document.clauses:
                yield _Clause(item, document, len(derived.get(item.clause.id, ())))

    def on(level: Level) -> Callable[[_Clause], Cell]:
        return lambda line: _standing(book, line, level)

    return book.sheet(
        "clauses",
        [
            ("公文", "document", lambda line: book.document(line.item.clause.document)),
            ("条款", "clause", lambda line: book.task(line.item.clause.id, line.item.clause.address)),
            ("类型", "type", lambda line: book.said(line.item.clause.type)),
            ("条文", "text", lambda line: line.item.clause.text),
            ("是否任务", "task", lambda line: book.yes(answer=line.item.clause.task)),
            ("不计原因", "not counted", lambda line: _exempt(book, line.item)),
            ("措施数", "measures", lambda line: line.item.measures),
            ("总体", "everywhere", lambda line: _standing(book, line, None)),
            *((book.said(level), level, on(level)) for level in LEVELS[1:]),
            ("落实条款", "carried out by", lambda line: "\n".join(line.item.cells[0].by)),
            ("未见完整承接的措施", "open", _open),
            ("备选", "near misses", lambda line: line.item.near),
            ("派生任务数", "derived tasks", lambda line: line.tasks),
        ],
        lines(),
        fixed=2,
    )


def _exempt(book: Book, item: CoveredClause) -> str:
    return book.said(f"exempt {item.exempt}") if item.exempt else ""


def _standing(book: Book, line: _Clause, level: Level | None) -> str:
    """部分落实 3/7; nothing where the clause does not count and nobody carries it out, or nothing is loaded there."""
    levels = line.document.levels
    if not levels or level not in (None, *levels):
        return ""
    cell = line.item.cells[0 if level is None else levels.index(level) + 1]
    if not cell.by:
        return "" if line.item.exempt else book.said(cell.standing)
    return f"{book.said(cell.standing)} {cell.carried}/{line.item.measures}"


def _open(line: _Clause) -> str:
    counts = line.document.levels and not line.item.exempt
    return "\n".join(line.item.open) if counts else ""


@dataclass(frozen=True, slots=True)
class _Figure:
    item: Indicator
    row: ComparedFigures | None
    also: tuple[str, ...]


def targets(book: Book) -> Sheet:
    """All figures, a line for each figure above that one stands to."""
    cards, again = book.ledger.cards, book.ledger.figures.again
    met: dict[str, list[ComparedFigures]] = {}
    for row in book.ledger.figures.rows:
        met.setdefault(row.source.id, []).append(row)

    def lines() -> Iterator[_Figure]:
        for item in book.ledger.indicators:
            rows: Sequence[ComparedFigures | None] = met.get(item.id) or [None]
            told = tuple(filter(None, [again.get(item.id)]))
            yield from (_Figure(item, row, row.below.also if row else told) for row in rows)

    def above(cell: Callable[[ComparedFigures], Cell]) -> Callable[[_Figure], Cell]:
        return lambda line: cell(line.row) if line.row else None

    return book.sheet(
        "targets",
        [
            ("公文", "document", lambda line: book.document(cards[line.item.source].document)),
            ("条款", "clause", lambda line: book.address(line.item.source)),
            ("层级", "level", lambda line: book.said(cards[line.item.source].level)),
            ("地区", "region", lambda line: cards[line.item.source].region_name),
            ("指标", "object", lambda line: line.item.object),
            ("要求", "comparator", lambda line: book.comparator(line.item.comparator)),
            ("数值", "value", lambda line: line.item.value),
            ("上限", "upper end", lambda line: line.item.value_max),
            ("单位", "unit", lambda line: line.item.unit),
            ("期限", "deadline", lambda line: line.item.deadline),
            ("到期", "due", lambda line: due_by(line.item)),
            ("性质", "kind", lambda line: book.said(line.item.kind)),
            ("上位条款", "above", above(lambda row: book.clause(row.above.clause))),
            ("上位层级", "level above", above(lambda row: book.said(row.above.level))),
            ("上位指标", "figure above", above(lambda row: book.figure(row.target))),
            ("对照", "verdict", above(lambda row: book.said(row.verdict))),
            ("倍数", "factor", above(lambda row: row.factor)),
            ("百分点", "percentage points", above(lambda row: row.points)),
            ("占上位总量", "share", above(lambda row: None if row.share is None else Percent(row.share))),
            ("不可比原因", "why not", above(lambda row: book.said(row.obstacle))),
            ("期限对照", "timing", above(lambda row: book.said(row.timing))),
            ("关系", "way", above(lambda row: book.said("direct" if row.direct else "over others"))),
            ("同一指标另见", "also in", lambda line: book.addresses(line.also)),
            ("原文", "as written", lambda line: line.item.span.text),
        ],
        lines(),
        fixed=2,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    total: Sum
    part: Part


def sums(book: Book) -> Sheet:
    """What the figures of a level add up to against the total above, a line each part."""
    lines = [_Part(total, part) for total in book.ledger.figures.sums for part in total.parts]
    return book.sheet(
        "sums",
        [
            ("上位条款", "above", lambda line: book.clause(line.total.above.clause)),
            ("上位总量", "total above", lambda line: book.figure(line.total.target)),
            ("下级层级", "level below", lambda line: book.said(line.total.level)),
            ("地区", "region", lambda line: line.part.region_name or line.part.region),
            ("公文", "document", lambda line: book.document(line.part.document)),
            ("数值", "value", lambda line: line.part.value),
            ("占总量", "share", lambda line: Percent(line.part.share)),
            ("各地合计占总量", "sum of shares", lambda line: Percent(line.total.share)),
            ("同地区另有数值", "other figures", lambda line: "、".join(f"{value:g}" for value in line.part.others)),
        ],
        lines,
    )
