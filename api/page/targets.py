"""Figures along the lineages, level by level, and when they are due."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from fastapi import APIRouter, Request, Response

from api.chains import SIGNS, Rung, levels_of, named, rungs, tallies, verdict
from api.definitions import stated
from api.page.serving import PICTURES, TABLES, PageRoute, forms, language_of, naming, show
from api.page.words import Language
from api.routes.common import OpenStore
from api.tables import indicator, number
from graph.comparison import Only, compare, kind, narrowed
from graph.model import LEVELS, Indicator, Level
from graph.store import Store
from graph.timeline import Due, TimelineAnswer, Year, of_level, timeline
from graph.web import rank

router = APIRouter(route_class=PageRoute)
FEW = 20  # figures with what stands to them: more are not read at once, and what was not moved is folded


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


@dataclass(frozen=True, slots=True)
class Chains:
    """The figures with what stands to them that are shown at once, and those that are folded."""

    shown: Sequence[Rung]
    folded: Sequence[Rung]


@router.get("/view/targets")
def targets(
    request: Request, store: OpenStore, id: str = "", only: Only | Literal[""] = "", level: Level | Literal[""] = ""
) -> Response:
    """The figures of the clause or document that people call `id` against those above and below, and the deadlines;
    without one the deadlines of all that is loaded. `only` keeps one kind of comparison, or deadlines that were moved;
    `level` the deadlines of one level."""
    if not id.strip():
        return _deadlines(request, store, level)
    answer, language = compare(store, id), language_of(request)
    rows = narrowed(answer, only or None).rows
    columns = levels_of(rows)
    return show(
        request,
        "targets.html",
        takeaways=[
            *naming("targets chains", forms(request, "/compare", (*TABLES, *PICTURES), of=answer.asked, only=only)),
            *naming("timeline", forms(request, "/timeline", (*TABLES, *PICTURES), of=answer.asked, level=level)),
        ],
        answer=answer,
        chains=_folded(tuple(rungs(rows, columns)), only),
        columns=columns,
        tallies=tallies(answer.rows, language),
        named=lambda what: named(what, language),
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
        takeaways=forms(request, "/timeline", (*TABLES, *PICTURES), level=level),
        dates=_dates(timeline(store), language_of(request), level),
    )


def _dates(answer: TimelineAnswer, language: Language, level: Level | Literal[""]) -> Dates:
    found = {item.clause.level for year in answer.years for item in year.due}
    says = _says(language)
    return Dates(
        answer=answer,
        years=tuple(_years(of_level(answer, level or None).years)),
        levels=tuple(each for each in LEVELS if each in found),
        level=level,
        says=lambda item: says(replace(item, deadline=None)),
    )


def _years(years: Iterable[Year]) -> Iterator[ShownYear]:
    for year in years:
        counts = Counter(item.clause.level for item in year.due)
        yield ShownYear(year.year, year.due, tuple(sorted(counts.items(), key=lambda item: rank(item[0]))))


def _folded(found: Sequence[Rung], only: str) -> Chains:
    """What was moved is shown; the rest is folded where there is much and nobody asked for one kind of it."""
    if only or len(found) <= FEW:
        return Chains(found, ())
    return Chains([rung for rung in found if rung.moved], [rung for rung in found if not rung.moved])


def _says(language: Language) -> Callable[[Indicator], str]:
    """How a figure is said in a language."""
    return indicator if language == "en" else stated
