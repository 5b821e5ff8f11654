"""A copy of a store answers as the store does, from every engine to every engine, and leaves other documents alone."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

import pytest
from contract.answered import answered, exported
from invented import ASKED, CITY, DISTRICT, DOCUMENTS, LINKS, OTHER, PROVINCE, decision

from graph.copying import copy
from graph.decisions import decisions
from graph.facts import read_documents
from graph.ids import clause_id
from graph.model import DocumentFacts, Implements
from graph.queries import EngineError
from graph.store import Store, open_store

PROPOSED, CANDIDATE = clause_id(CITY, "二（一）2"), clause_id(OTHER, "一")
UNLINKED = clause_id(PROVINCE, "四（十二）")
BELOW = (CITY, OTHER, DISTRICT)


def fill(store: Store, documents: Iterable[DocumentFacts] = DOCUMENTS, links: Iterable[Implements] = LINKS) -> None:
    """Load documents in this order."""
    for facts in documents:
        store.replace(facts, links)


def decide(store: Store) -> None:
    """What people said: two links are none, two that the rules did not keep are, one clause is not there."""
    store.decide(decision(PROPOSED, ASKED, "rejected"))
    store.decide(decision(CANDIDATE, ASKED))
    store.decide(decision(clause_id(DISTRICT, "附件第9项"), clause_id(DISTRICT, "三"), "rejected"))
    store.decide(decision(clause_id(DISTRICT, "四"), UNLINKED))
    store.merge([decision("未见/一", ASKED)])


@pytest.fixture
def origin(memory: Store) -> Store:
    """A store in memory with the invented cascade and decisions."""
    fill(memory)
    decide(memory)
    return memory


def reworded(facts: DocumentFacts, clause: str) -> DocumentFacts:
    """A document with another text at one clause."""
    clauses = tuple(replace(each, text="另一段话在此。") if each.id == clause else each for each in facts.clauses)
    return replace(facts, clauses=clauses)


def test_a_copy_answers_as_its_original(store, origin):
    """All questions, to the last byte."""
    copied = copy(origin, store)

    assert answered(origin) == answered(store)
    assert (4, 0, 0, 5, 0) == (copied.documents, copied.replaced, copied.kept, copied.decisions, copied.unlinked)


def test_a_copy_of_a_copy_is_the_original(store, origin):
    """There and back."""
    copy(origin, store)
    with open_store(":memory:") as back:
        copy(store.snapshot(), back)

        assert answered(origin) == answered(back)


def test_copied_twice_is_copied_once(store, origin):
    """The second copy replaces every document by itself."""
    copy(origin, store)

    again = copy(origin, store)

    assert exported(origin) == exported(store)
    assert (4, 0, 0) == (again.replaced, again.decisions, again.unlinked)


@pytest.mark.parametrize("done", range(len(DOCUMENTS)))
def test_an_interrupted_copy_is_of_whole_documents_and_can_be_finished(store, origin, done):
    """What was copied before is whole; what the next copy brings completes it."""

    def stopped(ids):
        yield from islice(ids, done)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy(origin, store, stopped)
    whole = {facts.document.id: facts.clauses for facts in read_documents(origin)}

    assert done == len(list(read_documents(store)))
    assert all(whole[facts.document.id] == facts.clauses for facts in read_documents(store))
    copy(origin, store)
    assert answered(origin) == answered(store)


def test_what_the_rules_said_is_copied_too(store, origin):
    """Who takes a decision back in the copy finds what they would have found in the original."""
    fill(origin, links=[replace(link, status="candidate") for link in LINKS])
    copy(origin, store)
    for each in decisions(origin):
        origin.undo(each.source, each.target)
        store.undo(each.source, each.target)

    assert exported(origin) == exported(store)


def test_other_documents_stay_with_their_links(store, memory):
    """A copy of the province alone leaves all that was linked to it linked."""
    fill(store)
    decide(store)
    wanted = exported(store)
    fill(memory, DOCUMENTS[:1])

    copied = copy(memory, store)

    assert wanted == exported(store)
    assert (1, 1, 3, 0) == (copied.documents, copied.replaced, copied.kept, copied.unlinked)


def test_links_to_a_text_that_changed_fall_away(store, memory):
    """The evidence of a link quotes the text: a link to another text would be a guess. The report counts them."""
    fill(store)
    fill(memory, [reworded(DOCUMENTS[0], ASKED)])

    copied = copy(memory, store)

    between = [link for link in LINKS if link.target == ASKED]
    assert len(between) == copied.unlinked
    assert not any(store.run("read/link", source=link.source, target=ASKED) for link in between)
    assert store.run("read/link", source=clause_id(DISTRICT, "三"), target=clause_id(CITY, "二（一）1"))


def test_a_newer_decision_of_the_target_stays(store, origin):
    """Decisions come together as they do from a file of them."""
    copy(origin, store)
    store.decide(decision(PROPOSED, ASKED, "confirmed", at="2023-01-01T00:00:00Z"))

    copy(origin, store)

    assert [("confirmed", "phrases")] == [
        (row["status"], row["method"]) for row in store.run("read/link", source=PROPOSED, target=ASKED)
    ]


def test_an_original_is_only_read(tmp_path, memory):
    """A file that is opened for reading is enough to copy from, and refuses to be copied to."""
    path = str(tmp_path / "policy.kgl")
    with open_store(path, writable=True) as written:
        fill(written)
    with open_store(path) as given:
        copy(given.snapshot(), memory)

        assert exported(given) == exported(memory)
        with pytest.raises(EngineError, match="reading only"):
            copy(memory, given)
