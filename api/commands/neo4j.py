"""The commands of a local Neo4j: neo4j start, stop, status and browser."""

import os
import signal
import sys
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from api.commands.common import AsJson, app, examples, show
from graph.errors import Unavailable
from graph.server.home import Home
from graph.server.local import LocalServer, Status, default_home, ephemeral
from graph.server.settings import LOOPBACK, Addresses, Settings

NOT_ANSWERING = 3  # as for a store that does not answer
NO_DISPLAY = "no browser can be opened here; the page is"

server = typer.Typer(
    help="A local Neo4j server, without Docker or Java.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(server, name="neo4j")

HomeFolder = Annotated[
    Path | None,
    typer.Option("--home", envvar="CASCADE_NEO4J_HOME", help="Its folder; else one among the user's data."),
]


def _command(*given: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return server.command(epilog=examples(*given))


def _server(home: Path | None) -> LocalServer:
    return LocalServer(Home(home) if home else default_home())


@_command("neo4j start", "neo4j start --port 7688 --home neo4j/", "neo4j start --ephemeral")
def start(  # noqa: PLR0913, PLR0917  # a command's options are its arguments
    home: HomeFolder = None,
    port: Annotated[int | None, typer.Option(help="For the database; else 7687, or a free one.")] = None,
    http_port: Annotated[int | None, typer.Option(help="For Browser; else 7474, or a free one.")] = None,
    listen: Annotated[str, typer.Option(help="The address to listen at; 0.0.0.0 is open to the network.")] = LOOPBACK,
    heap: Annotated[str, typer.Option(help="Memory of the server, as 512m or 2g.")] = "1g",
    guide: Annotated[str, typer.Option(help="What Browser opens: our guide, zh or en, or an address.")] = "zh",
    ephemeral: Annotated[bool, typer.Option("--ephemeral", help="A new one that ends, with its data, here.")] = False,
) -> None:
    """Start a local Neo4j, and say where it is.

    It goes on running until it is stopped. The first start fetches 140 MB from Maven Central. Data, settings,
    log and a random password are in its folder.
    """
    settings = Settings(listen, port, http_port, heap, guide=guide)
    if ephemeral:
        _run_ephemeral(settings)
        return
    local = _server(home)
    with _told() as tell:
        addresses = local.start(settings, tell)
    _say(local, addresses)


def _run_ephemeral(settings: Settings) -> None:
    """Run a server until this process is asked to end."""
    ended = threading.Event()
    with _told() as tell, ephemeral(settings, tell) as (local, addresses):
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: ended.set())
        _say(local, addresses)
        ended.wait()


def _say(local: LocalServer, addresses: Addresses) -> None:
    typer.echo(f"bolt      {addresses.bolt}")
    typer.echo(f"browser   {addresses.browser}")
    typer.echo(f"store     --store {addresses.bolt}")
    typer.echo(f"password  user neo4j, in {local.home.password_file}; cascade on this machine finds it by itself")


@contextmanager
def _told() -> Iterator[Callable[[str], None]]:
    """What hears how far a start is: a line with a spinner on a terminal, nothing elsewhere."""
    from rich.console import Console  # noqa: PLC0415  # questions do not wait for it

    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with Console(stderr=True).status("") as line:
        yield line.update


@_command("neo4j stop")
def stop(home: HomeFolder = None) -> None:
    """End the local Neo4j; its data stay.

    Returns when it has ended.
    """
    typer.echo("stopped" if _server(home).stop() else "no local Neo4j runs")


@_command("neo4j status", "neo4j status --json")
def status(home: HomeFolder = None, as_json: AsJson = False) -> None:
    """Say where the local Neo4j is, and whether it answers.

    The exit status is 3 when it does not.
    """
    found = _server(home).status()
    show(found, as_json, _described)
    if not found.answers:
        raise typer.Exit(NOT_ANSWERING)


def _described(found: Status) -> str:
    if not found.running:
        return f"no local Neo4j runs in {found.home}"
    lines = (
        ("state", f"answers, version {found.version}" if found.answers else "runs, but does not answer"),
        ("bolt", found.bolt),
        ("browser", found.browser),
        ("store", f"--store {found.bolt}"),
        ("password", found.password_file and f"user neo4j, in {found.password_file}"),
        ("log", found.log),
    )
    return "\n".join(f"{name:<9} {value}" for name, value in lines if value)


@_command("neo4j browser")
def browser(home: HomeFolder = None) -> None:
    """Open Neo4j Browser on the local Neo4j.

    It is signed in, with our colours, our queries among its favourites and a guide beside the results. Where there is
    no display, the address of the page is printed, and it asks for the password once.
    """
    local = _server(home)
    found = local.status()
    if found.browser is None or found.bolt is None or not found.answers:
        raise Unavailable(f"no local Neo4j answers in {found.home}: cascade neo4j start")
    address = f"{found.browser}?connectURL={found.bolt.replace('//', '//neo4j@')}"
    signed_in = local.opener() if _has_display() else None
    opened = _has_display() and webbrowser.open(signed_in.as_uri() if signed_in else address)
    typer.echo(address if opened else f"{NO_DISPLAY} {address}")
    if found.password_file:
        typer.echo(f"should it ask for a password, that is in {found.password_file}")


def _has_display() -> bool:
    """Whether a browser with a window can be opened. One in the terminal would take that from us."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
