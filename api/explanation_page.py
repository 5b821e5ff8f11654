"""An explanation as a page to attach to a report: Chinese labels with English second, nothing loaded from elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from api.explained import Piece, pieces, sources, targets, verdict
from api.page.rendering import template
from api.page.words import Language, catalogue, word
from api.tables import indicator, number
from graph.answers import ClauseCard
from graph.explanations import ComparedIndicators, Explanation
from graph.model import Decision, Indicator
from loaders.implements import PROPOSED

CHINESE: Mapping[str, str] = {key: found.zh for key, found in catalogue().items() if found.file == "answers.tsv"}
"""The Chinese of the words that answers use; what is not here is shown as it is."""

COMPARATORS = {"=": "", ">=": "不低于 ", ">": "高于 ", "<=": "不超过 ", "<": "低于 ", "~": "约 ", "range": ""}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts, cut where evidence begins and ends; `name` says whether it is the one below or above."""

    name: Literal["below", "above"]
    card: ClauseCard
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Two indicators side by side in words, empty for none; `english` is the verdict in English."""

    below: str
    above: str
    verdict: str
    english: str


@dataclass(frozen=True, slots=True)
class Shown:
    """An explanation as pages show it. `least` is the score that a link needs, empty where the rules asked for none."""

    sides: tuple[Side, Side]
    rows: tuple[Row, ...]
    decision: Decision | None
    least: str


def shown(answer: Explanation, language: Language = "zh") -> Shown:
    """What the view and the page to attach show of one pair, in the words of a language."""
    says = stated if language == "zh" else indicator
    rows = [
        Row(
            says(row.source) if row.source else "",
            says(row.target) if row.target else "",
            _verdict(row) if language == "zh" else verdict(row),
            verdict(row),
        )
        for row in answer.indicators
    ]
    return Shown(
        sides=(
            Side("below", answer.source, pieces(answer.source.text, sources(answer))),
            Side("above", answer.target, pieces(answer.target.text, targets(answer))),
        ),
        rows=tuple(rows),
        decision=answer.decision.decision if answer.decision else None,
        least=f"{PROPOSED:.2f}" if answer.scope == "between" and answer.method != "hand" else "",
    )


def page(answer: Explanation) -> str:
    """A self-contained HTML page of one pair of clauses, for the screen, for print and for black and white."""
    return template("explanation.html").render(answer=answer, shown=shown(answer), word=word)


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
