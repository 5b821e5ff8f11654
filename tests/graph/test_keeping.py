"""What is computed of all that is loaded is made once a state, and what is written shows at once, on every engine."""

from invented import ASKED, CITY, DOCUMENTS, LINKS, OTHER, decision

from graph.coverage import coverage
from graph.embedded_store import View
from graph.keeping import State, kept
from graph.overview import overview
from graph.store import open_store
from graph.web import Web


def put(store, *documents):
    """Put invented documents in a store with the links between them."""
    for facts in documents:
        store.replace(facts, tuple(link for link in LINKS if link.source.startswith(f"{facts.document.id}/")))


def ids(answer):
    """The documents of an overview."""
    return {item.card.id for level in answer.levels for item in level.documents}


def taken_up(store):
    """What carries out ASKED by the coverage of its document."""
    (item,) = [each for each in coverage(store, ASKED.rpartition("/")[0]).clauses if each.clause.id == ASKED]
    return {id for cell in item.cells for id in cell.by}


def test_a_load_shows_at_once(store):
    """What was asked before a document came or went is asked anew."""
    put(store, *DOCUMENTS[:2])
    before = overview(store)
    put(store, *DOCUMENTS[2:])
    loaded = overview(store)
    store.remove(OTHER)

    assert {facts.document.id for facts in DOCUMENTS[:2]} == ids(before)
    assert {facts.document.id for facts in DOCUMENTS} == ids(loaded)
    assert ids(loaded) - {OTHER} == ids(overview(store))


def test_a_decision_shows_at_once(store):
    """A link that is rejected carries nothing out, from the next question on; taken back it does again."""
    put(store, *DOCUMENTS)
    before = taken_up(store)
    store.decide(decision(f"{OTHER}/二", ASKED, "rejected"))
    rejected = taken_up(store)
    store.undo(f"{OTHER}/二", ASKED)

    assert f"{OTHER}/二" in before - rejected
    assert before == taken_up(store)


def test_a_reader_sees_what_a_writer_published(tmp_path):
    """A file that stays open for reading while another adds a document."""
    path = str(tmp_path / "policy.kgl")
    with open_store(path, writable=True) as writer:
        put(writer, *DOCUMENTS[:2])
    with open_store(path) as reader:
        before = ids(overview(reader))
        with open_store(path, writable=True) as writer:
            put(writer, *DOCUMENTS[2:])

        assert CITY in before
        assert OTHER not in before
        assert {facts.document.id for facts in DOCUMENTS} == ids(overview(reader))


def test_a_state_is_read_once(memory):
    """As long as nothing is written, and again after that."""
    put(memory, *DOCUMENTS)
    first = kept(memory.snapshot(), Web.of)

    assert kept(memory.snapshot(), Web.of) is first
    put(memory, DOCUMENTS[0])
    assert kept(memory.snapshot(), Web.of) is not first


def test_what_may_change_is_not_kept(memory):
    """A store, or the inside of a transaction, is no state."""
    put(memory, *DOCUMENTS)

    assert not issubclass(View, State)
    assert kept(memory, Web.of) is not kept(memory, Web.of)
