"""Which clauses of the body the rows of a document's own task list break down.

A row (附件2第13项) restates measures of the body, mostly word for word; one row may draw on two clauses. A measure goes
to the clause that holds most of it; between equals to an item rather than to a goal, then to the clause that holds
most of the row. A measure that no clause holds, or several a little, gets no link.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.model import Carried, Clause, DocumentFacts, Evidence, Implements
from loaders.localise import Plain, plain
from loaders.parts import explaining, looking_back
from loaders.restating import blocks, grams, measures, restated
from loaders.vocabulary import lines

HELD = 0.6  # share of a measure's characters; two measures of one subject share less
REWORDED, CLEARLY = 0.45, 3  # a reworded measure is held by less, but by no other clause a third as much
PURPOSE = re.compile("为了?[^。]+制定本[^。]{1,6}。$")
SHOWN = 8  # characters of a passage that is shown as evidence
WHOLE = 0.95


@dataclass(frozen=True, slots=True)
class Body:
    """A clause that rows may break down."""

    clause: Clause
    plain: Plain
    grams: frozenset[str]


def own_list(facts: DocumentFacts) -> tuple[Clause, ...]:
    """The rows of the document's tables and the leaves of its annexes, which may break down its body; no terms."""
    by_id = {clause.id: clause for clause in facts.clauses}
    terms = explaining(facts.clauses)
    parents = {clause.parent for clause in facts.clauses}
    return tuple(
        clause
        for clause in facts.clauses
        if clause.id not in parents | terms
        and clause.type != "annex"
        and (clause.type == "row" or _in_annex(clause, by_id))
    )


def body_clauses(facts: DocumentFacts) -> tuple[Clause, ...]:
    """The clauses outside annexes and tables that ask for something themselves: no headings, no lead, no clause on the
    guiding ideas or the purpose of the document, none that looks back."""
    by_id = {clause.id: clause for clause in facts.clauses}
    past = looking_back(facts.clauses)
    parents = {clause.parent for clause in facts.clauses}
    return tuple(
        clause
        for clause in facts.clauses
        if clause.type not in ("paragraph", "annex", "row")
        and not _in_annex(clause, by_id)
        and (clause.id not in parents or _says_something(clause))
        and clause.id not in past
        and not _guides(clause)
    )


def _says_something(clause: Clause) -> bool:
    """Whether a clause with clauses below it has text of its own besides its heading: paragraphs of a section."""
    return len(clause.text) > len(clause.heading or "") + 1 and any(mark in clause.text for mark in "。；，")


def _guides(clause: Clause) -> bool:
    """Whether a clause asks for nothing: 指导思想, 基本原则, 为了保障…，制定本办法。"""
    return clause.heading in lines("guiding_headings.txt") or PURPOSE.match(clause.text) is not None


def breakdown_links(facts: DocumentFacts) -> tuple[Implements, ...]:
    """The links from the rows of the document's task lists to the clauses of its body that they break down."""
    bodies = [_body(clause) for clause in body_clauses(facts)]
    return tuple(link for row in own_list(facts) for link in _row_links(row, bodies))


def _body(clause: Clause) -> Body:
    compared = plain(clause.text)
    return Body(clause, compared, grams(compared.text))


def _in_annex(clause: Clause, by_id: dict[str, Clause]) -> bool:
    around = by_id.get(clause.parent or "")
    return around is not None and (around.type == "annex" or _in_annex(around, by_id))


def _row_links(row: Clause, bodies: Sequence[Body]) -> list[Implements]:
    text = plain(row.text)
    whole = {body.clause.id: restated(text.text, body.grams) for body in bodies}
    drawn: dict[str, list[tuple[int, int]]] = {}
    for start, end in measures(text.text):
        shares = {body.clause.id: restated(text.text[start:end], body.grams) for body in bodies}
        if body := _holder(bodies, shares, whole):
            drawn.setdefault(body.clause.id, []).append((start, end))
    return [_link(row, text, body, drawn[body.clause.id]) for body in bodies if body.clause.id in drawn]


def _holder(bodies: Sequence[Body], shares: Mapping[str, float], whole: Mapping[str, float]) -> Body | None:
    """The clause that holds a measure, given the shares of the measure and of its whole row in each clause."""
    if not bodies:
        return None
    best = max(
        bodies, key=lambda body: (round(shares[body.clause.id], 1), body.clause.type != "goal", whole[body.clause.id])
    )
    share = shares[best.clause.id]
    others = [shares[body.clause.id] for body in bodies if body is not best and body.clause.type != "goal"]
    reworded = share >= REWORDED and share >= CLEARLY * max(others, default=0.0)
    return best if share >= HELD or reworded else None


def _link(row: Clause, text: Plain, body: Body, spans: Sequence[tuple[int, int]]) -> Implements:
    evidence: list[Evidence] = []
    for start, end in spans:
        for offset, begin, length in blocks(text.text[start:end], body.plain.text, SHOWN):
            source = row.span(*text.original(start + offset, start + offset + length))
            target = body.clause.span(*body.plain.original(begin, begin + length))
            evidence.append(Evidence("verbatim", float(length), source, target))
    share = restated("".join(text.text[start:end] for start, end in spans), body.grams)
    carried: Carried = "verbatim" if share >= WHOLE else "refined"
    return Implements(
        row.id, body.clause.id, round(share, 2), "alignment", "internal", "proposed", carried, tuple(evidence)
    )
