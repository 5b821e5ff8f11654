"""Damaged files of every format: each must end in facts or in a refusal that says why, and soon.

    python bench/fuzzing.py [--format text] [--count 1000] [--seed 1] [--only NUMBER] [--keep FOLDER]

Seconds are those of the processor, so that other programs do not matter. PDFs and pictures are read in a process of
their own, as always, but in a copy of this one, which has the libraries at hand.
"""

import argparse
import io
import os
import resource
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, NoReturn

from rich.console import Console
from rich.progress import track
from rich.table import Table

from damaging import FORMATS, damaged
from graph.errors import InputError, UnreadableFile
from loaders.build import read_facts
from loaders.readers import ARCHIVE, Page, apart, read_packed, read_page

SLOW = 2.0
"""Seconds that no damaged file may take."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the reading of an input ended: in facts, in a refusal with its reason, or in a crash with its trace."""

    number: int
    kind: str
    said: str
    seconds: float


def read(path: Path) -> Iterator[str]:
    """What a file ends in: facts, or the reason of a refusal; in a ZIP file, each of its members."""
    try:
        found = read_packed(path) if path.suffix == ARCHIVE else [(str(path), read_page(path))]
        for _, page in found:
            if isinstance(page, Page):
                read_facts(page)
                yield "facts"
            else:
                yield _reason(page)
    except InputError as error:
        yield _reason(error)


def _reason(error: InputError) -> str:
    return error.reason if isinstance(error, UnreadableFile) else str(error)


def run_forked(command: list[str], *, input: bytes, **_: Any) -> subprocess.CompletedProcess[bytes]:
    """What subprocess.run does for the readers in a process of their own, without the second that Python needs to
    start and the libraries to load."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if not child:
            _be_reader(command[2:], input, out, err)
        _, status = os.waitpid(child, 0)
        out.seek(0)
        err.seek(0)
        return subprocess.CompletedProcess(command, os.waitstatus_to_exitcode(status), out.read(), err.read())


def _be_reader(arguments: list[str], data: bytes, out: IO[bytes], err: IO[bytes]) -> NoReturn:
    os.dup2(err.fileno(), 2)
    sys.argv, sys.stderr = arguments, os.fdopen(2, "w")
    sys.stdin, sys.stdout = io.TextIOWrapper(io.BytesIO(data)), io.TextIOWrapper(out)
    status = 1
    try:
        apart.main()
        sys.stdout.flush()
        status = 0
    finally:
        os._exit(status)


def outcome(kind: str, number: int, seed: int, folder: Path) -> Outcome:
    """What becomes of one input."""
    path = folder / f"input{FORMATS[kind][0]}"
    path.write_bytes(damaged(kind, number, seed))
    start = _processor_time()
    try:
        said = list(read(path))
    except Exception:
        return Outcome(number, "crash", traceback.format_exc(), _processor_time() - start)
    ended = "facts" if "facts" in said else "refused"
    return Outcome(number, ended, said[0] if said else "nothing packed in it", _processor_time() - start)


def _processor_time() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def report(kind: str, found: list[Outcome]) -> Table:
    """The summary of a format: how inputs ended, the slowest, and why they were refused."""
    slowest = max(found, key=lambda item: item.seconds)
    table = Table("what", "figure", title=f"{kind}: {len(found):,} inputs")
    ends = Counter(item.kind for item in found)
    table.add_row("facts, refused, crashes", " ".join(f"{ends[kind]:,}" for kind in ("facts", "refused", "crash")))
    table.add_row("seconds: mean, slowest", f"{sum(i.seconds for i in found) / len(found):.3f} {slowest.seconds:.2f}")
    table.add_row("slowest", f"number {slowest.number}: {slowest.said[:60]}")
    slow = [item for item in found if item.seconds > SLOW]
    table.add_row(f"over {SLOW:g} s", ", ".join(f"{i.number} ({i.seconds:.1f}: {i.said[:40]})" for i in slow) or "none")
    reasons = Counter(item.said.split(":")[0][:70] for item in found if item.kind == "refused")
    for reason, count in reasons.most_common(8):
        table.add_row(f"refused {count:,}", reason)
    return table


def main() -> None:
    """Read the damaged files, keep those that crash or are slow, and print the summary."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--format", choices=FORMATS, action="append")
    asked.add_argument("--count", type=int, default=1000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--only", type=int, help="the number of one input to read")
    asked.add_argument("--keep", type=Path, help="a folder for inputs that crash or are slow")
    given = asked.parse_args()
    console = Console()
    apart.subprocess.run = run_forked  # type: ignore[assignment]  # only what apart.py asks of it
    from loaders.readers import pdf_pages  # noqa: F401, PLC0415  # once, for all that are forked

    numbers = range(given.count) if given.only is None else [given.only]
    for kind in given.format or FORMATS:
        with tempfile.TemporaryDirectory() as folder:
            found = [outcome(kind, number, given.seed, Path(folder)) for number in track(numbers, kind)]
        console.print(report(kind, found))
        for item in found:
            if item.kind == "crash":
                console.print(f"number {item.number}\n{item.said}", markup=False)
            if given.keep and (item.kind == "crash" or item.seconds > SLOW):
                given.keep.mkdir(exist_ok=True)
                name = f"{kind}-{given.seed}-{item.number}{FORMATS[kind][0]}"
                (given.keep / name).write_bytes(damaged(kind, item.number, given.seed))


if __name__ == "__main__":
    main()
