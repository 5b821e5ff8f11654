"""Each filter of a cascade means one thing: the page, the HTTP answer and `cascade draw` show the same boxes."""

import json

import many
import pytest
from lxml import html
from serving import served

from graph.store import open_store

CLAUSE = f"{many.PLAN}/一（六）"
FILTERS = [
    {},
    {"direction": "up"},
    {"direction": "down", "depth": "1"},
    {"level": "county"},
    {"region": "示例2市"},
    {"min_score": "0.7"},
    {"status": "confirmed"},
    {"status": ["proposed", "confirmed", "candidate", "rejected"]},
    {"direction": "down", "level": "county", "region": "示例2市", "min_score": "0.6", "depth": "2"},
    {"limit": "4"},
    {"limit": "4", "expand": "例政〔2022〕1号"},
]


@pytest.fixture(scope="module")
def large_store(tmp_path_factory):
    """A file with a plan that four cities carry out, and eight counties."""
    path = tmp_path_factory.mktemp("large") / "policy.kgl"
    with open_store(str(path), writable=True) as store:
        many.put(store, many.cascade(many.Size(clauses=6, cities=4, city_tasks=8, counties=8, county_tasks=5)))
    return path


@pytest.fixture(scope="module")
def large(large_store):
    """A client of the pages over it."""
    with served(str(large_store)) as client:
        client.headers["Accept"] = "text/html"
        yield client


def options(filters):
    """The filters as options of the command: the direction is an option of its own."""
    for name, value in filters.items():
        for each in [value] if isinstance(value, str) else value:
            yield from [f"--{each}"] if name == "direction" else [f"--{name.replace('_', '-')}", each]


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_page_http_and_command_show_the_same(large, cascade, large_store, filters):
    """The ids of the boxes, and how many lines there are; a clause alone has no picture on the page."""
    answer = large.get("/cascade", params={"of": CLAUSE, **filters}).json()
    page = html.fromstring(large.get("/view/cascade", params={"id": CLAUSE, **filters}).text)
    ran = cascade("draw", CLAUSE, *options(filters), "--format", "cytoscape", "-o", "-", "--store", large_store)
    drawn = json.loads(ran.out)["elements"]
    ids = {node["id"] for node in answer["nodes"]}

    assert CLAUSE in ids
    assert ids == {node.get("data-node") for node in page.xpath("//*[@data-node]")} | {CLAUSE}
    assert ids == {node["data"]["id"] for node in drawn["nodes"]}
    assert len(answer["links"]) == len(drawn["edges"])
    assert len(answer["links"]) == len(page.xpath("//table[@class='links']//td[last()]/a"))


def test_each_filter_shows_something_else(large):
    """What the filters are tried on tells them apart."""
    shown = [json.dumps(large.get("/cascade", params={"of": CLAUSE, **filters}).json()["nodes"]) for filters in FILTERS]

    assert len(FILTERS) == len(set(shown))
