"""What Neo4j Browser is given: a style, a guide in Chinese and in English, and the guide's queries as favourites.

They stand in cypher/guide/. Browser takes them by their addresses: `:style ADDRESS/style.grass`,
`:guide ADDRESS/guide.zh.html` opens the guide beside the results, `:play` among them. The favourites are a zip of
.cypher files, as Browser exports and imports them.
"""

import html
import io
import re
import zipfile

from graph.queries import Query, QueryError, home, read_folder

MEDIA_TYPES = {
    "guide.zh.html": "text/html; charset=utf-8",
    "guide.en.html": "text/html; charset=utf-8",
    "style.grass": "text/plain; charset=utf-8",
    "queries.zip": "application/zip",
}
LANGUAGES = ("zh", "en")
FAVOURITES = "policy-cascade"  # the folder that they come in
SLOT = re.compile(r"\[\[([a-z]+)\]\]")
UNTIMED = (1980, 1, 1, 0, 0, 0)  # the same zip from the same queries


def file(name: str, address: str) -> bytes:
    """A file of MEDIA_TYPES, as it is served below `address`, which ends in a slash. Raises QueryError."""
    if name == "queries.zip":
        return _favourites()
    text = (home() / "guide" / name).read_text(encoding="utf-8")
    return (_filled(text, address) if name.endswith(".html") else text).encode()


def queries() -> dict[str, Query]:
    """The queries of the guide by their names on its slides."""
    found = (query for query in read_folder(home()) if query.name.startswith("guide/"))
    return {query.name.removeprefix("guide/"): query for query in found}


def commands(address: str, language: str = "zh") -> str:
    """What Browser does when it has connected: it takes the style, draws only what was asked for, opens the guide."""
    style, guide = f"{address}style.grass", f"{address}guide.{language}.html"
    return f"config autoComplete: false; style {style}; guide {guide}"


def favourite(query: Query) -> str:
    """A query as Browser keeps it: the first line is its name."""
    return f"// {query.meaning}\n{query.text}\n"


def _filled(text: str, address: str) -> str:
    known = queries()

    def fill(slot: re.Match[str]) -> str:
        name = slot[1]
        if name == "address":
            return html.escape(address)
        if name not in known:
            raise QueryError(f"a guide asks for the query guide/{name}, which is not there")
        return f'<pre class="pre-scrollable code runnable">{html.escape(favourite(known[name]), quote=False)}</pre>'

    return SLOT.sub(fill, text)


def _favourites() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, query in queries().items():
            archive.writestr(zipfile.ZipInfo(f"{FAVOURITES}/{name}.cypher", UNTIMED), favourite(query))
    return packed.getvalue()
