"""What one more document costs while the store grows: loading a district's plan among documents of other provinces.

    python bench/growth.py [NUMBER...]     default 10 100 1000 documents

The store is a file; it holds the sample's ministry, province and city, and invented city plans of other provinces. Of
these none may be joined with the district's, so the time should not grow. Of five loads the quickest and the median are
shown: other work on the machine only slows them.
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from api.loading import load
from graph import codec
from graph.model import DocumentFacts
from graph.possible import lowers, uppers
from graph.store import Store, open_store
from loaders.build import read

SAMPLES = Path(__file__).parents[1] / "samples"
ABOVE = ("1-ministry-opinion.txt", "2-province-opinion.txt", "3-city-action-plan.txt")
DISTRICT = SAMPLES / "5-district-draft.txt"
CITY_NAME = "示例市"
PROVINCE, CITY = "9900", "990100"  # what the codes of the sample's regions begin with, and its city's
RUNS = 5


def elsewhere(plan: DocumentFacts, count: int) -> Iterator[DocumentFacts]:
    """As many copies of a city's plan, each with a number and name of its own, for cities of other provinces."""
    text = json.dumps(codec.plain(plan), ensure_ascii=False)
    for rank in range(count):
        province, city = 11 + rank % 80, 1 + rank // 80 % 99
        copied = text.replace(plan.document.id, f"例政〔2020〕{rank + 1}号").replace(CITY_NAME, f"样例{rank + 1}市")
        copied = copied.replace(CITY, f"{province}{city:02}00").replace(PROVINCE, f"{province}00")
        yield codec.read(DocumentFacts, json.loads(copied))


def milliseconds(store: Store, file: Path) -> list[float]:
    """What loading a document that is not there takes, several times."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        (document,) = load(store, [file]).documents
        times.append((time.perf_counter() - start) * 1000)
        store.remove(document.id)
    return times


def main() -> None:
    """Fill a store for each number, load the district's plan, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("numbers", nargs="*", type=int, default=(10, 100, 1000), help="of invented documents")
    district, plan = read(DISTRICT), read(SAMPLES / ABOVE[-1])
    table = Table("documents", "of them read", "least ms", "median ms", title="one more document")
    for count in parser.parse_args().numbers:
        with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/bench.kgl", writable=True) as store:
            load(store, [SAMPLES / name for name in ABOVE])
            for facts in elsewhere(plan, count):
                store.replace(facts)
            joined = {*uppers(store, district), *lowers(store, district.document)}
            times = milliseconds(store, DISTRICT)
            figures = (count + len(ABOVE), len(joined), f"{min(times):.0f}", f"{statistics.median(times):.0f}")
            table.add_row(*map(str, figures))
    Console().print(table)


if __name__ == "__main__":
    main()
