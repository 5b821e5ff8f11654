"""A view as an HTTP answer: rendered, compressed, checked against what the browser has; errors in the same dress."""

import gzip
import hashlib
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from http import HTTPStatus
from typing import Any, Literal, Self
from urllib.parse import quote

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from api import problems
from api.page import addresses, as_of
from api.page.rendering import attribute, template
from api.page.words import Language, word
from graph.as_of import as_of as state_of
from graph.errors import CascadeError, UnknownReference
from graph.ids import split_clause_id

HTML = "text/html; charset=utf-8"
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'",
    "Cache-Control": "no-cache",  # kept, but asked for anew: a load or a decision shows at once
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
Kind = Literal["json", "csv", "xlsx", "workbook", "png", "svg", "pdf", "report", "word"]
TABLES: tuple[Kind, ...] = ("json", "csv", "xlsx")
PICTURES: tuple[Kind, ...] = ("png", "svg", "pdf")
SHOWN = 80  # characters of a wrong value that its page repeats
SMALL = 1_000  # bytes that are not worth compressing


@dataclass(frozen=True, slots=True)
class Takeaway:
    """What a reader can take away of a view, and the address. `of` is the word for what it holds where that is not all
    of the view, or more."""

    kind: Kind
    address: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter that is not as documented, and what was given for it; None where nothing was."""

    name: str
    given: str | None

    @classmethod
    def of(cls, error: Mapping[str, Any]) -> Self:
        """As pydantic tells it."""
        path = [str(part) for part in error["loc"] if part not in ("query", "path", "body")]
        given = None if error["type"] == "missing" else str(error["input"])[:SHOWN]
        return cls(path[0] if path else "", given)


@dataclass(frozen=True, slots=True)
class Told:
    """What the page of an error says: its kind, what was asked for or which parameters are wrong, what would fit (as
    links; `near` where nothing did) and the number that the log has."""

    kind: str
    status: int
    asked: str | None = None
    detail: str = ""
    parameters: Sequence[Parameter] = ()
    links: Sequence[tuple[str, str | None]] = ()
    near: bool = False
    reference: str = ""


def show(
    request: Request, name: str, *, takeaways: Sequence[Takeaway] = (), status: int = 200, **values: object
) -> Response:
    """The view that the template `name` makes of `values`.

    Templates also have `lang`; `word(key, name=value)`; `url(view, …)` and `here(…)`, this address with other
    parameters, both in the reader's language; `data(path, …)`, `part(text)` and `static(name)` for other addresses;
    `zh` and `ours`, the lang attributes of official text on an English page and of our words inside such text.
    """
    language = language_of(request)
    carried = {"lang": language if language == "en" else None}
    text = template(name).render(
        lang=language,
        zh=attribute("lang", "zh-CN" if language == "en" else ""),
        ours=attribute("lang", "en" if language == "en" else ""),
        word=lambda key, /, **given: word(key, language, **given),
        url=lambda name, /, **query: addresses.view(name, **query, **carried),
        here=partial(_here, request),
        path=request.url.path,
        data=addresses.address,
        part=addresses.part,
        static=addresses.static,
        split=split_clause_id,
        takeaways=takeaways,
        rests_on=_rests_on(request, language) if status == HTTPStatus.OK else "",
        cited=_cited(request) if status == HTTPStatus.OK else "",
        **values,
    )
    return sent(request, text.encode(), HTML, HEADERS, status)


def _rests_on(request: Request, language: Language) -> str:
    """What the view rests on; empty where no store answers."""
    store = request.app.state.opening.opened
    try:
        return as_of.said(state_of(store), language) if store else ""
    except CascadeError:
        return ""


def _cited(request: Request) -> str:
    """The whole address at which the view stands; empty for what a form made that was sent by POST."""
    return str(request.base_url).rstrip("/") + _here(request) if request.method in ("GET", "HEAD") else ""


def forms(request: Request, path: str, kinds: Sequence[Kind], /, **query: object) -> list[Takeaway]:
    """An answer in each of these forms, in the reader's language: the JSON has no words of ours."""
    lang = "en" if language_of(request) == "en" else None
    words = {kind: {} if kind == "json" else {"format": kind, "lang": lang} for kind in kinds}
    return [Takeaway(kind, addresses.address(path, **query, **words[kind])) for kind in kinds]


def naming(word: str, takeaways: Sequence[Takeaway]) -> list[Takeaway]:
    """The same, saying by this word what they hold."""
    return [replace(item, of=word) for item in takeaways]


def cascade_pictures(request: Request, /, **query: object) -> list[Takeaway]:
    """The cascade around something as a picture in each format, in the reader's language."""
    asked = query | ({"lang": "en"} if language_of(request) == "en" else {})
    return [Takeaway(kind, addresses.address(f"/export/draw/{kind}", **asked)) for kind in PICTURES]


def language_of(request: Request) -> Language:
    """The language that the address asks for: Chinese where it says nothing. An address shows everybody the same."""
    return "en" if request.query_params.get("lang") == "en" else "zh"


def _here(request: Request, /, **changes: object) -> str:
    """The address of this request with other parameters; None takes one away."""
    given: dict[str, object] = {
        name: tuple(request.query_params.getlist(name)) for name in request.query_params if name not in changes
    }
    # Two slashes at the beginning, or a backslash there, would lead to another host.
    path = f"/{quote(request.scope['path'].lstrip('/'))}"
    return addresses.legible(addresses.address(path, **(given | changes)))


def sent(request: Request, body: bytes, media_type: str, headers: Mapping[str, str], status: int = 200) -> Response:
    """An answer that the browser may keep, compressed where it takes that; 304 where it has it already."""
    tag = f'W/"{hashlib.sha256(body).hexdigest()[:20]}"'  # weak: the same compressed or not
    known = dict(headers) | {"ETag": tag, "Vary": "Accept-Encoding"}
    if status == HTTPStatus.OK and tag in request.headers.get("if-none-match", ""):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=known)
    if len(body) > SMALL and "gzip" in request.headers.get("accept-encoding", ""):
        body, known["Content-Encoding"] = gzip.compress(body, 6, mtime=0), "gzip"
    return Response(body, status_code=status, headers=known, media_type=media_type)


def reads_pages(request: Request) -> bool:
    """Whether a browser asks, which shows its reader what it gets; programs ask for anything, or for data."""
    return "text/html" in request.headers.get("accept", "")


class PageRoute(APIRoute):
    """A route whose errors are pages for a browser, and problems for programs."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of the route, which knows all errors but those of HTTP itself."""
        answer = super().get_route_handler()

        async def handler(request: Request) -> Response:
            try:
                return await answer(request)
            except HTTPException:
                raise
            except Exception as error:  # a bug too: its reader gets a page and the number that the log has
                if not reads_pages(request):
                    raise
                return failed(request, error)

        return handler


def failed(request: Request, error: Exception) -> Response:
    """The page of an error: what is wrong and what would fit, each as a link to this view of it."""
    instance = request.url.path
    reference = problems.logged(error, instance)
    problem = problems.describe(error, instance, reference)
    asked = getattr(error, "asked", None)
    names = [name for name, value in request.query_params.items() if asked and value.strip() == asked]
    fitting = problem.nearest or problem.candidates or []
    links = [(text, _here(request, **{names[0]: text}) if names else None) for text in fitting]
    told = Told(
        kind=problems.kind_of(error).name,
        status=problem.status,
        asked=asked,
        detail="" if reference else problem.detail,
        parameters=_parameters(error),
        links=links,
        near=isinstance(error, UnknownReference),
        reference=reference,
    )
    return said(request, told, problems.headers_of(error))


def said(request: Request, told: Told, headers: Mapping[str, str] | None = None) -> Response:
    """The page of an error."""
    answer = show(request, "error.html", status=told.status, told=told)
    answer.headers.update(headers or {})
    return answer


def _parameters(error: Exception) -> list[Parameter]:
    """The parameters that are not as documented."""
    if not isinstance(error, RequestValidationError):
        return []
    return list(dict.fromkeys(map(Parameter.of, error.errors())))
