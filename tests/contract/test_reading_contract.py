"""What is loaded, found and read is the same on every engine."""

import pytest

from api import sample
from api.answers import to_json
from api.loading import files_of, load
from graph.overview import overview
from graph.reading import reading
from graph.search import search
from graph.store import open_store

ASKED = [
    "体育场馆",
    "体育 社区",
    "教育局",
    "示政〔2021〕7号第十一条",
    "示政〔2021〕8号",
    "一校一品",
    "A'b\\",
    "%",
    "学校",
]


def _answers(store) -> list[str]:
    load(store, files_of([sample.home()]))
    found = [to_json(search(store, text)) for text in ASKED]
    documents = [item.card.id for level in overview(store).levels for item in level.documents]
    return [*found, to_json(overview(store)), *(to_json(reading(store, id)) for id in documents)]


@pytest.fixture(scope="module")
def expected() -> list[str]:
    """What a store in memory answers."""
    with open_store(":memory:") as store:
        return _answers(store)


def test_the_same_on_every_engine(store, expected):
    """Byte for byte."""
    assert expected == _answers(store)
