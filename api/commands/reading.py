"""Commands that read documents: load, inspect."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api import tables
from api.commands.common import DEFAULT_STORE, AsJson, StoreUrl, command, show, written
from graph.errors import InputError
from graph.store import open_store

if TYPE_CHECKING:
    from api.loading import LoadReport

INCOMPLETE = 2  # as any input that cannot be read
INTERRUPTED = 130  # 128 + SIGINT, as shells say it

MaxSize = Annotated[
    str | None,
    typer.Option(
        "--max-size",
        metavar="SIZE",
        envvar="CASCADE_MAX_SIZE",
        help="The largest file to read, such as 500MB; 200MB if not given, and 20MB of text.",
    ),
]
MaxPages = Annotated[
    int | None,
    typer.Option(
        "--max-pages",
        min=1,
        envvar="CASCADE_MAX_PAGES",
        help="The most pages of a PDF or a scan; 1000 if not given.",
    ),
]
MaxSeconds = Annotated[
    float | None,
    typer.Option(
        "--max-seconds",
        min=0.01,
        envvar="CASCADE_MAX_SECONDS",
        help="The longest time for a page of a PDF; 1.5 if not given, 30 times as long for scans.",
    ),
]
Embeddings = Annotated[
    Path | None,
    typer.Option(
        "--embeddings",
        metavar="FOLDER",
        envvar="CASCADE_EMBEDDINGS",
        help="A model of sentence-transformers on this machine: sentences that mean the same to it support a link.",
    ),
]
GivenLimits = tuple[str | None, int | None, float | None]
"""Size, pages and seconds, as these options give them."""


@command("load papers/", "load 示例省.txt 示例市.md --store policy.kgl", "load facts.jsonl")
def load(  # noqa: PLR0913, PLR0917  # a command's options are its arguments
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Documents, folders of them, or facts.jsonl.")],
    store: StoreUrl = DEFAULT_STORE,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with status 2 when there are warnings.")] = False,
    max_size: MaxSize = None,
    max_pages: MaxPages = None,
    max_seconds: MaxSeconds = None,
    embeddings: Embeddings = None,
    as_json: AsJson = False,
) -> None:
    """Read documents into the store, linked to all others there.

    Ends with a report per document. A file that cannot be read is left out; the exit status is then 2.
    """
    report = load_files(paths, store, (max_size, max_pages, max_seconds), embeddings)
    show(report, as_json, tables.report)
    for failure in report.failed:
        where = failure.file if failure.line is None else f"{failure.file}:{failure.line}"
        typer.echo(f"cascade: left out: {where}: {failure.reason}", err=True)
    if report.failed or (strict and any(document.doubts for document in report.documents)):
        raise typer.Exit(INCOMPLETE)


@command("inspect 示例省.txt", "inspect 示例省.docx --html 示例省.html")
def inspect(  # noqa: PLR0913, PLR0917  # as above
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A document.")],
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page with what was found marked.")
    ] = None,
    max_size: MaxSize = None,
    max_pages: MaxPages = None,
    max_seconds: MaxSeconds = None,
    as_json: AsJson = False,
) -> None:
    """What is read in one document, for a person to check.

    Its head, its clauses with all that was found in them, and the warnings.
    """
    from api import inspection  # noqa: PLC0415  # questions do not wait for the readers
    from loaders.build import read  # noqa: PLC0415  # likewise
    from loaders.readers import Limits  # noqa: PLC0415  # likewise

    facts = read(file, Limits.of(max_size, max_pages, max_seconds))
    if html is None:
        show(facts, as_json, inspection.outline)
        return
    with written(html) as stream:
        stream.write(inspection.page(facts).encode("utf-8"))


def load_files(
    paths: Sequence[Path], store: str, limits: GivenLimits = (None, None, None), embeddings: Path | None = None
) -> "LoadReport":
    """Load with progress on a terminal. Ctrl-C ends with one line: what was loaded before stays."""
    try:
        from api import loading, progress  # noqa: PLC0415  # questions do not wait for the readers
        from loaders.embedding import LocalModel  # noqa: PLC0415  # likewise
        from loaders.readers import Limits  # noqa: PLC0415  # likewise

        files = loading.files_of(paths)
        if not files:
            raise InputError(f"no documents in {', '.join(map(str, paths))}")
        embedder = LocalModel(embeddings) if embeddings else None
        with open_store(store, writable=True) as opened:
            return loading.load(opened, progress.tracked(files), Limits.of(*limits), embedder)
    except KeyboardInterrupt:
        typer.echo("cascade: stopped; the documents before the one in hand are loaded", err=True)
        raise typer.Exit(INTERRUPTED) from None
