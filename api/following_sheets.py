"""Answers on what follows from links as tables for a spreadsheet: the first one is what CSV holds."""

from collections.abc import Callable
from dataclasses import dataclass

from api.definitions import TERMS
from api.sheets import Cell as Written
from api.sheets import Percent, Sheet
from api.wording import Wording
from graph.answers import TasksAnswer
from graph.comparison import CompareAnswer, Part, Sum
from graph.coverage import Cell, Column, CoverageAnswer, CoveredClause
from graph.explored import SEVERAL, task_rows
from graph.units import Origin, UnitsAnswer

Tables = tuple[Sheet, ...]


def coverage(answer: CoverageAnswer, words: Wording) -> Tables:
    """Clauses × documents, what that comes to for each level, region and document, the orphans, what the words mean."""

    def at(place: int) -> Callable[[CoveredClause], Written]:
        return lambda item: cell(item.cells[place], item, words)

    names = {place: column_name(answer.columns[place], words) for place in matrix_columns(answer)}
    matrix = words.table(
        ("条款与落实", "coverage"),
        [
            ("条款", "address", lambda item: item.clause.address),
            ("条文", "text", lambda item: item.clause.text),
            ("措施数", "measures", lambda item: item.measures),
            ("不计原因", "exempt", lambda item: exempt(item, words)),
            *((name, name, at(place)) for place, name in names.items()),
            ("未见完整承接的措施", "open", lambda item: "\n".join(item.open)),
            ("备选", "near misses", lambda item: item.near),
        ],
        answer.clauses,
    )
    told = [term for term in TERMS if term[1] in answer.definitions]
    return matrix, totals(answer, words), _orphans(answer, words), words.terms(told)


def exempt(item: CoveredClause, words: Wording) -> str:
    """指导思想; 随所分解的条款计：四（十一）; nothing where the clause counts."""
    if item.exempt is None:
        return ""
    said = words.said(f"exempt {item.exempt}")
    return words.labelled(said, words.addresses(item.counted_with)) if item.counted_with else said


def totals(answer: CoverageAnswer, words: Wording) -> Sheet:
    """How many clauses are covered on each level, in each region of it and in each document of that."""
    return words.table(
        ("合计", "totals"),
        [
            ("层级", "level", lambda column: words.said(column.level)),
            ("地区", "region", lambda column: column.region_name),
            ("公文", "document", lambda column: column.document),
            ("应落实条款", "counted", lambda _: answer.counted),
            ("落实较深", "deep", lambda column: column.deep),
            ("部分落实", "partly", lambda column: column.partly),
            ("未见落实", "none", lambda column: column.none),
        ],
        answer.columns,
    )


def _orphans(answer: CoverageAnswer, words: Wording) -> Sheet:
    return words.table(
        ("无上位依据", "orphans"),
        [
            ("公文", "document", lambda orphan: orphan.clause.document),
            ("条款", "address", lambda orphan: orphan.clause.address),
            ("层级", "level", lambda orphan: words.said(orphan.clause.level)),
            ("地区", "region", lambda orphan: orphan.clause.region_name or orphan.clause.region),
            ("条文", "text", lambda orphan: orphan.clause.text),
            ("备选", "near misses", lambda orphan: orphan.near),
        ],
        answer.orphans,
    )


def matrix_columns(answer: CoverageAnswer) -> list[int]:
    """The places of the columns of the matrix: everywhere, then each document that carries out something."""
    covering = {place for item in answer.clauses for place, found in enumerate(item.cells) if found.by}
    return [
        place for place, column in enumerate(answer.columns) if not place or (column.document and place in covering)
    ]


def column_name(column: Column, words: Wording) -> str:
    """开封市 汴政〔2021〕42号; 总体."""
    if not column.document:
        return words.choose("总体", "all below")
    return f"{column.region_name or column.region or ''} {column.document}".strip()


def cell(found: Cell, item: CoveredClause, words: Wording) -> str:
    """部分落实 3/7: three of seven measures are carried; nothing where no link is no lack."""
    if not found.by:
        return "" if item.exempt else words.said(found.standing)
    return f"{words.said(found.standing)} {found.carried}/{item.measures}"


def compare(answer: CompareAnswer, words: Wording) -> Tables:
    """The pairs of figures, the sums against totals above, and the figures that meet none."""
    figures = words.table(
        ("指标对照", "figures"),
        [
            ("上位条款", "above", lambda row: row.above.clause),
            ("上位指标", "figure above", lambda row: words.figure(row.target)),
            ("下级层级", "level below", lambda row: words.said(row.below.level)),
            ("地区", "region", lambda row: row.below.region_name),
            ("下位条款", "below", lambda row: row.below.clause),
            ("下位指标", "figure below", lambda row: words.figure(row.source)),
            ("同一指标另见", "also in", lambda row: words.addresses(row.below.also)),
            ("对照", "verdict", lambda row: words.said(row.verdict)),
            ("倍数", "factor", lambda row: row.factor),
            ("百分点", "percentage points", lambda row: row.points),
            ("占上位总量", "share", lambda row: None if row.share is None else Percent(row.share)),
            ("不可比原因", "why not comparable", lambda row: words.said(row.obstacle)),
            ("期限对照", "due", lambda row: words.said(row.timing)),
            ("关系", "link", lambda row: words.said("direct" if row.direct else "over others")),
        ],
        answer.rows,
    )
    alone = words.table(
        ("没有对应的指标", "alone"),
        [
            ("条款", "clause", lambda item: item.source),
            ("指标", "figure", words.figure),
        ],
        answer.alone,
    )
    return figures, _sums(answer, words), alone


@dataclass(frozen=True, slots=True)
class _Part:
    total: Sum
    part: Part


def _sums(answer: CompareAnswer, words: Wording) -> Sheet:
    return words.table(
        ("指标合计", "sums"),
        [
            ("上位条款", "above", lambda line: line.total.above.clause),
            ("上位总量", "figure above", lambda line: words.figure(line.total.target)),
            ("下级层级", "level below", lambda line: words.said(line.total.level)),
            ("地区", "region", lambda line: line.part.region_name),
            ("公文", "document", lambda line: line.part.document),
            ("数值", "figure", lambda line: line.part.value),
            ("占总量", "share", lambda line: Percent(line.part.share)),
            ("各地合计占总量", "sum of shares", lambda line: Percent(line.total.share)),
            ("说明", "warning", lambda line: words.choose(words.said("targets sums warning"), line.total.warning)),
        ],
        [_Part(total, part) for total in answer.sums for part in total.parts],
    )


def units(answer: UnitsAnswer, words: Wording) -> Tables:
    """The tasks of the organization and its counterparts, who these are, and the conflicts."""
    tasks = words.table(
        ("任务", "tasks"),
        [
            ("责任单位", "unit", lambda task: task.unit.name),
            ("所属", "standing", lambda task: words.said(f"standing {task.unit.standing}")),
            ("公文", "document", lambda task: task.clause.document),
            ("条款", "address", lambda task: task.clause.address),
            ("层级", "level", lambda task: words.said(task.clause.level)),
            ("职责", "role", lambda task: words.said(task.role)),
            ("期限", "deadlines", lambda task: SEVERAL.join(task.deadlines)),
            ("任务", "task", lambda task: task.clause.text),
            ("上级依据", "derives from", lambda task: source(task.source, words)),
        ],
        answer.tasks,
    )
    bodies = words.table(
        ("单位", "units"),
        [
            ("责任单位", "unit", lambda unit: unit.name),
            ("所属", "standing", lambda unit: words.said(f"standing {unit.standing}")),
            ("层级", "level", lambda unit: words.said(unit.level)),
            ("地区", "region", lambda unit: unit.region_name),
            ("系统", "kind", lambda unit: unit.kind),
        ],
        (answer.unit, *answer.counterparts),
    )
    return tasks, bodies, _conflicts(answer, words)


def _conflicts(answer: UnitsAnswer, words: Wording) -> Sheet:
    return words.table(
        ("需要核对", "conflicts"),
        [
            ("情形", "conflict", lambda item: words.said(f"unit {item.kind}")),
            ("条款", "clause", lambda item: item.clause),
            ("公文", "document", lambda item: item.document),
            ("单位", "units", lambda item: words.listed(item.units)),
            ("落实条款", "carried out by", lambda item: words.addresses(item.clauses)),
        ],
        answer.conflicts,
    )


def source(origin: Origin | None, words: Wording) -> str:
    """示政〔2021〕7号/四（十一） 0.95，经 二（三）6 待人工确认，另 2 处依据."""
    if origin is None:
        return ""
    over = words.choose("，经 {}", ", over {}").format(words.addresses([origin.through])) if origin.through else ""
    others = words.choose("，另 {} 处依据", ", {} more").format(origin.others) if origin.others else ""
    return f"{origin.clause.id} {origin.score:.2f}{over} {words.said(origin.status)}{others}"


def tasks(answer: TasksAnswer, words: Wording) -> Tables:
    """The tasks that derive from a clause: the rows that a notebook has."""
    _, rows = task_rows(answer)
    return (
        words.table(
            ("任务", "tasks"),
            [
                ("条款全称", "clause", lambda row: row.clause),
                ("公文", "document", lambda row: row.document),
                ("条款", "address", lambda row: row.address),
                ("层级", "level", lambda row: words.said(row.level)),
                ("地区", "region", lambda row: row.region),
                ("标题", "heading", lambda row: row.heading),
                ("任务", "text", lambda row: row.text),
                ("置信度", "score", lambda row: row.score),
                ("传导层数", "steps", lambda row: row.steps),
                ("传导路径", "path", lambda row: row.path),
                ("其他路径数", "other paths", lambda row: row.other_paths),
                ("责任单位", "units", lambda row: row.units),
                ("指标（原文）", "figures", lambda row: row.figures),
            ],
            rows,
        ),
    )
