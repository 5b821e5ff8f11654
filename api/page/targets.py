"""Figures along the lineages, level by level, and when they are due."""

from collections.abc import Callable
from itertools import groupby

from fastapi import APIRouter, Request, Response

from api import following_tables
from api.explanation_page import chinese, stated
from api.page.addresses import address
from api.page.serving import PageRoute, Takeaway, language_of, show
from api.page.words import Language
from api.routes.common import OpenStore
from api.tables import indicator, number
from graph.comparison import ComparedFigures, compare
from graph.model import Indicator
from graph.store import Store
from graph.timeline import timeline

router = APIRouter(route_class=PageRoute)
SIGNS = {"raised": "▲", "lowered": "▼", "equal": "＝", "not comparable": "？"}


@router.get("/view/targets")
def targets(request: Request, store: OpenStore, id: str = "") -> Response:
    """The figures of the clause or document that people call `id` against those above and below, and the deadlines;
    without one the deadlines of all that is loaded."""
    if not id.strip():
        return _deadlines(request, store)
    answer, language = compare(store, id), language_of(request)
    chains = [list(rows) for _, rows in groupby(answer.rows, key=lambda row: row.target.id)]
    return show(
        request,
        "targets.html",
        takeaways=[
            Takeaway("json", address("/compare", of=answer.asked)),
            Takeaway("csv", address("/compare", of=answer.asked, format="csv")),
            Takeaway("xlsx", address("/compare", of=answer.asked, format="xlsx")),
        ],
        answer=answer,
        chains=chains,
        signs=SIGNS,
        verdict=lambda row: verdict(row, language),
        dates=timeline(store, id),
        says=_says(language),
        number=number,
    )


def _deadlines(request: Request, store: Store) -> Response:
    return show(
        request,
        "timeline.html",
        takeaways=[Takeaway("json", address("/timeline"))],
        dates=timeline(store),
        says=_says(language_of(request)),
    )


def _says(language: Language) -> Callable[[Indicator], str]:
    """How a figure is said in a language."""
    return indicator if language == "en" else stated


def verdict(row: ComparedFigures, language: Language) -> str:
    """加码 ×1.33，期限提前; 占总数的 14.3%; 不可比：计量单位不同."""
    if language == "en":
        return following_tables.verdict(row)
    words = chinese(row.verdict) if row.factor is None else f"{chinese(row.verdict)} ×{row.factor:.4g}"
    if row.share is not None:
        words = f"占总数的 {row.share:.1%}"
    elif row.obstacle:
        words = f"{chinese(row.verdict)}：{chinese(row.obstacle)}"
    return f"{words}，{chinese(row.timing)}" if row.timing in ("earlier", "later") else words
