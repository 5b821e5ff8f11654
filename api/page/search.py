"""What was found for a word; what names one clause, document or organization leads straight to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.answers import Resolved
from api.page import addresses
from api.page.serving import TABLES, PageRoute, forms, language_of, show
from api.routes.common import OpenStore
from graph import questions
from graph.search import LIMIT, MOST, FoundClause, SearchAnswer, search
from graph.store import Store

router = APIRouter(route_class=PageRoute)
BEFORE, SHOWN = 40, 180  # characters before the first word, and in all, that are shown of a clause


@dataclass(frozen=True, slots=True)
class Snippet:
    """A part of a text, and whether it is what was looked for."""

    text: str
    marked: bool


@router.get("/view/search")
def found(
    request: Request, store: OpenStore, q: str = "", limit: Annotated[int, Query(ge=1, le=MOST)] = LIMIT
) -> Response:
    """Documents, organizations and clauses for `q`."""
    answer = search(store, q, limit=limit)
    if straight := _straight(answer, request):
        return RedirectResponse(straight, HTTPStatus.SEE_OTHER)
    return show(
        request,
        "search.html",
        takeaways=forms(request, "/search", TABLES, q=answer.asked, limit=limit) if answer.words else (),
        answer=answer,
        query=answer.asked,
        clauses=[(item.clause, tuple(snippets(item))) for item in answer.clauses],
        most=MOST,
        example="" if answer.fitting or answer.total else _example(store),
    )


def _straight(answer: SearchAnswer, request: Request) -> str | None:
    """The address of the one thing that was named."""
    lang = "en" if language_of(request) == "en" else None
    if answer.means:
        name = "cascade" if Resolved.of(answer.means).kind == "clause" else "document"
        return addresses.view(name, id=answer.means, lang=lang)
    named = [unit.name for unit in answer.units if unit.name == answer.asked] or _only_unit(answer)
    return addresses.view("unit", name=named[0], lang=lang) if named else None


def _only_unit(answer: SearchAnswer) -> list[str]:
    """The organization that alone was found: 区教体局 for 示例区教体局."""
    others = answer.fitting or answer.documents or answer.clauses
    return [unit.name for unit in answer.units] if len(answer.units) == 1 and not others else []


def _example(store: Store) -> str:
    """A clause of a loaded document as people write it, empty where none is loaded: what can be asked for."""
    known = [card for card in questions.documents(store) if card.loaded and card.number]
    most = max(known, key=lambda card: card.lowers, default=None)
    task = next((clause for clause in questions.clauses(store, most.id) if clause.task), None) if most else None
    return f"{most.number} {task.address}" if most and task else ""


def snippets(item: FoundClause) -> Iterator[Snippet]:
    """The text of a clause around the first of the words, the words marked; … where it is cut."""
    text, first = item.clause.text, item.marks[0][0]
    start = max(0, first - BEFORE) if len(text) > SHOWN else 0
    end = min(len(text), start + SHOWN)
    yield Snippet("…" if start else "", marked=False)
    position = start
    for begins, ends in item.marks:
        if begins < end:
            yield Snippet(text[position:begins], marked=False)
            yield Snippet(text[begins:ends], marked=True)
            position = ends
    yield Snippet(text[position:end] + ("…" if end < len(text) else ""), marked=False)
