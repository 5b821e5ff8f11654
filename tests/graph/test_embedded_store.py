"""Stores in files: one writer, readers that see whole states, crashes, and errors in our words."""

import inspect
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import kglite
import pytest
from invented import ASKED, CITY, DOCUMENTS, LINKS, PROVINCE, decision

from graph import embedded_store, questions
from graph.errors import CascadeError, Conflict, InputError, Unavailable, UnreadableFile
from graph.facts import read_graph
from graph.model import Clause, Document, DocumentFacts
from graph.queries import EngineError
from graph.store import open_store

TESTS = Path(__file__).parents[1]


def load(url: str, documents: tuple[DocumentFacts, ...] = DOCUMENTS) -> None:
    """Load documents into a file, as `cascade load` does."""
    with open_store(url, writable=True) as store:
        for facts in documents:
            store.replace(facts, LINKS)


def run_apart(program: str, url: str) -> subprocess.Popen[str]:
    """Run Python lines in another process; `url` and the invented cascade are there."""
    head = f"import sys; sys.path.insert(0, {str(TESTS)!r}); url = {url!r}; from invented import *; "
    head += "from graph.store import open_store\n"
    return subprocess.Popen([sys.executable, "-c", head + program], stdout=subprocess.PIPE, text=True)


@pytest.fixture
def url(tmp_path: Path) -> str:
    """Where a store may be."""
    return str(tmp_path / "示例.kgl")


def test_a_file_keeps_what_was_loaded(url):
    """A store that was closed is there when it is opened again."""
    load(url)

    with open_store(url) as reader, open_store(":memory:") as memory:
        for facts in DOCUMENTS:
            memory.replace(facts, LINKS)
        assert read_graph(memory) == read_graph(reader)
        assert 7 == len(questions.tasks(reader, ASKED).tasks)


def test_an_open_reader_sees_the_next_load(url):
    """A server that has the file open answers from the new state once another process has loaded it."""
    load(url, DOCUMENTS[:1])
    with open_store(url) as reader:
        assert 1 == len(questions.tasks(reader, ASKED).tasks)

        other = run_apart("with open_store(url, writable=True) as s:\n for d in DOCUMENTS: s.replace(d, LINKS)", url)

        assert 0 == other.wait(60)
        other.communicate()
        assert 7 == len(questions.tasks(reader, ASKED).tasks)


def test_readers_are_served_while_another_process_writes(url, caplog):
    """A writer does not lock readers out; they see the state before, and it is said that more is to come."""
    load(url, DOCUMENTS[:1])
    program = (
        "s = open_store(url, writable=True); s.replace(DOCUMENTS[1], LINKS); print(1, flush=True); input(); s.close()"
    )
    with run_apart(program.replace("input()", "import time; time.sleep(60)"), url) as writer:
        assert writer.stdout
        writer.stdout.readline()
        with open_store(url) as reader:
            assert [PROVINCE] == [card.id for card in questions.documents(reader) if card.loaded]
        writer.kill()
    assert [embedded_store.UNPUBLISHED % url] == caplog.messages


def test_a_file_has_one_writer(url):
    """A second writer is told who holds the file, and may try again later."""
    with open_store(url, writable=True):
        with pytest.raises(Conflict, match="is open for writing by this very process; try again"):
            open_store(url, writable=True)
        with run_apart("open_store(url, writable=True)", url) as other:
            pass
        assert 0 != other.returncode

    open_store(url, writable=True).close()


def test_another_process_is_named(url):
    """The message says which process writes."""
    with run_apart(
        "s = open_store(url, writable=True); print(1, flush=True); import time; time.sleep(60)", url
    ) as other:
        assert other.stdout
        other.stdout.readline()
        with pytest.raises(Conflict, match=f"by process {other.pid}"):
            open_store(url, writable=True)
        other.kill()


KILLED = """
import os, signal
from graph import writing
s = open_store(url, writable=True)
for d in DOCUMENTS[:2]: s.replace(d, LINKS)
step = writing._put_citations
def stop(*given):
    step(*given)
    os.kill(os.getpid(), signal.SIGKILL)
writing._put_citations = stop
s.replace(DOCUMENTS[3], LINKS)
"""


def test_killed_in_the_middle_of_a_write(url):
    """A process that dies between two statements of a document leaves what it had finished, and nothing of that one."""
    with run_apart(KILLED, url) as victim:
        pass
    assert -signal.SIGKILL == victim.returncode

    with open_store(url, writable=True) as store, open_store(":memory:") as memory:
        for facts in DOCUMENTS[:2]:
            memory.replace(facts, LINKS)
        assert read_graph(memory) == read_graph(store)
        assert memory.run("read/names") == store.run("read/names")

    with open_store(url) as reader:
        assert {PROVINCE, CITY} == {card.id for card in questions.documents(reader) if card.loaded}


def test_an_error_closes_the_file(url):
    """A load that fails lets go of the file and keeps what it had finished."""
    broken = replace(DOCUMENTS[1], clauses=DOCUMENTS[1].clauses[1:])

    with pytest.raises(ValueError, match="no such parent"):
        load(url, (DOCUMENTS[0], broken))

    with open_store(url, writable=True) as store:
        assert [PROVINCE] == [card.id for card in questions.documents(store) if card.loaded]


def test_questions_go_on_while_a_document_is_written():
    """Every answer during a series of loads is whole: all clauses of one version of the document."""
    versions = [
        DocumentFacts(
            Document("文", f"版本{n}"),
            tuple(Clause(f"文/{i}", "文", str(i), "item", f"版本{n}", order=i) for i in range(1, 40)),
        )
        for n in (1, 2)
    ]
    with open_store(":memory:") as store:
        store.replace(versions[0])
        answers: list[list[str]] = []
        writer = threading.Thread(target=lambda: [store.replace(version) for version in versions * 20])

        writer.start()
        while writer.is_alive():
            answers.append([row["text"] for row in store.run("read/clauses", documents=["文"])])
        writer.join()

    assert len(answers) > 1
    assert {(1, 39)} == {(len(set(texts)), len(texts)) for texts in answers}


def test_a_snapshot_stays_as_it_was():
    """A question of several queries sees one state, whatever is written meanwhile."""
    with open_store(":memory:") as store:
        store.replace(DOCUMENTS[0])
        snapshot = store.snapshot()

        store.remove(PROVINCE)

        assert [PROVINCE] == [row["id"] for row in snapshot.run("read/documents")]
        assert [] == store.run("read/documents")


@pytest.mark.parametrize(
    "write",
    [
        lambda s: s.replace(DOCUMENTS[0]),
        lambda s: s.remove("甲"),
        lambda s: s.decide(decision("甲", "乙")),
        lambda s: s.undo("甲", "乙"),
        lambda s: s.merge([decision("甲", "乙")]),
    ],
)
def test_a_reader_does_not_write(url, write):
    """Writing to a store that was opened for reading is a bug, and is said to be one."""
    load(url, ())

    with open_store(url) as reader, pytest.raises(EngineError, match="opened for reading only"):
        write(reader)


def test_a_file_that_is_not_there(url, tmp_path):
    """Questions to no store say how to make one."""
    with pytest.raises(InputError, match="there is no store; `cascade load` makes one"):
        open_store(url)
    with pytest.raises(InputError, match="a file in a folder that is there"):
        open_store(str(tmp_path / "no/where.kgl"), writable=True)
    with pytest.raises(InputError, match="a file in a folder that is there"):
        open_store(str(tmp_path), writable=True)


@pytest.mark.parametrize("writable", [False, True])
def test_a_file_that_is_something_else(url, writable):
    """A file of other content is named, and left as it is."""
    Path(url).write_text("关于振兴传统手艺的意见", encoding="utf-8")

    with pytest.raises(UnreadableFile, match=r"示例\.kgl: is no store of ours"):
        open_store(url, writable=writable)

    assert "关于振兴传统手艺的意见" == Path(url).read_text(encoding="utf-8")


def test_a_log_that_does_not_fit(url, monkeypatch):
    """A file whose log belongs to another state is named, where kglite says no more than RuntimeError."""

    def refuse(*_: object, **__: object) -> None:
        raise RuntimeError("cannot replay")

    monkeypatch.setattr(kglite, "open", refuse)

    with pytest.raises(UnreadableFile, match=r"示例\.kgl: has a log that does not fit it: cannot replay"):
        open_store(url, writable=True)


def test_a_reader_whose_file_goes_away(url):
    """A store that was removed under a server is an error, not an old answer."""
    load(url, ())
    with open_store(url) as reader:
        Path(url).unlink()

        with pytest.raises(InputError, match="there is no store"):
            questions.documents(reader)


def test_a_reader_of_a_file_that_became_another(url):
    """A file of an earlier version under a server is an error at every question, not only at the first."""
    load(url, ())
    with open_store(url) as reader:
        graph = kglite.KnowledgeGraph()
        graph.cypher("CREATE (:Document {id: 'x', loaded: true})")
        Path(url).unlink()
        graph.save(url)

        for _ in range(2):
            with pytest.raises(InputError, match="was made by an earlier version"):
                questions.documents(reader)


@pytest.mark.parametrize("url", ["", " ", "http://127.0.0.1:7474", "postgres://x"])
def test_a_url_that_is_none(url):
    """A URL of another kind is refused with those that fit."""
    with pytest.raises(InputError, match="give a file, :memory:, or bolt://"):
        open_store(url)


def errors_of_kglite() -> list[type[kglite.KgError]]:
    """What kglite can raise, by reflection."""
    return [each for _, each in inspect.getmembers(kglite, inspect.isclass) if issubclass(each, kglite.KgError)]


EXPECTED = {
    kglite.WriterLeaseHeldError: Conflict,
    kglite.TransactionConflictError: Conflict,
    kglite.ConstraintError: Conflict,
    kglite.ConstraintViolationError: Conflict,
    kglite.ConstraintCreationError: Conflict,
    kglite.OntologyViolationError: Conflict,
    kglite.FileError: InputError,
    kglite.FileFormatError: UnreadableFile,
    kglite.FileIoError: Unavailable,
    kglite.LoadMemoryLimitError: Unavailable,
    kglite.WriteBudgetExceededError: Unavailable,
    kglite.CypherTimeoutError: Unavailable,
}
BUGS = {
    "ArgumentError", "ConnectionNotFoundError", "CypherError", "CypherExecutionError", "CypherSyntaxError",
    "CypherTypeMismatchError", "ExprError", "InternalError", "InternerCollisionError", "KgError",
    "MissingArgumentError", "NodeNotFoundError", "NotDurableError", "PropertyNotFoundError", "ReadOnlyError",
    "SchemaError", "ValidationError",
}  # fmt: skip


def test_every_error_of_kglite_is_known():
    """A new release of kglite with a new error makes us decide what it means to the user."""
    assert BUGS | {each.__name__ for each in EXPECTED} == {each.__name__ for each in errors_of_kglite()}


@pytest.mark.parametrize("foreign", errors_of_kglite(), ids=lambda each: each.__name__)
def test_every_error_of_kglite_becomes_ours(foreign):
    """What kglite raises reaches the caller as one of our errors, with kglite's as its cause."""
    raised = foreign("kglite says no")
    if foreign is kglite.WriterLeaseHeldError:
        raised.holder = {"pid": None, "self": False}

    with pytest.raises((CascadeError, EngineError)) as caught, embedded_store.our_errors("policy.kgl"):
        raise raised

    assert EXPECTED.get(foreign, EngineError) is type(caught.value)
    assert raised is caught.value.__cause__


def test_no_warning_is_printed_for_an_empty_graph(capfd):
    """Queries that name labels which nobody has are no reason to speak."""
    with open_store(":memory:") as store:
        questions.documents(store)

    assert ("", "") == capfd.readouterr()
