"""The command line `cascade`. What only one command needs is imported there, so that the others start fast."""

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from api.commands import asking, copying, drawing, explaining, following, giving, neo4j, reading, reporting, review
from api.commands.common import app
from graph.errors import CascadeError, Conflict, InputError, Unavailable

EXIT_STATUS: dict[type[CascadeError], int] = {InputError: 2, Unavailable: 3, Conflict: 3}
FAMILIES = (reading, asking, following, explaining, review, drawing, reporting, giving, copying, neo4j)
"""The modules that register the commands of `app`."""


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
