"""An explanation as a page to attach to a report: Chinese labels with English second, nothing loaded from elsewhere."""

from dataclasses import dataclass
from typing import Literal

from api.definitions import chinese, stated
from api.explained import Piece, pieces, sources, targets, verdict
from api.page.rendering import template
from api.page.words import Language, word
from api.tables import indicator
from graph.answers import ClauseCard
from graph.explanations import ComparedIndicators, Explanation
from graph.model import Decision
from loaders.implements import PROPOSED


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


def _verdict(row: ComparedIndicators) -> str:
    """降标，期限推后; 不可比：数量随辖区大小而变."""
    if row.source is None or row.target is None:
        return chinese(verdict(row))
    obstacle = f"：{chinese(row.obstacle)}" if row.obstacle else ""
    due = f"，{chinese(row.timing)}" if row.timing in ("earlier", "later") else ""
    return f"{chinese(row.verdict)}{obstacle}{due}"
