"""The commands `cascade neo4j`: their help, and what they say of a server."""

import pytest
from typer.testing import CliRunner

from api.commands import neo4j
from api.commands.common import app
from graph.errors import InputError
from graph.server.home import Home
from graph.server.local import LocalServer, Status
from graph.server.settings import Addresses, Settings, configuration

COMMANDS = [info.callback.__name__ for info in neo4j.server.registered_commands]
RUNNING = Status("h", True, True, "5.26.30", "bolt://127.0.0.1:7687", "http://127.0.0.1:7474/browser/", "h/password")


def run(*words: str):
    """The result of a command."""
    return CliRunner().invoke(app, ["neo4j", *words], env={"COLUMNS": "120"})


@pytest.mark.parametrize("command", COMMANDS)
def test_every_neo4j_command_has_help_with_an_example(command):
    """What it does, and how it is called."""
    ran = run(command, "--help")

    assert 0 == ran.exit_code
    assert f"Examples:\n    cascade neo4j {command}" in ran.output


def test_help_names_every_neo4j_command():
    """Each with its sentence whole."""
    listed = run("--help").output.partition("Commands:")[2]

    assert ["start", "stop", "status", "browser"] == [line.split()[0] for line in listed.splitlines() if line.strip()]
    assert "..." not in listed


@pytest.fixture
def answering(monkeypatch):
    """A server that answers, as far as `status` knows."""
    monkeypatch.setattr(LocalServer, "status", lambda _: RUNNING)


@pytest.mark.usefixtures("answering")
def test_status_says_the_url_of_the_store():
    """What to give to --store, and where the password lies."""
    expected = """\
state     answers, version 5.26.30
bolt      bolt://127.0.0.1:7687
browser   http://127.0.0.1:7474/browser/
store     --store bolt://127.0.0.1:7687
password  user neo4j, in h/password
"""

    assert (0, expected) == ((ran := run("status", "--home", "h")).exit_code, ran.output)


def test_a_server_that_hangs_is_said_to(monkeypatch):
    """It runs, but the exit status is that of a store that does not answer."""
    monkeypatch.setattr(LocalServer, "status", lambda _: Status("h", True, False, bolt="bolt://127.0.0.1:7687"))
    ran = run("status", "--home", "h")

    assert 3 == ran.exit_code
    assert "runs, but does not answer\n" in ran.output


@pytest.mark.usefixtures("answering")
@pytest.mark.parametrize(("display", "opened"), [({"DISPLAY": ":0"}, True), ({}, False)])
def test_browser_is_opened_where_there_is_a_display(monkeypatch, display, opened):
    """The page with the database's address filled in; without a display it is only printed."""
    pages = []
    monkeypatch.setattr("webbrowser.open", lambda page: pages.append(page) or True)
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in display.items():
        monkeypatch.setenv(name, value)

    printed = run("browser", "--home", "h").output

    page = "http://127.0.0.1:7474/browser/?connectURL=bolt://neo4j@127.0.0.1:7687"
    assert [page] * opened == pages
    assert page in printed
    assert ("no browser can be opened here" in printed) is not opened


@pytest.mark.usefixtures("answering")
def test_browser_is_signed_in_where_the_password_is_at_hand(monkeypatch, tmp_path):
    """What is opened is a file that its owner alone reads, for the words of a command are seen by others; what is
    printed holds no password either."""
    pages, home = [], Home(tmp_path)
    home.make(configuration(Settings(), Addresses("127.0.0.1", 7687, 7474)))
    password = home.password()
    monkeypatch.setattr("webbrowser.open", lambda page: pages.append(page) or True)
    monkeypatch.setenv("DISPLAY", ":0")

    printed = run("browser", "--home", str(tmp_path)).output

    assert [(tmp_path / "open.html").as_uri()] == pages
    assert f"http://127.0.0.1:7474/browser/cascade/open.html#{password}" in (tmp_path / "open.html").read_text()
    assert password not in printed


def test_a_disk_that_is_not_writable(tmp_path):
    """Bad input, on one line."""
    (tmp_path / "file").touch()
    ran = run("start", "--home", str(tmp_path / "file/home"))

    assert isinstance(ran.exception, InputError)
    assert "\n" not in str(ran.exception)
    assert not Home(tmp_path / "file/home").is_locked()
