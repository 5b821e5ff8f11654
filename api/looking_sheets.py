"""What is loaded, what a word finds, a document as it is read, and one across the places below it, as tables."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from api.link_sheets import short
from api.reader_words import doubt_named, doubt_said, note_said
from api.sheets import Cell, Sheet, day
from api.wording import Columns, Wording
from graph.answers import DocumentCard
from graph.coverage import Share
from graph.ids import split_clause_id
from graph.matrix import Matrix, MatrixRow, Place, PlaceCell
from graph.model import Doubt
from graph.overview import Overview
from graph.reading import Neighbour, Reading
from graph.search import SearchAnswer

Tables = tuple[Sheet, ...]


# what is loaded ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document, and how much of it is carried out below: None where nothing that could is loaded."""

    card: DocumentCard
    share: Share | None


def overview(answer: Overview, words: Wording) -> Tables:
    """The documents, loaded ones from the nation down, then those that are only cited; how many links there are."""
    loaded = [
        DocumentLine(item.card, item.share if item.share.below else None)
        for level in answer.levels
        for item in level.documents
    ]
    documents = words.table(
        ("公文", "documents"),
        [*of_card(words), *of_share()],
        [*loaded, *(DocumentLine(card, None) for card in answer.cited)],
    )
    links = words.table(
        ("关联", "links"),
        [("状态", "status", lambda line: words.said(line[0])), ("条数", "links", lambda line: line[1])],
        answer.links.items(),
    )
    return documents, links


def of_card(words: Wording) -> Columns[DocumentLine]:
    """What lists say of a document."""

    def number(count: Callable[[DocumentCard], int]) -> Callable[[DocumentLine], Cell]:
        return lambda line: count(line.card) if line.card.loaded else None

    return [
        ("公文", "document", lambda line: line.card.id),
        ("标题", "title", lambda line: line.card.title),
        ("层级", "level", lambda line: words.said(line.card.level)),
        ("地区", "region", lambda line: line.card.region_name or line.card.region),
        ("成文日期", "issued", lambda line: day(line.card.issued)),
        ("状态", "status", lambda line: line.card.status),
        ("原文已载入", "loaded", lambda line: words.yes(answer=line.card.loaded)),
        ("条款数", "clauses", number(lambda card: sum(card.clauses.values()))),
        ("任务数", "tasks", number(lambda card: card.tasks)),
        ("关联的上级文件", "linked above", number(lambda card: card.uppers)),
        ("关联的下级文件", "linked below", number(lambda card: card.lowers)),
    ]


def of_share() -> Columns[DocumentLine]:
    """How much of a document is carried out below."""

    def share(count: Callable[[Share], int]) -> Callable[[DocumentLine], Cell]:
        return lambda line: count(line.share) if line.share else None

    return [
        ("已载入的下级文件", "loaded below", share(lambda found: found.below)),
        ("应落实条款", "clauses that count", share(lambda found: found.counted)),
        ("落实较深", "deep", share(lambda found: found.deep)),
        ("部分落实", "partly", share(lambda found: found.partly)),
        ("未见落实", "none", share(lambda found: found.counted - found.deep - found.partly)),
    ]


# what a word finds ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Found:
    kind: str
    id: str
    level: str | None = None
    region: str | None = None
    text: str = ""
    tasks: int | None = None


def search(answer: SearchAnswer, words: Wording) -> Tables:
    """What a text names or may name, then organizations, documents and clauses, a line each."""
    return (
        words.table(
            ("查找结果", "found"),
            [
                ("类别", "kind", lambda line: words.said(f"found {line.kind}")),
                ("名称", "id", lambda line: line.id),
                ("层级", "level", lambda line: words.said(line.level)),
                ("地区", "region", lambda line: line.region),
                ("标题或条文", "text", lambda line: line.text),
                ("任务数", "tasks", lambda line: line.tasks),
            ],
            _found(answer),
        ),
    )


def _found(answer: SearchAnswer) -> Iterator[_Found]:
    if answer.means:
        yield _Found("named", answer.means)
    yield from (_Found("perhaps", id) for id in answer.fitting)
    for unit in answer.units:
        yield _Found("unit", unit.name, unit.level, unit.region_name or unit.region, tasks=unit.tasks)
    for document in answer.documents:
        region = document.region_name or document.region
        yield _Found("document", document.id, document.level, region, document.title)
    for item in answer.clauses:
        card = item.clause
        yield _Found("clause", card.id, card.level, card.region_name or card.region, card.text)


# a document as it is read --------------------------------------------------------------------------------------------


def reading(answer: Reading, words: Wording) -> Tables:
    """The clauses in order with what was found in them and what is linked to them, the doubts and discrepancies, and
    where the document is cited; of one that is only cited, where, first."""
    cited = _cited_in(answer, words)
    if not answer.document.loaded:
        return (cited,)
    return _read(answer, words), _doubts(answer, words), _discrepancies(answer, words), cited


def _read(answer: Reading, words: Wording) -> Sheet:
    return words.table(
        ("条款", "clauses"),
        [
            ("条款", "address", lambda item: item.clause.address),
            ("类型", "type", lambda item: words.said(item.clause.type)),
            ("条文", "text", lambda item: item.clause.text),
            ("是否任务", "task", lambda item: words.yes(answer=item.clause.task)),
            ("依据", "above", lambda item: _neighbours(item.above, answer)),
            ("落实", "below", lambda item: _neighbours(item.below, answer)),
            ("落实程度", "standing", lambda item: words.said(item.standing)),
            ("不计原因", "not counted", lambda item: words.said(f"exempt {item.exempt}") if item.exempt else ""),
            ("未见完整承接的措施", "open", lambda item: "\n".join(item.open)),
            ("责任单位", "units", lambda item: words.by_role((each.role, each.target) for each in item.assignments)),
            ("指标", "figures", lambda item: words.figures(item.indicators)),
            ("引用", "citations", lambda item: "\n".join(each.as_written for each in item.citations)),
            ("备选", "near misses", lambda item: item.near_above + item.near_below),
        ],
        answer.clauses,
    )


def _neighbours(found: tuple[Neighbour, ...], answer: Reading) -> str:
    """示政〔2021〕7号/四（十一） 0.95, one a line; a clause of the document itself by its address."""
    own = answer.document.id
    return "\n".join(
        f"{split_clause_id(item.clause)[1] if item.document == own else item.clause} {item.score:.2f}" for item in found
    )


def _doubts(answer: Reading, words: Wording) -> Sheet:
    doubts = [*answer.doubts, *(doubt for item in answer.clauses for doubt in item.doubts)]
    return words.table(
        ("存疑", "doubts"),
        of_doubt(words),
        doubts,
    )


def of_doubt(words: Wording) -> Columns[Doubt]:
    """What the reader could not read with confidence, and where."""
    return [
        ("原文行", "line", lambda doubt: doubt.line),
        ("存疑", "doubt", lambda doubt: doubt_named(doubt.rule, words.language)),
        ("说明", "message", lambda doubt: doubt_said(doubt, words.language)),
    ]


def _discrepancies(answer: Reading, words: Wording) -> Sheet:
    return words.table(
        ("出入", "discrepancies"),
        [
            ("类别", "kind", lambda item: words.said(item.kind)),
            ("程度", "weight", lambda item: words.said(item.weight)),
            ("正文条款", "clause", lambda item: split_clause_id(item.a)[1]),
            ("正文表述", "words", lambda item: item.a_span.text),
            ("清单条款", "other clause", lambda item: split_clause_id(item.b)[1]),
            ("清单表述", "other words", lambda item: item.b_span.text),
            ("说明", "note", lambda item: note_said(item, words.language)),
        ],
        dict.fromkeys(each for item in answer.clauses for each in item.discrepancies),
    )


def _cited_in(answer: Reading, words: Wording) -> Sheet:
    return words.table(
        ("被引用处", "cited in"),
        [
            ("公文", "document", lambda item: item.document),
            ("条款", "clause", lambda item: split_clause_id(item.clause)[1] if item.clause else None),
            ("关系", "relation", lambda item: item.relation),
            ("原文写法", "as written", lambda item: item.as_written),
        ],
        answer.cited_in,
    )


# one document across the places below --------------------------------------------------------------------------------


def matrix(answer: Matrix, words: Wording) -> Tables:
    """The clauses × the places below, how much of the document each place covers, and what carries a clause out."""

    def at(rank: int) -> Callable[[MatrixRow], Cell]:
        return lambda row: _standing(row.cells[rank], row, words)

    names = [_name(place, words) for place in answer.places]
    rows = words.table(
        ("各地落实对照", "matrix"),
        [
            ("条款", "address", lambda row: row.clause.address),
            ("条文", "text", lambda row: short(row.clause)),
            ("措施数", "measures", lambda row: row.measures),
            ("不计原因", "exempt", lambda row: words.said(f"exempt {row.exempt}") if row.exempt else ""),
            *((name, name, at(rank)) for rank, name in enumerate(names)),
            ("各地均未见完整承接的措施", "open", lambda row: "\n".join(row.open)),
        ],
        answer.rows,
        fixed=1,
    )
    return rows, _places(answer, words), _taken_up(answer, words)


def _name(place: Place, words: Wording) -> str:
    """市级 开封市; a document of unknown place by its title."""
    if place.level and place.region:
        return f"{words.said(place.level)} {place.region_name or place.region}"
    return words.listed(title for _, title in place.documents)


def _standing(cell: PlaceCell, row: MatrixRow, words: Wording) -> str:
    if not cell.by:
        return "" if row.exempt else words.said(cell.standing)
    return f"{words.said(cell.standing)} {cell.carried}/{row.measures}"


def _places(answer: Matrix, words: Wording) -> Sheet:
    return words.table(
        ("各地合计", "places"),
        [
            ("层级", "level", lambda place: words.said(place.level)),
            ("地区", "region", lambda place: place.region_name or place.region),
            ("公文", "documents", lambda place: "\n".join(id for id, _ in place.documents)),
            ("落实较深", "deep", lambda place: place.deep),
            ("部分落实", "partly", lambda place: place.partly),
            ("未见落实", "none", lambda place: place.none),
        ],
        answer.places,
    )


@dataclass(frozen=True, slots=True)
class _TakenUp:
    row: MatrixRow
    place: Place
    document: str
    address: str
    text: str
    direct: bool


def _taken_up(answer: Matrix, words: Wording) -> Sheet:
    lines = [
        _TakenUp(row, place, by.clause.document, by.clause.address, by.clause.text, by.direct)
        for row in answer.rows
        for place, cell in zip(answer.places, row.cells, strict=True)
        for by in cell.by
    ]
    return words.table(
        ("落实条款", "taken up"),
        [
            ("条款", "address", lambda line: line.row.clause.address),
            ("层级", "level", lambda line: words.said(line.place.level)),
            ("地区", "region", lambda line: line.place.region_name or line.place.region),
            ("公文", "document", lambda line: line.document),
            ("落实条款", "clause", lambda line: line.address),
            ("关系", "way", lambda line: words.said("direct" if line.direct else "over others")),
            ("条文", "text", lambda line: line.text),
        ],
        lines,
    )
