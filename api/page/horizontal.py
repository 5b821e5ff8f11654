"""A document, or one clause, across the cities or districts below: where it is taken up, and how far."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request, Response

from api.page.serving import PICTURES, TABLES, PageRoute, Takeaway, cascade_pictures, forms, naming, show
from api.routes.common import OpenStore
from graph.coverage import Standing
from graph.matrix import Matrix, Place, Selection, matrix
from graph.model import LEVELS, Level
from graph.overview import overview
from graph.store import Store

router = APIRouter(route_class=PageRoute)
SIGNS = {"deep": "●", "partly": "◐", "none": "○"}
SHORT, LONG = 36, 110  # characters of a clause that are shown beside several places, and beside one
NAMED = 3  # clauses below that a cell of the matrix names, and documents that a head does
WIDTHS = {"lone": 1, "roomy": 5, "dense": 12}  # how many places fit into the width of a page, and how


@dataclass(frozen=True, slots=True)
class PlacesOfLevel:
    """The places of a level that a person may choose from."""

    level: Level | None
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks for: `at` a level, region or document below, `only` clauses that stand so there; `exempt`
    lists those that do not count too, `unrelated` places without relation to the document."""

    at: str = ""
    only: Standing | Literal[""] = ""
    exempt: Literal["", "true"] = ""
    unrelated: Literal["", "true"] = ""

    @property
    def selection(self) -> Selection:
        """The same, as the question takes it."""
        level = next((each for each in LEVELS if each == self.at), None)
        at = None if level else self.at.strip() or None
        return Selection(level, at, self.only or None, bool(self.exempt), bool(self.unrelated))


@router.get("/view/horizontal")
def horizontal(request: Request, store: OpenStore, asked: Annotated[Asked, Depends()], id: str = "") -> Response:
    """The document or clause that people call `id`; without one, which documents there are."""
    if not id.strip():
        return _choice(request, store)
    answer = matrix(store, id, asked.selection)
    return show(
        request,
        "horizontal_clause.html" if answer.clause else "horizontal.html",
        takeaways=_takeaways(request, answer, asked.selection),
        answer=answer,
        chosen=answer.level or answer.at or "",
        choices=tuple(_choices(answer)),
        exempt=asked.exempt,
        unrelated=asked.unrelated,
        apart=_apart(answer),
        signs=SIGNS,
        short=LONG if len(answer.places) == 1 else SHORT,
        named=NAMED,
        width=next((name for name, most in WIDTHS.items() if len(answer.places) <= most), "endless"),
    )


def _takeaways(request: Request, answer: Matrix, asked: Selection) -> list[Takeaway]:
    """The selection that is shown, in all forms; of a clause its cascade too."""
    of = answer.clause.id if answer.clause else answer.document
    chosen = {
        "level": answer.level,
        "at": answer.at,
        "only": None if answer.clause else asked.only,
        "exempt": None if answer.clause or asked.only or asked.exempt else "false",
        "unrelated": None if answer.at or asked.unrelated else "false",
    }
    takeaways = forms(request, "/matrix", (*TABLES, *PICTURES), of=of, **chosen)
    if answer.clause:
        takeaways += naming("cascade", cascade_pictures(request, of=of, direction="down", level=answer.level))
    return takeaways


def _apart(answer: Matrix) -> list[Place]:
    """The places without relation to the document, where a person asks for none."""
    of_level = [place for place in answer.all_places if answer.level in (None, place.level)]
    return [] if answer.at else [place for place in of_level if not place.related]


def _choices(answer: Matrix) -> Iterator[PlacesOfLevel]:
    for level in (*answer.levels, None):
        places = tuple(place for place in answer.all_places if place.level == level)
        if places:
            yield PlacesOfLevel(level, places)


def _choice(request: Request, store: Store) -> Response:
    """The documents with others below: those with links first, by how many documents they are linked to."""
    answer = overview(store, below=True)
    loaded = [item for level in answer.levels for item in level.documents]
    linked = sorted((item for item in loaded if item.card.lowers), key=lambda item: item.card.lowers, reverse=True)
    return show(
        request,
        "horizontal_choice.html",
        takeaways=forms(request, "/overview", (*TABLES, *PICTURES), below="true"),
        linked=linked,
        others=[item for item in loaded if not item.card.lowers],
    )
