"""Commands that ask the store: tasks, lineage, resolve, search, documents, clauses."""

from typing import Annotated

import typer

from api import tables
from api.answers import Resolved
from api.commands.common import DEFAULT_STORE, AsJson, ClauseText, DocumentText, StoreUrl, command, show
from graph import questions
from graph import search as searches
from graph.model import Level
from graph.questions import DEPTH_LIMIT, Direction
from graph.store import open_store


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
    show(answer, as_json, tables.tasks)


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
    show(answer, as_json, tables.lineage)


@command('resolve "示政[2021]7号 第十一条"')
def resolve(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A document or clause as people write it.")],
    store: StoreUrl = DEFAULT_STORE,
    as_json: AsJson = False,
) -> None:
    """The id of the one document or clause that a text means."""
    with open_store(store) as opened:
        answer = Resolved.of(questions.resolve(opened, text))
    show(answer, as_json, tables.resolved)


@command("search 社区学院", 'search "体质健康 监测" --limit 5', "search 示例省教育厅")
def search(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A reference, a title, a unit, or words of a text.")],
    limit: Annotated[int, typer.Option(min=1, max=searches.MOST, help="How many clauses.")] = searches.LIMIT,
    store: StoreUrl = DEFAULT_STORE,
    as_json: AsJson = False,
) -> None:
    """What a text names, and what holds its words.

    Documents by title, organizations by name, clauses by text."""
    with open_store(store) as opened:
        answer = searches.search(opened, text, limit=limit)
    show(answer, as_json, tables.search)


@command("documents", "documents --json")
def documents(store: StoreUrl = DEFAULT_STORE, as_json: AsJson = False) -> None:
    """All documents, from the nation down, the only cited ones last."""
    with open_store(store) as opened:
        answer = questions.documents(opened)
    show(answer, as_json, tables.documents)


@command("clauses 示政〔2021〕7号")
def clauses(document: DocumentText, store: StoreUrl = DEFAULT_STORE, as_json: AsJson = False) -> None:
    """The clauses of a document in order."""
    with open_store(store) as opened:
        answer = questions.clauses(opened, questions.resolve(opened, document))
    show(answer, as_json, tables.clauses)
