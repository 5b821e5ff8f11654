"""Small invented documents of a province, a city in it and a district of the city, and links between their clauses."""

from graph.ids import clause_id
from graph.model import (
    Assignment,
    Clause,
    Document,
    DocumentFacts,
    Evidence,
    Implements,
    Indicator,
    Organization,
    Region,
)
from graph.store import Store

REGIONS = (
    Region("990000", "示例省", "provincial", "000000"),
    Region("990100", "例城市", "municipal", "990000"),
    Region("990200", "例川市", "municipal", "990000"),
    Region("990101", "例东区", "county", "990100"),
)
PLACES = {
    "省": ("provincial", "990000"),
    "市": ("municipal", "990100"),
    "邻市": ("municipal", "990200"),
    "区": ("county", "990101"),
}


def task(document: str, address: str, text: str, **more) -> Clause:
    """A clause that obliges someone."""
    return Clause(clause_id(document, address), document, address, "clause", text, task=True, **more)


def link(source: Clause, target: Clause, words: tuple[str, str], **more) -> Implements:
    """A link with these words as evidence at both ends."""
    spans = [
        end.span(end.text.index(word), end.text.index(word) + len(word))
        for end, word in zip((source, target), words, strict=True)
    ]
    known = {"method": "alignment", "scope": "between", "status": "proposed", "carried": "refined", "score": 0.8}
    return Implements(source.id, target.id, **{**known, "evidence": (Evidence("phrase", 1.0, *spans),), **more})


def figure(clause: Clause, value: float, unit: str, counted: str, **more) -> Indicator:
    """A figure of the whole clause."""
    span = clause.span(0, len(clause.text))
    known = {"comparator": "=", "kind": "target", "rule": "r"}
    return Indicator(f"{clause.id}#{counted}", clause.id, value, unit, object=counted, span=span, **{**known, **more})


def body(name: str, kind: str | None, place: str | None, *, collective: bool = False) -> Organization:
    """An organization of one of the PLACES, or one whose name tells no place."""
    level, region = PLACES[place] if place else (None, None)
    return Organization(name, level, region, kind, collective)


def put(
    store: Store,
    clauses: list[Clause],
    links: tuple[Implements, ...] = (),
    *,
    figures: tuple[Indicator, ...] = (),
    given: tuple[tuple[Clause, Organization, str], ...] = (),
) -> Store:
    """Put the clauses into the store, each in the document that its id names, with figures and who must do them."""
    for document, (level, region) in PLACES.items():
        own = [clause for clause in clauses if clause.document == document]
        ids = {clause.id for clause in own}
        mine = [(clause, unit, role) for clause, unit, role in given if clause.id in ids]
        facts = DocumentFacts(
            Document(document, document, level=level, region=region),
            tuple(own),
            regions=REGIONS,
            organizations=tuple({unit.id: unit for _, unit, _ in mine}.values()),
            assignments=tuple(
                Assignment(clause.id, unit.id, role, unit.id[-3:], "bracket") for clause, unit, role in mine
            ),
            indicators=tuple(item for item in figures if item.source in ids),
            links=tuple(item for item in links if item.scope == "internal" and item.source in ids),
        )
        if own:
            store.replace(facts, links)
    return store
