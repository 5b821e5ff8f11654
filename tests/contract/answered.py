"""All that a store holds and answers, as bytes that tell two stores apart; and a store that holds nothing."""

import io
from collections.abc import Iterator

from api.answers import to_json
from graph import coverage, questions, units
from graph.decisions import decisions
from graph.errors import CascadeError
from graph.export import jsonl
from graph.facts import read_documents, read_graph
from graph.store import Store


def clear(store: Store) -> None:
    """Take out all documents, and what people decided."""
    for facts in list(read_documents(store)):
        store.remove(facts.document.id)
    for decision in decisions(store):
        store.undo(decision.source, decision.target)


def exported(store: Store) -> bytes:
    """All that is in a store, and its stubs."""
    stream = io.BytesIO()
    jsonl.write(read_graph(store), stream)
    return stream.getvalue() + repr(store.run("read/names")).encode()


def answered(store: Store) -> bytes:
    """All that is in a store, and what it answers to each question about each of its documents and clauses."""
    return exported(store) + "\n".join(_answers(store)).encode()


def _answers(store: Store) -> Iterator[str]:
    yield to_json(questions.documents(store))
    graph = read_graph(store)
    for facts in graph.documents:
        yield to_json(questions.clauses(store, facts.document.id))
        yield _said(lambda id=facts.document.id: coverage.coverage(store, id))
        yield from (_said(lambda id=body.id: units.units(store, id)) for body in facts.organizations)
        for clause in facts.clauses:
            yield to_json(questions.clause(store, clause.id))
            yield to_json(questions.tasks(store, clause.id))
            yield to_json(questions.lineage(store, clause.id, depth=5))


def _said(ask) -> str:
    """An answer, or why there is none."""
    try:
        return to_json(ask())
    except CascadeError as error:
        return str(error)
