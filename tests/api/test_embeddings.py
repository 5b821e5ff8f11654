"""Loading with a model of sentence embeddings."""

from importlib.util import find_spec

from papers import DISTRICT, write

from api import loading
from graph.store import open_store


def test_what_is_missing_is_said_before_the_store_is_made(cascade, tmp_path):
    """Without the library, or without a model in that folder, nothing is loaded: one line, exit status 2."""
    (tmp_path / "district.md").write_text(DISTRICT, encoding="utf-8")
    ran = cascade("load", "district.md", "--embeddings", "nowhere")
    expected = "no folder with a model" if find_spec("sentence_transformers") else "policy-cascade[embeddings]"

    assert (2, "") == (ran.status, ran.out)
    assert expected in ran.err
    assert ["district.md"] == [path.name for path in tmp_path.iterdir()]


class Asked:
    """An embedder that remembers what it was asked for."""

    def __init__(self):
        self.texts = set()

    def embed(self, texts):
        """Nothing means the same as anything."""
        self.texts |= set(texts)
        return [[0.0] for _ in texts]


def test_an_embedder_sees_both_documents(tmp_path):
    """A load hands its embedder to every pair that may be joined."""
    embedder = Asked()
    with open_store(":memory:") as store:
        loading.load(store, write(tmp_path), embedder=embedder)

    assert {f"每所社区学院配备不少于{number}名专职教师，开展社区教育教师轮训" for number in (5, 6)} <= embedder.texts
