"""Sentences that mean the same to an embedder."""

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest
from written import CITY, PROVINCE, written

from graph.errors import InputError, MissingExtra
from loaders.embedding import LocalModel
from loaders.implements import link_between

ABOVE = {
    "一1": "鼓励手艺人到工坊任职并按劳计酬，所得由个人支配。",
    "一2": "修缮沿河古窑址群落，划定保护红线范围。",
    "一3": "加强组织领导。加强统筹协调，压实工作责任，建立竹编漆器联席会议。",
}
BELOW = {
    "一1": "匠人可在工坊兼差，薪水由他支配。",
    "一2": "改造沿线民宿客栈，开通观光巴士线路。",
    "一3": "加强组织领导。提高政治站位，凝聚各方合力，成立编织彩绘工作专班。",
}
MEANT = (("手艺人", "匠人"), ("古窑址",), ("民宿",), ("联席会议", "工作专班"))
"""Words by which the embedder of the tests tells what a sentence means: a number of its vector for each."""


class ByWords:
    """An embedder that knows a few words, and counts what it embeds."""

    def __init__(self) -> None:
        self.asked = []

    def embed(self, texts):
        """For each text, which of MEANT it names."""
        self.asked += texts
        return [[float(any(word in text for word in words)) for words in MEANT] for text in texts]


def linked(embedder=None, above=None, below=None):
    """The links of the city's plan to the province's opinion, which it cites."""
    upper = written("示政〔2021〕7号", PROVINCE, above or ABOVE, issued="2021-06-15")
    lower = written("例政〔2021〕9号", CITY, below or BELOW, issued="2021-09-28", cites=["示政〔2021〕7号"])
    return link_between(lower, upper, embedder)


def test_what_means_the_same_is_evidence():
    """Two sentences with hardly a word in common are linked by their meaning, each shown whole."""
    assert "一1" not in {link.source.rpartition("/")[2] for link in linked() if link.status == "proposed"}
    (link,) = [link for link in linked(ByWords()) if link.status == "proposed"]

    assert ("例政〔2021〕9号/一1", "示政〔2021〕7号/一1", "meaning") == (link.source, link.target, link.method)
    assert [("meaning", 1.26, "匠人可在工坊兼差，薪水由他支配")] == [
        (item.kind, item.weight, item.source.text) for item in link.evidence if item.kind == "meaning"
    ]


def test_clauses_that_all_documents_have_are_not_compared():
    """加强组织领导 means the same everywhere: its sentences are not asked for."""
    embedder = ByWords()
    linked(embedder)

    assert embedder.asked
    assert not [text for text in embedder.asked if "工作专班" in text]


def test_several_that_mean_the_same_say_less():
    """Where two clauses above mean the same as one below, each weighs less than one alone would."""
    twice = ABOVE | {"一2": "手艺人所得归个人支配，任何单位不得截留。"}
    weights = [e.weight for link in linked(ByWords(), twice) for e in link.evidence if e.kind == "meaning"]

    assert weights
    assert max(weights) < 1.26


def test_without_an_embedder_nothing_changes():
    """An embedder that finds nothing alike gives the links that none gives."""
    assert linked() == linked(Nothing())


class Nothing:
    """An embedder to which all texts are strangers, even those that say nothing."""

    def embed(self, texts):
        """Zeros."""
        return [[0.0] for _ in texts]


def test_a_document_is_embedded_once():
    """What two comparisons need is asked for once."""
    embedder = ByWords()
    linked(embedder)
    asked = len(embedder.asked)
    linked(embedder)

    assert asked == len(embedder.asked) == len(set(embedder.asked))


# the model --------------------------------------------------------------------------------------------------------


def test_the_extra_is_asked_for(tmp_path, monkeypatch):
    """Without the library, the error says how to install it."""
    monkeypatch.setattr("loaders.embedding.find_spec", lambda name: None)

    with pytest.raises(MissingExtra, match=r"by their meaning needs .*pip install 'policy-cascade\[embeddings\]'"):
        LocalModel(tmp_path)


class Library(ModuleType):
    """What stands for the library, which is too heavy for the tests: its one class, as far as it is used."""

    class SentenceTransformer:
        """A model that says how long a text is."""

        def __init__(self, folder, *, local_files_only):
            assert local_files_only
            if not folder.endswith("model"):
                raise ValueError("no config.json")

        def encode(self, texts, *, show_progress_bar):
            """A vector for each text."""
            assert not show_progress_bar
            return Rows([[float(len(text)), 1.0] for text in texts])


class Rows(list):
    """Rows of numbers as the library gives them."""

    def tolist(self):
        """Plain lists."""
        return list(self)


@pytest.fixture
def library(monkeypatch):
    """The library's stand-in, installed."""
    monkeypatch.setitem(sys.modules, "sentence_transformers", Library("sentence_transformers"))
    monkeypatch.setattr("loaders.embedding.find_spec", lambda name: ModuleSpec(name, None))


def test_a_model_of_this_machine(library, tmp_path):
    """A vector for each text; nothing is fetched from elsewhere."""
    (tmp_path / "model").mkdir()

    assert [[2.0, 1.0], [3.0, 1.0]] == LocalModel(tmp_path / "model").embed(["竹编", "漆器坊"])


def test_a_folder_without_a_model(library, tmp_path):
    """A name that is no folder is not looked for elsewhere; a folder of something else is told."""
    with pytest.raises(InputError, match="there is no folder with a model"):
        LocalModel(tmp_path / "model")
    with pytest.raises(InputError, match=r"no model of sentence-transformers: no config\.json"):
        LocalModel(tmp_path)
