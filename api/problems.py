"""Errors over HTTP: RFC 9457 problems, and the one table from error class to status."""

import logging
import secrets
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from api.access import ForeignForm, TooManyAttempts, WritingOff, WrongToken
from graph.errors import (
    AmbiguousReference,
    CascadeError,
    Conflict,
    InputError,
    MissingExtra,
    Unavailable,
    UnknownReference,
)

MEDIA_TYPE = "application/problem+json"
LOG = logging.getLogger(__name__)
RETRY_SECONDS = 5  # a reload of a store's file takes less; a restarted server is asked soon again


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str = Field(description="a link to what this kind of problem means")
    title: str
    status: int
    detail: str = Field(description="what is wrong here, and what would fit")
    instance: str = Field(description="the path that was asked for")
    nearest: list[str] | None = Field(default=None, description="ids that look like what was asked for")
    candidates: list[str] | None = Field(default=None, description="all ids that fit what was asked for")


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """How one class of errors is told over HTTP; `name` is its anchor in the documentation."""

    name: str
    status: HTTPStatus
    title: str


KINDS: Mapping[type[Exception], ProblemKind] = {
    UnknownReference: ProblemKind("unknown-reference", HTTPStatus.NOT_FOUND, "Nothing fits"),
    AmbiguousReference: ProblemKind("ambiguous-reference", HTTPStatus.CONFLICT, "Several things fit"),
    RequestValidationError: ProblemKind(
        "bad-parameter", HTTPStatus.UNPROCESSABLE_ENTITY, "A parameter is not as documented"
    ),
    MissingExtra: ProblemKind("missing-extra", HTTPStatus.NOT_IMPLEMENTED, "An optional part is not installed"),
    InputError: ProblemKind("bad-input", HTTPStatus.UNPROCESSABLE_ENTITY, "The input cannot be used"),
    WritingOff: ProblemKind("writing-off", HTTPStatus.FORBIDDEN, "This server does not write"),
    WrongToken: ProblemKind("wrong-token", HTTPStatus.UNAUTHORIZED, "Writing needs the server's token"),
    TooManyAttempts: ProblemKind("too-many-attempts", HTTPStatus.TOO_MANY_REQUESTS, "Too many wrong tokens"),
    ForeignForm: ProblemKind("foreign-form", HTTPStatus.FORBIDDEN, "A form of another site"),
    Unavailable: ProblemKind("store-unavailable", HTTPStatus.SERVICE_UNAVAILABLE, "The store does not answer"),
    Conflict: ProblemKind("store-conflict", HTTPStatus.CONFLICT, "The store is held or was changed by somebody else"),
    Exception: ProblemKind("bug", HTTPStatus.INTERNAL_SERVER_ERROR, "A bug of this program"),
}
"""From error class to problem. An error is told as the nearest of its classes that stands here."""


HEADERS: Mapping[type, Mapping[str, str]] = {
    Unavailable: {"Retry-After": str(RETRY_SECONDS)},
    WrongToken: {"WWW-Authenticate": "Bearer"},
    TooManyAttempts: {"Retry-After": "60"},
}
"""What else the answer to a class of errors says."""


def kind_of(error: Exception) -> ProblemKind:
    """The kind of problem that `error` is."""
    return next(KINDS[kind] for kind in type(error).__mro__ if kind in KINDS)


def headers_of(error: Exception) -> Mapping[str, str]:
    """What else the answer to `error` says."""
    return next((HEADERS[kind] for kind in type(error).__mro__ if kind in HEADERS), {})


def logged(error: Exception, instance: str) -> str:
    """The reference under which the log has a bug, with all that is known of it; "" for what is none."""
    if kind_of(error) is not KINDS[Exception]:
        return ""
    reference = secrets.token_hex(4)
    LOG.error("cascade: bug %s, asked for %s", reference, instance, exc_info=error)
    return reference


def describe(error: Exception, instance: str, reference: str = "") -> Problem:
    """`error` as a problem of the request for `instance`. A bug's message stays in the log, under `reference`."""
    kind = kind_of(error)
    return Problem(
        type=f"/docs#{kind.name}",
        title=kind.title,
        status=kind.status,
        detail=_detail(error, reference),
        instance=instance,
        nearest=list(error.nearest) if isinstance(error, UnknownReference) else None,
        candidates=list(error.candidates) if isinstance(error, AmbiguousReference) else None,
    )


def _detail(error: Exception, reference: str) -> str:
    if isinstance(error, RequestValidationError):
        return "; ".join(f"{item['loc'][-1]}: {item['msg']}" for item in error.errors())
    if isinstance(error, CascadeError):
        return str(error)
    return f"the server's log has the details{reference and f' under {reference}'}"


def _respond(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    body = problem.model_dump_json(exclude_none=True)
    return Response(body, status_code=problem.status, headers=headers, media_type=MEDIA_TYPE)


def _on_error(request: Request, error: Exception) -> Response:
    instance = request.url.path
    reference = logged(error, instance)
    closing = {"Connection": "close"} if reference else {}  # uvicorn closes it, for Starlette raises a bug once more
    return _respond(describe(error, instance, reference), {**headers_of(error), **closing})


def on_http_error(request: Request, error: Exception) -> Response:
    """What the framework itself refuses: an unknown path, a method that it does not have."""
    if not isinstance(error, HTTPException):
        raise TypeError(f"not an HTTP error: {error!r}")
    title = HTTPStatus(error.status_code).phrase
    problem = Problem(
        type="about:blank",
        title=title,
        status=error.status_code,
        detail=str(error.detail),
        instance=request.url.path,
    )
    return _respond(problem, error.headers)


def install(app: FastAPI) -> None:
    """Have `app` answer every error with a problem."""
    for kind in (CascadeError, RequestValidationError, Exception):
        app.add_exception_handler(kind, _on_error)
    app.add_exception_handler(HTTPException, on_http_error)


def documented(instance: str, *errors: Exception) -> dict[int | str, dict[str, Any]]:
    """The `responses` of an endpoint that may fail with these errors, shown as examples of a request for `instance`.
    Every endpoint that asks the store may find it unavailable."""
    examples: dict[int, dict[str, Any]] = defaultdict(dict)
    for error in (*errors, Unavailable("the store does not answer")):
        problem = describe(error, instance)
        examples[problem.status][kind_of(error).name] = {"value": problem.model_dump(exclude_none=True)}
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        status: {
            "description": HTTPStatus(status).phrase,
            "content": {MEDIA_TYPE: {"schema": schema, "examples": shown}},
        }
        for status, shown in examples.items()
    }
