"""What people decide of links, on every engine: it outlives reloads, removals and clauses that vanish and come back."""

import io
from collections.abc import Iterable
from dataclasses import replace

import pytest
from invented import ASKED, CITY, DISTRICT, DOCUMENTS, LINKS, OTHER, PROVINCE, decision

from graph import decisions, questions
from graph.decisions import fingerprint
from graph.errors import InputError, UnknownReference
from graph.export import jsonl
from graph.facts import read_graph
from graph.ids import clause_id
from graph.model import DocumentFacts, Implements
from graph.store import Store

BY_ID = {facts.document.id: facts for facts in DOCUMENTS}
PROPOSED, CANDIDATE = clause_id(CITY, "二（一）2"), clause_id(OTHER, "一")
UNLINKED = clause_id(PROVINCE, "四（十二）")
"""A clause that no rule finds anything below."""


def fill(store: Store, documents: Iterable[DocumentFacts] = DOCUMENTS, links: Iterable[Implements] = LINKS) -> None:
    """Load documents in this order."""
    for facts in documents:
        store.replace(facts, links)


def link(store: Store, source: str, target: str) -> tuple[str, str, float, int] | None:
    """Status, method, score and the number of pairs of evidence of a link."""
    for row in store.run("read/link", source=source, target=target):
        return row["status"], row["method"], row["score"], row["evidence"].count('"kind"')
    return None


def states(store: Store) -> list[tuple[str, tuple[str, ...]]]:
    """Whether each decision holds."""
    return [(each.state, each.ends) for each in decisions.decision_cards(store.snapshot())]


def exported(store: Store) -> bytes:
    """All that is in a store."""
    stream = io.BytesIO()
    jsonl.write(read_graph(store), stream)
    return stream.getvalue()


def reworded(id: str, clause: str, text: str) -> DocumentFacts:
    """A document with another text at one clause."""
    facts = BY_ID[id]
    clauses = tuple(replace(each, text=text) if each.id == clause else each for each in facts.clauses)
    return replace(facts, clauses=clauses)


def without(id: str, clause: str) -> DocumentFacts:
    """A document without one clause and what hangs on it."""
    facts = BY_ID[id]
    return replace(
        facts,
        clauses=tuple(each for each in facts.clauses if each.id != clause),
        assignments=tuple(each for each in facts.assignments if each.source != clause),
        indicators=tuple(each for each in facts.indicators if each.source != clause),
        citations=tuple(each for each in facts.citations if each.source != clause),
        links=tuple(each for each in facts.links if clause not in {each.source, each.target}),
        discrepancies=tuple(each for each in facts.discrepancies if clause not in {each.a, each.b}),
    )


@pytest.mark.parametrize(("source", "score"), [(PROPOSED, 0.7), (CANDIDATE, 0.3)])
@pytest.mark.parametrize("status", ["confirmed", "rejected"])
def test_a_decision_is_the_status_of_the_link(store, source, score, status):
    """The link keeps what the rules found, with the word of the person; who, when and why are kept."""
    fill(store)

    kept = store.decide(decision(source, ASKED, status))

    assert (status, "phrases", score, 1) == link(store, source, ASKED)
    assert (kept,) == decisions.decisions(store)
    assert ("示例人", "2022-03-01T08:00:00Z", "看过原文") == (kept.by, kept.at, kept.note)


def test_a_decision_keeps_the_prints_of_the_texts_of_now(store):
    """What the caller says of the prints does not count."""
    fill(store)
    texts = {clause.id: clause.text for facts in DOCUMENTS for clause in facts.clauses}

    kept = store.decide(replace(decision(PROPOSED, ASKED), source_print="000000000000"))

    assert (fingerprint(texts[PROPOSED]), fingerprint(texts[ASKED])) == (kept.source_print, kept.target_print)
    assert [("holds", ())] == states(store)


@pytest.mark.parametrize("status", ["confirmed", "rejected"])
def test_a_decision_survives_reloads(store, status):
    """Loading any document again, in any order, leaves what was decided."""
    fill(store)
    store.decide(decision(PROPOSED, ASKED, status))
    wanted = exported(store)

    fill(store)
    fill(store, DOCUMENTS[::-1])

    assert wanted == exported(store)


@pytest.mark.parametrize("document", [CITY, PROVINCE])
def test_a_decision_survives_that_a_document_is_taken_out(store, document):
    """It dangles meanwhile, and holds again when the document comes back."""
    fill(store)
    store.decide(decision(PROPOSED, ASKED, "rejected"))
    wanted = exported(store)

    store.remove(document)
    assert [("dangling", ("source",) if document == CITY else ("target",))] == states(store)
    fill(store, [BY_ID[document]])

    assert wanted == exported(store)
    assert [("holds", ())] == states(store)


@pytest.mark.parametrize(("document", "clause"), [(CITY, PROPOSED), (PROVINCE, ASKED)])
def test_a_decision_survives_that_its_clause_vanishes(store, document, clause):
    """A version of the document without the clause, then one with it."""
    fill(store)
    store.decide(decision(PROPOSED, ASKED))
    wanted = exported(store)

    links = [each for each in LINKS if clause not in {each.source, each.target}]
    fill(store, [without(document, clause)], links)
    assert "dangling" == states(store)[0][0]
    assert link(store, PROPOSED, ASKED) is None
    fill(store, [BY_ID[document]])

    assert wanted == exported(store)


def test_everything_taken_out_and_loaded_again(store):
    """Decisions hang on no clause: they are there when no document is."""
    fill(store)
    store.decide(decision(PROPOSED, ASKED))
    store.decide(decision(DISTRICT + "/四", UNLINKED))
    wanted = exported(store)

    for id in BY_ID:
        store.remove(id)
    assert [("dangling", ("source", "target"))] * 2 == states(store)
    fill(store, DOCUMENTS[::-1])

    assert wanted == exported(store)


def test_a_confirmed_pair_without_a_link_is_one_by_hand(store):
    """It has no evidence but the word of the person, and questions walk over it."""
    fill(store)

    store.decide(decision(PROPOSED, UNLINKED))

    assert ("confirmed", "hand", 1.0, 0) == link(store, PROPOSED, UNLINKED)
    assert [DISTRICT + "/四", PROPOSED] == sorted(task.clause.id for task in questions.tasks(store, UNLINKED).tasks)


def test_a_link_by_hand_within_a_document_is_internal(store):
    """The scope of a link follows from its ends."""
    fill(store)

    store.decide(decision(clause_id(PROVINCE, "附件1第1项"), UNLINKED))

    (row,) = store.run("read/link", source=clause_id(PROVINCE, "附件1第1项"), target=UNLINKED)
    assert "internal" == row["scope"]


def test_a_link_that_the_rules_no_longer_make_stays_by_hand(store):
    """What was confirmed is a link, with or without the rules; when they find it again, with their evidence."""
    fill(store)
    store.decide(decision(PROPOSED, ASKED))

    fill(store, [BY_ID[CITY]], links=())
    assert ("confirmed", "hand", 1.0, 0) == link(store, PROPOSED, ASKED)
    fill(store, [BY_ID[CITY]])

    assert ("confirmed", "phrases", 0.7, 1) == link(store, PROPOSED, ASKED)


def test_a_rejected_pair_that_nothing_links_is_remembered(store):
    """No link is made, and a later proposal of the rules is rejected."""
    fill(store, links=())
    store.decide(decision(PROPOSED, ASKED, "rejected"))
    assert link(store, PROPOSED, ASKED) is None

    fill(store)

    assert ("rejected", "phrases", 0.7, 1) == link(store, PROPOSED, ASKED)


@pytest.mark.parametrize(("source", "target"), [(PROPOSED, ASKED), (CANDIDATE, ASKED), (PROPOSED, UNLINKED)])
@pytest.mark.parametrize("reload", [False, True])
def test_undo_gives_the_link_back_to_the_rules(store, source, target, reload):
    """Whatever was decided meanwhile, and how often: a proposal, a candidate, or no link."""
    fill(store)
    wanted = exported(store)
    for status in ("confirmed", "rejected", "confirmed", "confirmed"):
        store.decide(decision(source, target, status))
    if reload:
        fill(store)

    store.undo(source, target)

    assert wanted == exported(store)
    assert () == decisions.decisions(store)


@pytest.mark.parametrize("source", [PROPOSED, CANDIDATE])
def test_undo_after_an_import_gives_the_link_back_to_the_rules(store, memory, source):
    """An export says what a person decided; what the rules said shows in the score."""
    fill(store)
    wanted = exported(store)
    store.decide(decision(source, ASKED))
    graph = jsonl.parse(exported(store).decode().split("\n"), "export")
    memory.merge(graph.decisions)
    fill(memory, graph.documents, graph.links)
    assert exported(store) == exported(memory)

    memory.undo(source, ASKED)

    assert wanted == exported(memory)


def test_undoing_what_nobody_decided_is_an_error(store):
    """There is nothing to take back."""
    fill(store)

    with pytest.raises(UnknownReference, match="a decision on"):
        store.undo(PROPOSED, ASKED)


def test_a_link_by_hand_that_is_rejected_goes(store):
    """The last word counts."""
    fill(store)
    store.decide(decision(PROPOSED, UNLINKED))

    store.decide(decision(PROPOSED, UNLINKED, "rejected"))

    assert link(store, PROPOSED, UNLINKED) is None
    assert ["rejected"] == [each.status for each in decisions.decisions(store)]


@pytest.mark.parametrize(("document", "clause", "end"), [(CITY, PROPOSED, "source"), (PROVINCE, ASKED, "target")])
def test_a_changed_text_makes_a_decision_suspect(store, document, clause, end):
    """The decision holds, and says which of its texts is another; deciding again, on the new text, settles it."""
    fill(store)
    store.decide(decision(PROPOSED, ASKED))

    fill(store, [reworded(document, clause, "改写后的条款，另有要求。")])
    assert [("suspect", (end,))] == states(store)
    assert "confirmed" == link(store, PROPOSED, ASKED)[0]
    store.decide(decision(PROPOSED, ASKED))

    assert [("holds", ())] == states(store)


def test_white_space_is_no_change(store):
    """A file of another format breaks its lines elsewhere."""
    fill(store)
    store.decide(decision(PROPOSED, ASKED))

    fill(store, [reworded(CITY, PROPOSED, "扶持工坊\n　经营。 ")])

    assert [("holds", ())] == states(store)


@pytest.mark.parametrize(("source", "target"), [(ASKED, clause_id(CITY, "九")), (clause_id(CITY, "九"), ASKED)])
def test_only_clauses_that_are_there_can_be_decided(store, source, target):
    """Nobody can have seen the text of another; nothing is written."""
    fill(store)

    with pytest.raises(UnknownReference, match="九"):
        store.decide(decision(source, target))

    assert () == decisions.decisions(store)


@pytest.mark.parametrize(
    ("source", "target", "complaint"),
    [(UNLINKED, PROPOSED, "the other way round"), (ASKED, ASKED, "a clause does not carry out itself")],
)
def test_a_link_by_hand_goes_up(store, source, target, complaint):
    """A province does not carry out its city, nor a clause itself: the two were given the wrong way round."""
    fill(store)

    with pytest.raises(InputError, match=complaint):
        store.decide(decision(source, target))

    assert () == decisions.decisions(store)


def test_decisions_from_elsewhere_are_taken_in_as_they_are(store, memory):
    """With their prints, whether their clauses are there or not yet; they count when a document comes."""
    fill(memory)
    given = [memory.decide(decision(PROPOSED, ASKED, "rejected")), memory.decide(decision(CANDIDATE, ASKED))]

    assert 2 == store.merge(given)
    fill(store)

    assert exported(memory) == exported(store)


def test_the_newest_decision_wins(store):
    """Taking in an old one changes nothing, a newer one of the same pair replaces; times are compared as moments."""
    fill(store)
    store.decide(decision(PROPOSED, ASKED, "rejected", at="2022-03-01T08:00:00Z"))
    wanted = exported(store)

    assert 0 == store.merge([decision(PROPOSED, ASKED, at="2022-03-01T15:59:59+08:00")])
    assert wanted == exported(store)
    assert 1 == store.merge([decision(PROPOSED, ASKED, at="2022-03-01T16:00:01+08:00")])

    assert "confirmed" == link(store, PROPOSED, ASKED)[0]


def test_taking_in_twice_changes_nothing(store):
    """What is there already is not counted."""
    fill(store)
    store.decide(decision(PROPOSED, ASKED))
    kept = decisions.decisions(store)

    assert 0 == store.merge(kept)
    assert kept == decisions.decisions(store)


def test_nothing_is_taken_in_when_one_cannot_be(store):
    """A time that is none is refused before anything is written."""
    fill(store)

    with pytest.raises(ValueError, match="at: a time as"):
        store.merge([decision(PROPOSED, ASKED), decision(CANDIDATE, ASKED, at="昨天")])
    with pytest.raises(ValueError, match="at: a time as"):
        store.decide(decision(PROPOSED, ASKED, at="2022-03-01"))

    assert () == decisions.decisions(store)


def test_a_decision_without_prints_is_suspect(store):
    """Nobody knows on which text a line that was written by hand was decided."""
    fill(store)

    store.merge([decision(PROPOSED, ASKED)])

    assert [("suspect", ("source", "target"))] == states(store)
