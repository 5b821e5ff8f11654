"""The HTTP API, served by uvicorn over a real store."""

from urllib.parse import quote

import pytest
from serving import served
from small import CITY, COLLEGE, COUNTY, LAW, PROVINCE, ROW, TEACHERS

from graph.store import open_store


def at(*parts: str) -> str:
    """A path of percent-encoded parts, slashes in them too."""
    return "/" + "/".join(quote(part, safe="") for part in parts)


def test_documents_from_the_nation_down(client):
    """Loaded documents by level, those that are only cited last."""
    answer = client.get("/documents").json()

    assert [PROVINCE, CITY, COUNTY, LAW] == [card["id"] for card in answer]


@pytest.mark.parametrize("id", [PROVINCE, COUNTY, LAW])
def test_document_by_its_id(client, id):
    """An id stands percent-encoded in the path, with a slash, brackets and quotes in it."""
    assert id == client.get(at("documents", id)).json()["id"]


def test_document_as_people_write_it(client):
    """A number in half-width brackets means the same document."""
    assert PROVINCE == client.get(at("documents", "示政[2024]1号")).json()["id"]


@pytest.mark.parametrize("id", [PROVINCE, COUNTY])
def test_clauses_of_a_document(client, id):
    """The clauses of a document in order."""
    expected = {PROVINCE: ["一", "一（一）", "一（二）"], COUNTY: ["附件", "附件第1项"]}[id]

    assert expected == [clause["address"] for clause in client.get(at("documents", id, "clauses")).json()]


@pytest.mark.parametrize("clause", [COLLEGE, ROW], ids=lambda clause: clause.address)
def test_one_clause(client, clause):
    """A clause by document and address, even where the document's title holds a slash."""
    assert clause.id == client.get(at("clauses", clause.document, clause.address)).json()["clause"]["id"]


def test_clause_has_what_hangs_on_it(client):
    """Units, indicators and the links to clauses above."""
    answer = client.get(at("clauses", COUNTY, "附件第1项")).json()

    assert ["范例区教育局"] == [unit["name"] for unit in answer["units"]]
    assert [2.0] == [indicator["value"] for indicator in answer["indicators"]]
    assert [f"{CITY}/一", f"{PROVINCE}/一（一）"] == sorted(link["target"] for link in answer["implements"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("示政[2024]1号", {"id": PROVINCE, "kind": "document", "document": PROVINCE, "address": None}),
        (
            "示政〔2024〕1号 （二）",
            {"id": TEACHERS.id, "kind": "clause", "document": PROVINCE, "address": "一（二）"},
        ),
        (COUNTY, {"id": COUNTY, "kind": "document", "document": COUNTY, "address": None}),
    ],
)
def test_resolve(client, text, expected):
    """What people write means one document or clause."""
    assert expected == client.get("/resolve", params={"q": text}).json()


def test_tasks_with_path_units_and_evidence(client):
    """The district's task, by its best path, with the evidence at both ends."""
    answer = client.get("/tasks", params={"derives_from": "示政[2024]1号 一（一）", "level": "county"}).json()
    (task,) = answer["tasks"]

    assert ROW.id == task["clause"]["id"]
    assert [(ROW.id, f"{CITY}/一"), (f"{CITY}/一", COLLEGE.id)] == [(s["source"], s["target"]) for s in task["path"]]
    assert 1 == task["other_paths"]
    assert ["社区学院", "社区学院"] == [task["path"][0]["evidence"][0][end]["text"] for end in ("source", "target")]


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({}, [f"{CITY}/一", ROW.id]),
        ({"region": "范例区"}, [ROW.id]),
        ({"region": "990100"}, [f"{CITY}/一", ROW.id]),
        ({"level": "municipal"}, [f"{CITY}/一"]),
        ({"min_score": "0.8"}, [f"{CITY}/一"]),
    ],
)
def test_tasks_narrowed(client, parameters, expected):
    """Level, region and score narrow the answer."""
    answer = client.get("/tasks", params={"derives_from": COLLEGE.id, **parameters}).json()

    assert expected == [task["clause"]["id"] for task in answer["tasks"]]


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({}, {COLLEGE.id: -1, ROW.id: 1}),
        ({"direction": "up"}, {COLLEGE.id: -1}),
        ({"direction": "down", "depth": "20"}, {ROW.id: 1}),
    ],
)
def test_lineage(client, parameters, expected):
    """Up, down or both, with the distance in links."""
    answer = client.get("/lineage", params={"clause": f"{CITY}/一", **parameters}).json()

    assert expected == {node["clause"]["id"]: node["distance"] for node in answer["nodes"]}


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/tasks?derives_from=示政〔2024〕1号/九", 404, "unknown-reference"),
        ("/documents/示政〔2024〕9号", 404, "unknown-reference"),
        ("/clauses/示政〔2024〕1号/九", 404, "unknown-reference"),
        ("/resolve?q=示政〔2024〕1号 clause 一", 409, "ambiguous-reference"),
        ("/tasks", 422, "bad-parameter"),
        ("/tasks?derives_from=示政〔2024〕1号/一&level=village", 422, "bad-parameter"),
        ("/tasks?derives_from=示政〔2024〕1号/一&min_score=2", 422, "bad-parameter"),
        ("/tasks?derives_from=示政〔2024〕1号/一&region=别处", 404, "unknown-reference"),
        ("/lineage?clause=示政〔2024〕1号/一&depth=0", 422, "bad-parameter"),
        ("/export/pdf", 422, "bad-parameter"),
    ],
)
def test_refusals_are_problems(client, path, status, kind):
    """What cannot be answered is a problem whose type leads to its meaning."""
    response = client.get(path)

    assert (status, "application/problem+json") == (response.status_code, response.headers["content-type"])
    assert {"type": f"/docs#{kind}", "status": status} == {name: response.json()[name] for name in ("type", "status")}


def test_unknown_clause_tells_the_nearest(client):
    """A clause that is not there comes with those that are."""
    problem = client.get("/tasks", params={"derives_from": "示政〔2024〕1号/一（三）"}).json()

    assert {COLLEGE.id, TEACHERS.id} <= set(problem["nearest"])


def test_ambiguous_clause_tells_the_candidates(client):
    """A number that two clauses have comes with both."""
    problem = client.get("/resolve", params={"q": "示政〔2024〕1号 clause 一"}).json()

    assert [f"{PROVINCE}/一", COLLEGE.id] == problem["candidates"]


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nothing", 404), ("POST", "/documents", 405)])
def test_what_the_framework_refuses_is_a_problem_too(client, method, path, status):
    """No error of another shape comes out."""
    response = client.request(method, path)

    assert (status, "application/problem+json") == (response.status_code, response.headers["content-type"])
    assert (status, path) == (response.json()["status"], response.json()["instance"])


@pytest.mark.parametrize("path", ["/health/live", "/health/ready"])
def test_healthy(client, path):
    """A server with its store is alive and ready."""
    assert {"status": "ok"} == client.get(path).json()


def test_load_by_another_process_is_seen(tmp_path, cascade_store):
    """What is written while the server runs is in its next answer."""
    url = str(tmp_path / "policy.kgl")
    (tmp_path / "policy.kgl").write_bytes(cascade_store.read_bytes())
    with served(url) as client:
        with open_store(url, writable=True) as store:
            store.remove(CITY)

        assert CITY not in {card["id"] for card in client.get("/documents").json() if card["loaded"]}


def test_store_that_went_away(tmp_path, cascade_store):
    """Alive but not ready: 503, and when to ask again."""
    path = tmp_path / "policy.kgl"
    path.write_bytes(cascade_store.read_bytes())
    with served(str(path)) as client:
        path.unlink()
        response = client.get("/health/ready")

        assert (503, "5") == (response.status_code, response.headers["retry-after"])
        assert "/docs#store-unavailable" == response.json()["type"]
        assert 200 == client.get("/health/live").status_code
