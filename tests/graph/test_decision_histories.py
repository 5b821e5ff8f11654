"""What a store holds depends on its documents and on what people decided, not on the order in which they came."""

import io

from hypothesis import given, settings
from hypothesis import strategies as st
from invented import ASKED, CITY, DISTRICT, DOCUMENTS, LINKS, OTHER, PROVINCE, decision

from graph.decisions import decisions
from graph.export import jsonl
from graph.facts import read_documents, read_graph
from graph.ids import clause_id
from graph.store import Store, open_store

PAIRS = (
    (clause_id(CITY, "二（一）2"), ASKED),  # proposed
    (clause_id(OTHER, "一"), ASKED),  # a candidate
    (clause_id(DISTRICT, "附件第9项"), clause_id(DISTRICT, "三")),  # proposed, within one document
    (clause_id(DISTRICT, "四"), clause_id(PROVINCE, "四（十二）")),  # nothing that a rule finds
)
BY_ID = {facts.document.id: facts for facts in DOCUMENTS}
pairs = st.sampled_from(PAIRS)
documents = st.sampled_from(sorted(BY_ID))
steps = st.lists(
    st.one_of(
        st.tuples(st.just("decide"), pairs, st.sampled_from(["confirmed", "rejected"])),
        st.tuples(st.just("undo"), pairs, st.none()),
        st.tuples(st.just("load"), documents, st.none()),
        st.tuples(st.just("remove"), documents, st.none()),
    ),
    max_size=12,
)


def loaded(store: Store) -> list[str]:
    """The documents of a store."""
    return [facts.document.id for facts in read_documents(store)]


def take(store: Store, step: tuple) -> None:
    """Take a step, where it can be taken."""
    kind, what, status = step
    if kind == "load":
        store.replace(BY_ID[what], LINKS)
    elif kind == "remove" and what in loaded(store):
        store.remove(what)
    elif kind == "undo" and what in {(item.source, item.target) for item in decisions(store)}:
        store.undo(*what)
    elif kind == "decide" and {end.rpartition("/")[0] for end in what} <= set(loaded(store)):
        store.decide(decision(*what, status))


def exported(store: Store) -> bytes:
    """All that is in a store."""
    stream = io.BytesIO()
    jsonl.write(read_graph(store), stream)
    return stream.getvalue()


@settings(max_examples=25, deadline=None)
@given(steps)
def test_only_documents_and_decisions_count(history):
    """Whatever was decided, taken back, taken out and loaded again before: a new store that takes in the decisions and
    then the documents holds the same."""
    with open_store(":memory:") as store, open_store(":memory:") as fresh:
        for facts in DOCUMENTS:
            store.replace(facts, LINKS)
        for step in history:
            take(store, step)

        fresh.merge(decisions(store))
        for id in loaded(store):
            fresh.replace(BY_ID[id], LINKS)

        assert exported(fresh) == exported(store)


@settings(max_examples=25, deadline=None)
@given(steps)
def test_taking_back_everything_leaves_the_rules(history):
    """When every decision is taken back, the store holds what it would if nobody had ever decided."""
    with open_store(":memory:") as store, open_store(":memory:") as fresh:
        for facts in DOCUMENTS:
            store.replace(facts, LINKS)
        for step in history:
            take(store, step)
        for item in decisions(store):
            store.undo(item.source, item.target)
        for id in loaded(store):
            fresh.replace(BY_ID[id], LINKS)

        assert exported(fresh) == exported(store)
