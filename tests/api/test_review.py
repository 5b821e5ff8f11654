"""People decide: `cascade review`, `cascade decisions`, and the same over HTTP with a token."""

import getpass
import io
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from serving import served
from small import CITY, CITY_COLLEGE, COLLEGE, COUNTY, FACTS, LINKS, ROW, TEACHERS

from graph.decisions import decisions
from graph.model import Implements
from graph.store import open_store

CANDIDATE = Implements(
    CITY_COLLEGE.id, TEACHERS.id, 0.45, "terms", "between", "candidate", "refined", reason="too little"
)
AGAINST = "the document below does not cite the one above; all rests on one passage"
TOKEN = "示例口令"
BEARER = {"Authorization": b"Bearer " + TOKEN.encode()}


@pytest.fixture
def store(tmp_path, cascade_store) -> Path:
    """A store of one's own with the invented cascade and a candidate."""
    path = tmp_path / "policy.kgl"
    path.write_bytes(cascade_store.read_bytes())
    with open_store(str(path), writable=True) as opened:
        opened.replace(FACTS[1], (*LINKS, CANDIDATE))
    return path


@pytest.fixture
def on(cascade, store, monkeypatch):
    """Run `cascade` on that store as 审核员."""
    monkeypatch.setenv("CASCADE_USER", "审核员")
    return lambda *arguments: cascade(*arguments, "--store", store)


def reword(store: Path) -> None:
    """Load the city's document with another text at the clause."""
    facts = replace(FACTS[1], clauses=(replace(CITY_COLLEGE, text="全市建成社区学院9所。"),))
    with open_store(str(store), writable=True) as opened:
        opened.replace(facts)


def decided(store: Path) -> list[tuple[str, str, str, str, str]]:
    """What is decided in a store, by whom and why."""
    with open_store(str(store)) as opened:
        return [(item.source, item.target, item.status, item.by, item.note) for item in decisions(opened)]


# what waits -------------------------------------------------------------------------------------------------------


def test_what_waits_most_doubtful_first(on):
    """Links with both texts, their evidence, what speaks against them, and what a candidate lacks; how many wait."""
    expected = f"""\
1. {COUNTY}/附件第1项 -> 示政〔2024〕1号/一（一）  0.70 measure, raised, proposed
   source    年底前建成社区学院2所。
   target    每个县建成社区学院不少于1所。
   evidence  measure 0.70: 「社区学院」 lines 11 and 11
   against   {AGAINST}

2. {COUNTY}/附件第1项 -> 例政〔2024〕2号/一  0.80 measure, refined, proposed
   source    年底前建成社区学院2所。
   target    全市建成社区学院6所。
   evidence  measure 0.80: 「社区学院」 lines 11 and 10
   against   {AGAINST}

3. 例政〔2024〕2号/一 -> 示政〔2024〕1号/一（一）  0.90 measure, refined, proposed
   source    全市建成社区学院6所。
   target    每个县建成社区学院不少于1所。
   evidence  measure 0.90: 「社区学院」 lines 10 and 11
   against   {AGAINST}

4. 例政〔2024〕2号/一 -> 示政〔2024〕1号/一（二）  0.45 terms, refined, candidate
   source    全市建成社区学院6所。
   target    加强队伍建设。
   evidence  none
   lacks     too little

4 of 4 links that wait; 0 suspect decisions
"""

    assert expected == on("review").out


@pytest.mark.parametrize(
    ("options", "scores", "total"),
    [
        ((), [0.7, 0.8, 0.9, 0.45], 4),
        (("--order", "most"), [0.9, 0.8, 0.7, 0.45], 4),
        (("--order", "least", "--limit", "2"), [0.45, 0.7], 4),
        (("--caution", "one passage", "--max-score", "0.8"), [0.7, 0.8], 2),
        (("--caution", "date unknown"), [], 0),
        (("--document", "例政[2024]2号", "--other", "示政[2024]1号"), [0.9, 0.45], 2),
        (("--status", "candidate"), [0.45], 1),
        (("--status", "proposed", "--min-score", "0.75"), [0.8, 0.9], 2),
        (("--document", "例政[2024]2号"), [0.8, 0.9, 0.45], 3),
        (("--document", COUNTY, "--limit", "1"), [0.7], 2),
    ],
)
def test_what_waits_narrowed(on, options, scores, total):
    """Documents, status, score, what speaks against it, order and number; the total is of all that fit."""
    answer = json.loads(on("review", *options, "--json").out)

    assert scores == [item["link"]["score"] for item in answer["waiting"]]
    assert total == answer["total"]


def test_what_is_decided_no_longer_waits(on):
    """Neither a confirmed link nor a rejected one."""
    on("review", CITY_COLLEGE.id, COLLEGE.id, "--confirm")
    on("review", ROW.id, COLLEGE.id, "--reject")

    assert [0.8, 0.45] == [item["link"]["score"] for item in json.loads(on("review", "--json").out)["waiting"]]


def test_suspect_decisions_come_first(on, store):
    """What was decided on a text that is another now stands above what waits, with the end that changed."""
    on("review", CITY_COLLEGE.id, COLLEGE.id, "--confirm", "--note", "同一项措施")
    reword(store)

    lines = on("review", "--limit", "1").out.splitlines()

    assert f"suspect: {CITY_COLLEGE.id} -> {COLLEGE.id}  confirmed" == lines[0]
    assert lines[1].startswith("   decided          confirmed by 审核员 at 2")
    assert lines[1].endswith("Z: 同一项措施")
    assert ["   source, changed  全市建成社区学院9所。", "   target           每个县建成社区学院不少于1所。"] == lines[
        2:4
    ]
    assert lines[-1].endswith("; 1 suspect decision")


# deciding ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("option", "status"), [("--confirm", "confirmed"), ("--reject", "rejected")])
def test_deciding_on_a_link(on, store, option, status):
    """Clauses as people write them; who, when and why are written down and shown."""
    first, second = on(
        "review", "例政[2024]2号 一", "示政[2024]1号 一（一）", option, "--note", "看过"
    ).out.splitlines()

    assert f"{CITY_COLLEGE.id} -> {COLLEGE.id}  0.90 measure, refined, {status}" == first
    assert second.startswith(f"   {status} by 审核员 at 2")
    assert [(CITY_COLLEGE.id, COLLEGE.id, status, "审核员", "看过")] == decided(store)


def test_confirming_what_nothing_links_adds_a_link(on):
    """The answer says that the link is there by hand, and questions go over it."""
    answer = on("review", ROW.id, TEACHERS.id, "--confirm").out

    assert f"{ROW.id} -> {TEACHERS.id}  by hand: no rule finds it, confirmed" == answer.splitlines()[0]
    assert [ROW.id] == [task["clause"]["id"] for task in json.loads(on("tasks", TEACHERS.id, "--json").out)["tasks"]]


def test_undo(on, store):
    """The link waits again."""
    before = on("review").out
    on("review", CITY_COLLEGE.id, COLLEGE.id, "--reject")

    answer = on("review", CITY_COLLEGE.id, COLLEGE.id, "--undo").out

    assert f"{CITY_COLLEGE.id} -> {COLLEGE.id}  0.90 measure, refined, proposed\n   not decided\n" == answer
    assert before == on("review").out
    assert [] == decided(store)


def test_undo_when_the_clause_is_gone(on, store):
    """A decision of clauses that are no longer there is taken back by their ids."""
    on("review", CITY_COLLEGE.id, COLLEGE.id, "--confirm")
    with open_store(str(store), writable=True) as opened:
        opened.remove(CITY)

    assert f"{CITY_COLLEGE.id} -> {COLLEGE.id}  no link" in on("review", CITY_COLLEGE.id, COLLEGE.id, "--undo").out
    assert [] == decided(store)


def test_looking_at_a_pair_decides_nothing(on, store):
    """Two clauses without a verdict are shown."""
    assert "   not decided" == on("review", CITY_COLLEGE.id, COLLEGE.id).out.splitlines()[1]
    assert [] == decided(store)


def test_who_decides(on, store, monkeypatch):
    """--by before CASCADE_USER before the login name; without any, nobody decides."""
    on("review", CITY_COLLEGE.id, COLLEGE.id, "--confirm", "--by", "甲")
    monkeypatch.delenv("CASCADE_USER")
    monkeypatch.setattr(getpass, "getuser", lambda: "login")
    on("review", ROW.id, COLLEGE.id, "--confirm")
    assert ["甲", "login"] == [by for *_, by, _ in decided(store)]

    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr(getpass, "getuser", nobody)
    answer = on("review", ROW.id, COLLEGE.id, "--reject")

    assert (2, "cascade: who decides? give --by, or set CASCADE_USER\n") == (answer.status, answer.err)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((CITY_COLLEGE.id, "--confirm"), "decide on which link? give SOURCE and TARGET"),
        (("--reject",), "decide on which link? give SOURCE and TARGET"),
        ((CITY_COLLEGE.id, COLLEGE.id, "--confirm", "--reject"), "one of --confirm, --reject and --undo"),
        ((CITY_COLLEGE.id, COLLEGE.id, "--note", "?"), "a note goes with --confirm or --reject"),
        ((CITY_COLLEGE.id, COLLEGE.id, "--undo"), f"unknown: a decision on {CITY_COLLEGE.id} -> {COLLEGE.id}"),
        ((CITY_COLLEGE.id, f"{CITY}/九", "--confirm"), f"unknown: {CITY}/九"),
        ((COLLEGE.id, CITY_COLLEGE.id, "--confirm"), "is it the other way round?"),
        (("--document", "没有的文件"), "unknown: 没有的文件"),
    ],
)
def test_what_cannot_be_decided(on, store, arguments, complaint):
    """One line that says what is wrong; nothing is written."""
    answer = on("review", *arguments)

    assert 2 == answer.status
    assert complaint in answer.err
    assert [] == decided(store)


def test_a_mistaken_store_is_not_made(cascade, tmp_path):
    """Whoever decides in a store that is not there hears so."""
    answer = cascade("review", CITY_COLLEGE.id, COLLEGE.id, "--confirm", "--store", tmp_path / "none.kgl")

    assert (2, False) == (answer.status, (tmp_path / "none.kgl").exists())


def test_deciding_while_documents_are_loaded(on, store):
    """One writer at a time: whoever comes second hears who is first, and can try again."""
    with open_store(str(store), writable=True):
        answer = on("review", CITY_COLLEGE.id, COLLEGE.id, "--confirm")

    assert 3 == answer.status
    assert "is open for writing" in answer.err


# decisions as a file ----------------------------------------------------------------------------------------------


def test_decisions_as_a_table(on, store):
    """Each with whether it holds."""
    on("review", CITY_COLLEGE.id, COLLEGE.id, "--confirm", "--note", "同一项措施")
    on("review", ROW.id, COLLEGE.id, "--reject")
    reword(store)

    rows = [line.split() for line in on("decisions").out.splitlines()]

    assert ["source", "target", "decided", "by", "at", "state", "note"] == rows[0]
    assert [
        [CITY_COLLEGE.id, COLLEGE.id, "confirmed", "审核员", "suspect:", "source", "同一项措施"],
        [ROW.id, COLLEGE.id, "rejected", "审核员", "holds"],
    ] == [row[:4] + row[5:] for row in rows[1:]]
    assert 2 == len(on("decisions", "--suspect").out.splitlines())
    assert ["suspect"] == [card["state"] for card in json.loads(on("decisions", "--suspect", "--json").out)]


def test_a_file_of_decisions_carries_them_to_another_store(on, cascade, store, tmp_path, cascade_store):
    """What is written is read again, in another store, and written as it was."""
    on("review", CITY_COLLEGE.id, COLLEGE.id, "--confirm")
    on("review", ROW.id, COLLEGE.id, "--reject")
    file, other, again = (tmp_path / name for name in ("decisions.jsonl", "other.kgl", "again.jsonl"))
    other.write_bytes(cascade_store.read_bytes())

    on("decisions", "--write", file)

    assert "2 of 2 decisions taken in\n" == cascade("decisions", "--read", file, "--store", other).out
    assert "0 of 2 decisions taken in\n" == cascade("decisions", "--read", file, "--store", other).out
    cascade("decisions", "--write", again, "--store", other)
    assert file.read_bytes() == again.read_bytes()
    assert decided(store) == decided(other)
    assert on("decisions", "--write", "-").out == file.read_text(encoding="utf-8")


def test_decisions_can_be_piped(on, cascade, tmp_path, cascade_store, monkeypatch):
    """`-` is standard input where they are read."""
    on("review", CITY_COLLEGE.id, COLLEGE.id, "--confirm")
    other = tmp_path / "other.kgl"
    other.write_bytes(cascade_store.read_bytes())
    written = on("decisions", "--write", "-").out
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(written.encode())))

    assert "1 of 1 decision taken in\n" == cascade("decisions", "--read", "-", "--store", other).out


def test_one_decision_more_is_one_line_more(on, tmp_path):
    """A diff of two versions of the file shows the decisions that were taken between them."""
    file = tmp_path / "decisions.jsonl"
    on("review", ROW.id, COLLEGE.id, "--reject")
    on("decisions", "--write", file)
    before = file.read_text(encoding="utf-8").splitlines()
    on("review", CITY_COLLEGE.id, COLLEGE.id, "--confirm")

    on("decisions", "--write", file)

    after = file.read_text(encoding="utf-8").splitlines()
    assert (2, True, True) == (len(after), set(before) < set(after), sorted(after) == after)


def test_a_bad_line_is_named_and_nothing_is_taken_in(on, store, tmp_path):
    """A file that was merged by hand and not finished changes nothing."""
    file = tmp_path / "decisions.jsonl"
    good = {"kind": "decision", "source": CITY_COLLEGE.id, "target": COLLEGE.id, "status": "confirmed", "by": "甲"}
    lines = [json.dumps(good | {"at": "2024-05-01T08:30:00Z"}), json.dumps(good | {"at": "昨天"})]
    file.write_text("\n".join(lines), encoding="utf-8")

    answer = on("decisions", "--read", file)

    assert 2 == answer.status
    assert f"{file}:2: is no line of facts: at: a time as 2024-05-01T08:30:00Z expected, '昨天' found" in answer.err
    assert [] == decided(store)


def test_decisions_are_loaded_like_documents(on, store, tmp_path):
    """The file is an export of facts, and `load` reads it as one."""
    on("review", ROW.id, COLLEGE.id, "--reject")
    on("decisions", "--write", tmp_path / "decisions.jsonl")
    kept = decided(store)
    on("review", ROW.id, COLLEGE.id, "--undo")

    on("load", tmp_path / "decisions.jsonl")

    assert kept == decided(store)


def test_one_thing_at_a_time(on, tmp_path):
    """Reading and writing in one go is refused: the order would matter."""
    answer = on("decisions", "--read", tmp_path / "a", "--write", tmp_path / "b")

    assert (2, "cascade: one of --suspect, --write and --read\n") == (answer.status, answer.err)


# over HTTP --------------------------------------------------------------------------------------------------------


@pytest.fixture
def client(store, monkeypatch):
    """A client of the API over that store, which has a token."""
    monkeypatch.setenv("CASCADE_TOKEN", TOKEN)
    with served(str(store)) as client:
        yield client


JUDGEMENT = {"source": "例政[2024]2号 一", "target": COLLEGE.id, "status": "rejected", "by": "审核员", "note": "看过"}
ENDS = {"source": CITY_COLLEGE.id, "target": COLLEGE.id}


@pytest.mark.parametrize(
    ("parameters", "scores"),
    [
        ({}, [0.7, 0.8, 0.9, 0.45]),
        ({"order": "document", "caution": "no citation", "other": COUNTY}, [0.8, 0.7]),
        ({"status": "candidate"}, [0.45]),
        ({"document": "示政[2024]1号", "min_score": "0.6", "limit": "1"}, [0.7]),
    ],
)
def test_http_what_waits(client, parameters, scores):
    """The same as on the command line, without a token."""
    assert scores == [item["link"]["score"] for item in client.get("/review", params=parameters).json()["waiting"]]


def test_http_deciding_and_taking_back(client, store):
    """What is decided is in the next answer of the same server."""
    answer = client.put("/review", json=JUDGEMENT, headers=BEARER).json()
    assert ("rejected", "measure", "审核员", "看过") == (
        answer["link"]["status"],
        answer["link"]["method"],
        answer["decision"]["by"],
        answer["decision"]["note"],
    )
    assert ["holds"] == [card["state"] for card in client.get("/decisions").json()]
    assert [] == client.get("/decisions", params={"suspect": "true"}).json()
    assert CITY_COLLEGE.id not in client.get("/tasks", params={"derives_from": COLLEGE.id}).text

    answer = client.delete("/review", params=ENDS, headers=BEARER).json()

    assert (None, "proposed") == (answer["decision"], answer["link"]["status"])
    assert [] == decided(store)


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
@pytest.mark.parametrize("authorization", [None, "Bearer", "Bearer wrong", "Basic 示例口令", TOKEN, f"Bearer {TOKEN}1"])
def test_http_writing_needs_the_token(client, store, method, authorization):
    """No token, another, or one of another scheme: 401, and nothing is written."""
    headers = {} if authorization is None else {"Authorization": authorization.encode()}

    response = client.request(method, "/review", json=JUDGEMENT, params=ENDS, headers=headers)

    assert (401, "Bearer") == (response.status_code, response.headers["www-authenticate"])
    assert "/docs#wrong-token" == response.json()["type"]
    assert [] == decided(store)


@pytest.mark.parametrize("token", [None, ""])
def test_http_writing_is_off_without_a_token(client, store, monkeypatch, token):
    """A server that was started without a token refuses every one, an empty one too, and says how to enable it."""
    if token is None:
        monkeypatch.delenv("CASCADE_TOKEN")
    else:
        monkeypatch.setenv("CASCADE_TOKEN", token)

    for headers in (BEARER, {"Authorization": "Bearer"}, {}):
        response = client.put("/review", json=JUDGEMENT, headers=headers)
        assert (403, "/docs#writing-off") == (response.status_code, response.json()["type"])
        assert "start it with CASCADE_TOKEN set" in response.json()["detail"]
    assert [] == decided(store)


@pytest.mark.parametrize(
    ("change", "status", "kind"),
    [
        ({"status": "candidate"}, 422, "bad-parameter"),
        ({"by": ""}, 422, "bad-parameter"),
        ({"source": "例政〔2024〕2号/九"}, 404, "unknown-reference"),
        ({"target": "示政〔2024〕1号 clause 一"}, 409, "ambiguous-reference"),
        ({"source": TEACHERS.id, "target": CITY_COLLEGE.id, "status": "confirmed"}, 422, "bad-input"),
    ],
)
def test_http_what_cannot_be_decided(client, store, change, status, kind):
    """Problems as elsewhere; nothing is written."""
    response = client.put("/review", json=JUDGEMENT | change, headers=BEARER)

    assert (status, f"/docs#{kind}") == (response.status_code, response.json()["type"])
    assert [] == decided(store)


def test_http_deciding_while_documents_are_loaded(client, store):
    """A store that another process writes is a conflict."""
    with open_store(str(store), writable=True):
        response = client.put("/review", json=JUDGEMENT, headers=BEARER)

    assert (409, "/docs#store-conflict") == (response.status_code, response.json()["type"])


def test_http_people_who_decide_at_once_take_turns(client, store):
    """Nobody hears of a conflict with another who decides over the same server, and no decision is lost."""
    pairs = [(CITY_COLLEGE.id, COLLEGE.id), (CITY_COLLEGE.id, TEACHERS.id), (ROW.id, COLLEGE.id), (ROW.id, TEACHERS.id)]

    def put(pair: tuple[str, str]) -> int:
        body = JUDGEMENT | {"source": pair[0], "target": pair[1]}
        return client.put("/review", json=body, headers=BEARER).status_code

    with ThreadPoolExecutor(len(pairs)) as pool:
        statuses = list(pool.map(put, pairs))

    assert [200] * len(pairs) == statuses
    assert sorted(pairs) == [(source, target) for source, target, *_ in decided(store)]


@pytest.mark.server
def test_http_deciding_over_neo4j(neo4j_url, monkeypatch):
    """The server asks Neo4j for reading only, and opens it for writing while it writes down a decision."""
    monkeypatch.setenv("CASCADE_TOKEN", TOKEN)
    with open_store(neo4j_url, writable=True) as opened:
        for item in decisions(opened):  # of tests before this one
            opened.undo(item.source, item.target)
        for facts in FACTS:
            opened.replace(facts, LINKS)
    with served(neo4j_url) as client:
        answer = client.put("/review", json=JUDGEMENT, headers=BEARER).json()
        assert "rejected" == answer["link"]["status"]
        assert ["holds"] == [card["state"] for card in client.get("/decisions").json()]

        answer = client.delete("/review", params=ENDS, headers=BEARER).json()

        assert (None, "proposed") == (answer["decision"], answer["link"]["status"])
