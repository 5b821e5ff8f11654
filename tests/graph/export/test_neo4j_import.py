"""The folder for neo4j-admin: CSV that a reader of CSV reads back, and a command that names all of it."""

import csv
import os
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from invented import ASKED, CITY, DOCUMENTS, GRAPH, PROVINCE

from graph.errors import InputError
from graph.export import neo4j_import
from graph.export.neo4j_import import BUFFER, DELIMITERS
from graph.export.stored import stored
from graph.model import DocumentFacts, PolicyGraph


def written(folder: Path, graph: PolicyGraph = GRAPH) -> Path:
    """The folder of a graph."""
    neo4j_import.write(graph, folder)
    return folder


def rows(file: Path) -> list[dict[str, str]]:
    """The rows of a file by the heads of its columns."""
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def with_first(**fields: object) -> PolicyGraph:
    """The province's document alone, with other values in some fields."""
    return PolicyGraph((replace(DOCUMENTS[0], document=replace(DOCUMENTS[0].document, **fields)),))


def saying(text: str) -> PolicyGraph:
    """The province's document alone, each of whose clauses says this."""
    clauses = tuple(replace(each, text=text) for each in DOCUMENTS[0].clauses)
    first: DocumentFacts = replace(DOCUMENTS[0], clauses=clauses)
    return PolicyGraph((first,))


def test_every_node_and_relationship_is_a_row(tmp_path):
    """As many rows as a store would hold nodes and relationships; each file is named in the arguments."""
    folder, found = written(tmp_path), stored(GRAPH)
    arguments = (folder / "import.args").read_text(encoding="utf-8").splitlines()

    def counted(option: str) -> int:
        return sum(len(rows(folder / line.split("=")[1])) for line in arguments if line.startswith(f"--{option}="))

    assert (len(found.nodes), len(found.edges)) == (counted("nodes"), counted("relationships"))
    assert len(list(folder.glob("*.csv"))) == sum(line.endswith(".csv") for line in arguments)


def test_heads_say_what_a_column_is(tmp_path):
    """Ids by label, types of properties, label or type."""
    folder = written(tmp_path)

    first = {path.name: path.read_text(encoding="utf-8").partition("\n")[0].split(",") for path in folder.glob("*.csv")}

    assert ("id:ID(Clause)", ":LABEL") == (first["clause.csv"][0], first["clause.csv"][-1])
    assert {"text:string", "order:long", "task:boolean"} <= set(first["clause.csv"])
    assert {"issuers:string[]", "recipients:string[]"} <= set(first["document.csv"])
    assert "value:double" in first["indicator.csv"]
    assert [":START_ID(Clause)", ":END_ID(Document)"] == first["cites_clause_document.csv"][:2]
    assert ":TYPE" == first["cites_clause_document.csv"][-1]


@pytest.mark.parametrize("text", ["多行\n\r\n文字", "\"引\"，'号'", '\\"\\n', ",;\t|", "", " 前后 "])
def test_text_is_read_back_as_it_was(tmp_path, text):
    """Whatever lines, quotes and separators it holds."""
    folder = written(tmp_path, saying(text))

    assert {text} == {row["text:string"] for row in rows(folder / "clause.csv")}


def test_nothing_and_empty_text_differ(tmp_path):
    """What is not there has no quotes; empty text has."""
    folder = written(tmp_path, with_first(genre="", status="有效"))
    cited = (folder / "document.csv").read_text(encoding="utf-8")

    assert {"", "意见"} >= {row["genre:string"] for row in rows(folder / "document.csv")}
    assert re.search(rf'^"{PROVINCE}".*,"",', cited, re.MULTILINE)
    assert re.search(r'^"师徒制办法".*,,', cited, re.MULTILINE)


def test_lists_are_joined_by_a_sign_that_none_of_them_holds(tmp_path):
    """The unit separator of ASCII, else one for private use."""
    joined = written(tmp_path, with_first(issuers=("甲\x1f", "乙")))

    assert "--array-delimiter=U+E000\n" in (joined / "import.args").read_text(encoding="utf-8")
    assert "甲\x1f\ue000乙" in {row["issuers:string[]"] for row in rows(joined / "document.csv")}


def test_lists_that_hold_every_sign_are_refused(tmp_path):
    """Better no export than a wrong one."""
    with pytest.raises(InputError, match="no sign is left"):
        neo4j_import.write(with_first(issuers=("".join(map(chr, DELIMITERS)), "乙")), tmp_path)


def test_a_long_row_gets_room(tmp_path):
    """The importer refuses a row that its buffer does not hold."""
    folder = written(tmp_path, saying("长" * BUFFER))

    [size] = re.findall(r"--read-buffer-size=(\d+)", (folder / "import.args").read_text(encoding="utf-8"))

    assert 3 * BUFFER < int(size)


@pytest.mark.parametrize(
    ("given", "last"), [((), ["neo4j"]), (("policy", "--overwrite-destination"), ["--overwrite-destination", "policy"])]
)
def test_the_script_calls_neo4j_admin_in_the_folder(tmp_path, given, last):
    """From wherever it is called; a database and options may be named."""
    folder = tmp_path / "an import"
    folder.mkdir()
    tool = tmp_path / "neo4j-admin"
    tool.write_text('#!/bin/sh\npwd\nprintf "%s\\n" "$@"\n')
    tool.chmod(0o755)

    ran = subprocess.run(
        [written(folder) / "import.sh", *given],
        env=os.environ | {"NEO4J_ADMIN": str(tool)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert [str(folder), "database", "import", "full", "@import.args", *last] == ran.stdout.splitlines()


def test_the_same_graph_gives_the_same_files(tmp_path):
    """However it is put together."""
    for name, graph in (("one", GRAPH), ("two", PolicyGraph(GRAPH.documents[::-1], GRAPH.links[::-1]))):
        (tmp_path / name).mkdir()
        written(tmp_path / name, graph)

    files = sorted(path.name for path in (tmp_path / "one").iterdir())

    assert files == sorted(path.name for path in (tmp_path / "two").iterdir())
    assert all((tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in files)


def test_a_link_joins_its_clauses(tmp_path):
    """From what carries out to what is carried out."""
    [row] = [r for r in rows(written(tmp_path) / "implements_clause_clause.csv") if r["score:double"] == "0.7"]

    assert (f"{CITY}/二（一）2", ASKED, "IMPLEMENTS") == (
        row[":START_ID(Clause)"],
        row[":END_ID(Clause)"],
        row[":TYPE"],
    )
