"""How long the server takes for each view of the page, and how heavy it is: median milliseconds and KB, uncompressed.

    python bench/pages.py STORE [--document 豫政〔2021〕2号] [--calls 20]

The server runs in a thread of this process. The document is the loaded one with most links.
"""

import argparse
import statistics
import time
from collections.abc import Iterator

import httpx
from rich.console import Console
from rich.table import Table

from answering import served
from api.app import create_app
from api.page.addresses import view
from graph import questions
from graph.store import Store, open_store


def main() -> None:
    """Print a row for each view."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    parser.add_argument("--document")
    parser.add_argument("--calls", type=int, default=20)
    asked = parser.parse_args()
    with open_store(asked.store) as store:
        addresses = list(views(store, asked.document))
    table = Table("view", "ms", "KB")
    with served(create_app(asked.store)) as url, httpx.Client(base_url=url) as client:
        for address in addresses:
            milliseconds, kilobytes = measured(client, address, asked.calls)
            table.add_row(address, f"{milliseconds:.0f}", f"{kilobytes:.0f}")
    Console().print(table)


def views(store: Store, document: str | None) -> Iterator[str]:
    """The addresses of all views, of one document and its first task where they need one."""
    cards = questions.documents(store)
    id = questions.resolve(store, document) if document else max(cards, key=lambda card: card.uppers + card.lowers).id
    task = next(clause for clause in questions.clauses(store, id) if clause.task)
    yield from ("/", view("search", q="教师"), view("units"), view("targets"), view("horizontal"), view("review"))
    yield from (view(name, id=id) for name in ("document", "cascade", "targets", "horizontal"))
    yield from (view(name, id=task.id) for name in ("cascade", "targets", "horizontal"))


def measured(client: httpx.Client, address: str, calls: int) -> tuple[float, float]:
    """The median milliseconds of an answer after the first, and its KB."""
    took = []
    for _ in range(calls + 1):
        started = time.perf_counter()
        answer = client.get(address, headers={"Accept": "text/html"}).raise_for_status()
        took.append(1000 * (time.perf_counter() - started))
    return statistics.median(took[1:]), len(answer.content) / 1000


if __name__ == "__main__":
    main()
