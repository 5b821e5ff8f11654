"""The same question gives the same picture of a cascade and the same export, on every engine and in every process."""

import json
import os
import subprocess
import sys
from hashlib import sha256
from io import BytesIO

import pytest
from invented import ASKED, DOCUMENTS, LINKS, PROVINCE

from api import sample
from graph.cascade import cascade_view
from graph.drawing import PICTURES, draw
from graph.export import FORMATS
from graph.facts import read_graph
from graph.store import Store, open_store

QUESTIONS = {ASKED: 60, PROVINCE: 60, f"{PROVINCE}, folded": 3}
SAMPLE = {sample.QUESTION: 60, "示政〔2021〕7号, folded": 20}
STATUS = ("confirmed", "proposed", "candidate")
PROCESS = """
import json
from contract.test_cascade_picture_contract import SAMPLE, digests
from api import sample
from api.loading import files_of, load
from graph.store import open_store

with open_store(":memory:") as store:
    load(store, files_of([sample.home()]))
    print(json.dumps(digests(store, SAMPLE)))
"""


def digests(store: Store, questions: dict[str, int]) -> dict[str, str]:
    """Each picture of each question, with how many boxes it may have, and each export."""
    made = {}
    for question, limit in questions.items():
        view = cascade_view(store, question.removesuffix(", folded"), limit=limit, status=STATUS)
        made |= {f"{question} {format}": sha256(draw(view, format)).hexdigest() for format in PICTURES}
    graph = read_graph(store)
    for name, format in FORMATS.items():
        stream = BytesIO()
        format.write(graph, stream)
        made[name] = sha256(stream.getvalue()).hexdigest()
    return made


@pytest.fixture(scope="module")
def expected() -> dict[str, str]:
    """What a store in memory gives."""
    with open_store(":memory:") as memory:
        for facts in DOCUMENTS:
            memory.replace(facts, LINKS)
        return digests(memory, QUESTIONS)


def test_the_same_bytes_on_every_engine(store: Store, expected):
    """Whatever engine is below, and in whatever order the documents came."""
    for facts in reversed(DOCUMENTS):
        store.replace(facts, LINKS)

    assert expected == digests(store, QUESTIONS)


def test_the_same_bytes_in_every_process():
    """Nothing of a picture or an export hangs on how Python orders its sets, from the text of the sample on."""
    first, second = (
        subprocess.run(
            [sys.executable, "-c", PROCESS],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        )
        for seed in ("1", "2")
    )

    assert json.loads(first.stdout) == json.loads(second.stdout)
    assert len(SAMPLE) * len(PICTURES) + len(FORMATS) == len(json.loads(first.stdout))
