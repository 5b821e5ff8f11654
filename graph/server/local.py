"""The process of a local Neo4j: started apart from who starts it, asked, stopped."""

import contextlib
import http.client
import json
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import Conflict, Unavailable
from graph.server import java
from graph.server.guided import opener, with_guide
from graph.server.home import Home, data_folder, disk_errors, forget, remember, write_private
from graph.server.settings import Addresses, Settings, choose_addresses, configuration

START_SECONDS = 120.0
STOP_SECONDS = 60.0
ASK_SECONDS = 1.0
PAUSE_SECONDS = 0.1
WRITE_PID = 'echo $$ > "$0" && exec "$@"'  # so that a pid is written even when the starter dies at once
PAINS = ("Caused by", "ERROR", "Error:", "Invalid maximum heap")


@dataclass(frozen=True, slots=True)
class Status:
    """How a local server does."""

    home: str
    running: bool
    answers: bool
    version: str | None = None
    bolt: str | None = None
    browser: str | None = None
    password_file: str | None = None
    log: str | None = None


def _silent(_: str) -> None:
    """Tell nobody."""


def default_home() -> Home:
    """The home among the user's data. Raises MissingExtra."""
    return Home(data_folder() / "neo4j")


def ask(addresses: Addresses) -> str | None:
    """The version of the server that answers there; None where none does."""
    asked = http.client.HTTPConnection(addresses.reached.strip("[]"), addresses.http_port, timeout=ASK_SECONDS)
    try:
        asked.request("GET", "/", headers={"Accept": "application/json"})
        version = json.loads(asked.getresponse().read()).get("neo4j_version")
    except (OSError, http.client.HTTPException, ValueError, AttributeError):
        return None
    finally:
        asked.close()
    return version if isinstance(version, str) else None


class LocalServer:
    """The server of one home. Whoever started it may end; another LocalServer of the same home can stop it."""

    def __init__(self, home: Home) -> None:
        self.home = Home(home.folder.absolute())
        self._child: subprocess.Popen[bytes] | None = None

    def start(self, settings: Settings = Settings(), told: Callable[[str], None] = _silent) -> Addresses:  # noqa: B008  # frozen
        """Start the server, wait until it answers, and return where; `told` hears what is being done.

        Raises Conflict when one runs here already or a port is taken, InputError for a home that does not fit,
        MissingExtra, and Unavailable when the jars cannot be fetched or the server does not come up.
        """
        with self.home.lock() as held:
            self.home.check_version()
            addresses = choose_addresses(settings)
            told(f"looking for Neo4j {java.VERSION} (the first time 140 MB are fetched)")
            programs = java.jars()
            self.home.make(configuration(settings, addresses))
            if settings.password:
                told("setting its password")
                self._set_password(programs)
            told("starting Neo4j")
            programs = with_guide(programs, self.home, addresses)
            command = java.server_command(programs, self.home.folder, self.home.conf, settings.heap)
            self._child = self._spawn(command, held)
        self._wait(self._child, addresses)
        if settings.password:
            remember(self.home, addresses)
        return addresses

    def _set_password(self, programs: tuple[Path, ...]) -> None:
        """Give the data of a new home its password, before anybody can connect."""
        password = self.home.password()
        if not self.home.is_new:
            return
        file = self.home.folder / "arguments"
        write_private(file, java.admin_arguments(programs, "dbms", "set-initial-password", password))
        places = {"NEO4J_HOME": str(self.home.folder), "NEO4J_CONF": str(self.home.conf)}
        try:
            ran = subprocess.run(  # noqa: S603  # our own words
                [str(java.java()), f"@{file}"], env=os.environ | places, capture_output=True, check=False
            )
        finally:
            file.unlink()
        if ran.returncode:
            raise Unavailable(f"Neo4j does not take its password: {_pain(ran.stderr)}")

    def _spawn(self, command: list[str], lock: int) -> subprocess.Popen[bytes]:
        """Start the process in a session of its own, so that it outlives ours, with the lock."""
        with disk_errors(), self.home.log.open("wb") as log:
            return subprocess.Popen(  # noqa: S603  # our own words
                ["/bin/sh", "-c", WRITE_PID, str(self.home.pid_file), *command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                pass_fds=(lock,),
            )

    def _wait(self, child: subprocess.Popen[bytes], addresses: Addresses) -> None:
        """Wait until the server answers. One that does not, or whose starter is interrupted, is ended."""
        end = time.monotonic() + START_SECONDS
        try:
            while time.monotonic() < end and child.poll() is None:
                if ask(addresses):
                    return
                time.sleep(PAUSE_SECONDS)
        except BaseException:
            self._end(child)
            raise
        self._end(child)
        raise Unavailable(f"Neo4j did not start: {_pain(self.home.log.read_bytes())}; its log: {self.home.log}")

    @staticmethod
    def _end(child: subprocess.Popen[bytes]) -> None:
        child.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(STOP_SECONDS)

    def status(self) -> Status:
        """Whether the server runs, where, and whether it answers."""
        addresses = self.home.addresses()
        if addresses is None or not self.home.is_locked():
            return Status(str(self.home.folder), running=False, answers=False)
        version = ask(addresses)
        return Status(
            home=str(self.home.folder),
            running=True,
            answers=version is not None,
            version=version,
            bolt=addresses.bolt,
            browser=addresses.browser,
            password_file=str(self.home.password_file) if self.home.password_file.exists() else None,
            log=str(self.home.log),
        )

    def opener(self) -> Path | None:
        """A page that opens Neo4j Browser, signed in; None where nobody knows the address or the password. Raises
        InputError."""
        addresses = self.home.addresses()
        if addresses is None or not self.home.password_file.exists():
            return None
        return opener(self.home, addresses)

    def stop(self) -> bool:
        """End the server and wait until it has ended; False where none runs. Raises Unavailable, Conflict."""
        if not self.home.is_locked():
            return False
        self._signal()
        end = time.monotonic() + STOP_SECONDS
        while self.home.is_locked():
            if time.monotonic() > end:
                raise Unavailable(f"Neo4j did not end in {STOP_SECONDS:.0f} seconds; its log: {self.home.log}")
            time.sleep(PAUSE_SECONDS)
        if self._child is not None:
            self._child.wait()
        addresses = self.home.addresses()
        if addresses is not None and self.home.password_file.exists():
            forget(self.home, addresses)
        return True

    def _signal(self) -> None:
        try:
            os.kill(int(self.home.pid_file.read_text(encoding="ascii")), signal.SIGTERM)
        except (OSError, ValueError) as error:
            raise Conflict(f"the Neo4j in {self.home.folder} is just being started by another: try again") from error


def _pain(said: bytes) -> str:
    """The line of a log that says what hurt: the first that names a cause, else the last."""
    lines = [line.strip() for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
    causes = [line for line in lines if line.startswith("Caused by")]
    named = causes[-1:] or [line for line in lines if any(pain in line for pain in PAINS)]
    return (named or lines[-1:] or ["it said nothing"])[0]


@contextlib.contextmanager
def ephemeral(
    settings: Settings = Settings(),  # noqa: B008  # frozen
    told: Callable[[str], None] = _silent,
) -> Iterator[tuple[LocalServer, Addresses]]:
    """A server in a folder of its own that ends and goes with its data when the block does."""
    with tempfile.TemporaryDirectory(prefix="cascade-neo4j-") as folder:
        server = LocalServer(Home(Path(folder)))
        try:
            yield server, server.start(settings, told)
        finally:
            server.stop()
