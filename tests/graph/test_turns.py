"""What waits, one after the other: the line of `review`, and the place of each pair in it."""

from dataclasses import replace

import pytest
from handed import link, put, task
from invented import decision

from graph.errors import UnknownReference
from graph.review import review
from graph.turns import Pair, turn
from graph.waiting import Asked

TOP = task("省", "一", "建一所工坊。免费开放工坊。")
CITY, OPEN = task("市", "1", "建一所工坊。"), task("市", "2", "免费开放工坊。", order=1)
DISTRICT = task("区", "1", "建一所小工坊。")
LINKS = (
    link(CITY, TOP, ("工坊", "工坊"), score=0.9),
    link(OPEN, TOP, ("工坊", "工坊"), score=0.7),
    link(DISTRICT, CITY, ("工坊", "工坊"), score=0.4, status="candidate", reason="too little"),
)
LINE = [Pair(item.source, item.target) for item in (LINKS[1], LINKS[0], LINKS[2])]
"""The less likely of the two links, then the likelier, then the near miss."""


@pytest.fixture
def store(memory):
    """Two links and a candidate."""
    return put(memory, [TOP, CITY, OPEN, DISTRICT], LINKS)


def walk(store, asked):
    """All pairs as `next` leads through them."""
    found, at = [], turn(store, asked=asked)
    while at.at:
        found.append(Pair(at.at.source.id, at.at.target.id))
        if at.next is None:
            return found
        at = turn(store, at.next, asked)
    return found


@pytest.mark.parametrize(
    "narrowed", [{}, {"status": "candidate"}, {"order": "most", "max_score": 0.8}, {"document": "区"}]
)
def test_the_line_is_what_review_lists(store, narrowed):
    """From the first to the last, narrowed as there."""
    asked = Asked(**narrowed)
    answer = review(store, asked)

    assert [Pair(item.link.source, item.link.target) for item in answer.waiting] == walk(store, asked)
    assert answer.total == turn(store, asked=asked).total > 0


def test_before_and_after(store):
    """The place of a pair, and its neighbours."""
    found = turn(store, LINE[1])

    assert (2, 3, LINE[0], LINE[2]) == (found.place, found.total, found.previous, found.next)
    assert turn(store).previous is turn(store, LINE[2]).next is None


def test_suspect_decisions_come_first(store):
    """A decision whose text changed stands before the links, once."""
    seen = store.decide(decision(DISTRICT.id, CITY.id, "confirmed"))
    store.undo(DISTRICT.id, CITY.id)
    store.merge([replace(seen, at="2099-01-01T00:00:00Z", source_print="0" * len(seen.source_print))])
    found = turn(store)

    assert (1, 3, 1) == (found.place, found.total, found.suspect)
    assert LINE[2] == Pair(found.at.source.id, found.at.target.id)
    assert LINE[0] == found.next
    assert 0 == turn(store, asked=Asked(document="省")).suspect


def test_a_pair_that_does_not_wait(store):
    """It is shown with no place, and the line begins after it."""
    store.decide(decision(OPEN.id, TOP.id, "confirmed"))
    found = turn(store, LINE[0])

    assert (0, 2, None, LINE[1]) == (found.place, found.total, found.previous, found.next)
    assert "confirmed" == found.at.status


def test_nothing_waits(memory):
    """Then there is nothing to look at."""
    found = turn(memory)

    assert (0, 0, None, None) == (found.place, found.total, found.at, found.next)


def test_clauses_that_are_not_there(store):
    """A pair of unknown clauses is unknown."""
    with pytest.raises(UnknownReference):
        turn(store, Pair("市/九", "省/一"))
