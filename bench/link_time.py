"""What linking costs in time: one document against some above it, and all against all as documents are loaded."""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence

from rich.table import Table

from graph.model import DocumentFacts
from graph.standing import cites_it, may_implement
from link_pairs import made
from loaders import build, implements, likeness, wording

RUNS = 5
LOADED = (5, 10, 20, 40, 80)
CACHES = (implements.prepared, likeness.grams, wording.telling)  # what a new process has not


def against(lower: DocumentFacts, uppers: Sequence[DocumentFacts]) -> Table:
    """The time to link one document with all of these together, as in a new process and with them known."""
    table = Table("one against", "clauses", "links proposed", "first, s", "again, s", title=lower.document.title)

    def link() -> list[str]:
        links = [link for upper in uppers for link in implements.link_between(lower, upper)]
        return [link.source for link in links if link.status == "proposed"]

    first = statistics.median(_timed(link, anew=True) for _ in range(RUNS))
    again = statistics.median(_timed(link) for _ in range(RUNS))
    clauses = f"{len(lower.clauses)} x {sum(len(upper.clauses) for upper in uppers)}"
    table.add_row(f"{len(uppers)} documents", clauses, str(len(link())), f"{first:.2f}", f"{again:.2f}")
    return table


def loaded(seed: int) -> Table:
    """The time to link all of some invented documents, by their number; documents of no common region or level are
    passed over."""
    table = Table("documents", "pairs compared", "seconds", "ms a pair", "µs a possible pair", title="all against all")
    for count, documents in _invented(seed):
        took = statistics.median(_timed(lambda documents=documents: build.link(documents), anew=True) for _ in range(3))
        compared = sum(_joined(one, other) for one in documents for other in documents)
        possible = count * (count - 1)
        each = f"{took / compared * 1000:.1f}", f"{took / possible * 1e6:,.0f}"
        table.add_row(str(count), f"{compared:,} of {possible:,}", f"{took:.2f}", *each)
    return table


def _invented(seed: int) -> Iterator[tuple[int, list[DocumentFacts]]]:
    pairs = list(made(max(LOADED), seed))
    documents = [facts for pair in pairs for facts in (pair.source, pair.target)]
    named = list({facts.document.id: facts for facts in documents}.values())
    for count in LOADED:
        if count <= len(named):
            yield count, named[:count]


def _joined(source: DocumentFacts, target: DocumentFacts) -> bool:
    return may_implement(source.document, target.document, cites=cites_it(source.citations, target.document))


def _timed(call: Callable[[], object], *, anew: bool = False) -> float:
    for cache in CACHES if anew else ():
        cache.cache_clear()
    start = time.perf_counter()
    call()
    return time.perf_counter() - start
