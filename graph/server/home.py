"""The folder of a local Neo4j: data, settings, password, log and lock; and where the running ones are found.

The lock is held by the server's process itself and let go by the system when that ends, however it ends. So a lock that
is held means a server that lives, and one that a dead process left behind is free.
"""

import contextlib
import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from graph.errors import Conflict, InputError, MissingExtra
from graph.server.java import PURPOSE, VERSION
from graph.server.settings import LOCAL_NAMES, Addresses, read_addresses

DEFAULT_USER = "neo4j"
PASSWORD_BYTES = 18


def data_folder() -> Path:
    """Our folder among the user's data. Raises MissingExtra."""
    try:
        import platformdirs  # noqa: PLC0415  # the extra `server`
    except ImportError as error:
        raise MissingExtra("server", PURPOSE) from error
    return Path(platformdirs.user_data_path("policy-cascade", appauthor=False))


@contextmanager
def disk_errors() -> Iterator[None]:
    """A disk that does not let us write is said in one line."""
    try:
        yield
    except OSError as error:
        where = error.filename or "the disk"
        raise InputError(f"{where}: {error.strerror}; give another folder with --home") from error


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of one server."""

    folder: Path

    @property
    def conf(self) -> Path:
        """The folder of neo4j.conf."""
        return self.folder / "conf"

    @property
    def password_file(self) -> Path:
        """Where the password of user neo4j lies; only its owner reads it."""
        return self.folder / "password"

    @property
    def log(self) -> Path:
        """What the server said since it was last started."""
        return self.folder / "neo4j.log"

    @property
    def pid_file(self) -> Path:
        """The number of the process that has, or had, the lock."""
        return self.folder / "pid"

    def addresses(self) -> Addresses | None:
        """Where the server listens, or listened last; None where none was ever started."""
        return read_addresses(self.conf / "neo4j.conf")

    def make(self, conf: str) -> None:
        """Make the folder ready for a start with these settings. Raises InputError."""
        with disk_errors():
            self.conf.mkdir(parents=True, exist_ok=True)
            (self.conf / "neo4j.conf").write_text(conf, encoding="utf-8")
            self._version_file.write_text(VERSION, encoding="utf-8")

    @property
    def _version_file(self) -> Path:
        return self.folder / "version"

    @property
    def is_new(self) -> bool:
        """Whether no server with passwords ever ran here."""
        return not (self.folder / "data/databases/system").exists()

    def check_version(self) -> None:
        """Older data of the same major version is taken over by the server, any other is refused: raises InputError."""
        if not self._version_file.exists():
            return
        held = self._version_file.read_text(encoding="utf-8").strip()
        if not can_take_over(held, VERSION):
            raise InputError(
                f"{self.folder} holds data of Neo4j {held}, this is {VERSION}: give another folder with --home"
            )

    def password(self) -> str:
        """The password of user neo4j; where the folder is new, a random one is made. Raises InputError."""
        if self.password_file.exists():
            return self.password_file.read_text(encoding="utf-8").strip()
        if not self.is_new:
            raise InputError(
                f"{self.password_file} is gone, and with it the password of the data: put it back, or give another "
                "folder with --home"
            )
        made = secrets.token_hex(PASSWORD_BYTES)  # one that began with - would be an option of neo4j-admin
        write_private(self.password_file, made)
        return made

    def is_locked(self) -> bool:
        """Whether a server runs, or is being started."""
        try:
            with (self.folder / "lock").open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            return False
        return False

    @contextmanager
    def lock(self) -> Iterator[int]:
        """The descriptor of the lock; a process that inherits it goes on to hold it. Raises Conflict."""
        with disk_errors():
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = (self.folder / "lock").open("ab")
        with file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                known = self.addresses()
                where = f" at {known.bolt}" if known else ""
                raise Conflict(f"the Neo4j in {self.folder} runs already{where}: see cascade neo4j status") from error
            yield file.fileno()


def can_take_over(held: str, version: str) -> bool:
    """Whether a server of `version` reads data of version `held`: the same major version, and not a newer one."""
    try:
        old, new = (tuple(map(int, each.split("."))) for each in (held, version))
    except ValueError:
        return False
    return old[0] == new[0] and old <= new


def write_private(file: Path, text: str) -> None:
    """Write a file that only its owner reads, in place of what was there. Raises InputError."""
    with disk_errors():
        file.unlink(missing_ok=True)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as stream:
            stream.write(text)


def remember(home: Home, addresses: Addresses) -> None:
    """Have `local_password` find the server at these addresses, wherever its folder is."""
    sign = _sign(addresses.bolt_port)
    with disk_errors():
        sign.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        sign.unlink(missing_ok=True)
        sign.symlink_to(home.folder.resolve())


def forget(home: Home, addresses: Addresses) -> None:
    """The server at these addresses runs no more."""
    sign = _sign(addresses.bolt_port)
    with contextlib.suppress(OSError):
        if sign.readlink() == home.folder.resolve():
            sign.unlink()


def _sign(port: int) -> Path:
    return data_folder() / "running" / str(port)


def local_password(url: str) -> str | None:
    """The password for a store's URL where that is a local server that runs now; None where it is anything else.

    Only for user neo4j, on the loopback, without encryption: a password goes to nobody else.
    """
    parts = urlsplit(url)
    if parts.hostname not in LOCAL_NAMES or "+" in parts.scheme or parts.username not in (None, DEFAULT_USER):
        return None
    try:
        home = Home(_sign(parts.port or 7687).readlink())
    except (MissingExtra, OSError, ValueError):
        return None
    addresses = home.addresses()
    if addresses is None or addresses.bolt_port != (parts.port or 7687) or not home.is_locked():
        return None
    return home.password_file.read_text(encoding="utf-8").strip() if home.password_file.exists() else None
