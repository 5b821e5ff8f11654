"""JSON Lines: one fact a line, `kind` and ids first, sorted. What is written is read back exactly.

| kind | ids | of |
|---|---|---|
| document | id | Document |
| clause | document, id | Clause |
| region, organization | document, code or id | what a document mentions |
| assigned_to, cites | source, target, rank (its place in the clause) | Assignment, Citation |
| quantifies | id, source | Indicator |
| implements | source, target | Implements |
| discrepancy | a, b | Discrepancy |
| doubt | document, line | Doubt |
| decision | source, target | Decision, of clauses that need not be there |

The other fields are those of the facts; their own `kind` is called indicator_kind, organization_kind, discrepancy_kind.
The lines may come in any order.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from graph import codec
from graph.canonical import canonical
from graph.decisions import moment
from graph.errors import UnreadableFile
from graph.model import (
    Assignment,
    Citation,
    Clause,
    Decision,
    Discrepancy,
    Document,
    DocumentFacts,
    Doubt,
    Implements,
    Indicator,
    Organization,
    PolicyGraph,
    Region,
)

Line = dict[str, Any]
KINDS: dict[str, type[Any]] = {
    "document": Document,
    "clause": Clause,
    "region": Region,
    "organization": Organization,
    "assigned_to": Assignment,
    "quantifies": Indicator,
    "implements": Implements,
    "cites": Citation,
    "discrepancy": Discrepancy,
    "doubt": Doubt,
    "decision": Decision,
}
PARTS = {  # the field of DocumentFacts that holds a kind, and what tells whose it is
    "clause": ("clauses", "document"),
    "region": ("regions", "document"),
    "organization": ("organizations", "document"),
    "assigned_to": ("assignments", "source"),
    "quantifies": ("indicators", "source"),
    "implements": ("links", "source"),
    "cites": ("citations", "source"),
    "discrepancy": ("discrepancies", "a"),
    "doubt": ("doubts", "document"),
}
OWN_KIND = {  # what a fact's own field `kind` is called
    "organization": "organization_kind",
    "quantifies": "indicator_kind",
    "discrepancy": "discrepancy_kind",
}
FIRST = ("kind", "document", "id", "code", "source", "target", "a", "b", "rank")


def write(graph: PolicyGraph, stream: IO[bytes]) -> None:
    """Write all facts, one a line."""
    for line in sorted(map(_dump, _lines(canonical(graph)))):
        stream.write(line.encode() + b"\n")


def _dump(line: Line) -> str:
    ordered = {name: line[name] for name in FIRST if name in line}
    return json.dumps(ordered | line, ensure_ascii=False, separators=(",", ":"))


def _lines(graph: PolicyGraph) -> Iterator[Line]:
    for facts in graph.documents:
        yield _line("document", facts.document)
        for kind, (part, owner) in PARTS.items():
            yield from _ranked(kind, owner, getattr(facts, part), facts.document.id)
    yield from (_line("implements", link) for link in graph.links)
    yield from (_line("decision", decision) for decision in graph.decisions)


def _line(kind: str, fact: Any) -> Line:
    own = OWN_KIND.get(kind, "")
    return {"kind": kind, **{own if name == "kind" else name: value for name, value in codec.plain(fact).items()}}


def _ranked(kind: str, owner: str, facts: Iterable[Any], document: str) -> Iterator[Line]:
    """The lines of one kind of a document; what has an order of its own in a clause gets its rank there."""
    place: Counter[str] = Counter()
    for fact in facts:
        line = _line(kind, fact)
        if owner == "document":
            line["document"] = document
        if kind in ("assigned_to", "cites"):
            line["rank"] = place[line["source"]]
            place[line["source"]] += 1
        yield line


def read(path: Path) -> PolicyGraph:
    """The facts in a file. Raises UnreadableFile that names the line."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(str(path), error.strerror or str(error)) from error
    return decode(data, str(path))


def decode(data: bytes, place: str) -> PolicyGraph:
    """The facts in the bytes of a file that an error calls `place`. Raises UnreadableFile."""
    try:
        return parse(data.decode("utf-8").split("\n"), place)
    except UnicodeDecodeError as error:
        raise UnreadableFile(place, str(error)) from error


def parse(lines: Iterable[str], place: str) -> PolicyGraph:
    """The facts in these lines; `place` is what an error calls them. Raises UnreadableFile."""
    found = [_parse_line(text, number, place) for number, text in enumerate(lines, 1) if text.strip()]
    found.sort(key=lambda item: item.rank)
    documents: dict[str, Document] = {}
    for item in found:
        if item.kind == "document" and documents.setdefault(item.fact.id, item.fact) is not item.fact:
            raise UnreadableFile(place, f"{item.fact.id} stands twice", item.number)
    owners = {id: id for id in documents} | {
        item.fact.id: item.fact.document for item in found if item.kind == "clause"
    }
    parts: dict[str, dict[str, list[Any]]] = {id: defaultdict(list) for id in documents}
    for item in found:
        if item.kind == "document" or item.is_of_the_graph:
            continue
        owner = owners.get(item.owner, "")
        if owner not in parts:
            raise UnreadableFile(place, f"no line for {item.owner}", item.number)
        parts[owner][PARTS[item.kind][0]].append(item.fact)
    facts = (DocumentFacts(documents[id], **{part: tuple(items) for part, items in parts[id].items()}) for id in parts)
    try:
        return canonical(
            PolicyGraph(tuple(facts), _of_the_graph("implements", found), _of_the_graph("decision", found))
        )
    except ValueError as error:
        raise UnreadableFile(place, str(error)) from error


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A line: its fact, the id that tells whose it is, its rank, and its number in the file."""

    kind: str
    fact: Any
    owner: str
    rank: int
    number: int

    @property
    def is_of_the_graph(self) -> bool:
        """Whether no single document brings it in."""
        return self.kind == "decision" or (self.kind == "implements" and self.fact.scope == "between")


def _of_the_graph(kind: str, lines: Iterable[_Parsed]) -> tuple[Any, ...]:
    return tuple(item.fact for item in lines if item.kind == kind and item.is_of_the_graph)


def _parse_line(text: str, number: int, place: str) -> _Parsed:
    try:
        line = json.loads(text)
        kind = _kind_of(line)
        fact = codec.read(KINDS[kind], line | {"kind": line.get(OWN_KIND.get(kind, ""))})
        rank = int(line.get("rank", 0))
        if isinstance(fact, Decision):
            moment(fact.at)
    except (ValueError, TypeError) as error:
        raise UnreadableFile(place, f"is no line of facts: {error}", number) from error
    owner = line.get(PARTS[kind][1], "") if kind in PARTS else ""
    return _Parsed(kind, fact, str(owner), rank, number)


def _kind_of(line: Any) -> str:
    kind = line.get("kind") if isinstance(line, dict) else None
    if kind not in KINDS:
        raise ValueError(f"its kind is not one of {', '.join(KINDS)}")
    return str(kind)
