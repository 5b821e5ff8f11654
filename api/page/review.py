"""What waits for a person, one pair of clauses after the other, and the forms by which people decide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Literal, TypeVar, get_args
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field, ValidationError

from api import access, deciding
from api.access import TooManyAttempts, WritingOff, WrongToken
from api.attempts import address_of, attempts_of
from api.explanation_page import shown
from api.page.addresses import view
from api.page.pair import link_pictures
from api.page.serving import TABLES, PageRoute, forms, language_of, show
from api.problems import describe
from api.routes.common import OpenStore
from api.routes.review import MOST
from graph.errors import CascadeError, Conflict, InputError, Unavailable
from graph.explanations import Caution
from graph.model import Verdict
from graph.questions import documents
from graph.review import reviewed
from graph.store import Store
from graph.turns import Pair, turn
from graph.waiting import Asked, Order, Waiting

router = APIRouter(route_class=PageRoute)
COOKIE = "cascade_review"
PATH = "/view/review"
MOST_FIELDS = 40
MOST_BYTES = 100_000  # ten times the longest note, encoded
CHOICES: Mapping[str, Sequence[object]] = {
    "order": get_args(Order),
    "status": get_args(Waiting),
    "caution": get_args(Caution),
    "min_score": (0.5, 0.6, 0.7, 0.8, 0.9),
    "max_score": (0.5, 0.6, 0.7, 0.8, 0.9),
}
"""What can be chosen of the links that wait."""
Read = TypeVar("Read", bound=BaseModel)


class Wanted(BaseModel):
    """What of all that waits somebody looks at: fields of a form, empty where they do not narrow it."""

    document: str = ""
    other: str = ""
    status: Waiting | None = None
    min_score: float = Field(default=0.0, ge=0, le=1)
    max_score: float = Field(default=1.0, ge=0, le=1)
    caution: Caution | None = None
    order: Order = "doubtful"

    def asked(self) -> Asked:
        """The same as a question."""
        given = {name: getattr(self, name) for name in Wanted.model_fields}
        return Asked(**given | {"document": self.document or None, "other": self.other or None})

    def query(self) -> dict[str, object]:
        """These fields in an address, those that narrow or reorder what waits."""
        fields = Wanted.model_fields.items()
        given = ((name, getattr(self, name), field.default) for name, field in fields)
        return {name: value for name, value, default in given if value != default}


class Place(Wanted):
    """A pair in an address: the one to look at, and the one that was decided just before."""

    source: str = ""
    target: str = ""
    done_source: str = ""
    done_target: str = ""
    note: str = Field(default="", max_length=2_000)

    def pair(self) -> Pair | None:
        """The pair to look at."""
        return Pair(self.source, self.target) if self.source and self.target else None


class Key(Place):
    """What the form for signing in sends: the token, and under which name somebody decides."""

    token: str
    by: str = Field(min_length=1, max_length=200)


class Judged(Wanted):
    """What the form of a pair sends; `next_source` and `next_target` are looked at afterwards."""

    form: str
    source: str
    target: str
    verdict: Verdict | Literal["undo"]
    note: str = Field(default="", max_length=2_000)
    next_source: str = ""
    next_target: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong when somebody decided: its kind, and the status of the answer. `note` is what they wrote."""

    kind: str
    status: int
    note: str = ""


def read(cls: type[Read], given: dict[str, str]) -> Read:
    """Fields of a form; those left empty are as if not sent. Raises RequestValidationError."""
    try:
        return cls.model_validate({name: value for name, value in given.items() if value.strip()})
    except ValidationError as error:
        raise RequestValidationError(error.errors()) from error


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form of ours that was sent by POST. Raises ForeignForm, and InputError for what is none."""
    access.check_origin(request.headers.get("sec-fetch-site"))
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            raise InputError(f"a form of at most {MOST_BYTES} bytes expected")
    try:
        return dict(parse_qsl(body.decode("ascii", "replace"), errors="replace", max_num_fields=MOST_FIELDS))
    except ValueError:
        raise InputError(f"a form of at most {MOST_FIELDS} fields expected") from None


Form = Annotated[dict[str, str], Depends(form_of)]


@router.get(PATH)
def review(request: Request, store: OpenStore) -> Response:
    """The pair of the address, or the first that waits."""
    return _shown(request, store, read(Place, dict(request.query_params)))


@router.get(f"{PATH}/{{form}}")
def back(request: Request, form: str) -> Response:
    """Who asks for the address of a form again, as by reloading, is led to what waits."""
    return _onward(request, Wanted())


@router.post(f"{PATH}/sign-in")
def sign_in(request: Request, store: OpenStore, sent: Form) -> Response:
    """Begin to decide: the token once, then a session."""
    if not access.writing_on():
        raise WritingOff
    place = read(Place, sent)
    try:
        key = read(Key, sent)
        with attempts_of(request).of(address_of(request)):
            value = access.sign_in(key.token, key.by.strip())
    except RequestValidationError:
        return _shown(request, store, place, Trouble("wrong-token", HTTPStatus.UNAUTHORIZED, place.note))
    except (WrongToken, TooManyAttempts) as error:
        return _shown(request, store, place, _trouble(error, place.note))
    pair = {"source": place.source, "target": place.target, "note": place.note}
    answer = _onward(request, place, **pair)
    answer.set_cookie(COOKIE, value, path=PATH, httponly=True, samesite="strict", secure=request.url.scheme == "https")
    return answer


@router.post(f"{PATH}/sign-out")
def sign_out(request: Request, sent: Form) -> Response:
    """End the session in this browser."""
    answer = _onward(request, read(Wanted, sent))
    answer.delete_cookie(COOKIE, path=PATH)
    return answer


@router.post(f"{PATH}/decide")
def decide(request: Request, store: OpenStore, sent: Form) -> Response:
    """Write a decision and go on to the next pair, or take one back and stay. What cannot be written now
    is said on the page of the pair, where the note stays."""
    judged = read(Judged, sent)
    try:
        by = access.check_form(request.cookies.get(COOKIE), judged.form).by
        _write(request.app.state.opening.url, judged, by)
    except (WrongToken, Conflict, Unavailable) as error:
        return _shown(request, store, read(Place, sent), _trouble(error, judged.note))
    stay = judged.verdict == "undo"
    pair = (judged.source, judged.target) if stay else (judged.next_source, judged.next_target)
    done = {"done_source": judged.source, "done_target": judged.target}
    return _onward(request, judged, source=pair[0], target=pair[1], **done)


def _write(store: str, judged: Judged, by: str) -> None:
    if judged.verdict == "undo":
        deciding.undo(store, judged.source, judged.target)
        return
    note = "\n".join(judged.note.split("\r\n")).strip()
    deciding.decide(store, judged.source, judged.target, judged.verdict, by=by, note=note)


def _trouble(error: CascadeError, note: str) -> Trouble:
    problem = describe(error, PATH)
    return Trouble(problem.type.partition("#")[2], problem.status, note)


def _onward(request: Request, wanted: Wanted, **query: object) -> RedirectResponse:
    lang = "en" if language_of(request) == "en" else None
    return RedirectResponse(view("review", **wanted.query(), **query, lang=lang), HTTPStatus.SEE_OTHER)


def _shown(request: Request, store: Store, place: Place, trouble: Trouble | None = None) -> Response:
    wanted = place.query()
    found = turn(store, place.pair(), place.asked())
    done = reviewed(store, place.done_source, place.done_target) if place.done_source else None
    pictures = link_pictures(request, found.at) if found.at else []
    answer = show(
        request,
        "review.html",
        status=trouble.status if trouble else HTTPStatus.OK,
        takeaways=[*forms(request, "/review", TABLES, **wanted, limit=MOST), *pictures],
        answer=found,
        shown=shown(found.at, language_of(request)) if found.at else None,
        done=done,
        wanted=wanted,
        choices=CHOICES,
        trouble=trouble,
        note=trouble.note if trouble else place.note,
        writing=access.writing_on(),
        session=access.session(request.cookies.get(COOKIE)) if access.writing_on() else None,
        action=PATH,
        documents=[card for card in documents(store) if card.loaded],
    )
    answer.headers["Cache-Control"] = "private, no-cache"  # a session's own form is in it
    return answer
