"""What the commands of `cascade` have in common: the application, their options, and how an answer is shown."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from typing import IO, Annotated, Any

import typer
from rich.console import RenderableType

from api import tables
from api.answers import to_json
from graph.errors import InputError

DEFAULT_STORE = "policy.kgl"
STDIN = STDOUT = Path("-")

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


def command(*given: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register a command whose help ends with these examples."""
    return app.command(epilog=examples(*given))


def examples(*given: str) -> str:
    """The lines that end a command's help."""
    return "\n".join(("\b", "Examples:", *(f"  cascade {example}" for example in given)))


def show(answer: object, as_json: bool, table: Callable[[Any], RenderableType]) -> None:
    """Print an answer as JSON or as a table."""
    if as_json:
        typer.echo(to_json(answer).encode())  # UTF-8, whatever the terminal's encoding
    else:
        tables.show(table(answer))


def put(file: Path, content: bytes) -> None:
    """Write a file, or to stdout. Raises InputError."""
    if file == STDOUT:
        sys.stdout.buffer.write(content)
        return
    with written(file) as stream:
        stream.write(content)


@contextmanager
def written(file: Path) -> Iterator[IO[bytes]]:
    """A stream whose content takes the place of `file` when all of it is written. What is no file, such as a pipe or
    /dev/null, stays what it is and gets the content. Raises InputError."""
    try:
        if file.exists() and not file.is_file():
            with file.open("wb") as stream:
                yield stream
        else:
            with _replacing(file.resolve()) as stream:
                yield stream
    except OSError as error:
        raise InputError(f"{file}: {error.strerror}") from error


@contextmanager
def _replacing(file: Path) -> Iterator[IO[bytes]]:
    part = file.with_name(f".{file.name}.part")
    stream = part.open("wb")
    try:
        with stream:
            yield stream
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def filled(folder: Path) -> Iterator[Path]:
    """A folder whose content is that of `folder`, new or empty before, when all of it is written. Raises InputError."""
    folder = folder.resolve()
    part = folder.with_name(f".{folder.name}.part")
    try:
        if folder.exists() and any(folder.iterdir()):
            raise InputError(f"{folder}: the folder is not empty")
        rmtree(part, ignore_errors=True)
        part.mkdir()
        yield part
        part.replace(folder)
    except OSError as error:
        raise InputError(f"{folder}: {error.strerror}") from error
    finally:
        rmtree(part, ignore_errors=True)
