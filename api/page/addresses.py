"""Addresses of views, of answers as data, and of the files that pages load.

Ids hold slashes and brackets (示政〔2021〕7号/四（十一）): in addresses of views they stand in the query.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import quote, unquote, urlencode

ENCODED = re.compile(r"(?:%[89A-F][0-9A-F]|%2F)+")  # what is not ASCII, and slashes, which stand in a query too
MEDIA_TYPES: Mapping[str, str] = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file of static/ under the name that it is served by, which changes with its content."""

    name: str
    content: bytes
    media_type: str


def view(name: str, /, **query: object) -> str:
    """The address of a view: /view/document?id=…; the home is at /. What is None or empty is left out."""
    return legible(address("/" if name == "home" else f"/view/{name}", **query))


def address(path: str, /, **query: object) -> str:
    """A path with a query. What is None or empty is left out; a tuple gives a parameter several times."""
    given = [(name, value) for name, value in query.items() if value not in (None, "", ())]
    return f"{path}?{urlencode(given, doseq=True)}" if given else path


def legible(address: str) -> str:
    """An address with its Chinese as it is, which browsers encode: a third as long, and pages have hundreds of them."""
    return ENCODED.sub(lambda found: unquote(found[0]), address)


def part(text: str) -> str:
    """A text as one part of a path: slashes in it are encoded too."""
    return quote(text, safe="")


def static(name: str) -> str:
    """The address of a file of static/: /static/page.0123456789ab.css."""
    return f"/static/{static_files()[name].name}"


@cache
def static_files() -> Mapping[str, StaticFile]:
    """The files of static/ by the name that they have there."""
    folder = files("api.page").joinpath("static")
    return {file.name: _read(file.name, file.read_bytes()) for file in folder.iterdir()}


def _read(name: str, content: bytes) -> StaticFile:
    stem, _, suffix = name.rpartition(".")
    digest = hashlib.sha256(content).hexdigest()[:12]
    return StaticFile(f"{stem}.{digest}.{suffix}", content, MEDIA_TYPES[suffix])
