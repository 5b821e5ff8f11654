"""Commands that say why: explain, why-not."""

from pathlib import Path
from typing import Annotated

import typer

from api import explained
from api.commands.common import DEFAULT_STORE, AsJson, ClauseText, StoreUrl, command, show, written
from graph import explaining
from graph.store import open_store

SourceText = Annotated[str, typer.Argument(metavar="SOURCE", help="The lower or later clause, as people write it.")]
TargetText = Annotated[str, typer.Argument(metavar="TARGET", help="The higher or earlier clause.")]


@command(
    "explain 例政〔2021〕15号/二（三）2 示政〔2021〕7号/四（十一）",
    'explain "例政〔2021〕15号 二（三）2" "示政〔2021〕7号 第十一条" --html link.html',
)
def explain(
    source: SourceText,
    target: TargetText,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page to attach to a report.")
    ] = None,
    store: StoreUrl = DEFAULT_STORE,
    as_json: AsJson = False,
) -> None:
    """Why two clauses are linked, or are not: the evidence.

    Both texts with their common passages marked, what each piece of evidence weighs, the indicators side by side.
    """
    with open_store(store) as opened:
        answer = explaining.explain(opened, source, target)
    if html:
        from api import explanation_page  # noqa: PLC0415  # answers do not wait for templates

        with written(html) as stream:
            stream.write(explanation_page.page(answer).encode())
    if not html or as_json:
        show(answer, as_json, explained.explanation)


@command("why-not 例政〔2021〕15号/二（一）4", 'why-not "示政〔2021〕7号 第八条" --json')
def why_not(clause: ClauseText, store: StoreUrl = DEFAULT_STORE, as_json: AsJson = False) -> None:
    """Why a clause carries out nothing above, and what is near.

    What came near and why it was refused, and which documents above the clause could carry out at all.
    """
    with open_store(store) as opened:
        answer = explaining.why_not(opened, clause)
    show(answer, as_json, explained.why_not)
