"""Readers in a process of their own: what takes too long or too much memory is ended there and does no harm here."""

import faulthandler
import json
import logging
import os
import signal
import subprocess
import sys
from dataclasses import asdict
from typing import Any

from graph.errors import MissingExtra, UnreadableFile
from loaders.readers.limits import Limits, Tick
from loaders.readers.page import Line

TO_START = 30.0
"""Seconds for the libraries to be there: they are large, and disks are slow when they are new to them."""
TIMED_OUT = b"Timeout ("
"""What faulthandler says first when it ends a process."""
BUSY = 20.0
"""Times as long that a step may take by the clock: on a busy machine a process waits for its turn."""


def read_apart(reader: str, data: bytes, name: str, limits: Limits) -> tuple[Line, ...]:
    """The lines that a reader ("pdf", "picture") finds in `data`. Raises what it raises, and UnreadableFile where it
    had to be ended."""
    paths = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(  # noqa: S603  # our own module, and no shell
        [sys.executable, "-c", f"from {__name__} import main; main()", reader, name, json.dumps(asdict(limits))],
        input=data, capture_output=True, check=False, env={**os.environ, "PYTHONPATH": paths},
    )  # fmt: skip
    if done.returncode == 0:
        return _lines(json.loads(done.stdout), name)
    if TIMED_OUT in done.stderr or done.returncode == -getattr(signal, "SIGPROF", 0):
        raise UnreadableFile(
            name, f"a page takes more than {limits.seconds:g} seconds to read; --max-seconds allows more"
        )
    raise UnreadableFile(name, f"its reader broke off with status {done.returncode}")


def _lines(answer: dict[str, Any], name: str) -> tuple[Line, ...]:
    if "refused" in answer:
        raise UnreadableFile(name, answer["refused"])
    if "missing" in answer:
        raise MissingExtra(*answer["missing"])
    fields = ({**line, "cells": tuple(line["cells"]), "cell_numbers": ()} for line in answer["lines"])
    return tuple(Line(**line) for line in fields)


def answer(reader: str, data: bytes, name: str, limits: Limits, tick: Tick) -> dict[str, Any]:
    """What the process answers: lines, or why there are none. `tick` is called before each step."""
    from loaders.readers import ocr, pdf_pages  # noqa: PLC0415  # slow: only here, where a file needs them

    readers = {"pdf": pdf_pages.read_pdf, "picture": ocr.read_picture}
    try:
        lines = readers[reader](data, name, limits, tick=tick)
    except UnreadableFile as error:
        return {"refused": error.reason}
    except MissingExtra as error:
        return {"missing": [error.extra, ocr.PURPOSE]}
    except MemoryError:
        return {
            "refused": f"takes more than {limits.memory:,} bytes of memory to read; a larger --max-size allows more"
        }
    return {"lines": [asdict(line) for line in lines]}


def main() -> None:
    """Read the file on standard input and write the answer as JSON; the arguments are those of the command above."""
    reader, name, given = sys.argv[1:]
    limits = Limits(**json.loads(given))
    faulthandler.dump_traceback_later(TO_START, exit=True)
    logging.disable()  # of what the libraries find strange; nobody reads it
    _limit_memory(limits.memory // 2)

    def tick(times: float, *, threads: bool = False) -> None:
        if threads:  # the OCR
            _limit_memory(limits.memory)
        _limit_time(limits.seconds * times, threads=threads)

    found = answer(reader, sys.stdin.buffer.read(), name, limits, tick)
    _limit_time(TO_START, threads=False)  # to write the answer
    sys.stdout.buffer.write(json.dumps(found).encode())


def _limit_time(seconds: float, *, threads: bool) -> None:
    """The limit is time of the processor, so that a busy machine refuses no file. By the clock it is longer, save for
    threads, which use the processor while they wait for each other."""
    counted = hasattr(signal, "setitimer") and not threads  # Windows has none
    faulthandler.dump_traceback_later(seconds * (BUSY if counted else 1), exit=True)
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds if counted else 0)


def _limit_memory(most: int) -> None:
    try:
        import resource  # noqa: PLC0415  # not on Windows, where there is no such limit

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    except (ImportError, ValueError, OSError):
        return  # the time is limited all the same
