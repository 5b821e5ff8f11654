"""The folder of a local Neo4j: lock, password, versions, and whose password is given to whom."""

import stat
import subprocess
import sys

import pytest

from graph.errors import Conflict, InputError, MissingExtra
from graph.server.home import Home, can_take_over, forget, local_password, remember, write_private
from graph.server.java import VERSION
from graph.server.settings import Settings, choose_addresses, configuration, free_port

HOLD = """import sys, time
from pathlib import Path
from graph.server.home import Home
with Home(Path(sys.argv[1])).lock():
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home that is not made yet; the user's data are elsewhere for the time of a test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return Home(tmp_path / "home")


@pytest.fixture
def holder(home):
    """Another process that has the lock."""
    with subprocess.Popen([sys.executable, "-c", HOLD, home.folder], stdout=subprocess.PIPE) as process:
        assert b"held\n" == process.stdout.readline()
        yield process
        process.kill()


def test_a_lock_is_held_by_one(home, holder):
    """A second start is refused with one line that says whose folder it is."""
    assert home.is_locked()
    with pytest.raises(Conflict, match=f"^the Neo4j in {home.folder} runs already"), home.lock():
        pass


def test_a_dead_process_holds_no_lock(home, holder):
    """Killed with -9, it leaves its lock file but not the lock."""
    holder.kill()
    holder.wait()

    assert not home.is_locked()
    with home.lock():
        assert home.is_locked()


def test_no_password_is_taken_for_an_option(tmp_path):
    """It is letters and digits alone: neo4j-admin refuses one that begins with -."""
    folders = [tmp_path / str(number) for number in range(20)]
    for folder in folders:
        folder.mkdir()

    assert all(Home(folder).password().isalnum() for folder in folders)


def test_a_password_is_made_once_and_for_its_owner_alone(home):
    """Random, the same the next time, and 0600."""
    home.folder.mkdir()
    made = home.password()

    assert 20 < len(made)
    assert made == home.password()
    assert 0o600 == stat.S_IMODE(home.password_file.stat().st_mode)


def test_a_private_file_takes_the_place_of_an_open_one(tmp_path):
    """What others could read before, they cannot read after."""
    file = tmp_path / "words"
    file.write_text("old")
    file.chmod(0o644)

    write_private(file, "new")

    assert ("new", 0o600) == (file.read_text(), stat.S_IMODE(file.stat().st_mode))


def test_data_without_their_password_are_not_opened(home):
    """A new password would not fit the data: the folder is refused, nothing is made."""
    (home.folder / "data/databases/system").mkdir(parents=True)

    with pytest.raises(InputError, match="password is gone"):
        home.password()

    assert not home.password_file.exists()


@pytest.mark.parametrize("held", ["5.1.0", "5.26.3", "5.26.30"])
def test_older_data_are_taken_over(held):
    """The server upgrades what an older one of its major version wrote."""
    assert can_take_over(held, "5.26.30")


@pytest.mark.parametrize("held", ["4.4.40", "5.26.31", "5.27.0", "2025.01.0", "", "5.x"])
def test_other_data_are_not(held):
    """Newer data, those of another major version, and what is no version."""
    assert not can_take_over(held, "5.26.30")


def test_a_home_of_another_version_is_refused(home):
    """The line says both versions and what to do."""
    home.folder.mkdir()
    (home.folder / "version").write_text("2025.01.0\n")

    with pytest.raises(InputError, match=rf"holds data of Neo4j 2025\.01\.0, this is {VERSION}.*--home"):
        home.check_version()


def test_a_folder_that_cannot_be_made_is_said_in_one_line(tmp_path):
    """A file stands where the folder should be."""
    (tmp_path / "file").touch()

    with pytest.raises(InputError, match=r"file/home: .*--home"), Home(tmp_path / "file/home").lock():
        pass


@pytest.fixture
def running(home, holder):
    """The addresses of a home that counts as running, with a password."""
    addresses = choose_addresses(Settings(bolt_port=free_port()))
    home.make(configuration(Settings(), addresses))
    home.password()
    remember(home, addresses)
    return addresses


@pytest.mark.parametrize("url", ["bolt://localhost:{}", "bolt://127.0.0.1:{}", "neo4j://neo4j@localhost:{}/neo4j"])
def test_the_password_of_a_running_local_server_is_found(home, running, url):
    """Under each name of this machine."""
    assert home.password() == local_password(url.format(running.bolt_port))


@pytest.mark.parametrize(
    "url", ["bolt://example.org:{}", "bolt://ann@localhost:{}", "bolt+s://localhost:{}", "bolt://localhost:1"]
)
def test_no_other_server_and_no_other_user_gets_it(running, url):
    """Another host, user, scheme or port."""
    assert local_password(url.format(running.bolt_port)) is None


def test_a_server_that_ended_gives_no_password(running, holder):
    """Whoever listens at the port now is a stranger."""
    holder.kill()
    holder.wait()

    assert local_password(running.bolt) is None


def test_forgetting_leaves_what_another_home_took_over(home, running, tmp_path):
    """Two homes may have used one port, one after the other."""
    forget(Home(tmp_path / "other"), running)
    assert home.password() == local_password(running.bolt)

    forget(home, running)
    assert local_password(running.bolt) is None


def test_without_the_extra_no_password_is_looked_for(home, running, monkeypatch):
    """A store on a server needs no part of a local one."""
    monkeypatch.setitem(sys.modules, "platformdirs", None)

    assert local_password(running.bolt) is None
    with pytest.raises(MissingExtra, match=r"pip install 'policy-cascade\[server\]'"):
        remember(home, running)
