"""Commands that hand the graph on: export, serve, demo."""

import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from api import sample, tables
from api.answers import AnyFormat, SheetName
from api.commands.asking import tasks
from api.commands.common import DEFAULT_STORE, STDOUT, StoreUrl, command, filled, put, show, written
from api.commands.reading import load_files
from api.progress import tracked
from api.sheets import to_csv, to_xlsx
from graph.errors import InputError, Unavailable
from graph.facts import read_graph
from graph.store import open_store


@command(
    "export xlsx cascade.xlsx",
    "export csv tables/",
    "export csv --sheet tasks > tasks.csv",
    "export jsonl facts.jsonl",
    "export graphml > policy.graphml",
    "export neo4j-import csv/",
)
def export(
    format: Annotated[
        AnyFormat,
        typer.Argument(
            metavar="FORMAT",
            help="xlsx, csv, jsonl, json, jsonld, graphml, gexf, cytoscape, cypher or neo4j-import.",
        ),
    ],
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="Where to; - is stdout. For neo4j-import and csv a new or empty folder."),
    ] = STDOUT,
    sheet: Annotated[SheetName | None, typer.Option(help="csv: this table alone, as a file.")] = None,
    english: Annotated[bool, typer.Option("--english", help="xlsx, csv: heads and words in English.")] = False,
    store: StoreUrl = DEFAULT_STORE,
) -> None:
    """Write the whole graph in a format that other programs read.

    xlsx is a workbook for people: documents, tasks with what they derive from, clauses, figures, units, links with
    their evidence, discrepancies. csv are the same tables, a file each. jsonl holds all and can be loaded again.
    """
    if sheet and format != "csv":
        raise InputError(f"--sheet chooses a table of csv; {format} has none")
    if format == "csv" and not sheet and file == STDOUT:
        raise InputError("csv is a folder: give its name, or a table by --sheet")
    if format in ("xlsx", "csv"):
        _tables(file, sheet, store, english=english, folder=format == "csv" and not sheet)
    else:
        _graph(format, file, store)


def _graph(format: str, file: Path, store: str) -> None:
    from graph.export import FOLDERS, FORMATS  # noqa: PLC0415  # questions do not wait for networkx

    if format in FOLDERS and file == STDOUT:
        raise InputError(f"{format} is a folder: give its name")
    with open_store(store) as opened:
        graph = read_graph(opened.snapshot())
    if format in FOLDERS:
        with filled(file) as folder:
            FOLDERS[format](graph, folder)
        return
    if file == STDOUT:
        FORMATS[format].write(graph, sys.stdout.buffer)
        return
    with written(file) as stream:
        FORMATS[format].write(graph, stream)


def _tables(file: Path, sheet: SheetName | None, store: str, *, english: bool, folder: bool) -> None:
    from api.workbook import workbook  # noqa: PLC0415  # likewise, for what words and templates need
    from graph.ledger import ledger  # noqa: PLC0415  # likewise

    with open_store(store) as opened:
        sheets = workbook(ledger(opened), "en" if english else "zh")
    if folder:
        with filled(file) as place:
            for name, table in sheets.items():
                (place / f"{name}.csv").write_bytes(to_csv(table))
        return
    put(file, to_csv(sheets[sheet]) if sheet else to_xlsx(list(sheets.values()), partial(tracked, doing="writing")))


@command("serve", "serve --host 0.0.0.0 --port 8080 --store policy.kgl")
def serve(
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen at.")] = 8000,
    store: StoreUrl = DEFAULT_STORE,
) -> None:
    """Serve the HTTP API; its documentation is at /docs."""
    with suppress(Unavailable):  # the API says so itself, and begins without it
        open_store(store).close()  # what else is wrong with the store is said here, in one line
    _serve(store, host, port)


@command("demo", "demo --no-serve", "demo --port 8080")
def demo(
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the API over the sample.")] = True,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen at.")] = 8000,
) -> None:
    """Load the invented sample, answer its question, serve the API."""
    with TemporaryDirectory(prefix="cascade-demo-") as folder:
        store = str(Path(folder) / DEFAULT_STORE)
        show(load_files([sample.home()], store), as_json=False, table=tables.report)
        typer.echo(f'\n$ cascade tasks "{sample.QUESTION}" --level county\n')
        tasks(sample.QUESTION, level="county", store=store)
        if serve:
            _serve(store, host, port)


def _serve(store: str, host: str, port: int) -> None:
    import uvicorn  # noqa: PLC0415  # so that questions do not wait for the server's libraries

    from api.app import create_app  # noqa: PLC0415  # likewise

    uvicorn.run(create_app(store), host=host, port=port)
