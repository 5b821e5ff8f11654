"""How much of a store is read when a document comes in."""

from collections import Counter
from typing import Any

import pytest
from papers import CITY, DISTRICT, PROVINCE
from small import CITY as CITY_ID
from small import FACTS
from small import PROVINCE as PROVINCE_ID

from api import joining
from api.joining import Joining
from api.loading import load
from graph.queries import Reader, Row
from graph.store import Store


class Counting:
    """A store that counts the documents whose clauses are read."""

    def __init__(self, store: Store) -> None:
        self._store, self.read = store, Counter[str]()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def snapshot(self) -> Reader:
        """Itself: nobody writes while the tests read."""
        return self

    def run(self, query: str, **parameters: Any) -> list[Row]:
        """What the store answers."""
        if query == "read/clauses":
            self.read.update(parameters["documents"])
        return self._store.run(query, **parameters)


@pytest.fixture
def counting(memory):
    """An empty store that counts."""
    return Counting(memory)


def written(folder, **texts):
    """Files with these texts, by name."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [folder / f"{name}.txt" for name in texts]


def elsewhere(count):
    """City documents of other provinces that nothing here may be joined with."""
    names = ("河南省", "湖北省", "湖南省", "广东省", "四川省", "陕西省")[:count]
    return {
        f"other{n}": CITY.replace("示例市人民政府关于", f"{name}人民政府关于").replace("8号", f"{n + 20}号")
        for n, name in enumerate(names)
    }


@pytest.mark.parametrize("others", [0, 2, 6])
def test_only_what_may_be_joined_is_read(counting, tmp_path, others):
    """However many documents of other provinces there are, a district reads its province and its city."""
    load(counting, written(tmp_path, province=PROVINCE, city=CITY, **elsewhere(others)))
    counting.read.clear()
    (report,) = load(counting, written(tmp_path, district=DISTRICT)).documents

    assert {"示政〔2023〕5号": 1, "例政〔2023〕8号": 1} == counting.read
    assert report.links_up > 0


def test_a_document_is_read_once_in_a_load(counting, tmp_path):
    """What two new documents may both be joined with is read for the first of them; what came in is not read back."""
    load(counting, written(tmp_path, province=PROVINCE))
    counting.read.clear()
    load(counting, written(tmp_path, city=CITY, district=DISTRICT))

    assert {"示政〔2023〕5号": 1} == counting.read


def test_what_is_held_is_bounded(counting, monkeypatch):
    """What was held longest is let go of, and read again when it is wanted."""
    monkeypatch.setattr(joining, "DOCUMENTS_HELD", 1)
    for facts in FACTS:
        counting.replace(facts)
    district, session = FACTS[-1], Joining(counting)
    links = [set(session.links(district, ())) for _ in range(2)]

    assert links[0] == links[1]
    assert {CITY_ID: 2, PROVINCE_ID: 1} == counting.read


def test_what_came_in_is_not_read_back(counting):
    """A document that was put in the store in this load is at hand, and joined with those after it."""
    counting.replace(FACTS[0])
    session = Joining(counting)
    session.hold(FACTS[0])
    list(session.links(FACTS[-1], ()))

    assert not counting.read


def test_documents_of_one_file_are_left_apart(counting):
    """What is in `apart` is neither read nor joined."""
    counting.replace(FACTS[0])

    assert [] == list(Joining(counting).links(FACTS[-1], {FACTS[0].document.id}))
    assert not counting.read
