"""Every question has the same answer on both engines, byte by byte, in whatever order the documents came.

The questions are the read queries of cypher/ and the JSON of the HTTP API: a new one is asked without a word here. Over
the sample, and over the documents in the folder that CASCADE_SEEDS names.
"""

import asyncio
import json
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from contract.answered import clear
from contract.asked import VALUES, Held, held, to_decide, together, values
from invented import DOCUMENTS, OTHER, PROVINCE

from api import sample
from api.app import create_app
from api.loading import files_of, load
from api.opening import Opening
from graph.export import jsonl
from graph.facts import read_graph
from graph.model import Citation, DocumentFacts, Organization, PolicyGraph
from graph.queries import home, read_folder
from graph.store import Store, open_store

pytestmark = pytest.mark.server

OTHERWISE = ("write/", "schema/", "guide/")  # they change something, or give the paths and nodes that Browser draws
QUERIES = {query.name: query.parameters for query in read_folder(home()) if not query.name.startswith(OTHERWISE)}
JSON = "application/json"
APP = create_app(":memory:")
OPERATIONS = {
    path: item["get"]
    for path, item in APP.openapi()["paths"].items()
    if JSON in item.get("get", {}).get("responses", {}).get("200", {}).get("content", {})
}
FOLDERS = [pytest.param(sample.home(), id="sample")]
if "CASCADE_SEEDS" in os.environ:
    FOLDERS.append(pytest.param(Path(os.environ["CASCADE_SEEDS"]), id="seeds"))


@dataclass(frozen=True)
class Engines:
    """The same documents on both engines, and what they hold."""

    memory: Store
    server: Store
    held: Held


def odd() -> DocumentFacts:
    """A document without level and region, that cites in its head, twice alike but for the relation, and has letters
    that engines could sort or fold otherwise."""
    facts = next(facts for facts in DOCUMENTS if facts.document.id == OTHER)
    bodies = tuple(Organization(name) for name in ("（甲）局", "𠀀局", "\uffe5局", "ΑΣ局", "İ局", "ß局"))
    first, *others = facts.clauses
    lead = facts.assignments[0]
    return replace(
        facts,
        document=replace(facts.document, level=None, region=None),
        clauses=(replace(first, text=f"{first.text}ΑΣ İ ß 𠀀（"), *others),
        regions=(),
        organizations=bodies,
        assignments=tuple(replace(lead, target=body.id) for body in bodies),
        citations=(
            Citation(OTHER, PROVINCE, PROVINCE, "贯彻落实", number=PROVINCE),
            *(Citation(first.id, PROVINCE, PROVINCE, relation, number=PROVINCE) for relation in ("依据", "修订")),
            Citation(first.id, "关于手艺的通知", "《关于手艺的通知》", "依据", title="关于手艺的通知"),
        ),
    )


@pytest.fixture(scope="module", params=FOLDERS)
def engines(request, neo4j_url, tmp_path_factory) -> Iterator[Engines]:
    """Loaded in order and in reverse order; decided the same."""
    export = tmp_path_factory.mktemp("odd") / "odd.jsonl"
    with export.open("wb") as stream:
        jsonl.write(PolicyGraph((odd(),)), stream)
    files = [*files_of([request.param]), export]
    with open_store(":memory:") as memory, open_store(neo4j_url, writable=True) as server:
        clear(server)
        load(memory, files)
        load(server, reversed(files))
        for decision in to_decide(read_graph(memory)):
            memory.decide(decision)
            server.decide(decision)
        yield Engines(memory, server, held(memory))
        clear(server)


def test_there_is_something_to_decide(engines):
    """Links that people rejected, confirmed and made by hand are among what is asked."""
    decided = {(item.source, item.target): item.status for item in engines.held.graph.decisions}
    methods = {link.method for link in engines.held.graph.links if (link.source, link.target) in decided}

    assert ["confirmed", "confirmed", "rejected"] == sorted(decided.values())
    assert "hand" in methods


@pytest.mark.parametrize("query", QUERIES)
def test_queries(engines, query):
    """Each query of cypher/ has the same rows in the same order, and for some values it has rows."""
    asked = list(together({name: values(name, engines.held) for name in QUERIES[query]}))
    found = [_rows(engines.memory, query, parameters) for parameters in asked]

    assert found == [_rows(engines.server, query, parameters) for parameters in asked]
    assert set(found) - {"[]"}


def _rows(store: Store, query: str, parameters: Mapping[str, object]) -> str:
    return json.dumps(store.run(query, **parameters), ensure_ascii=False)


@pytest.mark.parametrize("path", OPERATIONS)
def test_answers(engines, path):
    """Each JSON of the HTTP API is the same to the byte, and some values have an answer that is no problem."""
    urls = list(dict.fromkeys(_urls(path, OPERATIONS[path].get("parameters", []), engines.held)))
    found = _answers(engines.memory, urls)

    assert found == _answers(engines.server, urls)
    assert 200 in {status for status, _ in found.values()}


def _urls(path: str, parameters: list[dict], held: Held) -> Iterator[str]:
    """What is asked of a path: what must be given alone, then each value of each other parameter beside it."""
    needed = {item["name"]: _given(item, held) for item in parameters if item["required"]}
    for given in together(needed):
        yield _url(path, given)
    for item in parameters:
        if not item["required"]:
            more = _given(item, held)
            for given in together(needed | {item["name"]: more}, len(more)):
                yield _url(path, given)


def _given(parameter: Mapping, held: Held) -> list[object]:
    """The values of a parameter: examples, then those that its schema lists or that the store has."""
    name, schema = parameter["name"], parameter["schema"]
    kinds = [schema, schema.get("items", {}), *schema.get("anyOf", ())]
    listed = [value for kind in kinds for value in kind.get("enum", ())]
    if any(kind.get("type") == "boolean" for kind in kinds):
        listed = ["true", "false"]
    if name in VALUES or not listed:
        listed = [value for value in values(name, held) if value in listed or not listed]
    return [*schema.get("examples", ()), *listed]


def _url(path: str, given: Mapping[str, object]) -> str:
    inside = {name: quote(str(value), safe="") for name, value in given.items() if f"{{{name}}}" in path}
    asked = {name: str(value) for name, value in given.items() if name not in inside}
    return f"{path.format(**inside)}?{httpx.QueryParams(asked)}"


def _answers(store: Store, urls: list[str]) -> dict[str, tuple[int, bytes]]:
    with ThreadPoolExecutor(1) as thread:  # ours may have a loop: that of the tests with a browser
        return thread.submit(asyncio.run, _asked(store, urls)).result()


async def _asked(store: Store, urls: list[str]) -> dict[str, tuple[int, bytes]]:
    """The status and body of each answer over this store. The app does not start, so that it does not close it."""
    APP.state.opening = Opening(":memory:")
    APP.state.opening.opened = store
    async with httpx.AsyncClient(transport=httpx.ASGITransport(APP), base_url="http://test") as client:
        answers = [await client.get(url) for url in urls]
    return {url: (answer.status_code, answer.content) for url, answer in zip(urls, answers, strict=True)}
