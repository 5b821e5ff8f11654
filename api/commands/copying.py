"""The command that copies a store: copy."""

from pathlib import Path
from typing import Annotated

import typer

from api.commands.common import AsJson, command, show
from graph.copying import Copied
from graph.errors import InputError
from graph.store import MEMORY, URL, open_store

INTERRUPTED = 130  # 128 + SIGINT, as shells say it


@command("copy policy.kgl bolt://localhost:7687", "copy bolt://localhost:7687 policy.kgl")
def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="The store to read: a file or a server.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="The store to write; a file is made where none is.")],
    as_json: AsJson = False,
) -> None:
    """Copy documents, links and decisions to another store.

    Documents that TO has too are replaced; what else it holds stays. A copy that was stopped can be run again.
    """
    if MEMORY in (source, target):
        raise InputError("copy takes two stores, files or servers: what is in memory ends with the command")
    if _place(source) == _place(target):
        raise InputError(f"copy takes two stores: {source} and {target} are one")
    show(_copy(source, target), as_json, _said)


def _place(url: str) -> str:
    return url if URL.match(url) else str(Path(url).resolve())


def _copy(source: str, target: str) -> Copied:
    """Copy with progress on a terminal. Ctrl-C ends with one line: what was copied before stays."""
    from api import progress  # noqa: PLC0415  # questions do not wait for it
    from graph import copying  # noqa: PLC0415  # likewise

    try:
        with open_store(source) as given, open_store(target, writable=True) as taking:
            return copying.copy(given.snapshot(), taking, lambda ids: progress.tracked(ids, "copying"))
    except KeyboardInterrupt:
        typer.echo("cascade: stopped; the documents before the one in hand are copied, run it again", err=True)
        raise typer.Exit(INTERRUPTED) from None


def _said(copied: Copied) -> str:
    """What a copy did, in words."""
    lines = [f"{copied.documents} documents copied, {copied.replaced} of them in place of what was there"]
    lines.append(f"{copied.decisions} decisions were new; {copied.kept} other documents stay as they were")
    if copied.unlinked:
        lines.append(f"{copied.unlinked} links to those fell away: their clauses read differently now, load again")
    return "\n".join(lines)
