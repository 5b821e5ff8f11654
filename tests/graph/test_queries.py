"""The files of cypher/: how they are read, what is refused, and that each is used."""

import re
from pathlib import Path

import pytest

from graph.queries import Queries, QueryError, home, parse, queries_for, read_folder

ROOT = Path(__file__).parents[2]
GOOD = """// lineage/below(clauses, least)
// Links below
// some clauses.
UNWIND $clauses AS id
RETURN id, $least // $not
"""


def put(folder: Path, name: str, text: str) -> Path:
    """A query file in `folder`."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_query_is_a_name_parameters_a_sentence_and_a_body(tmp_path):
    """The header says all that a caller must know."""
    query = parse(put(tmp_path, "lineage/below.cypher", GOOD), tmp_path)

    assert ("lineage/below", None, ("clauses", "least")) == (query.name, query.engine, query.parameters)
    assert "Links below some clauses." == query.meaning
    assert query.text.startswith("UNWIND")


@pytest.mark.parametrize(
    ("complaint", "text"),
    [
        ("the first line must be", ""),
        ("the first line must be", "MATCH (n) RETURN n"),
        ("the first line must be", "// lineage/below\n// Links.\nRETURN 1"),
        ("calls itself lineage/above", "// lineage/above()\n// Links.\nRETURN 1"),
        ("no body", "// lineage/below()\n// Links.\n\n"),
        ("no sentence", "// lineage/below()\nRETURN 1"),
        ("declared and not used: least", "// lineage/below(clauses, least)\n// Links.\nRETURN $clauses"),
        ("declared and not used: least", "// lineage/below(least)\n// Links.\nRETURN '$least'"),
        ("used and not declared: clauses", "// lineage/below()\n// Links.\nRETURN $clauses"),
    ],
)
def test_a_wrong_file_is_refused_by_name(tmp_path, complaint, text):
    """What is wrong in a file is said with the file."""
    path = put(tmp_path, "lineage/below.cypher", text)

    with pytest.raises(QueryError, match=rf"below\.cypher: .*{re.escape(complaint)}"):
        parse(path, tmp_path)


def test_a_query_of_one_engine_comes_first(tmp_path):
    """<name>.<engine>.cypher stands in for the shared text, for that engine alone."""
    put(tmp_path, "browse/ready.cypher", "// browse/ready()\n// Ready.\nRETURN 1")
    put(tmp_path, "browse/ready.neo4j.cypher", "// browse/ready()\n// Ready.\nRETURN 2")
    queries = read_folder(tmp_path)

    assert "RETURN 2" == Queries(queries, "neo4j").text("browse/ready", {})
    assert "RETURN 1" == Queries(queries, "embedded").text("browse/ready", {})


def test_a_name_may_stand_once(tmp_path):
    """Two files of one name are refused, by both names."""
    first = read_folder(put(tmp_path / "a", "browse/ready.cypher", "// browse/ready()\n// Ready.\nRETURN 1").parents[1])
    second = read_folder(
        put(tmp_path / "b", "browse/ready.cypher", "// browse/ready()\n// Ready.\nRETURN 1").parents[1]
    )

    with pytest.raises(
        QueryError, match=r"b/browse/ready\.cypher: browse/ready stands in .*a/browse/ready\.cypher too"
    ):
        Queries(first + second, "neo4j")


@pytest.mark.parametrize(
    ("complaint", "name", "parameters"),
    [
        ("there is no query browse/nothing", "browse/nothing", {}),
        (r"lineage/below takes \(clauses\), not \(\)", "lineage/below", {}),
        (r"lineage/below takes \(clauses\), not \(clauses, x\)", "lineage/below", {"clauses": [], "x": 1}),
    ],
)
def test_a_call_must_fit(complaint, name, parameters):
    """A query that is not there, or is called otherwise than it says, is a bug."""
    with pytest.raises(QueryError, match=complaint):
        queries_for("embedded").text(name, parameters)


def test_all_files_are_right():
    """Every file of cypher/ is read and checked, and its folder says what it does."""
    queries = read_folder(home())

    others = {path.name for path in home().rglob("*") if path.is_file()} - {query.path.name for query in queries}
    assert {"guide.en.html", "guide.zh.html", "open.html", "open.js", "style.grass"} == others  # of Neo4j Browser
    assert {"browse", "guide", "lineage", "read", "schema", "write"} == {query.name.split("/")[0] for query in queries}


def test_engines_share_every_query():
    """The list of queries that an engine has for itself; keep it short, and say in the file why."""
    assert [] == [query.path.name for query in read_folder(home()) if query.engine]


def test_every_query_is_used():
    """No query lies about: each is named in our code; those of schema/ are run together, those of guide/ are slides."""
    code = "".join(
        path.read_text(encoding="utf-8") for part in ("graph", "api") for path in (ROOT / part).rglob("*.py")
    )
    names = [name for name in queries_for("embedded").names() if not name.startswith(("schema/", "guide/"))]

    assert [] == [name for name in names if f'"{name}"' not in code]


def test_reading_queries_do_not_write():
    """What is asked stands apart from what is written."""
    writing = re.compile(r"\b(?:CREATE|MERGE|SET|DELETE|REMOVE|DROP)\b")

    assert [] == [
        query.name
        for query in read_folder(home())
        if query.name.startswith(("browse/", "lineage/", "read/")) and writing.search(query.text)
    ]
