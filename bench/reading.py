"""Reading documents, stage by stage: seconds, characters a second and peak memory.

    python bench/reading.py [PATH...]     files or folders; default samples/

Seconds are the median of five runs over all documents; peak memory is what Python allocated in one further run.
"""

import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from loaders import build, heads, outline
from loaders.readers import READERS, read_page

RUNS = 5


def documents(paths: list[str]) -> list[Path]:
    """The files that a reader knows, below these paths."""
    found = [file for path in map(Path, paths) for file in ([path] if path.is_file() else sorted(path.rglob("*")))]
    return [file for file in found if file.suffix.lower() in READERS and file.name != "README.md"]


def stages(files: list[Path]) -> list[tuple[str, Callable[[], Any]]]:
    """Each stage as a call that does it for all documents, on what the stages before it made."""
    pages = [read_page(file) for file in files]
    head_facts = [heads.read_head(page) for page in pages]
    facts = [outline.read_clauses(page, head) for page, head in zip(pages, head_facts, strict=True)]
    calls: list[tuple[str, Callable[[], Any]]] = [
        ("readers", lambda: [read_page(file) for file in files]),
        ("heads", lambda: [heads.read_head(page) for page in pages]),
        ("outline", lambda: [outline.read_clauses(p, h) for p, h in zip(pages, head_facts, strict=True)]),
    ]
    for step in build.STEPS:
        calls.append((step.__name__.removeprefix("with_"), lambda step=step, facts=facts: [step(f) for f in facts]))
        facts = [step(item) for item in facts]
    calls.append(("links between", lambda facts=facts: build.link(facts)))
    calls.append(("all", lambda: build.load(files)))
    return calls


def seconds(call: Callable[[], Any]) -> float:
    """The median time of a call."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def peak(call: Callable[[], Any]) -> float:
    """The most memory, in MB, that Python held for a call."""
    tracemalloc.start()
    call()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6


def main() -> None:
    """Print the table."""
    files = documents(sys.argv[1:] or ["samples"])
    size = sum(len(line.text) for file in files for line in read_page(file).lines)
    table = Table("stage", "seconds", "characters/s", "peak MB", title=f"{len(files)} documents, {size:,} characters")
    for name, call in stages(files):
        took = seconds(call)
        table.add_row(name, f"{took:.4f}", f"{size / took:,.0f}", f"{peak(call):.1f}")
    Console().print(table)


if __name__ == "__main__":
    main()
