"""Facts read back from a store, whatever they say."""

from collections.abc import Iterable
from dataclasses import replace

from arbitrary import graphs
from hypothesis import given
from hypothesis import strategies as st

from graph.canonical import canonical
from graph.facts import read_graph
from graph.model import DocumentFacts, PolicyGraph
from graph.store import Store, open_store


def without_targets(graph: PolicyGraph) -> PolicyGraph:
    """The graph without what its citations turned out to mean."""
    return PolicyGraph(
        tuple(
            replace(facts, citations=tuple(replace(each, target="") for each in facts.citations))
            for facts in graph.documents
        ),
        graph.links,
    )


def fill(store: Store, graph: PolicyGraph, documents: Iterable[DocumentFacts]) -> PolicyGraph:
    """What comes out when the documents of a graph are loaded in this order."""
    for facts in documents:
        store.replace(facts, graph.links)
    return read_graph(store)


@given(graphs())
def test_any_facts_are_kept(graph):
    """A store is no filter: any text, number and choice comes back."""
    graph = canonical(without_targets(graph))

    with open_store(":memory:") as store:
        assert graph == without_targets(fill(store, graph, graph.documents))


@given(graphs(), st.randoms(use_true_random=False))
def test_any_order_of_loading_gives_the_same_graph(graph, random):
    """Also when documents come twice, or go and come back, and cite each other."""
    turned = list(graph.documents) * 2
    random.shuffle(turned)

    with open_store(":memory:") as store, open_store(":memory:") as other:
        wanted = fill(store, graph, graph.documents)
        fill(other, graph, turned)
        for facts in graph.documents[::2]:
            other.remove(facts.document.id)
        assert wanted == fill(other, graph, graph.documents[::2])
        assert store.run("read/names") == other.run("read/names")
