"""The sheets of the workbook that list facts: units, links, discrepancies, doubts, and what words mean."""

from collections.abc import Callable

from api.definitions import TERMS
from api.sheets import Cell, Sheet
from api.workbook_cells import Book, deadlines, document_of
from graph.deadlines import first_due
from graph.decisions import DecisionCard
from graph.ledger import LedgerLink
from graph.model import Doubt


def units(book: Book) -> Sheet:
    """Who must do what: a line for each organization and clause."""
    return book.sheet(
        "units",
        [
            ("责任单位", "unit", lambda line: line.organization.id),
            ("类别", "kind", lambda line: line.organization.kind),
            ("单位层级", "unit's level", lambda line: book.said(line.organization.level)),
            ("统称", "collective", lambda line: book.yes(line.organization.collective)),
            ("职责", "role", lambda line: book.said(line.assignment.role)),
            ("原文写法", "as written", lambda line: line.assignment.as_written),
            ("公文", "document", lambda line: book.document(line.clause.document)),
            ("条款", "clause", lambda line: book.task(line.clause.id, line.clause.address)),
            ("期限", "deadlines", lambda line: deadlines(line.figures)),
            ("最早到期", "first due", lambda line: first_due(line.figures)),
            ("任务", "task", lambda line: line.clause.text),
        ],
        book.ledger.units,
        fixed=1,
    )


def links(book: Book) -> Sheet:
    """All links, near misses and rejected ones too, with their evidence and what people decided."""

    def decided(cell: Callable[[DecisionCard], str]) -> Callable[[LedgerLink], Cell]:
        return lambda line: cell(line.decision) if line.decision else None

    return book.sheet(
        "links",
        [
            ("下位条款", "below", lambda line: book.clause(line.source.id)),
            ("上位条款", "above", lambda line: book.clause(line.target.id)),
            ("范围", "scope", lambda line: book.said(line.link.scope)),
            ("状态", "status", lambda line: book.said(line.link.status)),
            ("落实方式", "carried", lambda line: book.said(line.link.carried)),
            ("置信度", "score", lambda line: round(line.link.score, 4)),
            ("方法", "method", lambda line: book.said(line.link.method)),
            ("证据类别", "evidence", lambda line: book.evidence(line.link.evidence)),
            ("下位原文", "passages below", lambda line: book.quotes(line.link.evidence, lambda item: item.source)),
            ("下位原文行", "lines below", lambda line: book.lines(line.link.evidence, lambda item: item.source)),
            ("上位原文", "passages above", lambda line: book.quotes(line.link.evidence, lambda item: item.target)),
            ("上位原文行", "lines above", lambda line: book.lines(line.link.evidence, lambda item: item.target)),
            ("未成立原因", "why no link", lambda line: book.said(line.link.reason)),
            ("人工判定", "decision", decided(lambda card: book.said(card.decision.status))),
            ("判定人", "by", decided(lambda card: card.decision.by)),
            ("判定时间", "at", decided(lambda card: card.decision.at)),
            ("备注", "note", decided(lambda card: card.decision.note)),
            ("判定是否有效", "holds", decided(lambda card: book.said(card.state))),
            ("规则版本", "rules", lambda line: line.link.rules),
        ],
        book.ledger.links,
        fixed=2,
    )


def discrepancies(book: Book) -> Sheet:
    """Where two places of a document say different things of one task."""
    return book.sheet(
        "discrepancies",
        [
            ("公文", "document", lambda line: book.document(document_of(line.a))),
            ("类别", "kind", lambda line: book.said(line.kind)),
            ("程度", "weight", lambda line: book.said(line.weight)),
            ("正文条款", "clause", lambda line: book.address(line.a)),
            ("正文表述", "words", lambda line: line.a_span.text),
            ("正文行", "line", lambda line: line.a_span.line),
            ("清单条款", "other clause", lambda line: book.address(line.b)),
            ("清单表述", "other words", lambda line: line.b_span.text),
            ("清单行", "other line", lambda line: line.b_span.line),
            ("说明", "note", lambda line: line.note),
        ],
        book.ledger.discrepancies,
    )


def doubts(book: Book) -> Sheet:
    """What the reader could not read with confidence."""
    return book.sheet(
        "doubts",
        [
            ("公文", "document", lambda line: book.document(line.document)),
            ("原文行", "line", lambda line: line.line),
            ("存疑", "doubt", lambda line: _doubt(book, line)),
            ("说明", "message", lambda line: line.message),
        ],
        book.ledger.doubts,
    )


def _doubt(book: Book, doubt: Doubt) -> str:
    key = f"doubt {doubt.rule}"
    found = book.said(key)
    return doubt.rule if found == key else found


def definitions(book: Book) -> Sheet:
    """What the words of the other sheets mean."""
    return book.sheet(
        "definitions",
        [
            ("用语", "word", lambda term: book.choose(term[0], term[1])),
            ("含义", "meaning", lambda term: book.choose(term[2], term[3])),
        ],
        TERMS,
    )
