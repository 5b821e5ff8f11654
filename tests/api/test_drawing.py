"""Pictures as users get them: by `cascade draw` and over HTTP, the same bytes, and the counts of the API."""

import json
from typing import get_args

import pytest
from small import CITY_COLLEGE, COLLEGE, ROW

from api.answers import PictureFormat
from graph.drawing import PICTURES


def test_formats_have_their_names():
    """The command and the endpoint offer what can be drawn."""
    assert tuple(PICTURES) == get_args(PictureFormat)


@pytest.mark.parametrize("format", PICTURES)
def test_command_and_http_give_the_same_bytes(ask, client, tmp_path, format):
    """The file's name tells the format; the endpoint gives the same picture with its media type."""
    file = tmp_path / f"cascade{PICTURES[format].suffix}"
    ran = ask("draw", COLLEGE.id, "--down", "-o", file)
    answer = client.get(f"/export/draw/{format}", params={"of": COLLEGE.id, "direction": "down"})

    assert (0, "") == (ran.status, ran.err)
    assert file.read_bytes() == answer.content
    assert answer.headers["content-type"].startswith(PICTURES[format].media_type)


def test_picture_agrees_with_tasks(client):
    """As many tasks below as /tasks finds, each a node of the graph that is drawn."""
    tasks = client.get("/tasks", params={"derives_from": COLLEGE.id}).json()["tasks"]
    view = client.get("/cascade", params={"of": COLLEGE.id, "direction": "down"}).json()
    drawn = client.get("/export/draw/cytoscape", params={"of": COLLEGE.id, "direction": "down"}).json()

    assert len(tasks) == view["derived"]
    assert {task["clause"]["id"] for task in tasks} | {COLLEGE.id} == {
        node["data"]["id"] for node in drawn["elements"]["nodes"]
    }
    assert len(view["links"]) == len(drawn["elements"]["edges"])


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--up",), {ROW.id, CITY_COLLEGE.id, COLLEGE.id}),
        (("--up", "--depth", 1), {ROW.id, CITY_COLLEGE.id, COLLEGE.id}),
        (("--up", "--min-score", 0.71), {ROW.id, CITY_COLLEGE.id, COLLEGE.id}),
        (("--down",), {ROW.id}),
        (("--level", "municipal"), {ROW.id, CITY_COLLEGE.id}),
    ],
)
def test_filters_of_the_command(ask, options, expected):
    """Direction, depth, score and level narrow the picture."""
    drawn = json.loads(ask("draw", ROW.id, *options, "--format", "cytoscape", "-o", "-").out)

    assert expected == {node["data"]["id"] for node in drawn["elements"]["nodes"]}


def test_a_name_without_format_is_said(ask):
    """What the name does not tell must be given."""
    ran = ask("draw", COLLEGE.id, "-o", "cascade.bmp")

    assert 2 == ran.status
    assert "cascade.bmp" in ran.err
    assert ".svg" in ran.err


def test_nothing_is_left_where_nothing_is_found(ask, tmp_path):
    """A clause that is not there leaves no file."""
    ran = ask("draw", "九政〔2020〕1号", "-o", "cascade.svg")

    assert (2, []) == (ran.status, [path.name for path in tmp_path.iterdir()])
