"""An explanation as a page to attach to a report: Chinese labels with English second, nothing loaded from elsewhere."""

from collections.abc import Mapping

from api.explained import pieces, place, sources, targets, verdict
from api.page.rendering import template
from api.page.words import catalogue
from api.tables import number
from graph.explanations import ComparedIndicators, Explanation
from graph.model import Indicator
from loaders.implements import PROPOSED

CHINESE: Mapping[str, str] = {key: found.zh for key, found in catalogue().items() if found.file == "answers.tsv"}
"""The Chinese of the words that answers use; what is not here is shown as it is."""

CAUSES: Mapping[str, str] = {
    key.removeprefix("because "): found.zh for key, found in catalogue().items() if found.file == "causes.tsv"
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
        rows=[(stated(row.source), stated(row.target), _verdict(row), verdict(row)) for row in answer.indicators],
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


def stated(item: Indicator | None) -> str:
    """开放率 不低于 80 %，期限：到2025年（目标）."""
    if item is None:
        return ""
    value = number(item.value) + (f"—{number(item.value_max)}" if item.value_max is not None else "")
    deadline = f"，期限：{item.deadline}" if item.deadline else ""
    return f"{item.object} {COMPARATORS[item.comparator]}{value} {item.unit}{deadline}（{chinese(item.kind)}）"
