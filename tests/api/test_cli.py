"""The command line: what it prints to a pipe, to the letter, and how it ends."""

import contextlib
import fcntl
import json
import os
import pty
import re
import signal
import socket
import struct
import subprocess
import sys
import termios
from pathlib import Path

import httpx
import pytest
from rich.cells import cell_len
from small import CITY, COLLEGE, COUNTY, PROVINCE, ROW

from api.answers import AnyFormat, ExportFormat
from api.commands import asking
from api.commands.common import app
from graph.errors import Conflict, Unavailable
from graph.export import FOLDERS, FORMATS
from graph.store import open_store

CASCADE = Path(sys.executable).parent / "cascade"
COMMANDS = [info.callback.__name__.replace("_", "-") for info in app.registered_commands]


def test_documents_as_a_table(ask):
    """A row a document; one that is only cited says so."""
    expected = f"""\
document                   title                         level       region  issued      clauses  tasks  above  below
示政〔2024〕1号            示例省政府关于社区教育的意见  provincial  示例省  2024-03-01  3        2      0      2
例政〔2024〕2号            示例市社区教育计划            municipal   示例市  2024-05-01  1        1      1      1
{COUNTY}  {COUNTY}     county      范例区  2024-06-01  2        1      2      0
教育法                     中华人民共和国教育法          not loaded
"""

    assert expected == ask("documents").out


def test_clauses_as_a_table(ask):
    """A row a clause, in order; tasks are marked."""
    expected = """\
address   type     task  text
一        section        总体要求
一（一）  clause   task  每个县建成社区学院不少于1所。
一（二）  clause   task  加强队伍建设。
"""

    assert expected == ask("clauses", "示政[2024]1号").out


def test_tasks_as_blocks(ask):
    """Each task with its units, indicators, best path, evidence at both ends, and the number of other paths."""
    expected = f"""\
示政〔2024〕1号/一（一）  示例省, provincial
每个县建成社区学院不少于1所。

1. {COUNTY}/附件第1项  范例区, county  score 0.72
   task         年底前建成社区学院2所。
   units        范例区教育局 (lead)
   indicators   社区学院 = 2 所, deadline 年底前 (target)
   path         {COUNTY}/附件第1项 -> 例政〔2024〕2号/一  0.80 measure, refined
   evidence     measure 0.80: 「社区学院」 lines 11 and 10
   path         例政〔2024〕2号/一 -> 示政〔2024〕1号/一（一）  0.90 measure, refined
   evidence     measure 0.90: 「社区学院」 lines 10 and 11
   other paths  1

1 task derives from 示政〔2024〕1号/一（一）
"""

    assert expected == ask("tasks", "示政[2024]1号 一（一）", "--level", "county").out


def test_no_tasks(ask):
    """A clause with nothing below is answered, not refused."""
    expected = """\
示政〔2024〕1号/一（二）  示例省, provincial
加强队伍建设。

0 tasks derive from 示政〔2024〕1号/一（二）
"""

    assert (0, expected) == (
        ask("tasks", "示政〔2024〕1号/一（二）").status,
        ask("tasks", "示政〔2024〕1号/一（二）").out,
    )


def test_lineage_as_a_table(ask):
    """The clauses above and below with their distance, then the links."""
    expected = f"""\
例政〔2024〕2号/一  示例市, municipal
全市建成社区学院6所。

distance  clause                               place               text                           further
-1        示政〔2024〕1号/一（一）             示例省, provincial  每个县建成社区学院不少于1所。  0
+1        {COUNTY}/附件第1项  范例区, county      年底前建成社区学院2所。        0

例政〔2024〕2号/一 -> 示政〔2024〕1号/一（一）  0.90 measure, refined
{COUNTY}/附件第1项 -> 例政〔2024〕2号/一  0.80 measure, refined
{COUNTY}/附件第1项 -> 示政〔2024〕1号/一（一）  0.70 measure, raised
"""

    assert expected == ask("lineage", "例政〔2024〕2号/一").out


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), [COLLEGE.id, ROW.id]),
        (("--both",), [COLLEGE.id, ROW.id]),
        (("--up",), [COLLEGE.id]),
        (("--down",), [ROW.id]),
        (("--up", "--down"), [COLLEGE.id, ROW.id]),
    ],
)
def test_lineage_directions(ask, options, expected):
    """Up, down or both; both where nothing is said."""
    answer = json.loads(ask("lineage", f"{CITY}/一", *options, "--json").out)

    assert expected == [node["clause"]["id"] for node in answer["nodes"]]


def test_resolve_prints_the_id(ask):
    """The id alone, for the next command."""
    assert "示政〔2024〕1号/一（二）\n" == ask("resolve", "示政[2024]1号（二）").out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("示政[2024]1号（二）", "named"),
        ("社区学院", "clauses with these words, the first 1 shown"),
        ("没有的词语", "nothing found\n"),
    ],
)
def test_search_says_what_a_text_names_or_where_its_words_stand(ask, text, expected):
    """One table: what is meant, and where the words stand, with how many more there are."""
    assert expected in ask("search", text, "--limit", "1").out


def test_json_is_unescaped_and_ends_with_a_line(ask):
    """UTF-8 as it is, indented, to the letter."""
    expected = """\
{
  "id": "示政〔2024〕1号/一（二）",
  "kind": "clause",
  "document": "示政〔2024〕1号",
  "address": "一（二）"
}
"""

    assert expected == ask("resolve", "示政〔2024〕1号/一（二）", "--json").out


@pytest.mark.parametrize(
    ("arguments", "path", "parameters"),
    [
        (("documents",), "/documents", {}),
        (("clauses", PROVINCE), f"/documents/{PROVINCE}/clauses", {}),
        (("tasks", COLLEGE.id, "--min-score", "0.8"), "/tasks", {"derives_from": COLLEGE.id, "min_score": "0.8"}),
        (("lineage", COLLEGE.id, "--depth", "2"), "/lineage", {"clause": COLLEGE.id, "depth": "2"}),
        (("resolve", COUNTY), "/resolve", {"q": COUNTY}),
        (("search", "社区学院", "--limit", "1"), "/search", {"q": "社区学院", "limit": "1"}),
    ],
)
def test_json_is_the_same_as_over_http(ask, client, arguments, path, parameters):
    """One answer, whichever way it is asked for, its fields in the same order."""
    over_http = client.get(path, params=parameters).json()

    assert json.dumps(over_http) == json.dumps(json.loads(ask(*arguments, "--json").out))


@pytest.mark.parametrize("name", FORMATS)
def test_export_is_the_same_everywhere(ask, client, tmp_path, cascade_store, name):
    """To a file, to a pipe and over HTTP: the same bytes."""
    assert "" == ask("export", name, tmp_path / "graph").out
    written = (tmp_path / "graph").read_bytes()
    piped = subprocess.run(
        [CASCADE, "export", name, "-", "--store", cascade_store], capture_output=True, check=True
    ).stdout

    assert "社区学院".encode() in written or "社区学院" in json.loads(written).__repr__()
    assert written == piped == client.get(f"/export/{name}").content


def test_export_formats_are_those_of_the_graph():
    """The names at the command line and over HTTP are all formats that there are."""
    assert list(ExportFormat.__args__) == list(FORMATS)
    assert [*FORMATS, *FOLDERS, "xlsx", "csv"] == list(AnyFormat.__args__)


def test_export_leaves_no_half_file(ask, tmp_path):
    """A folder that is not there is said in one line; nothing is written."""
    ran = ask("export", "jsonl", tmp_path / "nowhere" / "facts.jsonl")

    assert (2, f"cascade: {tmp_path}/nowhere/facts.jsonl: No such file or directory\n") == (ran.status, ran.err)
    assert [] == list(tmp_path.iterdir())


def test_unknown_clause(ask):
    """One line on stderr with the nearest clauses, nothing on stdout, exit status 2."""
    ran = ask("tasks", "示政〔2024〕1号/一（三）")

    assert (2, "") == (ran.status, ran.out)
    assert ran.err.startswith("cascade: unknown: 示政〔2024〕1号/一（三）; nearest: ")
    assert COLLEGE.id in ran.err
    assert 1 == ran.err.count("\n")


def test_ambiguous_clause(ask):
    """One line with all candidates, exit status 2."""
    expected = (
        "cascade: ambiguous: 示政〔2024〕1号 clause 一; it may be: 示政〔2024〕1号/一, 示政〔2024〕1号/一（一）\n"
    )
    ran = ask("resolve", "示政〔2024〕1号 clause 一")

    assert (2, expected) == (ran.status, ran.err)


@pytest.mark.parametrize(
    "arguments",
    ["tasks x", "lineage x", "resolve x", "documents", "clauses x", "export json", "serve"],
)
def test_store_that_is_not_there(cascade, tmp_path, arguments):
    """A question makes no file; it says which command does."""
    ran = cascade(*arguments.split())

    assert (2, "") == (ran.status, ran.out)
    assert "policy.kgl" in ran.err
    assert "cascade load" in ran.err
    assert [] == list(tmp_path.iterdir())


def test_store_from_the_environment(cascade, cascade_store, monkeypatch):
    """CASCADE_STORE says the store where --store does not."""
    monkeypatch.setenv("CASCADE_STORE", str(cascade_store))

    assert f"{PROVINCE}\n" == cascade("resolve", PROVINCE).out


@pytest.mark.parametrize(
    "arguments",
    [
        ("tasks",),
        ("tasks", "x", "--level", "village"),
        ("tasks", "x", "--min-score", "2"),
        ("lineage", "x", "--depth", "0"),
        ("lineage", "x", "--depth", "21"),
        ("export", "pdf"),
        ("serve", "--port", "70000"),
        ("nonsense",),
    ],
)
def test_bad_arguments(ask, arguments):
    """Exit status 2 with the way to the help, before anything is read."""
    ran = ask(*arguments)

    assert (2, "") == (ran.status, ran.out)
    assert "Error: " in ran.err


@pytest.mark.parametrize(("error", "status"), [(Unavailable("no answer"), 3), (Conflict("held"), 3)])
def test_store_that_cannot_be_used(cascade, monkeypatch, error, status):
    """Exit status 3 says that the input is not at fault."""

    def refuse(*_, **__):
        raise error

    monkeypatch.setattr(asking, "open_store", refuse)

    assert (status, f"cascade: {error}\n") == (cascade("documents").status, cascade("documents").err)


def test_store_that_another_process_writes(cascade, tmp_path, cascade_store):
    """Two loads into one store: the second ends with exit status 3."""
    (tmp_path / "policy.kgl").write_bytes(cascade_store.read_bytes())
    (tmp_path / "a.txt").write_text("示例", encoding="utf-8")
    with open_store(str(tmp_path / "policy.kgl"), writable=True):
        assert 3 == cascade("load", tmp_path / "a.txt").status


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(cascade, command):
    """What it does, and how it is called."""
    ran = cascade(command, "--help")

    assert 0 == ran.status
    assert f"Examples:\n    cascade {command}" in ran.out


def test_help_names_every_command(cascade):
    """`cascade --help` lists the commands, each with its sentence whole."""
    printed = cascade("--help").out

    assert [] == [command for command in COMMANDS if f"\n  {command} " not in printed]
    assert "..." not in printed.partition("Commands:")[2]


def test_version(cascade):
    """The version of the installed distribution."""
    assert cascade("--version").out.startswith("cascade 0.")


def test_shell_completion(cascade_store):
    """The shell's own completion finds the commands."""
    environment = {**os.environ, "_CASCADE_COMPLETE": "complete_bash", "COMP_WORDS": "cascade lin", "COMP_CWORD": "1"}
    found = subprocess.run([CASCADE], env=environment, capture_output=True, text=True, check=False).stdout

    assert "lineage" == found.strip()


def test_reader_that_stops_early(cascade_store):
    """`cascade export jsonl | head -1` prints a line and no traceback."""
    ran = subprocess.run(
        f"{CASCADE} export jsonl --store {cascade_store} | head -1", shell=True, capture_output=True, check=False
    )

    assert (1, b"") == (ran.stdout.count(b"\n"), ran.stderr)


def test_pipe_of_another_encoding(cascade_store):
    """What a terminal's encoding lacks is replaced in tables; JSON is UTF-8 everywhere."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}

    def printed(*options: str) -> bytes:
        command = [CASCADE, "resolve", PROVINCE, *options, "--store", cascade_store]
        return subprocess.run(command, env=environment, capture_output=True, check=True).stdout

    assert b"???2024?1?\n" == printed()
    assert PROVINCE == json.loads(printed("--json").decode("utf-8"))["id"]


def test_start_is_fast(cascade_store):
    """A question at the command line imports neither the server nor networkx nor the readers."""
    code = "import sys, api.cli; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert set() == {"fastapi", "uvicorn", "networkx", "loaders", "pydantic", "kglite", "neo4j"} & set(loaded)


def test_demo_answers_the_question_of_the_sample(cascade, tmp_path):
    """The sample is loaded into a store of its own, and the district's rows come out with their units."""
    ran = cascade("demo", "--no-serve")

    assert (0, "") == (ran.status, ran.err)
    assert '\n$ cascade tasks "示政〔2021〕7号 第十一条" --level county\n' in ran.out
    assert "范例区学校体育与学生健康提升实施方案/附件第6项  范例区, county" in ran.out
    assert [] == list(tmp_path.iterdir())


def test_serve_answers_until_it_is_stopped(cascade_store):
    """The server says where it listens, answers there, and ends on Ctrl-C."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [CASCADE, "serve", "--port", str(port), "--store", cascade_store]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        said = next(line for line in server.stderr if "running" in line)
        answer = httpx.get(f"http://127.0.0.1:{port}/tasks", params={"derives_from": COLLEGE.id})
        server.send_signal(signal.SIGINT)
        rest = server.stderr.read()

    assert f"http://127.0.0.1:{port}" in said
    assert [f"{CITY}/一", ROW.id] == [task["clause"]["id"] for task in answer.json()["tasks"]]
    assert "Traceback" not in rest


def test_terminal_shows_text_whole(cascade_store):
    """On a narrow terminal text is folded, not cut, and no line is wider than it."""
    reader, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    command = [CASCADE, "tasks", COLLEGE.id, "--store", cascade_store]
    subprocess.run(command, stdout=terminal, env={**environment, "TERM": "xterm"}, check=True)
    os.close(terminal)
    lines = re.sub(r"\x1b\[[0-9;]*m", "", everything(reader).decode("utf-8")).splitlines()

    assert max(map(cell_len, lines)) <= 60
    assert f"{COUNTY}/附件第1项->{CITY}/一0.80" in re.sub(r"\s", "", "".join(lines))


def everything(terminal: int) -> bytes:
    """What was written to a terminal that is closed: Linux ends it with an error."""
    parts = []
    with contextlib.suppress(OSError):
        while part := os.read(terminal, 4096):
            parts.append(part)
    os.close(terminal)
    return b"".join(parts)
