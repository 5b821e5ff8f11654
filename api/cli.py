"""The command line `cascade`. What only one command needs is imported there, so that the others start fast."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Annotated, Any

import typer
from rich.console import RenderableType

from api import sample, tables
from api.answers import ExportFormat, Resolved, to_json
from graph import questions
from graph.errors import CascadeError, Conflict, InputError, Unavailable
from graph.facts import read_graph
from graph.model import Level
from graph.questions import DEPTH_LIMIT, Direction
from graph.store import open_store

if TYPE_CHECKING:
    from api.loading import LoadReport

EXIT_STATUS: dict[type[CascadeError], int] = {InputError: 2, Unavailable: 3, Conflict: 3}
INTERRUPTED = 130  # 128 + SIGINT, as shells say it

app = typer.Typer(
    help="Where a task of education policy comes from, who must do it, how much by when.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

StoreUrl = Annotated[
    str, typer.Option("--store", envvar="CASCADE_STORE", help="A file, or a server as bolt://user@host:7687.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]
ClauseText = Annotated[str, typer.Argument(metavar="CLAUSE", help="A clause as people write it.")]
DocumentText = Annotated[str, typer.Argument(metavar="DOCUMENT", help="A document's number or title.")]
DEFAULT_STORE = "policy.kgl"
STDOUT = Path("-")


def command(*examples: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register a command whose help ends with these examples."""
    return app.command(epilog="\n".join(("\b", "Examples:", *(f"  cascade {example}" for example in examples))))


def _show(answer: object, as_json: bool, table: Callable[[Any], RenderableType]) -> None:
    if as_json:
        typer.echo(to_json(answer).encode())  # UTF-8, whatever the terminal's encoding
    else:
        tables.show(table(answer))


@command("load papers/", "load 示例省.txt 示例市.md --store policy.kgl", "load facts.jsonl")
def load(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Documents, folders of them, or facts.jsonl.")],
    store: StoreUrl = DEFAULT_STORE,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with status 2 when there are warnings.")] = False,
    as_json: AsJson = False,
) -> None:
    """Read documents into the store, linked to all others there.

    Ends with a report per document. A file that cannot be read is left out; the exit status is then 2.
    """
    report = _load(paths, store)
    _show(report, as_json, tables.report)
    for failure in report.failed:
        where = failure.file if failure.line is None else f"{failure.file}:{failure.line}"
        typer.echo(f"cascade: left out: {where}: {failure.reason}", err=True)
    if report.failed or (strict and any(document.doubts for document in report.documents)):
        raise typer.Exit(EXIT_STATUS[InputError])


@command("inspect 示例省.txt", "inspect 示例省.docx --html 示例省.html")
def inspect(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A document.")],
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page with what was found marked.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """What is read in one document, for a person to check.

    Its head, its clauses with all that was found in them, and the warnings.
    """
    from api import inspection  # noqa: PLC0415  # questions do not wait for the readers
    from loaders.build import read  # noqa: PLC0415  # likewise

    facts = read(file)
    if html is None:
        _show(facts, as_json, inspection.outline)
        return
    with _written(html) as stream:
        stream.write(inspection.page(facts).encode("utf-8"))


@command(
    'tasks "示政〔2021〕7号 clause 十一"',
    'tasks "示政[2021]7号 第十一条" --level county --region 范例区',
    "tasks 示政〔2021〕7号/四（十一） --min-score 0.5 --json",
)
def tasks(  # noqa: PLR0913, PLR0917  # a command's options are its arguments
    clause: ClauseText,
    level: Annotated[Level | None, typer.Option(help="Only tasks of this level.")] = None,
    region: Annotated[str | None, typer.Option(help="Only tasks in this region: a code or a name.")] = None,
    min_score: Annotated[float, typer.Option(min=0, max=1, help="Only paths with at least this score.")] = 0.0,
    store: StoreUrl = DEFAULT_STORE,
    as_json: AsJson = False,
) -> None:
    """The tasks below that derive from a clause, with evidence.

    Each has its best path over any number of links, the number of other paths, units and indicators.
    """
    with open_store(store) as opened:
        answer = questions.tasks(opened, clause, level=level, region=region, min_score=min_score)
    _show(answer, as_json, tables.tasks)


@command("lineage 示政〔2021〕7号/四（十一）", 'lineage "例政〔2021〕15号 二（三）2" --up --depth 3')
def lineage(  # noqa: PLR0913, PLR0917  # as above
    clause: ClauseText,
    up: Annotated[bool, typer.Option("--up", help="What it derives from (依据).")] = False,
    down: Annotated[bool, typer.Option("--down", help="What derives from it (落实).")] = False,
    both: Annotated[bool, typer.Option("--both", help="Both; the default.")] = False,
    depth: Annotated[int, typer.Option(min=1, max=DEPTH_LIMIT, help="How many links away.")] = 1,
    store: StoreUrl = DEFAULT_STORE,
    as_json: AsJson = False,
) -> None:
    """The clauses above and below a clause, and what lies further."""
    direction: Direction = "both" if both or up == down else "up" if up else "down"
    with open_store(store) as opened:
        answer = questions.lineage(opened, clause, direction=direction, depth=depth)
    _show(answer, as_json, tables.lineage)


@command('resolve "示政[2021]7号 第十一条"')
def resolve(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A document or clause as people write it.")],
    store: StoreUrl = DEFAULT_STORE,
    as_json: AsJson = False,
) -> None:
    """The id of the one document or clause that a text means."""
    with open_store(store) as opened:
        answer = Resolved.of(questions.resolve(opened, text))
    _show(answer, as_json, tables.resolved)


@command("documents", "documents --json")
def documents(store: StoreUrl = DEFAULT_STORE, as_json: AsJson = False) -> None:
    """All documents, from the nation down, the only cited ones last."""
    with open_store(store) as opened:
        answer = questions.documents(opened)
    _show(answer, as_json, tables.documents)


@command("clauses 示政〔2021〕7号")
def clauses(document: DocumentText, store: StoreUrl = DEFAULT_STORE, as_json: AsJson = False) -> None:
    """The clauses of a document in order."""
    with open_store(store) as opened:
        answer = questions.clauses(opened, questions.resolve(opened, document))
    _show(answer, as_json, tables.clauses)


@command("export jsonl facts.jsonl", "export graphml > policy.graphml", "export json -")
def export(
    format: Annotated[ExportFormat, typer.Argument(metavar="FORMAT", help="jsonl, json, graphml, gexf or cytoscape.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to; - is stdout.")] = STDOUT,
    store: StoreUrl = DEFAULT_STORE,
) -> None:
    """Write the whole graph in a format that other programs read."""
    from graph.export import FORMATS  # noqa: PLC0415  # questions do not wait for networkx

    with open_store(store) as opened:
        graph = read_graph(opened.snapshot())
    if file == STDOUT:
        FORMATS[format].write(graph, sys.stdout.buffer)
        return
    with _written(file) as stream:
        FORMATS[format].write(graph, stream)


@contextmanager
def _written(file: Path) -> Iterator[IO[bytes]]:
    """A stream whose content takes the place of `file` when all of it is written. Raises InputError."""
    part = file.with_name(f".{file.name}.part")
    try:
        with part.open("wb") as stream:
            yield stream
        part.replace(file)
    except OSError as error:
        raise InputError(f"{file}: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)


@command("serve", "serve --host 0.0.0.0 --port 8080 --store policy.kgl")
def serve(
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen at.")] = 8000,
    store: StoreUrl = DEFAULT_STORE,
) -> None:
    """Serve the HTTP API; its documentation is at /docs."""
    open_store(store).close()  # what is wrong with the store is said here, in one line
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
        _show(_load([sample.home()], store), as_json=False, table=tables.report)
        typer.echo(f'\n$ cascade tasks "{sample.QUESTION}" --level county\n')
        tasks(sample.QUESTION, level="county", store=store)
        if serve:
            _serve(store, host, port)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version  # noqa: PLC0415  # a third of the time that a command needs to start

        typer.echo(f"cascade {version('policy-cascade')}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Where a task of education policy comes from, who must do it, how much by when."""


def _load(paths: Sequence[Path], store: str) -> "LoadReport":
    """Load with progress on a terminal. Ctrl-C ends with one line: what was loaded before stays."""
    try:
        from api import loading, progress  # noqa: PLC0415  # questions do not wait for the readers

        files = loading.files_of(paths)
        if not files:
            raise InputError(f"no documents in {', '.join(map(str, paths))}")
        with open_store(store, writable=True) as opened:
            return loading.load(opened, progress.tracked(files))
    except KeyboardInterrupt:
        typer.echo("cascade: stopped; the documents before the one in hand are loaded", err=True)
        raise typer.Exit(INTERRUPTED) from None


def _serve(store: str, host: str, port: int) -> None:
    import uvicorn  # noqa: PLC0415  # so that questions do not wait for the server's libraries

    from api.app import create_app  # noqa: PLC0415  # likewise

    uvicorn.run(create_app(store), host=host, port=port)


def main() -> None:
    """The console script: our errors are one line on stderr and exit status 2 (input) or 3 (store)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a character is no reason to fail
    try:
        app()
    except CascadeError as error:
        typer.echo(f"cascade: {error}", err=True)
        sys.exit(next(status for kind, status in EXIT_STATUS.items() if isinstance(error, kind)))
