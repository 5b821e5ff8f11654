"""An explanation as a page to attach to a report: Chinese labels with English second, nothing loaded from elsewhere."""

from collections.abc import Mapping

from api.explained import pieces, place, sources, targets, verdict
from api.inspection import template
from graph.explanations import ComparedIndicators, Explanation
from graph.model import Indicator

CHINESE: Mapping[str, str] = {
    # status
    "no link": "无关联",
    "candidate": "备选，不算关联",
    "proposed": "系统判定，待人工确认",
    "confirmed": "人工确认",
    "rejected": "人工否定",
    "suspect": "原文已有变动，须复核",
    "dangling": "条款已不在库中",
    # how it carries its target
    "verbatim": "照抄",
    "refined": "细化",
    "raised": "加码",
    "lowered": "降标",
    "partial": "缺项",
    # kinds of evidence; verbatim is above
    "measure": "同一举措",
    "programme": "同名项目",
    "indicator": "同一指标",
    "heading": "标题相同",
    "term": "用语相同",
    # indicators side by side
    "equal": "持平",
    "not comparable": "不可比",
    "only below": "仅下位条款有",
    "only above": "仅上位条款有",
    "other unit": "计量单位不同",
    "other object": "统计对象不同",
    "figure of today": "一方为现状数，不是要求",
    "range": "一方为区间",
    "approximate": "一方为约数",
    "other side": "一为下限，一为上限",
    "grows with the territory": "数量随辖区大小而变",
    "limit in or out": "一方含本数，一方不含",
    "other deadline": "期限不同，只是阶段目标",
    "earlier": "期限提前",
    "later": "期限推后",
    "same": "期限相同",
    "target": "目标",
    "standard": "标准",
    "baseline": "现状",
    "national": "国家",
    "provincial": "省级",
    "municipal": "市级",
    "county": "县级",
    # methods
    "alignment": "文本比对",
    "terms": "用语比对",
    "breakdown": "任务分解",
    "hand": "人工关联",
}
"""The Chinese of the words that answers use; what is not here is shown as it is."""

REFUSED: Mapping[str, str] = {
    "candidate": "双方有相近之处，但分量不足以认定关联",
    "rejected": "经人工核对，不认定关联",
    "no link": "未发现足以认定关联的共同举措",
}
"""Why a pair is no link, by its status; the reason itself follows in the words of the rule."""

COMPARATORS = {"=": "", ">=": "不低于 ", ">": "高于 ", "<=": "不超过 ", "<": "低于 ", "~": "约 ", "range": ""}


def page(answer: Explanation) -> str:
    """A self-contained HTML page of one pair of clauses, for the screen, for print and for black and white."""
    sides = (
        ("下位条款", "below", answer.source, pieces(answer.source.text, sources(answer))),
        ("上位条款", "above", answer.target, pieces(answer.target.text, targets(answer))),
    )
    return template("explanation.html").render(
        answer=answer,
        status=answer.status or "no link",
        sides=sides,
        rows=[(_stated(row.source), _stated(row.target), _verdict(row), verdict(row)) for row in answer.indicators],
        decision=answer.decision.decision if answer.decision else None,
        why=REFUSED.get(answer.status or "no link", ""),
        chinese=chinese,
        place=place,
    )


def chinese(word: str | None) -> str:
    """The Chinese of a word of our answers, else the word itself."""
    return CHINESE.get(word or "", word or "")


def _verdict(row: ComparedIndicators) -> str:
    """降标，期限推后; 不可比：数量随辖区大小而变."""
    if row.source is None or row.target is None:
        return chinese(verdict(row))
    obstacle = f"：{chinese(row.obstacle)}" if row.obstacle else ""
    due = f"，{chinese(row.timing)}" if row.timing in ("earlier", "later") else ""
    return f"{chinese(row.verdict)}{obstacle}{due}"


def _stated(item: Indicator | None) -> str:
    """开放率 不低于 80 %，期限：到2025年（目标）."""
    if item is None:
        return ""
    value = f"{item.value:g}" + (f"—{item.value_max:g}" if item.value_max is not None else "")
    deadline = f"，期限：{item.deadline}" if item.deadline else ""
    return f"{item.object} {COMPARATORS[item.comparator]}{value} {item.unit}{deadline}（{chinese(item.kind)}）"
