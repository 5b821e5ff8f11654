"""Neo4j Browser with our guide in it: a copy of its jar whose static files the server serves to whoever has none of our
API running, at cascade/ beside Browser itself."""

import json
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from graph import guide
from graph.queries import home as queries_home
from graph.server.home import Home, disk_errors, write_private
from graph.server.settings import Addresses

INSIDE = "browser/cascade/"  # the server shows browser/ of the jar at /browser/
OPENER = '<!doctype html>\n<meta charset="utf-8">\n<meta http-equiv="refresh" content="0; url={address}">\n'


def with_guide(programs: Iterable[Path], home: Home, addresses: Addresses) -> tuple[Path, ...]:
    """The programs, Browser's jar replaced by a copy that holds the guide. Raises InputError."""
    return tuple(_copied(jar, home, addresses) if jar.name.startswith("neo4j-browser-") else jar for jar in programs)


def _copied(jar: Path, home: Home, addresses: Addresses) -> Path:
    copy = home.folder / "browser.jar"
    with disk_errors():
        shutil.copyfile(jar, copy)
        with zipfile.ZipFile(copy, "a", zipfile.ZIP_DEFLATED) as archive:
            for name, content in _files(addresses).items():
                archive.writestr(INSIDE + name, content)
    return copy


def _files(addresses: Addresses) -> dict[str, bytes]:
    shared = {name: guide.file(name, addresses.guide) for name in guide.MEDIA_TYPES}
    return shared | {"open.html": _own("open.html").encode(), "open.js": _opening(addresses).encode()}


def _own(name: str) -> str:
    return (queries_home() / "guide" / name).read_text(encoding="utf-8")


def _opening(addresses: Addresses) -> str:
    """The script that gives Browser its connection and the favourites."""
    scripts = [{"id": f"cascade-{name}", "content": guide.favourite(query)} for name, query in guide.queries().items()]
    given = {"bolt": addresses.bolt, "folder": guide.FAVOURITES, "favourites": scripts}
    text = _own("open.js")
    for name, value in given.items():
        text = text.replace(f"[[{name}]]", json.dumps(value, ensure_ascii=False))
    return text


def opener(home: Home, addresses: Addresses) -> Path:
    """A page that only its owner reads, which takes a browser to Neo4j Browser, connected: other users of the machine
    see the command line that opens a page, but not what stands in it. Raises InputError."""
    file = home.folder / "open.html"
    address = f"{addresses.guide}open.html#{quote(home.password())}"
    write_private(file, OPENER.format(address=address))
    return file
