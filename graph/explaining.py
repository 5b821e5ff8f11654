"""Why two clauses are linked or are not: `explain` for a pair, `why_not` for a clause and all that stands above it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from graph import lookup, records
from graph.answers import ClauseCard, LinkStep
from graph.cautions import cautions
from graph.comparing import ALIKE, Comparison, timing
from graph.decisions import DecisionCard, decision_cards
from graph.explanations import (
    Cause,
    Caution,
    ComparedIndicators,
    Explanation,
    Finding,
    Refusal,
    UpperDocument,
    WhyNot,
)
from graph.facts import citations_of
from graph.ids import split_clause_id
from graph.model import Citation, Document, Evidence, Implements
from graph.queries import Reader
from graph.standing import HINDERED, Hindrance, cites_it, hindrance
from graph.store import Store

HOLDING = ("proposed", "confirmed")

MEANINGS: Mapping[Finding, str] = {
    "linked": "it carries out clauses above",
    "possible miss": "near misses are kept: each is a link that was missed, or likeness without a common measure",
    "rejected": "a person rejected all that came near",
    "nothing near": "nothing above comes near: a local innovation, a formula that all documents have, or other "
    "words for what is asked above",
    "nothing above": "no document that it could carry out is loaded: whether it is an innovation cannot be said",
    "not compared": "a heading or lead: links are sought for clauses that ask for something themselves",
}
"""What each finding means."""


def explain(store: Store, source: str, target: str) -> Explanation:
    """All that is known of whether the clause `source` carries out the clause `target`.

    Both are ids or what people write. Raises UnknownReference, AmbiguousReference.
    """
    now = store.snapshot()
    below, above = (lookup.card_of(now, lookup.meant(now, text)) for text in (source, target))
    up = _links_up(now, [below.id])
    link = next((link for link in up if link.target == above.id), None)
    cause, reason = _refused(link) if link else _unlinked(now, below, above)
    return Explanation(
        source=below,
        target=above,
        status=link.status if link else None,
        score=link.score if link else None,
        method=link.method if link else None,
        scope=link.scope if link else None,
        carried=link.carried if link else None,
        evidence=link.evidence if link else (),
        indicators=_side_by_side(now, below, above, link.evidence if link else ()),
        cause=cause,
        reason=reason,
        decision=_decisions(now, below.id).get(above.id),
        rules=link.rules if link else "",
        lacks=_lacks(link) if link else "",
        cautions=_cautions(now, link, up) if link else (),
    )


def _cautions(now: Reader, link: Implements, up: Sequence[Implements]) -> tuple[Caution, ...]:
    source, target = (lookup.document_of(now, split_clause_id(end)[0]) for end in (link.source, link.target))
    return cautions(link, up, source, target, _citations(now, source.id))


def why_not(store: Store, clause: str) -> WhyNot:
    """Why the clause (an id or what people write) carries out nothing above: what came near and was refused, and which
    documents it could carry out at all. Raises UnknownReference, AmbiguousReference."""
    now = store.snapshot()
    card = lookup.card_of(now, lookup.meant(now, clause))
    own = [link for link in _links_up(now, [card.id]) if link.scope == "between"]
    near = [link for link in own if link.status not in HOLDING]
    upper, hindered = _documents(now, card.document)
    around = [row["id"] for row in now.run("browse/near", clause=card.id)]
    finding = _finding(now, card, own, bool(upper))
    return WhyNot(
        clause=card,
        finding=finding,
        meaning=MEANINGS[finding],
        links=tuple(_step(link) for link in own if link.status in HOLDING),
        around=tuple(
            _step(link) for link in _links_up(now, around) if link.scope == "between" and link.status in HOLDING
        ),
        refusals=_refusals(now, near),
        documents=upper,
        hindered=hindered,
        rules=", ".join(sorted({link.rules for link in own if link.rules})),
    )


def _links_up(now: Reader, clauses: Sequence[str]) -> list[Implements]:
    """All links from these clauses whatever their status, the likest of each clause first."""
    return [records.fact(Implements, row) for row in now.run("lineage/any_above", clauses=clauses)]


def _step(link: Implements) -> LinkStep:
    return LinkStep(**{name: getattr(link, name) for name in LinkStep.__slots__})


def _decisions(now: Reader, clause: str) -> dict[str, DecisionCard]:
    """What people decided of the links up from a clause, by target."""
    return {card.decision.target: card for card in decision_cards(now) if card.decision.source == clause}


# why there is no link ---------------------------------------------------------------------------------------------


def _refused(link: Implements) -> tuple[Cause | None, str]:
    """What a link lacks, in the words of the rule that refused it, else as its evidence tells; None where it holds."""
    if link.status in HOLDING:
        return None, ""
    if link.status == "rejected":
        return "rejected", "a person rejected it"
    return "near miss", f"score {link.score:.2f}, {_lacks(link)}: {_in_common(link.evidence)}"


def _lacks(link: Implements) -> str:
    """What a near miss lacks; empty for what is none."""
    return (link.reason or "too little in common") if link.status == "candidate" else ""


def _in_common(evidence: Sequence[Evidence]) -> str:
    if not evidence:
        return "nothing specific stands in both texts"
    words = "、".join(dict.fromkeys(f"「{item.source.text}」" for item in evidence))
    return f"both have {words}"


def _unlinked(now: Reader, below: ClauseCard, above: ClauseCard) -> tuple[Cause, str]:
    """Why a pair is not even kept as a near miss."""
    if below.id == above.id:
        return "one clause", "it is one and the same clause"
    if any(link.target == below.id and link.status in HOLDING for link in _links_up(now, [above.id])):
        return "the other way", f"the link runs the other way: {above.id} carries out {below.id}"
    if below.document == above.document:
        return "one document", "inside a document only rows of a task list link to the clauses that they break down"
    source, target = (lookup.document_of(now, card.document) for card in (below, above))
    if hindered := hindrance(source, target, cites=cites_it(_citations(now, source.id), target)):
        return hindered, f"{source.id} cannot carry out {target.id}: {HINDERED[hindered]}"
    if blank := next((card for card in (below, above) if _asks_nothing(now, card)), None):
        return "not compared", f"{blank.id} is {MEANINGS['not compared']}"
    little = "the texts have too little in common, or others have more: the pair is not kept as a near miss"
    return "little in common", little


def _asks_nothing(now: Reader, card: ClauseCard) -> bool:
    """Whether the clause is a lead, an annex or a bare heading with clauses below."""
    if card.type in ("paragraph", "annex"):
        return True
    holds = any(row["child"] for row in now.run("browse/family", clause=card.id))
    return holds and card.text.rstrip("。") in ("", (card.heading or card.text).rstrip("。"))


def _finding(now: Reader, card: ClauseCard, links: Sequence[Implements], upper: bool) -> Finding:
    statuses = {link.status for link in links}
    if statuses & set(HOLDING):
        return "linked"
    if _asks_nothing(now, card):
        return "not compared"
    if not upper:
        return "nothing above"
    if "candidate" in statuses:
        return "possible miss"
    return "rejected" if "rejected" in statuses else "nothing near"


def _refusals(now: Reader, links: Sequence[Implements]) -> tuple[Refusal, ...]:
    cards = {card.id: card for card in lookup.cards_of(now, [link.target for link in links])}
    decisions = _decisions(now, links[0].source) if links else {}
    return tuple(
        Refusal(
            target=cards[link.target],
            status=link.status,
            score=link.score,
            reason=_refused(link)[1],
            evidence=link.evidence,
            decision=decisions.get(link.target),
            lacks=_lacks(link),
        )
        for link in links
    )


def _citations(now: Reader, document: str) -> list[Citation]:
    return [records.fact(Citation, row) for row in citations_of(now, [document])]


def _documents(now: Reader, id: str) -> tuple[tuple[UpperDocument, ...], dict[Hindrance, int]]:
    """The loaded documents that the document could carry out, and how many it could not, by what hinders."""
    loaded = {row["id"]: records.fact(Document, row) for row in now.run("read/documents")}
    names = {row["code"]: row["name"] for row in now.run("browse/regions")}
    own, citations = loaded.pop(id), _citations(now, id)
    hindrances = {item.id: hindrance(own, item, cites=cites_it(citations, item)) for item in loaded.values()}
    upper = tuple(
        UpperDocument(item.id, item.title, item.level, names.get(item.region or "", item.region), item.issued)
        for item in loaded.values()
        if hindrances[item.id] is None
    )
    return upper, dict(Counter(sorted(found for found in hindrances.values() if found)))


# indicators side by side ------------------------------------------------------------------------------------------


def _side_by_side(
    now: Reader, below: ClauseCard, above: ClauseCard, evidence: Sequence[Evidence]
) -> tuple[ComparedIndicators, ...]:
    """The quantities of both clauses, those of one object in a row, then what only one clause states."""
    stated = lookup.indicators_of(now, [below.id, above.id])
    lower, upper = stated.get(below.id, ()), stated.get(above.id, ())
    texts = {card.id: card.text for card in (below, above)}
    pairs = [likest([Comparison.of(one, other, texts) for other in upper], evidence) for one in lower]
    met = {pair.target.id for pair in pairs if pair}
    rows = [_row(pair) if pair else ComparedIndicators(one, None) for one, pair in zip(lower, pairs, strict=True)]
    rows += [ComparedIndicators(None, other) for other in upper if other.id not in met]
    return tuple(sorted(rows, key=lambda row: (row.source is None or row.target is None, row.source is None)))


def likest(pairs: Sequence[Comparison], evidence: Sequence[Evidence] = ()) -> Comparison | None:
    """The comparison that the link rests on, else the likest of one unit, else of one object; of two alike that of one
    tier, then of one deadline, then of one value (到2023年、2025年分别达到70%、85%)."""
    shown = {(item.source, item.target) for item in evidence if item.kind == "indicator"}
    ranked = [
        (
            (pair.source.span, pair.target.span) in shown,
            pair.obstacle != "other unit",
            pair.likeness,
            pair.one_tier,
            timing(pair.source, pair.target) == "same",
            pair.equal,
        )
        for pair in pairs
    ]
    best = max(range(len(pairs)), key=ranked.__getitem__, default=None)
    if best is None:
        return None
    named, one_unit, likeness, *_ = ranked[best]
    close = likeness >= ALIKE if one_unit else pairs[best].same
    return pairs[best] if named or close else None


def _row(pair: Comparison) -> ComparedIndicators:
    return ComparedIndicators(pair.source, pair.target, pair.verdict, pair.obstacle, timing(pair.source, pair.target))
