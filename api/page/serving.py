"""A view as an HTTP answer: rendered, compressed, checked against what the browser has; errors in the same dress."""

import gzip
import hashlib
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Any, Literal

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute

from api import problems
from api.page import addresses
from api.page.rendering import template
from api.page.words import Language, word
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
Kind = Literal["json", "csv", "xlsx", "report", "word"]
SMALL = 1_000  # bytes that are not worth compressing


@dataclass(frozen=True, slots=True)
class Takeaway:
    """What a reader can take away of a view, and the address."""

    kind: Kind
    address: str


def show(
    request: Request, name: str, *, takeaways: Sequence[Takeaway] = (), status: int = 200, **values: object
) -> Response:
    """The view that the template `name` makes of `values`.

    Templates also have `lang`; `word(key, name=value)`; `url(view, …)` and `here(…)`, this address with other
    parameters, both in the reader's language; `data(path, …)`, `part(text)` and `static(name)` for other addresses.
    """
    language = language_of(request)
    carried = {"lang": language if language == "en" else None}
    text = template(name).render(
        lang=language,
        word=lambda key, /, **given: word(key, language, **given),
        url=lambda name, /, **query: addresses.view(name, **query, **carried),
        here=partial(_here, request),
        path=request.url.path,
        data=addresses.address,
        part=addresses.part,
        static=addresses.static,
        split=split_clause_id,
        takeaways=takeaways,
        **values,
    )
    return sent(request, text.encode(), HTML, HEADERS, status)


def language_of(request: Request) -> Language:
    """The language that the address asks for: Chinese where it says nothing. An address shows everybody the same."""
    return "en" if request.query_params.get("lang") == "en" else "zh"


def _here(request: Request, /, **changes: object) -> str:
    """The address of this request with other parameters; None takes one away."""
    given: dict[str, object] = {
        name: tuple(request.query_params.getlist(name)) for name in request.query_params if name not in changes
    }
    return addresses.address(request.url.path, **(given | changes))


def sent(request: Request, body: bytes, media_type: str, headers: Mapping[str, str], status: int = 200) -> Response:
    """An answer that the browser may keep, compressed where it takes that; 304 where it has it already."""
    tag = f'W/"{hashlib.sha256(body).hexdigest()[:20]}"'  # weak: the same compressed or not
    known = dict(headers) | {"ETag": tag, "Vary": "Accept-Encoding"}
    if status == HTTPStatus.OK and tag in request.headers.get("if-none-match", ""):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=known)
    if len(body) > SMALL and "gzip" in request.headers.get("accept-encoding", ""):
        body, known["Content-Encoding"] = gzip.compress(body, 6, mtime=0), "gzip"
    return Response(body, status_code=status, headers=known, media_type=media_type)


class PageRoute(APIRoute):
    """A route whose errors are pages for a browser, and problems for programs."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of the route, which knows our errors."""
        answer = super().get_route_handler()

        async def handler(request: Request) -> Response:
            try:
                return await answer(request)
            except (CascadeError, RequestValidationError) as error:
                if "text/html" not in request.headers.get("accept", ""):
                    raise
                return failed(request, error)

        return handler


def failed(request: Request, error: Exception) -> Response:
    """The page of an error: what is wrong and what would fit, each as a link to this view of it."""
    problem = problems.describe(error, request.url.path)
    asked = getattr(error, "asked", None)
    names = [name for name, value in request.query_params.items() if asked and value.strip() == asked]
    fitting = problem.nearest or problem.candidates or []
    links = [(text, _here(request, **{names[0]: text}) if names else None) for text in fitting]
    return show(
        request,
        "error.html",
        status=problem.status,
        kind=problems.kind_of(error).name,
        asked=asked,
        detail=problem.detail,
        links=links,
        near=isinstance(error, UnknownReference),
    )
