"""`make demo` does it all: it answers the sample's question and serves the API until it is stopped."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[1]


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def fetched(url: str, *, seconds: float) -> bytes:
    """What `url` answers, as soon as it answers within `seconds`."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with contextlib.suppress(OSError):
            return urllib.request.urlopen(url, timeout=5).read()
        time.sleep(0.2)
    raise TimeoutError(url)


def test_make_demo_answers_and_serves(tmp_path):
    """The answer is printed, the API answers, Ctrl-C stops it."""
    port = free_port()
    with (tmp_path / "printed").open("w+b") as printed:
        demo = subprocess.Popen(["make", "demo", f"PORT={port}"], cwd=ROOT, stdout=printed, start_new_session=True)
        try:
            documents = json.loads(fetched(f"http://127.0.0.1:{port}/documents", seconds=120))
        finally:
            os.killpg(demo.pid, signal.SIGINT)
            demo.wait(30)
        printed.seek(0)

        assert "示政〔2021〕7号" in {document["id"] for document in documents}
        assert "第十一条" in printed.read().decode("utf-8")
