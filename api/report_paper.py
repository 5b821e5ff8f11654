"""The report on a document as a paper in Chinese: what of the answer stands where, and in which words."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import get_args

from api.definitions import TERMS, said
from api.paper import Block, Cell, Grid, Heading, Marked, Paper, Paragraph, Points
from api.report_figures import figure_blocks, pairs
from graph.answers import ClauseCard
from graph.comparing import Verdict
from graph.coverage import Column, CoveredClause
from graph.model import Evidence, LinkStatus
from graph.report import Action, Joint, Report, TakenUp

NUMERALS = "一二三四五六七八九十"
Part = Callable[[Report], Iterable[Block]]


def paper(report: Report) -> Paper:
    """The report, its parts numbered 一、二、三…; a part without content is left out."""
    blocks: list[Block] = []
    parts = [(title, list(make(report))) for title, make in PARTS]
    for numeral, (title, made) in zip(NUMERALS, [part for part in parts if part[1]], strict=False):
        blocks += [Heading(f"{numeral}、{title}"), *made]
    document = report.document
    subtitle = (document.number or "", report.coverage.region_name or "", document.issued or "")
    return Paper(f"《{document.title}》落实情况对照报告", "　".join(filter(None, subtitle)), tuple(blocks))


def _summary(report: Report) -> Iterator[Block]:
    yield Points(tuple(_points(report)))
    yield Paragraph("本报告由程序自动读取、比对生成，只反映已载入的文件，供人工核对；一切结论以原文为准。", note=True)


def _points(report: Report) -> Iterator[str]:
    covered, below = report.coverage, _below(report)
    exempt = sum(covered.exempt.values())
    yield f"本文件共 {len(covered.clauses)} 条，其中应落实条款 {covered.counted} 条，不计入的 {exempt} 条（原因见后）。"
    if below:
        all_below = covered.columns[0]
        yield (
            f"已载入可落实本文件的下级（或后续）文件 {len(below)} 份。应落实的 {covered.counted} 条中，"
            f"落实较深 {all_below.deep} 条，部分落实 {all_below.partly} 条，未见落实 {all_below.none} 条。"
        )
    else:
        yield "未载入可落实本文件的下级（或后续）文件，落实情况不作判断。"
    if report.bases:
        uppers = {joint.upper.document for joint in report.bases}
        lower = {joint.lower.id for joint in report.bases}
        yield (
            f"本文件有 {len(lower)} 条承接 {len(uppers)} 份上级文件；应落实的 {covered.counted} 条中，"
            f"{len(report.unfounded)} 条未找到上位依据。"
        )
    verdicts = Counter(pair.row.verdict for pair in pairs(report) if pair.row.above.document == report.document.id)
    if verdicts:
        counts = "，".join(f"{said(key, 'zh')} {verdicts[key]} 处" for key in get_args(Verdict) if verdicts[key])
        yield f"下级指标与本文件相比：{counts}。"
    if report.discrepancies or report.doubts:
        material = sum(item.weight == "material" for item in report.discrepancies)
        yield (
            f"本文件正文与任务清单出入 {len(report.discrepancies)} 处（实质出入 {material} 处），"
            f"读取存疑 {len(report.doubts)} 处。"
        )
    links = {status: report.links.get(status, 0) for status in get_args(LinkStatus)}
    yield (
        f"与其他文件的关联：人工确认 {links['confirmed']} 条，待人工确认 {links['proposed']} 条；"
        f"另有备选 {links['candidate']} 条、人工否定 {links['rejected']} 条，均未计入。"
    )


def _below(report: Report) -> list[Column]:
    return [column for column in report.coverage.columns if column.document]


def _facts(report: Report) -> Iterator[Block]:
    document = report.document
    rows = (
        ("标题", document.title),
        ("发文字号", document.number or "（无）"),
        ("发文机关", "、".join(document.issuers)),
        ("层级、地区", "，".join(filter(None, (said(document.level, "zh"), report.coverage.region_name)))),
        ("成文日期", document.issued),
        ("施行日期", document.effective),
        ("有效期至", document.expires),
        ("状态", document.status),
    )
    yield Grid((), tuple((name, value) for name, value in rows if value), (1, 5))
    if document.inferences:
        fields = "、".join(FIELDS.get(name, name) for name, _ in document.inferences)
        yield Paragraph(f"由程序推定、请核对的内容：{fields}。", note=True)


FIELDS = {
    "level": "层级",
    "region": "地区",
    "issuers": "发文机关",
    "issued": "成文日期",
    "number": "发文字号",
    "title": "标题",
    "genre": "文种",
    "status": "状态",
    "effective": "施行日期",
    "expires": "有效期",
}


def _bases(report: Report) -> Iterator[Block]:
    if not report.bases:
        return
    yield Paragraph("本文件下列条款承接上级文件的要求。同一条可承接多条，对照文字见证据栏。")
    rows = [
        (_place(joint.lower), f"{joint.upper.document}\n{_place(joint.upper)}", _how(joint), _proof(joint))
        for joint in report.bases
    ]
    yield Grid(("本文件条款", "上位条款", "方式", "证据（下位 ← 上位）"), tuple(rows), (4, 5, 2, 9))
    if report.unfounded:
        yield Heading("未找到上位依据的条款", 2)
        yield Grid(("条款", "内容"), tuple((card.address, card.text) for card in report.unfounded), (1, 7))


def _place(card: ClauseCard) -> str:
    """四（十一） 促进学校体育场地开放."""
    return f"{card.address}　{card.heading}" if card.heading else card.address


def _how(joint: Joint) -> str:
    status = {"confirmed": "人工确认"}.get(joint.link.status, "待人工确认")
    return f"{said(joint.link.carried, 'zh')}\n{joint.link.score:.2f}\n{status}"


def _proof(joint: Joint) -> str:
    """The passages that carry a link, the likest first, with their source lines."""
    if not joint.link.evidence:
        return "人工关联，未附对照文字"
    told = [item for item in joint.link.evidence if item.kind != "heading"] or list(joint.link.evidence)
    shown = sorted(told, key=lambda item: -item.weight)[:SHOWN]
    more = f"\n（另有 {len(told) - SHOWN} 处）" if len(told) > SHOWN else ""
    return "\n".join(map(_passages, shown)) + more


SHOWN = 2  # passages of a link: a meeting reads no more


def _passages(item: Evidence) -> str:
    lower, upper = item.source, item.target
    if lower.text == upper.text:
        return f"「{lower.text}」（第{lower.line}行 ← 第{upper.line}行）"
    return f"「{lower.text}」（第{lower.line}行）← 「{upper.text}」（第{upper.line}行）"


def _taken_up(report: Report) -> Iterator[Block]:
    below, covered = _below(report), report.coverage
    if not below:
        yield Paragraph("未载入可落实本文件的下级（或后续）文件，落实情况不作判断。")
    else:
        rows = [
            (
                column.region_name or "",
                f"{column.document}　{column.title}" if column.title != column.document else column.document or "",
                *map(str, (column.deep, column.partly, column.none)),
            )
            for column in below
        ]
        yield Paragraph(f"以应落实的 {covered.counted} 条为分母，各下级（或后续）文件的落实情况如下。")
        yield Grid(("地区", "下级（或后续）文件", "落实较深", "部分落实", "未见落实"), tuple(rows), (2, 7, 2, 2, 2))
        yield from _standings(report)
    if covered.exempt:
        yield Heading("不计入的条款", 2)
        counts = "；".join(f"{said(f'exempt {reason}', 'zh')} {count} 条" for reason, count in covered.exempt.items())
        yield Paragraph(f"下列条款不提出任务，或随所分解的条款计算，不要求下级落实：{counts}。")


def _standings(report: Report) -> Iterator[Block]:
    counted = [item for item in report.coverage.clauses if not item.exempt]
    none = [item for item in counted if item.cells[0].standing == "none"]
    if none:
        yield Heading(f"未见落实的条款（{len(none)} 条）", 2)
        rows = tuple((item.clause.address, item.clause.text, str(item.near)) for item in none)
        yield Grid(("条款", "内容", "备选"), rows, (2, 11, 2))
        yield Paragraph("“备选”为程序认为相近但证据不足的下级条款数，可能经人工核对成立。", note=True)
    partly = [item for item in counted if item.cells[0].standing == "partly"]
    if partly:
        yield Heading(f"部分落实的条款：尚未承接的措施（{len(partly)} 条）", 2)
        yield Grid(("条款", "承接", "尚未承接的措施"), tuple(map(_open, partly)), (4, 2, 9))
    if report.taken_up:
        yield Heading("已有下级承接的条款及证据", 2)
        heads = ("本文件条款", "下级条款", "方式", "证据（下级 ← 本文件）")
        yield Grid(heads, tuple(row for item in report.taken_up for row in _rows(item)), (3, 5, 2, 9))


def _open(item: CoveredClause) -> tuple[Cell, ...]:
    cell = item.cells[0]
    left = "\n".join(item.open) or "各项措施均有承接，但以“缺项”或“降标”方式承接"
    return (_place(item.clause), f"{cell.carried}/{item.measures} 项", left)


def _rows(item: TakenUp) -> Iterator[tuple[Cell, ...]]:
    clause = f"{_place(item.clause.clause)}\n{said(item.clause.cells[0].standing, 'zh')}"
    for joint in item.links:
        yield (clause, f"{joint.lower.document}\n{_place(joint.lower)}", _how(joint), _proof(joint))
        clause = "〃"
    if item.over:
        places = "、".join(f"{card.document} {card.address}" for card in item.over)
        yield (clause, f"另有 {len(item.over)} 条", "逐级传导", places)


def _actions(report: Report) -> Iterator[Block]:
    if not report.actions:
        return
    yield Paragraph(
        "本文件的任务，以及下级文件中由本文件派生的任务。已由任务清单分解的条款只列清单条目；期限按原文，未写明的留空。"
    )
    by_document: dict[str, list[Action]] = {}
    for action in report.actions:
        by_document.setdefault(action.task.document, []).append(action)
    for document, actions in by_document.items():
        card = actions[0].task
        place = f"（{card.region_name}）" if card.region_name else ""
        yield Heading(f"{document}{place}：{len(actions)} 项", 2)
        heads = ("期限", "责任单位", "任务", "条款", "派生自")
        nobody = Marked("未写明", "doubt") if any(action.units for action in actions) else "（该文件未列责任单位）"
        yield Grid(heads, tuple(_action(action, nobody) for action in actions), (2, 4, 7, 2, 2))


def _action(action: Action, nobody: Cell) -> tuple[Cell, ...]:
    deadlines = "；".join(dict.fromkeys(item.deadline for item in action.figures if item.deadline))
    units = _units(action) or nobody
    source = action.source.clause.rpartition("/")[2] if action.source else "—"
    return (deadlines, units, action.task.text, action.task.address, source)


def _units(action: Action) -> str:
    roles: dict[str, list[str]] = {}
    for unit in action.units:
        roles.setdefault(unit.role, []).append(unit.name)
    return "\n".join(
        f"{said(role, 'zh')}：{'、'.join(roles[role])}"
        for role in ("lead", "responsible", "cooperate")
        if role in roles
    )


def _differing(report: Report) -> Iterator[Block]:
    if report.discrepancies:
        yield Paragraph("正文与任务清单就同一任务表述不同之处：")
        rows = [
            (
                _weight(item.weight),
                said(item.kind, "zh"),
                f"{_address(item.a)}：「{item.a_span.text}」（第{item.a_span.line}行）",
                f"{_address(item.b)}：「{item.b_span.text}」（第{item.b_span.line}行）",
            )
            for item in sorted(report.discrepancies, key=lambda item: WEIGHTS.index(item.weight))
        ]
        yield Grid(("程度", "类别", "正文", "任务清单"), tuple(rows), (2, 2, 6, 6))
    if report.doubts:
        yield Heading("读取存疑", 2)
        yield Grid(
            ("原文行", "存疑", "说明"),
            tuple((str(item.line), _doubt(item.rule), item.message) for item in report.doubts),
            (1, 3, 6),
        )


WEIGHTS = ("material", "minor", "omission")


def _weight(weight: str) -> Cell:
    word = said(weight, "zh")
    return Marked(word, "lowered") if weight == "material" else word


def _address(clause: str) -> str:
    return clause.rpartition("/")[2]


def _doubt(rule: str) -> str:
    word = said(f"doubt {rule}", "zh")
    return rule if word == f"doubt {rule}" else word


def _method(report: Report) -> Iterator[Block]:
    yield Paragraph("本报告的判断依据如下：")
    yield Grid((), tuple((zh, meaning) for zh, _, meaning, _ in TERMS), (2, 9))
    yield Heading("请人工核对", 2)
    yield Points(tuple(_checks(report)))


def _checks(report: Report) -> Iterator[str]:
    waiting = report.links.get("proposed", 0)
    if waiting:
        yield f"待人工确认的关联 {waiting} 条：核对证据栏两处原文是否说的是同一件事。"
    if report.suspect:
        yield f"原文已有变动、须复核的人工判定 {len(report.suspect)} 条。"
    near = sum(item.near for item in report.coverage.clauses if not item.exempt and not item.cells[0].by)
    if near:
        yield f"未见落实的条款下有备选 {near} 条：可能确有落实而程序证据不足。"
    yield "未见落实只就已载入的文件而言：请先确认应有的下级文件是否都已载入。"
    if any(row.verdict in ("raised", "lowered") for row in report.figures.rows):
        yield "加码、降标的每一处：核对两处指标的对象、口径和期限是否一致。"
    if report.discrepancies:
        yield "实质出入的每一处：以发文机关的解释为准，必要时请其更正。"


PARTS: Sequence[tuple[str, Part]] = (
    ("要点", _summary),
    ("文件概况", _facts),
    ("上位依据", _bases),
    ("落实情况", _taken_up),
    ("指标对照", figure_blocks),
    ("责任与期限", _actions),
    ("出入与存疑", _differing),
    ("判断依据与人工核对", _method),
)
