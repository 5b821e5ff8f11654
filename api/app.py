"""The HTTP API: questions over GET, answers as JSON, errors as RFC 9457 problems; people decide with a token."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI

from api import cascade_examples, examples, following_examples, problems, reading_examples
from api.attempts import Attempts
from api.heads import HeadAsGet
from api.opening import Opening
from api.page import routes as pages
from api.routes import (
    browser,
    cascade,
    clauses,
    comparison,
    coverage,
    documentation,
    documents,
    exports,
    health,
    links,
    reports,
    review,
    search,
    tasks,
    units,
)

DESCRIPTION = """\
Where a task of education policy comes from, who must do it, how much by when.
A clause may be given as people write it: 示政〔2021〕7号/四（十一）, 示政[2021]7号 第十一条."""


class CascadeAPI(FastAPI):
    """FastAPI that describes itself with our examples and problems."""

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI description with our examples, and the schema of problems that the endpoints refer to."""
        if not self.openapi_schema:
            schema = super().openapi()
            schema["components"]["schemas"]["Problem"] = problems.Problem.model_json_schema()
            more = following_examples.ANSWERS | cascade_examples.ANSWERS | reading_examples.ANSWERS
            examples.add_to(schema["paths"], more)
        return super().openapi()


def create_app(store_url: str) -> FastAPI:
    """The API over the store at `store_url`, which is open while the app runs. Where that does not answer, the app
    starts nevertheless, and tries again with each question."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with Opening(store_url) as opening:
            app.state.opening = opening
            yield

    app = CascadeAPI(
        title="policy-cascade",
        version=version("policy-cascade"),
        description=DESCRIPTION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        lifespan=lifespan,
        docs_url=None,  # FastAPI's page loads scripts from elsewhere; ours is routes/documentation.py
        redoc_url=None,
    )
    app.state.attempts = Attempts()
    app.add_middleware(HeadAsGet)
    problems.install(app)
    pages.install(app)
    for routes in (
        documents,
        links,
        clauses,
        tasks,
        cascade,
        coverage,
        comparison,
        units,
        search,
        review,
        exports,
        reports,
        health,
        documentation,
        browser,
        pages,
    ):
        app.include_router(routes.router)
    return app
