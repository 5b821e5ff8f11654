"""An explanation as a page to attach to a report: Chinese labels with English second, nothing loaded from elsewhere."""

from collections.abc import Mapping

from api.explained import pieces, place, sources, targets, verdict
from api.inspection import template
from api.tables import number
from graph.explanations import Cause, ComparedIndicators, Explanation
from graph.model import Indicator
from loaders.implements import PROPOSED

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
    "meaning": "语义相近",
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

CAUSES: Mapping[Cause, str] = {
    "near miss": "双方有相近之处，但不足以认定关联",
    "rejected": "经人工核对，不认定关联",
    "one clause": "两处为同一条款",
    "the other way": "方向相反：上位条款落实下位条款",
    "one document": "同属一份文件；文件内部仅任务清单条目与其所分解的条款相关联",
    "not compared": "其中一条为标题或引言，本身不提出任务",
    "little in common": "双方共同内容过少，或另有更相近的条款",
    "issued before it": "下位文件成文在先",
    "of unknown level or region, and does not cite it": "文件层级或地区不明，且未引用上位文件",
    "for another region": "两份文件适用于不同地区",
    "of a level above it": "下位条款所在文件层级更高",
    "of the same level, and neither later nor citing it": "两份文件层级相同，成文不晚于对方，也未引用对方",
    "a statute that it does not cite": "上位文件为法律法规，下位文件未以其为依据",
}
"""Why a pair is no link; the reason follows in the words of the rule."""

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
        why=CAUSES[answer.cause] if answer.cause else "",
        chinese=chinese,
        place=place,
        least=f"{PROPOSED:.2f}" if answer.scope == "between" and answer.method != "hand" else "",
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
    value = number(item.value) + (f"—{number(item.value_max)}" if item.value_max is not None else "")
    deadline = f"，期限：{item.deadline}" if item.deadline else ""
    return f"{item.object} {COMPARATORS[item.comparator]}{value} {item.unit}{deadline}（{chinese(item.kind)}）"
