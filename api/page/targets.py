"""Figures along the lineages, level by level, and when they are due."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from fastapi import APIRouter, Request, Response

from api import following_tables
from api.explanation_page import chinese, stated
from api.page.addresses import address
from api.page.serving import PageRoute, Takeaway, language_of, show
from api.page.words import Language
from api.routes.common import OpenStore
from api.tables import indicator, number
from graph.comparison import ComparedFigures, Place, compare
from graph.model import LEVELS, Indicator, Level
from graph.store import Store
from graph.timeline import Due, TimelineAnswer, Year, timeline

router = APIRouter(route_class=PageRoute)
SIGNS = {"raised": "▲", "lowered": "▼", "equal": "＝", "share": "◔", "not comparable": "？"}
MOVED = ("earlier", "later")
Only = Literal["", "raised", "lowered", "equal", "share", "not comparable", "earlier", "later"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a level says of a figure: the figure itself where it is of this level, and those below that stand to it."""

    level: Level | None
    top: bool
    rows: tuple[ComparedFigures, ...]


@dataclass(frozen=True, slots=True)
class Rung:
    """A figure and what stands to it below, a cell a level; `first` of a chain, whose other rungs go on from it."""

    first: bool
    target: Indicator
    above: Place
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ShownYear:
    """A year of the timeline, and how many of its deadlines are of which level."""

    year: int | None
    due: tuple[Due, ...]
    levels: tuple[tuple[Level | None, int], ...]


@dataclass(frozen=True, slots=True)
class Dates:
    """The timeline as it is shown: the years with something of the level, the levels there are, and how a figure is
    said whose deadline stands beside it."""

    answer: TimelineAnswer
    years: tuple[ShownYear, ...]
    levels: tuple[Level, ...]
    level: Level | Literal[""]
    says: Callable[[Indicator], str]


@router.get("/view/targets")
def targets(
    request: Request, store: OpenStore, id: str = "", only: Only = "", level: Level | Literal[""] = ""
) -> Response:
    """The figures of the clause or document that people call `id` against those above and below, and the deadlines;
    without one the deadlines of all that is loaded. `only` keeps one kind of comparison, or deadlines that were moved;
    `level` the deadlines of one level."""
    if not id.strip():
        return _deadlines(request, store, level)
    answer, language = compare(store, id), language_of(request)
    rows = [row for row in answer.rows if _kept(row, only)]
    columns = sorted({place.level for row in rows for place in (row.above, row.below)}, key=_rank)
    return show(
        request,
        "targets.html",
        takeaways=[
            Takeaway("json", address("/compare", of=answer.asked)),
            Takeaway("csv", address("/compare", of=answer.asked, format="csv")),
            Takeaway("xlsx", address("/compare", of=answer.asked, format="xlsx")),
        ],
        answer=answer,
        rungs=tuple(rungs(rows, columns)),
        columns=columns,
        kinds=_kinds(answer.rows),
        only=only,
        signs=SIGNS,
        kind=kind,
        verdict=lambda row: verdict(row, language),
        number=number,
        says=_says(language),
        dates=_dates(timeline(store, id), language, level),
    )


def _deadlines(request: Request, store: Store, level: Level | Literal[""]) -> Response:
    return show(
        request,
        "timeline.html",
        takeaways=[
            Takeaway("json", address("/timeline")),
            Takeaway("csv", address("/timeline", format="csv")),
            Takeaway("xlsx", address("/timeline", format="xlsx")),
        ],
        dates=_dates(timeline(store), language_of(request), level),
    )


def _dates(answer: TimelineAnswer, language: Language, level: Level | Literal[""]) -> Dates:
    found = {item.clause.level for year in answer.years for item in year.due}
    says = _says(language)
    return Dates(
        answer=answer,
        years=tuple(_years(answer.years, level)),
        levels=tuple(each for each in LEVELS if each in found),
        level=level,
        says=lambda item: says(replace(item, deadline=None)),
    )


def _years(years: Iterable[Year], level: Level | Literal[""]) -> Iterator[ShownYear]:
    """The years in which something of the level is due."""
    for year in years:
        due = tuple(item for item in year.due if not level or item.clause.level == level)
        if due:
            counts = Counter(item.clause.level for item in due)
            yield ShownYear(year.year, due, tuple(sorted(counts.items(), key=lambda item: _rank(item[0]))))


def rungs(rows: Iterable[ComparedFigures], columns: Sequence[Level | None]) -> Iterator[Rung]:
    """The rows of one figure above together, a cell a column; after them those of the figures below, and so on down."""
    groups = {id: tuple(group) for id, group in groupby(rows, key=lambda row: row.target.id)}
    for id in list(groups):
        ahead = [id]
        while ahead:
            found = groups.pop(ahead.pop(), ())
            if found:
                yield _rung(found, columns, first=found[0].target.id == id)
                ahead += [row.source.id for row in reversed(found)]


def _rung(found: Sequence[ComparedFigures], columns: Sequence[Level | None], *, first: bool) -> Rung:
    target, above = found[0].target, found[0].above
    cells = [
        Cell(level, level == above.level, tuple(row for row in found if row.below.level == level)) for level in columns
    ]
    return Rung(first, target, above, tuple(cells))


def _rank(level: Level | None) -> int:
    return LEVELS.index(level) if level else len(LEVELS)


def _kept(row: ComparedFigures, only: Only) -> bool:
    return not only or only in (kind(row), row.timing)


def kind(row: ComparedFigures) -> str:
    """The verdict, or that the figure is a share of the total above."""
    return row.verdict if row.share is None else "share"


def _kinds(rows: Sequence[ComparedFigures]) -> list[tuple[str, int]]:
    """The kinds of comparison and moved deadlines that there are, and how often."""
    counts: Counter[str | None] = Counter(word for row in rows for word in (kind(row), row.timing))
    return [(word, counts[word]) for word in (*SIGNS, *MOVED) if counts[word]]


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
    return f"{words}，{chinese(row.timing)}" if row.timing in MOVED else words
