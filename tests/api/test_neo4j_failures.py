"""When Neo4j fails: one clear line, exit status 3, HTTP 503; and a second run ends in the right graph."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import neo4j
import pytest
from contract.answered import answered, clear
from invented import DOCUMENTS, LINKS, PROVINCE
from serving import served

from graph import neo4j_store
from graph.errors import InputError, Unavailable
from graph.export import jsonl
from graph.model import PolicyGraph
from graph.server.home import Home
from graph.server.local import LocalServer
from graph.server.settings import Settings, free_port
from graph.store import open_store

TESTS = Path(__file__).parents[1]
PATIENCE = 5  # seconds; /health/ready gives up within one, and the driver by itself after 60 only
TLS = """
server.bolt.tls_level=OPTIONAL
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory={folder}
dbms.ssl.policy.bolt.private_key=key.pem
dbms.ssl.policy.bolt.public_certificate=certificate.pem
dbms.ssl.policy.bolt.client_auth=NONE
server.databases.read_only=neo4j
"""
DIES = """
import os, signal, sys
sys.path.insert(0, {tests!r})
from invented import DOCUMENTS, LINKS
from graph import neo4j_store
from graph.store import open_store

class Dying(neo4j_store.View):
    def run(self, query, **parameters):
        rows = super().run(query, **parameters)
        if query == "write/links":
            os.kill(os.getpid(), signal.SIGKILL)
        return rows

with open_store({url!r}, writable=True) as store:
    store.replace(DOCUMENTS[0], LINKS)
    neo4j_store.View = Dying
    store.replace(DOCUMENTS[1], LINKS)
"""


IMPATIENT = """
from graph import neo4j_store
neo4j_store.WRITE_AGAIN_SECONDS = 1.0  # a load tries so long that a test would wait for nothing else
from api.cli import main
main()
"""


class Hurt:
    """A server that can be hurt."""

    def __init__(self, home: Path) -> None:
        self.local = LocalServer(Home(home))
        self.settings = Settings(bolt_port=free_port(), http_port=free_port(), heap="512m", password=False)
        self.url = f"bolt://127.0.0.1:{self.settings.bolt_port}"

    def start(self) -> None:
        """Start it, or start it again."""
        self.local.start(self.settings)

    def signal(self, number: signal.Signals) -> None:
        """Send its process a signal."""
        os.kill(int(self.local.home.pid_file.read_text()), number)

    def kill(self) -> None:
        """Kill it, and wait until it is dead."""
        self.signal(signal.SIGKILL)
        assert self.local._child is not None
        self.local._child.wait()


@pytest.fixture(scope="module")
def hurt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hurt]:
    """A server of these tests alone."""
    server = Hurt(tmp_path_factory.mktemp("hurt"))
    server.start()
    yield server
    server.local.stop()


@pytest.fixture
def exports(tmp_path: Path) -> list[Path]:
    """The invented cascade as files that `cascade load` takes, with its links in the last of them."""
    files = [tmp_path / f"{number}.jsonl" for number in (1, 2)]
    for file, graph in zip(files, (PolicyGraph(DOCUMENTS[:1]), PolicyGraph(DOCUMENTS, LINKS)), strict=True):
        with file.open("wb") as stream:
            jsonl.write(graph, stream)
    return files


def unavailable(client: httpx.Client, path: str) -> tuple[int, str]:
    """What a question is answered while the server is away, by the client's own patience at the latest."""
    answer = client.get(path, timeout=PATIENCE)
    return answer.status_code, answer.headers.get("Retry-After", "")


def is_ready_again(client: httpx.Client) -> bool:
    """Whether the API finds its way back by itself: a server that has just begun answers its first questions slowly."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if client.get("/health/ready", timeout=PATIENCE).status_code == 200:
            return True
        time.sleep(0.2)
    return False


@pytest.mark.server
def test_killed_while_a_load_is_on_its_way(hurt, exports, cascade, memory):
    """The load ends with one line and 3, the API says so at once, and both come back: the API by itself, even one that
    began while the server was away, the load when it is run again, to the same graph as one that was never
    interrupted."""
    pipe = exports[0].with_name("3.jsonl")
    os.mkfifo(pipe)
    with served(hurt.url) as client:
        assert is_ready_again(client)
        command = [sys.executable, "-c", IMPATIENT, "load", exports[0], pipe, "--store", hurt.url]
        load = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        with pipe.open("wb") as stream:  # opens when the load has come to read it
            hurt.kill()
            stream.write(exports[1].read_bytes())
        assert (503, "5") == unavailable(client, "/health/ready")
        assert (503, "5") == unavailable(client, "/documents")
        assert 200 == client.get("/health/live").status_code
        told = load.communicate(timeout=60)[1]
        assert (3, 1) == (load.returncode, told.count("\n"))
        assert told.startswith(f"cascade: {hurt.url} does not answer: ")

        with served(hurt.url) as early:
            assert (503, "5") == unavailable(early, "/documents")
            hurt.start()
            assert is_ready_again(early)
            assert is_ready_again(client)
            assert early.get("/documents").content == client.get("/documents").content
        assert [PROVINCE] == [card["id"] for card in client.get("/documents").json() if card["loaded"]]
        assert 0 == cascade("load", exports[1], "--store", hurt.url).status
    cascade("load", exports[1], "--store", "whole.kgl")
    with open_store("whole.kgl") as whole, open_store(hurt.url) as store:
        assert answered(whole) == answered(store)


@pytest.mark.server
def test_a_server_that_hangs_is_not_ready(hurt):
    """It is said so long before anything gives up waiting, each time; and it is ready when it goes on."""
    with served(hurt.url) as client:
        hurt.signal(signal.SIGSTOP)
        try:
            for _ in range(2):
                assert (503, "5") == unavailable(client, "/health/ready")
        finally:
            hurt.signal(signal.SIGCONT)

        assert is_ready_again(client)


@pytest.mark.server
def test_a_loader_that_is_killed_leaves_whole_documents(hurt, memory):
    """Killed with -9 in the middle of a document: the one before is there, of this one nothing, and a second load at
    once does what is left."""
    with open_store(hurt.url, writable=True) as store:
        clear(store)
    program = DIES.format(tests=str(TESTS), url=hurt.url)

    ran = subprocess.run([sys.executable, "-c", program], check=False)

    assert -signal.SIGKILL == ran.returncode
    with open_store(hurt.url, writable=True) as store:
        memory.replace(DOCUMENTS[0], LINKS)
        assert answered(memory) == answered(store)
        for facts in DOCUMENTS:
            store.replace(facts, LINKS)
            memory.replace(facts, LINKS)
        assert answered(memory) == answered(store)


@pytest.mark.server
def test_somebody_elses_constraints(hurt, exports, cascade, monkeypatch):
    """Nothing can be written that they forbid: a load ends with one line and 3, a decision over HTTP is answered 503.
    Without them both are done."""
    monkeypatch.setenv("CASCADE_TOKEN", "口令")
    load = ("load", exports[1], "--store", hurt.url)
    judgement = {"source": LINKS[0].source, "target": LINKS[0].target, "status": "rejected", "by": "示例人"}
    bearer = {"Authorization": "Bearer 口令".encode()}
    with open_store(hurt.url, writable=True) as store:
        clear(store)
    with neo4j.GraphDatabase.driver(hurt.url) as driver, served(hurt.url) as client:
        driver.execute_query("CREATE CONSTRAINT title FOR (d:Document) REQUIRE d.title IS UNIQUE")
        driver.execute_query("CREATE CONSTRAINT by FOR (d:Decision) REQUIRE d.by IS UNIQUE")
        driver.execute_query("CREATE (:Document {title: $it})", it=DOCUMENTS[0].document.title)
        driver.execute_query("CREATE (:Decision {by: '示例人'})")

        ran = cascade(*load)
        assert (3, 1) == (ran.status, ran.err.count("\n"))
        assert "has a constraint of somebody else that our nodes break" in ran.err
        driver.execute_query("DROP CONSTRAINT title")
        assert 0 == cascade(*load).status
        refused = client.put("/review", json=judgement, headers=bearer)
        assert (503, "5") == (refused.status_code, refused.headers["Retry-After"])
        assert "has a constraint of somebody else" in refused.json()["detail"]
        driver.execute_query("DROP CONSTRAINT by")
        assert 200 == client.put("/review", json=judgement, headers=bearer).status_code

        driver.execute_query("MATCH (n) WHERE n.cascade IS NULL DELETE n")


@pytest.mark.server
def test_a_question_may_take_so_long(hurt, monkeypatch):
    """The server gives up a question that works longer than CASCADE_TIMEOUT."""
    monkeypatch.setenv("CASCADE_TIMEOUT", "0.2")
    slow = "UNWIND range(1, 1000000000) AS n RETURN count(n) AS ready"
    with open_store(hurt.url) as store:
        monkeypatch.setattr(neo4j_store, "QUERIES", Slow(slow))

        with pytest.raises(Unavailable, match="took too long; CASCADE_TIMEOUT gives it more seconds"):
            store.run("browse/ready")


@dataclass(frozen=True)
class Slow:
    """Queries that are all the same."""

    words: str

    def text(self, _name: str, _parameters: object) -> str:
        """The one text."""
        return self.words


@pytest.mark.parametrize("seconds", ["soon", "0", "-1", "inf", "nan"])
def test_a_timeout_is_a_number_of_seconds(seconds, monkeypatch):
    """Anything else is refused, by the name of the variable."""
    monkeypatch.setenv("CASCADE_TIMEOUT", seconds)

    with pytest.raises(InputError, match=f"CASCADE_TIMEOUT is a number of seconds, not '{seconds}'"):
        open_store("bolt://127.0.0.1:7687")


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalServer]:
    """A server with a password and a certificate of its own, whose database is read-only."""
    folder = tmp_path_factory.mktemp("guarded")
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    files = ["-keyout", folder / "key.pem", "-out", folder / "certificate.pem"]
    subprocess.run([*make, *files], check=True, capture_output=True)
    server, settings = LocalServer(Home(folder)), Settings(bolt_port=free_port(), http_port=free_port(), heap="512m")
    server.start(settings)  # a database cannot be made read-only before it is there
    server.stop()
    server.home = Stricter(folder)
    server.start(settings)
    yield server
    server.stop()


class Stricter(Home):
    """A home whose server is told more."""

    def make(self, conf: str) -> None:
        """Add what is more."""
        super().make(conf + TLS.format(folder=self.folder))


@pytest.mark.server
def test_what_a_guarded_server_refuses(guarded, cascade, exports, monkeypatch):
    """A wrong password, a wrong database, a database that is read-only, a certificate that nobody knows: each is one
    line and 3. With `+ssc` a certificate of one's own will do, and questions are answered."""
    address = guarded.home.addresses()
    host = f"127.0.0.1:{address.bolt_port}"
    password = guarded.home.password()

    def told(secret: str, *arguments: object) -> str:
        monkeypatch.setenv("CASCADE_PASSWORD", secret)
        ran = cascade(*arguments)
        assert (3, 1) == (ran.status, ran.err.count("\n"))
        return ran.err

    assert "refuses the user, or the password in CASCADE_PASSWORD" in told(
        "wrong", "documents", "--store", f"bolt://{host}"
    )
    assert "has no such database" in told(password, "documents", "--store", f"bolt://{host}/nowhere")
    assert "is read-only" in told(password, "load", exports[0], "--store", f"bolt://{host}")
    assert "does not answer" in told(password, "documents", "--store", f"bolt+s://{host}")
    assert "does not answer" in told(password, "documents", "--store", f"neo4j+s://{host}/neo4j")
    for scheme in ("bolt", "neo4j", "bolt+ssc", "neo4j+ssc"):
        assert 0 == cascade("documents", "--store", f"{scheme}://{host}/neo4j").status


@pytest.mark.parametrize("agent", ["Neo4j/4.4.30", "Neo4j/5.22.0", "Memgraph/2.1"])
def test_a_server_that_is_too_old(agent):
    """It is said which version is needed."""
    with pytest.raises(Unavailable, match=rf"needs to be Neo4j 5\.23 or later, and is {agent}"):
        neo4j_store.check_version("bolt://host", agent)


@pytest.mark.parametrize("agent", ["Neo4j/5.23.0", "Neo4j/5.26.30", "Neo4j/2025.04.0"])
def test_a_server_that_is_new_enough(agent):
    """Versions by year came after 5."""
    neo4j_store.check_version("bolt://host", agent)


def test_a_server_that_speaks_no_bolt_of_today(cascade):
    """One so old that the driver cannot talk to it: one line and 3."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=answer_nothing_in_common, args=(listening,), daemon=True).start()

        ran = cascade("documents", "--store", f"bolt://127.0.0.1:{listening.getsockname()[1]}")

    assert (3, 1) == (ran.status, ran.err.count("\n"))
    assert "needs to be Neo4j 5.23 or later" in ran.err


def answer_nothing_in_common(listening: socket.socket) -> None:
    """Answer a handshake as a server does that knows none of the versions that it is offered."""
    connection, _ = listening.accept()
    with connection:
        connection.recv(20)
        connection.sendall(bytes(4))
