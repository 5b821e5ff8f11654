"""What a local Neo4j is told: where it listens, how large it is, what its Browser opens."""

import errno
import re
import socket
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from graph.errors import Conflict, InputError
from graph.guide import LANGUAGES, commands

LOOPBACK = "127.0.0.1"
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104  # named to be told apart, not listened at
LOCAL_NAMES = frozenset({"localhost", LOOPBACK, "::1"})
USUAL_BOLT, USUAL_HTTP = 7687, 7474
CANNOT = (errno.EADDRNOTAVAIL, socket.EAI_NONAME, socket.EAI_FAMILY)
LISTEN = re.compile(r"^server\.(bolt|http)\.listen_address=(.+):([0-9]+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a server listens."""

    host: str
    bolt_port: int
    http_port: int

    @property
    def reached(self) -> str:
        """The host by which others reach it: of a server that listens everywhere, this machine's loopback."""
        host = LOOPBACK if self.host in EVERYWHERE else self.host
        return f"[{host}]" if ":" in host else host

    @property
    def bolt(self) -> str:
        """The address of the database, which is also the URL of the store."""
        return f"bolt://{self.reached}:{self.bolt_port}"

    @property
    def browser(self) -> str:
        """The page of Neo4j Browser."""
        return f"http://{self.reached}:{self.http_port}/browser/"

    @property
    def guide(self) -> str:
        """Where the server itself shows the guide's files."""
        return f"{self.browser}cascade/"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person who starts a server may choose. A port that is not given is the usual one, or a free one."""

    host: str = LOOPBACK
    bolt_port: int | None = None
    http_port: int | None = None
    heap: str = "1g"
    password: bool = True
    guide: str = "zh"  # ours in Chinese or English (en), or the address of another


def free_port(host: str = LOOPBACK) -> int:
    """A port of `host` that nobody listens at."""
    with _bound(host, 0) as taken:
        return int(taken.getsockname()[1])


def _bound(host: str, port: int) -> socket.socket:
    """A socket at the port. Raises OSError."""
    bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does: a port of one just stopped
        bound.bind((host, port))
    except BaseException:
        bound.close()
        raise
    return bound


def is_free(host: str, port: int) -> bool:
    """Whether a server can listen there. Raises InputError for a host that is not this machine's."""
    try:
        _bound(host, port).close()
    except OSError as error:
        if error.errno in CANNOT:
            raise InputError(f"cannot listen at {host}: it is no address of this machine") from error
        return False
    return True


def choose_port(host: str, asked: int | None, usual: int, option: str) -> int:
    """The port that was asked for, else the usual one, else a free one. Raises Conflict where the asked one is taken,
    and says the option that gives another."""
    if asked is not None and not is_free(host, asked):
        raise Conflict(f"port {asked} of {host} is taken: give another with {option}, or none to have a free one")
    if asked is not None:
        return asked
    return usual if is_free(host, usual) else free_port(host)


def choose_addresses(settings: Settings) -> Addresses:
    """Where a server with these settings will listen. Raises Conflict, InputError."""
    bolt = choose_port(settings.host, settings.bolt_port, USUAL_BOLT, "--port")
    http = choose_port(settings.host, settings.http_port, USUAL_HTTP, "--http-port")
    return Addresses(settings.host, bolt, http)


def configuration(settings: Settings, addresses: Addresses) -> str:
    """The text of neo4j.conf."""
    host = f"[{addresses.host}]" if ":" in addresses.host else addresses.host
    lines = [
        f"server.default_listen_address={host}",
        f"server.default_advertised_address={addresses.reached}",
        f"server.bolt.listen_address={host}:{addresses.bolt_port}",
        f"server.bolt.advertised_address={addresses.reached}:{addresses.bolt_port}",
        f"server.http.listen_address={host}:{addresses.http_port}",
        f"server.http.advertised_address={addresses.reached}:{addresses.http_port}",
        "server.https.enabled=false",
        f"server.memory.heap.max_size={settings.heap}",
        "server.memory.pagecache.size=256m",
        f"dbms.security.auth_enabled={str(settings.password).lower()}",
        "dbms.usage_report.enabled=false",
        "client.allow_telemetry=false",  # of Browser
        "db.shutdown_transaction_end_timeout=0s",
        "internal.dbms.bolt.netty_server_shutdown_quiet_period=0",  # else a stop idles for 10 s when all is written
        *_guide(settings.guide, addresses),
    ]
    return "\n".join(lines) + "\n"


def _guide(guide: str, addresses: Addresses) -> list[str]:
    """Have Browser take our style and open a guide when it has connected."""
    if guide in LANGUAGES:
        command, host = commands(addresses.guide, guide), urlsplit(addresses.guide).hostname
    else:
        command, host = f"guide {guide}", _host_of(guide)
    return [f"browser.post_connect_cmd={command}", f"browser.remote_content_hostname_whitelist={host}"]


def _host_of(url: str) -> str:
    host = urlsplit(url).hostname
    if host is None or not url.isprintable() or " " in url or ";" in url:
        raise InputError(f"no guide can be at {url!r}: give zh, en or an address as http://127.0.0.1:8000/…")
    return host


def read_addresses(file: Path) -> Addresses | None:
    """Where the server with this neo4j.conf listens; None where there is no such file."""
    try:
        found = {name: (host, int(port)) for name, host, port in LISTEN.findall(file.read_text(encoding="utf-8"))}
    except OSError:
        return None
    if found.keys() != {"bolt", "http"}:
        return None
    return Addresses(found["bolt"][0].strip("[]"), found["bolt"][1], found["http"][1])
