"""The links that nobody decided: which are asked for, in which order, and what speaks against each."""

from dataclasses import replace

import pytest
from handed import link, put, task
from invented import decision

from graph.errors import UnknownReference
from graph.explaining import explain
from graph.facts import read_graph
from graph.model import Citation
from graph.waiting import Asked, waiting

TOP, OTHER = task("省", "一", "建一所工坊。"), task("省", "二", "办一所工坊。", order=1)
CITY = task("市", "十", "建一所工坊。", order=1)
FIRST = task("市", "二", "办好一所工坊。")
DISTRICT = task("区", "1", "建一所小工坊。")
ONE = link(CITY, TOP, ("工坊", "工坊"), score=0.9)
TWO = replace(ONE, evidence=ONE.evidence * 2)
LINKS = {
    "sure": link(DISTRICT, CITY, ("工坊", "工坊"), score=0.9, evidence=TWO.evidence),
    "lone": ONE,
    "beside": link(CITY, OTHER, ("工坊", "工坊"), score=0.7, evidence=TWO.evidence),
    "low": link(FIRST, TOP, ("工坊", "工坊"), score=0.6, evidence=TWO.evidence),
    "near": link(DISTRICT, TOP, ("工坊", "工坊"), score=0.4, status="candidate"),
    "far": link(DISTRICT, OTHER, ("工坊", "工坊"), score=0.3, status="candidate"),
}


@pytest.fixture
def now(memory):
    """Four links and two near misses."""
    return put(memory, [TOP, OTHER, FIRST, CITY, DISTRICT], LINKS.values()).snapshot()


def names(now, **asked):
    """The names of the links that are asked for."""
    ends = {(item.source, item.target): name for name, item in LINKS.items()}
    return [ends[item.link.source, item.link.target] for item in waiting(now, Asked(**asked))]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("doubtful", ["beside", "lone", "low", "sure", "near", "far"]),
        ("least", ["far", "near", "low", "beside", "sure", "lone"]),
        ("most", ["sure", "lone", "beside", "low", "near", "far"]),
        ("document", ["sure", "near", "far", "low", "lone", "beside"]),
    ],
)
def test_orders(now, order, expected):
    """Most spoken against, then least likely, first, near misses last, the nearest first; or by score; or by the
    document below, as its clauses stand there."""
    assert expected == names(now, order=order)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"status": "candidate"}, ["near", "far"]),
        ({"min_score": 0.4, "max_score": 0.7}, ["beside", "low", "near"]),
        ({"caution": "one passage"}, ["lone"]),
        ({"caution": "another likelier"}, ["beside"]),
        ({"document": "区"}, ["sure", "near", "far"]),
        ({"other": "区"}, ["sure", "near", "far"]),
        ({"document": "省", "other": "区"}, ["near", "far"]),
        ({"document": "市/十"}, ["beside", "lone", "sure"]),
        ({"document": "区", "other": "省", "max_score": 0.3}, ["far"]),
    ],
)
def test_narrowed(now, asked, expected):
    """Status, bounds that count themselves, what speaks against it, one document or two, whichever is above."""
    assert expected == names(now, **asked)


def test_what_speaks_against_each(memory):
    """Told of links that count as the explanation of each tells it, by citations and the links beside; of near misses
    nothing."""
    store = put(memory, [TOP, OTHER, FIRST, CITY, DISTRICT], LINKS.values())
    city = next(facts for facts in read_graph(store.snapshot()).documents if facts.document.id == "市")
    cited = Citation("市/十", "省", "《省》", "依据", title="省")
    store.replace(replace(city, citations=(cited,)), LINKS.values())
    found = {(item.link.source, item.link.target): item.cautions for item in waiting(store.snapshot(), Asked())}

    assert {ends: explain(store, *ends).cautions for ends in found} == found
    assert () == found["市/二", "省/一"] == found["区/1", "省/一"]
    assert ("one passage",) == found["市/十", "省/一"]
    assert ("no citation", "date unknown") == found["区/1", "市/十"]


def test_what_is_decided_waits_no_more(memory):
    """Once it is confirmed or rejected, also when the line was asked for before."""
    store = put(memory, [TOP, OTHER, FIRST, CITY, DISTRICT], LINKS.values())
    before = waiting(store.snapshot(), Asked())
    store.decide(decision("市/十", "省/一", "confirmed"))
    store.decide(decision("市/二", "省/一", "rejected"))

    assert len(waiting(store.snapshot(), Asked())) == len(before) - 2


def test_documents_that_are_not_there(now):
    """They are unknown, the one as the other."""
    for asked in (Asked(document="镇"), Asked(other="镇")):
        with pytest.raises(UnknownReference):
            waiting(now, asked)
