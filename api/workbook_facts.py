"""The sheets of the workbook that list facts: units, links, discrepancies, doubts, and what words mean."""

from collections.abc import Iterator

from api.link_sheets import LinkLine, of_decision, of_link
from api.looking_sheets import of_doubt
from api.reader_words import note_said
from api.sheets import Sheet
from api.workbook_cells import Book, deadlines, document_of
from graph.deadlines import first_due


def units(book: Book) -> Sheet:
    """Who must do what: a line for each organization and clause."""
    return book.sheet(
        "units",
        [
            ("责任单位", "unit", lambda line: line.organization.id),
            ("类别", "kind", lambda line: line.organization.kind),
            ("单位层级", "unit's level", lambda line: book.said(line.organization.level)),
            ("统称", "collective", lambda line: book.yes(answer=line.organization.collective)),
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
    return book.sheet(
        "links",
        [
            ("下位条款", "below", lambda line: book.clause(line.source.id)),
            ("上位条款", "above", lambda line: book.clause(line.target.id)),
            *of_link(book),
            *of_decision(book),
            ("规则版本", "rules", lambda line: line.rules),
        ],
        _link_lines(book),
        fixed=2,
    )


def _link_lines(book: Book) -> Iterator[LinkLine]:
    for item in book.ledger.links:
        yield LinkLine(item.source, item.target, item.link, item.link.reason, item.decision, item.link.rules)


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
            ("说明", "note", lambda line: note_said(line, book.language)),
        ],
        book.ledger.discrepancies,
    )


def doubts(book: Book) -> Sheet:
    """What the reader could not read with confidence."""
    return book.sheet(
        "doubts",
        [
            ("公文", "document", lambda line: book.document(line.document)),
            *of_doubt(book),
        ],
        book.ledger.doubts,
    )


def definitions(book: Book) -> Sheet:
    """What the words of the other sheets mean."""
    return book.terms()
