"""Coverage, figures and units answer the same on every engine."""

from dataclasses import replace

import pytest
from invented import ASKED, DOCUMENTS, LINKS, OTHER, PROVINCE

from api.answers import to_json
from graph.comparison import compare
from graph.coverage import coverage
from graph.store import Store, open_store
from graph.units import units

ASKED_FIGURES = tuple(
    replace(figure, id=f"{ASKED}#{rank}", source=ASKED) for rank, figure in enumerate(DOCUMENTS[0].indicators, 1)
)
CASCADE = (replace(DOCUMENTS[0], indicators=(*ASKED_FIGURES, *DOCUMENTS[0].indicators)), *DOCUMENTS[1:])
"""The invented cascade in which the clause that everything derives from states figures too."""

QUESTIONS = {
    "coverage": lambda store: coverage(store, PROVINCE),
    "coverage-narrowed": lambda store: coverage(store, PROVINCE, level="municipal", region="例川市"),
    "compare-clause": lambda store: compare(store, ASKED),
    "compare-document": lambda store: compare(store, OTHER),
    "units": lambda store: units(store, "例东区教体局"),
    "units-of-all": lambda store: units(store, "示例省财政厅"),
}


@pytest.fixture(scope="module")
def expected() -> dict[str, str]:
    """What a store in memory answers."""
    with open_store(":memory:") as memory:
        for facts in CASCADE:
            memory.replace(facts, LINKS)
        return {name: to_json(ask(memory)) for name, ask in QUESTIONS.items()}


@pytest.mark.parametrize("order", ["as they come", "backward"])
def test_the_same_json_on_every_engine(store: Store, expected, order):
    """To the letter, whatever engine is below and in whatever order the documents came."""
    for facts in CASCADE if order == "as they come" else reversed(CASCADE):
        store.replace(facts, LINKS)

    assert expected == {name: to_json(ask(store)) for name, ask in QUESTIONS.items()}


def test_the_answers_say_something(expected):
    """The invented cascade has cells, figures and tasks to agree on."""
    assert '"standing": "partly"' in expected["coverage"]
    assert '"verdict"' in expected["compare-document"]
    assert '"role": "lead"' in expected["units"]
