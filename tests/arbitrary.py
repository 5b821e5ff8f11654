"""Policy graphs of any content, for property tests: any text, any number, any choice; only ids fit together."""

from dataclasses import fields
from datetime import UTC
from typing import Any, get_args

from hypothesis import strategies as st

from graph.model import (
    LEVELS,
    Assignment,
    Carried,
    Citation,
    Clause,
    ClauseType,
    Comparator,
    Decision,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyWeight,
    Document,
    DocumentFacts,
    Doubt,
    Evidence,
    Implements,
    Indicator,
    IndicatorKind,
    LinkStatus,
    Measure,
    Obligation,
    Organization,
    PolicyGraph,
    Region,
    Role,
    Span,
    Verdict,
)

text = st.text(max_size=8)
name = st.text(min_size=1, max_size=6)
maybe = st.none() | text
number = st.floats(allow_nan=False, allow_infinity=False)
small = st.integers(0, 1_000_000)
texts = st.lists(text, max_size=2).map(tuple)


def one_of(literal: Any) -> st.SearchStrategy[Any]:
    """One of the values of a Literal."""
    return st.sampled_from(get_args(literal))


levels = st.none() | st.sampled_from(LEVELS)
spans = st.builds(Span, small, small, text, small)
evidence = st.lists(st.builds(Evidence, text, number, spans, spans), max_size=2).map(tuple)


def described(cls: type[Any], key: str) -> Any:
    """A fact whose fields follow from its name alone, as organizations and regions do."""
    length = len(key)
    level = LEVELS[length % 4]
    if cls is Region:
        return Region(key, key * 2, level, key[:-1] or None)
    return Organization(key, level, None if length % 2 else key, key, length % 2 == 0)


def links(source: st.SearchStrategy[str], target: st.SearchStrategy[str], scope: str) -> st.SearchStrategy[Any]:
    """Links between such clauses."""
    return st.builds(
        Implements, source, target, number, text, st.just(scope), one_of(LinkStatus), one_of(Carried), evidence
    )


moments = st.datetimes(timezones=st.just(UTC)).map(lambda time: time.isoformat())
decisions = st.lists(st.builds(Decision, name, name, one_of(Verdict), text, moments, text, text, text), max_size=3)


@st.composite
def documents(draw: st.DrawFn, id: str) -> DocumentFacts:
    """What one document brings in."""
    addresses = draw(st.lists(name, max_size=4, unique=True))
    ids = [f"{id}/{address}" for address in addresses]
    parents = [draw(st.none() | st.sampled_from(ids[:n])) if n else None for n in range(len(ids))]
    clauses = tuple(draw(clause(id, *parts, n)) for n, parts in enumerate(zip(addresses, parents, strict=True)))
    document = Document(
        id, draw(text), *(draw(maybe) for _ in range(3)), draw(texts), draw(texts), draw(levels),
        *(draw(maybe) for _ in range(7)), inferences=draw(st.lists(st.tuples(text, text), max_size=2).map(tuple)),
    )  # fmt: skip
    regions = tuple(described(Region, key) for key in draw(st.sets(name, max_size=2)))
    bodies = tuple(described(Organization, key) for key in draw(st.sets(name, max_size=2)))
    doubts = st.lists(st.builds(Doubt, st.just(id), small, text, text), max_size=2).map(tuple)
    facts = DocumentFacts(document, clauses, regions, bodies, doubts=draw(doubts))
    return facts if not ids else hung(draw, facts, st.sampled_from(ids))


@st.composite
def clause(draw: st.DrawFn, document: str, address: str, parent: str | None, order: int) -> Clause:
    """One clause."""
    pairs = st.lists(st.tuples(text, text), max_size=2).map(tuple)
    lines = st.lists(st.tuples(small, small), max_size=2).map(tuple)
    said = (draw(one_of(ClauseType)), draw(text), draw(maybe), draw(maybe))
    weight = draw(st.none() | one_of(Obligation))
    rest = (parent, order, draw(st.booleans()), weight, draw(pairs), draw(lines))
    return Clause(f"{document}/{address}", document, address, *said, *rest)


def hung(draw: st.DrawFn, facts: DocumentFacts, ids: st.SearchStrategy[str]) -> DocumentFacts:
    """The same document with what hangs on its clauses."""
    bodies = [body.id for body in facts.organizations]
    assignments = st.builds(Assignment, ids, st.sampled_from(bodies or [""]), one_of(Role), text, text, st.booleans())
    indicators = st.builds(
        Indicator, name.map(lambda rank: f"{facts.document.id}/#{rank}"), ids, number, text, one_of(Comparator), text,
        one_of(IndicatorKind), spans, text, st.none() | number, maybe, one_of(Measure), st.none() | number,
        st.none() | number, maybe, maybe, st.booleans(),
    )  # fmt: skip
    citations = st.builds(Citation, ids | st.just(facts.document.id), text, text, text, maybe, maybe)
    discrepancies = st.builds(
        Discrepancy, ids, ids, one_of(DiscrepancyKind), one_of(DiscrepancyWeight), spans, spans, text
    )
    parts = {
        "assignments": st.lists(assignments, max_size=3 if bodies else 0),
        "indicators": st.lists(indicators, max_size=3, unique_by=lambda item: item.id),
        "citations": st.lists(citations, max_size=3),
        "links": st.lists(links(ids, ids, "internal"), max_size=3),
        "discrepancies": st.lists(discrepancies, max_size=3),
    }
    drawn = {part: tuple(draw(items)) for part, items in parts.items()}
    return DocumentFacts(**{field.name: getattr(facts, field.name) for field in fields(facts)} | drawn)


@st.composite
def graphs(draw: st.DrawFn) -> PolicyGraph:
    """A few documents, the links between them, and decisions."""
    ids = draw(st.lists(name, max_size=3, unique=True))
    found = tuple(draw(documents(id)) for id in ids)
    clauses = [[item.id for item in facts.clauses] for facts in found]
    full = [each for each in clauses if each]
    decided = tuple(draw(decisions))
    if len(full) < 2:
        return PolicyGraph(found, decisions=decided)
    between = links(st.sampled_from(full[0]), st.sampled_from(full[1]), "between")
    return PolicyGraph(found, tuple(draw(st.lists(between, max_size=3))), decided)
