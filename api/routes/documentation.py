"""The documentation page: plain HTML made from the OpenAPI description. Nothing in it is loaded from elsewhere, and a
browser without scripts reads it."""

import json
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.problems import KINDS

router = APIRouter(include_in_schema=False)

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
section { border-top: 1px solid #999; margin-top: 2rem; }
h2 { font-size: 1.1rem; } code, pre { font-family: ui-monospace, monospace; font-size: .9rem; }
pre { background: #f4f4f4; padding: .75rem; overflow: auto; max-height: 24rem; white-space: pre-wrap; }
table { border-collapse: collapse; } td, th { text-align: left; vertical-align: top; padding: .2rem 1rem .2rem 0; }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


@router.get("/docs")
async def docs(request: Request) -> HTMLResponse:
    """The documentation of all endpoints and problems."""
    return HTMLResponse(page(request.app.openapi()), headers={"Content-Security-Policy": POLICY})


def page(description: Mapping[str, Any]) -> str:
    """The page for an OpenAPI description."""
    info = description["info"]
    endpoints = "".join(
        _endpoint(method, path, operation)
        for path, item in description["paths"].items()
        for method, operation in item.items()
    )
    return f"""<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{escape(info["title"])} API</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head>
<body><h1>{escape(info["title"])} {escape(info["version"])}</h1>
<p>{escape(info["description"])}</p>
<p>For programs: <a href="/openapi.json">openapi.json</a></p>
<main>{endpoints}</main>
<section><h2>Problems</h2><p>Errors are <code>application/problem+json</code> (RFC 9457).</p>
{_table(("type", "status", "title"), map(_problem, KINDS))}</section>
</body></html>
"""


def _problem(error: type[Exception]) -> tuple[str, ...]:
    kind = KINDS[error]
    return f'<code id="{kind.name}">/docs#{kind.name}</code>', str(int(kind.status)), escape(kind.title)


def _endpoint(method: str, path: str, operation: Mapping[str, Any]) -> str:
    parameters = operation.get("parameters", ())
    rows = (_parameter(parameter) for parameter in parameters)
    statuses = ", ".join(f"{status} {response['description']}" for status, response in operation["responses"].items())
    return f"""
<section><h2><code>{method.upper()} {escape(path)}</code> {escape(operation["summary"])}</h2>
<p>{escape(operation["description"])}</p>
{_table(("parameter", "in", "what", "values"), rows) if parameters else ""}
{_try(path, parameters) if method == "get" else ""}
{_example("Body", operation.get("requestBody", {}))}
<p>Answers: {escape(statuses)}</p>
{_example("Example", operation["responses"]["200"])}</section>"""


def _parameter(parameter: Mapping[str, Any]) -> tuple[str, ...]:
    name = escape(parameter["name"]) + (" (required)" if parameter["required"] else "")
    where, what = escape(parameter["in"]), escape(parameter.get("description", ""))
    return f"<code>{name}</code>", where, what, escape(_values(parameter["schema"]))


def _values(schema: Mapping[str, Any]) -> str:
    """What a parameter may be: county | city, number 0 to 1, string."""
    if options := schema.get("anyOf"):
        return " or ".join(_values(option) for option in options if option.get("type") != "null")
    words = " | ".join(schema["enum"]) if "enum" in schema else schema["type"]
    if "minimum" in schema:
        words += f" {schema['minimum']} to {schema['maximum']}"
    return f"{words}, default {schema['default']}" if schema.get("default") is not None else str(words)


def _try(path: str, parameters: Iterable[Mapping[str, Any]]) -> str:
    """A way to try the endpoint: a form for what must stand in the query, a link where the path says it all."""
    needed = [(item["in"], item["name"], _tried(item["schema"])) for item in parameters if item["required"]]
    within = {name: value for where, name, value in needed if where == "path"}
    fields = [(name, value) for where, name, value in needed if where == "query"]
    link = escape(path.format_map({name: quote(value, safe="") for name, value in within.items()}))
    if fields:
        return f'<form action="{link}">{"".join(map(_field, fields))} <button>Try</button></form>'
    return f'<p>Try <a href="{link}"><code>{escape(path.format_map(within))}</code></a></p>'


def _tried(schema: Mapping[str, Any]) -> str:
    """What is tried as a value: the first example, or the first of the values that there are."""
    return str([*schema.get("examples", ()), *schema.get("enum", ()), ""][0])


def _field(example: tuple[str, str]) -> str:
    name, value = map(escape, example)
    return f'<label><code>{name}</code> <input name="{name}" value="{value}" size="32" required></label>'


def _example(name: str, described: Mapping[str, Any]) -> str:
    for content in described.get("content", {}).values():
        if "example" in content:
            example = json.dumps(content["example"], ensure_ascii=False, indent=2)
            return f"<details><summary>{name}</summary><pre>{escape(example)}</pre></details>"
    return ""


def _table(heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    """A table of cells that are HTML already."""
    head = "".join(f"<th>{name}</th>" for name in heads)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>"
