"""Answering `tasks`: at the command line, in process, and over HTTP beside a bare FastAPI answer of the same bytes.

    python bench/answering.py [CLAUSE [PATH...]]     default: the sample's question on samples/

Milliseconds over 200 calls (20 at the command line): median, 95th percentile, most.
"""

import asyncio
import contextlib
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import uvicorn
from fastapi import FastAPI, Response
from rich.console import Console
from rich.table import Table

from api.app import create_app
from graph import questions
from graph.store import open_store

CASCADE = Path(sys.executable).parent / "cascade"
QUESTION = "示政〔2021〕7号 第十一条"


def timed(call: Callable[[], object], runs: int) -> tuple[float, float, float]:
    """Median, 95th percentile and maximum in milliseconds, after three calls that do not count."""
    times = []
    for run in range(runs + 3):
        start = time.perf_counter()
        call()
        if run >= 3:
            times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), sorted(times)[int(len(times) * 0.95)], max(times)


@contextlib.contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The address of `app`, served on a free port of this machine by uvicorn in a thread."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve()))
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


def bare(body: bytes) -> FastAPI:
    """An application that does nothing but answer with these bytes."""
    app = FastAPI()

    @app.get("/tasks")
    async def answer() -> Response:
        return Response(body, media_type="application/json")

    return app


def main() -> None:
    """Load the documents into a store of their own, ask, print the table."""
    question = sys.argv[1] if len(sys.argv) > 1 else QUESTION
    paths = sys.argv[2:] or ["samples"]
    table = Table("way", "median ms", "95 % ms", "most ms", title=f"tasks {question}")
    with tempfile.TemporaryDirectory() as folder:
        url = str(Path(folder) / "bench.kgl")
        subprocess.run([CASCADE, "load", *paths, "--store", url], check=True, stdout=subprocess.DEVNULL)
        measure(url, question, table)
    Console().print(table)


def measure(url: str, question: str, table: Table) -> None:
    """One row a way of asking."""

    def add(name: str, call: Callable[[], object], runs: int = 200) -> None:
        table.add_row(name, *(f"{figure:.2f}" for figure in timed(call, runs)))

    command = [CASCADE, "tasks", question, "--json", "--store", url]
    add("command line", lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ), 20)
    with open_store(url) as store:
        add("in process", lambda: questions.tasks(store, question))
    with served(create_app(url)) as address, httpx.Client(base_url=address) as client:
        query = {"derives_from": question}
        body = client.get("/tasks", params=query).raise_for_status().content
        add("HTTP", lambda: client.get("/tasks", params=query))
    with served(bare(body)) as address, httpx.Client(base_url=address) as client:
        add(f"bare FastAPI, the same {len(body):,} bytes", lambda: client.get("/tasks", params=query))


if __name__ == "__main__":
    main()
