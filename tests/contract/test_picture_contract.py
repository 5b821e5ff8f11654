"""Answers are the same pictures on every engine."""

import pytest
from invented import ASKED, DOCUMENTS, LINKS, OTHER, PROVINCE

from api.pictures.drawn import DRAWN, drawn
from api.pictures.frame import Frame
from graph.comparison import compare
from graph.coverage import coverage
from graph.drawing import draw_table
from graph.matrix import matrix
from graph.overview import overview
from graph.store import Store, open_store
from graph.timeline import timeline
from graph.units import organizations, units

ANSWERS = {
    "coverage": lambda store: coverage(store, PROVINCE),
    "matrix": lambda store: matrix(store, ASKED),
    "compare": lambda store: compare(store, OTHER),
    "timeline": timeline,
    "units": lambda store: units(store, "例东区教体局"),
    "organizations": organizations,
    "overview": overview,
}


def pictures(store: Store) -> dict[str, bytes]:
    """The picture of each answer."""
    frame = Frame.of(store, "zh")
    return {name: draw_table(drawn(ask(store), frame), "svg") for name, ask in ANSWERS.items()}


@pytest.fixture(scope="module")
def expected() -> dict[str, bytes]:
    """What a store in memory draws."""
    with open_store(":memory:") as memory:
        for facts in DOCUMENTS:
            memory.replace(facts, LINKS)
        return pictures(memory)


def test_the_same_bytes_on_every_engine(store: Store, expected):
    """Whatever engine is below, and in whatever order the documents came."""
    for facts in reversed(DOCUMENTS):
        store.replace(facts, LINKS)

    assert expected == pictures(store)
    assert len(DRAWN) == len(expected)
