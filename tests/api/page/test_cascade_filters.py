"""Each filter of a cascade means one thing: the page, the HTTP answer and `cascade draw` show the same boxes."""

import json
import re

import pytest
from lxml import html

CLAUSE = "示政〔2021〕7号/四（十一）"
FILTERS = [
    {},
    {"direction": "up"},
    {"direction": "down"},
    {"depth": "1"},
    {"level": "municipal"},
    {"region": "样本市"},
    {"min_score": "0.9"},
    {"status": "confirmed"},
    {"status": ["proposed", "confirmed", "candidate", "rejected"]},
    {"direction": "down", "level": "county", "region": "样本市", "min_score": "0.6", "depth": "2"},
    {"limit": "4"},
    {"limit": "4", "expand": "范例区学校体育与学生健康提升实施方案"},
]


def options(filters):
    """The filters as options of the command: the direction is an option of its own."""
    for name, value in filters.items():
        for each in [value] if isinstance(value, str) else value:
            yield from [f"--{each}"] if name == "direction" else [f"--{re.sub('_', '-', name)}", each]


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_page_http_and_command_show_the_same(site, cascade, sample_store, filters):
    """The ids of the boxes, and how many lines there are; a clause alone has no picture on the page."""
    answer = site.get("/cascade", params={"of": CLAUSE, **filters}).json()
    page = html.fromstring(site.get("/view/cascade", params={"id": CLAUSE, **filters}).text)
    ran = cascade("draw", CLAUSE, *options(filters), "--format", "cytoscape", "-o", "-", "--store", sample_store)
    drawn = json.loads(ran.out)["elements"]
    ids = {node["id"] for node in answer["nodes"]}

    assert CLAUSE in ids
    assert ids == {node.get("data-node") for node in page.xpath("//*[@class='node']")} | {CLAUSE}
    assert ids == {node["data"]["id"] for node in drawn["nodes"]}
    assert len(answer["links"]) == len(drawn["edges"])
    assert len(answer["links"]) == len(page.xpath("//table[@class='links']//td[last()]/a"))


def test_each_filter_shows_something_else(site):
    """What the filters are tried on tells them apart."""
    shown = [json.dumps(site.get("/cascade", params={"of": CLAUSE, **filters}).json()["nodes"]) for filters in FILTERS]

    assert len(FILTERS) == len(set(shown))
