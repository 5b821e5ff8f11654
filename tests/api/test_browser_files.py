"""What the API gives to Neo4j Browser, whose pages come from another server."""

import io
import zipfile

import pytest

from graph import guide


@pytest.mark.parametrize("name", sorted(guide.MEDIA_TYPES))
def test_browser_may_fetch_each_file(client, name):
    """Any page may read it, also with the headers that Browser adds, for which a browser asks first."""
    asked = client.options(f"/browser/{name}", headers={"Access-Control-Request-Headers": "cache-control,pragma"})
    given = client.get(f"/browser/{name}")

    assert (204, "*", "*") == (
        asked.status_code,
        asked.headers["access-control-allow-origin"],
        asked.headers["access-control-allow-headers"],
    )
    assert (200, guide.MEDIA_TYPES[name], "*") == (
        given.status_code,
        given.headers["content-type"],
        given.headers["access-control-allow-origin"],
    )
    assert given.content == guide.file(name, f"{client.base_url}/browser/")


def test_a_guide_names_the_address_that_it_came_from(client):
    """The style and the other guide are fetched from where this one was."""
    assert f":style {client.base_url}/browser/style.grass" in client.get("/browser/guide.zh.html").text


def test_nothing_else_is_for_every_page(client):
    """Other files are not there, and no other answer is for pages of other servers."""
    assert 422 == client.get("/browser/open.js").status_code
    assert "access-control-allow-origin" not in client.get("/documents").headers


def test_favourites_are_what_browser_exports_itself(client):
    """A folder of .cypher files, each beginning with the name that Browser shows."""
    with zipfile.ZipFile(io.BytesIO(client.get("/browser/queries.zip").content)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}

    assert {f"policy-cascade/{name}.cypher" for name in guide.queries()} == set(files)
    assert all(
        text.startswith(f"// {query.meaning}\n")
        for query, text in zip(guide.queries().values(), files.values(), strict=True)
    )
