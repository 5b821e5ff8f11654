"""Commands by which people decide: review, decisions."""

import getpass
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from api import deciding, review_tables
from api.answers import DecisionsRead
from api.commands.common import DEFAULT_STORE, STDIN, STDOUT, AsJson, StoreUrl, command, show, written
from graph import decisions as kept
from graph import review as questions
from graph.errors import InputError
from graph.explanations import Caution
from graph.model import PolicyGraph
from graph.review import LIMIT, Reviewed
from graph.store import open_store
from graph.waiting import Asked, Order, Waiting

Verb = Literal["confirmed", "rejected", "undone"]


@command(
    "review",
    "review --document 例政〔2021〕15号 --status candidate --limit 5",
    "review --document 例政〔2021〕15号 --other 示政〔2021〕7号 --caution 'one passage' --order least",
    'review "例政[2021]15号 二（三）2" "示政[2021]7号 第十一条" --confirm --note 措施相同',
    "review 例政〔2021〕15号/二（三）2 示政〔2021〕7号/四（十一） --undo",
)
def review(  # noqa: PLR0913, PLR0917  # a command's options are its arguments
    source: Annotated[
        str | None, typer.Argument(metavar="SOURCE", help="The clause that carries out; none lists what waits.")
    ] = None,
    target: Annotated[str | None, typer.Argument(metavar="TARGET", help="The clause that it carries out.")] = None,
    confirm: Annotated[bool, typer.Option("--confirm", help="It is a link; made by hand where there is none.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="It is no link.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back what was decided.")] = False,
    note: Annotated[str, typer.Option(help="Why.")] = "",
    by: Annotated[
        str | None, typer.Option(envvar="CASCADE_USER", help="Who decides; the login name if not given.")
    ] = None,
    document: Annotated[str | None, typer.Option(help="List only what has an end in this document, or clause.")] = None,
    other: Annotated[str | None, typer.Option(help="List only what has its other end in this document.")] = None,
    status: Annotated[Waiting | None, typer.Option(help="List only links of this status.")] = None,
    min_score: Annotated[float, typer.Option(min=0, max=1, help="List only links with at least this score.")] = 0.0,
    max_score: Annotated[float, typer.Option(min=0, max=1, help="List only links with at most this score.")] = 1.0,
    caution: Annotated[Caution | None, typer.Option(help="List only links against which this speaks.")] = None,
    order: Annotated[Order, typer.Option(help="Which come first; document: by lower document.")] = "doubtful",
    limit: Annotated[int, typer.Option(min=1, help="List so many links.")] = LIMIT,
    store: StoreUrl = DEFAULT_STORE,
    as_json: AsJson = False,
) -> None:
    """What waits for a person, and how a link is decided.

    Without clauses: decisions whose texts changed since, then links that nobody decided. The most doubtful come first:
    links that count before near misses; the most spoken against, then the least likely, first. With two clauses: what
    is decided of them, or a decision, which stays when documents are loaded again.
    """
    verb = _verb(confirm=confirm, reject=reject, undo=undo)
    if source and target:
        show(_pair(store, (source, target), verb, by, note), as_json, review_tables.reviewed)
        return
    if source or verb or note:
        raise InputError("decide on which link? give SOURCE and TARGET")
    asked = Asked(document, other, status, min_score, max_score, caution, order)
    with open_store(store) as opened:
        answer = questions.review(opened, asked, limit=limit)
    show(answer, as_json, review_tables.review)


def _verb(*, confirm: bool, reject: bool, undo: bool) -> Verb | None:
    choices: tuple[tuple[Verb, bool], ...] = (("confirmed", confirm), ("rejected", reject), ("undone", undo))
    given = [verb for verb, chosen in choices if chosen]
    if len(given) > 1:
        raise InputError("one of --confirm, --reject and --undo")
    return given[0] if given else None


def _pair(store: str, ends: tuple[str, str], verb: Verb | None, by: str | None, note: str) -> Reviewed:
    if note and verb not in ("confirmed", "rejected"):
        raise InputError("a note goes with --confirm or --reject")
    if verb is None:
        return deciding.look(store, *ends)
    if verb == "undone":
        return deciding.undo(store, *ends)
    return deciding.decide(store, *ends, verb, by=by or _login(), note=note)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:  # a container's user may have no name
        raise InputError("who decides? give --by, or set CASCADE_USER") from error


@command("decisions", "decisions --suspect", "decisions --write decisions.jsonl", "decisions --read decisions.jsonl")
def decisions(
    suspect: Annotated[bool, typer.Option("--suspect", help="Only those whose texts changed since.")] = False,
    write: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write them to a file for version control; - is stdout.")
    ] = None,
    read: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Take in those of a file; of two on one link, the newest. - is stdin."),
    ] = None,
    store: StoreUrl = DEFAULT_STORE,
    as_json: AsJson = False,
) -> None:
    """What people decided of links, and whether it still holds.

    A decision is suspect when the text at an end changed since, and dangling when a clause is not in the store.
    """
    if sum((suspect, write is not None, read is not None)) > 1:
        raise InputError("one of --suspect, --write and --read")
    if write:
        _write(store, write)
        return
    if read:
        show(_read(store, read), as_json, review_tables.decisions_read)
        return
    with open_store(store) as opened:
        cards = kept.decision_cards(opened.snapshot())
    show([card for card in cards if not suspect or card.state == "suspect"], as_json, review_tables.decisions)


def _write(store: str, file: Path) -> None:
    from graph.export import jsonl  # noqa: PLC0415  # questions do not wait for networkx

    with open_store(store) as opened:
        graph = PolicyGraph(decisions=kept.decisions(opened.snapshot()))
    if file == STDOUT:
        jsonl.write(graph, sys.stdout.buffer)
        return
    with written(file) as stream:
        jsonl.write(graph, stream)


def _read(store: str, file: Path) -> DecisionsRead:
    from graph.export import jsonl  # noqa: PLC0415  # as above

    given = jsonl.decode(sys.stdin.buffer.read(), "standard input") if file == STDIN else jsonl.read(file)
    found = given.decisions
    with open_store(store, writable=True) as opened:
        return DecisionsRead(len(found), opened.merge(found))
